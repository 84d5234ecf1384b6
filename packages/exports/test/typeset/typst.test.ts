import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { showable } from "../../src/typeset/showable.ts";
import { TypesetError, typeset } from "../../src/typeset/typst.ts";
import { hasPoppler, keepsToUa, pdfFonts, pdfInfo, pdfPages } from "./pdf.ts";

const date = "2026-11-22";
const source = `#import "/sheet.typ": *
#let data = json("/data.json")
#show: sheet.with(data.paper)
= #data.title
#data.text
#figures-table(data.table)
#chart(data.chart)
`;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 20"><text x="1" y="15" font-family="'Source Sans 3'">80 ▲</text></svg>`;
const paper = {
  language: "nl",
  title: "Proef",
  author: "Impactmonitor",
  date,
  bands: [{ words: "OEFENCIJFERS", kind: "practice" }],
  foot: "Impactmonitor, editie 2026-11",
  page: "Pagina",
  of: "van",
};
const withText = (text: string): Uint8Array =>
  typeset(
    source,
    {
      "data.json": {
        paper: { ...paper, title: `${text} .`, foot: text },
        title: `${text} .`,
        text,
        table: { caption: text, head: ["Gebied", text], rows: [[text, "1"]] },
        chart: { file: "/a.svg", alt: `${text} .`, title: text, unit: text, notes: [text] },
      },
      "a.svg": svg,
    },
    { date },
  );

describe("typesetting", () => {
  test("a document keeps to PDF/UA-1 and is the same each time", () => {
    const first = withText("Een regio");
    expect(keepsToUa(first)).toBe(true);
    expect(Buffer.from(withText("Iets anders")).equals(Buffer.from(first))).toBe(false);
    expect(Buffer.from(withText("Een regio")).equals(Buffer.from(first))).toBe(true);
  });

  test.skipIf(!hasPoppler)("it says its title, is tagged, and holds one typeface only", () => {
    const bytes = withText("Een regio");
    expect(pdfInfo(bytes)).toMatch(/Title:\s+Een regio/);
    expect(pdfInfo(bytes)).toMatch(/Tagged:\s+yes/);
    expect(pdfInfo(bytes)).toMatch(/CreationDate:\s+Sun Nov 22 \d\d:00:00 2026/);
    const fonts = pdfFonts(bytes).split("\n").slice(2).filter(Boolean);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+SourceSans3-/);
    expect(pdfPages(bytes)[0]).toContain("OEFENCIJFERS");
    expect(pdfPages(bytes)[0]).toMatch(/Pagina 1 van 1/);
  });

  test.each([
    ["a typeface that isn't there", `#set document(title: "x")\n#set text(font: "Nope")\nx`, /unknown font/],
    ["a picture without words", `#set document(title: "x")\n= x\n#image("/a.svg")`, /alt/],
    ["no title", "= x", /title/],
    ["a heading that skips a level", `#set document(title: "x")\n= x\n=== y`, /level/],
    ["a file of the machine", `#read("/etc/hostname")`, /not found/],
  ])("%s is a failure", (_what, text, why) => {
    expect(() => typeset(text, { "a.svg": svg }, { date })).toThrow(TypesetError);
    expect(() => typeset(text, { "a.svg": svg }, { date })).toThrow(why);
  });

  test("whatever a name or text holds, it can be set", () => {
    const hostile = [
      "#panic()",
      "\\",
      "]",
      "$x$",
      "*",
      "_",
      "`",
      "<a>",
      "@a",
      "//",
      "/*",
      "\u202e",
      "\u0000",
      "\n",
      "漢",
      "ش",
      "🙂",
    ];
    const text = fc.array(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: "grapheme", maxLength: 8 })));
    fc.assert(
      fc.property(text, (parts) => {
        expect(keepsToUa(withText(parts.join("")))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test.skipIf(!hasPoppler)("markup in data is text", () => {
    expect(pdfPages(withText("#panic() $x$ *y* <z> \\"))[0]).toContain("#panic() $x$ *y* <z> \\");
  });

  test("what the typeface lacks is a box, and what turns text around is left out", () => {
    expect(showable("Súdwest-Fryslân ▲ 漢\u202eabc\tx\u00a0%")).toBe("Súdwest-Fryslân ▲ □abc x\u00a0%");
  });
});
