import { identifier, literal } from "../../duck.ts";
import type { Field, RecordType } from "../protocol.ts";
import type { ReceivedRecords } from "../received-records.ts";
import { classesOf, codesOf, type Classed, type FieldClass } from "./field-classes.ts";

/** How the records of a type fill a field. The four in the middle add up to the records, unless a record has good and bad answers. */
export interface FieldCounts {
  readonly records: number;
  /** Records with an answer that says something. */
  readonly filled: number;
  /** Records whose answer is that the sender doesn't know. */
  readonly unknown: number;
  readonly absent: number;
  /** Values that could not be read. */
  readonly invalid: number;
  /** Different values. */
  readonly distinct: number;
}

export interface CountedField {
  readonly counts: FieldCounts;
  /** Count by class; empty for what names a record or a person. */
  readonly byClass: ReadonlyMap<string, number>;
  readonly classes: readonly FieldClass[];
}

/** Where an empty field means, by the protocol, that the sender doesn't know. */
const emptyIsUnknown = (field: Field): boolean =>
  field.type === "flag" || field.type === "municipality" || field.type === "person";

const columnOf = (name: string, field: Field): string => ("as" in field ? field.as : name);

interface Plan {
  readonly name: string;
  readonly field: Field;
  readonly column: string;
  readonly classed: Classed | undefined;
  readonly multiple: boolean;
}

/**
 * Counts every field of a type of record: one query for all fields with one answer, one for totals, and one per field with
 * several answers or with names. Grouping is left to the engine, which spills: ten million records fit.
 */
export async function countFields(
  received: ReceivedRecords,
  name: string,
  type: RecordType,
  areaNames: ReadonlyMap<string, string>,
): Promise<{ readonly records: number; readonly fields: ReadonlyMap<string, CountedField> }> {
  const { protocol, period } = received;
  const plans = Object.entries(type.fields).map(([fieldName, field]): Plan => {
    const multiple = field.type === "code" && field.multiple;
    const classed = multiple ? undefined : classesOf(fieldName, field, protocol, period, areaNames);
    return { name: fieldName, field, column: columnOf(fieldName, field), classed, multiple };
  });
  const totals = await readTotals(received, name, plans);
  const grouped = await readGroups(received, name, plans);
  const fields = new Map<string, CountedField>();
  for (const [i, plan] of plans.entries()) {
    const byClass = plan.multiple ? await readAnswers(received, name, plan) : (grouped.get(i) ?? new Map());
    fields.set(plan.name, countedField(received, name, plan, totals, i, byClass));
  }
  return { records: totals.records ?? 0, fields };
}

type Totals = Readonly<Record<string, number>>;

async function readTotals({ duck, source, protocol }: ReceivedRecords, type: string, plans: Plan[]): Promise<Totals> {
  const from = source(type);
  const columns = plans.flatMap(({ field, column, multiple }, i) => {
    const it = identifier(column);
    const list = field.type === "code" ? unknownCodes(protocol.lists[field.list]?.codes ?? {}) : [];
    const unknown = `[${list.map(literal).join(", ")}]::VARCHAR[]`;
    if (multiple)
      return [
        `count(*) FILTER (WHERE len(${it}) > 0) AS filled_${i}`,
        `count(*) FILTER (WHERE list_has_any(${it}, ${unknown})) AS unknown_${i}`,
      ];
    const filled = `count(${it}) AS filled_${i}`;
    if (field.type === "code")
      return [filled, `count(*) FILTER (WHERE list_contains(${unknown}, ${it})) AS unknown_${i}`];
    if (field.type === "date" || field.type === "birth-date" || field.type === "number")
      return [filled, `count(DISTINCT ${it}) AS distinct_${i}`];
    // Names of records and persons are too many to hold at once: grouping can spill, count(DISTINCT) can't.
    if (field.type === "key" || field.type === "reference" || field.type === "person")
      return [
        filled,
        `(SELECT count(*) FROM (SELECT ${it} FROM ${from} WHERE ${it} IS NOT NULL GROUP BY ALL)) AS distinct_${i}`,
      ];
    return [filled];
  });
  const [row] = await duck.rows<Totals>(`SELECT count(*) AS records, ${columns.join(", ")} FROM ${from}`);
  return row ?? {};
}

async function readGroups(
  { duck, source }: ReceivedRecords,
  type: string,
  plans: readonly Plan[],
): Promise<Map<number, Map<string, number>>> {
  const classed = plans.flatMap((plan, i) => (plan.classed ? [{ i, sql: plan.classed.sql }] : []));
  const groups = new Map<number, Map<string, number>>();
  if (classed.length === 0) return groups;
  const select = classed.map(({ i, sql }) => `${sql} AS c${i}`).join(", ");
  const sets = classed.map(({ i }) => `(c${i})`).join(", ");
  const which = classed.map(({ i }) => `WHEN GROUPING(c${i}) = 0 THEN ${i}`).join(" ");
  const key = `coalesce(${classed.map(({ i }) => `c${i}`).join(", ")})`;
  const rows = await duck.rows<{ field: number; key: string | null; n: number }>(
    `SELECT CASE ${which} END AS field, ${key} AS key, count(*) AS n
     FROM (SELECT ${select} FROM ${source(type)}) GROUP BY GROUPING SETS (${sets})`,
  );
  for (const { field, key, n } of rows) {
    if (key === null) continue;
    const counts = groups.get(field) ?? new Map<string, number>();
    groups.set(field, counts.set(key, n));
  }
  return groups;
}

async function readAnswers(
  { duck, source }: ReceivedRecords,
  type: string,
  { column }: Plan,
): Promise<Map<string, number>> {
  const rows = await duck.rows<{ key: string; n: number }>(
    `SELECT key, count(*) AS n FROM (SELECT unnest(${identifier(column)}) AS key FROM ${source(type)}) GROUP BY key`,
  );
  return new Map(rows.map(({ key, n }) => [key, n]));
}

function countedField(
  { invalid: unreadable, protocol }: ReceivedRecords,
  type: string,
  plan: Plan,
  totals: Totals,
  i: number,
  byClass: ReadonlyMap<string, number>,
): CountedField {
  const { field, name } = plan;
  const records = totals.records ?? 0;
  const invalid = unreadable
    .filter((it) => it.type === type && (it.field === name || it.field === plan.column))
    .reduce((sum, it) => sum + it.count, 0);
  const answered = totals[`filled_${i}`] ?? 0;
  const saysUnknown = totals[`unknown_${i}`] ?? 0;
  // A value that couldn't be read was kept as empty.
  const empty = Math.max(0, records - answered - invalid);
  const unknown = emptyIsUnknown(field) ? empty : saysUnknown;
  const absent = emptyIsUnknown(field) ? 0 : empty;
  const distinct = totals[`distinct_${i}`] ?? byClass.size;
  const classes = plan.classed?.classes ?? (field.type === "code" ? codesOf(field.list, protocol) : []);
  return {
    counts: { records, filled: answered - saysUnknown, unknown, absent, invalid, distinct },
    byClass,
    classes: field.type === "municipality" ? classes.filter(({ key }) => byClass.has(key)) : classes,
  };
}

const unknownCodes = (codes: Protocol["lists"][string]["codes"]): string[] =>
  Object.entries(codes)
    .filter(([, code]) => code.unknown)
    .map(([code]) => code);

type Protocol = ReceivedRecords["protocol"];
