import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { sayProblem } from "@impactmonitor/pipeline/problem";
import { halfYear } from "@impactmonitor/pipeline/practice/calendar";
import { deliveryFolder } from "@impactmonitor/pipeline/practice/delivery-folder";
import { writeFaultyDeliveries } from "@impactmonitor/pipeline/practice/faulty-deliveries";
import { defaultSeed, generateDeliveries, lateRegions } from "@impactmonitor/pipeline/practice/generate";
import { largeDelivery } from "@impactmonitor/pipeline/practice/large-delivery";
import { readPractice, type Practice } from "@impactmonitor/pipeline/practice/practice";
import { buildPractice } from "@impactmonitor/pipeline/practice/build-practice";
import { dataFolder, root } from "./root.ts";

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;

/** Makes a practice edition out of made-up deliveries, by the whole pipeline. */
export async function practiceBuild(words: string[]): Promise<number> {
  const { values } = parseArgs({
    args: words,
    options: { data: text, seed: text, from: text, until: text, scale: text, late: flag, audit: flag },
    allowNegative: true,
  });
  const [seed, scale] = [values.seed, values.scale].map((it) => (it === undefined ? undefined : Number(it)));
  if ((seed !== undefined && !Number.isSafeInteger(seed)) || (scale !== undefined && !(scale > 0 && scale <= 10)))
    return refuse("Write --seed as a whole number and --scale as a number above 0, up to 10.");
  const { from, until, late } = values;
  const built = await buildPractice({
    root,
    data: dataFolder(values.data),
    ...(seed === undefined ? {} : { seed }),
    ...(scale === undefined ? {} : { scale }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(late === undefined ? {} : { late }),
    audit: values.audit ?? true,
    progress: sayStep(),
  });
  if (!built.ok) {
    for (const message of built.messages) console.error(message);
    return 1;
  }
  console.log(`practice edition: ${built.figures} figures from ${built.deliveries} deliveries: ${built.folder}`);
  console.log("The site shows it under /oefenen/, marked as practice everywhere.");
  return 0;
}

/** On a terminal each step takes the place of the one before; elsewhere only what differs in more than a number is said. */
function sayStep(): (step: string) => void {
  let last = "";
  return (step) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001B[2K${step}${step.startsWith("deliveries") ? "" : "\n"}`);
    else if (step.replace(/\d+ /, "") !== last) console.error(step);
    last = step.replace(/\d+ /, "");
  };
}

/** Makes deliveries to practise with: nothing in them is about anyone. */
export async function practiceDeliveries(words: string[]): Promise<number> {
  const { values } = parseArgs({
    args: words,
    options: {
      out: text,
      seed: text,
      from: text,
      until: text,
      scale: text,
      region: text,
      records: text,
      late: flag,
      errors: flag,
    },
  });
  const { out } = values;
  if (!out) return refuse("Name the folder to write into: --out DIR.");
  const read = readPractice(root);
  if (!read.ok) {
    for (const it of read.problems) console.error(sayProblem(it));
    return 1;
  }
  const practice = read.value;
  const known = Object.keys(practice.settings.volumes.halfYears).sort();
  const { from = known[0]!, until = known.at(-1)! } = values;
  for (const it of [from, until])
    if (!known.includes(it)) return refuse(`There is no ${it}; choose from ${known[0]} to ${known.at(-1)}.`);
  if (from > until) return refuse(`${from} is after ${until}.`);
  const seed = Number(values.seed ?? defaultSeed);
  if (!Number.isSafeInteger(seed)) return refuse("Write the number of --seed in digits.");
  const { records, region } = values;
  if (region !== undefined && !Object.hasOwn(practice.settings.regions.takes, region))
    return refuse(`There is no region ${region}; write it as VT10.`);
  if (records !== undefined) {
    const many = Number(records);
    if (!Number.isSafeInteger(many) || many < 1000) return refuse("Write how many records, from 1000 on.");
    return large(practice, out, { records: many, seed, period: until, ...(region === undefined ? {} : { region }) });
  }
  const scale = Number(values.scale ?? "1");
  if (!(scale > 0 && scale <= 10)) return refuse("Write --scale as a number above 0, up to 10.");
  const { late = false } = values;
  const open = deliveryFolder(out, practice.protocol);
  const options = { open, seed, from, until, scale, late, ...(region === undefined ? {} : { regions: [region] }) };
  let count = 0;
  for await (const _ of generateDeliveries(practice, options)) count++;
  mark(out, { seed, from, until, scale, late: late ? [...lateRegions(practice, seed, until)] : [] });
  console.log(`${count} practice deliveries, ${from} to ${until}, in ${out}`);
  if (values.errors) {
    const made = await writeFaultyDeliveries(practice, `${out}/fouten`, { seed, until });
    console.log(`${made} deliveries with a mistake in ${out}/fouten; fouten.json says what ought to happen to each`);
  }
  return 0;
}

interface Large {
  readonly records: number;
  readonly seed: number;
  readonly period: string;
  readonly region?: string;
}

function large(practice: Practice, out: string, options: Large): number {
  const { period, region = "VT18" } = options;
  if (!practice.settings.volumes.halfYears[period] || !deliversIn(practice, region, period))
    return refuse(`${region} delivers nothing in ${period}.`);
  const made = largeDelivery(practice, { ...options, open: deliveryFolder(out, practice.protocol) });
  mark(out, { ...options });
  console.log(`${options.records} records in ${out}/${made.organisatie}-${made.periode}`);
  return 0;
}

const deliversIn = ({ places }: Practice, region: string, period: string): boolean =>
  places.territories(halfYear(period)).has(region);

/** Says in the folder itself that all of it was made up, and how it can be made again. */
function mark(out: string, how: Record<string, unknown>): void {
  const oefening = {
    oefening: true,
    uitleg:
      "Deze leveringen zijn verzonnen, om mee te oefenen. Ze gaan over niemand en zeggen niets over een regio die bestaat. Alleen het aantal inwoners is echt.",
    hoe: how,
  };
  mkdirSync(out, { recursive: true });
  writeFileSync(`${out}/oefening.json`, `${JSON.stringify(oefening, null, 2)}\n`);
}

function refuse(what: string): number {
  console.error(what);
  return 2;
}
