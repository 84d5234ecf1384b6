import type { Changes } from "@impactmonitor/model/edition";
import type { Text } from "@impactmonitor/model/text";
import { counted, nouns } from "../counted.ts";
import { sentence } from "../documents/asked.ts";
import type { Block, Section, Term } from "../documents/book-content.ts";
import { formatDate, formatNumber } from "../format.ts";
import { periodLabel } from "../period-words.ts";
import { newBreaks, revisedSubjects, revisionWords } from "../revision.ts";
import type { ReportAsked } from "./report-of.ts";
import { reportWords } from "./report-words.ts";

const words = {
  editions: { nl: "Edities in {year}", en: "Editions in {year}" },
  noEditions: { nl: "In {year} kwam er geen editie uit.", en: "No edition came out in {year}." },
  edition: { nl: "Editie {id}, {date}.", en: "Edition {id}, {date}." },
  corrects: { nl: "Herstelt een fout in editie {id}.", en: "Mends a mistake in edition {id}." },
  withdrawn: { nl: "Ingetrokken:", en: "Withdrawn:" },
  changed: { nl: "Veranderd sinds editie {id}", en: "Changed since edition {id}" },
  first: {
    nl: "Dit is de eerste editie. Er is nog niets om mee te vergelijken.",
    en: "This is the first edition. There is nothing to compare with yet.",
  },
  sums: {
    nl: "{added} nieuwe cijfers, {revised} aangepast en {withdrawn} vervallen.",
    en: "{added} new figures, {revised} revised and {withdrawn} withdrawn.",
  },
  revised: { nl: "Aangepaste cijfers", en: "Revised figures" },
  breaks: { nl: "Breuken in een reeks", en: "Breaks in a series" },
  broken: {
    nl: "vanaf {period} anders gemeten. Vergelijk niet met daarvoor.",
    en: "measured in another way from {period}. Don’t compare with before.",
  },
} as const;

/** The editions of the year, and what this one changed. */
export function newsSection(asked: ReportAsked): Section {
  const { language, year, history } = asked;
  const say = (it: Text): string => it[language];
  const own = history.editions.filter((it) => it.date.startsWith(`${year}-`));
  const editions = own.map((it) =>
    [
      say(words.edition).replace("{id}", it.id).replace("{date}", formatDate(it.date, language)),
      ...(it.corrects ? [say(words.corrects).replace("{id}", it.corrects)] : []),
      ...(it.notice ? [sentence(say(it.notice))] : []),
      ...(it.withdrawn ? [`${say(words.withdrawn)} ${sentence(say(it.withdrawn))}`] : []),
    ].join(" "),
  );
  return {
    id: "news",
    title: say(reportWords.news),
    blocks: [
      { kind: "heading", text: say(words.editions).replace("{year}", String(year)) },
      editions.length > 0
        ? { kind: "list", items: editions.map((it) => [it]) }
        : { kind: "text", parts: [say(words.noEditions).replace("{year}", String(year))] },
      ...changed(asked, history.changes),
    ],
  };
}

function changed({ book, language, history }: ReportAsked, changes: Changes): Block[] {
  const say = (it: Text): string => it[language];
  const { since } = changes;
  if (since === undefined) return [{ kind: "text", parts: [say(words.first)] }];
  const corrects = history.editions.find((it) => it.id === book.id)?.corrects !== undefined;
  const name = (id: string): string => book.indicators.get(id)?.shortTitle[language] ?? id;
  const sums = (["added", "revised", "withdrawn"] as const).reduce(
    (text, it) => text.replace(`{${it}}`, formatNumber(changes[it].length, 0, language)),
    say(words.sums),
  );
  const revised = revisedSubjects(changes, corrects).map((it): Term => ({
    term: name(it.indicator),
    parts: [
      `${counted(it.count, nouns.figure, language)}: ${it.reasons.map((one) => `${say(revisionWords[one.reason])} (${one.count})`).join("; ")}.`,
    ],
  }));
  const breaks = newBreaks(changes).map((it): Term => ({
    term: name(it.indicator),
    parts: [say(words.broken).replace("{period}", periodLabel(it.period, language))],
  }));
  return [
    { kind: "heading", text: say(words.changed).replace("{id}", since) },
    { kind: "text", parts: [sums] },
    ...(revised.length > 0
      ? [
          { kind: "heading" as const, text: say(words.revised) },
          { kind: "terms" as const, terms: revised },
        ]
      : []),
    ...(breaks.length > 0
      ? [
          { kind: "heading" as const, text: say(words.breaks) },
          { kind: "terms" as const, terms: breaks },
        ]
      : []),
  ];
}
