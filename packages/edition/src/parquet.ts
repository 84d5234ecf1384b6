import { parquetWriteBuffer } from "hyparquet-writer";
import { breakdownKey, type Observation } from "@impactmonitor/model/observation";

/**
 * All observations as one Parquet file for anybody's own tools; vintages are rows too, with `shown` false.
 * Rows come in the order given, one row group, fixed compression: the same observations give the same bytes.
 */
export function toParquet(observations: readonly Observation[]): Uint8Array {
  const rows = observations.flatMap((it) => [
    { it, cell: it.cell, reading: it.reading, row: it.row, shown: true },
    ...it.vintages.map((vintage) => ({ it, ...vintage, shown: false })),
  ]);
  type Row = (typeof rows)[number];
  const text = (name: string, read: (row: Row) => string) =>
    ({ name, data: rows.map(read), type: "STRING", nullable: false }) as const;
  const number = (name: string, read: (row: Row) => number | undefined) =>
    ({ name, data: rows.map((row) => read(row) ?? null), type: "DOUBLE", nullable: true }) as const;
  const buffer = parquetWriteBuffer({
    columnData: [
      text("indicator", (row) => row.it.indicator),
      text("area", (row) => row.it.area),
      text("period", (row) => row.it.period),
      text("measure", (row) => row.it.measure),
      text("breakdown", (row) => breakdownKey(row.it.breakdown)),
      number("value", (row) => ("value" in row.cell ? row.cell.value : undefined)),
      number("lower", (row) =>
        "range" in row.cell ? row.cell.range.lower : "value" in row.cell ? row.cell.lower : undefined,
      ),
      number("upper", (row) =>
        "range" in row.cell ? row.cell.range.upper : "value" in row.cell ? row.cell.upper : undefined,
      ),
      number("n", (row) => ("value" in row.cell ? row.cell.n : undefined)),
      text("absent", (row) => ("absent" in row.cell ? row.cell.absent : "")),
      text("marks", (row) => ("absent" in row.cell ? "" : row.cell.marks.join(" "))),
      { name: "shown", data: rows.map((row) => row.shown), type: "BOOLEAN", nullable: false },
      { name: "primary", data: rows.map((row) => row.reading.primary), type: "BOOLEAN", nullable: false },
      text("published", (row) => row.reading.published),
      text("source_title", (row) => row.reading.title),
      text("source_url", (row) => row.reading.url),
    ],
    codec: "SNAPPY",
    rowGroupSize: Math.max(rows.length, 1),
  });
  return new Uint8Array(buffer);
}
