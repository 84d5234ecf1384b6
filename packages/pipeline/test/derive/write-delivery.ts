import { mkdirSync } from "node:fs";
import { storedColumns, type Protocol } from "../../src/deliveries/protocol.ts";
import type { StoredDelivery } from "../../src/deliveries/stored-delivery.ts";
import { identifier, literal, type Duck } from "../../src/duck.ts";

export type Value = string | number | boolean | readonly string[] | null;
export type RecordOf = Readonly<Record<string, Value>>;
/** Type → its records; fields that aren't named are empty, types that aren't named have no records. */
export type Records = Readonly<Record<string, readonly RecordOf[]>>;

/** Writes a delivery as it is kept: a Parquet file for every type of the protocol, columns as `storedColumns` says. */
export async function writeDelivery(
  duck: Duck,
  root: string,
  { region, period, records, protocol }: { region: string; period: string; records: Records; protocol: Protocol },
): Promise<StoredDelivery> {
  const id = `${region}-${period}-1`;
  const folder = `${root}/${id}`;
  mkdirSync(folder, { recursive: true });
  for (const [type, about] of Object.entries(protocol.records)) {
    const columns = storedColumns(about);
    const rows = records[type] ?? [];
    for (const row of rows)
      for (const name of Object.keys(row))
        if (!columns.some((it) => it.name === name)) throw new Error(`${type} has no ${name}`);
    const names = ["record", ...columns.map((it) => identifier(it.name))];
    const types = ["INTEGER", ...columns.map((it) => it.sql)];
    await duck.run(`CREATE OR REPLACE TEMP TABLE written (${names.map((it, i) => `${it} ${types[i]}`).join(", ")})`);
    const lines = rows.map((row, i) => {
      const values = columns.map((it) => sql(row[it.name] ?? (it.sql === "VARCHAR[]" ? [] : null)));
      return `(${[i + 1, ...values].join(", ")})`;
    });
    if (lines.length > 0) await duck.run(`INSERT INTO written VALUES ${lines.join(", ")}`);
    await duck.run(`COPY written TO ${literal(`${folder}/${type}.parquet`)} (FORMAT parquet)`);
  }
  return { id, region, period, protocol: protocol.id, folder };
}

const sql = (value: Value): string => {
  if (value === null) return "NULL";
  if (typeof value === "string") return literal(value);
  if (typeof value === "object") return `[${value.map(literal).join(", ")}]::VARCHAR[]`;
  return String(value);
};

/** A keyed hash as it is kept, for person number `n`. */
export const person = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
