import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";

/** How much the engine may use; the rest of a large job goes to files in `spill`. */
export interface DuckLimits {
  /** Folder for what doesn't fit in memory; made when needed. Nothing that names a person may ever be in a table that can spill. */
  readonly spill: string;
  /** In MB; 1 200 when left out, so that a whole job stays below 2 GB. */
  readonly memoryMb?: number;
  readonly threads?: number;
}

/**
 * Opens DuckDB without a file of its own, closed to the outside: it installs and loads nothing. Rows keep the order in which they
 * were read. Ends with the block: `await using duck = await openDuck(…)`.
 */
export async function openDuck({ spill, memoryMb = 1200, threads }: DuckLimits): Promise<Duck> {
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: `${memoryMb}MB`,
    temp_directory: spill,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    ...(threads === undefined ? {} : { threads: String(threads) }),
  });
  const connection = await instance.connect();
  return {
    connection,
    async rows<Row>(sql: string): Promise<Row[]> {
      const reader = await connection.runAndReadAll(sql);
      // A count fits in a double; 64-bit numbers come as BigInt, which no arithmetic here wants.
      return reader.getRowObjectsJS().map((row) => plain(row) as Row);
    },
    async run(sql: string): Promise<void> {
      await connection.run(sql);
    },
    async [Symbol.asyncDispose](): Promise<void> {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

export interface Duck extends AsyncDisposable {
  readonly connection: DuckDBConnection;
  /** All rows of a query, numbers as numbers. */
  rows<Row>(sql: string): Promise<Row[]>;
  run(sql: string): Promise<void>;
}

const plain = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([key, it]) => [key, typeof it === "bigint" ? Number(it) : it]));

/** A text as an SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** A name as an SQL identifier. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;
