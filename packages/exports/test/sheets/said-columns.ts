import type { Language } from "@impactmonitor/model/text";
import { figureColumns } from "../../src/sheets/figure-columns.ts";
import type { ReadRow } from "./read-back.ts";

/** Reads a row by the names of columns for programs, whatever language its heads are in. */
export const areaColumnsSaid =
  (row: ReadRow, language: Language) =>
  (name: string): unknown => {
    const title = figureColumns.find((it) => it.name === name)?.title[language];
    if (title === undefined || !Object.hasOwn(row, title)) throw new Error(`no column ${name}`);
    return row[title];
  };
