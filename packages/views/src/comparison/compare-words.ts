import type { Area } from "@impactmonitor/model/area";
import type { Language, Text } from "@impactmonitor/model/text";
import { areaLabel, levelNames } from "../area-words.ts";
import type { Book } from "../book.ts";
import { formatList, formatNumber, measureLabel } from "../format.ts";
import { periodLabel } from "../period-words.ts";
import { breakdownLabel } from "../statement.ts";
import type { Alarms } from "./alarms.ts";
import type { CompareColumn, CompareView } from "./compare-view.ts";
import type { Judgement } from "./judgement.ts";

/** What a cell of the heat table is marked with beside its shade, so that it can be read in print and without colour. */
export type HeatClass = "lower" | "seems-lower" | "ordinary" | "seems-higher" | "higher" | "unjudged";

/** @param it undefined where nothing was compared */
export function heatClass(it: Judgement | undefined): HeatClass {
  if (!it || !("certainty" in it)) return "unjudged";
  if (it.certainty === "none") return "ordinary";
  const side = it.verdict === "higher" ? "higher" : "lower";
  return it.certainty === "clear" ? side : `seems-${side}`;
}

/** Full is clear, open is tentative; nothing is good or bad. Inside the ordinary differences has no sign. */
export const heatSigns: Readonly<Record<HeatClass, string>> = {
  lower: "▼",
  "seems-lower": "▽",
  ordinary: "",
  "seems-higher": "△",
  higher: "▲",
  unjudged: "?",
};

/** What the signs mean, under the table. */
export const heatWords: Readonly<Record<HeatClass, Text>> = {
  lower: { nl: "lager", en: "lower" },
  "seems-lower": { nl: "lijkt lager, kan toeval zijn", en: "seems lower, may be chance" },
  ordinary: { nl: "niet duidelijk anders", en: "not clearly different" },
  "seems-higher": { nl: "lijkt hoger, kan toeval zijn", en: "seems higher, may be chance" },
  higher: { nl: "hoger", en: "higher" },
  unjudged: { nl: "geen oordeel mogelijk", en: "can’t be judged" },
};

/** "Drenthe vergeleken met Groningen en Fryslân", or how many the others are. */
export function compareTitle({ areas, levels }: Pick<CompareView, "areas" | "levels">, language: Language): string {
  const nl = language === "nl";
  const [first, ...others] = areas;
  const same = levels.length === 1 && first.level !== "municipality" && first.level !== "province";
  const name = (it: Area): string => (same ? it.name : areaLabel(it, language));
  const many = levels.length === 1 ? levelNames(first.level)[language] : nl ? "gebieden" : "areas";
  const rest =
    others.length <= 4 ? formatList(others.map(name), language) : `${others.length} ${nl ? "andere" : "other"} ${many}`;
  return nl ? `${capitalised(name(first))} vergeleken met ${rest}` : `${name(first)} compared with ${rest}`;
}

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** "2023, 2e helft; per 10.000 inwoners; politie": what the numbers under a head are. */
export function columnWords(book: Book, it: CompareColumn, language: Language): readonly string[] {
  return [
    breakdownLabel(book, it.breakdown, language),
    measureLabel(it.indicator, it.measure, language),
    periodLabel(it.period, language),
  ].filter(Boolean);
}

/** How many of the comparisons lie outside by chance, beside how many do. */
export function alarmSentence(it: Alarms, compared: Text, language: Language): string {
  const count = (value: number): string => formatNumber(Math.round(value), 0, language);
  const clear = it.expectedClear < 0.5 ? { nl: "minder dan 1", en: "less than 1" } : about(count(it.expectedClear));
  const expected = it.expected < 0.5 ? { nl: "minder dan 1", en: "less than 1" } : about(count(it.expected));
  const one = it.comparisons === 1;
  return language === "nl"
    ? `Dit ${one ? "is 1 vergelijking" : `zijn ${count(it.comparisons)} vergelijkingen`} ${compared.nl}. Ook als er niets bijzonders is, vallen er daarvan door toeval ${expected.nl} buiten de grenzen, en ${clear.nl} duidelijk. Gevonden: ${count(it.outside)}, waarvan ${count(it.clear)} duidelijk.`
    : `${one ? "This is 1 comparison" : `These are ${count(it.comparisons)} comparisons`} ${compared.en}. Even if nothing is out of the ordinary, chance alone puts ${expected.en} of them outside the limits, and ${clear.en} clearly so. Found: ${count(it.outside)}, of which ${count(it.clear)} clearly.`;
}

const about = (number: string): Text => ({ nl: `ongeveer ${number}`, en: `about ${number}` });

/** By what the areas are judged: where too few have a figure to know their ordinary differences, chance alone is weighed. */
export function judgedBy({ columns }: Pick<CompareView, "columns">, language: Language): string {
  const by = new Set(columns.flatMap((it) => it.cells.map((cell) => cell.national?.judgement.by)));
  const nl = language === "nl";
  const band = nl
    ? "Elk cijfer is beoordeeld naast de gewone verschillen tussen gebieden van dezelfde soort."
    : "Each figure is judged beside the ordinary differences between areas of the same kind.";
  const rest = nl
    ? "Te weinig gebieden hebben deze cijfers om te weten hoe groot gewone verschillen zijn: alleen toeval is gewogen, tegen de rest van Nederland."
    : "Too few areas have these figures to know how large ordinary differences are: only chance is weighed, against the rest of the Netherlands.";
  const mixed = nl
    ? "Waar te weinig gebieden een cijfer hebben om die te kennen, is alleen toeval gewogen, tegen de rest van Nederland."
    : "Where too few areas have a figure to know these, only chance is weighed, against the rest of the Netherlands.";
  if (by.has("band")) return by.has("rest") ? `${band} ${mixed}` : band;
  return by.has("rest") ? rest : "";
}

/** Of an outlier part goes away by itself: to be said wherever areas that were one are named. */
export const outlierNote: Text = {
  nl: "Een deel van zo’n uitschieter verdwijnt meestal vanzelf, wat er ook gebeurt.",
  en: "Part of such an outlier usually goes away by itself, whatever happens.",
};

/** "2023: Drenthe en Zeeland": which areas lay outside the period before. @returns undefined when there were none */
export function outliersOf(
  column: CompareColumn,
  name: (area: Area) => string,
  language: Language,
): string | undefined {
  const were = column.cells.filter((it) => it.outlierIn !== undefined);
  const period = were[0]?.outlierIn;
  if (period === undefined) return undefined;
  const names = were.map((it) => name(it.area));
  return `${periodLabel(period, language)}: ${formatList(names, language)}`;
}

/** What must be known before areas are set side by side; empty when nothing is out of the way. */
export function groupNotes({ levels, columns, choice }: CompareView, language: Language): readonly string[] {
  const nl = language === "nl";
  const notes: string[] = [];
  if (levels.length > 1) {
    const names = formatList(
      levels.map((it) => levelNames(it)[language]),
      language,
    );
    notes.push(
      nl
        ? `Hier staan ${names} naast elkaar. Een groot gebied lijkt al snel gewoon, omdat verschillen daarbinnen tegen elkaar wegvallen. Elk gebied is beoordeeld naast gebieden van zijn eigen soort.`
        : `Here ${names} stand side by side. A large area soon looks ordinary, as differences within it cancel out. Each area is judged beside areas of its own kind.`,
    );
  }
  if (columns.some((it) => it.measure === "count" || it.measure === "persons"))
    notes.push(
      nl
        ? "Aantallen van gebieden van verschillende grootte zijn niet te vergelijken. Waar een oordeel bij een aantal staat, gaat dat over de verhouding: per inwoner of als aandeel."
        : "Numbers of areas of different size don’t compare. Where a number has a judgement, that is about the ratio: per inhabitant or as a share.",
    );
  const newer = columns.flatMap((it) => it.newer ?? []);
  if (newer.length > 0) {
    const periods = formatList(
      [...new Set(newer)].map((it) => periodLabel(it, language)),
      language,
    );
    notes.push(
      nl
        ? `Er zijn ook nieuwere aantallen (${periods}). Daarbij hoort nog geen inwonertal om door te delen; kies “als aantal” om ze te zien.`
        : `There are newer numbers too (${periods}). They have no population yet to divide by; choose “as a number” to see them.`,
    );
  }
  if (choice.form === "index")
    notes.push(
      nl
        ? "Index: Nederland is 100. Een index van 90 is een tiende lager dan Nederland. Waar een cijfer op te weinig mensen berust, of niet bekend is op hoeveel, staat geen index."
        : "Index: the Netherlands is 100. An index of 90 is a tenth lower than the Netherlands. Where a figure rests on too few people, or it isn’t known on how many, there is no index.",
    );
  return notes;
}
