import type { Language } from "@impactmonitor/model/text";
import { capital, editionName, practiceWords } from "@impactmonitor/views/practice-words";
import { formatDate } from "@impactmonitor/views/format";
import type { Paper } from "../documents/make-document.ts";

/** What stands on every page, as `sheet` in sheet.typ takes it. */
export interface SheetWords extends Readonly<Record<string, unknown>> {
  readonly language: Language;
  readonly title: string;
  readonly author: string;
  /** ISO day. */
  readonly date: string;
  /** Above each page: that its figures are invented, or that its edition was withdrawn. */
  readonly bands: readonly { readonly kind: "practice" | "withdrawn"; readonly words: string }[];
  readonly foot: string;
  readonly page: string;
  readonly of: string;
}

/**
 * The words of every page of a document: its marks above, and below what it is, from which edition of which day, and from where.
 * @param source the source line; without it, that each figure names its own
 */
export function sheetWords(
  { book, withdrawn }: Pick<Paper, "book" | "withdrawn">,
  language: Language,
  { title, source }: { readonly title: string; readonly source?: string },
): SheetWords {
  const nl = language === "nl";
  const edition = `Impactmonitor, ${editionName(book, language)}, ${formatDate(book.date, language)}`;
  const each =
    book.kind === "practice"
      ? { nl: "De bron die is nagebootst, staat bij elk cijfer.", en: "The source imitated stands with each figure." }
      : { nl: "De bron staat bij elk cijfer.", en: "The source stands with each figure." };
  return {
    language,
    title,
    author: "Impactmonitor",
    date: book.date,
    bands: [
      ...(book.kind === "practice" ? [{ kind: "practice" as const, words: practiceWords.band[language] }] : []),
      ...(withdrawn ? [{ kind: "withdrawn" as const, words: withdrawnWords(withdrawn[language], language) }] : []),
    ],
    foot: `${title}. ${capital(edition)}. ${source ?? each[language]}`,
    page: nl ? "Pagina" : "Page",
    of: nl ? "van" : "of",
  };
}

const withdrawnWords = (reason: string, language: Language): string =>
  language === "nl"
    ? `INGETROKKEN: gebruik deze editie niet meer. ${reason}`
    : `WITHDRAWN: don’t use this edition any more. ${reason}`;
