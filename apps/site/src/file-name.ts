import { practiceWords } from "@impactmonitor/views/practice-words";
import type { Desk } from "./desk.ts";

/**
 * Name of a file, without what it ends on. Of practice figures, and of an edition that was withdrawn, the name says so: it
 * is what is left of a page in somebody's folder.
 */
export const fileName = ({ book, standing, language }: Desk, what: string): string =>
  [
    "impactmonitor",
    ...(book.kind === "practice" ? [practiceWords.file[language]] : []),
    what,
    book.id,
    ...(standing.withdrawn ? [language === "nl" ? "ingetrokken" : "withdrawn"] : []),
  ].join("-");
