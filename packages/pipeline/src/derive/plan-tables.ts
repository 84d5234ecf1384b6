import type { Catalogue } from "@impactmonitor/model/catalogue";
import { indicatorId } from "@impactmonitor/model/id";
import type { Indicator, Measure } from "@impactmonitor/model/indicator";
import type { Protocol } from "../deliveries/protocol.ts";
import { identifier } from "../duck.ts";
import type { CountRef, CountTable, Division, Formula } from "./counts.ts";
import type { Condition, Counting, Definition } from "./definition.ts";
import { allOf, dimensionOf, isOneOf, isTrue, anyOf, type Dimension } from "./dimension.ts";

/** A table to count, with what decides whether a record is in a cell. */
export interface PlannedTable extends Omit<CountTable, "counts"> {
  readonly record: string;
  /** Counts cases instead of records. */
  readonly once: boolean;
  /** Category, empty for the total → conditions in SQL over a prepared row, all of which must hold. */
  readonly tests: ReadonlyMap<string, Test>;
  /** Of a case: that it has such a record in the same period. */
  readonly has?: Related;
}
export interface Related {
  readonly record: string;
  readonly test: Test;
}
export type Test = readonly string[];

export interface CountPlan {
  readonly tables: readonly PlannedTable[];
  readonly formulas: readonly Formula[];
}

export interface CountRules {
  readonly definitions: readonly Definition[];
  readonly counting: Counting;
  readonly protocol: Protocol;
  readonly catalogue: Pick<Catalogue, "indicators" | "codelists">;
}

const inhabitants: Partial<Record<Measure, number>> = { "per-10000": 1e4, "per-100000": 1e5, "per-million": 1e6 };

/** Turns checked definitions into the tables to count, each once however many indicators show it, and the formulas over them. */
export function planTables(rules: CountRules): CountPlan {
  const drafts = new Map<string, Draft>();
  const formulas: Formula[] = [];
  for (const definition of rules.definitions) {
    const indicator = rules.catalogue.indicators.find((it) => it.id === definition.indicator);
    if (!indicator) continue;
    const table = draftOf(drafts, definition, [definition.where]);
    for (const it of definition.by) {
      const response = indicator.breakdowns.find((its) => its.dimension === it)?.response ?? "multiple";
      table.by.set(it, response);
    }
    const of = definition.of && draftOf(drafts, definition, denominatorOf(definition));
    const categories = [
      ...(definition.total ? [""] : []),
      ...definition.by.flatMap((it) => categoriesOf(it, definition, rules)),
    ];
    for (const measure of definition.measures)
      for (const category of categories)
        formulas.push(formulaOf(definition, indicator, measure, { table: table.id, category }, of?.id));
  }
  const all = [...drafts.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { tables: all.map((it) => tableOf(it, all, rules)), formulas };
}

/** The conditions of the denominator, those of the parameter's choice among them. */
function denominatorOf({ of, parameters }: Definition): Condition[] {
  const chosen = of?.parameter === undefined ? undefined : parameters[of.parameter];
  return [...(of ? [of.where] : []), ...(chosen ? [chosen.choices[chosen.value] ?? {}] : [])];
}

function formulaOf(
  definition: Definition,
  indicator: Indicator,
  measure: Measure,
  numerator: CountRef,
  denominator: string | undefined,
): Formula {
  const left = definition.notDerived.filter((it) => !it.measure && !it.breakdown && !it.category);
  const perInhabitants = inhabitants[measure];
  return {
    indicator: indicatorId(definition.indicator),
    measure,
    breakdown: numerator.category,
    numerator,
    ...(measure === "percent" && denominator !== undefined
      ? { denominator: { table: denominator, category: "" } }
      : {}),
    ...(perInhabitants === undefined ? {} : { perInhabitants }),
    levels: indicator.levels.filter((it) => !left.some((no) => no.level === it)),
    periodKinds: indicator.periodKinds.filter((it) => !left.some((no) => no.periodKind === it)),
  };
}

/** Categories of a dimension in the order of the catalogue, without those that records do not give. */
function categoriesOf(dimension: string, definition: Definition, { catalogue }: CountRules): string[] {
  const codes = catalogue.codelists.find((it) => it.id === dimension)?.codes ?? [];
  return codes
    .map((it) => `${dimension}=${it.id}`)
    .filter((it) => !definition.notDerived.some((no) => no.category === it && !no.measure && !no.level));
}

interface Draft {
  readonly id: string;
  readonly record: string;
  readonly once: boolean;
  /** Condition in a fixed form → what it asks. */
  readonly conditions: ReadonlyMap<string, Single>;
  readonly by: Map<string, Division["response"]>;
}
type Single =
  | { readonly kind: "field" | "category"; readonly on: string; readonly answers: readonly (string | boolean)[] }
  | { readonly kind: "has"; readonly record: string; readonly fields: Readonly<Record<string, (string | boolean)[]>> };

function draftOf(drafts: Map<string, Draft>, { count }: Definition, where: readonly Condition[]): Draft {
  const conditions = new Map(where.flatMap(singles).sort(([a], [b]) => (a < b ? -1 : 1)));
  const unit = count.once ? `casus(${count.record})` : count.record;
  const id = unit + [...conditions.keys()].map((it) => `[${it}]`).join("");
  const draft = drafts.get(id) ?? {
    id,
    record: count.record,
    once: count.once !== undefined,
    conditions,
    by: new Map(),
  };
  drafts.set(id, draft);
  return draft;
}

function singles({ fields = {}, categories = {}, has }: Condition): [string, Single][] {
  const said = (on: string, answers: readonly (string | boolean)[]): string => `${on}=${answers.join("+")}`;
  const all: [string, Single][] = [
    ...Object.entries(fields).map(([on, answers]): [string, Single] => [
      said(on, answers),
      { kind: "field", on, answers },
    ]),
    ...Object.entries(categories).map(([on, answers]): [string, Single] => [
      said(on, answers),
      { kind: "category", on, answers },
    ]),
  ];
  if (has) {
    const name = Object.entries(has.fields).map(([on, answers]) => said(`${has.record}.${on}`, answers));
    all.push([name.join(","), { kind: "has", ...has }]);
  }
  return all;
}

function tableOf(draft: Draft, all: readonly Draft[], rules: CountRules): PlannedTable {
  const { record, once, conditions } = draft;
  const dimension = (id: string): Dimension => namedDimension(id, record, rules);
  const base: string[] = [];
  let has: Related | undefined;
  for (const it of conditions.values())
    if (it.kind === "has") has = { record: it.record, test: [fieldsTest(it.fields)] };
    else if (it.kind === "field") base.push(fieldsTest({ [it.on]: it.answers }));
    else base.push(anyOf(it.answers.map((answer) => dimension(it.on).tests.get(String(answer)) ?? "false")));
  const divisions = [...draft.by].sort().map(([id, response]) => divisionOf(id, response, dimension(id), rules));
  const tests = new Map<string, Test>([["", base]]);
  for (const { dimension: id, categories } of divisions)
    for (const category of categories)
      tests.set(`${id}=${category}`, [...base, dimension(id).tests.get(category) ?? "false"]);
  return {
    id: draft.id,
    adds: !once,
    divisions,
    within: within(draft, all),
    record,
    once,
    tests,
    ...(has ? { has } : {}),
  };
}

function divisionOf(id: string, response: Division["response"], dimension: Dimension, rules: CountRules): Division {
  const codes = rules.catalogue.codelists.find((it) => it.id === id)?.codes ?? [];
  const categories = codes.map((it) => it.id).filter((it) => dimension.tests.has(it));
  return { dimension: id, categories, response, sums: dimension.sums };
}

/** Of the tables that count the same with fewer conditions, those that come nearest. */
function within(draft: Draft, all: readonly Draft[]): PlannedTable["within"] {
  const fewer = all.filter(
    (it) =>
      it.record === draft.record &&
      it.once === draft.once &&
      it.conditions.size < draft.conditions.size &&
      [...it.conditions.keys()].every((key) => draft.conditions.has(key)),
  );
  const nearest = fewer.filter(
    (it) =>
      !fewer.some(
        (other) =>
          other.conditions.size > it.conditions.size &&
          [...it.conditions.keys()].every((key) => other.conditions.has(key)),
      ),
  );
  return nearest.map((it) => {
    const extra = [...draft.conditions].filter(([key]) => !it.conditions.has(key));
    const [key, single] = extra[0]!;
    const shown =
      extra.length === 1 && single.kind === "category" && single.answers.length === 1 && it.by.has(single.on);
    return { table: it.id, category: shown ? key : "", same: shown };
  });
}

/** A dimension that counting gives to a type of record. */
export function namedDimension(
  id: string,
  record: string,
  { counting, protocol, catalogue }: Omit<CountRules, "definitions">,
): Dimension {
  const source = counting.records[record]?.dimensions[id];
  if (!source) return { id, tests: new Map(), sums: [] };
  return dimensionOf(id, source, record, { protocol, codelist: catalogue.codelists.find((it) => it.id === id) });
}

const fieldsTest = (fields: Readonly<Record<string, readonly (string | boolean)[]>>): string =>
  allOf(
    Object.entries(fields).map(([field, answers]) => {
      const column = identifier(field);
      const flags = answers
        .filter((it) => typeof it === "boolean")
        .map((it) => (it ? isTrue(column) : `${column} = false`));
      const codes = answers.filter((it) => typeof it === "string");
      return anyOf([...flags, ...(codes.length > 0 ? [isOneOf(column, codes)] : [])]);
    }),
  );
