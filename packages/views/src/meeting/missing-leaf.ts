import type { Language, Text } from "@impactmonitor/model/text";
import { isAbsent } from "@impactmonitor/model/cell";
import { absenceExplanation } from "../absence-words.ts";
import type { AreaView, ThemeGroup } from "../area-view.ts";
import type { Book } from "../book.ts";
import { formatList, formatNumber } from "../format.ts";
import type { Sentence, TableLeaf } from "./leaf.ts";
import { editionLine } from "./opening-leaves.ts";

/**
 * Which figures there are not, by theme, with the reason: subjects with the same reason stand together.
 * @param themes ids; all of them when undefined
 * @returns undefined where nothing is missing
 */
export function missingLeaf(
  book: Book,
  view: AreaView,
  themes: readonly string[] | undefined,
  language: Language,
): TableLeaf | undefined {
  const nl = language === "nl";
  const groups = view.themes.filter((it) => themes === undefined || themes.includes(it.theme.id));
  const lacking = groups.map((group) => ({ group, list: lackingIn(group, language) }));
  const all = lacking.flatMap((it) => it.list);
  if (all.length === 0) return undefined;
  return {
    kind: "table",
    id: "missing",
    title: [nl ? "Welke cijfers er niet zijn, en waarom" : "Which figures are not there, and why"],
    lead: lead[language],
    head: nl
      ? ["Thema", "Onderwerpen", "Zonder cijfer", "Reden die het meest voorkomt"]
      : ["Theme", "Subjects", "Without figure", "Most frequent reason"],
    widths: [0.25, 0.12, 0.13, 0.5],
    rows: lacking.flatMap(({ group, list }) => {
      const count = (it: number): string => formatNumber(it, 0, language);
      const subjects = group.rows.length + group.missing.length;
      const why = commonest(list.map((it) => firstSentence(it.why)));
      if (why === undefined) return [];
      const often = nl
        ? `${count(why.times)} van de ${count(list.length)}`
        : `${count(why.times)} of ${count(list.length)}`;
      const said = why.times === list.length ? why.text : `${why.text} (${often})`;
      return [[[group.theme.shortTitle[language]], [count(subjects)], [count(list.length)], [said]]];
    }),
    full: {
      head: nl ? ["Thema", "Welke cijfers", "Waarom niet"] : ["Theme", "Which figures", "Why not"],
      widths: [0.18, 0.42, 0.4],
      rows: grouped(all, language),
    },
    empty: 0,
    foot: [],
    hints: [
      nl
        ? "Welke cijfers het precies zijn, met bij elk de reden, staat in de handout en op de website."
        : "Which figures these are, each with its reason, is in the handout and on the website.",
    ],
    notes: [
      nl
        ? "Wat niet is gemeten, kan wel belangrijk zijn. Vraag wie hier meer van weet, ook zonder cijfer."
        : "What was not measured may well matter. Ask who knows more about it, also without a figure.",
      nl
        ? "Gebruik een landelijk cijfer niet in de plaats van een eigen cijfer."
        : "Don’t use a national figure in the place of one of your own.",
    ],
    source: editionLine(book, language),
  };
}

const lead: Text = {
  nl: "Ook wat ontbreekt, hoort bij het beeld.",
  en: "What is missing is part of the picture too.",
};

interface Lacking {
  readonly theme: string;
  readonly name: string;
  readonly why: string;
}

function lackingIn({ theme, missing, rows }: ThemeGroup, language: Language): readonly Lacking[] {
  const absent = rows.flatMap(({ indicator, shown }) =>
    isAbsent(shown.cell) ? [{ indicator, why: absenceExplanation(shown.cell.absent) }] : [],
  );
  return [...missing, ...absent].map(({ indicator, why }) => ({
    theme: theme.shortTitle[language],
    name: indicator.shortTitle[language],
    why: why[language],
  }));
}

/** The first of those that occur most often. */
function commonest(all: readonly string[]): { readonly text: string; readonly times: number } | undefined {
  const counts = [...Map.groupBy(all, (it) => it)].map(([text, list]) => ({ text, times: list.length }));
  return counts.toSorted((a, b) => b.times - a.times)[0];
}

/** A row for each theme and reason. */
const grouped = (all: readonly Lacking[], language: Language): (readonly Sentence[])[] =>
  [...Map.groupBy(all, (it) => `${it.theme}\n${it.why}`).values()].map((list) => [
    [list[0]!.theme],
    [formatList([...new Set(list.map((it) => it.name))], language)],
    [list[0]!.why],
  ]);

const firstSentence = (text: string): string => /^.*?[.?!…](?= [\p{Lu}‘“])/u.exec(text)?.[0] ?? text;
