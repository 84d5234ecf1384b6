import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareCsv } from "@impactmonitor/exports/compare-csv";
import { comparableAreas } from "@impactmonitor/views/comparison/comparable-areas";
import { compareView } from "@impactmonitor/views/comparison/compare-view";
import { openBook } from "@impactmonitor/views/book";
import { builtEdition } from "../../../packages/pipeline/test/built-edition.ts";
import { attribute, find, findAll, textOf, type Element } from "../../../tests/html.ts";
import { inOneAddress } from "../src/answers/compare-answers.tsx";
import { compareQuery, readCompare } from "../src/compare-query.ts";
import { usualLook } from "../src/pages/compare-page.tsx";
import { withQuery } from "../src/paths.ts";
import { renderedSite } from "./rendered-site.ts";

const edition = builtEdition();
const { id, date, kind } = edition.manifest;
const book = openBook({
  id,
  date,
  kind,
  catalogue: edition.catalogue,
  observations: edition.observations,
  contextValues: edition.context.values,
  contextSources: edition.context.sources,
});
const page = renderedSite();
const heading = (root: Element): string => textOf(find(root, (it) => it.tag === "h1")!);
const named = (root: Element, name: string): Element[] =>
  findAll(root, (it) => (attribute(it, "class") ?? "").split(" ").includes(name));
const north = "gebieden=drenthe,groningen,friesland,flevoland";

describe("the address of a comparison", () => {
  const areas = fc.shuffledSubarray(
    book.catalogue.areas.filter((it) => it.level !== "nation"),
    {
      minLength: 2,
      maxLength: 25,
    },
  );
  const indicators = fc.shuffledSubarray([...book.catalogue.indicators], { minLength: 1, maxLength: 12 });
  test("holds the whole group, figures, period and form: it leads back to the same", () => {
    fc.assert(
      fc.property(areas, indicators, fc.constantFrom("rate", "count", "index"), (chosen, figures, form) => {
        const group = [...new Map(chosen.map((it) => [it.code as string, book.area(it.code)!])).values()];
        const choice = {
          areas: group,
          indicators: figures.map((indicator, i) => (i % 2 === 0 ? { indicator } : { indicator, breakdown: {} })),
          period: "2021H1",
          form,
        } as const;
        const url = new URL(withQuery("http://x/vergelijken", compareQuery(choice)));
        expect(readCompare(book, Object.fromEntries(url.searchParams))).toEqual({ ...choice, problems: [] });
      }),
      { numRuns: 50 },
    );
  });
  test("stays readable: commas and slashes as they are", () => {
    expect(withQuery("/vergelijken", { gebieden: "drenthe,gemeente/assen", cijfers: "a:b=c" })).toBe(
      "/vergelijken?gebieden=drenthe,gemeente/assen&cijfers=a:b=c",
    );
  });
  test("of a form with ticked boxes becomes one, with the own area first and nothing twice", () => {
    const sent = { gebieden: ["groningen", "drenthe", "groningen", ""], cijfers: ["a", "b"], als: ["index"], x: ["1"] };
    expect(inOneAddress("/vergelijken", sent)).toBe("/vergelijken?gebieden=groningen,drenthe&cijfers=a,b&als=index");
    expect(inOneAddress("/vergelijken", { gebieden: ["a,b"], cijfers: ["c"] })).toBeUndefined();
  });
});

describe("an address that can't be read", () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ["gebieden=drenthe,drente&cijfers=reports-received", /gebied “drente” bestaat niet.*gemeente\/assen/],
    ["gebieden=drenthe,groningen&cijfers=meldingen", /cijfer “meldingen” bestaat niet/],
    ["gebieden=drenthe,groningen&cijfers=reporter-type:zomaar", /uitsplitsing achter reporter-type/],
    ["gebieden=drenthe,groningen&cijfers=reports-received&periode=ooit", /periode in dit adres/],
    ["gebieden=drenthe,groningen&cijfers=reports-received&als=mooi", /aantal, inwoners of index/],
    ["gebieden=drenthe,groningen&cijfers=reports-received&beeld=film", /overzicht of cijfers/],
    ["binnen=gemeente/assen", /regio of provincie/],
    ["gebieden=%3Cscript%3E,drenthe&cijfers=reports-received", /gebied in dit adres bestaat niet/],
  ];
  test.each(cases)("%s: says what, and how to mend it", async (query, said) => {
    const { status, root } = await page(`/vergelijken?${query}`);
    expect(status).toBe(400);
    expect(heading(root)).toBe("Gebieden vergelijken");
    expect(textOf(named(root, "notice")[0]!)).toMatch(said);
    expect((await page(`/vergelijken.csv?${query}`)).status).toBe(400);
  });
  test("with too many areas or figures says how many to take away, and keeps what was chosen", async () => {
    const all = book.areasAt("province", book.date).concat(book.areasAt("vt-region", book.date));
    const query = compareQuery({
      areas: all,
      indicators: book.catalogue.indicators.slice(0, 15).map((indicator) => ({ indicator })),
    });
    const { status, root } = await page(withQuery("/vergelijken", query));
    expect(status).toBe(400);
    const said = textOf(named(root, "notice")[0]!);
    expect(said).toContain(
      `U koos ${all.length} gebieden. Er passen er 25 naast elkaar: haal er ${all.length - 25} weg.`,
    );
    expect(said).toContain("U koos 15 cijfers. Er passen er 12 naast elkaar: haal er 3 weg.");
    const ticked = findAll(root, (it) => attribute(it, "name") === "gebieden" && it.attributes.has("checked"));
    expect(ticked).toHaveLength(all.length);
  });
  test("in English says so in English", async () => {
    const { root } = await page("/en/compare?gebieden=drenthe,drente&cijfers=reports-received");
    expect(textOf(named(root, "notice")[0]!)).toContain("The area “drente” does not exist");
  });
});

describe("too little chosen", () => {
  test("nothing: groups to begin with, and boxes", async () => {
    const { status, root } = await page("/vergelijken");
    expect(status).toBe(200);
    const starts = findAll(root, (it) => (attribute(it, "href") ?? "").startsWith("/vergelijken?gebieden="));
    expect(starts.length).toBeGreaterThan(2);
    for (const it of starts.slice(0, 2)) expect((await page(attribute(it, "href")!)).status).toBe(200);
  });
  test("a region alone: it with the three that are most like it, found on who lives there", async () => {
    const { root } = await page("/vergelijken?gebieden=drenthe&cijfers=reports-received");
    const near = comparableAreas(book, book.areaBySlug("vt-region", "drenthe")!, { count: 3 }).near.map(
      (it) => it.area.slug,
    );
    expect(near).toHaveLength(3);
    const address = `/vergelijken?gebieden=drenthe,${near.join(",")}&cijfers=reports-received`;
    expect(findAll(root, (it) => attribute(it, "href") === address)).toHaveLength(1);
    expect((await page(address)).status).toBe(200);
  });
  test("areas without a figure: themes that they have; one area alone: choose another", async () => {
    const areas = await page(`/vergelijken?${north}`);
    expect(textOf(areas.root)).toContain("Kies een thema");
    expect(textOf((await page("/vergelijken?gebieden=drenthe&cijfers=reports-received")).root)).toContain(
      "U koos één gebied",
    );
  });
  test("municipalities of a region: ticked where there are figures, and honest where there are none", async () => {
    const { root } = await page("/vergelijken?binnen=drenthe");
    const ticked = findAll(root, (it) => attribute(it, "name") === "gebieden" && it.attributes.has("checked"));
    expect(ticked.length).toBeGreaterThan(1);
    for (const it of ticked) expect(attribute(it, "value")).toMatch(/^gemeente\//);
    const none = book
      .areasAt("vt-region", book.date)
      .find(
        (it) =>
          book.municipalitiesOf(it.code, 2023).length > 0 &&
          book.municipalitiesOf(it.code, 2023).every((one) => book.indicatorsOf(one.code).length === 0),
      );
    if (!none) throw new Error("every region has municipalities with figures");
    expect(textOf((await page(`/vergelijken?binnen=${none.slug}`)).root)).toContain("geen cijfers van gemeenten");
  });
});

describe("a comparison", () => {
  test("of few areas shows each figure by itself first; of many all in one table", () => {
    expect(usualLook(25, 12)).toBe("overview");
    expect(usualLook(3, 2)).toBe("figures");
    expect(usualLook(25, 1)).toBe("figures");
    expect(usualLook(6, 3)).toBe("overview");
  });
  test("says of each area how it lies beside the country and beside the first, in words", async () => {
    const { root } = await page(`/vergelijken?${north}&cijfers=reports-received`);
    expect(heading(root)).toBe("Drenthe vergeleken met Flevoland, Friesland en Groningen");
    const rows = findAll(named(root, "compare-words")[0]!, (it) => it.tag === "tr").map((it) => textOf(it));
    expect(rows.find((it) => it.startsWith("Nederland"))).toBeDefined();
    expect(rows.find((it) => it.startsWith("Drenthe"))).toContain("lager");
    expect(rows.find((it) => it.startsWith("Groningen"))).toMatch(/niet duidelijk anders.*hoger/);
  });
  test("is the same in its CSV: a row for each figure of each area and of the country, with the judgements", async () => {
    const query = `${north}&cijfers=reports-received,advice-started`;
    const view = compareView(book, readCompare(book, Object.fromEntries(new URLSearchParams(query))));
    const rows: Record<string, string>[] = parse(compareCsv(book, view, "nl"), { columns: true });
    expect(rows).toHaveLength(10);
    const table = named((await page(`/vergelijken?${query}&beeld=overzicht`)).root, "heat")[0]!;
    const shown = findAll(table, (it) => it.tag === "data").map((it) => attribute(it, "value"));
    expect(
      rows
        .map((it) => it.value)
        .filter(Boolean)
        .toSorted(),
    ).toEqual(shown.toSorted());
    const drenthe = rows.find((it) => it.area === "VT02" && it.indicator === "reports-received");
    expect(drenthe).toMatchObject({ judgement: "lower clear", judgement_name: "lager", edition: book.id });
    expect(drenthe!.judgement_words).toContain("lager dan in de rest van Nederland");
  });
});
