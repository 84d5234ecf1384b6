import { attribute, elements, parseHtml, type Element } from "./html.ts";

/** A page of the site as it was answered. */
export interface Page {
  /** Path and query, without a hash. */
  readonly address: string;
  readonly language: "nl" | "en";
  readonly html: string;
  readonly root: Element;
}
export interface Link {
  /** Path and query. */
  readonly to: string;
  /** Id behind the #, empty without. */
  readonly hash: string;
  readonly from: string;
}
/** A file that is made when somebody asks for it: seconds of work each, so none is asked for. */
const isDocument = (path: string): boolean => /\.(pdf|xlsx|pptx|docx|csv|parquet|zip)$/.test(path);

export interface Crawled {
  readonly pages: ReadonlySet<string>;
  /** First link to each address and hash. */
  readonly links: readonly Link[];
  /** Links with the download attribute. */
  readonly downloads: readonly Link[];
  /** Links to documents: without the download attribute, as the answer can be a page that says to wait. */
  readonly documents: readonly Link[];
  /** Ids on each page. */
  readonly ids: ReadonlyMap<string, ReadonlySet<string>>;
  readonly failures: readonly string[];
}

/**
 * Asks for every page that can be reached from `starts` by links, each once, and hands it to `visit`.
 * What does not answer with 200 and HTML that can be read is listed in `failures`.
 * @param follows whether a linked address is asked for; those left out are still among the links
 */
export async function crawl(
  site: string,
  starts: readonly string[],
  follows: (address: string) => boolean,
  visit: (page: Page) => void,
): Promise<Crawled> {
  const queue = [...new Set(starts)];
  const seen = new Set(queue);
  const links = new Map<string, Link>();
  const downloads = new Map<string, Link>();
  const documents = new Map<string, Link>();
  const ids = new Map<string, Set<string>>();
  const failures: string[] = [];
  const from = new Map<string, string>();

  const read = async (address: string): Promise<void> => {
    const answer = await fetch(site + address, { redirect: "manual", headers: { "accept-encoding": "identity" } });
    const html = await answer.text();
    const type = answer.headers.get("content-type") ?? "";
    if (answer.status !== 200 || !type.startsWith("text/html")) {
      failures.push(`${address}: ${answer.status} ${type}, linked from ${from.get(address) ?? "the start"}`);
      return;
    }
    const root = parseHtml(html);
    const own = new Set<string>();
    for (const element of elements(root)) {
      const id = attribute(element, "id");
      if (id !== undefined) own.add(id);
      const href = element.tag === "a" ? attribute(element, "href") : undefined;
      if (href === undefined) continue;
      const target = new URL(href, site + address);
      if (target.origin !== site) continue;
      const to = target.pathname + target.search;
      const link: Link = { to, hash: decodeURIComponent(target.hash.slice(1)), from: address };
      if (element.attributes.has("download")) {
        if (!downloads.has(to)) downloads.set(to, link);
        continue;
      }
      if (isDocument(target.pathname)) {
        if (!documents.has(to)) documents.set(to, link);
        continue;
      }
      if (!links.has(`${to}#${link.hash}`)) links.set(`${to}#${link.hash}`, link);
      if (seen.has(to) || !follows(to)) continue;
      seen.add(to);
      from.set(to, address);
      queue.push(to);
    }
    ids.set(address, own);
    visit({ address, language: /^\/en(\/|$)/.test(address) ? "en" : "nl", html, root });
  };
  const work = async (): Promise<void> => {
    for (let address = queue.shift(); address !== undefined; address = queue.shift())
      try {
        await read(address);
      } catch (error) {
        failures.push(`${address}: ${error instanceof Error ? error.message : String(error)}`);
      }
  };
  // A worker that finds the queue empty may be early: the others can still add to it.
  do await Promise.all(Array.from({ length: 6 }, work));
  while (queue.length > 0);
  return {
    pages: new Set(ids.keys()),
    links: [...links.values()],
    downloads: [...downloads.values()],
    documents: [...documents.values()],
    ids,
    failures,
  };
}
