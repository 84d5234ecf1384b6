import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { parquetReadObjects } from "hyparquet";
import { describe, expect, test } from "vitest";
import { languages } from "@impactmonitor/model/text";
import { practiceWords } from "@impactmonitor/views/practice-words";
import { builtBook } from "../../../pipeline/test/built-edition.ts";
import { makeDocument } from "../../src/documents/make-document.ts";
import { madeOnce } from "../made-once.ts";
import { orderOf, paperOf } from "./sample-paper.ts";

const book = builtBook();
const decoder = new TextDecoder();
const order = orderOf({ kind: "edition" }, "zip");
const made = { published: madeOnce(paperOf(book)), practice: madeOnce(paperOf({ ...book, kind: "practice" })) };
const opened = async (kind: keyof typeof made = "published") => {
  const bytes = await made[kind](order);
  return { bytes, files: new Map(Object.entries(unzipSync(bytes))) };
};
const withFigures = book.catalogue.indicators.filter((it) =>
  book.observations(it.id).some((one) => one.publishedFor === undefined),
);

describe("the archive of an edition", () => {
  test("has a file of figures for each indicator that has any, and all of them as Parquet", async () => {
    const { files } = await opened();
    const folder = "impactmonitor-2026-11";
    const csv = [...files.keys()].filter((it) => it.endsWith(".csv") && it.includes("/figures/"));
    expect(csv).toEqual(withFigures.map((it) => `${folder}/figures/${it.id}.csv`));
    let rows = 0;
    for (const { id } of withFigures) {
      const read: Record<string, string>[] = parse(decoder.decode(files.get(`${folder}/figures/${id}.csv`)), {
        columns: true,
      });
      expect(new Set(read.map((row) => row.indicator))).toEqual(new Set([id]));
      expect(read).toHaveLength(book.observations(id).filter((it) => it.publishedFor === undefined).length);
      rows += read.length;
    }
    const parquet = files.get(`${folder}/figures.parquet`) ?? new Uint8Array();
    expect(await parquetReadObjects({ file: new Uint8Array(parquet).buffer })).toHaveLength(rows);
  });

  test("has a right checksum for every other file in it", async () => {
    const { files } = await opened();
    const folder = "impactmonitor-2026-11/";
    const sums = decoder
      .decode(files.get(`${folder}SHA256SUMS`))
      .trimEnd()
      .split("\n");
    expect(sums.map((it) => folder + it.slice(66)).toSorted()).toEqual(
      [...files.keys()].filter((it) => !it.endsWith("SHA256SUMS")).toSorted(),
    );
    for (const line of sums)
      expect(
        createHash("sha256")
          .update(files.get(folder + line.slice(66)) ?? "")
          .digest("hex"),
      ).toBe(line.slice(0, 64));
  });

  test("explains itself in both languages, with the licence of each source and how to cite", async () => {
    const { files } = await opened();
    for (const language of languages) {
      const name = language === "nl" ? "LEESMIJ.md" : "README.md";
      const text = decoder.decode(files.get(`impactmonitor-2026-11/${name}`));
      const used = new Set(withFigures.map((it) => it.source));
      for (const source of book.catalogue.sources.filter((it) => used.has(it.id)))
        expect(text).toContain(`- ${source.title[language]} (`);
      expect(text).toContain("CC BY 4.0");
      expect(text).toContain(language === "nl" ? "## Zo verwijst u" : "## How to cite");
      expect(text).not.toMatch(/undefined|\[object/);
    }
  });

  test("has what the codes mean as JSON", async () => {
    const { files } = await opened();
    const json = (name: string): unknown =>
      JSON.parse(decoder.decode(files.get(`impactmonitor-2026-11/metadata/${name}.json`)));
    expect(json("indicators")).toEqual(book.catalogue.indicators);
    expect(json("areas")).toHaveLength(book.catalogue.areas.length);
    expect(json("edition")).toMatchObject({ id: "2026-11", kind: "published" });
  });

  test("of practice is marked in its folder, in the names of files, in its texts and on each row", async () => {
    const { files } = await opened("practice");
    const mark = practiceWords.file.nl;
    for (const name of files.keys()) expect(name.startsWith(`impactmonitor-${mark}-2026-11/`)).toBe(true);
    const figures = [...files].filter(([name]) => /figures/.test(name));
    expect(figures.length).toBeGreaterThan(5);
    for (const [name, content] of figures) {
      expect(name.split("/").at(-1)?.startsWith(`${mark}-`)).toBe(true);
      if (!name.endsWith(".csv")) continue;
      const rows: Record<string, string>[] = parse(decoder.decode(content), { columns: true });
      for (const row of rows) expect(row.practice).toBe(practiceWords.band.nl);
    }
    expect(decoder.decode(files.get(`impactmonitor-${mark}-2026-11/README.md`))).toContain(practiceWords.band.en);
  });

  test("is the same bytes each time, and tells how far it is without ever going back", async () => {
    const said: number[] = [];
    const again = await makeDocument(paperOf(book), order, (done) => said.push(done));
    expect(Buffer.from(again).equals(Buffer.from((await opened()).bytes))).toBe(true);
    expect(said).toEqual(said.toSorted((a, b) => a - b));
    for (const it of said) expect(it).toBeLessThan(1);
  });
});
