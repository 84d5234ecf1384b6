import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { afterAll, describe, expect, test } from "vitest";
import { isAbsent, isRange, isValue } from "@impactmonitor/model/cell";
import { breakdownKey } from "@impactmonitor/model/observation";
import { practiceWords } from "@impactmonitor/views/practice-words";
import { builtBook } from "../../../pipeline/test/built-edition.ts";
import { literal, openDuck } from "../../../pipeline/src/duck.ts";
import { makeDocument } from "../../src/documents/make-document.ts";
import { figureColumns } from "../../src/sheets/figure-columns.ts";
import { madeOnce } from "../made-once.ts";
import { orderOf, paperOf } from "./sample-paper.ts";

const book = builtBook();
const published = book.catalogue.indicators.flatMap((it) =>
  book.observations(it.id).filter((one) => one.publishedFor === undefined),
);
const folder = mkdtempSync(join(tmpdir(), "impactmonitor-parquet-"));
afterAll(() => rmSync(folder, { recursive: true }));

const order = orderOf({ kind: "edition" }, "parquet");
const made = { published: madeOnce(paperOf(book)), practice: madeOnce(paperOf({ ...book, kind: "practice" })) };
const make = (kind: keyof typeof made = "published") => made[kind](order);
const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

const expected = published.map(({ cell, ...it }) => ({
  indicator: it.indicator,
  area: it.area,
  period: it.period,
  breakdown: breakdownKey(it.breakdown) || null,
  value: isValue(cell) ? cell.value : null,
  lower: (isValue(cell) ? cell.lower : isRange(cell) ? cell.range.lower : undefined) ?? null,
  absent: isAbsent(cell) ? cell.absent : null,
}));

describe("the Parquet of an edition", () => {
  test("gives every figure once to one reader", async () => {
    const rows = await parquetReadObjects({ file: bufferOf(await make()) });
    expect(
      rows.map(({ indicator, area, period, breakdown, value, lower, absent }) => ({
        indicator,
        area,
        period,
        breakdown,
        value,
        lower,
        absent,
      })),
    ).toEqual(expected);
    expect(Object.keys(rows[0] ?? {})).toEqual(figureColumns.map((it) => it.name));
  });

  test("and the same to another: DuckDB", async () => {
    const path = join(folder, "figures.parquet");
    writeFileSync(path, await make());
    await using duck = await openDuck({ spill: folder, threads: 1 });
    const rows = await duck.rows(
      `select indicator, area, period, breakdown, value, lower, absent from read_parquet(${literal(path)})`,
    );
    expect(rows).toEqual(expected);
  });

  test("says in its metadata which edition it is, and for practice on each row", async () => {
    const facts = (bytes: Uint8Array) =>
      Object.fromEntries((parquetMetadata(bufferOf(bytes)).key_value_metadata ?? []).map((it) => [it.key, it.value]));
    expect(facts(await make())).toMatchObject({
      "impactmonitor.edition": "2026-11",
      "impactmonitor.kind": "published",
    });
    const practice = await make("practice");
    expect(facts(practice)).toMatchObject({ "impactmonitor.kind": "practice" });
    for (const row of await parquetReadObjects({ file: bufferOf(practice) }))
      expect(row.practice).toBe(practiceWords.band.nl);
  });

  test("is the same bytes each time", async () => {
    expect(Buffer.from(await makeDocument(paperOf(book), order)).equals(Buffer.from(await make()))).toBe(true);
  });
});
