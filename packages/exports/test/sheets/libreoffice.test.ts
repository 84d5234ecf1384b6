import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { isAbsent, isValue } from "@impactmonitor/model/cell";
import { builtBook } from "../../../pipeline/test/built-edition.ts";
import { makeDocument } from "../../src/documents/make-document.ts";
import { orderOf, paperOf } from "./sample-paper.ts";

const present = spawnSync("soffice", ["--version"], { timeout: 30_000 }).status === 0;
if (!present) console.warn("LibreOffice is not here: that it opens the workbooks is not checked.");

/** One sheet of a workbook as LibreOffice writes it: numbers as they are, not as they are shown. */
function sheetFromLibreOffice(bytes: Uint8Array, sheet: string): readonly Readonly<Record<string, string>>[] {
  const folder = mkdtempSync(join(tmpdir(), "impactmonitor-office-"));
  try {
    writeFileSync(join(folder, "book.xlsx"), bytes);
    // Separator, quotes, UTF-8, from line 1, no formats of columns, English, quote all text, values as they are, not as shown, all sheets.
    const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,true,false,false,false,false,-1";
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const run = spawnSync(
      "soffice",
      [profile, "--headless", "--convert-to", filter, "--outdir", folder, join(folder, "book.xlsx")],
      { timeout: 100_000, encoding: "utf8" },
    );
    if (run.status !== 0 || !run.stdout.includes("Writing")) throw new Error(`${run.stdout}\n${run.stderr}`);
    return parse(readFileSync(join(folder, `book-${sheet}.csv`)), { columns: true, from_line: 2 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.skipIf(!present)(
  "LibreOffice opens the workbook of a region and finds every number",
  { timeout: 120_000 },
  async () => {
    const book = builtBook();
    const bytes = await makeDocument(paperOf(book), orderOf({ kind: "area", area: "VT02" }));
    const rows = sheetFromLibreOffice(bytes, "Cijfers");
    const published = book.indicatorsOf("VT02").flatMap((it) => book.observationsOf(it.id, "VT02"));
    expect(published.length).toBeGreaterThan(20);
    expect(rows.map((row) => [row["Cijfer (code)"], row["Periode (code)"], row["Waarom geen waarde (code)"]])).toEqual(
      published.map((it) => [it.indicator, it.period, isAbsent(it.cell) ? it.cell.absent : ""]),
    );
    expect(rows.map((row) => (row.Waarde === "" ? undefined : Number(row.Waarde)))).toEqual(
      published.map((it) => (isValue(it.cell) ? it.cell.value : undefined)),
    );
  },
);
