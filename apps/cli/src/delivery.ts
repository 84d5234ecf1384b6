import { userInfo } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import {
  addDelivery,
  checkDelivery,
  type DeliveryOutcome,
  type DeliveryRequest,
} from "@impactmonitor/pipeline/deliveries/add-delivery";
import { sayFault, type Fault } from "@impactmonitor/pipeline/deliveries/fault";
import { periodCode } from "@impactmonitor/pipeline/deliveries/find-files";
import { readLayouts } from "@impactmonitor/pipeline/deliveries/layout";
import { readKey } from "@impactmonitor/pipeline/deliveries/read-key";
import { readProtocols } from "@impactmonitor/pipeline/deliveries/read-protocol";
import { writeReports } from "@impactmonitor/pipeline/deliveries/reports/write-reports";
import { readRegister, standingIn } from "@impactmonitor/pipeline/deliveries/register";
import { placesOf } from "@impactmonitor/pipeline/steer/places";
import { sayProblem, type Outcome } from "@impactmonitor/pipeline/problem";
import { readCatalogue } from "@impactmonitor/pipeline/read-catalogue";
import { progressBar } from "./progress-bar.ts";
import { dataFolder, root } from "./root.ts";

const text = { type: "string" } as const;
const flag = { type: "boolean", default: false } as const;

export const deliveryAdd = (words: string[]): Promise<number> => receive(words, "add");
export const deliveryReplace = (words: string[]): Promise<number> => receive(words, "replace");
export const deliveryCheck = (words: string[]): Promise<number> => receive(words, "check");

const deliveriesIn = (data: string, practice: boolean): string =>
  placesOf(data, practice ? "practice" : "published").deliveries;

/** Receives one delivery; 0 accepted, 1 rejected, 2 not judged. */
async function receive(words: string[], mode: "add" | "replace" | "check"): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      data: text,
      key: text,
      region: text,
      period: text,
      protocol: text,
      layout: text,
      by: text,
      language: { type: "string", default: "en" },
      first: flag,
      replace: flag,
      practice: flag,
      quiet: flag,
    },
  });
  const [path] = positionals;
  const language = values.language === "nl" || values.language === "en" ? values.language : undefined;
  if (!path || positionals.length > 1 || !language)
    return stop(
      "Name one folder or file, and nl or en as the language:",
      `  impactmonitor delivery ${mode} FOLDER --key FILE`,
    );
  const data = dataFolder(values.data);
  const key = readKey(values.key, process.env.IMPACTMONITOR_KEY, data);
  if (!key.ok) return stop(key.what, key.mend);
  const against = readAgainst();
  if (!against.ok) return stop(...against.problems.map(sayProblem));
  if (values.layout !== undefined && !against.value.layouts.has(values.layout))
    return stop(
      `There is no layout “${values.layout}”.`,
      `Choose one of: ${[...against.value.layouts.keys()].join(", ")}.`,
    );
  const bar = progressBar(process.stderr, values.quiet);
  const request: DeliveryRequest = {
    ...against.value,
    path: resolve(path),
    folder: deliveriesIn(data, values.practice),
    practice: values.practice,
    key: key.key,
    by: values.by ?? userInfo().username,
    said: {
      ...(values.region === undefined ? {} : { region: values.region.toUpperCase() }),
      ...(values.period === undefined ? {} : { period: periodCode(values.period) }),
      ...(values.protocol === undefined ? {} : { protocol: values.protocol }),
    },
    ...(values.layout === undefined ? {} : { layout: values.layout }),
    mode: mode === "add" || (mode === "check" && !values.replace) ? "add" : "replace",
    first: values.first,
    progress: bar.show,
    reports: async (received, previous, folder) => {
      const written = await writeReports(folder, received, previous, new Date().toISOString().slice(0, 10), {
        root,
        practice: values.practice,
      });
      if (!written.ok) for (const problem of written.problems) console.error(sayProblem(problem));
    },
  };
  const outcome = await (mode === "check" ? checkDelivery : addDelivery)(request).finally(bar.end);
  return say(outcome, language);
}

function readAgainst(): Outcome<Pick<DeliveryRequest, "catalogue" | "layouts">> {
  const catalogue = readCatalogue(root);
  if (!catalogue.ok) return catalogue;
  const protocols = readProtocols(root, catalogue.value.codelists);
  if (!protocols.ok) return protocols;
  const layouts = readLayouts(root, protocols.value);
  if (!layouts.ok) return layouts;
  const { areas, memberships } = catalogue.value;
  return { ok: true, value: { catalogue: { areas, memberships, protocols: protocols.value }, layouts: layouts.value } };
}

function say(it: DeliveryOutcome, language: "nl" | "en"): number {
  if (it.outcome === "failed") return stop(it.what, it.mend);
  const out = it.outcome === "accepted" ? console.log : console.error;
  if (it.outcome === "rejected") sayAll(it.faults, language, out);
  if (it.warnings.length > 0) {
    out(language === "nl" ? "\nLet op (geen reden voor afkeuring):" : "\nTo look at (no reason to reject):");
    sayAll(it.warnings, language, out);
  }
  if (it.outcome === "rejected") {
    const kinds = `${it.faults.length} ${it.faults.length === 1 ? "kind" : "kinds"} of faults`;
    out(`\nRejected${it.id === undefined ? "" : ` (${it.id})`}: ${kinds}. Nothing of it was kept.`);
    return 1;
  }
  const records = Object.entries(it.records).map(([type, count]) => `${count} ${type}`);
  const done = it.delivery ? `Accepted as ${it.delivery.id}` : "Nothing is wrong; nothing was kept";
  out(`${done}: ${records.join(", ")}.${it.replaces === undefined ? "" : ` It replaces ${it.replaces}.`}`);
  return 0;
}

function sayAll(faults: readonly Fault[], language: "nl" | "en", out: (line: string) => void): void {
  for (const it of faults) for (const line of sayFault(it, language)) out(line);
}

/** Lists the deliveries that stand, or with `--all` every line of the register. */
export function deliveryList(words: string[]): number {
  const { values } = parseArgs({ args: words, options: { data: text, all: flag, practice: flag } });
  const folder = deliveriesIn(dataFolder(values.data), values.practice);
  const register = readRegister(folder);
  if (!register.ok) return stop(register.what, register.mend);
  if (register.cutOff)
    console.error("The last line of the register was not written whole; its delivery does not stand.");
  const standing = new Set(standingIn(folder, register.entries).map((it) => it.id));
  const shown = register.entries.filter((it) => values.all || (it.outcome === "accepted" && standing.has(it.id ?? "")));
  for (const it of shown) {
    const records = Object.values(it.records ?? {}).reduce((sum, n) => sum + n, 0);
    const state = it.outcome === "rejected" ? "rejected" : standing.has(it.id ?? "") ? "stands" : "replaced";
    console.log([it.at, it.id ?? "–", it.protocol ?? "–", state, `${records} records`, it.by].join("  "));
  }
  if (shown.length === 0) console.log(`No deliveries in ${folder}.`);
  return 0;
}

function stop(...lines: string[]): number {
  for (const line of lines) console.error(line);
  return 2;
}
