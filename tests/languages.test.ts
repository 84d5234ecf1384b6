import { describe, expect, inject, test } from "vitest";
import { attribute, findAll, parseHtml, textOf, type Element } from "./html.ts";
import { ask, templates } from "./templates.ts";

/** Both languages hold the same, and neither borrows words of the other. */
const site = inject("site");

async function read(address: string): Promise<Element> {
  const answer = await fetch(site + address);
  return parseHtml(await answer.text());
}
const switchOf = (root: Element): string => {
  const link = findAll(root, (it) => it.tag === "a" && it.attributes.has("hreflang"))[0];
  return (link && attribute(link, "href")) ?? "";
};
const rowsOf = (root: Element): string[] =>
  findAll(root, (it) => it.attributes.has("data-row")).map(
    (it) => `${attribute(it, "data-row")} ${attribute(it, "value")} ${attribute(it, "data-derived")}`,
  );

const pairs = templates.filter((it) => it.post === undefined && it.status === undefined);

describe("switching language", () => {
  test.each(pairs)("$name: the same view, the same figures, and back again", async (it) => {
    const dutch = await read(it.address);
    const there = switchOf(dutch);
    expect(there).toMatch(/^\/en(\/|$)/);
    expect(there.split("?")[1]).toBe(it.address.split("?")[1]);
    const english = await read(there);
    expect(attribute(english, "lang")).toBe("en");
    expect(rowsOf(english)).toEqual(rowsOf(dutch));
    expect(switchOf(english)).toBe(it.address);
    const count = (root: Element, tag: string): number => findAll(root, (element) => element.tag === tag).length;
    for (const tag of ["h2", "table", "tr", "svg", "details", "select"])
      expect(count(english, tag), tag).toBe(count(dutch, tag));
  });

  test("a choice of region, period and category goes along", async () => {
    const address = "/indicator/reporter-type?regio=drenthe&periode=2021H1&uitsplitsing=reporter-type=citizen";
    const there = switchOf(await read(address));
    const query = new URLSearchParams(there.split("?")[1]);
    expect(Object.fromEntries(query)).toEqual({
      regio: "drenthe",
      periode: "2021H1",
      uitsplitsing: "reporter-type=citizen",
    });
    expect(textOf(await read(there))).toContain("11.1%");
  });
});

/**
 * Text that the site says itself. What is quoted stays in its own language: titles of sources and tables,
 * and whatever says with `lang` that it is in another language.
 */
const quoted = (it: Element): boolean =>
  it.tag === "cite" ||
  (it.attributes.has("lang") && it.tag !== "html") ||
  (it.tag === "a" && /^https?:/.test(attribute(it, "href") ?? "")) ||
  it.attributes.has("data-copy-source");

/** Not preceded by what makes it a part of an address: ?periode=2023. */
const dutchWords =
  /(?<![?&/\w-])(het|een|niet|voor|geen|wordt|zijn|cijfers?|gebied|periode|meldingen|uitsplitsing|helft|procent|aantal|voorlopig|schatting|Bekijk|Zoek|Toon|Kies|Bron:|Regio|Cijfer|Gebied|Periode)(?![\w=-])/g;
const englishWords =
  /(?<![?&/\w-])(the|and|not|figures?|reports|breakdown|per cent|number of|provisional|estimate|Search|Show|Choose|Source:|Region|Figure|Area|Period)(?![\w=-])/g;

describe("words of the other language", () => {
  const found = (text: string, words: RegExp): string[] =>
    [...text.matchAll(words)].map((it) => text.slice(Math.max(0, it.index - 30), it.index + 40));

  test.each(templates)("$name", async (it) => {
    const dutch = parseHtml(await (await ask(site, it)).text());
    expect(found(textOf(dutch, quoted), englishWords).slice(0, 5)).toEqual([]);
    const address = it.status
      ? it.address
          .replace("/regio/", "/en/region/")
          .replace(/^\/indicator/, "/en/indicator")
          .replace("/vergelijken", "/en/compare")
      : switchOf(dutch);
    const there = it.post === undefined ? address : it.address === "/vind" ? "/en/find" : "/en/indicators";
    const english = parseHtml(await (await ask(site, { ...it, address: there })).text());
    expect(found(textOf(english, quoted), dutchWords).slice(0, 5)).toEqual([]);
  });
});
