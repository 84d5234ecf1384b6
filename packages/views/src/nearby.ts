import type { Area } from "@impactmonitor/model/area";
import type { Indicator } from "@impactmonitor/model/indicator";
import type { Language } from "@impactmonitor/model/text";
import { areaRow, type AreaRow } from "./area-view.ts";
import type { Book } from "./book.ts";

/** What there is around an area of which there is little. */
export interface Nearby {
  /** Figures on what the area itself lacks, of areas around it, the smallest first; never the area's own. */
  readonly around: readonly { readonly area: Area; readonly rows: readonly AreaRow[]; readonly total: number }[];
  /** Subjects that the source has for areas of this level, but this edition does not for this area. */
  readonly atSource: readonly Indicator[];
}

/** A few figures to begin with; the page of that area has them all. */
const most = 6;

/** @param wider areas that this one lies in, the smallest first and the country last */
export function nearby(book: Book, area: Area, wider: readonly Area[], language: Language): Nearby {
  const lacking = book.catalogue.indicators.filter(
    (it) => it.levels.includes(area.level) && book.observationsOf(it.id, area.code).length === 0,
  );
  const told = new Set<Indicator>();
  const around = wider.flatMap((it) => {
    const rows = lacking
      .filter((indicator) => !told.has(indicator))
      .flatMap((indicator) => areaRow(book, indicator, it, language) ?? [])
      .filter(saysMuch)
      .toSorted((a, b) => Number(a.category !== undefined) - Number(b.category !== undefined))
      .slice(0, most);
    for (const { indicator } of rows) told.add(indicator);
    return rows.length > 0 ? [{ area: it, rows, total: book.indicatorsOf(it.code).length }] : [];
  });
  return { around, atSource: lacking.filter((it) => it.tables.length > 0) };
}

/** A total or a share; a count of one category says little about another area. */
const saysMuch = (it: AreaRow): boolean =>
  it.nation !== undefined || it.shown.measure === "percent" || it.category === undefined;
