import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areaCode, indicatorId, periodCode } from "@impactmonitor/model/id";
import { observationKey, type Observation } from "@impactmonitor/model/observation";
import { chooseVintages } from "../src/choose-vintage.ts";
import { readCatalogue } from "../src/read-catalogue.ts";
import { readFigures, type Figure } from "../src/read-figures.ts";
import { root } from "./built-edition.ts";

interface Row {
  readonly value: number;
  readonly published?: string;
  readonly primary?: boolean;
  readonly line?: number;
  readonly area?: string;
}
const figure = ({ value, published = "", primary = true, line = 2, area = "NL01" }: Row): Figure => ({
  indicator: indicatorId("reports-received"),
  area: areaCode(area),
  period: periodCode("2021H1"),
  measure: "count",
  breakdown: {},
  cell: { value, marks: [] },
  reading: { title: "A table", url: `https://example.org/${line}`, published, primary },
  row: `figures/veilig-thuis.csv:${line}`,
});
function chosen(rows: readonly Row[], knownOn = "2026-11-22"): Observation[] {
  const outcome = chooseVintages(
    rows.map((it, i) => figure({ line: i + 2, ...it })),
    knownOn,
  );
  if (!outcome.ok) throw new Error(outcome.problems.map((it) => it.what).join(" "));
  return outcome.value;
}
const values = (it: Observation | undefined): unknown[] =>
  [it, ...(it?.vintages ?? [])].map((one) => one && "value" in one.cell && one.cell.value);

describe("of several rows about one fact", () => {
  test("the newest publication is shown, the others are kept as vintages, newest first", () => {
    const rows = [
      { value: 1, published: "2021-10" },
      { value: 3, published: "2023" },
      { value: 2, published: "2022-04-29" },
    ];
    expect(chosen(rows)).toHaveLength(1);
    expect(values(chosen(rows)[0])).toEqual([3, 2, 1]);
  });

  test("the publisher's own goes before somebody who passes it on, even later", () => {
    const rows = [
      { value: 1, published: "2021-10", primary: true },
      { value: 9, published: "2024-01", primary: false },
    ];
    expect(values(chosen(rows)[0])).toEqual([1, 9]);
  });

  test("one without a date counts as older than one with a date", () => {
    expect(values(chosen([{ value: 1 }, { value: 2, published: "2019" }])[0])).toEqual([2, 1]);
  });

  test("an exact date counts as newer than its year alone", () => {
    expect(
      values(
        chosen([
          { value: 1, published: "2022" },
          { value: 2, published: "2022-10-31" },
        ])[0],
      ),
    ).toEqual([2, 1]);
  });

  test("the same value from two publications on one day is no contradiction", () => {
    const rows = [
      { value: 5, published: "2022" },
      { value: 5, published: "2022" },
    ];
    expect(values(chosen(rows)[0])).toEqual([5, 5]);
  });

  test("different values of two primary publications of one day are refused, and both rows named", () => {
    const outcome = chooseVintages(
      [figure({ value: 5, published: "2022", line: 7 }), figure({ value: 6, published: "2022", line: 9 })],
      "2026-11-22",
    );
    expect(outcome).toMatchObject({
      ok: false,
      problems: [{ file: "figures/veilig-thuis.csv", line: 9, what: expect.stringContaining("veilig-thuis.csv:7") }],
    });
  });

  test("the row, the page and the marks of the shown value stay with it", () => {
    const [shown] = chosen([
      { value: 1, published: "2021", line: 2 },
      { value: 2, published: "2022", line: 3 },
    ]);
    expect(shown).toMatchObject({ row: "figures/veilig-thuis.csv:3", reading: { url: "https://example.org/3" } });
    expect(shown?.vintages[0]).toMatchObject({ row: "figures/veilig-thuis.csv:2" });
  });
});

describe("the date of an edition", () => {
  const rows = [
    { value: 1, published: "2021-10-29" },
    { value: 2, published: "2022-04-30" },
  ];
  test("leaves out what was published later: the edition holds what was known on its day", () => {
    expect(values(chosen(rows, "2022-04-29")[0])).toEqual([1]);
    expect(values(chosen(rows, "2022-04-30")[0])).toEqual([2, 1]);
    expect(chosen(rows, "2021-10-28")).toEqual([]);
  });

  test("leaves out a month that came after it, and keeps the month and the year in which it lies", () => {
    expect(values(chosen([{ value: 1, published: "2022-05" }], "2022-04-30")[0])).toEqual([undefined]);
    expect(values(chosen([{ value: 1, published: "2022-04" }], "2022-04-30")[0])).toEqual([1]);
    expect(values(chosen([{ value: 1, published: "2022" }], "2022-04-30")[0])).toEqual([1]);
  });
});

describe("the order of the observations", () => {
  const catalogue = readCatalogue(root);
  const figures = catalogue.ok ? readFigures(root, catalogue.value) : catalogue;
  const committed = figures.ok ? figures.value : [];

  test("does not depend on the order of the rows", () => {
    expect(committed.length).toBeGreaterThan(1000);
    const straight = chooseVintages(committed, "2026-11-22");
    fc.assert(
      fc.property(fc.shuffledSubarray([...committed], { minLength: committed.length }), (shuffled) => {
        expect(JSON.stringify(chooseVintages(shuffled, "2026-11-22"))).toBe(JSON.stringify(straight));
      }),
      { numRuns: 5 },
    );
  });

  test("has each fact once, and keeps every row: shown or as a vintage", () => {
    const outcome = chooseVintages(committed, "9999-12-31");
    const observations = outcome.ok ? outcome.value : [];
    expect(new Set(observations.map(observationKey)).size).toBe(observations.length);
    const rows = observations.flatMap((it) => [it.row, ...it.vintages.map((old) => old.row)]);
    expect(rows.sort()).toEqual(committed.map((it) => it.row).sort());
  });

  test("puts a fact's periods one after the other in time", () => {
    const rows = ["2022", "2021H2", "2021", "2020/2021"].map((period, i) => ({
      ...figure({ value: i, line: i + 2 }),
      period: periodCode(period),
    }));
    const outcome = chooseVintages(rows, "2026-11-22");
    expect(outcome.ok && outcome.value.map((it) => it.period)).toEqual(["2021H2", "2021", "2020/2021", "2022"]);
  });
});
