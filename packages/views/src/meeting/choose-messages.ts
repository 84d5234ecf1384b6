import type { Area } from "@impactmonitor/model/area";
import { isAbsent } from "@impactmonitor/model/cell";
import type { Indicator } from "@impactmonitor/model/indicator";
import type { Text } from "@impactmonitor/model/text";
import type { Theme } from "@impactmonitor/model/theme";
import type { Book } from "../book.ts";
import { lead } from "../lead.ts";
import { readingOrder } from "../reading-order.ts";
import type { Shown } from "../shown.ts";

/** What is told of one theme. */
export interface ChosenTheme {
  readonly theme: Theme;
  readonly figures: readonly Shown[];
  /** Of so many subjects of this theme the area has a figure. */
  readonly available: number;
}

/**
 * Which figures get a page of their own. What a figure is, whether it lies high or low and whether it changed play no part: a choice by
 * what stands out would show chance and call it news. Of each step of a theme's reading order the first figure that the area itself has;
 * where it has none of them, the first of the theme that it does have.
 * @param themes ids; when given, these only, and of each all figures of its reading order
 * @returns themes in the order of the catalogue, also those without a figure
 */
export function chooseMessages(book: Book, area: Area, themes?: readonly string[]): readonly ChosenTheme[] {
  return book.catalogue.themes
    .filter((it) => themes === undefined || themes.includes(it.id))
    .map((theme) => {
      const own = book.catalogue.indicators.filter((it) => it.theme === theme.id);
      const have = own.flatMap((it) => figureOf(book, it, area) ?? []);
      const steps = readingOrder(book, theme, area)?.steps ?? [];
      const inOrder = steps.flatMap((step) => {
        const found = step.items.flatMap(({ indicator }) => figureOf(book, indicator, area) ?? []);
        return themes === undefined ? found.slice(0, 1) : found;
      });
      const once = inOrder.filter((it, i) => inOrder.findIndex((other) => other.indicator === it.indicator) === i);
      return { theme, figures: once.length > 0 ? once : have.slice(0, 1), available: have.length };
    });
}

function figureOf(book: Book, indicator: Indicator, area: Area): Shown | undefined {
  const found = lead(book, indicator, area.code);
  return found && !isAbsent(found.cell) ? found : undefined;
}

/** The rule in words, for those who look at what was chosen. */
export const howChosen: Readonly<Record<"usual" | "themes", readonly Text[]>> = {
  usual: [
    {
      nl: "Elk thema heeft een vaste leesvolgorde: een paar vragen na elkaar.",
      en: "Each theme has a fixed reading order: a few questions one after the other.",
    },
    {
      nl: "Bij elke vraag staat het eerste cijfer uit die volgorde dat er voor dit gebied is.",
      en: "With each question stands the first figure in that order that there is for this area.",
    },
    {
      nl: "Of een cijfer hoog of laag is, of veranderde, telde bij het kiezen niet mee.",
      en: "Whether a figure is high or low, or changed, played no part in the choice.",
    },
  ],
  themes: [
    {
      nl: "De thema’s zijn gekozen door wie dit heeft gemaakt.",
      en: "The themes were chosen by whoever made this.",
    },
    {
      nl: "Van elk thema staan hier alle cijfers uit de leesvolgorde die er voor dit gebied zijn.",
      en: "Of each theme all figures in its reading order that there are for this area stand here.",
    },
    {
      nl: "Of een cijfer hoog of laag is, of veranderde, telde bij het kiezen niet mee.",
      en: "Whether a figure is high or low, or changed, played no part in the choice.",
    },
  ],
};
