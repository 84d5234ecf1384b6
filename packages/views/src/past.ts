import { isAbsent, type Cell } from "@impactmonitor/model/cell";
import { observationKey, type Observation, type Vintage } from "@impactmonitor/model/observation";
import type { Language } from "@impactmonitor/model/text";
import type { Book } from "./book.ts";
import { formatCell, formatDate } from "./format.ts";
import { marksInWords } from "./mark-words.ts";
import { revisionReason, revisionWords, type RevisionReason } from "./revision.ts";
import type { Shown } from "./shown.ts";
import type { Part } from "./statement.ts";

/** How a figure came to be what it is; empty where it never was anything else. */
export interface Past {
  /** As it was first published, when that was another value. */
  readonly first?: Vintage;
  /** Each edition of this monitor that gave it another value than the edition before, oldest first. */
  readonly changes: readonly FigureChange[];
}
export interface FigureChange {
  readonly edition: string;
  readonly from: Observation;
  readonly to: Observation;
  readonly reason: RevisionReason;
}

/** The editions up to the one that is read, oldest first, and which of them correct an earlier one. */
export interface Editions {
  readonly books: readonly Book[];
  readonly corrects: (edition: string) => boolean;
}

/** The past of one figure. */
export const pastOf = (editions: Editions, it: Observation): Past => {
  const key = observationKey(it);
  return told(it, editions, (book) =>
    book.observationsOf(it.indicator, it.area).find((row) => observationKey(row) === key),
  );
};

/** The past of all figures of an indicator, for a file: every edition is gone through once. */
export function pastsOf(editions: Editions, indicator: string): (it: Observation) => Past {
  const rows = new Map(
    editions.books.map((book) => [
      book,
      new Map(book.observations(indicator).map((it) => [observationKey(it), it] as const)),
    ]),
  );
  return (it) => told(it, editions, (book) => rows.get(book)?.get(observationKey(it)));
}

/** What is hidden now, or was hidden since, is never told by way of what it was. */
function told(it: Observation, editions: Editions, rowIn: (book: Book) => Observation | undefined): Past {
  if (isAbsent(it.cell)) return { changes: [] };
  const changes: FigureChange[] = [];
  let before: Observation | undefined;
  for (const book of editions.books) {
    const row = rowIn(book);
    if (row && before && !isAbsent(before.cell) && !isAbsent(row.cell) && !sameValue(before.cell, row.cell))
      changes.push({
        edition: book.id,
        from: before,
        to: row,
        reason: revisionReason(before, row, editions.corrects(book.id)),
      });
    before = row ?? before;
  }
  const first = firstPublished(it);
  return { ...(first ? { first } : {}), changes };
}

/**
 * The oldest dated publication before the one that is shown, if it gave another value. A rounded value of somebody who
 * passes the figure on was never the figure itself.
 */
function firstPublished(it: Observation): Vintage | undefined {
  const shown = it.reading.published;
  const earlier = it.vintages
    .filter(({ reading }) => reading.published !== "" && shown !== "" && isBefore(reading.published, shown))
    .filter(({ cell }) => !isAbsent(cell) && !cell.marks.includes("rounded"))
    .toSorted((a, b) => (a.reading.published < b.reading.published ? -1 : 1));
  const oldest = earlier[0];
  return oldest && !sameValue(oldest.cell, it.cell) ? oldest : undefined;
}

/** "2022" is not before "2022-11": which of the two came first isn't known. */
const isBefore = (a: string, b: string): boolean => {
  const least = Math.min(a.length, b.length);
  return a.slice(0, least) < b.slice(0, least);
};

const sameValue = (a: Cell, b: Cell): boolean => valueOf(a) === valueOf(b);
const valueOf = (cell: Cell): string =>
  "value" in cell ? String(cell.value) : "range" in cell ? `${cell.range.lower}/${cell.range.upper}` : cell.absent;

/**
 * How a figure came to be what it is, in a sentence for where it was first published and one for each edition that changed
 * it. Empty where nothing changed.
 */
export function pastParts(past: Past, it: Shown, language: Language): readonly Part[] {
  const nl = language === "nl";
  const parts: Part[] = [];
  if (past.first) {
    const { cell, reading, row } = past.first;
    const primary = reading.primary;
    const start = primary
      ? nl
        ? "Dit cijfer is eerst gepubliceerd als "
        : "This figure was first published as "
      : nl
        ? "Dit cijfer is eerst bekend geworden als "
        : "This figure first became known as ";
    parts.push(start, figureOf(it, cell, row, language));
    parts.push(`${marksAside(cell, language)}, in ‘${reading.title}’ (${formatDate(reading.published, language)}).`);
  }
  for (const { edition, from, to, reason } of past.changes) {
    if (parts.length > 0) parts.push(" ");
    parts.push(
      nl
        ? `In editie ${edition} van deze monitor ging het van `
        : `In edition ${edition} of this monitor it went from `,
    );
    parts.push(
      figureOf(it, from.cell, from.row, language),
      nl ? " naar " : " to ",
      figureOf(it, to.cell, to.row, language),
    );
    parts.push(`: ${revisionWords[reason][language]}.`);
  }
  return parts;
}

const figureOf = (it: Shown, cell: Cell, row: string, language: Language): Part => ({
  figure: { ...it, cell, rows: [row], derivation: undefined },
  text: formatCell(cell, it.indicator, it.measure, language),
});

const marksAside = (cell: Cell, language: Language): string => {
  const marks = marksInWords(cell, language);
  return marks === "" ? "" : ` (${marks})`;
};
