import { describe, expect, test } from "vitest";
import { chartFile } from "../src/chart-file.ts";
import { fileInk, pageInk } from "../src/ink.ts";
import { markPractice } from "../src/practice-mark.ts";
import { drawSpark } from "../src/spark.ts";
import { sampleBars, sampleLine, sampleMap, sampleScatter, sampleShapes, sampleStrip } from "./sample-charts.ts";
import { tagsOf } from "./well-formed.ts";

const words = { across: "OEFENEN", band: "OEFENCIJFERS: verzonnen <niet> echt" };
const file = { title: "Een titel", lines: ["Bron"], tick: String };

describe("a drawing of practice figures", () => {
  test.each([
    [40, 20],
    [96, 26],
    [640, 300],
    [640, 2000],
    [1000, 1180],
  ])("of %i by %i holds the words, keeps its width, and grows by the band", (width, height) => {
    for (const ink of [fileInk, pageInk]) {
      const body = `<path d="M0 0H${width}"/>`;
      const marked = markPractice({ width, height, body }, words, ink);
      expect(marked.width).toBe(width);
      expect(marked.height).toBeGreaterThan(height);
      expect(marked.body).toContain(body);
      expect(marked.body).toContain(">OEFENEN</text>");
      expect(marked.body).toContain("verzonnen &lt;niet&gt; echt");
      expect(marked.body).not.toMatch(/NaN|Infinity/);
      expect(tagsOf(`<svg>${marked.body}</svg>`)).toContain("text");
    }
  });

  test("lies over what is drawn: nothing can cover it", () => {
    const { body } = markPractice({ width: 640, height: 300, body: "<rect/>" }, words, fileInk);
    expect(body.indexOf("<rect/>")).toBeLessThan(body.indexOf("OEFENEN"));
  });

  test.each([sampleLine(), sampleBars(), sampleStrip(), sampleScatter(), sampleMap()])(
    "of kind $kind is marked in its file, and only then",
    (chart) => {
      const marked = chartFile(chart, { ...file, practice: words }, sampleShapes);
      expect(marked).toContain(">OEFENEN</text>");
      expect(marked).toContain("verzonnen &lt;niet&gt; echt");
      expect(tagsOf(marked)).toContain("text");
      expect(chartFile(chart, file, sampleShapes)).not.toMatch(/OEFEN|verzonnen/);
    },
  );

  test("is marked when it is as small as a word", () => {
    expect(drawSpark([1, 2, 3], "OEFENEN")).toContain(">OEFENEN</text>");
    expect(drawSpark([1, 2, 3])).not.toContain("<text");
  });
});
