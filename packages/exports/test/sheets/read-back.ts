import readXlsxFile from "read-excel-file/node";

/** A row of a table by the heads of its columns; an empty cell is null. */
export type ReadRow = Readonly<Record<string, unknown>>;

/** The tables of a workbook by the names of their sheets, as an independent reader finds them; a line of origin stands above each. */
export async function readBack(bytes: Uint8Array): Promise<ReadonlyMap<string, readonly ReadRow[]>> {
  const sheets = await readXlsxFile(Buffer.from(bytes), { trim: false });
  return new Map(
    sheets.map(({ sheet, data }) => {
      const [, head = [], ...rows] = data;
      return [sheet, rows.map((row) => Object.fromEntries(head.map((name, i) => [String(name), row[i] ?? null])))];
    }),
  );
}

/** The rows of a sheet that must be there. */
export function rowsOf(sheets: Awaited<ReturnType<typeof readBack>>, name: string): readonly ReadRow[] {
  const rows = sheets.get(name);
  if (!rows) throw new Error(`no sheet ${name}: ${[...sheets.keys()].join(", ")}`);
  return rows;
}
