import { drawDistribution } from "@impactmonitor/charts/distribution-chart";
import { fileInk } from "@impactmonitor/charts/ink";
import { drawPanels } from "@impactmonitor/charts/panels-chart";
import { pictureFile } from "@impactmonitor/charts/picture-file";
import { levelNames } from "@impactmonitor/views/area-words";
import type { CompareColumn, CompareView } from "@impactmonitor/views/comparison/compare-view";
import { columnWords } from "@impactmonitor/views/comparison/compare-words";
import { distribution, type Distribution } from "@impactmonitor/views/comparison/distribution";
import { multiples, type Multiples } from "@impactmonitor/views/comparison/multiples";
import { editionName, sourceWord } from "@impactmonitor/views/practice-words";
import type { Desk } from "./desk.ts";
import { namer } from "./pages/compare-names.ts";
import { words } from "./pages/compare-page-words.ts";
import { pictureTick, pictureWords, type PictureLook } from "./picture.ts";

/** What `?grafiek=` holds on a comparison: which of the two charts, of the how manieth figure as it is listed. */
export const compareChartKey = (kind: "verdeling" | "verloop", column: number): string => `${kind}/${column + 1}`;

/** @returns the SVG; undefined when the comparison has no such chart */
export function comparePicture(desk: Desk, view: CompareView, key: string, look: PictureLook): string | undefined {
  const at = view.columns.findIndex((_, i) =>
    [compareChartKey("verdeling", i), compareChartKey("verloop", i)].includes(key),
  );
  const column = view.columns[at];
  if (!column) return undefined;
  const name = namer(view, desk.language);
  if (key === compareChartKey("verdeling", at)) {
    const chart = distribution(desk.book, column, view.areas[0].level, name, desk.language);
    return chart && stripPicture(desk, view, column, chart, look);
  }
  const chart = multiples(desk.book, column, view.choice.form, name, desk.language);
  return chart && panelsPicture(desk, column, chart, look);
}

function stripPicture(
  desk: Desk,
  view: CompareView,
  column: CompareColumn,
  chart: Distribution,
  look: PictureLook,
): string {
  const { say, language } = desk;
  const first = namer(view, language)(view.areas[0]);
  const notes = [
    ...(chart.others.length > 0 ? [say(words.stripDots)] : []),
    say(words.stripFirst).replace("{first}", first),
    ...(chart.ordinary ? [say(words.stripBand).replace("{area}", chart.ordinary.area)] : []),
  ];
  return pictureFile(
    {
      drawing: drawDistribution(chart, fileInk, pictureTick(language, chart.percent)),
      unit: `${chart.unit}; ${levelNames(chart.level)[language]}`,
      signs: chart.signs,
      legend: [],
      alternative: `${say(words.strip)} ${chart.alternative}`,
    },
    pictureWords(desk, look, titleOf(desk, column, say(words.strip)), [notes.join(" "), ...linesOf(desk, column)]),
  );
}

function panelsPicture(desk: Desk, column: CompareColumn, chart: Multiples, look: PictureLook): string {
  const { say } = desk;
  const open = chart.panels.some((it) => it.points.some((point) => point.provisional || point.startsNew));
  const notes = [...(chart.nation ? [say(words.seriesNation)] : []), ...(open ? [say(words.seriesOpen)] : [])];
  return pictureFile(
    {
      drawing: drawPanels(chart, fileInk),
      unit: chart.unit,
      signs: [],
      legend: [],
      alternative: chart.panels.map((it) => `${it.area}: ${it.alternative}`).join(" "),
    },
    pictureWords(desk, look, titleOf(desk, column, say(words.series)), [
      ...(notes.length > 0 ? [notes.join(" ")] : []),
      ...linesOf(desk, column),
    ]),
  );
}

const titleOf = ({ say, book, language }: Desk, column: CompareColumn, heading: string): string =>
  `${say(column.indicator.shortTitle)} (${columnWords(book, column, language).join("; ")}). ${heading}`;

/** Source, edition, and what the figure does not say. */
function linesOf({ book, language }: Desk, { indicator }: CompareColumn): readonly string[] {
  const source = indicator.source ? book.sources.get(indicator.source) : undefined;
  const note = indicator.doesNotSay[0]?.[language];
  return [
    `${sourceWord(book, language)}: ${source?.title[language] ?? ""}. Impactmonitor, ${editionName(book, language)}.`,
    ...(note ? [note] : []),
  ];
}
