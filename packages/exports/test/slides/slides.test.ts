import { describe, expect, test } from "vitest";
import { languages, type Language } from "@impactmonitor/model/text";
import type { Meeting, MessageLeaf } from "@impactmonitor/views/meeting/leaf";
import { partsText } from "@impactmonitor/views/statement";
import { plotted, type Plotted } from "../../src/slides/plotted.ts";
import { linesOf } from "../../src/slides/letter-widths.ts";
import { slidesOf } from "../../src/slides/make-slides.ts";
import { areaMeetingIn, book, meeting } from "./meeting-book.ts";
import { all, faultsOf, readOffice, textOf, type Element, type Office } from "./read-office.ts";

const made = new Map<string, ReturnType<typeof madeOf>>();

/** Slides of an area, made once. */
function slidesIn(area: string, language: Language) {
  const key = `${area} ${language}`;
  const known = made.get(key) ?? madeOf(areaMeetingIn(area, language));
  made.set(key, known);
  return known;
}

async function madeOf(meeting: Meeting) {
  const bytes = await slidesOf(meeting);
  return { meeting, bytes, office: readOffice(bytes) };
}

const slideNames = (office: Office): string[] =>
  office.names
    .filter((it) => /^ppt\/slides\/slide\d+\.xml$/.test(it))
    .sort((a, b) => Number(/\d+/.exec(a)![0]) - Number(/\d+/.exec(b)![0]));

const paragraphsOf = (it: Element): string[] =>
  all(it, "a:p").map((paragraph) => all(paragraph, "a:t").map(textOf).join(""));

const titleOf = (slide: Element): string => {
  const shape = all(slide, "p:sp").find((it) => all(it, "p:ph").some((place) => place.attributes["type"] === "title"));
  return shape ? paragraphsOf(shape).join(" ") : "";
};

const messages = (it: Meeting): readonly MessageLeaf[] =>
  it.leaves.flatMap((leaf) => (leaf.kind === "message" ? [leaf] : []));

const charts = (it: Meeting): readonly Plotted[] =>
  messages(it).flatMap((leaf) => (leaf.picture ? [plotted(leaf.picture, it.language)] : []));

describe.each([
  ["NL01", "nl"],
  ["VT02", "en"],
  ["GM1680", "nl"],
] as const)("slides of %s in %s", (area, language) => {
  test("are a sound package of Office", async () => {
    const { office } = await slidesIn(area, language);
    expect(faultsOf(office)).toEqual([]);
    for (const name of slideNames(office)) {
      const ids = all(office.xml(name), "p:cNvPr").map((it) => it.attributes["id"]);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test("have a title each, no two the same, and every leaf has its slide", async () => {
    const { office, meeting } = await slidesIn(area, language);
    const titles = slideNames(office).map((it) => titleOf(office.xml(it)));
    expect(titles.every((it) => it !== "")).toBe(true);
    expect(new Set(titles).size).toBe(titles.length);
    for (const leaf of messages(meeting)) expect(titles).toContain(partsText(leaf.title));
  });

  test("say on each slide itself of which edition and day it is, and from which source", async () => {
    const { office, meeting } = await slidesIn(area, language);
    for (const name of slideNames(office)) {
      const words = paragraphsOf(office.xml(name)).join("\n");
      expect(words).toContain(book().id);
      expect(words).toContain(meeting.edition.split(", ").at(-1));
    }
    for (const leaf of messages(meeting)) {
      const slide = slideNames(office).find((it) => titleOf(office.xml(it)) === partsText(leaf.title));
      expect(paragraphsOf(office.xml(slide!))).toContain(leaf.source);
    }
  });

  test("have no words outside their boxes, and no box outside the slide", async () => {
    const { office } = await slidesIn(area, language);
    let seen = 0;
    for (const name of slideNames(office))
      for (const shape of all(office.xml(name), "p:sp")) {
        const room = boxOf(shape);
        expect(room.x >= 0 && room.y >= 0 && room.x + room.w <= 13.34 && room.y + room.h <= 7.51, name).toBe(true);
        expect(textHeight(shape, room.w), wordsIn(shape)).toBeLessThanOrEqual(room.h + 0.05);
        seen++;
      }
    expect(seen).toBeGreaterThan(40);
  });

  test("hold native charts of which every number is that of the view", async () => {
    const { office, meeting } = await slidesIn(area, language);
    const names = office.names.filter((it) => /^ppt\/charts\/chart\d+\.xml$/.test(it));
    const shown = charts(meeting);
    expect(names).toHaveLength(shown.length);
    for (const [i, it] of shown.entries()) {
      const chart = office.xml(`ppt/charts/chart${i + 1}.xml`);
      const series = all(chart, "c:ser").map((one) =>
        all(all(one, "c:val")[0]!, "c:pt").map((pt) => [
          Number(pt.attributes["idx"]),
          Number(textOf(all(pt, "c:v")[0]!)),
          pt.attributes["formatCode"],
        ]),
      );
      const expected = it.series.map((one) =>
        one.points.flatMap((point, at) => (point ? [[at, point.value, point.format]] : [])),
      );
      expect(series).toEqual(expected);
      expect(sheetOf(office, i + 1)).toEqual(expected.map((points) => points.map(([at, value]) => [at, value])));
    }
  });

  test("can be heard: words have a language, charts and tables say what they are", async () => {
    const { office, meeting } = await slidesIn(area, language);
    const lang = language === "nl" ? "nl-NL" : "en-GB";
    for (const name of office.names.filter((it) => /^ppt\/(slides|notesSlides|charts)\/[^/]*\.xml$/.test(it))) {
      const found = [...all(office.xml(name), "a:rPr"), ...all(office.xml(name), "a:endParaRPr")];
      const words = found.filter((it) => it.name === "a:rPr");
      expect(new Set(words.map((it) => it.attributes["lang"] ?? lang))).toEqual(new Set([lang]));
      expect(words.every((it) => it.attributes["lang"] === lang)).toBe(true);
    }
    const said = slideNames(office).flatMap((it) =>
      all(office.xml(it), "p:graphicFrame").map((frame) => all(frame, "p:cNvPr")[0]!.attributes["descr"]),
    );
    expect(said.every((it) => it !== undefined && it.length > 10)).toBe(true);
    for (const name of slideNames(office)) {
      const slide = office.xml(name);
      const tables = all(slide, "p:graphicFrame").filter((it) => all(it, "a:tbl").length > 0);
      for (const it of tables) expect(all(it, "p:cNvPr")[0]!.attributes["descr"]).toContain(titleOf(slide));
    }
    const pictures = messages(meeting).flatMap((it) => it.picture ?? []);
    for (const it of pictures) expect(said).toContain(it.alternative);
  });

  test("have notes with the whole story, what is counted and the source", async () => {
    const { office, meeting } = await slidesIn(area, language);
    const notes = slideNames(office).map((it) =>
      paragraphsOf(office.xml(it.replace("slides/slide", "notesSlides/notesSlide"))),
    );
    for (const leaf of messages(meeting)) {
      const at = slideNames(office).findIndex((it) => titleOf(office.xml(it)) === partsText(leaf.title));
      expect(notes[at]).toEqual(expect.arrayContaining([...leaf.notes, leaf.source]));
    }
  });
});

const inch = (it: Element | undefined, name: string): number => Number(it?.attributes[name] ?? 0) / 914_400;

/** Where a shape stands, in inches. */
function boxOf(shape: Element) {
  const [place, size] = [all(shape, "a:off")[0], all(shape, "a:ext")[0]];
  return { x: inch(place, "x"), y: inch(place, "y"), w: inch(size, "cx"), h: inch(size, "cy") };
}

const wordsIn = (it: Element): string => paragraphsOf(it).join(" ");

/** How high the text of a shape is when it is set in Arial, with the room between its paragraphs. */
const textHeight = (shape: Element, width: number): number =>
  all(shape, "a:p")
    .filter((it) => all(it, "a:t").length > 0)
    .reduce((sum, it) => {
      const run = all(it, "a:rPr")[0];
      const size = Number(run?.attributes["sz"] ?? 900) / 100;
      const left = inch(all(it, "a:pPr")[0], "marL");
      const lines = linesOf(
        wordsIn({ ...it, children: [it] }),
        { size, bold: run?.attributes["b"] === "1" },
        width - left,
      );
      const after = Number(all(it, "a:spcAft").flatMap((gap) => all(gap, "a:spcPts"))[0]?.attributes["val"] ?? 0);
      const before = Number(all(it, "a:spcBef").flatMap((gap) => all(gap, "a:spcPts"))[0]?.attributes["val"] ?? 0);
      return sum + (lines.length * size * 1.2 + (before + after) / 100) / 72;
    }, 0);

/** The numbers in the sheet behind a chart, a list for each series. */
function sheetOf(office: Office, number: number): (readonly [number, number])[][] {
  const sheet = readOffice(office.bytes(`ppt/embeddings/Microsoft_Excel_Worksheet${number}.xlsx`));
  expect(faultsOf(sheet)).toEqual([]);
  const lists: (readonly [number, number])[][] = [];
  for (const row of all(sheet.xml("xl/worksheets/sheet1.xml"), "row").slice(1))
    for (const cell of all(row, "c")) {
      const column = cell.attributes["r"]!.charCodeAt(0) - 66;
      if (column < 0) continue;
      (lists[column] ??= []).push([Number(row.attributes["r"]) - 2, Number(textOf(all(cell, "v")[0]!))]);
    }
  return lists;
}

test("the same meeting gives the same bytes", async () => {
  const { meeting, bytes } = await slidesIn("VT02", "en");
  expect(Buffer.compare(Buffer.from(await slidesOf(meeting)), Buffer.from(bytes))).toBe(0);
});

test("invented and withdrawn figures are marked on each slide, in each chart, its sheet and the notes", async () => {
  const of = areaMeetingIn("VT02", "nl", {
    book: { ...book(), kind: "practice" },
    withdrawn: { nl: "Een fout in <een> bron.", en: "A mistake in <one> source." },
  });
  const office = readOffice(await slidesOf(of));
  expect(of.practice).toMatch(/OEFENCIJFERS/);
  const names = office.names.filter((it) =>
    /^ppt\/(slides\/slide|notesSlides\/notesSlide|charts\/chart)\d+\.xml$/.test(it),
  );
  for (const name of names) {
    const words = paragraphsOf(office.xml(name)).join("\n");
    expect(words, name).toContain(of.practice);
  }
  for (const name of names.filter((it) => !it.includes("charts")))
    expect(paragraphsOf(office.xml(name)).join("\n"), name).toContain("<een> bron");
  const sheet = readOffice(office.bytes("ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx"));
  expect(textOf(sheet.xml("xl/worksheets/sheet1.xml"))).toContain(of.practice);
});

test("a comparison has a slide for each figure and one with all areas, by name and not by height", async () => {
  const areas = ["VT02", "VT13", "VT01"];
  const indicators = ["reports-received", "advice-started"].map((indicator) => ({ indicator }));
  for (const language of languages) {
    const of = meeting({ kind: "comparison", areas, indicators, form: "rate" }, language);
    const office = readOffice(await slidesOf(of));
    expect(faultsOf(office)).toEqual([]);
    expect(messages(of)).toHaveLength(2);
    const tables = slideNames(office).flatMap((it) => all(office.xml(it), "a:tbl"));
    const heads = tables.map((it) => paragraphsOf(all(it, "a:tr")[0]!));
    const names = [areas[0]!, ...areas.slice(1).sort((a, b) => (book().area(a)!.name < book().area(b)!.name ? -1 : 1))];
    expect(heads.map((it) => it.slice(1, -1))).toContainEqual(names.map((it) => book().area(it)!.name));
    expect(tables.every((it) => all(it, "a:tblPr")[0]!.attributes["firstRow"] === "1")).toBe(true);
  }
});
