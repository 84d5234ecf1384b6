import { describe, expect, test } from "vitest";
import type { Edition } from "@impactmonitor/edition/read-edition";
import type { Withdrawal } from "@impactmonitor/model/edition";
import { builtEdition } from "../../../packages/pipeline/test/built-edition.ts";
import { attribute, elements, parseHtml, textOf } from "../../../tests/html.ts";
import { createSite } from "../src/app.ts";
import { keepable } from "../src/keep.ts";
import { openLibrary } from "../src/library.ts";
import { assets } from "./assets.ts";

const edition = builtEdition();
const { id } = edition.manifest;
const practice: Edition = { ...edition, manifest: { ...edition.manifest, kind: "practice" } };

function site(withdrawn: readonly Withdrawal[] = [], address?: string): ReturnType<typeof createSite> {
  const options = { assets, contact: "contact@example.org", boundaries: new Map<string, string>() };
  return createSite({
    library: openLibrary([edition], {
      ...options,
      ...(address === undefined ? {} : { address }),
      withdrawn: new Map(withdrawn.map((it) => [it.id, it])),
    }),
    practice: () => openLibrary([practice], options),
    files: new Map([["embed.js", keepable(200, "text/javascript; charset=utf-8", "void 0;")]]),
    keepBytes: 1_000_000,
    draw: () => Promise.resolve({ ok: true, png: Buffer.from("png") }),
    report: (error) => {
      throw error;
    },
  });
}
const plain = site();
const ancestors = (headers: Headers): string | undefined =>
  /frame-ancestors ([^;]*)/.exec(headers.get("content-security-policy") ?? "")?.[1];

describe("what others may show in their pages", () => {
  test.each([
    ["/insluiten/reports-received", 200],
    ["/insluiten/reports-received?regio=drenthe&grafiek=verloop", 200],
    ["/insluiten/reports-received?regio=drenthe&grafiek=kaart", 200],
    ["/en/embed/reports-received?regio=drenthe&grafiek=verdeling", 200],
    ["/oefenen/insluiten/reports-received?grafiek=verloop", 200],
    ["/en/practice/embed/reports-received", 200],
    [`/insluiten/reports-received?editie=${id}`, 200],
    ["/insluiten/attachment", 200],
    ["/insluiten/niets", 404],
    ["/insluiten/reports-received?grafiek=niets", 404],
    ["/insluiten/reports-received?regio=niets", 400],
    ["/insluiten/reports-received?editie=1999-01", 404],
  ])("%s (%i) may be framed, sets no cookie and loads from here only", async (address, status) => {
    for (const method of ["GET", "HEAD"]) {
      const answer = await plain.request(address, { method });
      expect(answer.status).toBe(status);
      expect(ancestors(answer.headers)).toBe("*");
      expect(answer.headers.get("x-frame-options")).toBeNull();
      expect(answer.headers.get("set-cookie")).toBeNull();
      expect(answer.headers.get("content-security-policy")).toMatch(/default-src 'none'.*form-action 'none'/);
      expect(answer.headers.get("content-security-policy")).not.toMatch(/https?:|unsafe|connect-src/);
      const html = await answer.text();
      const root = parseHtml(html === "" ? "<html></html>" : html);
      const loaded = elements(root).flatMap((it) =>
        it.tag === "a" ? [] : (attribute(it, "src") ?? attribute(it, "href") ?? []),
      );
      for (const it of loaded) expect(it).toMatch(/^\/[^/]/);
      for (const it of elements(root)) expect(["form", "style", "button", "iframe"]).not.toContain(it.tag);
      for (const it of elements(root).filter((one) => one.tag === "a"))
        expect([attribute(it, "target"), attribute(it, "rel")]).toEqual(["_blank", "noopener"]);
    }
  });

  test("also where the visitor's own copy is still right", async () => {
    const address = "/insluiten/reports-received?regio=drenthe";
    const etag = (await plain.request(address)).headers.get("etag")!;
    const again = await plain.request(address, { headers: { "if-none-match": etag } });
    expect([again.status, ancestors(again.headers), again.headers.get("x-frame-options")]).toEqual([304, "*", null]);
  });
});

test.each([
  "/",
  "/en/",
  "/oefenen/",
  "/indicator/reports-received",
  "/indicator/reports-received.svg",
  "/indicator/reports-received.png",
  "/indicator/reports-received.csv",
  "/regio/drenthe",
  "/regio/drenthe.svg",
  "/nederland",
  "/vergelijken",
  "/vergelijkbaar?regio=drenthe",
  "/edities",
  "/insluiten",
  "/insluiten/",
  "/insluiten/a/b",
  "/insluiten.js",
  "/en/insluiten/reports-received",
  "/embed/reports-received",
  "/insluiten/../indicator/reports-received",
  "/static/niets.js",
  "/healthz",
  "/robots.txt",
  "/niets",
])("%s may not be framed", async (address) => {
  const { headers } = await plain.request(address);
  expect(ancestors(headers)).toBe("'none'");
});

test("the script for others' pages may be loaded by them", async () => {
  const answer = await plain.request("/insluiten.js");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
});

test("an embedded chart says what the page says: the same sentences, source and edition, and a link back", async () => {
  const page = parseHtml(await (await plain.request("/indicator/reports-received?regio=drenthe")).text());
  const framed = parseHtml(
    await (await plain.request("/insluiten/reports-received?regio=drenthe&grafiek=verloop")).text(),
  );
  const few = elements(page).find((it) => attribute(it, "class") === "few-sentences")!;
  const said = textOf(elements(few).find((it) => it.tag === "p")!);
  expect(textOf(framed)).toContain(said);
  expect(textOf(framed)).toContain(id);
  const figures = (root: typeof page): string[] =>
    elements(root).flatMap((it) => (it.tag === "data" ? `${attribute(it, "value")} ${attribute(it, "data-row")}` : []));
  expect(figures(framed).length).toBeGreaterThan(2);
  for (const it of figures(framed)) expect(figures(page)).toContain(it);
  const links = elements(framed).filter((it) => it.tag === "a");
  expect(links.map((it) => attribute(it, "href"))).toEqual(["/indicator/reports-received?regio=drenthe"]);
});

test("practice figures and withdrawn editions are marked in the frame", async () => {
  const practised = await (await plain.request("/oefenen/insluiten/reports-received?grafiek=verloop")).text();
  expect(practised).toContain("OEFENCIJFERS: verzonnen");
  expect(practised).toContain("OEFENEN");
  const gone = { id, when: "2026-12-01", reason: { nl: "Een fout.", en: "A mistake." }, byRole: "steward" };
  const told = await (await site([gone]).request("/insluiten/reports-received")).text();
  expect(told).toContain("Deze editie is ingetrokken");
  expect(told).toContain("Een fout.");
});

describe("the code to copy", () => {
  const codes = async (app: ReturnType<typeof createSite>, page: string): Promise<string[]> => {
    const root = parseHtml(await (await app.request(page)).text());
    return elements(root).flatMap((it) => (it.tag === "textarea" ? textOf(it) : []));
  };

  test("leads to what can be framed, under the address of the site, and holds one frame and one script", async () => {
    const all = await codes(site([], "https://monitor.example.nl"), "/indicator/reports-received?regio=drenthe");
    expect(all.length).toBeGreaterThan(4);
    for (const code of all) {
      const root = parseHtml(`<html>${code}</html>`);
      const [frame, script, ...rest] = elements(root).filter((it) => it.tag !== "html");
      expect(rest).toEqual([]);
      expect(attribute(script!, "src")).toBe("https://monitor.example.nl/insluiten.js");
      const src = attribute(frame!, "src")!;
      expect(src).toMatch(/^https:\/\/monitor\.example\.nl\/insluiten\//);
      const answer = await plain.request(src.replace("https://monitor.example.nl", ""));
      expect([answer.status, ancestors(answer.headers)]).toEqual([200, "*"]);
      expect(attribute(frame!, "title")).toMatch(/Impactmonitor$/);
    }
  });

  test("says so where nobody told the site its address", async () => {
    const answer = await plain.request("/indicator/reports-received?regio=drenthe");
    expect(await answer.text()).toContain("Vervang https://impactmonitor.example door het adres van deze website.");
  });
});
