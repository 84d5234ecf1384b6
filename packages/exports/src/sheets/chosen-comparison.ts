import type { Language, Text } from "@impactmonitor/model/text";
import { areaLabel } from "@impactmonitor/views/area-words";
import type { Book } from "@impactmonitor/views/book";
import { comparisonWords } from "@impactmonitor/views/comparison/comparison-words";
import { compareView, type CompareView } from "@impactmonitor/views/comparison/compare-view";
import { alarmSentence, compareTitle, groupNotes, judgedBy } from "@impactmonitor/views/comparison/compare-words";
import { guardsOf } from "@impactmonitor/views/guards";
import { CannotMake } from "../documents/make-document.ts";
import type { Subject } from "../documents/order.ts";
import { areaOf, indicatorOf } from "./chosen-figures.ts";

type Asked = Extract<Subject, { kind: "comparison" }>;

/** What the compare page would show. @throws CannotMake where an area or indicator isn't there, or none of them has a figure */
export function chosenComparison(book: Book, subject: Asked): CompareView {
  const areas = subject.areas.map((it) => areaOf(book, it));
  const indicators = subject.indicators.map(({ indicator, breakdown }) => ({
    indicator: indicatorOf(book, indicator),
    ...(breakdown ? { breakdown } : {}),
  }));
  if (areas.length === 0 || indicators.length === 0) throw new CannotMake(tooFew);
  const { form, period } = subject;
  const view = compareView(book, { areas, indicators, form, ...(period === undefined ? {} : { period }) });
  if (view.columns.length === 0) throw new CannotMake(nothing);
  return view;
}

const tooFew: Text = {
  nl: "Kies de gebieden en de cijfers die u naast elkaar wilt zien.",
  en: "Choose the areas and the figures that you want to see side by side.",
};
const nothing: Text = {
  nl: "Geen van deze gebieden heeft deze cijfers in deze editie.",
  en: "None of these areas has these figures in this edition.",
};

export const comparisonTitle = (view: CompareView): Text => ({
  nl: compareTitle(view, "nl"),
  en: compareTitle(view, "en"),
});

/** What the page says around its table: how it was judged, what chance does, what is missing. */
export function comparisonNotes(book: Book, view: CompareView, language: Language): readonly string[] {
  const first = { nl: areaLabel(view.areas[0], "nl"), en: areaLabel(view.areas[0], "en") };
  const { chanceBeside } = comparisonWords;
  const shown = view.columns.flatMap((column) => column.cells.flatMap((it) => it.shown ?? []));
  return [
    judgedBy(view, language),
    ...groupNotes(view, language),
    ...guardsOf(book, shown).map((it) => it.text[language]),
    view.alarms ? alarmSentence(view.alarms, comparisonWords.chanceNation, language) : "",
    view.alarmsBeside
      ? alarmSentence(
          view.alarmsBeside,
          { nl: chanceBeside.nl.replace("{area}", first.nl), en: chanceBeside.en.replace("{area}", first.en) },
          language,
        )
      : "",
    ...view.empty.map((it) => `${it.indicator.title[language]}: ${it.why[language]}`),
  ].filter((it) => it !== "");
}
