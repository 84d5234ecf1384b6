import { identifier, literal } from "../../duck.ts";
import { storedColumns, type Protocol, type StoredColumn } from "../protocol.ts";
import type { Condition, Day, Related } from "./rule.ts";

/** What a condition is compiled against. */
export interface RuleSetting {
  readonly protocol: Protocol;
  /** SQL source of a type of record; `earlier` with those of the last delivery too. */
  readonly source: (type: string, earlier: boolean) => string;
  readonly period: { readonly start: string; readonly end: string };
  /** Municipalities of the sender's region in the year of the period; empty where no list of that year is known. */
  readonly municipalities: readonly string[];
}

interface Scope {
  readonly type: string;
  readonly alias: string;
  readonly outer?: Scope;
}

export type Compiled = { readonly ok: true; readonly sql: string } | { readonly ok: false; readonly faults: string[] };

/** Compiles a condition on a type of record into SQL over `t0`, or says which names or kinds in it don't fit the protocol. */
export function compileCondition(condition: Condition, type: string, setting: RuleSetting): Compiled {
  const faults: string[] = [];
  if (!Object.hasOwn(setting.protocol.records, type)) return { ok: false, faults: [`There are no records ${type}.`] };
  const columns = columnFinder(setting.protocol, faults);
  const sql = compile(condition, { type, alias: "t0" }, { setting, faults, columns });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, sql };
}

interface Compiling {
  readonly setting: RuleSetting;
  readonly faults: string[];
  readonly columns: (place: string, scope: Scope, kinds?: readonly StoredColumn["sql"][]) => Column;
}

const answers = ["VARCHAR", "VARCHAR[]"] as const;

function compile(it: Condition, scope: Scope, on: Compiling): string {
  const { columns, setting } = on;
  if ("all" in it) return `(${it.all.map((one) => compile(one, scope, on)).join(" AND ")})`;
  if ("any" in it) return `(${it.any.map((one) => compile(one, scope, on)).join(" OR ")})`;
  if ("not" in it) return `(NOT ${compile(it.not, scope, on)})`;
  if ("filled" in it) return filled(columns(it.filled, scope));
  if ("empty" in it) return `(NOT ${filled(columns(it.empty, scope))})`;
  if ("has" in it) {
    const each = Object.entries(it.has).map(([place, codes]) =>
      hasOne(columns(place, scope, answers), codes, place, on),
    );
    return `(${each.join(" AND ")})`;
  }
  if ("childOnly" in it) {
    const column = columns(it.childOnly, scope, answers);
    const codes = Object.entries(setting.protocol.lists[column.list ?? ""]?.codes ?? {});
    const childOnly = codes.filter(([, code]) => code.childOnly).map(([code]) => code);
    return hasOne(column, childOnly, it.childOnly, on);
  }
  if ("yes" in it) return `(${columns(it.yes, scope, ["BOOLEAN"]).sql} = true)`;
  if ("no" in it) return `(${columns(it.no, scope, ["BOOLEAN"]).sql} = false)`;
  if ("before" in it) return `(${day(it.before[0], scope, on)} < ${day(it.before[1], scope, on)})`;
  if ("age" in it) {
    const years = `(year(${day(it.age.on, scope, on)}) - ${columns(it.age.born, scope, ["SMALLINT"]).sql})`;
    return it.age.atLeast === undefined ? `(${years} < ${it.age.below})` : `(${years} >= ${it.age.atLeast})`;
  }
  if ("some" in it) return related(it.some, scope, on);
  if ("none" in it) return `(NOT ${related(it.none, scope, on)})`;
  if ("repeated" in it) return repeated(it.repeated, scope, on);
  return outside(columns(it.outsideRegion, scope, ["VARCHAR"]).sql, setting.municipalities);
}

function hasOne(column: Column, codes: readonly string[], place: string, { setting, faults }: Compiling): string {
  const known = setting.protocol.lists[column.list ?? ""]?.codes ?? {};
  if (column.list === undefined) faults.push(`${place} has no list of codes.`);
  else
    for (const code of codes) if (!Object.hasOwn(known, code)) faults.push(`The list of ${place} has no code ${code}.`);
  if (codes.length === 0) return "false";
  const wanted = codes.map(literal).join(", ");
  return column.kind === "VARCHAR[]" ? `list_has_any(${column.sql}, [${wanted}])` : `(${column.sql} IN (${wanted}))`;
}

function day(it: Day, scope: Scope, { columns, setting }: Compiling): string {
  if (typeof it === "string") return columns(it, scope, ["DATE"]).sql;
  const from = "field" in it ? columns(it.field, scope, ["DATE"]).sql : `DATE ${literal(setting.period[it.period])}`;
  return it.plusDays === 0 ? from : `(${from} + ${it.plusDays})`;
}

function related(it: Related, scope: Scope, on: Compiling): string {
  const { columns, setting, faults } = on;
  if (!Object.hasOwn(setting.protocol.records, it.of)) {
    faults.push(`There are no records ${it.of}.`);
    return "false";
  }
  const inner: Scope = { type: it.of, alias: `t${depth(scope) + 1}`, outer: scope };
  const matches = Object.entries(it.match).map(
    ([theirs, ours]) => `${columns(theirs, inner).sql} = ${columns(ours, scope).sql}`,
  );
  if (matches.length === 0) faults.push("A related record needs something to match on.");
  const where = [...matches, ...(it.when ? [compile(it.when, inner, on)] : [])].join(" AND ");
  return `EXISTS (SELECT 1 FROM ${setting.source(it.of, it.earlier ?? false)} AS ${inner.alias} WHERE ${where})`;
}

function repeated(names: readonly string[], scope: Scope, { columns, setting }: Compiling): string {
  const alone: Scope = { type: scope.type, alias: "r" };
  const own = names.map((it) => columns(it, scope).sql);
  const theirs = names.map((it) => columns(it, alone).sql);
  const listed = theirs.map((sql, i) => `${sql} AS c${i}`).join(", ");
  const known = theirs.map((sql) => `${sql} IS NOT NULL`).join(" AND ");
  return `EXISTS (SELECT 1 FROM (SELECT ${listed} FROM ${setting.source(scope.type, false)} AS r WHERE ${known}
    GROUP BY ALL HAVING count(*) > 1) AS d WHERE ${own.map((sql, i) => `d.c${i} = ${sql}`).join(" AND ")})`;
}

/** Where no list of the year is known, nothing is outside. */
const outside = (column: string, own: readonly string[]): string =>
  own.length === 0 ? "false" : `(${column} NOT IN (${own.map(literal).join(", ")}))`;

interface Column {
  readonly sql: string;
  readonly kind: StoredColumn["sql"];
  /** Of a field with codes. */
  readonly list?: string;
}

const depth = (scope: Scope): number => (scope.outer ? depth(scope.outer) + 1 : 0);

const filled = (column: Column): string =>
  column.kind === "VARCHAR[]" ? `(len(${column.sql}) > 0)` : `(${column.sql} IS NOT NULL)`;

function columnFinder(protocol: Protocol, faults: string[]): Compiling["columns"] {
  return (place, scope, kinds) => {
    const nowhere: Column = { sql: "NULL", kind: "VARCHAR" };
    let at: Scope | undefined = scope;
    for (let i = 0; place[i] === "^"; i++) at = at?.outer;
    const name = place.replace(/^\^+/, "");
    const type = at && protocol.records[at.type];
    const column = type && storedColumns(type).find((it) => it.name === name);
    if (!at || !type || !column) {
      faults.push(at ? `${at.type} has no column ${name}.` : `There is no record around ${place}.`);
      return nowhere;
    }
    if (kinds && !kinds.includes(column.sql)) faults.push(`${place} is no ${kinds.join(" or ")}.`);
    const field = type.fields[name];
    const list = field?.type === "code" ? { list: field.list } : {};
    return { sql: `${at.alias}.${identifier(name)}`, kind: column.sql, ...list };
  };
}
