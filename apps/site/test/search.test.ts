import * as fc from "fast-check";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { packedEntries, unpackedEntries } from "../src/search-list.ts";
import { mark, searcher, type SearchEntry, type SearchResult } from "../src/search-match.ts";
import { askedWords, stem, stretches } from "../src/search-words.ts";
import { builtEdition } from "../../../packages/pipeline/test/built-edition.ts";
import { openLibrary } from "../src/library.ts";
import { assets } from "./assets.ts";

const searchMark = openLibrary([builtEdition()], {
  assets,
  contact: "contact@example.org",
  boundaries: new Map(),
}).newest;
const titles = (it: SearchResult): string[] =>
  it.groups.flatMap((group) => group.found.map((one) => one.title.map((piece) => piece.text).join("")));
const marksOf = (it: SearchResult): string[] =>
  it.groups
    .flatMap((group) =>
      group.found.flatMap((one) => [one.title, one.line, ...one.also].flat().filter((piece) => piece.marked)),
    )
    .map((it) => it.text.toLowerCase());

describe("forms of a word", () => {
  test.each([
    ["meldingen", "melding"],
    ["gezinnen", "gezin"],
    ["vragen", "vraag"],
    ["cijfers", "cijfer"],
    ["adviezen", "advies"],
    ["brieven", "brief"],
    ["kinderen", "kind"],
    ["mishandelingen", "mishandeling"],
    ["slachtoffers", "slachtoffer"],
    ["veiligheden", "veiligheid"],
  ])("%s and %s have one stem in Dutch", (a, b) => expect(stem(a, "nl")).toBe(stem(b, "nl")));
  test.each([
    ["reports", "report"],
    ["reported", "report"],
    ["families", "family"],
    ["studies", "study"],
  ])("%s and %s have one stem in English", (a, b) => expect(stem(a, "en")).toBe(stem(b, "en")));
  test("different words keep different stems", () => {
    expect(stem("regio", "nl")).not.toBe(stem("regel", "nl"));
    expect(stem("zorg", "nl")).not.toBe(stem("zoon", "nl"));
  });
});

describe("over the edition", () => {
  const nl = searchMark.search("nl");
  const en = searchMark.search("en");
  test.each([
    ["meldingen", "indicator"],
    ["ots", "term"],
    ["Hoogeveen", "place"],
    ["wadinxveen", "place"],
    ["afronding", "text"],
    ["kindermishandelnig", "indicator"],
    ["veilig thuis", "source"],
    ["hoe groot is het probleem", "question"],
    ["stappenplan", "text"],
    ["excel", "page"],
    ["112", "help"],
  ])("“%s” finds a %s", (typed, kind) => {
    const found = nl(typed);
    expect(found.groups.map((it) => it.kind)).toContain(kind);
    expect(found.complete).toBe(true);
  });
  test.each([
    ["reports", "indicator"],
    ["rounding", "text"],
    ["Drenthe", "place"],
    ["domestic circle", "term"],
  ])("in English “%s” finds a %s", (typed, kind) => expect(en(typed).groups.map((it) => it.kind)).toContain(kind));
  test("a place by its name comes first, and first of its kind the region", () => {
    expect(nl("drenthe").groups[0]?.kind).toBe("place");
    expect(titles(nl("drenthe"))[0]).toMatch(/Drenthe/);
  });
  const firstOf = (it: SearchResult): string => it.groups[0]?.found[0]?.href ?? "";
  test.each([
    ["pdf", "/rapport"],
    ["excel", "/vraag-en-antwoord#kan-ik-de-cijfers-afdrukken"],
    ["powerpoint", "/vraag-en-antwoord#kan-ik-de-cijfers-afdrukken"],
    ["vergelijken regio’s", "/vergelijken"],
    ["jaarverslag", "/rapport"],
    ["nieuwste cijfers", "/nieuw"],
    ["training", "/oefenen/"],
    ["klacht", "/contact"],
    ["privacy", "/privacy"],
    ["wat is een casus", "/begrippen#case"],
    ["hulp", "/veilig-kijken#praten"],
    ["ik word geslagen", "/veilig-kijken#praten"],
    ["veilig thuis telefoonnummer", "/veilig-kijken#praten"],
    ["slachtoffers", "/indicator/dv-victims"],
    ["hoeveel slachtoffers zijn er in Nederland", "/indicator/dv-victims"],
    ["den bosch", "/regio/oost-brabant"],
    ["amsterdm", "/regio/amsterdam-amstelland"],
  ])("“%s” leads to %s first", (typed, meant) => expect(firstOf(nl(typed))).toBe(meant));
  test.each([
    ["child abuse", "/en/glossary#child-maltreatment"],
    ["what is a case", "/en/glossary#case"],
    ["download excel", "/en/questions-and-answers#can-i-print-the-figures"],
    ["compare regions", "/en/compare"],
    ["emergency number", "/en/safe-browsing#praten"],
    ["reports", "/en/indicator/reports-received"],
    ["annual report", "/en/report"],
  ])("in English “%s” leads to %s first", (typed, meant) => expect(firstOf(en(typed))).toBe(meant));
  test("a subject and a place together find both, though nothing holds both", () => {
    const found = nl("aantal meldingen in Emmen");
    expect(found.complete).toBe(false);
    const hrefs = found.groups.flatMap((it) => it.found.map((one) => one.href));
    expect(hrefs[0]).toBe("/regio/drenthe");
    expect(hrefs).toContain("/indicator/reports-received");
  });
  test("a part of an English word finds nothing that only looks like it", () => {
    expect(titles(en("rounding")).join(" ")).not.toMatch(/surround|background/i);
  });
  test("answers that entries lead to are there", () => {
    for (const [all, word] of [
      [searchMark.everything("nl"), "/vraag-en-antwoord#"],
      [searchMark.everything("en"), "/en/questions-and-answers#"],
    ] as const) {
      const leads = all.filter((it) => it.kind === "page" && it.href.startsWith(word));
      expect(leads.length).toBeGreaterThan(0);
      for (const it of leads)
        expect(all.filter((one) => one.kind === "text").map((one) => one.href)).toContain(it.href);
    }
  });
  test("everything found says why: a word that fits is marked", () => {
    for (const typed of ["ots", "geweld", "kinderen", "hermelding", "hulp", "drente"]) {
      const found = nl(typed);
      expect(found.count, typed).toBeGreaterThan(0);
      for (const one of found.groups.flatMap((it) => it.found))
        expect(
          [one.title, one.line, ...one.also].flat().some((it) => it.marked),
          `${typed}: ${one.href}`,
        ).toBe(true);
    }
    expect(marksOf(nl("meldingen"))).toContain("meldingen");
  });
  test("when no text holds every word, what holds most is found, and it says so", () => {
    const found = nl("meldingen xqzvxqzv");
    expect(found.complete).toBe(false);
    expect(found.count).toBeGreaterThan(0);
  });
  test("nonsense and nothing find nothing", () => {
    expect(nl("xqzvxqzvwk").count).toBe(0);
    expect(nl("").count).toBe(0);
    expect(nl(' .,<>&" ').count).toBe(0);
  });
  test("few of a kind are shown, and how many more there are adds up", () => {
    const found = nl("geweld");
    const shown = found.groups.reduce((sum, it) => sum + it.found.length + it.more, 0);
    expect(shown).toBe(found.count);
    for (const it of found.groups) expect(it.found.length).toBeLessThanOrEqual(6);
  });
  test.each(["nl", "en"] as const)(
    "the list for the browser (%s) is at most 30 kB, and gives the same entries",
    (language) => {
      const entries = searchMark.everything(language);
      const sent = JSON.stringify(packedEntries(entries));
      expect(gzipSync(sent).length).toBeLessThanOrEqual(30_000);
      expect(unpackedEntries(JSON.parse(sent))).toEqual(entries);
      expect(new Set(entries.map((it) => it.kind)).size).toBe(9);
    },
  );
});

describe("whatever is typed", () => {
  const entries: SearchEntry[] = [
    { kind: "term", title: "melding", line: "Wie zich zorgen maakt", also: ["a|b"], href: "/x", weight: 1 },
  ];
  const find = searcher(entries, "nl");
  test("a text is its stretches, and marking changes no letter", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.array(fc.string()), (text, words) => {
        expect(
          stretches(text)
            .map((it) => it.text)
            .join(""),
        ).toBe(text);
        expect(
          mark(text, new Set(words))
            .map((it) => it.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });
  test("it answers, with at most eight words asked", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (typed) => {
        expect(askedWords(typed, "nl").length).toBeLessThanOrEqual(8);
        expect(find(typed).count).toBeLessThanOrEqual(1);
      }),
    );
    for (const typed of ["__proto__", "constructor", "<script>alert(1)</script>", "((((", "\\"]) find(typed);
  });
});
