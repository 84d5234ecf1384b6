import type { Catalogue } from "@impactmonitor/model/catalogue";
import type { ContextSource, ContextValue } from "@impactmonitor/model/context";
import type { Changes, Manifest, Withdrawal } from "@impactmonitor/model/edition";
import type { Observation } from "@impactmonitor/model/observation";
import { openBook, type Book } from "@impactmonitor/views/book";
import type { MapShapes } from "@impactmonitor/views/chart-state";
import { pastsOf } from "@impactmonitor/views/past";
import type { Paper } from "./make-document.ts";

/** What of a sealed edition documents are made from. */
export interface SealedEdition {
  readonly manifest: Manifest;
  readonly catalogue: Catalogue;
  readonly context: { readonly values: readonly ContextValue[]; readonly sources: readonly ContextSource[] };
  readonly observations: (indicator: string) => readonly Observation[];
  readonly map: (name: string) => string | undefined;
  readonly changes: Changes;
}

export interface PaperOptions {
  readonly withdrawn: ReadonlyMap<string, Withdrawal>;
  /** Official boundaries by map name; they go before the schematic map of an edition. */
  readonly boundaries: ReadonlyMap<string, string>;
  readonly contact: string;
}

/**
 * Editions as documents are made from them, each opened when it is first asked for.
 * @param editions of one kind, oldest first
 */
export function openPapers(editions: readonly SealedEdition[], options: PaperOptions): ReadonlyMap<string, Paper> {
  const { withdrawn, boundaries, contact } = options;
  const books = new Map<string, Book>();
  const bookOf = ({ manifest, catalogue, observations, context }: SealedEdition): Book => {
    const { id, date, kind } = manifest;
    const contextValues = context.values;
    const book =
      books.get(id) ??
      openBook({ id, date, kind, catalogue, observations, contextValues, contextSources: context.sources });
    books.set(id, book);
    return book;
  };
  const corrects = (id: string): boolean =>
    editions.some(({ manifest }) => manifest.id === id && manifest.corrects !== undefined);
  return new Map(
    editions.map((edition, i): [string, Paper] => {
      const { id } = edition.manifest;
      // Nobody should be told that a figure stands since an edition that was taken back.
      const before = editions.slice(0, i).filter(({ manifest }) => !withdrawn.has(manifest.id));
      const reason = withdrawn.get(id)?.reason;
      const maps = new Map<string, MapShapes | undefined>();
      const paper: Paper = {
        get book() {
          return bookOf(edition);
        },
        map: (name) => {
          const text = boundaries.get(name) ?? edition.map(name);
          if (!maps.has(name)) maps.set(name, text === undefined ? undefined : (JSON.parse(text) as MapShapes));
          return maps.get(name);
        },
        pasts: (indicator) => pastsOf({ books: [...before, edition].map(bookOf), corrects }, indicator),
        ...(reason ? { withdrawn: reason } : {}),
        history: {
          editions: editions.slice(0, i + 1).map(({ manifest }) => {
            const taken = withdrawn.get(manifest.id)?.reason;
            const { corrects: mended, notice } = manifest;
            return {
              id: manifest.id,
              date: manifest.date,
              ...(mended === undefined ? {} : { corrects: mended }),
              ...(notice ? { notice } : {}),
              ...(taken ? { withdrawn: taken } : {}),
            };
          }),
          get changes() {
            return edition.changes;
          },
        },
        contact,
      };
      return [id, paper];
    }),
  );
}
