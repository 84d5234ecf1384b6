import { expect, test } from "vitest";
import { builtBook } from "../../../packages/pipeline/test/built-edition.ts";
import { attribute, find, findAll, textOf, type Element } from "../../../tests/html.ts";
import { renderedSite } from "./rendered-site.ts";

const render = renderedSite();
const isOrder = (it: Element): boolean => it.tag === "ol" && attribute(it, "class") === "order";
const themes = builtBook().catalogue.themes.filter((it) => it.readingOrder);

test.each([
  ["/thema", "/regio/drenthe", "nog geen cijfer"],
  ["/en/theme", "/en/region/drenthe", "no figure yet"],
])("%s: every step leads to a page with a figure, or says that there is none", async (theme, region, none) => {
  const wrong: string[] = [];
  let steps = 0;
  for (const address of [...themes.map((it) => `${theme}/${it.id}`), region]) {
    const { root } = await render(address);
    for (const list of findAll(root, isOrder))
      for (const item of findAll(
        list,
        (it) => it.tag === "li" && find(it, (inner) => inner.tag === "ul") === undefined,
      )) {
        steps++;
        const href =
          attribute(
            find(item, (it) => it.tag === "a")!,
            "href",
          ) ?? "";
        const page = await render(href);
        const heading = find(page.root, (it) => it.tag === "h1");
        const filled = heading !== undefined && find(heading, (it) => it.tag === "data") !== undefined;
        if (page.status !== 200 || filled === textOf(item).includes(none))
          wrong.push(`${address}: ${textOf(item)} ${href}`);
      }
  }
  expect(wrong).toEqual([]);
  expect(steps).toBeGreaterThan(50);
});
