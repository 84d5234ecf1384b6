import type { Observation } from "@impactmonitor/model/observation";
import { areaLabel } from "@impactmonitor/views/area-words";
import { periodLabel } from "@impactmonitor/views/period-words";
import { breakdownLabel } from "@impactmonitor/views/statement";
import type { Desk } from "../desk.ts";

/** What a figure is about, in words: subject, category, area, period. */
export function figureName({ book, language }: Desk, it: Observation): string {
  const area = book.area(it.area);
  const parts = [
    book.indicators.get(it.indicator)?.shortTitle[language] ?? it.indicator,
    breakdownLabel(book, it.breakdown, language),
    area ? areaLabel(area, language) : it.area,
    periodLabel(it.period, language),
  ];
  return parts.filter(Boolean).join(", ");
}
