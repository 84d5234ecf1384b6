import type { AreaNote } from "@impactmonitor/model/area-note";
import type { Area } from "@impactmonitor/model/area";
import { parsePeriod } from "@impactmonitor/model/period";
import type { Language } from "@impactmonitor/model/text";
import { areaLabel } from "../area-words.ts";
import type { Book } from "../book.ts";
import { formatDate, formatList } from "../format.ts";

/** A figure, or several of one series: where, of what, and when. Without periods, of any time. */
export interface NotedFigure {
  readonly area: string;
  readonly indicator: string;
  readonly periods: readonly string[];
}

/**
 * What must be known of working practice to read a figure: notes on its area, or on the region that a municipality lay in
 * during the note, that are about its indicator and about a day of its period. In the order of the catalogue.
 */
export function notesOf(book: Book, figure: NotedFigure): readonly AreaNote[] {
  if (book.catalogue.notes.length === 0) return [];
  const periods = figure.periods.flatMap((it) => parsePeriod(it) ?? []);
  return book.catalogue.notes.filter(
    (note) =>
      isAbout(book, note, figure.area) &&
      (note.indicators.length === 0 || note.indicators.includes(figure.indicator)) &&
      periods.some((it) => it.end >= note.from && (note.until === undefined || it.start <= note.until)),
  );
}

/** Every note that belongs to figures of an area. */
export const notesOn = (book: Book, area: Area): readonly AreaNote[] =>
  book.catalogue.notes.filter((note) => isAbout(book, note, area.code));

/** A note on a region holds for a municipality that lay in it in a year of the note: one organisation records for all. */
function isAbout(book: Book, note: AreaNote, code: string): boolean {
  if (note.areas.includes(code)) return true;
  const [from, until] = [Number(note.from.slice(0, 4)), Number(note.until?.slice(0, 4) ?? 9999)];
  return (
    memberships(book)
      .get(code)
      ?.some((it) => it.year >= from && it.year <= until && note.areas.includes(it.region)) ?? false
  );
}

const found = new WeakMap<Book, Map<string, { readonly year: number; readonly region: string }[]>>();
function memberships(book: Book) {
  const before = found.get(book);
  if (before) return before;
  const made = Map.groupBy(book.catalogue.memberships, (it) => it.municipality as string);
  found.set(book, made);
  return made;
}

/** Where and when a note holds: "Gelderland-Zuid, cijfers van 1 januari 2019 tot en met 30 juni 2021". */
export function noteScope(book: Book, note: AreaNote, language: Language): string {
  const areas = note.areas.map((code) => {
    const area = book.area(code);
    return area ? areaLabel(area, language) : code;
  });
  const from = formatDate(note.from, language);
  const until = note.until === undefined ? undefined : formatDate(note.until, language);
  const nl = until === undefined ? `cijfers vanaf ${from}` : `cijfers van ${from} tot en met ${until}`;
  const en = until === undefined ? `figures from ${from} on` : `figures from ${from} to ${until}`;
  return `${formatList(areas, language)}, ${language === "nl" ? nl : en}`;
}

/** Notes are about real figures; beside an invented one that must be said. */
export const noteInPractice = {
  nl: "Deze opmerking gaat over de echte cijfers. Oefencijfers zijn verzonnen.",
  en: "This note is about the real figures. Practice figures are invented.",
} as const;

/** A note as one line of text, for a file: what it says, with its source. */
export function noteLine(book: Book, note: AreaNote, language: Language): string {
  const source = `${language === "nl" ? "Bron" : "Source"}: ${note.source.title}, ${note.source.url}`;
  const line = `${note.text[language]} (${source})`;
  return book.kind === "practice" ? `${line} ${noteInPractice[language]}` : line;
}
