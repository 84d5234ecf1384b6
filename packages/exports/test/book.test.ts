import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Area } from "@impactmonitor/model/area";
import { areaBook } from "@impactmonitor/views/documents/area-book";
import { openBook } from "@impactmonitor/views/book";
import { formatDate } from "@impactmonitor/views/format";
import { builtEdition } from "../../pipeline/test/built-edition.ts";
import { walkContent } from "../../views/test/documents/walk-content.ts";
import { askedOf } from "../src/book/make-book.ts";
import { CannotMake, makeDocument, type Paper } from "../src/documents/make-document.ts";
import { openPapers } from "../src/documents/open-papers.ts";
import type { Choices, Order, Subject } from "../src/documents/order.ts";
import { showable } from "../src/typeset/showable.ts";
import { madeOnce } from "./made-once.ts";
import { hasPoppler, keepsToUa, pdfFonts, pdfInfo, pdfObjects, pdfPages } from "./typeset/pdf.ts";

const edition = builtEdition();
const options = { withdrawn: new Map(), boundaries: new Map<string, string>(), contact: "contact@example.org" };
const paper = openPapers([edition], options).get(edition.manifest.id)!;
const made = madeOnce(paper);
const order = (subject: Subject, language: Order["language"] = "nl", choices: Choices = {}): Order => ({
  edition: edition.manifest.id,
  subject,
  format: "pdf",
  language,
  choices,
});
const area = (code: string): Subject => ({ kind: "area", area: code });
const drenthe = order(area("VT02"), "nl", { beside: ["VT10", "GM0106"] });
const comparison: Subject = {
  kind: "comparison",
  areas: ["VT02", "VT01", "VT10"],
  indicators: ["reports-received", "advice-started", "reporter-type"].map((indicator) => ({ indicator })),
  form: "rate",
};

/** Words may be broken over lines and cells. */
const letters = (text: string): string => showable(text).replace(/[\s\u00ad-]/g, "");

describe("a book as a PDF", () => {
  test("is the same each time, keeps to PDF/UA-1 and is small", async () => {
    const first = await made(drenthe);
    const again = await makeDocument(paper, drenthe);
    expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true);
    expect(keepsToUa(first)).toBe(true);
    expect(first.length).toBeLessThan(1_500_000);
  });

  test.skipIf(!hasPoppler).each([
    ["a region beside others, in Dutch", drenthe],
    ["the country, in English", order(area("NL01"), "en", { themes: ["size", "outcome"] })],
    ["a province", order(area("PV22"))],
    ["a municipality without tables", order(area("GM0106"), "en", { tables: false })],
  ])("%s: each number is in it, and every page says edition and day (needs poppler)", async (_what, it) => {
    const bytes = await made(it);
    const pages = pdfPages(bytes);
    const asked = askedOf(paper, it);
    const subject = paper.book.area(it.subject.kind === "area" ? it.subject.area : "")!;
    const { figures, pictures } = walkContent(areaBook(asked, subject));
    const all = letters(pages.join("\n"));
    expect(figures.filter(({ text }) => !all.includes(letters(text)))).toEqual([]);
    expect(pictures.some((picture) => picture.table)).toBe(it.choices.tables !== false);
    const info = pdfInfo(bytes);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(new RegExp(`Pages:\\s+${pages.length}\\b`));
    expect(info).toContain(subject.level === "nation" ? "Netherlands" : subject.name);
    const page = it.language === "nl" ? ["Pagina", "van"] : ["Page", "of"];
    pages.forEach((text, i) => {
      expect(letters(text)).toContain(letters(paper.book.id));
      expect(letters(text)).toContain(letters(formatDate(paper.book.date, it.language)));
      expect(text).toContain(`${page[0]} ${i + 1} ${page[1]} ${pages.length}`);
      expect(text).not.toMatch(/OEFEN|PRACTICE|INGETROKKEN|WITHDRAWN/);
    });
    for (const font of pdfFonts(bytes).split("\n").slice(2).filter(Boolean))
      expect(font).toMatch(/^[A-Z]{6}\+SourceSans3-/);
  });

  test("has contents with links, bookmarks, heads of tables, and words for each picture", async () => {
    const it = order(area("VT02"), "nl", { themes: ["reach-veilig-thuis"] });
    const content = areaBook(askedOf(paper, it), paper.book.area("VT02")!);
    const inside = pdfObjects(await makeDocument(paper, it));
    for (const part of ["TOC", "TOCI", "H1", "H2", "Table", "THead", "TH", "TD", "Figure", "Link", "L", "LI"])
      expect(inside).toMatch(new RegExp(`/S /${part}\\b`));
    expect(inside).toContain("/Lang (nl");
    expect(inside).toContain("/Type /Outlines");
    const { pictures } = walkContent(content);
    expect(pictures.length).toBeGreaterThan(5);
    expect((inside.match(/\/S \/Figure\b/g) ?? []).length).toBe(pictures.length);
    expect((inside.match(/\/Alt [(<]/g) ?? []).length).toBeGreaterThanOrEqual(pictures.length);
  });

  test("of a municipality shows on its cover where that lies, but no map that does not have it", async () => {
    const it = order(area("GM0106"), "nl", { themes: ["reach-veilig-thuis"], tables: false });
    const asked = new Set<string>();
    const without: Paper = {
      ...paper,
      book: paper.book,
      map: (name) => {
        asked.add(name);
        const found = paper.map(name);
        return found && { ...found, shapes: found.shapes.filter(({ code }) => code !== "GM0106") };
      },
    };
    const plain = await makeDocument(without, it);
    expect((await made(it)).length).toBeGreaterThan(plain.length + 500);
    expect(asked).toEqual(new Set(["municipalities"]));
  });

  test("leads to every address that the chapter on the method names, without the full stop behind it", async () => {
    const it = order(area("VT02"), "nl", { themes: ["reach-veilig-thuis"] });
    const content = areaBook(askedOf(paper, it), paper.book.area("VT02")!);
    const named = JSON.stringify(content.method).match(/https?:\/\/[^\s"()<>]*[^\s"()<>.,;:]/g) ?? [];
    expect(named.length).toBeGreaterThan(3);
    const inside = pdfObjects(await makeDocument(paper, it));
    const linked = [...inside.matchAll(/\/URI \(([^)]*)\)/g)].map(([, address]) => address);
    expect(new Set(linked)).toEqual(new Set(named));
  });
});

describe.skipIf(!hasPoppler)("marks on every page (needs poppler)", () => {
  const withdrawn = { nl: "Er zat een fout in de telling.", en: "There was a fault in the count." };
  const marked: Paper = { ...paper, book: { ...paper.book, kind: "practice" }, withdrawn };

  test.each([
    ["a book", order(area("GM0106"))],
    ["a comparison", order(comparison)],
    ["a single sheet", order({ kind: "indicator", indicator: "reports-received", area: "VT02" })],
  ])("%s says that its figures are invented and that its edition was withdrawn", async (_what, it) => {
    const pages = pdfPages(await makeDocument(marked, it));
    for (const page of pages) {
      expect(page).toContain("OEFENCIJFERS: verzonnen, niet over een echte regio");
      expect(page).toContain("INGETROKKEN");
      expect(page).toContain("Er zat een fout in de telling.");
      expect(page).toContain("oefeneditie");
    }
  });
});

describe("a single sheet", () => {
  test.skipIf(!hasPoppler)("is one page, and holds its sentence (needs poppler)", async () => {
    for (const { id } of paper.book.indicatorsOf("VT02").slice(0, 5)) {
      const bytes = await makeDocument(paper, order({ kind: "indicator", indicator: id, area: "VT02" }, "en"));
      expect(pdfInfo(bytes)).toMatch(/Pages:\s+1\b/);
      expect(keepsToUa(bytes)).toBe(true);
    }
  });

  test("of what is not there is refused in words", async () => {
    const made = makeDocument(paper, order({ kind: "indicator", indicator: "no-such", area: "VT02" }));
    await expect(made).rejects.toThrow(CannotMake);
    await expect(makeDocument(paper, order(area("XX99")))).rejects.toThrow(CannotMake);
    await expect(makeDocument(paper, order({ ...comparison, areas: [] }))).rejects.toThrow(CannotMake);
  });
});

test("whatever a name, title or sentence holds, the document can be made", async () => {
  const { catalogue, observations, context, manifest } = edition;
  const pieces = [
    "#panic()",
    "\\",
    "]",
    "$x$",
    "</svg>",
    "<!--",
    "&",
    '"',
    "{area}",
    "$&",
    "\u202e",
    "\u0000",
    "\n",
    "漢",
    "عنف",
    "🙂",
    "@a",
    "//",
  ];
  const hostile = fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "grapheme", maxLength: 6 })), { minLength: 1 })
    .map((it) => it.join(""));
  const rewritten = (words: string): Paper => {
    const text = { nl: words, en: words };
    const areas = catalogue.areas.map((it): Area => (it.code === "GM0106" ? { ...it, name: words } : it));
    const indicators = catalogue.indicators.map((it) => ({
      ...it,
      title: text,
      shortTitle: text,
      doesNotSay: [text],
      counts: text,
    }));
    const codelists = catalogue.codelists.map((it) => ({
      ...it,
      title: text,
      codes: it.codes.map((code) => ({ ...code, title: text })),
    }));
    const book = openBook({
      id: manifest.id,
      date: manifest.date,
      kind: "practice",
      observations,
      contextValues: context.values,
      contextSources: context.sources,
      catalogue: { ...catalogue, areas, indicators, codelists },
    });
    return { ...paper, book, withdrawn: text };
  };
  await fc.assert(
    fc.asyncProperty(hostile, async (words) => {
      const bytes = await makeDocument(
        rewritten(words),
        order(area("GM0106"), "nl", { themes: ["reach-veilig-thuis"] }),
      );
      expect(keepsToUa(bytes)).toBe(true);
    }),
    { numRuns: 4, examples: [["\u202e"], [" "]] },
  );
});
