import type { Area } from "@impactmonitor/model/area";
import type { Observation } from "@impactmonitor/model/observation";
import type { Language, Text } from "@impactmonitor/model/text";
import type { MapShapes } from "@impactmonitor/views/chart-state";
import type { Book } from "@impactmonitor/views/book";
import type { Past } from "@impactmonitor/views/past";
import { termMarker } from "./mark-terms.ts";
import { areaPath, homePath, inside, path, withQuery, type Word } from "./paths.ts";

import type { Standing } from "./standing.ts";

/** What every page needs: the edition it is about, its language, and how to link from it. */
export interface Desk {
  readonly book: Book;
  readonly language: Language;
  /** Whether this is the newest edition; an older one is named in each link. */
  readonly latest: boolean;
  readonly editions: readonly { readonly id: string; readonly date: string }[];
  /** Whether this edition holds, what it corrects and what corrects it. */
  readonly standing: Standing;
  /** The edition since which the monitor shows a figure as it is in this one. */
  readonly since: (it: Observation) => string | undefined;
  /** How a figure came to be what it is, over the editions up to this one. */
  readonly past: (it: Observation) => Past;
  /** The same of all figures of an indicator, for a file. */
  readonly pasts: (indicator: string) => (it: Observation) => Past;
  readonly map: (name: string) => MapShapes | undefined;
  readonly contact: string;
  /** Where the site is for everybody, such as https://monitor.example.nl; absent where nobody told it. */
  readonly address?: string;
  /** Names of the built style sheet, script and fonts. */
  readonly assets: Assets;
  readonly say: (text: Text) => string;
  /** The same as a sentence: with a full stop, also where an editor left it out. */
  readonly sentence: (text: Text) => string;
  /** Finds terms of the glossary in a text. */
  readonly terms: ReturnType<typeof termMarker>;
  readonly link: (word: Word, rest?: string, query?: Readonly<Record<string, string | undefined>>) => string;
  readonly toArea: (area: Area) => string;
  /** The first page of the newest edition, real or for practice. */
  readonly home: string;
  /** A page of the newest edition; where it lies is the same for every edition. */
  readonly fixed: (word: Word) => string;
}
/**
 * What some pages need beside the style and the script of all; no other page waits for it. `compare`: tables of many areas. `guide`: texts that
 * are read from begin to end. `search`: the search page and the exercise.
 */
export type Need = "compare" | "guide" | "search";

export interface Assets {
  readonly style: string;
  readonly script: string;
  readonly needs: Readonly<Record<Need, { readonly style: string; readonly script?: string }>>;
  readonly font: string;
  readonly fontBold: string;
}

export function openDesk(it: Omit<Desk, "say" | "sentence" | "terms" | "link" | "toArea" | "home" | "fixed">): Desk {
  const edition = it.latest ? undefined : it.book.id;
  const within = (address: string): string => inside(it.book.kind, address);
  return {
    ...it,
    say: (text) => text[it.language],
    sentence: (text) => text[it.language].replace(/[^.!?…]$/, "$&."),
    terms: termMarker(it.book.catalogue.glossary, it.language),
    link: (word, rest, query = {}) => withQuery(within(path(it.language, word, rest)), { ...query, editie: edition }),
    toArea: (area) => withQuery(within(areaPath(it.language, area)), { editie: edition }),
    home: within(homePath(it.language)),
    fixed: (word) => within(path(it.language, word)),
  };
}
