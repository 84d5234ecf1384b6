import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import * as fc from "fast-check";
import { formatsOf } from "@impactmonitor/exports/documents/make-document";
import { openCupboard, type Kept } from "@impactmonitor/exports/press/cupboard";
import { openPress, type Press, type PressWork } from "@impactmonitor/exports/press/press";
import type { Answered } from "@impactmonitor/exports/press/work-queue";
import { builtEdition } from "../../../packages/pipeline/test/built-edition.ts";
import { createSite } from "../src/app.ts";
import { readChoices } from "../src/document-query.ts";
import { openLibrary, type Library } from "../src/library.ts";
import { BadQuery } from "../src/query.ts";
import { assets } from "./assets.ts";

/** What an address of a document answers, with a press of which the test says what it does. */
const real = builtEdition();
const options = { assets, contact: "contact@example.org", boundaries: new Map<string, string>() };
const folder = mkdtempSync(join(tmpdir(), "documents-"));
let library: Library;
const ordered: Omit<PressWork, "to">[] = [];

beforeAll(() => {
  library = openLibrary([real], options);
});
afterEach(() => {
  ordered.length = 0;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = join(folder, "made.pdf");
const made: Kept = { path: file, bytes: 10 };
function site(answer: Answered<Kept>, ready = false): (address: string, how?: RequestInit) => Promise<Response> {
  writeFileSync(file, "a document");
  const press: Press = {
    bring: async (kind, order) => {
      ordered.push({ kind, order });
      return answer;
    },
    ready: () => (ready ? made : undefined),
    nameOf: (_kind, order) => Buffer.from(JSON.stringify(order)).toString("base64url").slice(0, 60),
    close: () => undefined,
  };
  const practised = { ...real, manifest: { ...real.manifest, kind: "practice" as const } };
  const app = createSite({
    library,
    practice: () => openLibrary([practised], options),
    files: new Map(),
    keepBytes: 0,
    draw: () => Promise.reject(new Error("no pictures are drawn here")),
    press,
    report: (error) => {
      throw error;
    },
  });
  return async (address, how) => app.request(address, how);
}
const good: Answered<Kept> = { ok: true, made };
const talk = "/regio/drenthe/teamgesprek.pdf";

test("a document comes whole, with a name that says what it is, and once only", async () => {
  const ask = site(good);
  const answer = await ask(talk);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe("a document");
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "application/pdf",
    "content-length": "10",
    "content-disposition": `attachment; filename="impactmonitor-teamgesprek-drenthe-${real.manifest.id}.pdf"`,
    "x-content-type-options": "nosniff",
  });
  expect(answer.headers.get("set-cookie")).toBeNull();
  const etag = answer.headers.get("etag")!;
  const again = await ask(talk, { headers: { "if-none-match": etag } });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  expect(ordered).toHaveLength(1);
});

test("every level has its sheet, in both languages and among practice figures, each named as what it is", async () => {
  const ask = site(good);
  const names: Record<string, string | null> = {};
  for (const address of [
    "/nederland/teamgesprek.pdf",
    "/gemeente/utrecht/teamgesprek.pdf",
    "/provincie/utrecht/teamgesprek.pdf",
    "/en/region/utrecht/team-talk.pdf",
    "/oefenen/regio/utrecht/teamgesprek.pdf",
    "/en/practice/netherlands/team-talk.pdf",
  ]) {
    const answer = await ask(address);
    expect(answer.status, address).toBe(200);
    names[address] = /filename="impactmonitor-(.*)-\d{4}-\d\d\.pdf"/.exec(
      answer.headers.get("content-disposition")!,
    )![1]!;
    expect(answer.headers.has("x-robots-tag")).toBe(address.includes("oefenen") || address.includes("practice"));
  }
  expect(Object.values(names)).toEqual([
    "teamgesprek-nederland",
    "teamgesprek-gemeente-utrecht",
    "teamgesprek-provincie-utrecht",
    "team-talk-utrecht",
    "oefenen-teamgesprek-utrecht",
    "practice-team-talk-netherlands",
  ]);
  expect(ordered.map((it) => `${it.kind} ${it.order.language}`)).toEqual([
    "published nl",
    "published nl",
    "published nl",
    "published en",
    "practice nl",
    "practice en",
  ]);
});

test("asking for the headers makes no document; they tell its length when it lies ready", async () => {
  const head = { method: "HEAD" };
  const [unmade, ready] = [await site(good)(talk, head), await site(good, true)(talk, head)];
  expect([unmade.status, unmade.headers.get("content-length"), await unmade.text()]).toEqual([200, null, ""]);
  expect([ready.status, ready.headers.get("content-length"), await ready.text()]).toEqual([200, "10", ""]);
  expect(ordered).toEqual([]);
});

test("a document that isn't ready is a page that says how far it is, asks again, and leads back", async () => {
  for (const [address, words, back] of [
    [talk, ["Uw document wordt gemaakt", "Ongeveer 40% is klaar", "Stop en ga terug"], "/regio/drenthe"],
    ["/en/region/drenthe/team-talk.pdf", ["Your document is being made", "About 40% is done"], "/en/region/drenthe"],
  ] as const) {
    const answer = await site({ ok: false, why: "waiting", place: 0, done: 0.4, after: 2000 })(address);
    expect(answer.status).toBe(202);
    expect(answer.headers.get("refresh")).toMatch(/^\d+$/);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("content-disposition")).toBeNull();
    const html = await answer.text();
    for (const it of words) expect(html).toContain(it);
    expect(html).toContain(`href="${back}"`);
    expect(html).toContain("noindex");
  }
  const places = [
    [1, "Het is als eerste aan de beurt."],
    [2, "Er gaat nog één document voor."],
    [9, "Er gaan nog 8 documenten voor."],
  ] as const;
  for (const [place, words] of places) {
    const html = await (await site({ ok: false, why: "waiting", place, done: 0, after: 150_000 })(talk)).text();
    expect(html).toContain(words);
    expect(html).toContain("ongeveer 3 minuten");
  }
});

test("a large document comes whole as well, piece by piece", async () => {
  const ask = site(good);
  const bytes = Buffer.alloc(2_345_678, "a document ");
  writeFileSync(file, bytes);
  const answer = await ask(talk);
  expect(answer.headers.get("content-length")).toBe(String(bytes.length));
  expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
});

test("too busy, not there, broken and gone each have an answer of their own", async () => {
  const busy = await site({ ok: false, why: "busy", after: 42_000 })(talk);
  expect([busy.status, busy.headers.get("retry-after")]).toEqual([503, "42"]);
  expect(await busy.text()).toContain("Het is nu te druk voor dit document");
  const said = { nl: "Daar is niets van.", en: "There is none of that." };
  const none = await site({ ok: false, why: "cannot", said })(talk);
  expect([none.status, (await none.text()).includes(said.nl)]).toEqual([404, true]);
  expect((await site({ ok: false, why: "failed" })(talk)).status).toBe(500);
  expect((await site({ ok: false, why: "left" })(talk)).status).toBe(503);
  rmSync(file);
  const lost = site(good);
  rmSync(file);
  expect((await lost(talk)).status).toBe(500);
});

test.each([
  ["/regio/atlantis/teamgesprek.pdf", 404],
  ["/regio/drenthe.exe", 404],
  ["/edities/1999-01.xlsx", 404],
  ["/rapport/xxxx.pdf", 404],
  ["/regio/drenthe/teamgesprek.pdf?editie=1999-01", 404],
  ["/indicator/nothing.xlsx", 404],
  ["/vergelijken.pdf?gebieden=atlantis", 400],
  ["/vergelijken.pdf", 400],
])("%s answers %i and orders nothing", async (address, status) => {
  expect((await site(good)(address)).status).toBe(status);
  expect(ordered).toEqual([]);
});

test("choices that mean the same are one order; what can't be read is said with how to mend it", () => {
  const { book } = library.newest;
  const own = book.areaBySlug("vt-region", "drenthe")!;
  const [first, second] = book.catalogue.themes.map((it) => it.id);
  const read = (query: Readonly<Record<string, string | undefined>>) => readChoices(book, query, own);
  expect(read({})).toEqual({});
  expect(read({ themas: book.catalogue.themes.map((it) => it.id).join(","), tabellen: "ja" })).toEqual({});
  expect(read({ themas: `${second},${first},${second}` })).toEqual({ themes: [first, second] });
  expect(read({ gebieden: "groningen,drenthe,nederland,groningen" })).toEqual({
    beside: [book.areaBySlug("vt-region", "groningen")!.code],
  });
  expect(read({ van: "2021", tot: "2023H1", tabellen: "nee" })).toEqual({
    from: "2021",
    until: "2023H1",
    tables: false,
  });
  for (const query of [
    { themas: "money" },
    { gebieden: "atlantis" },
    { gebieden: "groningen,friesland,twente,flevoland,utrecht" },
    { van: "soon" },
    { van: "2024", tot: "2021" },
    { tabellen: "misschien" },
  ])
    expect(read(query), JSON.stringify(query)).toBeInstanceOf(BadQuery);
});

test("whatever stands in the query, the answer is a document or a page that says what is wrong", async () => {
  const ask = site(good);
  const names = ["themas", "gebieden", "van", "tot", "tabellen", "vorm", "editie", "regio", "cijfers"];
  const values = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.constantFrom("2021", "drenthe", "nee", "../..", "%00"),
  );
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom(...names), values), async (query) => {
      const answer = await ask(`${talk}?${new URLSearchParams(query)}`);
      expect([200, 400, 404]).toContain(answer.status);
      for (const value of Object.values(query).filter((it) => it.includes("<")))
        expect(await answer.clone().text()).not.toContain(value);
    }),
    { numRuns: 40 },
  );
});

test("addresses end only on what can be made", async () => {
  const ask = site(good);
  const endings = { pdf: "pdf", pptx: "pptx", docx: "docx", xlsx: "xlsx", csv: "csv-excel" } as const;
  for (const [ending, format] of Object.entries(endings)) {
    const status = formatsOf("area").includes(format) ? 200 : 404;
    expect((await ask(`/regio/drenthe.${ending}`)).status, ending).toBe(status);
    expect((await ask(`/nederland.${ending}`)).status, ending).toBe(status);
  }
  expect((await ask("/regio/drenthe.csv?vorm=klei")).status).toBe(400);
});

test("a press of its own makes the sheet in another process and keeps it", async () => {
  const documents = join(folder, "cupboard");
  const press = openPress({
    entry: new URL("sheet-process.ts", import.meta.url),
    processes: 1,
    waiting: 2,
    memory: 1_000_000_000,
    cupboard: openCupboard(documents, 1_000_000),
    stamp: () => "stamp",
    figures: () => 0,
    report: () => undefined,
  });
  const order = { edition: real.manifest.id, subject: { kind: "area", area: "VT01" }, format: "talk" } as const;
  const rest = { language: "nl", choices: {} } as const;
  const [one, same, none] = await Promise.all([
    press.bring("published", { ...order, ...rest }),
    press.bring("published", { ...order, ...rest }),
    press.bring("published", { ...order, ...rest, edition: "1999-01" }),
  ]);
  press.close();
  expect(one.ok && one.made.bytes).toBeGreaterThan(10_000);
  expect(same).toEqual(one);
  expect(none).toEqual({ ok: false, why: "failed" });
  expect(readdirSync(documents)).toHaveLength(1);
  expect(press.ready("published", { ...order, ...rest })).toEqual(one.ok ? one.made : undefined);
});

test("pages link to the documents that can be made, each to its own edition, in its own language, and to no other kind", async () => {
  const ask = site(good);
  const pages = [
    ["/regio/drenthe", "area", "/regio/drenthe"],
    ["/en/netherlands", "area", "/en/netherlands"],
    ["/oefenen/regio/drenthe", "area", "/oefenen/regio/drenthe"],
    [`/regio/drenthe?editie=${real.manifest.id}`, "area", "/regio/drenthe"],
    ["/indicator/reports-received", "indicator", "/indicator/reports-received"],
    ["/edities", "edition", `/edities/${real.manifest.id}`],
  ] as const;
  for (const [page, kind, start] of pages) {
    const html = await (await ask(page)).text();
    const links = [
      ...html.matchAll(/<a href="([^"]*)">[^<]*\((?:PDF|PowerPoint|Word|Excel|CSV|Parquet|ZIP)\)<span class="sr">/g),
    ];
    const csv = kind === "indicator" ? formatsOf(kind).filter((it) => it.startsWith("csv")).length : 0;
    expect(links.length, page).toBe(formatsOf(kind).length - csv);
    for (const [, href = ""] of links) {
      expect(href.startsWith(start), href).toBe(true);
      expect((await ask(href.replaceAll("&amp;", "&"))).status, href).toBe(200);
    }
  }
});

test("what goes into a book is chosen on a page of its own, whose form leads to the document", async () => {
  const ask = site(good);
  for (const address of ["/regio/drenthe/boek", "/en/netherlands/book", "/oefenen/provincie/drenthe/boek"]) {
    const html = await (await ask(address)).text();
    const action = /<form class="book-form" method="get" action="([^"]*)"/.exec(html)?.[1] ?? "";
    expect(action).toBe(address.replace(/\/(boek|book)$/, ".pdf"));
    const [theme = ""] = /(?<=name="themas" value=")[^"]+/.exec(html) ?? [];
    const chosen = `themas=${theme}&van=2021&tot=&gebieden=&tabellen=nee`;
    expect((await ask(`${action}?${chosen}`)).status, address).toBe(200);
    expect(ordered.at(-1)?.order.choices).toMatchObject({ from: "2021", tables: false });
  }
  expect((await ask("/regio/atlantis/boek")).status).toBe(404);
});
