import { describe, expect, test } from "vitest";
import { absences, marks } from "@impactmonitor/model/cell";
import { absenceSymbol } from "@impactmonitor/views/absence-words";
import { markSymbol } from "@impactmonitor/views/mark-words";
import { chartFile } from "@impactmonitor/charts/chart-file";
import {
  sampleBars,
  sampleLine,
  sampleMap,
  sampleScatter,
  sampleShapes,
  sampleStrip,
} from "../../charts/test/sample-charts.ts";
import { svgToPng } from "../src/png.ts";

const svg = (words = "Meldingen", width = 120, height = 40): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="'Source Sans 3', sans-serif"><rect width="100%" height="100%" fill="#fff"/><text x="4" y="24">${words}</text></svg>`;
/** Width and height as the PNG's own header has them. */
const sizeOf = (png: Uint8Array): [number, number] => {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  expect(bytes.subarray(12, 16).toString("latin1")).toBe("IHDR");
  expect(bytes.subarray(-8, -4).toString("latin1")).toBe("IEND");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
};

describe("a PNG", () => {
  test("is a PNG, twice the size of its picture", () => {
    expect(sizeOf(svgToPng(svg()))).toEqual([240, 80]);
    expect(sizeOf(svgToPng(svg("Meldingen", 640, 300)))).toEqual([1280, 600]);
  });

  test("is the same bytes every time", () => {
    expect(Buffer.from(svgToPng(svg())).equals(Buffer.from(svgToPng(svg())))).toBe(true);
  });

  test("has its words drawn, with our own typeface, in bold as well", () => {
    const [none, plain, other] = ["", "Meldingen", "Adviezen"].map((it) => svgToPng(svg(it)).length);
    expect(plain).toBeGreaterThan(none! + 100);
    expect(other).not.toBe(plain);
    const bold = svg().replace("<text", `<text font-weight="700"`);
    expect(Buffer.from(svgToPng(bold)).equals(Buffer.from(svgToPng(svg())))).toBe(false);
  });

  test("has a drawn letter for every accent and sign that our texts use", () => {
    const picture = (text: string): string => Buffer.from(svgToPng(svg(text))).toString("base64");
    const box = picture("\uE000");
    const signs = [...absences.map(absenceSymbol), ...marks.map(markSymbol), ..."éëïöüçâÝú…–−‘’“”€%|"];
    expect(signs.filter((sign) => picture(sign) === box)).toEqual([]);
  });

  test("of what is no picture is refused", () => {
    expect(() => svgToPng("<svg>")).toThrow(/SVG|root|parsing/i);
    expect(() => svgToPng("no picture")).toThrow(/SVG|root|parsing/i);
  });
});

describe("every kind of chart as a PNG", () => {
  const hostile = `</svg>"><script>&'<`;
  const charts = { line: sampleLine, bars: sampleBars, strip: sampleStrip, scatter: sampleScatter, map: sampleMap };

  test.each(Object.entries(charts))("%s has the size of its SVG, also with a hostile name in it", (_, make) => {
    for (const name of ["reports", hostile]) {
      const file = chartFile(make(name), { title: name, lines: [name], tick: String }, sampleShapes);
      const height = Number(/height="(\d+)"/.exec(file)?.[1]);
      expect(sizeOf(svgToPng(file))).toEqual([1280, 2 * height]);
    }
  });
});
