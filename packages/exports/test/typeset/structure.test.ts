import { describe, expect, test } from "vitest";
import { builtEdition } from "../../../pipeline/test/built-edition.ts";
import { openPapers } from "../../src/documents/open-papers.ts";
import type { Order } from "../../src/documents/order.ts";
import { madeOnce } from "../made-once.ts";
import { hasPoppler, pdfObjects, pdfPages } from "./pdf.ts";
import { readStructure, walk } from "./read-structure.ts";

/*
 * What can be checked of PDF/UA-1 (ISO 14289-1) and of tagged PDF (ISO 32000-1, 14.8) in what an independent reader finds:
 * no checker of the standard can be had where these tests run.
 */
const edition = builtEdition();
const options = { withdrawn: new Map(), boundaries: new Map<string, string>(), contact: "contact@example.org" };
const paper = openPapers([edition], options).get(edition.manifest.id)!;
const made = madeOnce(paper);

const order = (subject: Order["subject"], format: Order["format"], language: Order["language"]): Order => ({
  edition: edition.manifest.id,
  subject,
  format,
  language,
  choices: subject.kind === "area" && format === "pdf" ? { themes: ["reach-veilig-thuis"] } : {},
});
const documents: readonly (readonly [string, Order])[] = [
  ["the book of a region", order({ kind: "area", area: "VT02" }, "pdf", "nl")],
  ["the book of a municipality", order({ kind: "area", area: "GM0106" }, "pdf", "en")],
  [
    "the book of a comparison",
    order(
      { kind: "comparison", areas: ["VT02", "VT01"], indicators: [{ indicator: "reports-received" }], form: "rate" },
      "pdf",
      "en",
    ),
  ],
  ["the sheet of an indicator", order({ kind: "indicator", indicator: "reports-received", area: "VT02" }, "pdf", "nl")],
  ["the sheet for a talk", order({ kind: "area", area: "VT02" }, "talk", "en")],
  ["the yearly report", order({ kind: "report", year: 2025 }, "pdf", "nl")],
];

/** Elements that have words of their own; all others only hold elements together. */
const holdsWords = /^(P|H\d|Lbl|LBody|TH|TD|Caption|Figure|TOCI)$/;

/** Which elements may stand directly in which (ISO 32000-1, 14.8.4.3). */
const inside: Readonly<Record<string, RegExp>> = {
  L: /^LI$/,
  LI: /^(Lbl|LBody)$/,
  TOC: /^(TOCI|TOC)$/,
  Table: /^(Caption|THead|TBody)$/,
  THead: /^TR$/,
  TBody: /^TR$/,
  TR: /^(TH|TD)$/,
};
const letters = (text: string): string => text.replace(/[\s\u00ad-]/g, "");

describe.skipIf(!hasPoppler).each(documents)("the structure of %s (needs poppler)", (_what, it) => {
  let known: ReturnType<typeof readStructure> | undefined;
  const read = async () => [...walk((known ??= readStructure(await made(it))))];

  test("has all words in paragraphs, headings, lists, tables and pictures: two paragraphs never run into one", async () => {
    const loose = (await read()).flatMap(([{ role }, around]) =>
      /^(Span|Link|Reference)$/.test(role) && !around.some((it) => holdsWords.test(it.role)) ? [role] : [],
    );
    expect(loose).toEqual([]);
  });

  test("has headings that begin with the title and skip no level", async () => {
    const levels = (await read()).flatMap(([{ role }]) => (/^H\d$/.test(role) ? [Number(role.slice(1))] : []));
    expect(levels[0]).toBe(1);
    levels.forEach((level, i) => expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1));
  });

  test("has lists, contents and tables of the parts they are made of; heads name their columns, rows are as long", async () => {
    const elements = (await read()).map(([element]) => element);
    const misplaced = elements.flatMap(({ role, kids }) =>
      kids.filter((kid) => !(inside[role] ?? /./).test(kid.role)).map((kid) => `${kid.role} in ${role}`),
    );
    expect(misplaced).toEqual([]);
    const heads = elements.filter(({ role }) => role === "TH");
    expect(heads.filter(({ attributes }) => attributes.Scope !== "/Column")).toEqual([]);
    for (const table of elements.filter(({ role }) => role === "Table")) {
      const rows = [...walk(table)].flatMap(([row]) => (row.role === "TR" ? [row.kids] : []));
      expect(rows.length).toBeGreaterThan(1);
      expect(rows[0]?.every(({ role }) => role === "TH")).toBe(true);
      expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    }
  });

  test("has for each picture its place and words, and for each link what it leads to", async () => {
    const bytes = await made(it);
    const objects = pdfObjects(bytes);
    const figures = (await read()).filter(([{ role }]) => role === "Figure");
    for (const [{ attributes }] of figures) expect(attributes.BBox).toMatch(/^\[[\d. ]+\]$/);
    const described = objects.match(/\/S \/Figure\b[^]*?\/Alt (\(|<)(?!\)|>)/g) ?? [];
    expect(described).toHaveLength(figures.length);
    const links = objects.match(/\/Subtype \/Link\b/g) ?? [];
    expect(objects.match(/\/StructParent \d+/g) ?? []).toHaveLength(links.length);
    expect((await read()).filter(([{ role }]) => role === "Object")).toHaveLength(links.length);
  });

  test("shows its title, says its language, and reads in the order of its pages", async () => {
    const bytes = await made(it);
    const objects = pdfObjects(bytes);
    expect(objects).toMatch(/\/DisplayDocTitle true/);
    expect(objects).toMatch(new RegExp(`/Lang \\(${it.language}`));
    expect(objects).toMatch(/\/Marked true/);
    // Headings that stand first on their page are met in the order of the pages.
    const pages = pdfPages(bytes).map(letters);
    let page = 0;
    for (const [element] of await read()) {
      if (element.role !== "H1") continue;
      const found = pages.findIndex((text, i) => i >= page && text.includes(letters(element.title)));
      expect(found, element.title).toBeGreaterThanOrEqual(page);
      page = found;
    }
  });
});
