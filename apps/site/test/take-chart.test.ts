import { describe, expect, test } from "vitest";
import type { Edition } from "@impactmonitor/edition/read-edition";
import type { Withdrawal } from "@impactmonitor/model/edition";
import { builtEdition } from "../../../packages/pipeline/test/built-edition.ts";
import { attribute, elements, parseHtml, textOf } from "../../../tests/html.ts";
import { createSite } from "../src/app.ts";
import { openLibrary } from "../src/library.ts";
import { assets } from "./assets.ts";

/** Every chart of a page has its files under it, and each file carries what the page says around it. */
const edition = builtEdition();
const practice: Edition = { ...edition, manifest: { ...edition.manifest, kind: "practice" } };
const gone: Withdrawal = {
  id: edition.manifest.id,
  when: "2026-12-01",
  reason: { nl: "Een fout.", en: "A mistake." },
  byRole: "steward",
};
const drawn: string[] = [];

function site(it: Edition = edition, withdrawn: readonly Withdrawal[] = []): ReturnType<typeof createSite> {
  const library = openLibrary([it], {
    assets,
    contact: "contact@example.org",
    address: "https://monitor.example.nl",
    boundaries: new Map(),
    withdrawn: new Map(withdrawn.map((one) => [one.id, one])),
  });
  return createSite({
    library,
    ...(it === practice ? { practice: () => library } : {}),
    files: new Map(),
    keepBytes: 1_000_000,
    draw: async (svg) => {
      drawn.push(svg);
      return { ok: true, png: Buffer.from("png") };
    },
    report: (error) => {
      throw error;
    },
  });
}
const plain = site();

const pages = [
  ["/indicator/reports-received?regio=drenthe", 4],
  ["/indicator/reporter-type?regio=drenthe", 1],
  ["/indicator/reports-previous-involvement?regio=provincie/drenthe&naast=population-65plus", 4],
  ["/en/indicator/child-maltreatment-prevalence", 1],
  ["/vergelijken?gebieden=drenthe,groningen,friesland&cijfers=reports-received,advice-started", 2],
  ["/en/comparable?regio=drenthe", 5],
] as const;

async function filesOf(app: ReturnType<typeof createSite>, address: string) {
  const answer = await app.request(address);
  expect(answer.status, address).toBe(200);
  const root = parseHtml(await answer.text());
  const folds = elements(root).filter((it) => it.tag === "details" && attribute(it, "class") === "take-chart");
  return folds
    .map((fold) => ({
      title: textOf(fold),
      links: elements(fold).flatMap((it) => (it.tag === "a" ? (attribute(it, "href") ?? []) : [])),
    }))
    .filter((it) => it.links.length > 0);
}

describe.each(pages)("%s", (address, fewest) => {
  test("offers each of its charts as SVG, and as PNG with and without paper; each holds source and edition", async () => {
    const folds = await filesOf(plain, address);
    expect(folds.length).toBeGreaterThanOrEqual(fewest);
    for (const { links } of folds) {
      expect(links).toHaveLength(3);
      const svgs: string[] = [];
      for (const link of links) {
        drawn.length = 0;
        const answer = await plain.request(link);
        expect(answer.status, link).toBe(200);
        const svg = link.includes(".svg") ? await answer.text() : drawn[0]!;
        svgs.push(svg);
        expect(answer.headers.get("content-disposition")).toContain(edition.manifest.id);
        expect(svg).toContain(edition.manifest.id);
        expect(svg).toMatch(/Bron: |Source: |Schematische kaart/);
      }
      const paper = `<rect width="100%" height="100%" fill="#fff"/>`;
      expect(svgs.map((it) => it.includes(paper))).toEqual([true, false, true]);
      expect(svgs[1]).toBe(svgs[0]!.replace(paper, ""));
      expect(svgs[2]).toBe(svgs[0]);
    }
    // No two charts of a page are one picture.
    expect(new Set(folds.map((it) => it.links[2])).size).toBe(folds.length);
  });
});

test("pictures of practice figures, and of an edition that was withdrawn, say so in the picture and in their name", async () => {
  for (const [, address] of [
    ["", "/oefenen/indicator/reports-received.svg?regio=drenthe"],
    ["", "/oefenen/vergelijken.svg?gebieden=drenthe,groningen&cijfers=reports-received&grafiek=verdeling/1"],
    ["", "/oefenen/vergelijkbaar.svg?regio=drenthe&grafiek=income"],
    ["", "/oefenen/regio/drenthe.svg"],
  ]) {
    const answer = await site(practice).request(address!);
    expect(answer.status, address).toBe(200);
    expect(answer.headers.get("content-disposition")).toContain("oefenen");
    expect(await answer.text()).toContain(">OEFENCIJFERS: verzonnen");
  }
  const answer = await site(edition, [gone]).request("/vergelijkbaar.svg?regio=drenthe&grafiek=income");
  expect(await answer.text()).toContain(">Deze editie is ingetrokken.<");
  expect(answer.headers.get("content-disposition")).toContain("ingetrokken");
});

test("a larger PNG is the same picture", async () => {
  const at = "/indicator/reports-received.png?regio=drenthe";
  drawn.length = 0;
  for (const it of [at, `${at}&schaal=4`]) await plain.request(it);
  expect(drawn[1]).not.toBe(drawn[0]);
  expect(drawn[1]!.replace(/ width="1280" height="\d+"/, "")).toBe(drawn[0]!.replace(/ width="640" height="\d+"/, ""));
});

test.each([
  ["/indicator/reports-received.svg?achtergrond=rood", 400],
  ["/indicator/reports-received.png?schaal=90", 400],
  ["/indicator/reports-received.svg?grafiek=niets", 404],
  ["/indicator/reports-received.svg?grafiek=kaart&niveau=corop", 404],
  ["/vergelijken.svg?gebieden=drenthe&cijfers=reports-received", 400],
  ["/vergelijken.svg?gebieden=drenthe,groningen&cijfers=reports-received&grafiek=verdeling/9", 404],
  ["/vergelijkbaar.svg?grafiek=income", 404],
  ["/vergelijkbaar.svg?regio=drenthe&grafiek=niets", 404],
  ["/vergelijkbaar.svg?regio=drenthe&schaal=x", 400],
  ["/regio/niets.svg", 404],
  ["/gemeente/assen.svg", 404],
  ["/regio/drenthe.svg?achtergrond=", 200],
])("%s: %i, with a page that says so", async (address, status) => {
  expect((await plain.request(address)).status).toBe(status);
});
