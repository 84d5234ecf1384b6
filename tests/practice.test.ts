import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { startSite, type SiteProcess } from "../scripts/site-process.ts";
import { crawl, type Crawled, type Page } from "./crawl.ts";
import { attribute, elements, findAll, textOf, type Element } from "./html.ts";
import { checkPage } from "./page-checks.ts";
import { makePracticeEdition, practiceRows } from "./practice-edition.ts";

/** Practice figures have a place of their own, say everywhere what they are, and never meet real ones. */
const data = mkdtempSync(join(tmpdir(), "impactmonitor-practice-"));
let site: SiteProcess;

beforeAll(async () => {
  makePracticeEdition(inject("editions"), join(data, "practice/editions"));
  site = await startSite({ data, editions: inject("editions") });
});
afterAll(async () => {
  await site.stop();
  rmSync(data, { recursive: true, force: true });
});

const isInside = (address: string): boolean => /^\/(oefenen|en\/practice)(\/|$)/.test(address);
/** Of these there are thousands, and of comparisons there is no end: one in so many is looked at. Every other page is. */
const oneIn = [
  [/\/(boek|book)$/, 60],
  [/\/(vragen|questions)\b[^?]*\?/, 60],
  [/\/(indicator|gemeente|municipality)\//, 200],
  [/\/(vergelijken|compare)\?/, 60],
  [/\/(vergelijkbaar|comparable)\?/, 60],
] as const;
function sampled(): (address: string) => boolean {
  const turns = oneIn.map(() => 0);
  return (address) => {
    const kind = oneIn.findIndex(([pattern]) => pattern.test(address));
    const many = oneIn[kind]?.[1];
    return many === undefined || (turns[kind] = (turns[kind] ?? 0) + 1) % many === 1;
  };
}

interface Side {
  readonly pages: readonly Page[];
  readonly crawled: Crawled;
}
async function walk(starts: readonly string[], follows: (address: string) => boolean): Promise<Side> {
  const pages: Page[] = [];
  const crawled = await crawl(site.url, starts, follows, (page) => pages.push(page));
  return { pages, crawled };
}

const rowsOf = ({ root }: Page): string[] =>
  findAll(root, (it) => it.attributes.has("data-row")).flatMap((it) => (attribute(it, "data-row") ?? "").split(" "));
const isMadeUp = (row: string): boolean => row.startsWith(practiceRows);
const has = (it: Element, name: string): boolean => (attribute(it, "class") ?? "").split(" ").includes(name);

describe("practice pages", () => {
  let side: Side;
  beforeAll(async () => {
    const follows = sampled();
    side = await walk(["/oefenen/", "/en/practice/"], (address) => isInside(address) && follows(address));
  });
  const problems = (check: (page: Page) => readonly string[]): string[] =>
    side.pages.flatMap((page) => check(page).map((what) => `${page.address}: ${what}`)).slice(0, 15);

  test("are all there, in both languages, and in order", () => {
    expect(side.crawled.failures).toEqual([]);
    expect(side.pages.filter((it) => it.language === "nl").length).toBeGreaterThan(100);
    expect(side.pages.filter((it) => it.language === "en").length).toBeGreaterThan(100);
    expect(side.pages.flatMap(rowsOf).length).toBeGreaterThan(1000);
    expect(problems(checkPage)).toEqual([]);
  });

  test("each say what they are: colour, title, bar, sheet, and nothing for search engines", () => {
    expect(
      problems(({ root, language }) => {
        const short = language === "nl" ? "Oefencijfers: " : "Practice figures: ";
        const one = (name: string): string =>
          findAll(root, (it) => has(it, name))
            .map((it) => textOf(it))
            .join("|");
        const [title] = findAll(root, (it) => it.tag === "title" && it.parent?.tag === "head");
        const metas = findAll(root, (it) => it.tag === "meta");
        const meta = (name: string): string | undefined => {
          const it = metas.find((one) => attribute(one, "name") === name);
          return it && attribute(it, "content");
        };
        return [
          ...(has(root, "is-practice") ? [] : ["no colour of its own"]),
          ...(title && textOf(title).startsWith(short) ? [] : ["title"]),
          ...((meta("description") ?? short).startsWith(short) ? [] : ["description"]),
          ...(meta("robots") === "noindex,nofollow" ? [] : ["robots"]),
          ...(/verzonnen|invented/.test(one("practice-bar")) ? [] : ["bar"]),
          ...(/^(OEFENEN|PRACTICE)$/.test(one("practice-sheet")) ? [] : ["sheet"]),
        ];
      }),
    ).toEqual([]);
  });

  test("hold their mark in every drawing, and in every text to be copied", () => {
    const drawings = side.pages.flatMap(({ root }) => findAll(root, (it) => it.tag === "svg" && isDrawing(it)));
    expect(drawings.length).toBeGreaterThan(300);
    expect(drawings.filter((it) => !/OEFENEN|PRACTICE/.test(textOf(it))).length).toBe(0);
    expect(
      problems(({ root }) =>
        elements(root).flatMap((it) => {
          const words = attribute(it, "data-source") ?? (it.tag === "button" ? attribute(it, "data-copy") : undefined);
          return words === undefined || /verzonnen|invented/.test(words) ? [] : [`copies “${words.slice(0, 80)}”`];
        }),
      ),
    ).toEqual([]);
  });

  test("name no source in a table as if it had published the figure beside it", () => {
    const sources = (it: Element): string[] =>
      findAll(it, (one) => /\/(bron|source)[a-z]*\/./.test(attribute(one, "href") ?? "")).map((one) => textOf(one));
    const withFigure = ({ root }: Page) =>
      findAll(root, (it) => it.tag === "tr").filter(
        (row) => findAll(row, (it) => it.attributes.has("data-row")).length > 0,
      );
    const named = side.pages.flatMap((page) => withFigure(page).flatMap(sources));
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((it) => !/^\s*(Verzonnen, naar|Invented, after) /.test(it)).slice(0, 5)).toEqual([]);
    // The overview has no figures in its table, but says where there are.
    const overview = side.pages.filter((it) =>
      /^\/(oefenen\/indicatoren|en\/practice\/indicators)\/?$/.test(it.address),
    );
    expect(overview.map((it) => sources(it.root).some((one) => /^\s*(Verzonnen|Invented)/.test(one)))).toEqual([
      true,
      true,
    ]);
  });

  test("show made-up figures only", () => {
    expect(problems((page) => rowsOf(page).filter((row) => !isMadeUp(row)))).toEqual([]);
  });

  test("lead to practice pages only; out of them leads one link, which says so", () => {
    expect(
      problems(({ root, language }) => {
        const links = elements(root).flatMap((it) =>
          ["href", "action", "data-finder", "data-search"].flatMap((name) => {
            const to = attribute(it, name);
            return to?.startsWith("/") && !to.startsWith("/static/") ? [{ it, to }] : [];
          }),
        );
        const out = links.filter((it) => !isInside(it.to));
        const [leave] = out;
        const home = language === "nl" ? "/" : "/en/";
        const says = language === "nl" ? "Verlaat de oefenomgeving" : "Leave the practice environment";
        if (out.length === 1 && leave?.to === home && textOf(leave.it) === says) return [];
        return out.map((it) => `${it.to} “${textOf(it.it)}”`);
      }),
    ).toEqual([]);
  });
});

/** Not the house in the head, and not the hatching that maps share. */
const isDrawing = (it: Element): boolean => has(it, "chart") || has(it, "spark");

describe("real pages", () => {
  test("show no made-up figure, and lead to the door of the practice environment only", async () => {
    const follows = sampled();
    const side = await walk(["/", "/en/"], (address) => !isInside(address) && follows(address));
    expect(side.crawled.failures).toEqual([]);
    expect(side.pages.flatMap(rowsOf).length).toBeGreaterThan(1000);
    expect(side.pages.flatMap(rowsOf).filter(isMadeUp)).toEqual([]);
    const doors = new Set(side.crawled.links.map((it) => it.to).filter(isInside));
    expect([...doors].sort()).toEqual(["/en/practice/", "/oefenen/"]);
    const marked = side.pages.filter((it) => /is-practice|OEFENEN|Oefencijfers/.test(it.html));
    expect(marked.map((it) => it.address)).toEqual([]);
    // Comparisons that somebody put together are endless, and a form says nothing: those are not for search engines either.
    const closed = side.pages.filter((it) => it.html.includes("noindex")).map((it) => it.address);
    expect(closed.filter((it) => !/\/(vergelijken|compare)\?|\/(boek|book)$/.test(it))).toEqual([]);
  });

  test("robots may read them, and not the others", async () => {
    const robots = await (await fetch(`${site.url}/robots.txt`)).text();
    expect(robots).toBe("User-agent: *\nDisallow: /oefenen/\nDisallow: /en/practice/\nAllow: /\n");
    for (const address of ["/", "/regio/drenthe", "/indicator/reports-received.csv", "/static/areas.nl.json"])
      expect((await fetch(site.url + address)).headers.get("x-robots-tag"), address).toBeNull();
  });
});

describe("whatever else is under it", () => {
  test.each([
    ["/oefenen/regio/drenthe", 200],
    ["/oefenen/indicator/reports-received.csv", 200],
    ["/oefenen/indicator/reports-received.svg", 200],
    ["/en/practice/indicator/reports-received.png", 200],
    ["/oefenen/static/areas.json", 200],
    ["/en/practice/static/subjects.json", 200],
    ["/oefenen/nieuw.csv", 200],
    ["/oefenen", 308],
    ["/oefenen/vind", 303],
    ["/oefenen/regio/drente", 404],
    ["/oefenen/iets", 404],
    ["/oefenen/indicatoren?editie=1999-01", 404],
    ["/en/practice/edities.ics", 404],
  ])("%s answers %i and is for no search engine", async (address, status) => {
    const answer = await fetch(site.url + address, { redirect: "manual" });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("x-robots-tag")).toBe("noindex, nofollow");
    // A problem is told inside too.
    expect(
      (answer.headers.get("content-type") ?? "").startsWith("text/html") ? await answer.text() : "is-practice",
    ).toContain("is-practice");
    expect(answer.headers.get("location") ?? "/oefenen/").toMatch(/^\/oefenen\//);
  });

  test("each row of a table file says that it is invented, and so does its name", async () => {
    const answer = await fetch(`${site.url}/oefenen/indicator/reports-received.csv`);
    expect(answer.headers.get("content-disposition")).toContain(
      `filename="impactmonitor-oefenen-reports-received-2026-11.csv"`,
    );
    const rows: Record<string, string>[] = parse(await answer.text(), { columns: true });
    expect(rows.length).toBeGreaterThan(50);
    expect(Object.keys(rows[0]!)[0]).toBe("practice");
    expect(new Set(rows.map((it) => it.practice))).toEqual(
      new Set(["OEFENCIJFERS: verzonnen, niet over een echte regio"]),
    );
    const real = await (await fetch(`${site.url}/indicator/reports-received.csv`)).text();
    expect(real).toMatch(/^indicator,/);
  });

  test.each(["verloop", "kaart", "verdeling"])(
    "the picture of %s holds its mark, in the file and in its name",
    async (grafiek) => {
      const address = `/oefenen/indicator/reports-received.svg?regio=drenthe&grafiek=${grafiek}`;
      const answer = await fetch(site.url + address);
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-disposition")).toContain("impactmonitor-oefenen-");
      const svg = await answer.text();
      expect(svg).toContain(">OEFENEN</text>");
      expect(svg).toContain("OEFENCIJFERS: verzonnen, niet over een echte regio");
      expect(svg.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ")).toContain(
        "oefeneditie 2026-11 (verzonnen cijfers)",
      );
      const real = await (await fetch(site.url + address.replace("/oefenen", ""))).text();
      expect(real).not.toMatch(/OEFEN|oefen/);
    },
  );

  test("a list for the script says what it is, and leads inside", async () => {
    const list = (await (await fetch(`${site.url}/oefenen/static/areas.json`)).json()) as {
      practice: string;
      entries: string[][];
    };
    expect(list.practice).toContain("verzonnen");
    expect(list.entries.length).toBeGreaterThan(300);
    expect(list.entries.filter(([, , href]) => !isInside(href ?? ""))).toEqual([]);
  });

  test("a name that is typed leads inside; a form that is too large too", async () => {
    const post = (body: string): Promise<Response> =>
      fetch(`${site.url}/oefenen/vind`, {
        method: "POST",
        redirect: "manual",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body,
      });
    expect((await post("plaats=Kennemerland")).headers.get("location")).toBe("/oefenen/regio/kennemerland");
    const large = await post(`plaats=${"x".repeat(5000)}`);
    expect(large.status).toBe(413);
    expect(await large.text()).toContain("is-practice");
  });
});

test.each([
  "/oefenen/",
  "/oefenen/regio/drenthe",
  "/oefenen/nederland",
  "/oefenen/indicator/reports-received?regio=drenthe",
])("%s weighs no more at first view than a real page may", async (address) => {
  const packed = { headers: { "accept-encoding": "gzip" } };
  const weigh = async (path: string): Promise<number> => {
    const answer = await fetch(site.url + path, packed);
    await answer.arrayBuffer();
    const heads = [...answer.headers].reduce((sum, [name, value]) => sum + name.length + value.length + 4, 20);
    return heads + Number(answer.headers.get("content-length"));
  };
  const html = await (await fetch(site.url + address)).text();
  const loaded = new Set([...html.matchAll(/(?:href|src)="(\/static\/[^"]+)"/g)].map((it) => it[1]!));
  expect(loaded.size).toBe(5);
  let bytes = await weigh(address);
  for (const path of loaded) bytes += await weigh(path);
  expect(bytes).toBeGreaterThan(30_000);
  expect(bytes).toBeLessThanOrEqual(60_000);
});

describe("only what was sealed for it is served", () => {
  test("without a practice edition its place says what it is and how it is made; nothing else is there", async () => {
    const bare = mkdtempSync(join(tmpdir(), "impactmonitor-bare-"));
    const other = await startSite({ data: bare, editions: inject("editions") });
    try {
      for (const [address, words] of [
        ["/oefenen/", "nog niet gemaakt"],
        ["/en/practice/", "has not been made yet"],
      ] as const) {
        const answer = await fetch(other.url + address);
        expect(answer.status).toBe(200);
        expect(answer.headers.get("x-robots-tag")).toBe("noindex, nofollow");
        const html = await answer.text();
        expect(html).toContain(words);
        expect(html).toContain("npm run practice");
        expect(html).not.toMatch(/data-row|is-practice/);
      }
      for (const address of ["/oefenen/regio/drenthe", "/oefenen/indicator/reports-received.csv"])
        expect((await fetch(other.url + address)).status, address).toBe(404);
    } finally {
      await other.stop();
      rmSync(bare, { recursive: true, force: true });
    }
  });

  test("an edition in the wrong place is named and left out; drafts are not looked at", async () => {
    const mixed = mkdtempSync(join(tmpdir(), "impactmonitor-mixed-"));
    const practised = join(data, "practice/editions/2026-11");
    cpSync(inject("editions"), join(mixed, "editions"), { recursive: true });
    cpSync(practised, join(mixed, "editions/2026-12"), { recursive: true });
    cpSync(inject("editions"), join(mixed, "practice/editions"), { recursive: true });
    mkdirSync(join(mixed, "drafts"));
    cpSync(practised, join(mixed, "drafts/2026-12"), { recursive: true });
    const other = await startSite({ data: mixed });
    try {
      expect(other.output()).toContain("holds a practice edition and is not served here");
      expect(other.output()).toContain("holds a published edition and is not served here");
      expect(await (await fetch(`${other.url}/healthz`)).text()).toBe("ok 2026-11\n");
      expect(await (await fetch(`${other.url}/oefenen/`)).text()).toContain("nog niet gemaakt");
      expect((await fetch(`${other.url}/?editie=2026-12`)).status).toBe(404);
    } finally {
      await other.stop();
      rmSync(mixed, { recursive: true, force: true });
    }
  });
});
