import { expect, test } from "vitest";
import { languages } from "@impactmonitor/model/text";
import { builtBook } from "../../../pipeline/test/built-edition.ts";
import type { CompareChoice } from "../../src/comparison/compare-choice.ts";
import { compareView } from "../../src/comparison/compare-view.ts";
import { heatClass, heatSigns } from "../../src/comparison/compare-words.ts";
import { judgementLabel } from "../../src/comparison/judgement-words.ts";
import { comparisonBook } from "../../src/documents/comparison-book.ts";
import { formatCell } from "../../src/format.ts";
import { walkContent } from "./walk-content.ts";

const book = builtBook();
const indicators = [
  "reports-received",
  "advice-started",
  "reporter-type",
  "cases-with-report",
  "ots-started",
  "dv-victims",
];
const choice: CompareChoice = {
  areas: ["VT02", "VT10", "VT01", "GM0106"].map((code) => book.area(code)!),
  indicators: indicators.flatMap((id) => book.indicators.get(id) ?? []).map((indicator) => ({ indicator })),
  form: "rate",
};

test.each(languages)(
  "a comparison says of each area what its page says, and why it says nothing, in %s",
  (language) => {
    const view = compareView(book, choice);
    const content = comparisonBook({ book, language, beside: [], within: {}, tables: true }, choice);
    const { texts } = walkContent(content);
    const tables = content.chapters.flatMap((it) => it.figures.flatMap((figure) => figure.compared ?? []));
    expect(tables.length).toBe(view.columns.length);
    view.columns.forEach(({ cells, nation }, i) => {
      const rows = tables[i]!.rows.slice(nation ? 1 : 0);
      cells.forEach(({ shown, national, without }, row) => {
        const words = rows[row]!.cells.map((it) => it.text);
        const number = shown ? formatCell(shown.cell, shown.indicator, shown.measure, language) : "–";
        const judged = without?.[language] ?? (national ? judgementLabel(national.judgement, language) : "");
        expect(words[1]).toContain(number);
        expect(words.join("; ")).toContain(judged);
      });
    });
    const heat = content.summary.blocks.flatMap((it) => (it.kind === "table" ? it.table.rows.slice(1) : []));
    expect(heat.length).toBe(view.areas.length * Math.ceil(view.columns.length / 4));
    view.columns.forEach(({ cells }, i) =>
      cells.forEach((cell, row) => {
        const text = heat[Math.floor(i / 4) * view.areas.length + row]!.cells[1 + (i % 4)]!.text;
        const sign = cell.shown && "value" in cell.shown.cell ? heatSigns[heatClass(cell.national?.judgement)] : "";
        expect(text.endsWith(sign)).toBe(true);
      }),
    );
    for (const it of view.empty) expect(texts.join("\n")).toContain(it.why[language]);
    for (const it of texts) expect(it).not.toMatch(/\{\w*\}|undefined|NaN/);
  },
);

test("its cover counts areas and figures in words that agree with their number", () => {
  const one = { ...choice, indicators: choice.indicators.slice(0, 1) };
  const counts = (language: "nl" | "en") =>
    comparisonBook({ book, language, beside: [], within: {}, tables: true }, one).cover.lines[0];
  expect([counts("nl"), counts("en")]).toEqual(["4 gebieden, 1 cijfer.", "4 areas, 1 figure."]);
});
