import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cellText,
  harmless,
  mostInCell,
  readable,
  sheetNames,
  unharmed,
  workbookText,
  xmlText,
} from "../../src/sheets/plain-text.ts";
import { sharedTexts } from "./read-xml.ts";

/** Any code units at all, and often what a spreadsheet takes for the beginning of a formula. */
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc
    .tuple(fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", "'", "''=", " =", "＝", "_x0041_"), fc.string())
    .map(([first, rest]) => first + rest),
);

describe("a text that is made harmless", () => {
  test.each(["=1+1", "+1", "-1+1", "@A1", "\t=1", "\r=1", " =1", "＝1", "'=1", "''=1"])(
    "%j gets an apostrophe",
    (text) => {
      expect(harmless(text)).toBe(`'${text}`);
    },
  );

  test.each(["", "1105", "politie", "'s-Gravenhage", "a=b", "16-24", "‘=’"])("%j stays as it is", (text) => {
    expect(harmless(text)).toBe(text);
  });

  test("begins with no sign of a formula and can be taken back", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(harmless(text)).not.toMatch(/^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/u);
        expect(unharmed(harmless(text))).toBe(text);
      }),
    );
  });
});

describe("the text of a cell", () => {
  test("is whole characters that XML allows, and fits", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 40_000 }), (text, times) => {
        const cell = cellText(text.repeat(Math.min(times, Math.ceil(40_000 / Math.max(text.length, 1)))));
        expect(cell.length).toBeLessThanOrEqual(mostInCell);
        expect(cell.isWellFormed()).toBe(true);
        expect(readable(cell)).toBe(cell);
      }),
      { numRuns: 50 },
    );
  });

  test("that is too long is cut between characters and says so", () => {
    expect(cellText("😀".repeat(20_000))).toBe(`${"😀".repeat(16_383)}…`);
    expect(cellText(`a${"😀".repeat(20_000)}`)).toBe(`a${"😀".repeat(16_382)}…`);
  });

  test("comes back from a workbook as it was", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = readable(text);
        expect(sharedTexts(`<si><t xml:space="preserve">${workbookText(clean)}</t></si>`)).toEqual([clean]);
      }),
    );
  });

  test("in an attribute ends nothing", () => {
    expect(xmlText(`<a "b" & 'c'>\n`)).toBe("&lt;a &quot;b&quot; &amp; 'c'&gt;&#10;");
  });
});

describe("names of sheets", () => {
  test("keep the rules of Excel, whatever they are made from", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyText, fc.constantFrom("Cijfers", "CIJFERS", "History", "'", "")), { maxLength: 12 }),
        (names) => {
          const written = sheetNames(names);
          expect(written).toHaveLength(names.length);
          expect(new Set(written.map((it) => it.toLowerCase())).size).toBe(names.length);
          for (const name of written) {
            expect(name.length).toBeGreaterThan(0);
            expect(name.length).toBeLessThanOrEqual(31);
            expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$|^history$/iu);
            expect(name.isWellFormed()).toBe(true);
          }
        },
      ),
    );
  });

  test("that are the same get a number", () => {
    expect(sheetNames(["Cijfers", "cijfers", "Cijfers"])).toEqual(["Cijfers", "cijfers 2", "Cijfers 3"]);
  });
});
