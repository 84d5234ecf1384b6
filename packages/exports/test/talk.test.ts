import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { languages } from "@impactmonitor/model/text";
import { partsText } from "@impactmonitor/views/statement";
import { areaView } from "@impactmonitor/views/area-view";
import { practiceWords } from "@impactmonitor/views/practice-words";
import { talkSheet } from "@impactmonitor/views/talk-sheet";
import { builtEdition } from "../../pipeline/test/built-edition.ts";
import { CannotMake, makeDocument, type Paper } from "../src/documents/make-document.ts";
import { openPapers } from "../src/documents/open-papers.ts";
import type { Order } from "../src/documents/order.ts";

const edition = builtEdition();
const options = { withdrawn: new Map(), boundaries: new Map<string, string>(), contact: "contact@example.org" };
const { id } = edition.manifest;
const paper = openPapers([edition], options).get(id)!;
const { book } = paper;
const order = (area: string, language: Order["language"] = "nl"): Order => ({
  edition: id,
  subject: { kind: "area", area },
  format: "talk",
  language,
  choices: {},
});
const drenthe = book.areaBySlug("vt-region", "drenthe")!;
const folder = mkdtempSync(join(tmpdir(), "talk-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tools = ["pdftotext", "pdfinfo"].every((it) => {
  try {
    execFileSync(it, ["-v"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
});
const read = (bytes: Uint8Array, tool: "pdftotext" | "pdfinfo"): string => {
  const file = join(folder, "sheet.pdf");
  writeFileSync(file, bytes);
  return execFileSync(tool, tool === "pdftotext" ? ["-layout", file, "-"] : [file], { encoding: "utf8" });
};

test("for every area with figures there is a sheet of at most four, one of each theme first, in both languages", () => {
  for (const area of [
    ...book.areasAt("vt-region", book.date),
    ...book.areasAt("province", book.date),
    book.area("NL01")!,
  ])
    for (const language of languages) {
      const rows = areaView(book, area, language).themes.flatMap((it) => it.rows);
      const sheet = talkSheet(book, area, language);
      const figures = sheet?.figures ?? [];
      const known = rows.filter((it) => !("absent" in it.shown.cell));
      expect(figures.length).toBe(Math.min(4, known.length));
      for (const it of figures) {
        const row = rows.find((one) => one.indicator.id === it.indicator)!;
        expect(partsText(it.said[0]!.parts)).toBe(partsText(row.statement));
        expect(it.limit).not.toBe("");
      }
      const themes = figures.map((it) => book.indicators.get(it.indicator)!.theme);
      const all = new Set(known.map((it) => it.indicator.theme));
      expect(new Set(themes).size).toBe(Math.min(4, all.size));
      expect(sheet?.ask.questions.length ?? 3).toBeGreaterThan(2);
    }
});

test("the same order gives the same bytes, another area others; an area without figures is said to have none", async () => {
  const [one, again] = [await makeDocument(paper, order(drenthe.code)), await makeDocument(paper, order(drenthe.code))];
  expect(Buffer.from(one).equals(Buffer.from(again))).toBe(true);
  const empty = book.catalogue.areas.find((it) => book.indicatorsOf(it.code).length === 0)!;
  await expect(makeDocument(paper, order(empty.code))).rejects.toThrow(CannotMake);
});

test.skipIf(!tools)(
  "one tagged page with every sentence on it, its edition and source; practice figures and a withdrawn edition say so (needs poppler)",
  async () => {
    const practice: Paper = {
      ...paper,
      book: { ...book, kind: "practice" },
      withdrawn: { nl: "Fout geteld.", en: "Miscounted." },
    };
    for (const it of [paper, practice]) {
      const bytes = await makeDocument(it, order(drenthe.code));
      const info = read(bytes, "pdfinfo");
      expect(info).toMatch(/Pages:\s+1\n/);
      expect(info).toMatch(/Tagged:\s+yes/);
      expect(info).toMatch(/Title:\s+Drenthe: herkennen wij dit\?/);
      const flat = (words: string): string => words.replace(/-?\s+/g, "").replaceAll("-", "");
      const text = flat(read(bytes, "pdftotext"));
      for (const figure of talkSheet(it.book, drenthe, "nl")!.figures)
        for (const sentence of figure.said) expect(text).toContain(flat(partsText(sentence.parts)).slice(0, 30));
      expect(text).toContain(flat(`editie ${id}`));
      expect(text.includes(flat(practiceWords.band.nl))).toBe(it === practice);
      expect(text.includes(flat("Fout geteld."))).toBe(it === practice);
    }
  },
);
