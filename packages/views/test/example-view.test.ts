import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { breakdownKey } from "@impactmonitor/model/observation";
import { builtBook } from "../../pipeline/test/built-edition.ts";
import type { Book } from "../src/book.ts";
import { exampleView, type LiveFigure } from "../src/example-view.ts";
import { partsText } from "../src/statement.ts";

const book = builtBook();
const { examples } = book.catalogue;
const views = examples.map((it) => exampleView(book, it, "nl")!);
const livesOf = (at: number): readonly LiveFigure[] =>
  views[at]!.steps.flatMap((it) => it.parts.flatMap((part) => (part.kind === "figure" ? [part.live] : [])));
const lives = views.flatMap((_, i) => livesOf(i));
const valueOf = ({ shown }: LiveFigure) => ("value" in shown.cell ? shown.cell.value : undefined);
const wordsOf = (it: LiveFigure): string => it.sentences.map((said) => partsText(said.parts)).join(" ");

/** What the report prints, as the sentences are tested with it as well. */
const printed = readFileSync(new URL("sentences/worked-examples.csv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split(","))
  .map(([kind = "", indicator = "", area = "", category = "", number = "", nation = "", difference = ""]) => ({
    kind,
    indicator,
    area,
    category,
    number: Number(number),
    nation,
    difference,
  }));

describe("the worked examples", () => {
  test.each(printed.filter((it) => it.kind === "figure"))(
    "hold $indicator $category of $area as $number",
    ({ indicator, area, category, number }) => {
      const found = lives.filter(
        ({ shown }) =>
          shown.indicator.id === indicator &&
          shown.area === area &&
          shown.period === "2021H1" &&
          breakdownKey(shown.breakdown) === category,
      );
      expect(found.length).toBeGreaterThan(0);
      for (const it of found) expect(valueOf(it)).toBe(number);
    },
  );

  test("hold of another half-year only what is named with it", () => {
    const other = lives.filter(({ shown }) => shown.period !== "2021H1");
    expect(other.map((it) => [it.shown.indicator.id, it.shown.area, it.shown.period, valueOf(it)])).toEqual([
      ["advice-started", "NL01", "2020H2", 63475],
      ["reports-received", "VT02", "2020H1", 1200],
      ["reports-received", "VT02", "2020H2", 1005],
      ["reports-received", "NL01", "2020H2", 62910],
    ]);
  });

  test.each(printed.filter((it) => it.kind === "comparison"))(
    "set $indicator of $area beside the country with a difference of $difference, and leave chance open",
    ({ indicator, area, nation, difference }) => {
      const it = lives.find(
        ({ shown, beside }) => shown.indicator.id === indicator && shown.area === area && beside !== undefined,
      )!;
      expect(it.beside?.chart.bars[1]?.value).toBe(Number(nation));
      const words = wordsOf(it);
      expect(words).toContain(difference.replace("-", "").replace(".", ","));
      expect(words).toContain("Of dat toeval kan zijn, valt niet te zeggen");
    },
  );

  test("lack no figure in this edition, and take each from a row", () => {
    for (const it of views) expect(it.counts.lacking).toBe(0);
    expect(lives.length).toBeGreaterThan(20);
    for (const { shown, source } of lives) {
      expect(shown.rows.length).toBeGreaterThan(0);
      expect(source).toContain(shown.reading.title);
    }
  });

  test("say only of figures that they are not in this edition when that is so", () => {
    const periods = (indicator: string, area: string): readonly string[] =>
      book.observationsOf(indicator, area).map((it) => it.period as string);
    const then = (indicator: string, area: string) =>
      book.observationsOf(indicator, area).filter((it) => it.period === "2021H1");
    const unsafe = book.observations("unsafe-reports-share").filter((it) => it.area.startsWith("VT"));
    expect(new Set(unsafe.map((it) => it.area)).size).toBeLessThan(5);
    for (const region of ["VT02", "VT22"])
      expect(new Set(periods("unsafe-reports-share", region))).toEqual(new Set(["2021H1"]));
    expect(periods("unsafe-reports-share", "NL01").filter((it) => it < "2021H1")).toEqual([]);
    expect(then("violence-duration-advice", "VT22")).toEqual([]);
    for (const it of [
      "violence-duration-advice",
      "violence-duration-reports",
      "reporter-type-acute",
      "reporter-type-structural",
    ])
      expect(then(it, "VT02")).toEqual([]);
    for (const it of ["advice-seeker-type", "reporter-type"]) expect(then(it, "VT02")).toHaveLength(2);
    expect(periods("advice-started", "VT02")).not.toContain("2020H2");
    expect(new Set(then("reports-received", "VT02").map((it) => it.measure))).toEqual(new Set(["per-10000"]));
  });

  test("keep to the figure of then, though the edition has newer ones", () => {
    const reports = livesOf(1).find(({ shown }) => shown.indicator.id === "reports-received" && shown.area === "VT02")!;
    const newest = book.observationsOf("reports-received", "VT02").map((it) => it.period as string);
    expect(newest).toContain("2023");
    expect(reports.shown.period).toBe("2021H1");
  });

  test("go through six steps, named as in the step plan, and end in questions", () => {
    for (const it of views) {
      expect(it.steps.map(({ number, step }) => [number, step?.number])).toEqual([1, 2, 3, 4, 5, 6].map((n) => [n, n]));
      const asked = it.steps.at(-1)!.parts.flatMap((part) => (part.kind === "questions" ? part.items : []));
      expect(asked.length).toBeGreaterThan(2);
      for (const text of asked) expect(text.nl + text.en).toMatch(/\?$/);
    }
  });

  test("claim no rank and no series as ours: those are told as what the report states, with the reason", () => {
    const stated = /(hoogste|grootst lijkt|weinig adviesvragen en meldingen|nam(en)? iets|daalde|steeg)/;
    const parts = views.flatMap((it) => it.steps.flatMap((step) => step.parts));
    const ours = parts.flatMap((part) => (part.kind === "text" ? [part.text.nl] : []));
    const reasons = parts.flatMap((part) => (part.kind === "stated" ? [part.why.nl] : []));
    expect(ours.filter((it) => stated.test(it))).toEqual([]);
    expect(reasons.length).toBeGreaterThan(9);
    expect(reasons.filter((it) => !/deze editie|percentage|hierboven|alleen het cijfer/.test(it))).toEqual([]);
    for (const it of lives) expect(wordsOf(it)).not.toMatch(/hoogste|laagste|steeg|daalde|gestegen|gedaald/);
  });

  test("tell of the three places where the first report says two things, and of one in the second", () => {
    const differs = views.map((it) => it.steps.flatMap((step) => step.parts.filter((part) => part.kind === "differs")));
    expect(differs.map((it) => it.length)).toEqual([3, 1]);
    for (const part of differs.flat()) expect(part.ours.nl).toMatch(/^Wij /);
    const words = differs[0]!.map((it) => it.ours.nl).join(" ");
    expect(words).toMatch(/per inwoner/);
    expect(words).toMatch(/het aantal/);
    expect(words).toMatch(/tot de tweede helft van 2020/);
  });

  test("say which figure an edition lacks, instead of leaving it out", () => {
    const without: Book = {
      ...book,
      observationsOf: (id, area) => (id === "unsafe-reports-share" ? [] : book.observationsOf(id, area)),
    };
    const it = exampleView(without, examples[0]!, "nl")!;
    expect(it.counts.lacking).toBe(2);
    expect(it.steps.flatMap((step) => step.parts).filter((part) => part.kind === "lacking")).toMatchObject([
      { indicator: { id: "unsafe-reports-share" }, period: "2021H1" },
      { indicator: { id: "unsafe-reports-share" }, period: "2021H1" },
    ]);
  });
});
