import type { Area } from "@impactmonitor/model/area";
import { isAbsent } from "@impactmonitor/model/cell";
import type { Language } from "@impactmonitor/model/text";
import { areaView, type AreaRow } from "./area-view.ts";
import { areaLabel } from "./area-words.ts";
import type { Book } from "./book.ts";
import type { LineChart } from "./chart-state.ts";
import { formatList, formatNumber } from "./format.ts";
import { capital, sourceWord } from "./practice-words.ts";
import { paragraph } from "./sentences/paragraph.ts";
import { saidText, type About, type Said } from "./sentences/said.ts";
import { contextReminder, directionOf, talkAbout } from "./sentences/talk.ts";
import { trend } from "./trend.ts";

/** One sheet for a talk in a team: a few figures, questions, and room to write. */
export interface TalkSheet {
  readonly title: string;
  readonly lede: string;
  readonly figures: readonly TalkFigure[];
  /** How these figures were chosen, and of how many. */
  readonly chosen: string;
  readonly ask: { readonly title: string; readonly questions: readonly string[] };
  /** Heads of the room to write in. */
  readonly room: readonly string[];
  readonly reminder: string;
  /** "Bron: …" of all figures on it. */
  readonly source: string;
}

export interface TalkFigure {
  readonly indicator: string;
  readonly title: string;
  /** The figure, and what it is beside that of the country, as on its page. */
  readonly said: readonly Said[];
  /** The same as text, with what must be known of each figure. */
  readonly text: string;
  /** What the figure does not say. */
  readonly limit: string;
  readonly chart?: LineChart;
}

/**
 * At most so many figures as asked for: of each theme the first with a value, in the order of the catalogue; never by how high they are.
 * @returns undefined for an area without any figure
 */
export function talkSheet(book: Book, area: Area, language: Language, most = 4): TalkSheet | undefined {
  const view = areaView(book, area, language);
  const rows = chosenRows(view.themes.map((it) => it.rows.filter((row) => !isAbsent(row.shown.cell))));
  const chosen = rows.slice(0, most);
  if (chosen.length === 0) return undefined;
  const figures = chosen.map((row) => talkFigure(book, row, language));
  const own = chosen.flatMap((row) => {
    const [question] = talkAbout(book, row.indicator, directionOf(row.comparison), language).questions;
    return question === undefined ? [] : [question];
  });
  const sources = new Set(
    chosen.flatMap(({ indicator }) => book.sources.get(indicator.source ?? "")?.shortTitle[language] ?? []),
  );
  return {
    title: `${capital(areaLabel(area, language))}: ${words.title[language]}`,
    lede: words.lede[language],
    figures,
    chosen: words.chosen[language]
      .replace("{n}", formatNumber(chosen.length, 0, language))
      .replace("{all}", formatNumber(view.counts.indicators, 0, language)),
    ask: {
      title: words.ask[language],
      questions: [...new Set([...words.questions.map((it) => it[language]), ...own])],
    },
    room: words.room.map((it) => it[language]),
    reminder: contextReminder[language],
    source: `${sourceWord(book, language)}: ${formatList([...sources], language)}.`,
  };
}

/** Of what is said about a figure, what a talk begins with; the rest is on its page. */
const told: readonly About[] = ["figure", "marks", "relative", "nation"];

/** The first of each theme; then the second of each, for an area with figures of few themes. */
function chosenRows(themes: readonly (readonly AreaRow[])[]): readonly AreaRow[] {
  const longest = Math.max(0, ...themes.map((it) => it.length));
  return Array.from({ length: longest }, (_, i) => themes.flatMap((it) => it.slice(i, i + 1))).flat();
}

function talkFigure(book: Book, row: AreaRow, language: Language): TalkFigure {
  const { indicator, shown } = row;
  const chart = trend(book, shown, language, false)?.chart;
  const { sentences } = paragraph(book, shown, language);
  const said = sentences.filter(({ about }) => told.includes(about));
  const limits = sentences.filter(({ about }) => about === "limit");
  const limit = limits.length > 0 ? saidText(limits, language) : (indicator.doesNotSay[0]?.[language] ?? "");
  return {
    indicator: indicator.id,
    title: indicator.shortTitle[language],
    said,
    text: saidText(said, language),
    limit: limit.replace(/[^.!?…]$/, "$&."),
    ...(chart ? { chart } : {}),
  };
}

const words = {
  title: { nl: "herkennen wij dit?", en: "do we recognise this?" },
  lede: {
    nl: "Een blad om in het team bij stil te staan. De cijfers zeggen niet wie iets goed of fout doet. Zij zijn een begin van een gesprek: u weet wat erachter zit.",
    en: "A sheet to think about as a team. The figures don’t say who does something right or wrong. They are the start of a talk: you know what lies behind them.",
  },
  chosen: {
    nl: "Hier staan {n} van de {all} onderwerpen met cijfers over dit gebied: van elk thema het eerste, in de vaste volgorde van de monitor. Er is niet gekozen op hoogte.",
    en: "Here are {n} of the {all} subjects with figures on this area: the first of each theme, in the fixed order of the monitor. They were not chosen by how high they are.",
  },
  ask: { nl: "Om samen te bespreken", en: "To talk about together" },
  questions: [
    {
      nl: "Wat herkennen wij uit ons eigen werk, en wat niet?",
      en: "What do we recognise from our own work, and what not?",
    },
    {
      nl: "Wat zien wij dat in geen cijfer staat?",
      en: "What do we see that is in no figure?",
    },
  ],
  room: [
    { nl: "Dit herkennen wij", en: "This we recognise" },
    { nl: "Dit willen wij weten, en wie vragen wij dat?", en: "This we want to know, and whom do we ask?" },
    { nl: "Dit spreken wij af", en: "This we agree on" },
  ],
} as const;
