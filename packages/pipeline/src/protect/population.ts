import type { Catalogue } from "@impactmonitor/model/catalogue";
import type { ContextValue } from "@impactmonitor/model/context";
import type { AreaCode, PeriodCode } from "@impactmonitor/model/id";
import { parsePeriod } from "@impactmonitor/model/period";

/** How many people lived in an area on 1 January of the year of a period; undefined where no count is known. */
export type Population = (area: AreaCode, period: PeriodCode) => number | undefined;

/**
 * Population by area and year, on the territory that the area has in the period. A count on other boundaries is not taken: a region that
 * received two municipalities has more inhabitants, and no more reports yet.
 */
export function populationOf(values: readonly ContextValue[], { areas }: Pick<Catalogue, "areas">): Population {
  const known = Map.groupBy(
    values.filter((it) => it.variable === "population-total"),
    (it) => `${it.area}|${it.year}`,
  );
  /** Which of the territories that an area had under its code. */
  const territory = (area: AreaCode, day: string): string | undefined =>
    areas.find((it) => it.code === area && it.validFrom <= day && day <= (it.validTo ?? day))?.validFrom;
  return (area, period) => {
    const day = parsePeriod(period)?.start ?? "";
    const here = territory(area, day);
    const found = (known.get(`${area}|${day.slice(0, 4)}`) ?? []).filter(
      (it) => here !== undefined && territory(area, `${it.classification}-01-01`) === here,
    );
    return found.toSorted((a, b) => (a.classification < b.classification ? 1 : -1))[0]?.value;
  };
}
