import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { root } from "../scripts/serve.ts";
import { ContextChecks } from "./context-checks.ts";
import { crawl, type Crawled } from "./crawl.ts";
import { FigureChecks, type Claim } from "./figure-checks.ts";
import { checkPage } from "./page-checks.ts";
import { areaParameter, factOf } from "./published.ts";

/**
 * Walks through the whole site in both languages, without a browser: every page that links lead to,
 * and every indicator for every area and period that has a figure.
 * Pages that only say "no figure for this area" are many and alike: one in a thousand is looked at,
 * all of them with IMPACTMONITOR_CRAWL=all.
 */
const site = inject("site");
const checks = new FigureChecks();
const context = new ContextChecks();
type Topic = Claim | "page" | "context";
const problems = new Map<Topic, string[]>();
let crawled: Crawled;

/** A comparison as the first page of comparing offers it: nothing switched, and not one figure taken out of it. */
const isStart = (address: string): boolean =>
  !/[?&](als|beeld|periode)=/.test(address) && /cijfers=[^&]*,/.test(address);

const listed = (claim: Topic): string[] => problems.get(claim) ?? [];
const report = join(root, "test-output/figures.txt");
/** All that is wrong, but no more than can be read; the rest is in test-output/figures.txt. */
function first(topic: string, all: readonly string[]): string[] {
  if (all.length > 0) appendFileSync(report, `${topic}\n${all.join("\n")}\n\n`);
  return all.length > 15 ? [...all.slice(0, 15), `… and ${all.length - 15} more`] : [...all];
}

beforeAll(async () => {
  mkdirSync(join(root, "test-output"), { recursive: true });
  writeFileSync(report, "");
  const starts = new Set(["/", "/en/"]);
  const filled = new Set<string>();
  let turn = 0;
  for (const row of checks.rows.values()) {
    const area = checks.areas.get(row.area);
    if (!area) throw new Error(`No area ${row.area}`);
    const where = area.level === "nation" ? "" : `regio=${areaParameter(area)}`;
    filled.add(`${row.indicator}?${where}`);
    for (const language of ["", "/en"]) {
      const add = (...query: string[]): void => {
        const parts = query.filter(Boolean).join("&");
        starts.add(`${language}/indicator/${row.indicator}${parts === "" ? "" : `?${parts}`}`);
      };
      add(where);
      add(where, `periode=${row.period}`);
      // Each category in one of the two languages: the same view makes both.
      if ((turn++ + (language === "" ? 0 : 1)) % 2 === 0)
        add(where, `periode=${row.period}`, `uitsplitsing=${row.breakdown || "totaal"}`);
    }
  }
  // Pages that a form leads to: a figure beside each sort of fact, for a level with a few areas and one with many.
  for (const [area, facts] of [
    ["provincie/drenthe", ["population-65plus", "registered-crime", "population-density", "low-income"]],
    ["gemeente/almere", ["home-value", "health-good", "population-0-14"]],
  ] as const)
    for (const fact of facts)
      for (const language of ["", "/en"])
        starts.add(`${language}/indicator/reports-previous-involvement?regio=${area}&naast=${fact}`);
  const all = process.env.IMPACTMONITOR_CRAWL === "all";
  let passed = 0;
  let compared = 0;
  let questioned = 0;
  const follows = (address: string): boolean => {
    // One comparison leads to another without end: those that a start page offers, and of the rest a few.
    if (/\/(vergelijken|compare)\?/.test(address)) return all || isStart(address) || compared++ % 20 === 0;
    // Ten questions for each of hundreds of areas: those of the country, and of the rest some of every kind.
    if (/\/(vragen|questions)\b[^?]*\?/.test(address)) return all || questioned++ % 23 === 0;
    // One form for each of hundreds of areas: those whose name begins with a D, in both languages.
    if (/\/(boek|book)$/.test(address)) return all || /\/d[^/]*\/(boek|book)$/.test(address);
    const match = /\/indicator\/([^?]+\?regio=[^&]+)$/.exec(address);
    return all || !match || filled.has(match[1]!) || passed++ % 1000 === 0;
  };
  crawled = await crawl(site, [...starts], follows, (page) => {
    const note = (claim: Topic, what: string): void => void problems.set(claim, [...(problems.get(claim) ?? []), what]);
    checks.check(page, note);
    for (const what of checkPage(page)) note("page", what);
    for (const what of context.check(page)) note("context", what);
  });
}, 300_000);

describe("every page in both languages", () => {
  test("answers, and its HTML closes what it opens", () => {
    expect(first("answers", crawled.failures)).toEqual([]);
    expect(crawled.pages.size).toBeGreaterThan(3000);
  });
  test("has one h1, a title, its language, unique ids, references that exist, nothing unfilled, nothing inline", () => {
    expect(first("pages", listed("page"))).toEqual([]);
  });
  test("leads only to pages and places on them that exist", () => {
    const known = (address: string): boolean => {
      const match =
        /^(.*\/indicator\/[^?]+)\?regio=/.exec(address) ??
        /^(.*\/(?:vergelijken|compare|vragen|questions)\b[^?]*)\?/.exec(address) ??
        /^(.*)\/(?:boek|book)$/.exec(address);
      return crawled.pages.has(address) || (match !== null && crawled.pages.has(match[1]!));
    };
    const lost = crawled.links.filter((it) => !known(it.to)).map((it) => `${it.from} → ${it.to}`);
    const nowhere = crawled.links
      .filter((it) => it.hash !== "" && crawled.ids.has(it.to) && !crawled.ids.get(it.to)?.has(it.hash))
      .map((it) => `${it.from} → ${it.to}#${it.hash}`);
    expect(first("links", [...lost, ...nowhere])).toEqual([]);
  });
  test("leads only to documents that can be made", async () => {
    const lost: string[] = [];
    const kinds = new Set<string>();
    const queue = [...crawled.documents];
    const ask = async (): Promise<void> => {
      for (let it = queue.pop(); it !== undefined; it = queue.pop()) {
        // What is only asked about is not made.
        const { status } = await fetch(site + it.to, { method: "HEAD" });
        if (status === 200) kinds.add(/\.(\w+)(\?|$)/.exec(it.to)?.[1] ?? "");
        else lost.push(`${it.from} → ${it.to}: ${status}`);
      }
    };
    await Promise.all(Array.from({ length: 6 }, ask));
    expect(first("documents", lost)).toEqual([]);
    expect([...kinds].sort()).toEqual(["csv", "docx", "parquet", "pdf", "pptx", "xlsx", "zip"]);
  });
  test("exists in the other language too", () => {
    const count = (language: "nl" | "en"): number =>
      [...crawled.pages].filter((it) => it.startsWith("/en/") === (language === "en") && !it.includes("?")).length;
    expect(count("en")).toBe(count("nl"));
  });
});

describe("every figure on every page", () => {
  const claims: readonly Claim[] = [
    "value equals its row",
    "derivation can be redone",
    "text says the value",
    "mark is shown",
    "older reading stands beside the newer",
    "period is near",
    "area is near",
    "category is near",
    "source is near",
    "chart says what the table says",
  ];
  test.each(claims)("%s", (claim) => {
    expect(first(claim, listed(claim))).toEqual([]);
  });
  test("is there: thousands of figures, derivations and drawn points were looked at", () => {
    expect(checks.figures).toBeGreaterThan(20_000);
    expect(checks.derived).toBeGreaterThan(500);
    expect(checks.points).toBeGreaterThan(5000);
  });
  test("is reached: each row of figures/ that stands is shown on some page, in Dutch and in English", () => {
    const missing = [...checks.standing.values()]
      .map((it) => `${it.file}:${it.line}`)
      .flatMap((name) => [
        ...(checks.seen.nl.has(name) ? [] : [`${name} in Dutch`]),
        ...(checks.seen.en.has(name) ? [] : [`${name} in English`]),
      ]);
    expect(first("rows on no page", missing)).toEqual([]);
  });
});

test("every fact about an area equals its row in figures/context.csv, never an estimate, and links to its table", () => {
  expect(first("facts about areas", listed("context"))).toEqual([]);
  expect(context.checked).toBeGreaterThan(5000);
  expect(context.divided).toBeGreaterThan(500);
});

describe("files to take along", () => {
  const files = (kind: string): string[] =>
    crawled.downloads.map((it) => it.to).filter((it) => it.split("?")[0]!.endsWith(`.${kind}`));

  test("each CSV holds exactly the published values of its indicator", async () => {
    const wrong: string[] = [];
    for (const address of files("csv").filter((it) => it.includes("/indicator/"))) {
      const answer = await fetch(site + address);
      const rows: Record<string, string>[] = parse(await answer.text(), { columns: true });
      const id = /indicator\/([^.]+)\.csv/.exec(address)?.[1] ?? "";
      const key = (it: Readonly<Record<string, unknown>>): string =>
        ["area", "period", "measure", "breakdown", "value", "lower", "upper", "marks"]
          .map((name) => it[name])
          .join("|");
      const number = (text: string): string => (text === "" ? "" : String(Number(text)));
      const expected = [...checks.standing.values()]
        .filter((it) => it.indicator === id)
        .map((it) => key({ ...it, value: number(it.value), lower: number(it.lower), upper: number(it.upper) }));
      const given = rows.map(key);
      for (const it of given) if (!expected.includes(it)) wrong.push(`${address}: has ${it}`);
      for (const it of expected) if (!given.includes(it)) wrong.push(`${address}: lacks ${it}`);
      if (answer.status !== 200 || rows.length !== expected.length) wrong.push(`${address}: ${rows.length} rows`);
      if (rows.some((it) => !it.source_title || !it.source_url || !it.edition)) wrong.push(`${address}: no source`);
    }
    expect(first("files", wrong)).toEqual([]);
    expect(files("csv").length).toBeGreaterThan(50);
  });
  test("an SVG holds its title, source and edition, and says no slip", async () => {
    const wrong: string[] = [];
    for (const address of files("svg").filter((_, i) => i % 25 === 0)) {
      const answer = await fetch(site + address);
      const text = (await answer.text()).replace(/\s+/g, " ");
      const ok =
        answer.headers.get("content-type") === "image/svg+xml" &&
        /<title|<text/.test(text) &&
        /(Bron|Source): ?/.test(text) &&
        /(editie|edition) \d{4}-\d{2}/.test(text.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ")) &&
        !/undefined|NaN|\[object/.test(text);
      if (!ok) wrong.push(`${address}: ${answer.status}`);
    }
    expect(first("files", wrong)).toEqual([]);
  });
  test("a PNG is a picture of some size", async () => {
    const wrong: string[] = [];
    for (const address of files("png").filter((_, i) => i % 250 === 0)) {
      const answer = await fetch(site + address);
      const bytes = Buffer.from(await answer.arrayBuffer());
      if (answer.status !== 200 || bytes.toString("latin1", 1, 4) !== "PNG" || bytes.length < 4000)
        wrong.push(`${address}: ${answer.status}, ${bytes.length} bytes`);
    }
    expect(first("files", wrong)).toEqual([]);
  });
});

test("two rows of one fact are never both shown as the figure that stands", () => {
  const names = new Map<string, number>();
  for (const it of checks.standing.values()) names.set(factOf(it), (names.get(factOf(it)) ?? 0) + 1);
  expect([...names.values()].every((it) => it === 1)).toBe(true);
});
