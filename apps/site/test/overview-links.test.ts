import { describe, expect, test } from "vitest";
import { attribute, closest, find, findAll, textOf, type Element } from "../../../tests/html.ts";
import { builtBook } from "../../../packages/pipeline/test/built-edition.ts";
import { renderedSite } from "./rendered-site.ts";

/** Every cross of the overview leads to exactly what it says, for every indicator, in both languages. */
const render = renderedSite();
const book = builtBook();
const hasTag = (tag: string) => (it: Element) => it.tag === tag;
const hasClass = (name: string) => (it: Element) => (attribute(it, "class") ?? "").split(" ").includes(name);

interface Cross {
  readonly indicator: string;
  /** The head of its column. */
  readonly column: string;
  readonly text: string;
  readonly address: string;
  readonly id: string;
  /** What stands under a series that is not the nation's. */
  readonly of: string;
}

const overviews = ["", "drenthe", "twente", "provincie/gelderland", "gemeente/almere", "corop/oost-groningen"].flatMap(
  (regio) => ["/indicatoren", "/en/indicators"].map((it) => (regio === "" ? it : `${it}?regio=${regio}`)),
);

async function crosses(overview: string): Promise<Cross[]> {
  const { root, status } = await render(overview);
  expect(status).toBe(200);
  return findAll(root, (it) => attribute(it, "data-id") !== undefined).flatMap((row) => {
    const heads = findAll(closest(row, hasTag("table"))!, (it) => attribute(it, "scope") === "col").map((it) =>
      textOf(it),
    );
    return row.children.flatMap((cell, column) => {
      if (typeof cell === "string") return [];
      return findAll(cell, hasTag("a")).map((link): Cross => {
        const [address = "", id = ""] = (attribute(link, "href") ?? "").split("#");
        const of = find(cell, hasClass("block"));
        const indicator = attribute(row, "data-id") ?? "";
        return { indicator, column: heads[column] ?? "", text: textOf(link), address, id, of: of ? textOf(of) : "" };
      });
    });
  });
}

const number = (text: string): number => Number(/\d+/.exec(text)?.[0]);
const title = (root: Element): string => textOf(find(root, hasTag("title"))!);

/** Areas with a figure, or periods, in the table of the section that an id names. */
function shownIn(root: Element, id: string): number {
  const heading = find(root, (it) => attribute(it, "id") === id);
  const section = heading && closest(heading, hasTag("section"));
  const body = section && find(section, hasTag("tbody"));
  if (!body) return Number.NaN;
  const rows = findAll(body, (it) => it.tag === "tr" && !hasClass("row-nation")(it));
  return rows.filter((row) => find(row, hasTag("data"))).length;
}

describe.each(overviews)("%s", (overview) => {
  const english = overview.startsWith("/en/");
  const nation = english ? "Netherlands" : "Nederland";

  test("every link leads to a page, and to a section that is there", async () => {
    const lost: string[] = [];
    for (const it of await crosses(overview)) {
      const { status, root } = await render(it.address);
      if (status !== 200) lost.push(`${it.address}: ${status}`);
      if (it.id !== "" && !find(root, (element) => attribute(element, "id") === it.id))
        lost.push(`${it.address}: no #${it.id}`);
    }
    expect(lost).toEqual([]);
  });

  test("the number of areas or periods is that of the table it leads to", async () => {
    const wrong: string[] = [];
    const counted = (await crosses(overview)).filter((it) => it.id !== "");
    for (const it of counted) {
      const there = shownIn((await render(it.address)).root, it.id);
      if (number(it.text) !== there) wrong.push(`${it.address}#${it.id}: says ${it.text}, shows ${there}`);
    }
    expect(wrong).toEqual([]);
    expect(counted.length).toBeGreaterThan(100);
  });

  test("the period is that with which the page begins, and the area the one of the column", async () => {
    const wrong: string[] = [];
    const head = await crosses(overview);
    const [, chosen = ""] = /regio=(.*)/.exec(overview) ?? [];
    const named = chosen === "" ? undefined : chosen.split("/").at(-1)!;
    const periods = head.filter((it) => it.id === "" && it.address.includes("/indicator/") && /\d{4}/.test(it.text));
    for (const it of periods.filter(({ column }) => column === nation || isOf(column, named))) {
      const { root } = await render(it.address);
      const chip = find(root, hasClass("chip"));
      if (!chip || textOf(chip) !== it.text) wrong.push(`${it.address}: says ${it.text}, begins with another`);
      if (!title(root).includes(`, ${it.column} – `)) wrong.push(`${it.address}: is not about ${it.column}`);
    }
    expect(wrong).toEqual([]);
    expect(periods.some((it) => it.column === nation)).toBe(true);
    expect(periods.some((it) => isOf(it.column, named))).toBe(named !== undefined);
  });

  test("a series is of the area that is named with it, else of the nation", async () => {
    const wrong: string[] = [];
    const id = english ? "over-time" : "verloop";
    const series = (await crosses(overview)).filter((it) => it.id === id);
    for (const it of series) {
      const { root } = await render(it.address);
      if (!title(root).includes(`, ${it.of || nation} – `)) wrong.push(`${it.address}: is not of ${it.of || nation}`);
    }
    expect(wrong).toEqual([]);
    expect(series.length).toBeGreaterThan(20);
  });
});

/** A column is of the area whose slug it was asked with. */
const isOf = (column: string, slug: string | undefined): boolean =>
  slug !== undefined && column.toLowerCase().replaceAll(" ", "-").includes(slug);

/** Rows of `figures/` that the figures in an element come from. */
const rowsIn = (of: Element): string[] =>
  findAll(of, () => true).flatMap((it) => attribute(it, "data-row")?.split(" ") ?? []);

describe("a row of a table by area", () => {
  test.each(["reporter-role", "ots-ended", "reports-received"])(
    "%s: leads to a page that begins with that figure",
    async (id) => {
      const { root } = await render(`/indicator/${id}`);
      const tables = findAll(root, (it) => it.tag === "table" && hasClass("areas")(it));
      const rows = tables.flatMap((it) => findAll(find(it, hasTag("tbody"))!, hasTag("tr")));
      const wrong: string[] = [];
      // A heading without a value names no row.
      for (const row of rows.filter((it) => find(it, hasTag("data")))) {
        const [, ...cells] = row.children.filter((it) => typeof it !== "string");
        const refs = cells.flatMap(rowsIn);
        const href = attribute(find(row, hasTag("a"))!, "href") ?? "";
        const heading = find((await render(href)).root, hasTag("h1"))!;
        if (!rowsIn(heading).some((it) => refs.includes(it))) wrong.push(href);
      }
      expect(wrong).toEqual([]);
      expect(rows.length).toBeGreaterThan(10);
    },
  );

  test("says so when it is another period or category than the figure at the top", async () => {
    const note = "dit is een andere periode of categorie dan het cijfer bovenaan";
    expect(textOf((await render("/indicator/reporter-role")).root)).toContain(note);
    expect(textOf((await render("/indicator/ots-ended?regio=drenthe")).root)).not.toContain(note);
  });
});

describe("the overview leaves nothing out", () => {
  const ids = {
    "vt-region": ["per-regio", "per-region"],
    province: ["per-provincie", "per-province"],
    municipality: ["per-gemeente", "per-municipality"],
    landsdeel: ["per-landsdeel", "per-part-of-the-country"],
    corop: ["per-corop", "per-corop"],
  } as const;

  test.each([
    ["/indicatoren", 0],
    ["/en/indicators", 1],
  ] as const)("%s: a cross for every level that has a figure", async (overview, language) => {
    const given = new Set((await crosses(overview)).map((it) => `${it.indicator}#${it.id}`));
    const wanted = book.catalogue.indicators.flatMap(({ id }) => {
      const levels = book
        .observations(id)
        .filter((it) => !("absent" in it.cell))
        .flatMap((it) => book.area(it.area)?.level ?? []);
      return [...new Set(levels)].flatMap((it) => (it === "nation" ? [] : [`${id}#${ids[it][language]}`]));
    });
    expect(wanted.filter((it) => !given.has(it))).toEqual([]);
    expect(wanted.length).toBeGreaterThan(50);
  });
});
