import { storedColumns, type Protocol } from "../deliveries/protocol.ts";
import { identifier, type Duck } from "../duck.ts";
import type { Counting } from "./definition.ts";
import { recodeColumn, recodeSql } from "./dimension.ts";
import { columnsIn, masksSql, type Bits } from "./bits.ts";

/** The outcome of tests as far as the answers to some fields decide it. */
export interface Answers {
  /** Whether nothing else than these answers decides a condition. */
  readonly decide: (condition: string) => boolean;
  /** Joins the outcome to records `r`, as `m0`, `m1`, … of `answers`. Empty if no test asks for these fields. */
  readonly join: string;
}

/**
 * Makes `answers_<type>`: each combination of answers to the fields with one answer that occurs, with the outcome of all tests. Millions of
 * records have some hundreds of combinations, and the conditions need to be worked out for these only. Of a test that asks for more than
 * these fields it holds the outcome of its conditions on them.
 */
export async function tableAnswers(
  duck: Duck,
  type: string,
  { counting, protocol, bits }: { readonly counting: Counting; readonly protocol: Protocol; readonly bits: Bits },
): Promise<Answers> {
  const fields = Object.entries(protocol.records[type]!.fields).filter(
    ([, it]) => it.type === "flag" || (it.type === "code" && !it.multiple),
  );
  const single = new Set(fields.map(([name]) => identifier(name)));
  const recodes = recodesOf(type, counting, protocol);
  const decide = (condition: string): boolean =>
    columnsIn(condition).every((it) => single.has(it) || recodes.get(it)?.fields.every((one) => single.has(one)));
  const asked = new Set(bits.tests.flat().filter(decide).flatMap(columnsIn));
  const used = new Set([...asked].flatMap((it) => recodes.get(it)?.fields ?? [it]));
  const columns = storedColumns(protocol.records[type]!).map((it) => identifier(it.name));
  const given = columns.filter((it) => used.has(it));
  if (given.length === 0) return { decide: () => false, join: "" };
  const recoded = [...recodes].filter(([it]) => asked.has(it)).map(([it, { sql }]) => `${sql} AS ${it}`);
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE answers_${type} AS
     SELECT ${[...given, ...masksSql(bits, decide)].join(", ")}
     FROM (SELECT ${["*", ...recoded].join(", ")} FROM (SELECT DISTINCT ${given.join(", ")} FROM kept_${type}))`,
  );
  const same = given.map((it) => `answers.${it} IS NOT DISTINCT FROM r.${it}`);
  return { decide, join: `JOIN answers_${type} answers ON ${same.join(" AND ")}` };
}

/** The recodes of a type of record by their column, and which fields each goes by. */
function recodesOf(type: string, counting: Counting, protocol: Protocol) {
  const sources = Object.values(counting.records[type]?.dimensions ?? {});
  return new Map(
    sources.flatMap((it) => {
      if (!("recode" in it)) return [];
      const asked = (protocol.recodes[it.recode] ?? []).flatMap(({ when = {} }) => Object.keys(when));
      return [
        [
          recodeColumn(it.recode),
          { sql: recodeSql(it.recode, protocol), fields: [...new Set(asked)].map(identifier) },
        ] as const,
      ];
    }),
  );
}
