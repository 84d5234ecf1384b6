import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { editionPlaces, figuresIn, readServed, type ServedEditions } from "@impactmonitor/edition/served-editions";
import { documentName } from "@impactmonitor/exports/documents/document-name";
import { formatsOf } from "@impactmonitor/exports/documents/make-document";
import type { Choices, Format, Order, Subject } from "@impactmonitor/exports/documents/order";
import { expectedTime } from "@impactmonitor/exports/press/expected";
import type { PressWork } from "@impactmonitor/exports/press/press";
import { openWorkQueue, type WorkQueue } from "@impactmonitor/exports/press/work-queue";
import type { EditionKind } from "@impactmonitor/model/edition";
import { parsePeriod } from "@impactmonitor/model/period";
import { drawBar, type Terminal } from "./export-bar.ts";
import { findArea, readSubjects, subjectWords, Wrong } from "./export-subject.ts";
import { makeFolder } from "./make-folder.ts";
import { dataFolder } from "./root.ts";

const text = { type: "string" } as const;
const flag = { type: "boolean", default: false } as const;

/** One document and where it goes. */
interface Task {
  readonly order: Order;
  readonly to: string;
}

/** Writes documents as the site makes them: the same process, the same bytes. 0 all made, 1 one can't be made, 2 wrong words. */
export async function exportCommand(words: string[], out: Terminal = process.stderr): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      format: text,
      to: text,
      data: text,
      edition: text,
      language: { type: "string", default: "nl" },
      themes: text,
      beside: text,
      from: text,
      until: text,
      area: text,
      areas: text,
      figures: text,
      as: text,
      period: text,
      "no-tables": flag,
      "all-regions": flag,
      practice: flag,
      quiet: flag,
    },
  });
  const [word = "", name, ...rest] = positionals;
  if (rest.length > 0)
    return stop(
      new Wrong(`“${rest[0]}” is one word too many.`, "Write names with dashes, such as zaanstreek-waterland."),
    );
  const data = dataFolder(values.data);
  const kind: EditionKind = values.practice ? "practice" : "published";
  process.env.IMPACTMONITOR_DATA = data;
  process.env.IMPACTMONITOR_EDITIONS ??= embeddedEditions(data);
  if (process.env.IMPACTMONITOR_EDITIONS === "") delete process.env.IMPACTMONITOR_EDITIONS;
  const served = readServed(editionPlaces(data, process.env.IMPACTMONITOR_EDITIONS)[kind], kind, console.error);
  if (!served)
    return stop(
      new Wrong(
        `No ${kind} edition in ${data}.`,
        `Make one with: impactmonitor ${values.practice ? "practice" : "edition"} build`,
      ),
    );
  const tasks = readTasks(served, { ...values, word, ...(name === undefined ? {} : { name }) });
  return tasks instanceof Wrong ? stop(tasks) : make(served, kind, tasks, values.quiet ? undefined : out);
}

/** Where the site puts editions that it made itself from catalogue and figures; the last made, or nothing. */
function embeddedEditions(data: string): string {
  const folder = join(data, "embedded");
  if (existsSync(join(data, "editions")) || !existsSync(folder)) return "";
  const made = readdirSync(folder).map((it) => join(folder, it));
  return made.toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0] ?? "";
}

function stop(it: Wrong): number {
  console.error(it.what);
  console.error(it.mend);
  return 2;
}

interface Values {
  readonly word: string;
  readonly name?: string;
  readonly format?: string;
  readonly to?: string;
  readonly edition?: string;
  readonly language: string;
  readonly themes?: string;
  readonly beside?: string;
  readonly from?: string;
  readonly until?: string;
  readonly "no-tables": boolean;
  readonly "all-regions": boolean;
}

function readTasks(served: ServedEditions, values: Values): readonly Task[] | Wrong {
  const newest = served.editions.findLast((it) => !served.withdrawn.has(it.manifest.id)) ?? served.editions.at(-1);
  const edition = served.editions.find((it) => it.manifest.id === (values.edition ?? newest?.manifest.id));
  if (!edition)
    return new Wrong(
      `There is no edition ${values.edition}.`,
      `Choose one of: ${served.editions.map((it) => it.manifest.id).join(", ")}.`,
    );
  const { catalogue, manifest } = edition;
  const language = values.language;
  if (language !== "nl" && language !== "en")
    return new Wrong(`There is no language “${language}”.`, "Choose nl or en.");
  if (!subjectWords.includes(values.word))
    return new Wrong("Name what to export.", `Choose one of: ${subjectWords.join(", ")}.`);
  const subjects = readSubjects(catalogue, manifest.date, { ...values, allRegions: values["all-regions"] });
  if (subjects instanceof Wrong) return subjects;
  const format = readFormat(subjects[0]?.kind ?? "area", values.format);
  if (format instanceof Wrong) return format;
  const choices = format === "talk" ? {} : readChoices(catalogue, values);
  if (choices instanceof Wrong) return choices;
  const area = (code: string) => catalogue.areas.findLast((it) => it.code === code);
  const target = values.to ?? ".";
  const folder = subjects.length > 1 || isFolder(target);
  return subjects.map((subject) => {
    const order: Order = { edition: manifest.id, subject, format, language, choices };
    const book = { kind: manifest.kind, id: manifest.id, area };
    const named = documentName(book, served.withdrawn.has(manifest.id), order);
    return { order, to: resolve(folder ? join(target, named) : target) };
  });
}

const isFolder = (path: string): boolean =>
  path.endsWith("/") || (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false);

/** `csv` is what opens in Excel with Dutch settings, as on the site. */
function readFormat(kind: Subject["kind"], asked: string | undefined): Format | Wrong {
  const known = formatsOf(kind);
  const found = known.find((it) => it === (asked === "csv" ? "csv-excel" : asked));
  return (
    found ??
    new Wrong(
      asked === undefined ? "Name a format with --format." : `There is no ${asked} of this.`,
      `Choose one of: ${known.join(", ")}.`,
    )
  );
}

const parts = (value = ""): readonly string[] => value.split(",").filter(Boolean);

/** The same choices in the same form as those of an address, so that they are the same document. */
function readChoices(catalogue: ServedEditions["editions"][0]["catalogue"], values: Values): Choices | Wrong {
  const known = catalogue.themes.map((it) => it.id);
  const asked = parts(values.themes);
  const stranger = asked.find((it) => !known.includes(it));
  if (stranger !== undefined) return new Wrong(`There is no theme “${stranger}”.`, `Choose from: ${known.join(", ")}.`);
  const beside: string[] = [];
  for (const it of parts(values.beside)) {
    const found = findArea(catalogue, it);
    if (found instanceof Wrong) return found;
    if (found.level !== "nation" && !beside.includes(found.code)) beside.push(found.code);
  }
  if (beside.length > 4) return new Wrong("At most four areas fit beside one.", "Leave some out of --beside.");
  const { from, until } = values;
  for (const it of [from, until])
    if (it !== undefined && !parsePeriod(it))
      return new Wrong(`“${it}” is no period.`, "Write for instance 2023 or 2021H1.");
  const themes = known.filter((it) => asked.includes(it));
  return {
    ...(themes.length > 0 && themes.length < known.length ? { themes } : {}),
    ...(beside.length > 0 ? { beside } : {}),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(values["no-tables"] ? { tables: false } : {}),
  };
}

/** Milliseconds between two looks at how far it is; and how long one document may take, as whoever waits here has patience. */
const look = 200;
const patience = 900_000;

async function make(
  served: ServedEditions,
  kind: EditionKind,
  tasks: readonly Task[],
  out: Terminal | undefined,
): Promise<number> {
  const halves = tasks.map(({ to }) => `${to}.${process.pid}.part`);
  const queue = openWorkQueue<PressWork, string>({
    // The process of the site itself: what it makes can't differ.
    entry: new URL("../../site/src/press-process.ts", import.meta.url),
    processes: Math.min(tasks.length, 2, availableParallelism()),
    waiting: tasks.length,
    idle: 60_000,
    keep: 60_000,
    memory: { most: 4e9, tired: 1e9 },
    nameOf: (it) => it.to,
    expected: ({ order }) => expectedTime(order, figuresIn(served, order.edition)),
    patience: () => patience,
    take: ({ to }, made) => (made === undefined ? undefined : to),
    report: (problem) => console.error(`Not made: ${problem}`),
  });
  // No half file stays behind, whatever ends this.
  const clear = (): void => {
    queue.close();
    // What never got a folder has no half file either.
    for (const it of halves) if (existsSync(it)) rmSync(it, { force: true });
  };
  const interrupted = (): void => {
    clear();
    console.error("\nStopped. No half file was left.");
    process.exit(130);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, interrupted);
  try {
    for (const folder of new Set(tasks.map(({ to }) => dirname(to)))) {
      const wrong = makeFolder(folder);
      if (wrong) return stop(wrong);
    }
    return await makeAll(queue, kind, tasks, halves, out);
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    return stop(new Wrong(error.message, "Name a file or folder that you may write to with --to."));
  } finally {
    clear();
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, interrupted);
  }
}

async function makeAll(
  queue: WorkQueue<PressWork, string>,
  kind: EditionKind,
  tasks: readonly Task[],
  halves: readonly string[],
  out: Terminal | undefined,
): Promise<number> {
  const done = tasks.map(() => 0);
  const bar = drawBar(out, tasks.length);
  const missed: string[] = [];
  await Promise.all(
    tasks.map(async ({ order, to }, i) => {
      const half = halves[i]!;
      for (;;) {
        // oxlint-disable-next-line no-await-in-loop
        const answer = await queue.ask({ kind, order, to: half }, { wait: look });
        if (!answer.ok && answer.why === "waiting") done[i] = answer.done;
        else {
          done[i] = 1;
          if (answer.ok) renameSync(half, to);
          else missed.push(`${to}: ${answer.why === "cannot" ? answer.said.en : "it could not be made."}`);
        }
        bar.show(done.reduce((sum, it) => sum + it, 0) / tasks.length);
        if (answer.ok || answer.why !== "waiting") return;
      }
    }),
  ).finally(bar.end);
  for (const { to } of tasks) if (!missed.some((it) => it.startsWith(`${to}:`))) console.log(to);
  for (const it of missed) console.error(it);
  return missed.length > 0 ? 1 : 0;
}
