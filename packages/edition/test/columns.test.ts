import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromColumns, toColumns } from "../src/columns.ts";
import { anyObservations } from "./any-observation.ts";
import { figure } from "./sample-edition.ts";

describe("observations as columns", () => {
  test("come back as they were, in their order, with their vintages, through JSON", () => {
    fc.assert(
      fc.property(anyObservations, (observations) => {
        const json = JSON.stringify(toColumns("reports-received", observations));
        expect(fromColumns(JSON.parse(json))).toEqual(observations);
      }),
    );
  });

  test("name each area, period and reading once", () => {
    const columns = toColumns("reports-received", [figure(), figure(), figure({ breakdown: { sex: "women" } })]);
    expect(columns).toMatchObject({ areas: ["NL01"], periods: ["2021H1"], breakdowns: ["", "sex=women"] });
    expect(columns.readings).toHaveLength(1);
  });

  test("keep nought apart from nothing", () => {
    const zero = figure({ cell: { value: 0, lower: 0, upper: 0, n: 0, marks: [] } });
    const absent = figure({ cell: { absent: "suppressed" } });
    const json = JSON.stringify(toColumns("reports-received", [zero, absent]));
    expect(fromColumns(JSON.parse(json)).map((it) => it.cell)).toEqual([zero.cell, absent.cell]);
  });
});
