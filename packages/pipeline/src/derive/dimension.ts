import type { Codelist } from "@impactmonitor/model/codelist";
import type { Protocol } from "../deliveries/protocol.ts";
import { identifier, literal } from "../duck.ts";
import type { DimensionSource } from "./definition.ts";

/** A dimension as records give it. */
export interface Dimension {
  readonly id: string;
  /** Category → SQL over a prepared row that is true for a record in it. */
  readonly tests: ReadonlyMap<string, string>;
  /** Sums that hold for every set of records; the whole is a category, or empty for all records. */
  readonly sums: readonly { readonly whole: string; readonly parts: readonly string[] }[];
}

/** Answers that exclude each other and of which each record has exactly one, and the categories that each is in. */
type Atoms = ReadonlyMap<string, ReadonlySet<string>>;

/** Column of a prepared row that holds a field of the latest related record. */
export const latestColumn = (record: string, field: string): string => identifier(`${record}.${field}`);
/** Column of a prepared row that holds the category of a recode. */
export const recodeColumn = (recode: string): string => identifier(`recode.${recode}`);
export const involvementColumn = identifier("previous-involvement");

/**
 * What a dimension of a type of record means in SQL.
 * @param source says where the categories come from; the names in it are known to exist (see check-definitions.ts).
 */
export function dimensionOf(
  id: string,
  source: DimensionSource,
  record: string,
  { protocol, codelist }: { readonly protocol: Protocol; readonly codelist: Codelist | undefined },
): Dimension {
  if ("fields" in source) return ofFields(id, source, record, protocol);
  if ("recode" in source) return ofRecode(id, source.recode, protocol);
  if ("flags" in source) {
    const test = (flags: readonly string[]): string =>
      anyOf(flags.map((it) => isTrue(latestColumn(source.latest, it))));
    return { id, tests: new Map(Object.entries(source.flags).map(([it, flags]) => [it, test(flags)])), sums: [] };
  }
  if ("latest" in source) {
    const column = latestColumn(source.latest, source.field);
    const codes = codesOf(protocol, source.latest, source.field);
    const tests = new Map([...byCategory(codes)].map(([category, these]) => [category, isOneOf(column, these)]));
    tests.set(source.none, `${column} IS NULL`);
    return { id, tests, sums: sumsOf(new Map([...codes, ["", new Set([source.none])]])) };
  }
  return ofMethod(id, codelist);
}

function ofFields(
  id: string,
  source: Extract<DimensionSource, { fields: unknown }>,
  record: string,
  protocol: Protocol,
): Dimension {
  const tests = new Map<string, string>();
  const sums: Dimension["sums"][number][] = [];
  const unless = source.without === undefined ? "" : ` AND NOT ${isTrue(identifier(source.without))}`;
  for (const field of source.fields) {
    const it = protocol.records[record]?.fields[field];
    if (it?.type !== "code") continue;
    const codes = codesOf(protocol, record, field);
    const column = identifier(field);
    for (const [category, these] of byCategory(codes)) {
      const test = `${it.multiple ? hasOneOf(column, these) : isOneOf(column, these)}${unless}`;
      const before = tests.get(category);
      tests.set(category, before === undefined ? test : anyOf([before, test]));
    }
    if (!it.multiple && it.required && unless === "") sums.push(...sumsOf(codes));
  }
  if (source.always !== undefined) tests.set(source.always, unless === "" ? "true" : unless.replace(/^ AND /, ""));
  return { id, tests, sums };
}

function ofRecode(id: string, recode: string, protocol: Protocol): Dimension {
  const all = [...new Set((protocol.recodes[recode] ?? []).map((it) => it.is))];
  const tests = new Map(all.map((it) => [it, isOneOf(recodeColumn(recode), [it])]));
  return { id, tests, sums: sumsOf(new Map(all.map((it) => [it, new Set([it])]))) };
}

/** The category of a recode: that of the first line that fits. */
export function recodeSql(recode: string, protocol: Protocol): string {
  const lines = (protocol.recodes[recode] ?? []).map(({ when = {}, is }) => {
    const fits = allOf(Object.entries(when).map(([field, codes]) => isOneOf(identifier(field), codes)));
    return `WHEN ${fits} THEN ${literal(is)}`;
  });
  return `CASE ${lines.join(" ")} END`;
}

/** Each record has one of the codes without codes under them; a code above others holds theirs. */
function ofMethod(id: string, codelist: Codelist | undefined): Dimension {
  const codes = codelist?.codes ?? [];
  const above = (code: string): string[] => {
    const parent = codes.find((it) => it.id === code)?.parent;
    return parent === undefined ? [code] : [code, ...above(parent)];
  };
  const leaves = codes.filter((it) => !codes.some((other) => other.parent === it.id)).map((it) => it.id);
  const atoms = new Map(leaves.map((it) => [it, new Set(above(it))]));
  const tests = new Map(
    [...byCategory(atoms)].map(([category, these]) => [category, isOneOf(involvementColumn, these)]),
  );
  return { id, tests, sums: sumsOf(atoms) };
}

/** Codes of the list behind a field, with the categories that each counts towards. */
function codesOf(protocol: Protocol, record: string, field: string): Atoms {
  const it = protocol.records[record]?.fields[field];
  const list = it?.type === "code" ? protocol.lists[it.list] : undefined;
  return new Map(Object.entries(list?.codes ?? {}).map(([code, { is }]) => [code, new Set(is)]));
}

function byCategory(atoms: Atoms): Map<string, string[]> {
  const categories = new Map<string, string[]>();
  for (const [atom, ofAtom] of atoms)
    for (const it of ofAtom) categories.set(it, [...(categories.get(it) ?? []), atom]);
  return categories;
}

/** A whole is the sum of the largest categories inside it if those share no answer and leave none out. */
function sumsOf(atoms: Atoms): Dimension["sums"] {
  const sets = new Map([["", [...atoms.keys()]], ...byCategory(atoms)]);
  const inside = (part: readonly string[], whole: readonly string[]): boolean =>
    part.length < whole.length && part.every((it) => whole.includes(it));
  return [...sets].flatMap(([whole, all]) => {
    const within = [...sets].filter(([id, its]) => id !== "" && id !== whole && inside(its, all));
    const parts = within.filter(([, its]) => !within.some(([, other]) => inside(its, other)));
    const covered = parts.flatMap(([, its]) => its);
    const complete = covered.length === all.length && new Set(covered).size === all.length;
    return complete && parts.length > 1 ? [{ whole, parts: parts.map(([id]) => id) }] : [];
  });
}

// Tests may come out as NULL for an empty field; where one is used or joined with others, that is the same as false. Not under NOT.
export const isTrue = (sql: string): string => `coalesce(${sql}, false)`;
export const isOneOf = (column: string, codes: readonly string[]): string =>
  `${column} IN (${codes.map(literal).join(", ")})`;
// Four times as fast as list_has_any.
const hasOneOf = (column: string, codes: readonly string[]): string =>
  anyOf(codes.map((it) => `list_contains(${column}, ${literal(it)})`));
export const anyOf = (tests: readonly string[]): string => (tests.length === 1 ? tests[0]! : `(${tests.join(" OR ")})`);
export const allOf = (tests: readonly string[]): string =>
  tests.length === 0 ? "true" : tests.length === 1 ? tests[0]! : `(${tests.join(" AND ")})`;
