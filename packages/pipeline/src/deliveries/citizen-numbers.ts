import { identifier, type Duck } from "../duck.ts";
import { placesOf, type RecordsOf } from "./cross-record-faults.ts";
import { fault, type Fault } from "./fault.ts";
import type { Protocol } from "./protocol.ts";
import type { RecordSource } from "./record-source.ts";

/** Fewer numbers of nine digits than this say nothing. */
const fewest = 100;
/** Of numbers given out one after another, or by lot, one in eleven passes. */
const nearlyAll = 0.95;

/** A number of nine digits that stands for somebody: all zeros would pass as well. */
const nineDigits = (raw: string): string =>
  `(strlen(${raw}) = 9 AND regexp_full_match(${raw}, '[0-9]{9}') AND ${raw} <> '000000000')`;

/**
 * Whether a text of nine digits passes the eleven-test of citizen service numbers, in SQL: nine times the first digit, eight times the
 * second and so on to twice the eighth, less the ninth, is a multiple of eleven (Logisch Ontwerp BSN).
 */
export function elevenTestSql(raw: string): string {
  const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
  const sum = weights.map((weight, i) => `${weight} * (ascii(substr(${raw}, ${i + 1}, 1)) - 48)`).join(" + ");
  return `(CASE WHEN ${nineDigits(raw)} THEN (${sum}) % 11 = 0 ELSE false END)`;
}

interface Numbers {
  readonly source: RecordSource;
  readonly field: string;
  readonly all: number;
  /** How many of them have nine digits. */
  readonly nine: number;
  /** How many of those pass the eleven-test. */
  readonly passed: number;
}

/**
 * Numbers of records that look like citizen service numbers: a sender's own number of a case or report may not say who it is about, and
 * is kept as it was written. Of a whole column only how many there are is looked at, and that is a warning. Some among numbers of another
 * form were written in the wrong field: those are mistakes, each with its place. Fields in which the protocol asks for a citizen service
 * number are something else: of these nothing is kept but a keyed hash.
 */
export async function citizenNumbers(
  duck: Duck,
  protocol: Protocol,
  sources: readonly RecordSource[],
  recordsOf: RecordsOf,
): Promise<{ readonly faults: readonly Fault[]; readonly warnings: readonly Fault[] }> {
  const [faults, warnings]: [Fault[], Fault[]] = [[], []];
  const fields = (await Promise.all(sources.map((it) => numbersIn(duck, protocol, it, recordsOf)))).flat();
  const together = { all: sum(fields.map((it) => it.all)), nine: sum(fields.map((it) => it.nine)) };
  for (const { source, field, all, nine, passed } of fields) {
    if (nine === 0 || passed < nearlyAll * nine) continue;
    // A few say little about the form of their own column: then it is that of all numbers in the delivery.
    const strange = nine < all / 2 || (nine < fewest && together.nine < together.all / 2);
    const { type, file } = source;
    if (strange) {
      const raw = identifier(field);
      const alike = `(SELECT record, ${raw} AS key FROM ${recordsOf(type)} WHERE ${elevenTestSql(raw)})`;
      const found = await placesOf(duck, alike, source, field, {});
      if (found) faults.push(fault({ kind: "bsn-as-number", ...found }));
    } else if (nine >= fewest) warnings.push(fault({ kind: "like-bsn", file, type, field, count: passed }));
  }
  return { faults, warnings };
}

async function numbersIn(
  duck: Duck,
  protocol: Protocol,
  source: RecordSource,
  recordsOf: RecordsOf,
): Promise<readonly Numbers[]> {
  const fields = Object.entries(protocol.records[source.type]!.fields).flatMap(([name, it]) =>
    it.type === "key" || it.type === "reference" ? [name] : [],
  );
  if (fields.length === 0) return [];
  const counts = fields.flatMap((field, i) => {
    const raw = identifier(field);
    return [
      `count(${raw}) AS all${i}`,
      `count(*) FILTER (${nineDigits(raw)}) AS nine${i}`,
      `count(*) FILTER (${elevenTestSql(raw)}) AS passed${i}`,
    ];
  });
  const [row] = await duck.rows<Record<string, number>>(`SELECT ${counts.join(", ")} FROM ${recordsOf(source.type)}`);
  const at = (name: string): number => row?.[name] ?? 0;
  return fields.map((field, i) => ({
    source,
    field,
    all: at(`all${i}`),
    nine: at(`nine${i}`),
    passed: at(`passed${i}`),
  }));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
