import { practiceWords } from "@impactmonitor/views/practice-words";
import type { EditionKind } from "@impactmonitor/model/edition";
import type { Language } from "@impactmonitor/model/text";
import type { Desk } from "./desk.ts";
import { practiceHome } from "./paths.ts";

export type ListName = "areas" | "subjects" | "everything" | "terms";

/** Address of a list for the script of a page: names of areas, or words to find subjects by. */
export const listPath = (kind: EditionKind, language: Language, name: ListName): string =>
  kind === "practice" ? `${practiceHome(language)}static/${name}.json` : `/static/${name}.${language}.json`;

/** What is sent; a list of a practice edition says that it is one. */
export const listBody = ({ book, language }: Desk, entries: readonly unknown[]): unknown =>
  book.kind === "practice" ? { practice: practiceWords.band[language], edition: book.id, entries } : entries;
