import { done, fail, type Result } from "./failure.ts";
import { textOf, type CbsRecord } from "./record.ts";
import { plainTitle, type CbsCode, type CbsTable } from "./table.ts";

/** The entities that describe a table in v4, over the wire or as the files of a download. */
export interface TableRecords {
  readonly properties: CbsRecord;
  readonly dimensions: readonly CbsRecord[];
  readonly measures: readonly CbsRecord[];
  readonly measureGroups: readonly CbsRecord[];
  readonly codes: ReadonlyMap<string, readonly CbsRecord[]>;
}

/** @param where address or file, for messages */
export function describeTable(it: TableRecords, where: string, wanted: string): Result<CbsTable> {
  const id = textOf(it.properties, "Identifier").trim();
  if (id.toLowerCase() !== wanted.toLowerCase()) return otherTable(where, id, wanted);
  if (it.dimensions.length === 0 || it.measures.length === 0) {
    const what = {
      nl: "De tabel heeft geen dimensies of geen maten.",
      en: "The table has no dimensions or no measures.",
    };
    return fail("bad-answer", where, what, { nl: "Probeer het later opnieuw.", en: "Try again later." });
  }
  const modified = textOf(it.properties, "ObservationsModified") || textOf(it.properties, "Modified");
  const cells = Number(textOf(it.properties, "ObservationCount") || Number.NaN);
  return done({
    id: wanted,
    title: plainTitle(textOf(it.properties, "Title")),
    version: versionOf(it.properties),
    modified: isoDate(modified),
    cells: Number.isInteger(cells) ? cells : undefined,
    whole: true,
    dimensions: it.dimensions.map((record) => {
      const identifier = textOf(record, "Identifier").trim();
      const codes = (it.codes.get(identifier) ?? []).map(codeOf);
      return { identifier, title: plainTitle(textOf(record, "Title")), kind: textOf(record, "Kind"), codes };
    }),
    measures: it.measures.map((record) => ({
      identifier: textOf(record, "Identifier").trim(),
      title: plainTitle(textOf(record, "Title")),
      group: groupPath(textOf(record, "MeasureGroupId"), it.measureGroups),
      unit: plainTitle(textOf(record, "Unit")),
    })),
  });
}

/** What changes when a table changes; undefined when the table gives neither. */
export function versionOf(properties: CbsRecord): string | undefined {
  const parts = ["Version", "Modified", "ObservationsModified"].map((field) => textOf(properties, field));
  return parts.every((it) => it === "") ? undefined : `v4 ${parts.join(" ")}`;
}

/** The Dutch date of a moment as CBS writes it: 2023-05-12T00:00:00+02:00. */
export const isoDate = (moment: string): string => /^\d{4}-\d{2}-\d{2}/.exec(moment)?.[0] ?? "";

const codeOf = (record: CbsRecord): CbsCode => ({
  identifier: textOf(record, "Identifier").trim(),
  title: plainTitle(textOf(record, "Title")),
  status: textOf(record, "Status").trim(),
});

/** Titles from the outermost group to the innermost. */
function groupPath(id: string, groups: readonly CbsRecord[]): string[] {
  const path: string[] = [];
  const seen = new Set<string>();
  for (let at = id; at !== "" && !seen.has(at);) {
    seen.add(at);
    const group = groups.find((it) => textOf(it, "Id") === at);
    if (!group) break;
    path.unshift(plainTitle(textOf(group, "Title")));
    at = textOf(group, "ParentId");
  }
  return path;
}

export function otherTable(where: string, found: string, wanted: string): Result<never> {
  const what = {
    nl: `Dit is tabel ${found || "?"}, niet ${wanted}.`,
    en: `This is table ${found || "?"}, not ${wanted}.`,
  };
  const mend = { nl: "Kies het goede bestand of de goede --table.", en: "Choose the right file or the right --table." };
  return fail("file", where, what, mend);
}
