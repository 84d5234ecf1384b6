import { searchKinds, type SearchEntry } from "./search-match.ts";

/** An entry as it is sent to a browser: as few characters as can be, what is usual left out at the end. */
export type PackedEntry = readonly [
  kind: number,
  title: string,
  href: string,
  line?: string,
  also?: string,
  weight?: number,
];

const between = " | ";

export const packedEntries = (entries: readonly SearchEntry[]): PackedEntry[] =>
  entries.map(({ kind, title, href, line, also, weight }) => {
    const head = [searchKinds.indexOf(kind), title, href] as const;
    if (weight !== 1) return [...head, line, also.join(between), weight];
    if (also.length > 0) return [...head, line, also.join(between)];
    return line === "" ? head : [...head, line];
  });

export const unpackedEntries = (packed: readonly PackedEntry[]): SearchEntry[] =>
  packed.map(([kind, title, href, line = "", also = "", weight = 1]) => ({
    kind: searchKinds[kind] ?? "text",
    title,
    href,
    line,
    also: also === "" ? [] : also.split(between),
    weight,
  }));
