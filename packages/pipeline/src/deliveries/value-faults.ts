import type { Duck } from "../duck.ts";
import { fault, mostPlaces, showable, showableDate, type Fault } from "./fault.ts";
import { fieldsSql, rawColumn, type Reading } from "./field-sql.ts";
import type { RecordSource } from "./record-source.ts";
import { typedSql } from "./stage-records.ts";

interface Found {
  readonly n: number;
  readonly first: readonly { readonly record: number; readonly value: string | null }[];
}

/**
 * What is wrong with the values of a source, and where. Reads it a second time, which only a delivery that is rejected needs:
 * values as they were written are kept nowhere.
 */
export async function valueFaults(duck: Duck, source: RecordSource, reading: Reading): Promise<Fault[]> {
  const { type, file } = source;
  const fields = fieldsSql(reading.protocol.records[type]!, reading, source.safe);
  const checks = fields.flatMap((it) => it.checks.map((check) => ({ ...check, field: it.field, shown: it.shown })));
  const numbered = `(SELECT row_number() OVER () AS record, * FROM ${typedSql(source.sql, fields, reading, type)})`;
  const found: { check: (typeof checks)[number]; n: number; first: { record: number; value?: string }[] }[] = [];
  // Some checks at a time: each keeps places of its own.
  const columns = checks.flatMap(({ sql, field, shown }, i) => {
    const value = shown ? `left(${rawColumn(field)}, 200)` : "NULL::VARCHAR";
    return [
      `count(*) FILTER (${sql}) AS n${i}`,
      `to_json(arg_min({'record': record, 'value': ${value}}, record, ${mostPlaces}) FILTER (${sql})) AS first${i}`,
    ];
  });
  const [row] = await duck.rows<Record<string, unknown>>(`SELECT ${columns.join(", ")} FROM ${numbered}`);
  for (const [i, check] of checks.entries()) {
    const n = Number(row?.[`n${i}`] ?? 0);
    if (n === 0) continue;
    const first = JSON.parse(String(row?.[`first${i}`])) as Found["first"];
    found.push({
      check,
      n,
      first: first.map(({ record, value }) => ({ record, ...(value === null ? {} : { value }) })),
    });
  }
  const lines = await source.lines(new Set(found.flatMap((it) => it.first.map(({ record }) => record))));
  const show = (kind: string, value: string): string =>
    kind.startsWith("date-") ? showableDate(value, reading.period.code) : showable(value);
  return found.map(({ check: { kind, field, named, expected }, n, first }) =>
    fault({
      kind,
      field,
      ...(named === undefined ? {} : { named }),
      ...(expected === undefined ? {} : { expected }),
      file,
      type,
      count: n,
      places: first.map(({ record, value }) => ({
        line: lines.get(record) ?? 1,
        ...(value === undefined ? {} : { shown: show(kind, value) }),
      })),
    }),
  );
}

/** Values that are there and could not be read, by field: what a mirror report calls invalid. */
export function invalidValues(faults: readonly Fault[]): { type: string; field: string; count: number }[] {
  const counts = new Map<string, { type: string; field: string; count: number }>();
  for (const { kind, type, field, count } of faults) {
    if (type === undefined || field === undefined || !unreadable.has(kind)) continue;
    const at = `${type} ${field}`;
    counts.set(at, { type, field, count: (counts.get(at)?.count ?? 0) + count });
  }
  return [...counts.values()];
}

const unreadable: ReadonlySet<string> = new Set([
  "date-impossible",
  "birth-date-impossible",
  "bsn-length",
  "bsn-digits",
  "code-unknown",
  "flag-unknown",
  "municipality-unknown",
  "number-unreadable",
  "number-outside",
  "text-long",
]);
