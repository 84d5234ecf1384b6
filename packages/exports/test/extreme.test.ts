import { describe, expect, test } from "vitest";
import type { Area } from "@impactmonitor/model/area";
import { openBook } from "@impactmonitor/views/book";
import { builtEdition } from "../../pipeline/test/built-edition.ts";
import { makeDocument, type Paper } from "../src/documents/make-document.ts";
import { openPapers } from "../src/documents/open-papers.ts";
import type { Format, Order, Subject } from "../src/documents/order.ts";
import { hasPoppler, keepsToUa, pdfPages } from "./typeset/pdf.ts";

const edition = builtEdition();
const options = { withdrawn: new Map(), boundaries: new Map<string, string>(), contact: "contact@example.org" };
const paper = openPapers([edition], options).get(edition.manifest.id)!;

/** Names and texts as nobody would write them, and as somebody might. */
const extremes: readonly (readonly [string, string])[] = [
  ["one word without an end", "Samenwerkingsverband".repeat(10)],
  ["many words", "Samenwerkende gemeenten in de regio ".repeat(6).trim()],
  ["right to left and turned around", "\u202eمنطقة الشمال\u202c \u2066עברית\u2069"],
  ["pictures and joined letters", "👩‍👩‍👧‍👦🏳️‍🌈 Z̸̢̛a̷l̶g̷o 中文"],
  ["control characters and halves", "A\u0000\u0008\u001b[31m\u007f\u009f\ud800B\udc00\ufffe"],
  ["commands of other files", `=cmd|'/C calc'!A0 <w:p>]]></a:t> #typst[#panic()] $x$ {area} $& %s`],
];

/** The edition with these words for a region, and for the titles of all figures. */
function wordedAs(words: string): Paper {
  const { catalogue, observations, context, manifest } = edition;
  const text = { nl: words, en: words };
  const book = openBook({
    id: manifest.id,
    date: manifest.date,
    kind: "practice",
    observations,
    contextValues: context.values,
    contextSources: context.sources,
    catalogue: {
      ...catalogue,
      areas: catalogue.areas.map((it): Area => (it.code === "VT02" ? { ...it, name: words } : it)),
      indicators: catalogue.indicators.map((it) => ({ ...it, title: text, shortTitle: text })),
    },
  });
  return { ...paper, book };
}

const drenthe: Subject = { kind: "area", area: "VT02" };
const made = (words: string, subject: Subject, format: Format) => {
  const order: Order = { edition: edition.manifest.id, subject, format, language: "nl", choices: {} };
  return makeDocument(wordedAs(words), order);
};

describe.each(extremes)("with %s for names", (_kind, words) => {
  test.each(["pptx", "docx"] as const)("a .%s can be made", async (format) => {
    expect((await made(words, drenthe, format)).length).toBeGreaterThan(10_000);
  });

  const indicator: Subject = { kind: "indicator", indicator: "reports-received", area: "VT02" };
  test.each([
    ["a talk", drenthe, "talk"],
    ["an indicator", indicator, "pdf"],
  ] as const)("the sheet of %s can be made and stays one page", async (_what, subject, format) => {
    const bytes = await made(words, subject, format);
    expect(keepsToUa(bytes)).toBe(true);
    const pages = hasPoppler ? pdfPages(bytes).length : 1;
    expect(pages).toBe(1);
  });
});
