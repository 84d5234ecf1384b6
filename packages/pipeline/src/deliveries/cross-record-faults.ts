import { identifier, literal, type Duck } from "../duck.ts";
import { fault, mostPlaces, showable, type Fault } from "./fault.ts";
import { practiceMark } from "./practice-mark.ts";
import type { Protocol } from "./protocol.ts";
import type { RecordSource } from "./record-source.ts";

/** SQL source of the records of a type, with `record`. */
export type RecordsOf = (type: string) => string;

interface Row {
  readonly n: number;
  readonly first: string | null;
}

/** Keys that occur twice. A hash of eight bytes a record finds that there is none; only when two agree are the keys compared. */
export async function keyFaults(
  duck: Duck,
  protocol: Protocol,
  sources: readonly RecordSource[],
  recordsOf: RecordsOf,
): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const source of sources) {
    const key = keyOf(protocol, source.type);
    if (key === undefined) continue;
    const [quick] = await duck.rows<{ same: boolean }>(
      `SELECT count(${identifier(key)}) = count(DISTINCT hash(${identifier(key)})) AS same FROM ${recordsOf(source.type)} ` +
        `WHERE ${identifier(key)} IS NOT NULL`,
    );
    if (quick?.same) continue;
    const double =
      `(SELECT record, key FROM (SELECT record, ${identifier(key)} AS key, ` +
      `row_number() OVER (PARTITION BY ${identifier(key)} ORDER BY record) AS nth FROM ${recordsOf(source.type)} ` +
      `WHERE ${identifier(key)} IS NOT NULL) WHERE nth > 1)`;
    const found = await placesOf(duck, double, source, key, {});
    if (found) faults.push(fault({ kind: "key-double", ...found }));
  }
  return faults;
}

/**
 * Made-up records among real ones, or real ones in a place for practice: nothing is ever counted over both.
 * @param practice whether made-up records are what is expected
 */
export async function mixedFaults(
  duck: Duck,
  protocol: Protocol,
  sources: readonly RecordSource[],
  recordsOf: RecordsOf,
  practice: boolean,
): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const source of sources) {
    const key = keyOf(protocol, source.type);
    if (key === undefined) continue;
    const strange = `starts_with(${identifier(key)}, ${literal(practiceMark)}) = ${!practice}`;
    const mixed = `(SELECT record, ${identifier(key)} AS key FROM ${recordsOf(source.type)} WHERE ${strange})`;
    const found = await placesOf(duck, mixed, source, key, { named: practiceMark });
    if (found) faults.push(fault({ kind: practice ? "not-practice" : "practice-record", ...found }));
  }
  return faults;
}

/**
 * References to records that are not there: not in this delivery, nor, where that is allowed, in an earlier one. All that point to the
 * same records are looked up at once; only when one of them is missing, each field by itself.
 */
export async function referenceFaults(
  duck: Duck,
  protocol: Protocol,
  sources: readonly RecordSource[],
  recordsOf: RecordsOf,
  earlier: (type: string) => readonly string[],
): Promise<Fault[]> {
  const references = sources.flatMap((source) =>
    Object.entries(protocol.records[source.type]!.fields).flatMap(([name, field]) =>
      field.type === "reference" ? [{ source, name, to: field.to, earlier: field.earlier }] : [],
    ),
  );
  const faults = new Map<(typeof references)[number], Fault>();
  for (const its of Map.groupBy(references, (it) => `${it.to.join(" ")} ${it.earlier}`).values()) {
    const keys = its[0]!.to.flatMap((to) => {
      const key = keyOf(protocol, to);
      if (key === undefined) return [];
      const places = [recordsOf(to), ...(its[0]!.earlier ? earlier(to) : [])];
      return places.map((it) => `SELECT ${identifier(key)} AS key FROM ${it}`);
    });
    // Not written as NOT EXISTS, which first makes a list of all different keys and takes twice as long.
    const without = (records: string): string =>
      `${records} AS r ANTI JOIN (${keys.join(" UNION ALL ")}) AS k ON k.key = r.key WHERE r.key IS NOT NULL`;
    const all = its.map((it) => `SELECT ${identifier(it.name)} AS key FROM ${recordsOf(it.source.type)}`);
    const [missing] = await duck.rows<{ n: number }>(
      `SELECT count(*) AS n FROM ${without(`(${all.join(" UNION ALL ")})`)}`,
    );
    if (missing?.n === 0) continue;
    for (const it of its) {
      const one = `(SELECT record, ${identifier(it.name)} AS key FROM ${recordsOf(it.source.type)})`;
      const found = await placesOf(duck, `(SELECT * FROM ${without(one)})`, it.source, it.name, {
        named: it.to.join(", "),
      });
      if (found) faults.set(it, fault({ kind: "reference-missing", ...found }));
    }
  }
  return references.flatMap((it) => faults.get(it) ?? []);
}

/** Municipalities that exist, outside the region of the sender: it happens, and may be a slip. */
export async function outsideRegion(
  duck: Duck,
  protocol: Protocol,
  sources: readonly RecordSource[],
  recordsOf: RecordsOf,
  { region, members }: { readonly region: string; readonly members: readonly string[] },
): Promise<Fault[]> {
  const warnings: Fault[] = [];
  const list = members.map(literal).join(", ");
  for (const source of sources)
    for (const [name, field] of Object.entries(protocol.records[source.type]!.fields)) {
      if (field.type !== "municipality" || list === "") continue;
      const outside =
        `(SELECT record, ${identifier(name)} AS key FROM ${recordsOf(source.type)} ` +
        `WHERE ${identifier(name)} NOT IN (${list}))`;
      const found = await placesOf(duck, outside, source, name, { named: region });
      if (found) warnings.push(fault({ kind: "municipality-outside", ...found }));
    }
  return warnings;
}

const keyOf = (protocol: Protocol, type: string): string | undefined =>
  Object.entries(protocol.records[type]?.fields ?? {}).find(([, it]) => it.type === "key")?.[0];

/** How often something is wrong and where, of records that are told by their number and what stands there. */
export async function placesOf(
  duck: Duck,
  wrong: string,
  source: RecordSource,
  field: string,
  details: { named?: string },
) {
  const [row] = await duck.rows<Row>(
    `SELECT count(*) AS n, to_json(arg_min({'record': record, 'value': left(key, 200)}, record, ${mostPlaces})) AS first FROM ${wrong}`,
  );
  if (!row || row.n === 0 || row.first === null) return undefined;
  const first = JSON.parse(row.first) as readonly { readonly record: number; readonly value: string }[];
  const lines = await source.lines(new Set(first.map((it) => it.record)));
  const places = first.map(({ record, value }) => ({ line: lines.get(record) ?? 1, shown: showable(value) }));
  return { ...details, file: source.file, type: source.type, field, count: row.n, places };
}
