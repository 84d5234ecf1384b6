import type { PageCache } from "./cache.ts";
import type { Result } from "./failure.ts";
import type { Selection } from "./match-table.ts";
import type { CbsTable, CellPage } from "./table.ts";

/** Where a table is read from: OData v4, OData v3, or a file. */
export interface TableSource {
  /** Over the network: pages are worth keeping, and the table can change while it is read. */
  readonly remote: boolean;
  /** Title, version, dimensions with their codes, measures. */
  readonly describe: () => Promise<Result<CbsTable>>;
  /** The cells, page by page; ends after the first failure. */
  readonly cells: (table: CbsTable, selection: Selection, cache: PageCache) => AsyncGenerator<Result<CellPage>>;
  /** The version at this moment, to see whether the table changed while it was being read. */
  readonly version: () => Promise<Result<string | undefined>>;
}
