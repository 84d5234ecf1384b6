import type { Edition } from "@impactmonitor/edition/read-edition";
import type { Calendar } from "@impactmonitor/model/calendar";
import type { Manifest, Withdrawal } from "@impactmonitor/model/edition";
import type { Language } from "@impactmonitor/model/text";
import { openBook, type Book } from "@impactmonitor/views/book";
import type { MapShapes } from "@impactmonitor/views/chart-state";
import { pastOf, pastsOf } from "@impactmonitor/views/past";
import { shownSince } from "@impactmonitor/views/since";
import { areaEntries, areaFinder, type AreaEntry } from "./find-area.ts";
import { indicatorEntries, indicatorFinder, type IndicatorEntry } from "./find-indicator.ts";
import { searchEntries } from "./search-entries.ts";
import { searcher, type SearchEntry, type SearchResult } from "./search-match.ts";
import { standings, type Standing } from "./standing.ts";
import { openDesk, type Assets, type Desk } from "./desk.ts";

/** Everything the site serves from: all editions, opened once, each with its desks and finders. */
export interface Library {
  readonly manifests: readonly Manifest[];
  readonly newest: Shelfmark;
  readonly byId: ReadonlyMap<string, Shelfmark>;
  /** What readers must know of an edition beside its figures: whether it holds, what it corrects. */
  readonly standing: (id: string) => Standing;
  /** When new editions are expected; absent among practice figures. */
  readonly calendar?: Calendar;
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
  /** All that can be found, and the finder over it. */
  readonly everything: (language: Language) => readonly SearchEntry[];
  readonly search: (language: Language) => (words: string) => SearchResult;
}

export interface LibraryOptions {
  readonly assets: Assets;
  readonly contact: string;
  /** Where the site is for everybody; for codes that others put in their pages. */
  readonly address?: string;
  /** Official boundaries that a steward imported, by map name; they go before the schematic map. */
  readonly boundaries: ReadonlyMap<string, string>;
  /** Editions that were withdrawn, by id; they stay at their own address and are never the newest. */
  readonly withdrawn?: ReadonlyMap<string, Withdrawal>;
  readonly calendar?: Calendar;
}

/**
 * The newest is the last that was not withdrawn. Only when all were, it is the last: each page then says that it was
 * withdrawn, and help and explanation stay where they are.
 * @param editions oldest first, at least one
 */
export function openLibrary(editions: readonly [Edition, ...Edition[]], options: LibraryOptions): Library {
  const manifests = editions.map((it) => it.manifest);
  const standing = standings(manifests, options.withdrawn ?? new Map());
  const list = manifests.map(({ id, date }) => ({ id, date }));
  const last = editions.findLast((it) => !standing(it.manifest.id).withdrawn) ?? editions.at(-1)!;
  const books: Book[] = [];
  const marks = editions.map((edition) => {
    const { id } = edition.manifest;
    const about = { latest: edition === last, editions: list, standing: standing(id) };
    return shelfmark(edition, about, books, standing, options);
  });
  const byId = new Map(marks.map((it) => [it.book.id, it]));
  return { manifests, newest: byId.get(last.manifest.id)!, byId, standing, calendar: options.calendar };
}

/** @param books those of the editions before it; its own is added */
function shelfmark(
  edition: Edition,
  about: Pick<Desk, "latest" | "editions" | "standing">,
  books: Book[],
  standing: Library["standing"],
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
    contextSources: edition.context.sources,
  });
  const upToThis = [...books, book];
  const history = { books: upToThis, corrects: (edition: string) => standing(edition).corrects !== undefined };
  // Nobody should be told that a figure stands since an edition that was taken back.
  if (!about.standing.withdrawn) books.push(book);
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
      ...about,
      since: (it) => shownSince(upToThis, it),
      past: (it) => pastOf(history, it),
      pasts: (indicator) => pastsOf(history, indicator),
      map,
      contact: options.contact,
      ...(options.address === undefined ? {} : { address: options.address }),
      assets: options.assets,
    }),
  );
  const entries = once((language: Language) => areaEntries(book, language, desk(language).toArea));
  const subjects = once((language: Language) => indicatorEntries(book, language));
  const everything = once((language: Language) => searchEntries(desk(language), entries(language)));
  return {
    edition,
    book,
    desk,
    everything,
    search: once((language: Language) => searcher(everything(language), language)),
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
