import { storedColumns, type Protocol } from "../deliveries/protocol.ts";
import { identifier, type Duck } from "../duck.ts";
import { tableAnswers } from "./answers.ts";
import { masksSql, type Bits } from "./bits.ts";
import type { Counting } from "./definition.ts";
import { involvementColumn, latestColumn } from "./dimension.ts";
import { halfOf, keyOf } from "./prepare-records.ts";

/**
 * Makes `rows_<type>`: one row per record that counts somewhere, with half-year, sender, municipality (empty if it isn't known or isn't
 * the sender's), of records with a case also case, day and number, and the outcome of every test.
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
  if (Object.values(rule.dimensions).some((it) => "method" in it)) {
    joins.push(`LEFT JOIN involvement i ON i.record = r.record`);
    extra.push(`i.category AS ${involvementColumn}`);
  }
  const answers = await tableAnswers(duck, type, { counting, protocol, bits });
  joins.push(answers.join);
  const inner = [
    `r.*`,
    `${halfOf(`r.${identifier(rule.when)}`)} AS "row.half"`,
    `coalesce(${town}, '') AS "row.town"`,
    ...extra,
    ...(answers.join === "" ? [] : bits.columns.map((it) => `answers.${it} AS answered_${it}`)),
  ];
  const rest = masksSql(bits, (it) => !answers.decide(it));
  const masks = answers.join === "" ? rest : bits.columns.map((it, i) => `answered_${it} & ${rest[i]!}`);
  // Day and number only tell which record of a case is the last.
  const cases =
    rule.case === undefined
      ? []
      : [`w.${identifier(rule.case)} AS casus`, `w.${identifier(rule.when)} AS day`, `w.${identifier(key)} AS number`];
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE rows_${type} AS
     SELECT "row.half"::INTEGER AS half, w.sender, coalesce(t.municipality, '') AS municipality,
       ${[...cases, ...masks].join(", ")}
     FROM (SELECT ${inner.join(", ")} FROM kept_${type} r ${joins.join(" ")}) w
     JOIN towns here ON here.half = "row.half" AND here.region = w.sender AND here.municipality = ''
     LEFT JOIN towns t ON t.half = "row.half" AND t.region = w.sender AND t.municipality = "row.town"`,
  );
}
