import type { Edition } from "@impactmonitor/edition/read-edition";
import { sealedContent } from "@impactmonitor/edition/sealed-content";
import { isAbsent, isValue, type Cell } from "@impactmonitor/model/cell";
import { breakdownKey, type Observation } from "@impactmonitor/model/observation";

/** One count that figures are about: of a table of what was derived, in an area and a period. */
export interface Spot {
  readonly table: string;
  /** `dimension=code`, or empty for the total. */
  readonly category: string;
  readonly area: string;
  readonly period: string;
}

export const spotKey = ({ table, category, area, period }: Spot): string => `${table}|${category}|${area}|${period}`;

/** What a reader of one edition is told of a count. */
export interface Told {
  readonly spot: Spot;
  /** Undefined when it is left out, or never shown as a count. */
  readonly shown?: number;
  /** Left out on purpose, as a count; a count that only is in percentages that are left out is not known to be. */
  readonly hidden: boolean;
  /** What the source of the data published itself: known to all, and nothing that we could give away. */
  readonly bySource?: { readonly low: number; readonly high: number };
}

/** A percentage or a rate that is shown. */
export interface RatioTold {
  readonly part: Spot;
  /** Of a percentage. */
  readonly whole?: Spot;
  /** Of a rate: per so many inhabitants. */
  readonly per?: number;
  readonly value: number;
}

export interface Facts {
  readonly told: ReadonlyMap<string, Told>;
  readonly ratios: readonly RatioTold[];
}

const inhabitants: Readonly<Record<string, number>> = { "per-10000": 1e4, "per-100000": 1e5, "per-million": 1e6 };

/** Everything that one sealed edition says about counts that we derived. */
export function factsOf(edition: Edition): Facts {
  const publications = sealedContent(edition).observations.flatMap((it) => [
    { ...it, cell: it.cell, row: it.row },
    ...it.vintages.map(({ cell, row }) => ({ ...it, cell, row })),
  ]);
  const told = new Map<string, Told>();
  const ratios: RatioTold[] = [];
  const countOf = new Map<string, Omit<Spot, "area" | "period">>();
  const tell = (spot: Spot, more: Partial<Told>): void => {
    const key = spotKey(spot);
    const known = told.get(key);
    told.set(key, { spot, ...known, ...more, hidden: (known?.hidden ?? false) || (more.hidden ?? false) });
  };
  for (const it of publications) {
    const refs = refsIn(it.row);
    if (refs === undefined || (isAbsent(it.cell) && it.cell.absent !== "suppressed")) continue;
    const at = { area: it.area, period: it.period };
    const part: Spot = { ...refs.part, ...at };
    const value = isValue(it.cell) ? it.cell.value : undefined;
    const per = inhabitants[it.measure];
    if (refs.whole === undefined && per === undefined) {
      tell(part, value === undefined ? { hidden: true } : { shown: value });
      countOf.set(figureKey(it), refs.part);
      continue;
    }
    const whole: Spot | undefined = refs.whole && { ...refs.whole, ...at };
    for (const spot of whole === undefined ? [part] : [part, whole]) tell(spot, {});
    if (value !== undefined) ratios.push({ part, ...(whole ? { whole } : {}), ...(per ? { per } : {}), value });
  }
  for (const it of publications) {
    const ref = refsIn(it.row) === undefined ? countOf.get(figureKey(it)) : undefined;
    const range = ref && rangeOf(it.cell);
    if (ref && range) tell({ ...ref, area: it.area, period: it.period }, { bySource: range });
  }
  return { told, ratios };
}

/** The counts that the row of a derived figure names: `derived/<count>` or `derived/<count>/<count>`. */
function refsIn(row: string) {
  const [folder, part, whole] = row.split("/");
  if (folder !== "derived" || part === undefined) return undefined;
  const read = (text: string) => {
    const [table = "", category = ""] = text.split(":");
    return { table, category };
  };
  return { part: read(part), ...(whole === undefined ? {} : { whole: read(whole) }) };
}

const figureKey = ({ indicator, measure, breakdown }: Observation): string =>
  [indicator, measure, breakdownKey(breakdown)].join("|");

/** Sources round to fives; a count that is no five may be exact. */
function rangeOf(cell: Cell): { readonly low: number; readonly high: number } | undefined {
  if (!isValue(cell)) return undefined;
  const reach = cell.value % 5 === 0 || cell.marks.includes("rounded") ? 2 : 0;
  return { low: Math.max(0, cell.value - reach), high: cell.value + reach };
}
