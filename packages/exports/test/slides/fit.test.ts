import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { partsText } from "@impactmonitor/views/statement";
import { blocksHeight, cutTo, fitted, heightOf } from "../../src/slides/fit.ts";
import { linesOf, textWidth } from "../../src/slides/letter-widths.ts";
import { clean, xmlText } from "../../src/slides/xml-text.ts";
import { readXml, textOf } from "./read-office.ts";

const anything = fc.string({ unit: "binary", maxLength: 200 });
const words = fc.array(fc.string({ minLength: 1, maxLength: 40 }), { maxLength: 60 }).map((it) => it.join(" "));
const type = fc.record({ size: fc.integer({ min: 8, max: 40 }), bold: fc.boolean() });

describe("text in lines", () => {
  test("is never wider than its box, and no letter is lost", () => {
    fc.assert(
      fc.property(words, type, fc.double({ min: 1, max: 12, noNaN: true }), (text, how, width) => {
        const lines = linesOf(text, how, width);
        for (const line of lines) expect(textWidth(line, how)).toBeLessThanOrEqual(width);
        expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(/[ \n]/g, ""));
      }),
    );
  });

  test("is as wide as Arial", () => {
    // Advance widths in the font: M 833, i 222, bold M 833, bold i 278 thousandths.
    expect(textWidth("Mi", { size: 72 })).toBeCloseTo(1.055, 6);
    expect(textWidth("Mi", { size: 72, bold: true })).toBeCloseTo(1.111, 6);
  });

  test("that is cut fits and says that it was cut", () => {
    fc.assert(
      fc.property(words, type, (text, how) => {
        const cut = cutTo(text, how, 3, 2);
        expect(cut === text || cut.endsWith("…")).toBe(true);
        expect(heightOf(cut, how, 3)).toBeLessThanOrEqual((2.01 * how.size * 1.2) / 72);
      }),
    );
  });
});

test("blocks fit on their pages, in order, and nothing is left out", () => {
  const block = fc.record({
    heading: fc.string({ maxLength: 30 }),
    lines: fc.array(
      words.map((it) => [it]),
      { minLength: 1, maxLength: 6 },
    ),
  });
  fc.assert(
    fc.property(fc.array(block, { maxLength: 6 }), fc.boolean(), (blocks, bullets) => {
      const box = { w: 4.5, h: 4 };
      const pages = fitted(blocks, [16, 14, 12], box, bullets);
      for (const page of pages)
        expect(blocksHeight(page.blocks, page.size, box.w, bullets)).toBeLessThanOrEqual(box.h + 0.001);
      const said = (all: typeof blocks): string =>
        all
          .flatMap((it) => it.lines.map(partsText))
          .join("")
          .replaceAll(/\s/g, "");
      expect(
        said(
          pages.flatMap((it) =>
            it.blocks.map((one) => ({ heading: one.heading, lines: one.lines.map((line) => [partsText(line)]) })),
          ),
        ),
      ).toBe(said(blocks));
    }),
    { numRuns: 60 },
  );
});

test("any text can stand in XML and comes out as it went in, but for what XML can't hold", () => {
  fc.assert(
    fc.property(anything, (text) => {
      const read = readXml(`<a b="${xmlText(text)}">${xmlText(text)}</a>`);
      expect(textOf(read)).toBe(clean(text).replaceAll(/[\n\t]/g, " "));
      expect(read.attributes["b"]).toBe(clean(text).replaceAll(/[\n\t]/g, " "));
    }),
  );
});
