import type { Indicator } from "@impactmonitor/model/indicator";
import type { Direction, StarterQuestions } from "@impactmonitor/model/starters";
import type { Language, Text } from "@impactmonitor/model/text";
import type { Book } from "../book.ts";
import type { Comparison } from "../comparison/judgement.ts";
import { formatList } from "../format.ts";

/** How a talk about a figure begins, and with whom: questions, never answers. */
export interface Talk {
  readonly questions: readonly string[];
  /** "Laat dit zien aan Veilig Thuis, de politie en de lokale teams, en vraag wat zij ervan herkennen." Empty for a theme without partners. */
  readonly show: string;
}

/** Of so many that fit the figure; one for every figure follows. */
const most = 3;

/**
 * Questions beside one figure: first those of the figure, then those of its theme, then those for every figure.
 * @param direction what the comparison with the country came to; undefined where there is nothing to compare with
 */
export function talkAbout(
  book: Book,
  indicator: Indicator,
  direction: Direction | undefined,
  language: Language,
): Talk {
  const { always, themes, indicators } = book.catalogue.starters;
  const own = indicators.find((it) => it.indicator === indicator.id);
  const theme = themes.find((it) => it.theme === indicator.theme);
  const of = (it: StarterQuestions | undefined, part: Direction | "any" | undefined): readonly Text[] =>
    it && part ? it[part] : [];
  // Without a figure there is nothing to ask about it: what it would say differently comes later.
  const general = direction === "noFigure" ? [] : of(own, "any");
  const fitting = [
    ...of(own, direction),
    ...general,
    ...of(theme, direction).slice(0, 1),
    ...of(always, direction),
    ...of(theme, "any"),
  ];
  return asked([...fitting.slice(0, most), ...always.any], own?.partners ?? theme?.partners ?? [], language);
}

/** Questions about a theme as a whole. */
export function talkAboutTheme(book: Book, id: string, language: Language): Talk {
  const { always, themes } = book.catalogue.starters;
  const theme = themes.find((it) => it.theme === id);
  return asked([...(theme?.any ?? []).slice(0, most), ...always.any], theme?.partners ?? [], language);
}

function asked(questions: readonly Text[], partners: readonly Text[], language: Language): Talk {
  const list = formatList(
    partners.map((it) => it[language]),
    language,
  );
  const show =
    partners.length === 0
      ? ""
      : language === "nl"
        ? `Laat dit zien aan ${list}, en vraag wat zij ervan herkennen.`
        : `Show this to ${list}, and ask what they recognise in it.`;
  return { questions: [...new Set(questions.map((it) => it[language]))], show };
}

/** Which questions a comparison asks for; undefined where it says nothing, as when figures don't compare. */
export function directionOf(it: Comparison | undefined): Direction | undefined {
  if (!it || it.judgement.by === "none") return undefined;
  const { verdict } = it.judgement;
  return verdict === "higher" || verdict === "lower" ? verdict : "unclear";
}

/** Beside every comparison: a figure is read with its context, never alone. */
export const contextReminder: Text = {
  nl: "Neem bij elke vergelijking de context mee: wie er wonen, en hoe er wordt gewerkt en geregistreerd. Dat zit niet in het cijfer.",
  en: "With every comparison, take the context along: who live there, and how people work and register. That is not in the figure.",
};
