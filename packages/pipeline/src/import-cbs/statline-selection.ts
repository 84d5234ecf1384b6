import { done, fail, type Result } from "./failure.ts";
import type { Files } from "./files.ts";
import type { CbsTableMapping } from "./mapping.ts";
import { readDelimited, sniff, withPoint, type Dialect } from "./read-delimited.ts";
import type { TableSource } from "./table-source.ts";
import { unreadable } from "./unreadable.ts";
import { plainTitle, type CbsCode, type CbsMeasure, type CbsTable, type CellPage, type RawCell } from "./table.ts";

/** Lines with a title may stand above the column names. */
const linesAbove = 15;
const pageSize = 20_000;

/**
 * A selection saved in StatLine: one column per dimension with titles (“Friesland (VT)”, “1e halfjaar 2023*”), one per
 * measure with its groups and unit (“Ontvangen meldingen/Hermelding/Totaal (aantal)”), perhaps lines above the column
 * names and a line “Bron: CBS” below. The file does not name its table: its columns must be those of the mapping file.
 */
export function statlineSelection(path: string, mapping: CbsTableMapping, files: Files): TableSource {
  const open = () => files.stream(path);
  let layout: { dialect: Dialect; header: string[]; above: number } | undefined;

  async function findLayout(): Promise<Result<NonNullable<typeof layout>>> {
    const dialect = await sniff(open);
    const wanted = mapping.dimensions.map((it) => it.title);
    let above = 0;
    for await (const fields of readDelimited(open, dialect)) {
      const header = fields.map(plainTitle);
      if (wanted.length > 0 && wanted.every((titles) => header.some((it) => titles.includes(it))))
        return done({ dialect, header, above });
      if (++above >= linesAbove) break;
    }
    return otherColumns(path, mapping);
  }

  async function* lines(): AsyncGenerator<{ fields: string[]; line: number }> {
    if (!layout) return;
    let line = 0;
    for await (const fields of readDelimited(open, layout.dialect)) {
      line += 1;
      if (line <= layout.above + 1) continue;
      if (/^(Bron|Source|©)/.test(fields[0] ?? "") && fields.slice(1).every((it) => it.trim() === "")) return;
      yield { fields, line };
    }
  }

  async function describe(): Promise<Result<CbsTable>> {
    try {
      const found = await findLayout();
      if (!found.ok) return found;
      layout = found.value;
      const { header } = layout;
      const dimensions = mapping.dimensions.map((own) => {
        const column = header.findIndex((it) => own.title.includes(it));
        return {
          identifier: header[column]!,
          title: header[column]!,
          kind: "",
          column,
          codes: new Map<string, CbsCode>(),
        };
      });
      for await (const { fields } of lines())
        for (const dimension of dimensions) {
          const title = plainTitle(fields[dimension.column] ?? "");
          dimension.codes.set(title, { identifier: title, title, status: "" });
        }
      const measures = header.filter((it) => it !== "" && !dimensions.some((dimension) => dimension.title === it));
      return done({
        id: mapping.table,
        title: mapping.title,
        version: undefined,
        modified: "",
        cells: undefined,
        whole: false,
        dimensions: dimensions.map(({ identifier, title, kind, codes }) => ({
          identifier,
          title,
          kind,
          codes: [...codes.values()],
        })),
        measures: measures.map((it) => measureOf(it, mapping)),
      });
    } catch (error) {
      return unreadable(path, error);
    }
  }

  async function* cells(table: CbsTable): AsyncGenerator<Result<CellPage>> {
    const header = layout?.header ?? [];
    const dialect = layout?.dialect ?? { encoding: "utf-8", delimiter: ";" };
    const columns = table.dimensions.map((it) => header.indexOf(it.identifier));
    const measures = table.measures.map((it) => ({ identifier: it.identifier, column: header.indexOf(it.identifier) }));
    let page: RawCell[] = [];
    const full = (): Result<CellPage> => {
      const own = page;
      page = [];
      return done({ cells: own, records: own.length, total: undefined, fromCache: false });
    };
    try {
      for await (const { fields, line } of lines()) {
        const codes = columns.map((column) => plainTitle(fields[column] ?? ""));
        for (const { identifier, column } of measures) {
          const text = withPoint(fields[column] ?? "", dialect);
          // “Zonder statistische symbolen” leaves the dot out, so a blank may be either sign: we say the less.
          const place = `line ${line}, ${identifier}`;
          page.push({ measure: identifier, codes, value: undefined, text, attribute: "", blank: "unspecified", place });
        }
        if (page.length >= pageSize) yield full();
      }
    } catch (error) {
      yield unreadable(path, error);
      return;
    }
    yield full();
  }

  return { remote: false, describe, cells, version: async () => done(undefined) };
}

/** Splits a column name into groups, title and unit, by the titles that the mapping file knows. */
function measureOf(column: string, mapping: CbsTableMapping): CbsMeasure {
  const m = /^(.*) \(([^()]*)\)$/.exec(column);
  const [path, unit] = m ? [m[1]!, m[2]!] : [column, ""];
  const whole = mapping.measures.find((own) =>
    own.title.some((title) => [...(own.group ?? []), title].join("/") === path),
  );
  if (whole) {
    const title = whole.title.find((it) => [...(whole.group ?? []), it].join("/") === path)!;
    return { identifier: column, title, group: (whole.group ?? []).map(plainTitle), unit };
  }
  for (const own of mapping.measures) {
    const title = own.title.find((it) => own.group === undefined && path.endsWith(`/${it}`));
    if (title !== undefined) return { identifier: column, title, group: [path.slice(0, -title.length - 1)], unit };
  }
  return { identifier: column, title: path, group: [], unit };
}

function otherColumns(path: string, mapping: CbsTableMapping): Result<never> {
  const titles = mapping.dimensions.map((it) => it.title[0]).join(", ");
  const what = {
    nl: `Dit bestand heeft niet de kolommen van tabel ${mapping.table} (${titles}).`,
    en: `This file does not have the columns of table ${mapping.table} (${titles}).`,
  };
  const mend = {
    nl: "Kies in StatLine “CSV met statistische symbolen” (niet “volgens tabelindeling”), of de zip van het dataportaal.",
    en: "Choose “CSV met statistische symbolen” in StatLine (not “volgens tabelindeling”), or the data portal's zip.",
  };
  return fail("file", path, what, mend);
}
