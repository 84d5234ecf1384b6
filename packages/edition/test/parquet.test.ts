import * as fc from "fast-check";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { describe, expect, test } from "vitest";
import { breakdownKey, type Observation, type Vintage } from "@impactmonitor/model/observation";
import { toParquet } from "../src/parquet.ts";
import { anyObservations } from "./any-observation.ts";
import { figure, sampleContent } from "./sample-edition.ts";

const bufferOf = (observations: readonly Observation[]): ArrayBuffer => {
  const bytes = toParquet(observations);
  return new Uint8Array(bytes).buffer;
};
/** The row that an observation or a vintage of it should give. */
function expected(it: Observation, at: Pick<Vintage, "cell" | "reading">, shown: boolean): Record<string, unknown> {
  const { cell, reading } = at;
  const bounds = "range" in cell ? cell.range : "value" in cell ? cell : undefined;
  return {
    indicator: it.indicator,
    area: it.area,
    period: it.period,
    measure: it.measure,
    breakdown: breakdownKey(it.breakdown),
    value: "value" in cell ? cell.value : null,
    lower: bounds?.lower ?? null,
    upper: bounds?.upper ?? null,
    n: "value" in cell ? (cell.n ?? null) : null,
    absent: "absent" in cell ? cell.absent : "",
    marks: "absent" in cell ? "" : cell.marks.join(" "),
    shown,
    primary: reading.primary,
    published: reading.published,
    source_title: reading.title,
    source_url: reading.url,
  };
}
const expectedRows = (observations: readonly Observation[]): Record<string, unknown>[] =>
  observations.flatMap((it) => [expected(it, it, true), ...it.vintages.map((old) => expected(it, old, false))]);

describe("the Parquet file", () => {
  test("is read by another reader as the observations and their vintages, in their order", async () => {
    await fc.assert(
      fc.asyncProperty(anyObservations, async (observations) => {
        const rows = await parquetReadObjects({ file: bufferOf(observations) });
        expect(rows).toEqual(expectedRows(observations));
      }),
      { numRuns: 60 },
    );
  });

  test("of the same observations has the same bytes", () => {
    fc.assert(
      fc.property(anyObservations, (observations) => {
        expect(toParquet(structuredClone(observations))).toEqual(toParquet(observations));
      }),
      { numRuns: 30 },
    );
  });

  test("keeps accents, quotes and line ends in titles", async () => {
    const title = `Fryslân, “één” 'n "titel";\nregel 2 – €`;
    const it = figure({ reading: { title, url: "https://example.org", published: "", primary: true } });
    expect(await parquetReadObjects({ file: bufferOf([it]) })).toMatchObject([{ source_title: title }]);
  });

  test("is one row group with the columns that the documentation names", () => {
    const metadata = parquetMetadata(bufferOf(sampleContent().observations));
    expect(metadata.row_groups).toHaveLength(1);
    expect(Number(metadata.num_rows)).toBe(3);
    expect(metadata.schema.slice(1).map((it) => it.name)).toEqual(Object.keys(expected(figure(), figure(), true)));
  });
});
