import { gunzipSync, gzipSync } from "node:zlib";
import type { Files } from "./files.ts";

/** The pages of one version of a table that are already on disk. */
export interface PageCache {
  /** @returns the page's text, or undefined when it is not there, damaged, or the answer to another address */
  readonly read: (page: number, url: string) => string | undefined;
  readonly write: (page: number, url: string, text: string) => void;
  /** Forgets every page of this version. */
  readonly clear: () => void;
}

const safe = (text: string): string => text.replace(/[^0-9A-Za-z]+/g, "-").replace(/^-|-$/g, "") || "unknown";

/**
 * Opens the cache of a table, and removes what can't be used: pages of other versions and half-written pages.
 * Versions begin with their protocol (v3, v4): pages of the other protocol stay, should an import go back to it.
 * A page is one gzip file: its address on the first line, then the answer as it came. Gzip's checksum shows damage.
 * @param folder such as data/cbs/cache/84852NED
 * @param version changes whenever the table changes; its first word is the protocol
 */
export function openCache(files: Files, folder: string, version: string): PageCache {
  const mine = safe(version);
  const protocol = mine.slice(0, 3);
  for (const name of files.list(folder))
    if (name !== mine && name.startsWith(protocol)) files.remove(`${folder}/${name}`);
  const pages = `${folder}/${mine}`;
  for (const name of files.list(pages)) if (!name.endsWith(".json.gz")) files.remove(`${pages}/${name}`);

  const fileOf = (page: number): string => `${pages}/page-${String(page).padStart(5, "0")}.json.gz`;
  return {
    read: (page, url) => {
      const file = fileOf(page);
      if (!files.exists(file)) return undefined;
      const text = unpack(files.read(file));
      const end = text?.indexOf("\n") ?? -1;
      if (text !== undefined && text.slice(0, Math.max(0, end)) === url) return text.slice(end + 1);
      files.remove(file);
      return undefined;
    },
    // Level 1: a page of 20 MB packs in a fraction of a second to a twentieth of its size.
    write: (page, url, text) => files.write(fileOf(page), gzipSync(`${url}\n${text}`, { level: 1 })),
    clear: () => files.remove(pages),
  };
}

function unpack(bytes: Buffer): string | undefined {
  try {
    return gunzipSync(bytes).toString("utf8");
  } catch {
    return undefined;
  }
}

/** A cache that remembers nothing: for a table that does not say which version it is. */
export const noCache: PageCache = { read: () => undefined, write: () => {}, clear: () => {} };
