import { describe, expect, test } from "vitest";
import type { Language } from "@impactmonitor/model/text";
import type { Meeting } from "@impactmonitor/views/meeting/leaf";
import { partsText } from "@impactmonitor/views/statement";
import { handoutOf } from "../../src/handout/make-handout.ts";
import { areaMeetingIn, book } from "../slides/meeting-book.ts";
import { all, faultsOf, readOffice, textOf, type Element, type Office } from "../slides/read-office.ts";

const made = new Map<string, ReturnType<typeof madeOf>>();

/** The handout of an area, made once. */
function handoutIn(area: string, language: Language) {
  const key = `${area} ${language}`;
  const known = made.get(key) ?? madeOf(areaMeetingIn(area, language));
  made.set(key, known);
  return known;
}

async function madeOf(meeting: Meeting) {
  const bytes = await handoutOf(meeting);
  return { meeting, bytes, office: readOffice(bytes) };
}

const styleOf = (it: Element): string => all(it, "w:pStyle")[0]?.attributes["w:val"] ?? "";
const wordsOf = (it: Element): string => all(it, "w:t").map(textOf).join("");
const paragraphs = (office: Office, part = "word/document.xml"): Element[] => all(office.xml(part), "w:p");

describe.each([
  ["VT02", "nl"],
  ["GM1680", "en"],
] as const)("the handout of %s in %s", (area, language) => {
  test("is a sound package of Office, with its title, its language and the day of the edition", async () => {
    const { office, meeting } = await handoutIn(area, language);
    expect(faultsOf(office)).toEqual([]);
    const core = office.xml("docProps/core.xml");
    expect(textOf(all(core, "dc:title")[0]!)).toBe(meeting.title);
    expect(textOf(all(core, "dcterms:created")[0]!)).toBe(`${book().date}T00:00:00Z`);
    const lang = all(office.xml("word/styles.xml"), "w:lang").map((it) => it.attributes["w:val"]);
    expect(new Set(lang)).toEqual(new Set([language === "nl" ? "nl-NL" : "en-GB"]));
  });

  test("has a heading for each page of the meeting and each sentence that belongs to a figure", async () => {
    const { office, meeting } = await handoutIn(area, language);
    const found = paragraphs(office);
    const headings = found.filter((it) => /^(Title|Heading\d)$/.test(styleOf(it))).map(wordsOf);
    expect(headings).toHaveLength(meeting.leaves.length);
    for (const leaf of meeting.leaves.slice(1)) expect(headings).toContain(partsText(leaf.title));
    const words = found.map(wordsOf);
    const blocks = meeting.leaves.flatMap((it) => (it.kind === "message" ? it.full : []));
    for (const block of blocks) expect(words).toContain(block.lines.map(partsText).join(" "));
  });

  test("has tables with a head on each page and every cell of the view", async () => {
    const { office, meeting } = await handoutIn(area, language);
    const tables = all(office.xml("word/document.xml"), "w:tbl").filter((it) => all(it, "w:tblHeader").length > 0);
    const leaves = meeting.leaves.flatMap((it) => (it.kind === "table" ? [it] : []));
    expect(tables).toHaveLength(leaves.length);
    for (const [i, leaf] of leaves.entries()) {
      const { head, rows } = leaf.full ?? leaf;
      const cells = all(tables[i]!, "w:tr").map((row) => all(row, "w:tc").map(wordsOf));
      const empty = Array.from({ length: leaf.empty }, () => head.map(() => ""));
      expect(cells).toEqual([[...head], ...rows.map((row) => row.map(partsText)), ...empty]);
    }
  });

  test("has each chart as lines and as a picture, with all its values in words", async () => {
    const { office, meeting } = await handoutIn(area, language);
    const pictures = meeting.leaves.flatMap((it) => (it.kind === "message" && it.picture ? [it.picture] : []));
    const said = all(office.xml("word/document.xml"), "wp:docPr");
    expect(said.map((it) => it.attributes["descr"])).toEqual(pictures.map((it) => it.alternative));
    expect(new Set(said.map((it) => it.attributes["id"])).size).toBe(said.length);
    for (const ending of ["svg", "png"])
      expect(office.names.filter((it) => it.endsWith(`.${ending}`))).toHaveLength(pictures.length);
  });

  test("says on each page of which edition it is, and on which page one is", async () => {
    const { office, meeting } = await handoutIn(area, language);
    const foot = office.names.find((it) => /^word\/footer\d*\.xml$/.test(it))!;
    expect(wordsOf(office.xml(foot))).toContain(meeting.edition);
    expect(all(office.xml(foot), "w:instrText").map(textOf)).toEqual(["PAGE", "NUMPAGES"]);
  });
});

test("the same meeting gives the same bytes", async () => {
  const { meeting, bytes } = await handoutIn("VT02", "nl");
  expect(Buffer.compare(Buffer.from(await handoutOf(meeting)), Buffer.from(bytes))).toBe(0);
});

test("invented figures are marked on each page and in each picture", async () => {
  const meeting = areaMeetingIn("VT02", "nl", { book: { ...book(), kind: "practice" } });
  const office = readOffice(await handoutOf(meeting));
  const head = office.names.find((it) => /^word\/header\d*\.xml$/.test(it))!;
  expect(meeting.practice).toMatch(/OEFENCIJFERS/);
  expect(wordsOf(office.xml(head))).toContain(meeting.practice);
  for (const name of office.names.filter((it) => it.endsWith(".svg")))
    expect(textOf(office.xml(name))).toContain(meeting.practice);
});
