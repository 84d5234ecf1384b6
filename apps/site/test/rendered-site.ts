import { builtEdition } from "../../../packages/pipeline/test/built-edition.ts";
import type { Edition } from "@impactmonitor/edition/read-edition";
import { parseHtml, type Element } from "../../../tests/html.ts";
import { createSite } from "../src/app.ts";
import { openLibrary } from "../src/library.ts";
import { assets } from "./assets.ts";

export interface Rendered {
  readonly status: number;
  readonly root: Element;
}

/** Names of files that nobody asks for here. */

/**
 * The site on the committed catalogue and figures, without a server: an address in, its page out, each made once.
 * @param editions others than the one of the committed catalogue and figures, oldest first
 */
export function renderedSite(
  editions: readonly [Edition, ...Edition[]] = [builtEdition()],
): (address: string) => Promise<Rendered> {
  const site = createSite({
    library: openLibrary(editions, { assets, contact: "contact@example.org", boundaries: new Map() }),
    files: new Map(),
    keepBytes: 0,
    draw: () => Promise.reject(new Error("no pictures are drawn here")),
    report: (error) => {
      throw error;
    },
  });
  const made = new Map<string, Promise<Rendered>>();
  const render = async (address: string): Promise<Rendered> => {
    const answer = await site.request(address);
    return { status: answer.status, root: parseHtml(await answer.text()) };
  };
  return (address) => {
    const page = made.get(address) ?? render(address);
    made.set(address, page);
    return page;
  };
}
