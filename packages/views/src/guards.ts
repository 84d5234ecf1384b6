import { isAbsent, isValue } from "@impactmonitor/model/cell";
import type { Text } from "@impactmonitor/model/text";
import { parsePeriod } from "@impactmonitor/model/period";
import { traps, type Trap } from "@impactmonitor/model/trap";
import type { Book } from "./book.ts";
import { isSmall, type Shown } from "./shown.ts";

export interface Guard {
  readonly trap: Trap;
  readonly text: Text;
}

/** What must be said beside these figures so that they aren't misread: each once, in fixed order. */
export function guardsOf(book: Book, figures: readonly Shown[]): readonly Guard[] {
  return traps.flatMap((trap) => {
    const found = figures.find((it) => applies[trap](book, it));
    return found ? [{ trap, text: words[trap](book, found, figures.length > 1) }] : [];
  });
}

const applies: Readonly<Record<Trap, (book: Book, it: Shown) => boolean>> = {
  volume: isVolume,
  "two-counts": (book, it) => otherCount(book, it) !== undefined,
  "national-rate": (book, it) => isNationalEstimate(book, it),
  "half-year": (_book, it) => parsePeriod(it.period)?.kind === "half-year",
  "small-number": (_book, it) => it.measure === "count" && isValue(it.cell) && isSmall(it.cell.value),
  "unspecified-dot": (_book, it) => isAbsent(it.cell) && it.cell.absent === "unspecified",
  cohorts: (_book, it) => "cohort" in it.breakdown,
  overlap: (_book, it) =>
    it.indicator.breakdowns.some(({ dimension, response }) => response === "multiple" && dimension in it.breakdown),
  provisional: (_book, it) =>
    !isAbsent(it.cell) && it.cell.marks.some((mark) => mark === "provisional" || mark === "revised-provisional"),
};

/** How often something was registered, of which more is neither better nor worse. */
function isVolume(book: Book, it: Shown): boolean {
  const source = it.indicator.source ? book.sources.get(it.indicator.source) : undefined;
  return source?.kind === "registration" && it.indicator.polarity === "neither" && it.measure !== "percent";
}

/** The same thing counted by another organisation in another way. */
function otherCount(book: Book, { indicator }: Shown) {
  return indicator.related
    .flatMap((id) => book.indicators.get(id) ?? [])
    .find((other) => other.source !== indicator.source && other.unit.nl === indicator.unit.nl && other.source);
}

/** An estimate for the country that is not made for any part of it. */
function isNationalEstimate(book: Book, it: Shown): boolean {
  const source = it.indicator.source ? book.sources.get(it.indicator.source) : undefined;
  return it.area === "NL01" && source?.kind === "study" && it.indicator.levels.every((level) => level === "nation");
}

/** @param many whether it is said of a table, rather than of the one figure above it */
const words: Readonly<Record<Trap, (book: Book, it: Shown, many: boolean) => Text>> = {
  volume: (book, it, many) =>
    many
      ? {
          nl: "Meer is niet vanzelf erger en minder is niet vanzelf beter: wat mensen melden en hoe organisaties werken, telt mee.",
          en: "More is not by itself worse and less is not by itself better: what people report and how organisations work count too.",
        }
      : weighed(book, it),
  "two-counts": (book, it) => {
    const other = otherCount(book, it);
    const source = other?.source ? book.sources.get(other.source)?.shortTitle : undefined;
    const [title, by] = [other?.shortTitle ?? it.indicator.shortTitle, source ?? it.indicator.shortTitle];
    return {
      nl: `Een andere bron telt dit ook, maar anders: ‘${title.nl}’ (${by.nl}). Zet die twee niet in één reeks en trek ze niet van elkaar af.`,
      en: `Another source counts this too, but differently: ‘${title.en}’ (${by.en}). Don’t put the two in one series or subtract them.`,
    };
  },
  "national-rate": (_book, { cell }) =>
    isAbsent(cell) || cell.marks.includes("estimate")
      ? {
          nl: "Dit is een schatting voor heel Nederland. Reken die niet om naar een regio of gemeente: daar kan het anders zijn.",
          en: "This is an estimate for the whole country. Don’t apply it to a region or municipality: there it may differ.",
        }
      : {
          nl: "Dit cijfer gaat over heel Nederland. Reken het niet om naar een regio of gemeente: daar kan het anders zijn.",
          en: "This figure is about the whole country. Don’t apply it to a region or municipality: there it may differ.",
        },
  "half-year": (_book, _it, many) =>
    many
      ? {
          nl: "Let op de periode: een half jaar is niet te vergelijken met een jaar, en de eerste helft niet met de tweede.",
          en: "Mind the period: a half-year doesn’t compare with a year, nor the first half with the second.",
        }
      : {
          nl: "Dit gaat over een half jaar. Vergelijk het niet met een jaarcijfer, en de eerste helft niet met de tweede.",
          en: "This is about half a year. Don’t compare it with a yearly figure, nor the first half with the second.",
        },
  "small-number": () => ({
    nl: "Bij een klein aantal is een paar meer of minder al een groot verschil. Daarom staat hier geen percentage of oordeel bij.",
    en: "With a small number a few more or fewer is already a large difference. So no percentage or judgement is given here.",
  }),
  "unspecified-dot": () => ({
    nl: "Een punt betekent: onbekend, te onzeker of te klein om te tonen. Welke van de drie zegt de bron niet. Het is geen nul.",
    en: "A dot means: unknown, too uncertain or too small to show. The source doesn’t say which of the three. It is not zero.",
  }),
  cohorts: () => ({
    nl: "Het tweede en het derde onderzoek volgden gezinnen in andere regio’s en andere jaren. Trek daar geen lijn tussen.",
    en: "The second and third study followed families in other regions and other years. Don’t draw a line between them.",
  }),
  overlap: (_book, { indicator }) => ({
    nl: `Bij ‘${indicator.shortTitle.nl}’ kan één geval in meer groepen vallen. De groepen zijn samen meer dan het geheel.`,
    en: `With ‘${indicator.shortTitle.en}’ one case can be in several groups. Together the groups are more than the whole.`,
  }),
  provisional: () => ({
    nl: "Voorlopige cijfers veranderen soms nog. Kijk in een volgende editie voordat u erop bouwt.",
    en: "Provisional figures sometimes change. Look in a later edition before you build on them.",
  }),
};

/** That more of what was registered isn't simply more violence: in the words of its source where that has some. */
function weighed(book: Book, { indicator }: Shown): Text {
  const own = indicator.source ? book.sources.get(indicator.source)?.twoSided : undefined;
  if (own) return { nl: own.nl.replace("{unit}", indicator.unit.nl), en: own.en.replace("{unit}", indicator.unit.en) };
  return {
    nl: `Meer ${indicator.unit.nl} betekent niet automatisch meer geweld, en minder niet automatisch minder: ook of mensen melden en hoe organisaties werken, telt mee.`,
    en: `More ${indicator.unit.en} do not automatically mean more violence, nor fewer less: whether people report and how organisations work count too.`,
  };
}
