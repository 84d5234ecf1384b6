import { storedColumns, type Protocol } from "../deliveries/protocol.ts";
import { identifier, type Duck } from "../duck.ts";
import type { Counting } from "./definition.ts";
import { allOf, involvementColumn, latestColumn, recodeColumn, recodeSql } from "./dimension.ts";
import type { Test } from "./plan-tables.ts";
import { halfOf, keyOf } from "./prepare-records.ts";

/** Which tests a prepared row has the outcome of, each as one bit: 64 in a column, `m0`, `m1`, … */
export class Bits {
  readonly tests: Test[] = [];
  readonly #positions = new Map<string, number>();
  /** Position of a test, the same for the same test. */
  of(test: Test): number {
    const key = test.join(" AND ");
    const at = this.#positions.get(key) ?? this.tests.push(test) - 1;
    this.#positions.set(key, at);
    return at;
  }
  get columns(): string[] {
    return Array.from({ length: Math.ceil(this.tests.length / 64) }, (_, i) => `m${i}`);
  }
}

/** 1 if the test on this position came out true, else 0. */
export const bit = (position: number, of = ""): string =>
  `((${of}m${Math.floor(position / 64)} & ${1n << BigInt(position % 64)}::UBIGINT) <> 0)::INTEGER`;

/**
 * Makes `rows_<type>`: one row per record that counts somewhere, with half-year, sender, municipality (empty if it isn't known or isn't
 * the sender's), case, day and number, and the outcome of every test.
 */
export async function prepareRows(
  duck: Duck,
  type: string,
  { counting, protocol, bits }: { readonly counting: Counting; readonly protocol: Protocol; readonly bits: Bits },
): Promise<void> {
  const rule = counting.records[type]!;
  const key = keyOf(protocol, type);
  const joins: string[] = [];
  const extra: string[] = [];
  let town = `r.${identifier("field" in rule.municipality ? rule.municipality.field : "")}`;
  if ("of" in rule.municipality) {
    const { of, by, field } = rule.municipality;
    town = `o.${identifier(field)}`;
    joins.push(
      `LEFT JOIN raw_${of} o ON o.delivery = r.delivery AND o.${identifier(keyOf(protocol, of))} = r.${identifier(by)}`,
    );
  }
  for (const [latest, { to }] of Object.entries(counting.latest))
    if (to === type) {
      joins.push(
        `LEFT JOIN latest_${latest} l_${latest} ON l_${latest}.sender = r.sender AND l_${latest}.target = r.${identifier(key)}`,
      );
      for (const { name } of storedColumns(protocol.records[latest]!))
        extra.push(`l_${latest}.${identifier(name)} AS ${latestColumn(latest, name)}`);
    }
  for (const source of Object.values(rule.dimensions)) {
    if ("recode" in source) extra.push(`${recodeSql(source.recode, protocol)} AS ${recodeColumn(source.recode)}`);
    if ("method" in source) {
      joins.push(`LEFT JOIN involvement i ON i.record = r.record`);
      extra.push(`i.category AS ${involvementColumn}`);
    }
  }
  const inner = [
    `r.*`,
    `${halfOf(`r.${identifier(rule.when)}`)} AS "row.half"`,
    `coalesce(${town}, '') AS "row.town"`,
    ...extra,
  ];
  // Each condition is worked out once, however many tests it is in.
  const conditions = [...new Set(bits.tests.flat())];
  const holds = new Map(conditions.map((it, i) => [it, `holds_${i}`]));
  const worked = conditions.map((it) => `coalesce(${it}, false) AS ${holds.get(it)!}`);
  const masks = bits.columns.map((column, i) => {
    const tests = bits.tests.slice(i * 64, i * 64 + 64).map((test) => allOf(test.map((it) => holds.get(it)!)));
    const set = tests.map((it, at) => `CASE WHEN ${it} THEN ${1n << BigInt(at)}::UBIGINT ELSE 0::UBIGINT END`);
    return `${together(set)} AS ${column}`;
  });
  const cases = rule.case === undefined ? [] : [`w.${identifier(rule.case)} AS casus`];
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE rows_${type} AS
     SELECT "row.half"::INTEGER AS half, w.sender, coalesce(t.municipality, '') AS municipality,
       ${[...cases, `w.${identifier(rule.when)} AS day`, `w.${identifier(key)} AS number`, ...masks].join(", ")}
     FROM (SELECT ${["*", ...worked].join(", ")} FROM (SELECT ${inner.join(", ")} FROM kept_${type} r ${joins.join(" ")})) w
     JOIN towns here ON here.half = "row.half" AND here.region = w.sender AND here.municipality = ''
     LEFT JOIN towns t ON t.half = "row.half" AND t.region = w.sender AND t.municipality = "row.town"`,
  );
}

/** All of them with | between, as a tree: planning a chain of 64 takes twice as long. */
const together = (parts: readonly string[]): string => {
  const half = Math.ceil(parts.length / 2);
  return parts.length < 2
    ? `(${parts.join("")})`
    : `(${together(parts.slice(0, half))} | ${together(parts.slice(half))})`;
};
