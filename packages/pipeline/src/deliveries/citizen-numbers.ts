import { identifier, type Duck } from "../duck.ts";
import type { RecordsOf } from "./cross-record-faults.ts";
import { fault, type Fault } from "./fault.ts";
import type { Protocol } from "./protocol.ts";
import type { RecordSource } from "./record-source.ts";

/** Fewer numbers of nine digits than this say nothing. */
const fewest = 100;
/** Of numbers given out one after another, or by lot, one in eleven passes. */
const nearlyAll = 0.95;

/** A number of nine digits that stands for somebody: all zeros would pass as well. */
const nineDigits = (raw: string): string =>
  `(length(${raw}) = 9 AND regexp_full_match(${raw}, '[0-9]{9}') AND ${raw} <> '000000000')`;

/**
 * Whether a text of nine digits passes the eleven-test of citizen service numbers, in SQL: nine times the first digit, eight times the
 * second and so on to twice the eighth, less the ninth, is a multiple of eleven (Logisch Ontwerp BSN).
 */
export function elevenTestSql(raw: string): string {
  const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
  const sum = weights.map((weight, i) => `${weight} * (ascii(substr(${raw}, ${i + 1}, 1)) - 48)`).join(" + ");
  return `(CASE WHEN ${nineDigits(raw)} THEN (${sum}) % 11 = 0 ELSE false END)`;
}

/**
 * Numbers of records that look like citizen service numbers: a sender's own number of a case or report may not say who it is about, and
 * is kept as it was written. Only how many there are is looked at. Fields in which the protocol asks for a citizen service number are
 * something else: of these nothing is kept but a keyed hash.
 */
export async function citizenNumbers(
  duck: Duck,
  protocol: Protocol,
  sources: readonly RecordSource[],
  recordsOf: RecordsOf,
): Promise<Fault[]> {
  const warnings: Fault[] = [];
  for (const { type, file } of sources) {
    const fields = Object.entries(protocol.records[type]!.fields).flatMap(([name, it]) =>
      it.type === "key" || it.type === "reference" ? [name] : [],
    );
    if (fields.length === 0) continue;
    const counts = fields.flatMap((field, i) => {
      const raw = identifier(field);
      return [
        `count(*) FILTER (${nineDigits(raw)}) AS nine${i}`,
        `count(*) FILTER (${elevenTestSql(raw)}) AS passed${i}`,
      ];
    });
    const [row] = await duck.rows<Record<string, number>>(`SELECT ${counts.join(", ")} FROM ${recordsOf(type)}`);
    for (const [i, field] of fields.entries()) {
      const [nine, passed] = [row?.[`nine${i}`] ?? 0, row?.[`passed${i}`] ?? 0];
      if (nine >= fewest && passed >= nearlyAll * nine)
        warnings.push(fault({ kind: "like-bsn", file, type, field, count: passed }));
    }
  }
  return warnings;
}
