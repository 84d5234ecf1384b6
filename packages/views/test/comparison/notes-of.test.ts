import { describe, expect, test } from "vitest";
import { areaNoteSchema, type AreaNote } from "@impactmonitor/model/area-note";
import { areaCode } from "@impactmonitor/model/id";
import { languages } from "@impactmonitor/model/text";
import { builtBook } from "../../../pipeline/test/built-edition.ts";
import { noteInPractice, noteLine, noteScope, notesOf, notesOn } from "../../src/comparison/notes-of.ts";
import { regions, sampleArea, sampleBook } from "../sample-book.ts";

const note = (more: Readonly<Record<string, unknown>> = {}): AreaNote =>
  areaNoteSchema.parse({
    id: "all-recorded",
    areas: ["VT01"],
    indicators: ["reports-received"],
    from: "2020-07-01",
    until: "2021-12-31",
    text: { nl: "Alles wordt vastgelegd.", en: "Everything is recorded." },
    source: { title: "A report", url: "https://example.org/report" },
    author: { nl: "de redactie", en: "the editors" },
    written: "2026-11-22",
    ...more,
  });
const town = sampleArea("GM0001", "municipality", "Town");
const bookOf = (...notes: AreaNote[]) =>
  sampleBook({
    notes,
    areas: [...regions, town],
    memberships: [
      { municipality: town.code, year: 2019, region: areaCode("VT02"), province: areaCode("PV01") },
      { municipality: town.code, year: 2021, region: areaCode("VT01"), province: areaCode("PV01") },
    ],
  });
const asked = { area: "VT01", indicator: "reports-received", periods: ["2021"] };

describe("a note belongs to a figure", () => {
  test.each([
    ["of its area, indicator and time", {}, {}, true],
    ["of another area", {}, { area: "VT02" }, false],
    ["of the nation, of which the area is a part", {}, { area: "NL01" }, false],
    ["of another indicator", {}, { indicator: "advice-started" }, false],
    ["of any indicator, when it names none", { indicators: [] }, { indicator: "advice-started" }, true],
    ["of a period before it", {}, { periods: ["2020H1"] }, false],
    ["of a period that it begins in", {}, { periods: ["2020"] }, true],
    ["of a period after it", {}, { periods: ["2022H1"] }, false],
    ["of a later period, while it has no end", { until: undefined }, { periods: ["2030"] }, true],
    ["of a series of which one period is its own", {}, { periods: ["2018", "2019", "2021", "2023"] }, true],
    ["of a municipality that lay in the region then", {}, { area: "GM0001" }, true],
    ["of a municipality that lay elsewhere then", { areas: ["VT02"] }, { area: "GM0001" }, false],
  ] as const)("%s: %j %j %s", (_, more, figure, belongs) => {
    expect(notesOf(bookOf(note(more)), { ...asked, ...figure })).toHaveLength(belongs ? 1 : 0);
  });

  test("and all notes of an area, also of a region around it, are on its page", () => {
    const book = bookOf(note(), note({ id: "other", areas: ["VT02"] }));
    expect(notesOn(book, town).map((it) => it.id)).toEqual(["all-recorded"]);
    expect(notesOn(book, regions[1]!).map((it) => it.id)).toEqual(["other"]);
  });
});

describe("a note in words", () => {
  test("says of where and when, and who says so", () => {
    const book = bookOf(note());
    expect(noteScope(book, note(), "nl")).toBe("Region 1, cijfers van 1 juli 2020 tot en met 31 december 2021");
    expect(noteScope(book, note({ until: undefined }), "en")).toBe("Region 1, figures from 1 July 2020 on");
    expect(noteLine(book, note(), "en")).toBe("Everything is recorded. (Source: A report, https://example.org/report)");
  });

  test("beside a practice figure says that it is about the real ones", () => {
    const book = { ...bookOf(note()), kind: "practice" as const };
    for (const language of languages) expect(noteLine(book, note(), language)).toContain(noteInPractice[language]);
  });
});

test("the committed notes have a source of their own, claim no cause, and one reaches a published figure", () => {
  const book = builtBook();
  expect(book.catalogue.notes.length).toBeGreaterThan(2);
  for (const it of book.catalogue.notes)
    expect(`${it.text.nl} ${it.text.en}`).not.toMatch(/doordat|dankzij|because|thanks to|\bbeter\b|\bworse\b/);
  const reached = notesOf(book, { area: "VT06", indicator: "advice-seeker-role", periods: ["2023"] });
  expect(reached.map((it) => it.id)).toEqual(["gelderland-zuid-all-advice-recorded"]);
});
