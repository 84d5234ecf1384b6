import type { ContextSource, ContextValue, ContextVariable } from "@impactmonitor/model/context";
import type { Language, Text } from "@impactmonitor/model/text";
import type { Book } from "../book.ts";
import { formatNumber } from "../format.ts";
import { territoryChanges } from "../shown.ts";

/** What is told of an area: a variable of the catalogue as it was published, or divided by another one. */
export interface ContextMeasure {
  /** Id of the variable, as in `?naast=`. */
  readonly id: string;
  readonly variable: ContextVariable;
  readonly title: Text;
  readonly unit: Text;
  readonly decimals: number;
  readonly percent: boolean;
  /** Id of the variable it is divided by, and what it is multiplied by after that. */
  readonly divided?: { readonly by: string; readonly per: number };
}

/** A fact about one area in one year, with the published values that it is, or was computed from. */
export interface ContextFigure {
  readonly area: string;
  readonly year: number;
  /** First day on which the boundaries hold that it is for, ISO. */
  readonly boundaries: string;
  readonly value: number;
  /** Of a division: official only when both values are. */
  readonly status: "official" | "approximation";
  readonly values: readonly [ContextValue, ...ContextValue[]];
}

/** A variable as its source gives it: also a total or a class. */
export const published = (variable: ContextVariable): ContextMeasure => ({
  id: variable.id,
  variable,
  title: variable.title,
  unit: variable.unit,
  decimals: variable.decimals,
  percent: isPercent(variable.unit),
});

/** A variable in the form that says the same of a large area and a small one; undefined when the catalogue has none. */
export function comparable(variable: ContextVariable): ContextMeasure | undefined {
  const form = variable.comparable;
  if (form === undefined) return undefined;
  if (form === "as-is") return published(variable);
  const { title, unit, decimals, of, per } = form;
  return {
    id: variable.id,
    variable,
    title,
    unit,
    decimals,
    percent: isPercent(unit),
    divided: { by: of, per },
  };
}

/** All facts that may be set beside figures of several areas, in the order of the catalogue. */
export const comparables = (book: Book): readonly ContextMeasure[] =>
  book.catalogue.contextVariables.flatMap((it) => comparable(it) ?? []);

const isPercent = (unit: Text): boolean => /^per cent\b/.test(unit.en);

const found = new WeakMap<Book, Map<string, readonly ContextFigure[]>>();

/**
 * Every value that there is of an area, newest first; of one year the newest boundaries first. Never an estimate of ours
 * between two years. A division is made only of two values of one year and one territory.
 */
export function contextFigures(book: Book, measure: ContextMeasure, area: string): readonly ContextFigure[] {
  const known = found.get(book) ?? new Map<string, readonly ContextFigure[]>();
  found.set(book, known);
  const key = `${area} ${measure.id} ${measure.divided?.by ?? ""}`;
  const before = known.get(key);
  if (before) return before;
  const made = findFigures(book, measure, area).toSorted(
    (a, b) => b.year - a.year || (a.boundaries < b.boundaries ? 1 : -1),
  );
  known.set(key, made);
  return made;
}

function findFigures(book: Book, measure: ContextMeasure, area: string): ContextFigure[] {
  const of = (id: string): ContextFigure[] =>
    book.contextOf(area).flatMap((it) =>
      it.variable === id && it.status !== "estimate"
        ? [
            {
              area,
              year: it.year,
              boundaries: `${it.classification}-01-01`,
              value: it.value,
              status: it.status,
              values: [it] as const,
            },
          ]
        : [],
    );
  const { divided } = measure;
  if (!divided) return of(measure.id);
  const wholes = of(divided.by).filter((it) => it.value > 0);
  return of(measure.id).flatMap((part) => {
    const same = wholes.filter(
      (it) => it.year === part.year && sameTerritory(book, area, it.boundaries, part.boundaries),
    );
    // Of two wholes of one territory the one of the same list of boundaries is the closest.
    const whole = same.find((it) => it.boundaries === part.boundaries) ?? same[0];
    if (!whole) return [];
    const official = part.status === "official" && whole.status === "official";
    return [
      {
        ...part,
        value: (part.value / whole.value) * divided.per,
        status: official ? ("official" as const) : ("approximation" as const),
        values: [...part.values, ...whole.values] as const,
      },
    ];
  });
}

/** Whether an area had the same territory on two days: a fact about one then says something of the other. */
export const sameTerritory = (book: Book, area: string, one: string, other: string): boolean =>
  territoryChanges(book, area).every((it) => it.date > one === it.date > other);

/** The value alone: "14,2%", "1.234". */
export const formatContext = (measure: ContextMeasure, value: number, language: Language): string =>
  `${formatNumber(value, measure.decimals, language)}${measure.percent ? "%" : ""}`;

/** What follows a value in a table: "van de inwoners" after a percentage, else the whole unit. */
export function contextUnit(measure: ContextMeasure, language: Language): string {
  const unit = measure.unit[language];
  return measure.percent ? unit.replace(/^(procent|per cent) /, "") : unit;
}

/** The public tables that facts were read from, each once. */
export const contextTables = (book: Book, figures: Iterable<ContextFigure>): readonly ContextSource[] => {
  const ids = new Set([...figures].flatMap((it) => it.values.map((value) => value.source)));
  return [...ids].flatMap((id) => book.contextSource(id) ?? []);
};
