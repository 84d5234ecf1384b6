import { areaLabel, levelNames } from "../area-words.ts";
import type { MissingRow, ThemeGroup } from "../area-view.ts";
import { figureWords } from "../figure-words.ts";
import { formatList } from "../format.ts";
import type { FormerFigure } from "../missing.ts";
import { periodLabel } from "../period-words.ts";
import { sourceName } from "../practice-words.ts";
import type { Part } from "../statement.ts";
import { successionWords } from "../succession-words.ts";
import { sentence, type Asked } from "./asked.ts";
import type { Block, Section, Term } from "./book-content.ts";

const words = {
  title: { nl: "Wat ontbreekt, en waarom", en: "What is missing, and why" },
  intro: {
    nl: "Van deze onderwerpen is er geen cijfer voor {area}. Een landelijk cijfer dat eronder staat, geldt niet vanzelf voor dit gebied.",
    en: "Of these subjects there is no figure for {area}. A national figure that stands below does not by itself hold for this area.",
  },
  introNation: {
    nl: "Van deze onderwerpen is er geen landelijk cijfer in deze editie.",
    en: "Of these subjects there is no national figure in this edition.",
  },
  national: { nl: "Landelijk:", en: "National:" },
} as const;

/** Every subject of which the area has no figure, by theme: why, where there is one instead, and who could supply it. */
export function missingSection(asked: Asked, area: string, themes: readonly ThemeGroup[]): Section | undefined {
  const { language, book } = asked;
  const lacking = themes.filter((it) => it.missing.length > 0);
  if (lacking.length === 0) return undefined;
  const of = book.area(area);
  const intro =
    of && of.level !== "nation"
      ? words.intro[language].replace("{area}", areaLabel(of, language))
      : words.introNation[language];
  return {
    id: "missing",
    title: words.title[language],
    blocks: [
      { kind: "text", parts: [intro] },
      ...lacking.flatMap(({ theme, missing }): Block[] => [
        { kind: "heading", text: theme.title[language] },
        ...(theme.gap ? [{ kind: "text" as const, parts: [sentence(theme.gap[language])] }] : []),
        { kind: "terms", terms: missing.map((it) => missingTerm(asked, it)) },
      ]),
    ],
  };
}

function missingTerm(asked: Asked, it: MissingRow): Term {
  const { language, book } = asked;
  const { indicator, national } = it;
  const source = indicator.source ? book.sources.get(indicator.source) : undefined;
  const supply = indicator.supplier
    ? ` ${figureWords.supplier[language]} ${sentence(indicator.supplier[language])}`
    : "";
  const known: readonly Part[] = national
    ? [
        ` ${words.national[language]} `,
        ...national.statement,
        source ? ` (${sourceName(book, source, language)}.)` : "",
      ]
    : [];
  const why = `${sentence(it.why[language])}${formerSentence(it.former, asked)}${supply}`;
  return { term: indicator.shortTitle[language], parts: [why, ...known] };
}

/** Which former areas have a figure, and until when. */
function formerSentence(former: readonly FormerFigure[], { language }: Asked): string {
  const [first] = former;
  if (!first) return "";
  const words = successionWords;
  const noun = first.area.level === "nation" ? "" : levelNames(first.area.level)[language];
  const names = former.map(({ area, until, whole }) => {
    const upTo = words.upTo[language].replace("{period}", periodLabel(until, language));
    return `${area.name} (${upTo}${whole ? "" : `; ${words.inPart[language]}`})`;
  });
  const begin = former.length > 1 ? `${words.former[language].many} ${noun}` : words.former[language].one;
  return ` ${begin} ${formatList(names, language)}. ${words.notSummed[language]}`;
}
