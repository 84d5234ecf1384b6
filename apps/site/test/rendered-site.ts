import { builtEdition } from "../../../packages/pipeline/test/built-edition.ts";
import type { Edition } from "@impactmonitor/edition/read-edition";
import { parseHtml, type Element } from "../../../tests/html.ts";
import { createSite } from "../src/app.ts";
import { openLibrary } from "../src/library.ts";

export interface Rendered {
  readonly status: number;
  readonly root: Element;
}

/** Names of files that nobody asks for here. */
export const assets = {
  style: "/static/style.css",
  compareStyle: "/static/compare.css",
  guideStyle: "/static/guide.css",
  searchScript: "/e.js",
  explainedStyle: "/x.css",
  script: "/static/main.js",
  font: "/static/font.woff2",
  fontBold: "/static/font.woff2",
};

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
