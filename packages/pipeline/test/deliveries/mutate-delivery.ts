import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { addDelivery, type DeliveryOutcome, type DeliveryRequest } from "../../src/deliveries/add-delivery.ts";
import { openDuck, type Duck } from "../../src/duck.ts";
import { readRegister, standingIn } from "../../src/deliveries/register.ts";
import { scanRecords } from "../../src/deliveries/scan-records.ts";
import { bases, type Base } from "./fuzz-bases.ts";
import { anyBookMutation, anyMutation, mutate, type Files, type Mutation } from "./mutations.ts";
import { request } from "./sample-delivery.ts";

/** A delivery that was spoiled, handed in where nothing stands, or to replace what does. */
export interface AnyDelivery {
  readonly base: string;
  readonly mode: "add" | "replace";
  readonly mutations: readonly Mutation[];
}

/** Mostly one change: two are seldom accepted, or rejected over what is new. */
const someOf = (one: fc.Arbitrary<Mutation>): fc.Arbitrary<readonly Mutation[]> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.array(one, { minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.array(one, { minLength: 2, maxLength: 3 }) },
  );

export const anyDelivery: fc.Arbitrary<AnyDelivery> = fc.constantFrom(...bases).chain((base) =>
  fc.record({
    base: fc.constant(base.name),
    mode: fc.constantFrom("add" as const, "replace" as const),
    mutations: someOf(base.kind === "xlsx" ? anyBookMutation : anyMutation),
  }),
);

/** What came of a spoiled delivery: how it was received, and what is wrong with that. */
export interface Tried {
  readonly base: Base;
  readonly outcome: "accepted" | "rejected" | "crashed" | "failed";
  /** First fault of a rejection. */
  readonly kind?: string;
  /** A crash, a half state, a rejection without a place, a record lost or a person shown. */
  readonly wrong?: string;
}

/** The number of a person in every base, that may be shown and kept nowhere. */
const planted = "123456782";

/** Hands in a delivery that was spoiled. @param parent folder for its files, kept apart by process */
export async function tryMutated({ base: name, mode, mutations }: AnyDelivery): Promise<Tried> {
  const base = bases.find((it) => it.name === name)!;
  const parent = mkdtempSync(join(tmpdir(), "mutated-"));
  try {
    const files = mutations.reduce(mutate, base.files);
    const path = join(parent, "in");
    writeFiles(path, files);
    const data = join(parent, "data");
    if (mode === "replace") cpSync(await standing(base), data, { recursive: true });
    const before = stateOf(data);
    const outcome = await receive(asRequest(base, path, data, mode));
    if (typeof outcome === "string") return { base, outcome: "crashed", wrong: outcome };
    const faults = outcome.outcome === "rejected" ? outcome.faults : [];
    const wrong =
      halfState(data, before, outcome) ??
      placeless(outcome) ??
      shownPerson(outcome, data) ??
      (outcome.outcome === "accepted" && base.kind === "csv"
        ? await lostRecords(path, files, outcome.records)
        : undefined);
    return {
      base,
      outcome: outcome.outcome,
      ...(faults[0] ? { kind: faults[0].kind } : {}),
      ...(wrong === undefined ? {} : { wrong }),
    };
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

/** One engine for all: to open it takes longer than a small delivery. */
const shared = openDuck({ spill: join(tmpdir(), `mutated-spill-${process.pid}`), threads: 1, memoryMb: 400 });
async function engine(): Promise<Duck> {
  const { connection, rows, run } = await shared;
  return { connection, rows, run, [Symbol.asyncDispose]: async () => {} };
}

const asRequest = (base: Base, path: string, data: string, mode: "add" | "replace"): DeliveryRequest =>
  request(path, data, {
    engine,
    mode,
    catalogue: base.catalogue,
    now: () => base.now,
    ...(base.layout === undefined ? {} : { layout: base.layout }),
    ...(base.kind === "xlsx" ? { said: { protocol: "vt-2.0" } } : {}),
  });

async function receive(it: DeliveryRequest): Promise<DeliveryOutcome | string> {
  try {
    return await addDelivery(it);
  } catch (error) {
    return `crashed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

const stores = new Map<string, Promise<string>>();

/** A folder in which the delivery stands unspoiled, made once; whoever asks copies it. */
function standing(base: Base): Promise<string> {
  const made = stores.get(base.name);
  if (made) return made;
  const make = async (): Promise<string> => {
    const parent = mkdtempSync(join(tmpdir(), "standing-"));
    process.once("exit", () => rmSync(parent, { recursive: true, force: true }));
    writeFiles(join(parent, "in"), base.files);
    const data = join(parent, "data");
    const outcome = await addDelivery(asRequest(base, join(parent, "in"), data, "add"));
    if (outcome.outcome !== "accepted") throw new Error(`${base.name} is not accepted: ${JSON.stringify(outcome)}`);
    return data;
  };
  const making = make();
  stores.set(base.name, making);
  return making;
}

function writeFiles(folder: string, files: Files): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, it] of Object.entries(files)) {
    const path = join(folder, name);
    if (it === "folder") mkdirSync(path);
    else if (Buffer.isBuffer(it)) writeFileSync(path, it);
    else if (it.link !== "") symlinkSync(it.link, path);
  }
}

/** Every kept record, byte for byte, by its name. */
function stateOf(data: string): ReadonlyMap<string, Buffer> {
  const folder = join(data, "records");
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  return new Map(
    names
      .filter((it) => it.isFile())
      .map((it) => {
        const path = join(it.parentPath, it.name);
        return [path.slice(folder.length), readFileSync(path)];
      }),
  );
}

/** What stands is what stood, or the new delivery whole; the register says the same; and nothing else is left. */
function halfState(data: string, before: ReadonlyMap<string, Buffer>, outcome: DeliveryOutcome): string | undefined {
  if (outcome.outcome === "failed") return `failed: ${outcome.what}`;
  const left = readdirSync(data).filter((it) => !["register.jsonl", "records", "reports"].includes(it));
  if (left.length > 0) return `left ${left.join(", ")}`;
  const register = readRegister(data);
  if (!register.ok) return `the register doesn't hold: ${register.what}`;
  if (register.entries.at(-1)?.outcome !== outcome.outcome) return "the register says something else";
  const after = stateOf(data);
  const folders = new Set([...after.keys()].map((it) => it.split("/")[1]));
  const stand = new Set(standingIn(data, register.entries).map((it) => it.id));
  if (folders.size !== stand.size || [...folders].some((it) => !stand.has(it ?? "")))
    return `records of ${[...folders].join()}, registered ${[...stand].join()}`;
  if (outcome.outcome === "accepted") return undefined;
  const same = before.size === after.size && [...before].every(([name, it]) => after.get(name)?.equals(it));
  return same ? undefined : "a rejected delivery changed what stood";
}

function placeless(outcome: DeliveryOutcome): string | undefined {
  if (outcome.outcome !== "rejected") return undefined;
  const without = outcome.faults.find(
    (it) => it.file === "" || it.places.length === 0 || it.places.some(({ line }) => !(line >= 1)),
  );
  return outcome.faults.length === 0 || without ? `no place: ${without?.kind ?? "no fault at all"}` : undefined;
}

function shownPerson(outcome: DeliveryOutcome, data: string): string | undefined {
  if (JSON.stringify(outcome).includes(planted)) return "a person was shown";
  for (const it of readdirSync(data, { recursive: true, withFileTypes: true }))
    if (it.isFile() && readFileSync(join(it.parentPath, it.name)).includes(planted))
      return `a person is kept in ${it.name}`;
  return undefined;
}

/** An accepted file holds as many records as it has when it is cut by plain code. */
async function lostRecords(
  folder: string,
  files: Files,
  records: Readonly<Record<string, number>>,
): Promise<string | undefined> {
  for (const [type, kept] of Object.entries(records)) {
    const name = Object.keys(files).find(
      (it) => new RegExp(`^(.*[_ -])?${type}\\.csv$`).test(it) && !it.startsWith(".") && Buffer.isBuffer(files[it]),
    );
    if (name === undefined) continue;
    const counts: number[] = [];
    for (const separator of [";", ",", "\t", "|"]) {
      let count = -1;
      await scanRecords(join(folder, name), { encoding: "windows-1252", separator }, () => {
        count += 1;
      });
      counts.push(count);
    }
    if (!counts.includes(kept)) return `kept ${kept} records of ${counts.join(" or ")} in ${name}`;
  }
  return undefined;
}
