import { isValue } from "@impactmonitor/model/cell";
import type { Language } from "@impactmonitor/model/text";
import { areaLabel, levelNames } from "../area-words.ts";
import type { Book } from "../book.ts";
import { spoken, type ScatterChart, type ScatterDot } from "../chart-state.ts";
import { formatCell, measureLabel } from "../format.ts";
import { signLegend, writtenCell } from "../mark-words.ts";
import { periodLabel } from "../period-words.ts";
import { breakdownLabel, midSentence } from "../statement.ts";
import type { ContextBeside, ContextPair } from "./context-beside.ts";
import { formatContext } from "./context-figure.ts";

/** A figure upward and a fact to the right, a dot for each area that has both. */
export function contextScatter(book: Book, beside: ContextBeside, chosen: string, language: Language): ScatterChart {
  const { figure, measure, pairs, nation } = beside;
  const subject = [figure.indicator.shortTitle[language], breakdownLabel(book, figure.breakdown, language)]
    .filter(Boolean)
    .join(": ");
  const [fact, nl] = [measure.title[language], language === "nl"];
  const y = {
    title: subject,
    unit: measureLabel(figure.indicator, figure.measure, language),
    percent: figure.measure === "percent",
  };
  const x = { title: fact, unit: measure.unit[language], percent: measure.percent };
  const dot = (it: ContextPair): ScatterDot[] =>
    isValue(it.shown.cell)
      ? [
          {
            label: it.area.level === "nation" ? areaLabel(it.area, language) : it.area.name,
            y: {
              value: it.shown.cell.value,
              ...writtenCell(it.shown.cell, figure.indicator, figure.measure, language),
            },
            x: { value: it.context.value, text: formatContext(measure, it.context.value, language) },
            chosen: it.area.code === chosen,
          },
        ]
      : [];
  const dots = pairs.flatMap(dot);
  const country = nation ? dot(nation)[0] : undefined;
  const total = pairs.length + beside.leftOut.length;
  const count = nl ? `${dots.length} van de ${total}` : `${dots.length} of ${total}`;
  return {
    kind: "scatter",
    title: `${subject} ${nl ? "naast" : "beside"} ${midSentence(fact)}, ${periodLabel(figure.period, language)}, ${count} ${levelNames(figure.level)[language]}`,
    unit: "",
    signs: signLegend(
      [...pairs, ...(nation ? [nation] : [])].map((it) => it.shown.cell),
      language,
    ),
    alternative: alternative(beside, dots, country, language),
    x,
    y,
    dots,
    ...(country ? { compare: country } : {}),
  };
}

/** Between which values the dots lie, and where the chosen area and the country do; never how the two go together. */
function alternative(
  { figure, measure }: ContextBeside,
  dots: readonly ScatterDot[],
  country: ScatterDot | undefined,
  language: Language,
): string {
  const nl = language === "nl";
  const ends = (values: readonly number[], write: (value: number) => string): string => {
    const [low, high] = [write(Math.min(...values)), write(Math.max(...values))];
    return nl ? `van ${low} tot ${high}` : `from ${low} to ${high}`;
  };
  const up = ends(
    dots.map((it) => it.y.value),
    (value) => formatCell({ value, marks: [] }, figure.indicator, figure.measure, language),
  );
  const right = ends(
    dots.map((it) => it.x.value),
    (value) => formatContext(measure, value, language),
  );
  const own = [...dots.filter((it) => it.chosen), ...(country ? [country] : [])];
  return [
    nl ? `Omhoog loopt het cijfer ${up}.` : `Upward the figure runs ${up}.`,
    nl ? `Naar rechts loopt het gegeven ${right}.` : `To the right the fact runs ${right}.`,
    ...own.map((it) => `${it.label}: ${spoken(it.y)}; ${spoken(it.x)}.`),
    nl ? "Alle waarden staan in de tabel." : "All values are in the table.",
  ].join(" ");
}
