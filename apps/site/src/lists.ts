import { practiceWords } from "@impactmonitor/views/practice-words";
import type { Desk } from "./desk.ts";

export type ListName = "areas" | "subjects";

/** Address of a list for the script of a page: names of areas, or words to find subjects by. */
export const listPath = (desk: Desk, name: ListName): string =>
  desk.book.kind === "practice" ? `${desk.home}static/${name}.json` : `/static/${name}.${desk.language}.json`;

/** What is sent; a list of a practice edition says that it is one. */
export const listBody = ({ book, language }: Desk, entries: readonly unknown[]): unknown =>
  book.kind === "practice" ? { practice: practiceWords.band[language], edition: book.id, entries } : entries;
