import type { Make, Paper, Told } from "../documents/make-document.ts";
import type { Order } from "../documents/order.ts";
import { chosenComparison } from "./chosen-comparison.ts";
import { figuresOf } from "./chosen-figures.ts";
import type { Column } from "./column.ts";
import { compareMachineColumns, comparePeopleColumns } from "./compare-columns.ts";
import { compareRows } from "./compare-row.ts";
import { csvLines, dialects, inChunks, joined } from "./csv.ts";
import { machineColumns, marked, peopleColumns } from "./figure-columns.ts";
import { telling } from "./progress.ts";

/** Comma, decimal point, codes first, UTF-8 without a mark (RFC 4180). */
export const makeMachineCsv: Make = async (paper, order, told) => written(paper, order, "csv-machine", told);

/** Semicolon, decimal comma, words first, with the mark by which Excel knows UTF-8: as Excel with Dutch settings opens it. */
export const makeExcelCsv: Make = async (paper, order, told) => written(paper, order, "csv-excel", told);

function written(paper: Paper, order: Order, dialect: keyof typeof dialects, told: Told): Uint8Array {
  const { book } = paper;
  const { subject, language } = order;
  const forPeople = dialect === "csv-excel";
  const bytes = <Row>(columns: readonly Column<Row>[], rows: Iterable<Row>): Uint8Array => {
    const lines = csvLines(marked(columns, book, language), rows, dialects[dialect], language);
    return joined([...inChunks(lines)]);
  };
  if (subject.kind === "comparison") {
    const rows = compareRows(book, chosenComparison(book, subject), language);
    return bytes(forPeople ? comparePeopleColumns : compareMachineColumns, rows);
  }
  const { rows, count } = figuresOf(paper, order);
  return bytes(forPeople ? peopleColumns : machineColumns, telling(rows(language), count, told));
}
