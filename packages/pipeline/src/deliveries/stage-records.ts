import { identifier, literal, type Duck } from "../duck.ts";
import { whenCut } from "./engine-failure.ts";
import { fieldsSql, municipalityMacro, rawColumn, type FieldSql, type Reading } from "./field-sql.ts";
import { storedColumns } from "./protocol.ts";
import type { RecordSource } from "./record-source.ts";

/**
 * Records as they lie in a Parquet file, with `record`: the number of the record in its file, 1 for the first. The number is the
 * place of the row, so it is not stored: numbering rows while reading would keep the engine to one thread.
 */
export const recordsIn = (file: string): string =>
  `(SELECT file_row_number + 1 AS record, * EXCLUDE (file_row_number) FROM read_parquet(${literal(file)}, file_row_number = true))`;

/** What a column `faults` holds: bit n is set when something is wrong with field n of the type. */
const faultBits = (fields: readonly FieldSql[]): string =>
  fields
    .map(({ checks }, i) =>
      checks.length === 0
        ? "0"
        : `CASE WHEN ${checks.map((it) => `(${it.sql})`).join(" OR ")} THEN ${2 ** i} ELSE 0 END`,
    )
    .join(" + ");

/** The texts of a source beside their typed values. */
export const typedSql = (source: string, fields: readonly FieldSql[], reading: Reading, type: string): string => {
  const columns = storedColumns(reading.protocol.records[type]!);
  const values = fields.map(({ value, column }) => {
    const sql = columns.find((it) => it.name === column)?.sql ?? "VARCHAR";
    return `(${value})::${sql} AS ${identifier(column)}`;
  });
  return `(SELECT ${[...fields.map((it) => rawColumn(it.field)), ...values].join(", ")} FROM ${source})`;
};

export interface Staged {
  readonly count: number;
  /** Whether a check failed for any record. */
  readonly faulty: boolean;
}

/**
 * Reads the records of one source and writes them as Parquet, typed and checked, in one pass.
 * @returns undefined when the file can't be cut into records
 */
export async function stageRecords(
  duck: Duck,
  source: RecordSource | undefined,
  type: string,
  reading: Reading,
  file: string,
): Promise<Staged | undefined> {
  const fields = fieldsSql(reading.protocol.records[type]!, reading, source?.safe ?? true);
  const columns = fields.map((it) => identifier(it.column));
  const rows = source?.sql ?? noRows(fields);
  const done = await whenCut(async () => {
    await duck.run(
      `COPY (SELECT ${columns.join(", ")}, (${faultBits(fields)})::UINTEGER AS faults ` +
        `FROM ${typedSql(rows, fields, reading, type)}) TO ${literal(file)} (FORMAT parquet)`,
    );
    return true;
  });
  if (!done) return undefined;
  const [row] = await duck.rows<Staged>(
    `SELECT count(*) AS count, coalesce(max(faults), 0) > 0 AS faulty FROM read_parquet(${literal(file)})`,
  );
  return row ?? { count: 0, faulty: false };
}

const noRows = (fields: readonly FieldSql[]): string =>
  `(SELECT ${fields.map((it) => `NULL::VARCHAR AS ${rawColumn(it.field)}`).join(", ")} WHERE false)`;

/**
 * Every way to write a municipality of a period, as the protocol allows: GM0363, 0363, 363. No table to join with: of a join the engine may
 * turn the sides around, and then records no longer lie in the order of their file.
 */
export async function loadMunicipalities(duck: Duck, codes: readonly string[]): Promise<void> {
  const written = new Map(
    codes.flatMap((code) => [code, code.slice(2), String(Number(code.slice(2)))].map((it) => [it, code] as const)),
  );
  const place = `enum_code(try_cast(written AS ENUM(${[...written.keys()].map(literal).join(", ")})))::INTEGER + 1`;
  const code = `list_extract([${[...written.values()].map(literal).join(", ")}], ${place})`;
  await duck.run(
    `CREATE OR REPLACE TEMP MACRO ${municipalityMacro}(written) AS ${written.size > 0 ? code : "NULL::VARCHAR"}`,
  );
}
