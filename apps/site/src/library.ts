import type { Edition } from "@impactmonitor/edition/read-edition";
import type { Manifest } from "@impactmonitor/model/edition";
import type { Language } from "@impactmonitor/model/text";
import { openBook, type Book } from "@impactmonitor/views/book";
import type { MapShapes } from "@impactmonitor/views/chart-state";
import { shownSince } from "@impactmonitor/views/since";
import { areaEntries, areaFinder, type AreaEntry } from "./find-area.ts";
import { indicatorEntries, indicatorFinder, type IndicatorEntry } from "./find-indicator.ts";
import { openDesk, type Assets, type Desk } from "./desk.ts";

/** Everything the site serves from: all editions, opened once, each with its desks and finders. */
export interface Library {
  readonly manifests: readonly Manifest[];
  readonly newest: Shelfmark;
  readonly byId: ReadonlyMap<string, Shelfmark>;
}
/** One edition with what pages need of it, per language, made when first asked for. */
export interface Shelfmark {
  readonly edition: Edition;
  readonly book: Book;
  readonly desk: (language: Language) => Desk;
  readonly findArea: (language: Language) => (words: string) => { exact?: AreaEntry; near: AreaEntry[] };
  readonly areaEntries: (language: Language) => readonly AreaEntry[];
  readonly subjects: (language: Language) => readonly IndicatorEntry[];
  readonly findIndicator: (language: Language) => (words: string) => string[];
}

export interface LibraryOptions {
  readonly assets: Assets;
  readonly contact: string;
  /** Official boundaries that a steward imported, by map name; they go before the schematic map. */
  readonly boundaries: ReadonlyMap<string, string>;
}

/** @param editions oldest first, at least one */
export function openLibrary(editions: readonly [Edition, ...Edition[]], options: LibraryOptions): Library {
  const list = editions.map((it) => ({ id: it.manifest.id, date: it.manifest.date }));
  const last = editions.at(-1)!;
  const books: Book[] = [];
  const marks = editions.map((edition) => shelfmark(edition, edition === last, list, books, options));
  return {
    manifests: editions.map((it) => it.manifest),
    newest: marks.at(-1)!,
    byId: new Map(marks.map((it) => [it.book.id, it])),
  };
}

/** @param books those of the editions before it; its own is added */
function shelfmark(
  edition: Edition,
  latest: boolean,
  editions: Desk["editions"],
  books: Book[],
  options: LibraryOptions,
): Shelfmark {
  const { id, date, kind } = edition.manifest;
  const book = openBook({
    id,
    date,
    kind,
    catalogue: edition.catalogue,
    observations: edition.observations,
    contextValues: edition.context.values,
  });
  books.push(book);
  const upToThis = [...books];
  const maps = new Map<string, MapShapes | undefined>();
  const map = (name: string): MapShapes | undefined => {
    if (!maps.has(name)) {
      const text = options.boundaries.get(name) ?? edition.map(name);
      maps.set(name, text === undefined ? undefined : (JSON.parse(text) as MapShapes));
    }
    return maps.get(name);
  };
  const desk = once((language: Language) =>
    openDesk({
      book,
      language,
      latest,
      editions,
      since: (it) => shownSince(upToThis, it),
      map,
      contact: options.contact,
      assets: options.assets,
    }),
  );
  const entries = once((language: Language) => areaEntries(book, language, desk(language).toArea));
  const subjects = once((language: Language) => indicatorEntries(book, language));
  return {
    edition,
    book,
    desk,
    areaEntries: entries,
    findArea: once((language: Language) => areaFinder(entries(language))),
    subjects,
    findIndicator: once((language: Language) => indicatorFinder(subjects(language))),
  };
}

/** Makes a value per language when it is first needed: indexes cost time that a start should not wait for. */
function once<T>(make: (language: Language) => T): (language: Language) => T {
  const made = new Map<Language, T>();
  return (language) => {
    if (!made.has(language)) made.set(language, make(language));
    return made.get(language)!;
  };
}
