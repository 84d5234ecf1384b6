import type { Language } from "@impactmonitor/model/text";
import { spoken, type BarChart, type LineChart, type Written } from "../chart-state.ts";
import type { Picture } from "./leaf.ts";

/** A chart with its text alternative and with what its signs mean. */
export function pictureOf(
  chart: LineChart | BarChart,
  own: string,
  notes: readonly string[],
  language: Language,
): Picture {
  const everywhere = commonSigns(writtenIn(chart));
  const all = language === "nl" ? "alle waarden" : "all values";
  const signs = chart.signs.map((it) => (everywhere.includes(it.split(" ")[0]!) ? `${it} (${all})` : it));
  return {
    chart,
    own,
    alternative: alternativeOf(chart, language),
    everywhere: everywhere.join(""),
    notes: [...notes, ...(signs.length > 0 ? [`${signs.join(", ")}.`] : [])],
  };
}

const writtenIn = (chart: LineChart | BarChart): readonly Written[] =>
  chart.kind === "line"
    ? chart.series.flatMap((it) => it.points)
    : chart.bars.flatMap((it) => [it, ...(it.compare ? [it.compare] : [])]);

/** "*" and "**" are two signs; all others are one letter long. */
export const signsOf = (it: Written): readonly string[] => it.marked?.signs.match(/\*+|[^*]/gu) ?? [];

function commonSigns(all: readonly Written[]): readonly string[] {
  const [first, ...others] = all.filter((it) => /\d/.test(it.text));
  if (!first || others.length === 0) return [];
  return signsOf(first).filter((sign) => others.every((it) => signsOf(it).includes(sign)));
}

/** Every value in words: whoever can't see a chart should not have to look them up elsewhere. */
function alternativeOf(chart: LineChart | BarChart, language: Language): string {
  const nl = language === "nl";
  if (chart.kind === "line") {
    const said = chart.series.map(
      (it) => `${it.name}: ${it.points.map((point) => `${point.label}: ${spoken(point)}`).join("; ")}.`,
    );
    return [nl ? "Lijndiagram." : "Line chart.", `${chart.title}.`, ...said].join(" ");
  }
  const compared = chart.compareName;
  const said = chart.bars.map((it) => {
    const beside = it.compare ? ` (${compared ?? ""}: ${spoken(it.compare)})` : "";
    return `${it.label}: ${spoken(it)}${beside}`;
  });
  return [nl ? "Staafdiagram." : "Bar chart.", `${chart.title}.`, `${said.join("; ")}.`].join(" ");
}
