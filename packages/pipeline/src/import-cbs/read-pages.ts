import type { PageCache } from "./cache.ts";
import { noCache } from "./cache.ts";
import { fail, type Result } from "./failure.ts";
import { fetchJson, type FetchPolicy, type Web } from "./fetch-json.ts";
import { sameHostLink } from "./link.ts";
import { readRecords, type RecordList } from "./record.ts";

export interface PageRequest {
  readonly url: string;
  readonly cache?: PageCache;
}

export interface RecordPage extends RecordList {
  readonly number: number;
  readonly fromCache: boolean;
}

/**
 * Follows the links from page to page. Pages that are in the cache are not asked for again, so an import that was
 * killed goes on where it was; a page goes into the cache only after it has been read whole.
 */
export async function* readPages(
  { url, cache = noCache }: PageRequest,
  web: Web,
  policy: FetchPolicy,
): AsyncGenerator<Result<RecordPage>> {
  const visited = new Set<string>();
  let next: string | undefined = url;
  for (let number = 1; next !== undefined; number++) {
    const address: string = next;
    if (visited.has(address)) {
      yield circular(address);
      return;
    }
    visited.add(address);
    const page = await readPage(address, number, cache, web, policy);
    yield page;
    if (!page.ok) return;
    const link: string | undefined = page.value.next;
    next = link === undefined ? undefined : sameHostLink(address, link);
    if (link !== undefined && next === undefined) {
      yield elsewhere(address, link);
      return;
    }
  }
}

async function readPage(
  url: string,
  number: number,
  cache: PageCache,
  web: Web,
  policy: FetchPolicy,
): Promise<Result<RecordPage>> {
  const stored = cache.read(number, url);
  const kept = stored === undefined ? undefined : parsed(stored, url);
  if (kept) return { ok: true, value: { ...kept, number, fromCache: true } };
  const answer = await fetchJson(url, web, policy);
  if (!answer.ok) return answer;
  const list = readRecords(answer.value.json, url);
  if (!list.ok) return list;
  cache.write(number, url, answer.value.text);
  return { ok: true, value: { ...list.value, number, fromCache: false } };
}

function parsed(text: string, url: string): RecordList | undefined {
  try {
    const list = readRecords(JSON.parse(text), url);
    return list.ok ? list.value : undefined;
  } catch {
    return undefined;
  }
}

function circular(url: string): Result<never> {
  const what = { nl: "De pagina's verwijzen in een kring.", en: "The pages refer to each other in a circle." };
  const mend = {
    nl: "Probeer --v3, of download de tabel met de hand.",
    en: "Try --v3, or download the table by hand.",
  };
  return fail("bad-answer", url, what, mend);
}

function elsewhere(url: string, link: string): Result<never> {
  const what = {
    nl: `De volgende pagina staat op een ander adres (${link}). Dat volgen we niet.`,
    en: `The next page is at another address (${link}). We don't follow that.`,
  };
  const mend = { nl: "Geef het adres met --base als het klopt.", en: "Give the address with --base if it is right." };
  return fail("refused", url, what, mend);
}
