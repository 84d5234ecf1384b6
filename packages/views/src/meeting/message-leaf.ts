import type { Language } from "@impactmonitor/model/text";
import type { Book } from "../book.ts";
import { directionOf, talkAbout } from "../sentences/talk.ts";
import { guardsOf } from "../guards.ts";
import { comparedOf, paragraph, type Paragraph } from "../sentences/paragraph.ts";
import type { About } from "../sentences/said.ts";
import { formatDate } from "../format.ts";
import type { Shown } from "../shown.ts";
import { sourceLine, statement } from "../statement.ts";
import type { Block, MessageLeaf, Sentence } from "./leaf.ts";
import { messagePicture, type Span } from "./message-picture.ts";

/** How a meeting asks. */
export interface Asking {
  /** What was asked before in the same meeting; what is asked now is added. */
  readonly asked: Set<string>;
  readonly language: Language;
}

/** The first question that was not asked yet: a meeting that asks the same of each figure stops listening. */
export function askOnce(questions: readonly string[], asked: Set<string>): string {
  const question = questions.find((it) => !asked.has(it)) ?? questions[0] ?? "";
  asked.add(question);
  return question;
}

/** One figure of an area: what it is, beside what, how sure that is, what it doesn't say, and what it asks. */
export function messageLeaf(
  book: Book,
  it: Shown,
  { span, asked, language }: { readonly span: Span } & Asking,
): MessageLeaf {
  const nl = language === "nl";
  const compared = comparedOf(book, it);
  const told = paragraph(book, it, language, compared);
  const picture = messagePicture(book, it, compared.nation, span, language);
  const theme = book.themes.get(it.indicator.theme);
  const { questions, show } = talkAbout(book, it.indicator, directionOf(compared.nation), language);
  const question = askOnce(questions, asked);
  const line = picture?.chart.kind === "line";
  const about = (...which: About[]): Sentence[] => saidOf(told, which);
  const words = nl
    ? { sure: "Hoe zeker is dit?", nation: "Naast Nederland", time: "Door de tijd", limit: "Wat dit niet zegt" }
    : {
        sure: "How sure is this?",
        nation: "Beside the Netherlands",
        time: "Through time",
        limit: "What this does not say",
      };
  const nation = it.area === "NL01" ? [] : about("nation");
  const amount = about("amount");
  const blocks: Block[] = [
    // Under a chart stands already which of its values are provisional or rounded.
    { heading: words.sure, lines: about("relative", "likely", ...(picture ? [] : (["marks"] as const))) },
    { heading: words.nation, lines: nation },
    { heading: words.time, lines: line ? about("trend") : [], spare: true },
    { heading: words.limit, lines: amount.length > 0 ? amount : about("limit") },
  ];
  const full: Block[] = [
    { heading: words.sure, lines: about("relative", "likely", "marks") },
    { heading: words.nation, lines: nation },
    { heading: words.time, lines: about("earlier", "trend") },
    { heading: words.limit, lines: about("amount", "limit") },
  ];
  return {
    kind: "message",
    id: `message-${it.indicator.id}`,
    theme: theme?.shortTitle[language] ?? "",
    title: withoutStop(statement(book, it, language)),
    ...(picture ? { picture } : {}),
    blocks: blocks.filter(({ lines }) => lines.length > 0),
    full: full.filter(({ lines }) => lines.length > 0),
    question,
    source: datedSource(book, it, language),
    notes: notesFor(book, it, { told, questions: questions.filter((other) => other !== question), show, language }),
  };
}

/** The sentences of a paragraph that are about these things, in this order. */
export const saidOf = (told: Paragraph, which: readonly About[]): Sentence[] =>
  which.flatMap((about) => told.sentences.filter((it) => it.about === about).map((it) => it.parts));

/** "Bron: …. Impactmonitor, editie 2026-11, 22 november 2026." */
export const datedSource = (book: Book, it: Shown, language: Language): string =>
  sourceLine(book, it, language).replace(/\.$/, `, ${formatDate(book.date, language)}.`);

/** As a heading: without the last full stop. */
export const withoutStop = (parts: Sentence): Sentence =>
  parts.map((it, i) => (i === parts.length - 1 && typeof it === "string" ? it.replace(/\.$/, "") : it));

interface Telling {
  readonly told: Paragraph;
  readonly questions: readonly string[];
  readonly show: string;
  readonly language: Language;
}

/** What whoever shows it should know: the whole story, what is counted, where to look out, and what else to ask. */
function notesFor(book: Book, it: Shown, { told, questions, show, language }: Telling): readonly string[] {
  const nl = language === "nl";
  const { indicator } = it;
  const label = (word: string, text: string | undefined): string[] => (text ? [`${word}: ${text}`] : []);
  return [
    told.text,
    ...label(nl ? "Wat wordt geteld" : "What is counted", indicator.counts[language]),
    ...label(nl ? "Waarvan" : "Out of", indicator.denominator?.[language]),
    ...label(
      nl ? "Let op" : "Watch for",
      guardsOf(book, [it])
        .map((guard) => guard.text[language])
        .filter((guard) => !told.text.includes(guard))
        .join(" "),
    ),
    ...label(
      nl ? "Dit cijfer zegt ook niet" : "Nor does it say",
      indicator.doesNotSay
        .map((limit) => limit[language])
        .filter((limit) => !told.text.includes(limit))
        .join(" "),
    ),
    ...label(nl ? "Afronding" : "Rounding", indicator.rounding?.[language]),
    ...label(nl ? "Vraag ook" : "Ask too", questions.join(" ")),
    ...(show === "" ? [] : [show]),
  ];
}
