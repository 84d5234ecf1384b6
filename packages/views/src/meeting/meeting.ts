import type { Area } from "@impactmonitor/model/area";
import type { Observation } from "@impactmonitor/model/observation";
import type { Language, Text } from "@impactmonitor/model/text";
import { areaLabel } from "../area-words.ts";
import { areaView } from "../area-view.ts";
import type { Book } from "../book.ts";
import { alarmsOf } from "../comparison/alarms.ts";
import type { CompareChoice } from "../comparison/compare-choice.ts";
import { compareView } from "../comparison/compare-view.ts";
import { compareTitle } from "../comparison/compare-words.ts";
import { compareWithNation } from "../comparison/compare-with-nation.ts";
import type { Past } from "../past.ts";
import { practiceWords } from "../practice-words.ts";
import { areasLeaf, besideLeaf } from "./beside-leaf.ts";
import { changedLeaf } from "./changed-leaf.ts";
import { chooseMessages, howChosen } from "./choose-messages.ts";
import { agreementsLeaf, conclusionsLeaf, ownFiguresLeaf, reflectionLeaf, sharedLeaf } from "./closing-leaves.ts";
import { comparedLeaf } from "./compared-leaf.ts";
import { contextLeaf } from "./context-leaf.ts";
import type { Leaf, Meeting } from "./leaf.ts";
import { messageLeaf } from "./message-leaf.ts";
import type { Span } from "./message-picture.ts";
import { missingLeaf } from "./missing-leaf.ts";
import { choiceLeaf, courseLeaf, editionLine, expectationsLeaf, titleLeaf } from "./opening-leaves.ts";
import { sourcesLeaf } from "./sources-leaf.ts";
import { themeLeaf } from "./theme-leaf.ts";

/** What a meeting is made from, beside the edition. */
export interface MeetingSetting {
  readonly language: Language;
  readonly contact: string;
  readonly pasts: (indicator: string) => (it: Observation) => Past;
  /** Why the edition was withdrawn. */
  readonly withdrawn?: Text;
}

export interface MeetingChoice extends Span {
  /** Ids; all of them when absent. */
  readonly themes?: readonly string[];
  readonly beside?: readonly Area[];
}

/** Everything to show, tell and write down at a meeting about one area. */
export function areaMeeting(book: Book, area: Area, choice: MeetingChoice, setting: MeetingSetting): Meeting {
  const { language } = setting;
  const chosen = chooseMessages(book, area, choice.themes);
  const figures = chosen.flatMap((it) => it.figures);
  const view = areaView(book, area, language);
  const about = areaLabel(area, language);
  const asked = new Set<string>();
  const told = chosen.filter((it) => it.figures.length > 0);
  const leaves: readonly (Leaf | undefined)[] = [
    ...opening(book, about, setting),
    choiceLeaf(
      book,
      {
        how: howChosen[choice.themes === undefined ? "usual" : "themes"],
        shown: figures.length,
        available: view.counts.indicators,
        alarms: alarmsOf(figures.flatMap((it) => compareWithNation(book, it) ?? [])),
      },
      language,
    ),
    ...told.flatMap((it) => [
      // Before a single figure a page about its theme would say the same twice.
      ...(it.figures.length > 1 ? [themeLeaf(book, it, language)] : []),
      ...it.figures.map((figure) => messageLeaf(book, figure, { span: choice, asked, language })),
    ]),
    besideLeaf(book, area, choice.beside ?? [], figures, language),
    missingLeaf(book, view, choice.themes, language),
    contextLeaf(book, view.context, about, language),
    changedLeaf(book, view, figures, setting.pasts, language),
    ...closing(book, language),
    sourcesLeaf(book, figures, language),
  ];
  return bound(book, about, leaves, setting);
}

/** The same for areas that a visitor set side by side. */
export function comparisonMeeting(book: Book, choice: CompareChoice, setting: MeetingSetting): Meeting {
  const { language } = setting;
  // Of an index nobody can say in a meeting what was counted: the figures behind it are told.
  const view = compareView(book, { ...choice, form: choice.form === "index" ? "rate" : choice.form });
  const about = compareTitle(view, language);
  const asked = new Set<string>();
  const figures = view.columns.flatMap((it) => it.cells.flatMap((cell) => cell.shown ?? []));
  const leaves: readonly (Leaf | undefined)[] = [
    ...opening(book, about, setting),
    choiceLeaf(
      book,
      {
        how: chosenByHand,
        shown: view.columns.length,
        available: areaView(book, view.areas[0], language).counts.indicators,
        alarms: view.alarms,
      },
      language,
    ),
    ...view.columns.map((it) => comparedLeaf(book, view, it, { asked, language })),
    view.columns.length > 0 && view.areas.length <= mostColumns ? areasLeaf(book, view, language) : undefined,
    ...closing(book, language),
    sourcesLeaf(book, figures, language),
  ];
  return bound(book, about, leaves, setting);
}

/** More areas than this stand side by side in charts only: a table of them can't be read. */
const mostColumns = 6;

const chosenByHand: readonly Text[] = [
  {
    nl: "De gebieden en de cijfers zijn gekozen door wie dit heeft gemaakt.",
    en: "The areas and the figures were chosen by whoever made this.",
  },
  {
    nl: "De gebieden staan op naam, met het eigen gebied voorop. Dit is geen ranglijst.",
    en: "The areas are in order of name, the own area first. This is no league table.",
  },
];

const opening = (book: Book, about: string, { contact, language }: MeetingSetting): readonly Leaf[] => [
  titleLeaf(book, about, contact, language),
  expectationsLeaf(book, language),
  courseLeaf(book, language),
];

const closing = (book: Book, language: Language): readonly Leaf[] => [
  ownFiguresLeaf(book, language),
  reflectionLeaf(book, language),
  sharedLeaf(book, language),
  conclusionsLeaf(book, language),
  agreementsLeaf(book, language),
];

function bound(book: Book, about: string, leaves: readonly (Leaf | undefined)[], setting: MeetingSetting): Meeting {
  const { language, withdrawn } = setting;
  const nl = language === "nl";
  return {
    language,
    about,
    title: `${nl ? "Huiselijk geweld en kindermishandeling in cijfers" : "Domestic violence and child abuse in figures"}: ${about}`,
    edition: editionLine(book, language),
    day: book.date,
    ...(book.kind === "practice" ? { practice: practiceWords.band[language] } : {}),
    ...(withdrawn ? { withdrawn: `${nl ? "INGETROKKEN EDITIE" : "WITHDRAWN EDITION"}: ${withdrawn[language]}` } : {}),
    leaves: leaves.filter((it) => it !== undefined),
  };
}
