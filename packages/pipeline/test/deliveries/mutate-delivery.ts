import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { addDelivery } from "../../src/deliveries/add-delivery.ts";
import { scanRecords } from "../../src/deliveries/scan-records.ts";
import { catalogue, request, goodTables, toCsv, writeDelivery } from "./sample-delivery.ts";

/** Three record types have every kind of field; the others would only take time. */
const types = ["casus", "persoon", "melding"];
const protocol = catalogue.protocols.get("vt-2.0")!;
const records = Object.fromEntries(Object.entries(protocol.records).filter(([type]) => types.includes(type)));
const small = { ...catalogue, protocols: new Map([["vt-2.0", { ...protocol, records }]]) };

/** A change to the bytes of one file. */
export type Mutation =
  | { readonly kind: "cut"; readonly at: number }
  | { readonly kind: "insert"; readonly at: number; readonly bytes: readonly number[] }
  | { readonly kind: "replace"; readonly at: number; readonly bytes: readonly number[] }
  | { readonly kind: "remove" | "repeat"; readonly at: number; readonly length: number };

const byte = fc.oneof(
  fc.integer({ min: 0, max: 255 }),
  // What means something in a file.
  fc.constantFrom(...Buffer.from(";,\t|\"\r\n 019-.'*?[\\"), 0, 0x1f, 0xef, 0xff),
);
const bytes = fc.array(byte, { minLength: 1, maxLength: 6 });
const at = fc.double({ min: 0, max: 1, noNaN: true });
export const anyMutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant("cut" as const), at }),
  fc.record({ kind: fc.constant("insert" as const), at, bytes }),
  fc.record({ kind: fc.constant("replace" as const), at, bytes }),
  fc.record({
    kind: fc.constantFrom("remove" as const, "repeat" as const),
    at,
    length: fc.integer({ min: 1, max: 80 }),
  }),
);
export const anyDelivery = fc.record({
  type: fc.constantFrom(...types),
  separator: fc.constantFrom(";", ",", "\t"),
  end: fc.constantFrom("\n", "\r\n"),
  latin: fc.boolean(),
  mutations: fc.array(anyMutation, { minLength: 1, maxLength: 3 }),
});
export type AnyDelivery = typeof anyDelivery extends fc.Arbitrary<infer T> ? T : never;

function mutate(file: Buffer, it: Mutation): Buffer {
  const place = Math.floor(it.at * file.length);
  const [before, after] = [file.subarray(0, place), file.subarray(place)];
  switch (it.kind) {
    case "cut":
      return before;
    case "insert":
      return Buffer.concat([before, Buffer.from(it.bytes), after]);
    case "replace":
      return Buffer.concat([before, Buffer.from(it.bytes), after.subarray(it.bytes.length)]);
    case "remove":
      return Buffer.concat([before, after.subarray(it.length)]);
    case "repeat":
      return Buffer.concat([before, after.subarray(0, it.length), after]);
  }
}

/**
 * Hands in a delivery of which one file was changed.
 * @returns what is wrong with how that went: a crash, a half state, a rejection without a place, a record lost without a word
 */
export async function tryMutated({ type, separator, end, latin, mutations }: AnyDelivery): Promise<string | undefined> {
  const parent = mkdtempSync(join(tmpdir(), "mutated-"));
  try {
    const good = Buffer.from(
      toCsv(goodTables[type]!, separator, end).replace("ML2", latin ? "MLé2" : "ML2"),
      latin ? "latin1" : "utf8",
    );
    const changed = mutations.reduce(mutate, good);
    const name = `${type}.csv`;
    const path = writeDelivery(join(parent, "in"), { [name]: changed });
    const data = join(parent, "data");
    const outcome = await addDelivery(request(path, data, { threads: 1, memoryMb: 200, catalogue: small }));
    if (outcome.outcome === "failed") return `failed: ${outcome.what}`;
    const left = readdirSync(data).filter((it) => it.endsWith(".partial"));
    if (left.length > 0) return `left ${left.join(", ")}`;
    const records = readdirSync(data).includes("records") ? readdirSync(join(data, "records")) : [];
    if (records.length !== (outcome.outcome === "accepted" ? 1 : 0))
      return `${outcome.outcome}, and ${records.length} folders of records`;
    if (outcome.outcome === "rejected") {
      const placeless = outcome.faults.find(
        (it) => it.file === "" || it.places.length === 0 || it.places.some(({ line }) => !(line >= 1)),
      );
      if (outcome.faults.length === 0 || placeless) return `no place: ${placeless?.kind ?? "no fault at all"}`;
      return undefined;
    }
    return await lostRecords(join(path, name), outcome.records[type] ?? 0);
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

/** An accepted file holds as many records as it has when it is cut by plain code. */
async function lostRecords(path: string, kept: number): Promise<string | undefined> {
  const counts: number[] = [];
  for (const separator of [";", ",", "\t", "|"]) {
    let count = -1;
    await scanRecords(path, { encoding: "windows-1252", separator }, () => {
      count += 1;
    });
    counts.push(count);
  }
  return counts.includes(kept) ? undefined : `kept ${kept} records of ${counts.join(" or ")}`;
}
