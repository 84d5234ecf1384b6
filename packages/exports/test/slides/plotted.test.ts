import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LineChart } from "@impactmonitor/views/chart-state";
import { formatNumber } from "@impactmonitor/views/format";
import type { Picture } from "@impactmonitor/views/meeting/leaf";
import { pictureOf, signsOf } from "@impactmonitor/views/meeting/picture-of";
import { plotted, type PlottedPoint } from "../../src/slides/plotted.ts";
import { areaMeetingIn, areasWithFigures } from "./meeting-book.ts";

/** A value as Office writes it with its code, on a computer with the settings of the language. */
function asOfficeWrites({ value, format }: PlottedPoint, language: "nl" | "en"): string {
  const [, decimals = "", after = ""] = /^#,##0(?:\.(0+))?(?:"(.*)")?$/.exec(format) ?? [];
  return `${formatNumber(value, decimals.length, language)}${after}`;
}

const pictures = (language: "nl" | "en"): readonly Picture[] =>
  ["NL01", ...areasWithFigures(["vt-region", "province"]).map((it) => it.code)].flatMap((code) =>
    areaMeetingIn(code, language).leaves.flatMap((it) => (it.kind === "message" && it.picture ? [it.picture] : [])),
  );

describe.each(["nl", "en"] as const)("charts of the nation and of all regions and provinces in %s", (language) => {
  test("write every number as the page does, with the signs that not all of them have", () => {
    let seen = 0;
    for (const picture of pictures(language)) {
      const { chart, everywhere } = picture;
      const written =
        chart.kind === "line"
          ? chart.series.map((it) => [...it.points].filter((point) => point.value !== undefined))
          : [
              chart.bars.filter((it) => it.value !== undefined),
              ...(chart.bars.some((it) => it.compare) ? [chart.bars.flatMap((it) => it.compare ?? [])] : []),
            ];
      const shown = plotted(picture, language).series.map((it) => it.points.flatMap((point) => point ?? []));
      expect(shown.map((it) => it.length)).toEqual(written.map((it) => it.length));
      for (const [i, list] of written.entries())
        for (const [at, it] of list.entries()) {
          const signs = signsOf(it).filter((sign) => !everywhere.includes(sign));
          expect(asOfficeWrites(shown[i]![at]!, language)).toBe(
            it.text + (signs.length > 0 ? `\u202f${signs.join("")}` : ""),
          );
          seen++;
        }
    }
    expect(seen).toBeGreaterThan(100);
  });
});

test("a sign that all values have is told once, under the chart", () => {
  for (const picture of pictures("nl"))
    for (const sign of picture.everywhere.match(/\*+|[^*]/gu) ?? [])
      expect(picture.notes.join(" ")).toContain(`${sign} `);
});

const points = fc.array(
  fc.record({
    year: fc.integer({ min: 1990, max: 2030 }),
    value: fc.option(fc.nat(9999), { nil: undefined }),
    startsNew: fc.boolean(),
  }),
  { minLength: 1, maxLength: 20 },
);

test("a line is cut at each break and has room for each period without a figure", () => {
  fc.assert(
    fc.property(points, (drawn) => {
      const years = [...new Map(drawn.map((it) => [it.year, it])).values()].toSorted((a, b) => a.year - b.year);
      const chart: LineChart = {
        kind: "line",
        title: "Title",
        alternative: "",
        unit: "",
        signs: [],
        percent: false,
        breaks: years.filter((it, i) => i > 0 && it.startsNew).map((it) => ({ at: it.year, label: "why" })),
        series: [
          {
            name: "Area",
            role: "main",
            points: years.map((it, i) => ({
              at: it.year + 0.5,
              label: String(it.year),
              text: it.value === undefined ? "×" : formatNumber(it.value, 0, "nl"),
              ...(it.value === undefined ? {} : { value: it.value }),
              provisional: false,
              startsNew: i > 0 && it.startsNew,
            })),
          },
        ],
      };
      const it = plotted(pictureOf(chart, "Area", [], "nl"), "nl");
      const slots = it.series[0]!.points;
      expect(slots).toHaveLength(it.categories.length);
      expect(slots.flatMap((point) => point?.value ?? [])).toEqual(years.flatMap((year) => year.value ?? []));
      const at = years.map((year) => it.categories.findIndex((label) => label.startsWith(String(year.year))));
      for (const [i, year] of years.entries()) {
        if (i === 0) continue;
        const between = it.categories.slice(at[i - 1]! + 1, at[i]);
        const cut = between.findIndex((label) => /^[A-Z]$/.test(label));
        expect(cut).toBe(year.startsNew ? between.length - 1 : -1);
        expect(between.filter((label) => label !== "")).toHaveLength(year.startsNew ? 1 : 0);
        expect(slots.slice(at[i - 1]! + 1, at[i]).every((point) => point === undefined)).toBe(true);
      }
    }),
  );
});
