import type { Text } from "@impactmonitor/model/text";
import { csvLine } from "../csv-line.ts";
import type { Files } from "./files.ts";
import type { CbsTableMapping } from "./mapping.ts";
import type { RowSorter } from "./sort-rows.ts";
import type { CbsTable } from "./table.ts";
import type { Row } from "./to-rows.ts";

const figureColumns =
  "indicator,area,period,measure,breakdown,value,lower,upper,n,absent,marks,primary,published,source_title,source_url,note";
const contextColumns = "area,classification,year,variable,value,status,source";

/** How the monitor names a StatLine table as a source. */
export const sourceTitle = (table: CbsTable, mapping: CbsTableMapping): string =>
  `CBS StatLine ${table.id}: ${table.title || mapping.title}`;

function formatter(table: CbsTable, mapping: CbsTableMapping): { header: string; format: (row: Row) => string } {
  if (mapping.output === "context") {
    const source = `cbs-${table.id.toLowerCase()}`;
    // An area of the year itself: CBS counts the people of a year in that year's boundaries.
    const format = ({ key: [variable, area, year], value }: Row) =>
      csvLine([area, year, year, variable, value, "official", source]);
    return { header: contextColumns, format };
  }
  const [title, published] = [sourceTitle(table, mapping), table.modified];
  const format = ({ key, value, absent, marks }: Row) =>
    csvLine([...key, value, "", "", "", absent, marks, "yes", published, title, mapping.url, ""]);
  return { header: figureColumns, format };
}

/**
 * Writes the sorted rows to a file that appears only when it is whole.
 * @returns the number of rows, or the conflict that keeps the file from being written
 */
export async function writeRows(
  files: Files,
  path: string,
  table: CbsTable,
  mapping: CbsTableMapping,
  sorter: RowSorter,
): Promise<{ readonly rows: number } | { readonly conflict: Text }> {
  const { header, format } = formatter(table, mapping);
  const writer = files.open(path);
  let rows = 0;
  try {
    writer.write(`${header}\n`);
    for await (const row of sorter.merged()) {
      if ("conflict" in row) {
        writer.discard();
        return row;
      }
      // A context value that is absent is simply not there.
      if (mapping.output === "context" && row.absent !== "") continue;
      writer.write(format(row));
      rows += 1;
    }
  } catch (error) {
    writer.discard();
    throw error;
  }
  writer.close();
  return { rows };
}
