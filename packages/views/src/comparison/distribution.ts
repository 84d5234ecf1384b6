import type { Area, Level } from "@impactmonitor/model/area";
import { isValue } from "@impactmonitor/model/cell";
import type { Language } from "@impactmonitor/model/text";
import { levelNames } from "../area-words.ts";
import { areaRows } from "../areas-view.ts";
import type { Book } from "../book.ts";
import { spoken, type Written } from "../chart-state.ts";
import { formatCell, measureLabel } from "../format.ts";
import { signLegend, writtenCell } from "../mark-words.ts";
import type { Shown } from "../shown.ts";
import type { CompareColumn } from "./compare-view.ts";
import type { Between } from "./judgement.ts";
import { ordinaryOf } from "./ordinary-of.ts";

export interface ChosenDot extends Written {
  readonly label: string;
  readonly value: number;
  readonly first: boolean;
}

/** All areas of a level on one line, the chosen ones marked, with the band in which such areas ordinarily lie. */
export interface Distribution {
  readonly kind: "distribution";
  readonly unit: string;
  readonly percent: boolean;
  readonly signs: readonly string[];
  readonly alternative: string;
  readonly level: Level;
  /** Values of the areas of the level that were not chosen. */
  readonly others: readonly number[];
  readonly chosen: readonly ChosenDot[];
  readonly nation?: Written & { readonly label: string; readonly value: number };
  /** Of areas as large as the one named: a smaller area has a wider band. */
  readonly ordinary?: Between & { readonly area: string };
}

/** @returns undefined for counts, of which areas don't compare, and when none of the chosen areas has a value */
export function distribution(
  book: Book,
  column: CompareColumn,
  level: Level,
  name: (area: Area) => string,
  language: Language,
): Distribution | undefined {
  const { indicator, measure, nation } = column;
  if (measure === "count" || measure === "persons") return undefined;
  const written = (it: Shown): Written => writtenCell(it.cell, indicator, measure, language);
  const chosen = column.cells.flatMap(({ area, shown }, i): ChosenDot[] =>
    shown && isValue(shown.cell)
      ? [{ label: name(area), value: shown.cell.value, first: i === 0, ...written(shown) }]
      : [],
  );
  if (chosen.length === 0) return undefined;
  const own = new Set<string>(column.cells.map((it) => it.area.code));
  const rows = areaRows(book, { ...column, level })?.rows ?? [];
  const others = rows.flatMap(({ area, shown }) =>
    !own.has(area.code) && isValue(shown.cell) && shown.measure === measure ? [shown.cell.value] : [],
  );
  const ordinary = ordinaryOf(column);
  const nl = language === "nl";
  return {
    kind: "distribution",
    unit: measureLabel(indicator, measure, language),
    percent: measure === "percent",
    signs: signLegend(
      [...column.cells.flatMap((it) => it.shown?.cell ?? []), ...(nation ? [nation.cell] : [])],
      language,
    ),
    level,
    others,
    chosen,
    ...(nation && isValue(nation.cell)
      ? { nation: { label: nl ? "Nederland" : "Netherlands", value: nation.cell.value, ...written(nation) } }
      : {}),
    ...(ordinary ? { ordinary: { ...ordinary.between, area: name(ordinary.area) } } : {}),
    alternative: alternative({ column, chosen, others, level, ordinary, name }, language),
  };
}

interface Told {
  readonly name: (area: Area) => string;
  readonly column: CompareColumn;
  readonly chosen: readonly ChosenDot[];
  readonly others: readonly number[];
  readonly level: Level;
  readonly ordinary?: { readonly area: Area; readonly between: Between };
}

function alternative({ column, chosen, others, level, ordinary, name }: Told, language: Language): string {
  const nl = language === "nl";
  const number = (value: number): string =>
    formatCell({ value, marks: [] }, column.indicator, column.measure, language);
  const all = [...others, ...chosen.map((it) => it.value)];
  const [low, high] = [number(Math.min(...all)), number(Math.max(...all))];
  const range = nl
    ? `De waarden van de ${levelNames(level).nl} lopen van ${low} tot ${high}.`
    : `The values of the ${levelNames(level).en} run from ${low} to ${high}.`;
  const band = ordinary
    ? nl
      ? `Gewone verschillen voor een gebied zo groot als ${name(ordinary.area)}: ${number(ordinary.between.lower)} tot ${number(ordinary.between.upper)}.`
      : `Ordinary differences for an area as large as ${name(ordinary.area)}: ${number(ordinary.between.lower)} to ${number(ordinary.between.upper)}.`
    : "";
  return [range, band, ...chosen.map((it) => `${it.label}: ${spoken(it)}.`)].filter(Boolean).join(" ");
}
