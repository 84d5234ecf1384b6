import type { Area } from "@impactmonitor/model/area";
import { isAbsent } from "@impactmonitor/model/cell";
import type { Indicator } from "@impactmonitor/model/indicator";
import type { Text } from "@impactmonitor/model/text";
import type { Theme } from "@impactmonitor/model/theme";
import type { Book } from "./book.ts";
import { lead } from "./lead.ts";

export interface ReadingOrder {
  readonly why: Text;
  readonly steps: readonly ReadingStep[];
}
export interface ReadingStep {
  readonly ask: Text;
  readonly items: readonly {
    readonly indicator: Indicator;
    /** The area that has a figure to read: the one asked for, else the nation; absent when neither has. */
    readonly from?: Area;
  }[];
}

/** In which order to read a theme's figures for an area, with what there is and is not to read at each step. */
export function readingOrder(book: Book, theme: Theme, area: Area): ReadingOrder | undefined {
  const nation = book.area("NL01");
  const has = (indicator: Indicator, it: Area): boolean => {
    const found = lead(book, indicator, it.code);
    return found !== undefined && !isAbsent(found.cell);
  };
  return (
    theme.readingOrder && {
      why: theme.readingOrder.why,
      steps: theme.readingOrder.steps.map(({ ask, indicators }) => ({
        ask,
        items: indicators.flatMap((id) => {
          const indicator = book.indicators.get(id);
          if (!indicator) return [];
          const from = [area, ...(nation ? [nation] : [])].find((it) => has(indicator, it));
          return [{ indicator, ...(from ? { from } : {}) }];
        }),
      })),
    }
  );
}
