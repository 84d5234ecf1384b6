import { breakdownKey } from "@impactmonitor/model/observation";
import { csvLine } from "../csv-line.ts";
import { realFiles, type Files } from "../import-cbs/files.ts";
import { figureColumns } from "../read-figures.ts";
import type { AggregateDelivery, Fact } from "./fact.ts";

/**
 * Writes the facts of a delivery as rows of figures to `<data>/imported/<source>-<edition>.csv`. The file appears when it is whole,
 * and takes the place of an earlier delivery of the same edition: a fact that isn't in the new one is gone.
 * @returns the file and the number of rows
 */
export function writeAggregates(
  data: string,
  delivery: AggregateDelivery,
  files: Files = realFiles,
): { readonly file: string; readonly rows: number; readonly replaced: boolean } {
  const file = `${data}/imported/${delivery.source}-${delivery.edition}.csv`;
  const rows = delivery.facts.map((it) => csvLine(rowOf(it, delivery))).sort();
  const replaced = files.exists(file);
  files.write(file, [csvLine(figureColumns), ...rows].join(""));
  return { file, rows: rows.length, replaced };
}

const rowOf = (it: Fact, { edition, title, url }: AggregateDelivery): string[] => [
  it.indicator,
  it.area,
  it.period,
  it.measure,
  breakdownKey(it.breakdown),
  it.value,
  it.lower,
  it.upper,
  it.n,
  it.absent,
  it.absent === "" ? it.marks.join(" ") : "",
  "yes",
  edition,
  title,
  url,
  it.note,
];
