import { describe, expect, test } from "vitest";
import { exampleKinds } from "@impactmonitor/model/page-place";
import { languages, type Language } from "@impactmonitor/model/text";
import { example } from "@impactmonitor/views/guide/example";
import { guideNumber } from "@impactmonitor/views/guide/guide-number";
import { formatNumber } from "@impactmonitor/views/format";
import { builtBook, builtEdition } from "../../../packages/pipeline/test/built-edition.ts";
import { attribute, closest, elements, find, findAll, textOf, type Element } from "../../../tests/html.ts";
import { checkPage } from "../../../tests/page-checks.ts";
import { textWords } from "../src/text-addresses.ts";
import { path } from "../src/paths.ts";
import { renderedSite } from "./rendered-site.ts";

const page = renderedSite();
const book = builtBook();
const main = (root: Element): Element => find(root, (it) => it.tag === "main")!;
const addresses = languages.flatMap((language) => textWords.map((word) => path(language, word)));
const all = languages.flatMap((language) =>
  textWords.map((word) => ({ language, word, address: path(language, word) })),
);
const rowsOf = (root: Element): string[] =>
  findAll(root, (it) => it.attributes.has("data-row")).map(
    (it) => `${attribute(it, "data-row")} ${attribute(it, "value")}`,
  );

describe("texts of the guide", () => {
  test.each(all)("$address is there, in order, and borrows no live place unfilled", async ({ address, language }) => {
    const { status, root } = await page(address);
    expect(status).toBe(200);
    expect(checkPage({ address, language, html: "", root })).toEqual([]);
    expect(textOf(root)).not.toMatch(/[{}]/);
  });

  test("link to pages that are there, and to places on them: each broken link with file, line and mend", async () => {
    const broken: string[] = [];
    let links = 0;
    for (const { id, body } of book.catalogue.pages)
      for (const language of languages)
        for (const [i, line] of body[language].split("\n").entries())
          for (const [, href = ""] of line.matchAll(/\]\((\/[^)\s]*)\)/g)) {
            links++;
            const problem = await problemOf(href);
            if (problem)
              broken.push(`catalogue/pages/${id}.${language}.md:${i + 5}  ${problem} Mend the link ${href}.`);
          }
    expect(links).toBeGreaterThan(200);
    expect(broken).toEqual([]);
  });

  test("say the same in both languages: as many headings, lists and tables, and the same figures", async () => {
    for (const word of textWords) {
      const [nl, en] = [(await page(path("nl", word))).root, (await page(path("en", word))).root];
      expect(rowsOf(en), word).toEqual(rowsOf(nl));
      // Which words of a text are in the glossary differs between languages.
      const isTerm = (it: Element): boolean => it.attributes.get("class") === "term";
      const count = (root: Element, tag: string): number =>
        findAll(main(root), (it) => it.tag === tag && !isTerm(it)).length;
      for (const tag of ["h2", "h3", "table", "tr", "ol", "ul", "li", "a"])
        expect(count(en, tag), `${word} ${tag}`).toBe(count(nl, tag));
    }
  });

  test("lead a newcomer through five doors, from the first page and from the menu", async () => {
    const home = (await page("/")).root;
    const links = (of: Element): string[] =>
      findAll(of, (it) => it.tag === "a").flatMap((it) => attribute(it, "href") ?? []);
    expect(links(main(home))).toContain("/wegwijzer");
    expect(links(find(home, (it) => it.tag === "header")!)).toContain("/wegwijzer");
    const guide = main((await page("/wegwijzer")).root);
    const doors = find(guide, (it) => it.tag === "ol")!;
    expect(findAll(doors, (it) => it.tag === "li").length).toBe(5);
    for (const word of textWords.filter((it) => !["privacy", "accessibility", "safety", "guide", "about"].includes(it)))
      expect(links(guide), word).toContain(path("nl", word));
  });

  test("explain each of the ten steps under the name that it has elsewhere", async () => {
    const titles: Readonly<Record<Language, string>> = { nl: "Stap", en: "Step" };
    for (const language of languages) {
      const { root } = await page(path(language, "steps"));
      const heads = findAll(main(root), (it) => it.tag === "h2").map((it) => textOf(it).trim());
      expect(heads).toEqual(
        book.catalogue.planSteps.map((it) => `${titles[language]} ${it.number}. ${it.title[language]}`),
      );
    }
  });
});

describe("live places", () => {
  test("show the example that the rule chooses, with the value of the page that it links to", async () => {
    for (const language of languages) {
      const boxes = findAll(main((await page(path(language, "reading"))).root), (it) =>
        it.attributes.has("data-example"),
      );
      const shown = boxes.map((it) => attribute(it, "data-example"));
      expect(shown).toEqual(
        exampleKinds.filter((it) => example(book, it) && shown.includes(it)).toSorted(byPlace(shown)),
      );
      for (const box of boxes) {
        const row = find(box, (it) => it.attributes.has("data-row"));
        if (!row) continue;
        const link = findAll(box, (it) => it.tag === "a" && /\/indicator\//.test(attribute(it, "href") ?? "")).at(-1)!;
        const { root } = await page(attribute(link, "href")!);
        const there = rowsOf(root);
        expect(there, attribute(link, "href")).toContain(`${attribute(row, "data-row")} ${attribute(row, "value")}`);
      }
    }
  });

  test("say so where the edition has no example", async () => {
    const missing = exampleKinds.filter((it) => !example(book, it));
    expect(missing.length).toBeGreaterThan(0);
    const { root } = await page("/lezen");
    expect(textOf(root)).toContain("In deze editie staat geen cijfer dat dit laat zien.");
  });

  test("name the source beside each figure, and what guards against misreading it", async () => {
    for (const address of addresses)
      for (const it of findAll((await page(address)).root, (one) => one.attributes.has("data-row"))) {
        const box = closest(it, (one) => attribute(one, "class") === "live-example");
        expect(
          box && find(box, (one) => one.tag === "a" && /\/(bron|source)\//.test(attribute(one, "href") ?? "")),
          address,
        ).toBeDefined();
      }
    for (const address of ["/kennisgedreven-werken", "/gesprek"]) {
      const guards = findAll((await page(address)).root, (it) => attribute(it, "data-guard") === "volume");
      expect(guards.length, address).toBe(1);
    }
  });

  test("count what the edition holds", async () => {
    const { counts } = builtEdition().manifest;
    expect(guideNumber(book, "figures")).toBe(counts.observations);
    expect(guideNumber(book, "filled")).toBe(counts.withFigures);
    const words = textOf((await page("/wegwijzer")).root);
    expect(words).toContain(
      `${formatNumber(counts.observations, 0, "nl")} cijfers over ${counts.withFigures} onderwerpen`,
    );
  });

  test("list every gap with its reason, and the whole set of the example region", async () => {
    const gaps = textOf((await page("/model")).root);
    const missing = book.catalogue.indicators.filter((it) => ["advised", "to-be-determined"].includes(it.status));
    for (const it of missing) {
      expect(gaps).toContain(it.statusReason!.nl);
      expect(gaps).toContain(it.supplier?.nl ?? "Niet bekend");
    }
    const set = main((await page("/verrijken")).root);
    expect(findAll(set, (it) => it.tag === "tbody").map((it) => findAll(it, (one) => one.tag === "tr").length)).toEqual(
      [12, 20, 4],
    );
    for (const { indicators } of book.catalogue.localSets[0]!.themes)
      for (const it of indicators) expect(textOf(set)).toContain(it.title.nl);
    expect(textOf(set)).toContain("Dat staat niet in deze monitor");
  });
});

describe("an edition from before the guide", () => {
  const now = builtEdition();
  const pages = now.catalogue.pages.filter((it) => !["guide", "step-plan"].includes(it.id));
  const before = { ...now, manifest: { ...now.manifest, id: "2026-05" }, catalogue: { ...now.catalogue, pages } };
  const menu = (root: Element): string => textOf(find(root, (it) => it.tag === "header")!);

  test("alone has how to read a figure in its menu, and links to nothing that it lacks", async () => {
    const old = renderedSite([before]);
    const home = (await old("/")).root;
    expect(menu(home)).toContain("Zo leest u een cijfer");
    expect(elements(home).some((it) => attribute(it, "href") === "/wegwijzer")).toBe(false);
    expect((await old("/wegwijzer")).status).toBe(404);
  });

  test("is shown with today’s texts, its own figures, and links that stay in it", async () => {
    const both = renderedSite([before, now]);
    expect(menu((await both("/")).root)).toContain("Wegwijzer");
    const { status, root } = await both("/wegwijzer?editie=2026-05");
    expect(status).toBe(200);
    const links = findAll(main(root), (it) => it.tag === "a").map((it) => attribute(it, "href"));
    expect(links).toContain("/regios?editie=2026-05");
    expect(links).toContain("/oefenen/");
    expect(textOf((await both("/lezen?editie=2026-05")).root)).toContain("komen uit editie 2026-05");
  });
});

/** What is wrong with a link; practice pages are made elsewhere, and here only their first page is. */
async function problemOf(href: string): Promise<string | undefined> {
  const [to = "", hash] = href.split("#");
  const { status, root } = await page(to);
  if (status !== 200) return `There is no page ${to}.`;
  const there = hash === undefined || elements(root).some((it) => attribute(it, "id") === decodeURIComponent(hash));
  return there ? undefined : `There is no ${hash} on ${to}.`;
}

/** Readings that texts must not invite: a cause, a verdict, a rank, or a sum of what does not add up. */
const misreadings: Readonly<Record<Language, RegExp>> = {
  nl: /\b(dankzij|als gevolg van|komt doordat|(doet|doen|werkt) het (goed|slecht|beter) dan|slechtst|koploper|scoort|ranglijst van|hoogste eerst)/i,
  en: /\b(thanks to|as a result of|because of|performs? (well|badly|better)|worst|league table of|highest first)\b/i,
};

const aboutFigures = all.filter(({ word }) => !["privacy", "safety", "accessibility"].includes(word));
test.each(aboutFigures)("$address invites none of the known misreadings", async ({ address, language }) => {
  expect(misreadings[language].exec(textOf(main((await page(address)).root)))?.[0]).toBeUndefined();
});

const byPlace = (order: readonly (string | undefined)[]) => (a: string, b: string) =>
  order.indexOf(a) - order.indexOf(b);
