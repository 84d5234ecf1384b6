import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { levels } from "@impactmonitor/model/area";
import { absences, marks } from "@impactmonitor/model/cell";
import { languages } from "@impactmonitor/model/text";
import { builtEdition, root } from "../../pipeline/test/built-edition.ts";
import { absenceExplanation, absenceLabel, absenceSymbol } from "../src/absence-words.ts";
import { areaLabel, areaPhrase, levelName, levelNames } from "../src/area-words.ts";
import { markExplanation, markLabel, markSymbol, marksInWords, signLegend } from "../src/mark-words.ts";
import { nation, sampleArea } from "./sample-book.ts";

describe("an area in a sentence", () => {
  test.each([
    [nation, "in Nederland", "in the Netherlands"],
    [
      sampleArea("LD01", "landsdeel", "Noord-Nederland"),
      "in Noord-Nederland",
      "in the Noord-Nederland part of the country",
    ],
    [sampleArea("PV22", "province", "Drenthe"), "in de provincie Drenthe", "in the province of Drenthe"],
    [sampleArea("VT02", "vt-region", "Drenthe"), "in de regio Drenthe", "in the region of Drenthe"],
    [
      sampleArea("CR01", "corop", "Oost-Groningen"),
      "in het COROP-gebied Oost-Groningen",
      "in the COROP area Oost-Groningen",
    ],
    [
      sampleArea("GM0080", "municipality", "Leeuwarden"),
      "in de gemeente Leeuwarden",
      "in the municipality of Leeuwarden",
    ],
  ])("is said with its kind, so that province and region are told apart", (area, nl, en) => {
    expect(areaPhrase(area, "nl")).toBe(nl);
    expect(areaPhrase(area, "en")).toBe(en);
  });

  test("of the catalogue has a phrase and a label of its own within each level", () => {
    const { areas, equalTerritories } = builtEdition().catalogue;
    expect(equalTerritories.length).toBeGreaterThan(0);
    for (const language of languages)
      for (const say of [areaPhrase, areaLabel]) {
        const said = new Map<string, string>();
        for (const it of areas) {
          const words = say(it, language);
          expect(words).toMatch(/^\S(.*\S)?$/);
          const key = `${it.level}/${words}`;
          expect(said.get(key) ?? it.code, key).toBe(it.code);
          said.set(key, it.code);
        }
      }
  });

  test.each(levels)("at level %s has a name for one and for many", (level) => {
    for (const text of [levelName(level), levelNames(level)])
      for (const language of languages) expect(text[language]).not.toBe("");
  });
});

describe("a reason for having no value", () => {
  test.each(absences)("%s is explained in both languages, in a sentence", (reason) => {
    for (const language of languages) {
      expect(absenceLabel(reason)[language]).not.toBe("");
      expect(absenceExplanation(reason)[language]).toMatch(/^[A-Z].*\.$/);
    }
  });

  test("has a sign that no other reason has", () => {
    expect(new Set(absences.map(absenceSymbol)).size).toBe(absences.length);
  });
});

describe("a mark", () => {
  test("has a sign that no other mark and no missing value has", () => {
    const signs = [...marks.map(markSymbol), ...absences.map(absenceSymbol)];
    expect(new Set(signs).size).toBe(signs.length);
    for (const sign of marks.map(markSymbol)) expect(sign).not.toMatch(/[\d\p{L}%]/u);
  });

  test.each(languages)("is explained with its sign on the page about reading figures, in %s", (language) => {
    const page = readFileSync(join(root, `catalogue/pages/reading-figures.${language}.md`), "utf8");
    for (const mark of marks) expect(page).toContain(`\`${markSymbol(mark)}\` ${markLabel(mark)[language]}:`);
  });

  test("is named once and in one order, whatever the order in the source; a gap has none", () => {
    const cell = { value: 1, marks: ["rounded", "estimate", "rounded"] as const };
    expect(marksInWords(cell, "nl")).toBe("schatting, afgerond");
    expect(signLegend([cell, { value: 2, marks: ["provisional"] }], "en")).toEqual([
      "* provisional",
      "≈ estimate",
      "◊ rounded",
    ]);
    expect(signLegend([{ absent: "not-yet" }], "nl")).toEqual([]);
  });

  test.each(marks)("%s is explained in both languages, in a sentence", (mark) => {
    for (const language of languages) {
      expect(markLabel(mark)[language]).not.toBe("");
      expect(markExplanation(mark)[language]).toMatch(/^[A-Z].*\.$/);
    }
  });
});
