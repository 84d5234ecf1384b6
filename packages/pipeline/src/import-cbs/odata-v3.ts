import type { PageCache } from "./cache.ts";
import { isoDate, otherTable } from "./describe-table.ts";
import { done, type Result } from "./failure.ts";
import type { FetchPolicy, Web } from "./fetch-json.ts";
import type { Selection } from "./match-table.ts";
import { readPages } from "./read-pages.ts";
import { textOf, type CbsRecord } from "./record.ts";
import type { TableSource } from "./table-source.ts";
import { plainTitle, type CbsMeasure, type CbsTable, type CellPage, type RawCell } from "./table.ts";

/**
 * A table over OData v3: wide format, one column per dimension and one per measure. Entities: TableInfos,
 * DataProperties, one per dimension, UntypedDataSet. The untyped set is read because only there a hidden cell (“.”)
 * differs from an impossible one (blank); in the typed set both are null. Codes are padded with spaces.
 * @param base such as https://opendata.cbs.nl/ODataFeed/odata
 */
export function odataV3(base: string, id: string, web: Web, policy: FetchPolicy): TableSource {
  const root = `${base.replace(/\/+$/, "")}/${encodeURIComponent(id)}`;
  const entity = (name: string, more = ""): string => `${root}/${encodeURIComponent(name)}?$format=json${more}`;

  async function all(name: string): Promise<Result<CbsRecord[]>> {
    const records: CbsRecord[] = [];
    for await (const page of readPages({ url: entity(name) }, web, policy)) {
      if (!page.ok) return page;
      records.push(...page.value.records);
    }
    return done(records);
  }

  async function describe(): Promise<Result<CbsTable>> {
    const infos = await all("TableInfos");
    if (!infos.ok) return infos;
    const info = infos.value[0] ?? {};
    const found = textOf(info, "Identifier").trim();
    if (found.toLowerCase() !== id.toLowerCase()) return otherTable(entity("TableInfos"), found, id);
    const properties = await all("DataProperties");
    if (!properties.ok) return properties;
    const dimensions: CbsTable["dimensions"][number][] = [];
    for (const it of properties.value.filter(isDimension)) {
      const identifier = textOf(it, "Key").trim();
      const codes = await all(identifier);
      if (!codes.ok) return codes;
      dimensions.push({
        identifier,
        title: plainTitle(textOf(it, "Title")),
        kind: textOf(it, "Type"),
        codes: codes.value.map((code) => ({
          identifier: textOf(code, "Key").trim(),
          title: plainTitle(textOf(code, "Title")),
          status: textOf(code, "Status").trim(),
        })),
      });
    }
    return done({
      id,
      title: plainTitle(textOf(info, "Title")),
      version: versionOf(info),
      modified: isoDate(textOf(info, "Modified")),
      cells: undefined,
      whole: true,
      dimensions,
      measures: topics(properties.value),
    });
  }

  async function* cells(table: CbsTable, selection: Selection, cache: PageCache): AsyncGenerator<Result<CellPage>> {
    const url = entity("UntypedDataSet", queryOf(table, selection));
    const measures = selection.measures.length > 0 ? selection.measures : table.measures.map((it) => it.identifier);
    for await (const page of readPages({ url, cache }, web, policy)) {
      if (!page.ok) {
        yield page;
        return;
      }
      const { records, count, fromCache, number } = page.value;
      yield done({
        cells: wideCells(records, table, measures, number),
        records: records.length,
        total: count,
        fromCache,
      });
    }
  }

  return {
    remote: true,
    describe,
    cells,
    version: async () => {
      const infos = await all("TableInfos");
      return infos.ok ? done(versionOf(infos.value[0] ?? {})) : infos;
    },
  };
}

const isDimension = (it: CbsRecord): boolean => /Dimension$|^GeoDetail$/.test(textOf(it, "Type"));

function versionOf(info: CbsRecord): string | undefined {
  const parts = ["Modified", "MetaDataModified"].map((field) => textOf(info, field));
  return parts.every((it) => it === "") ? undefined : `v3 ${parts.join(" ")}`;
}

/** Topics with the titles of the groups above them. */
function topics(properties: readonly CbsRecord[]): CbsMeasure[] {
  const byId = new Map(properties.map((it) => [textOf(it, "ID"), it]));
  return properties
    .filter((it) => textOf(it, "Type") === "Topic")
    .map((it) => {
      const group: string[] = [];
      const seen = new Set<string>();
      for (let at = textOf(it, "ParentID"); at !== "" && !seen.has(at); at = textOf(byId.get(at) ?? {}, "ParentID")) {
        seen.add(at);
        const above = byId.get(at);
        if (above) group.unshift(plainTitle(textOf(above, "Title")));
      }
      const title = plainTitle(textOf(it, "Title"));
      return { identifier: textOf(it, "Key").trim(), title, group, unit: plainTitle(textOf(it, "Unit")) };
    });
}

function queryOf(table: CbsTable, selection: Selection): string {
  const terms = selection.codes.map(
    ({ dimension, codes }) =>
      `(${codes.map((code) => `${dimension} eq '${code.replaceAll("'", "''")}'`).join(" or ")})`,
  );
  const filter = terms.length > 0 ? `&$filter=${encodeURIComponent(terms.join(" and "))}` : "";
  const columns = ["ID", ...table.dimensions.map((it) => it.identifier), ...selection.measures];
  return filter + (selection.measures.length > 0 ? `&$select=${encodeURIComponent(columns.join(","))}` : "");
}

/** One cell for each measure of each record. */
function* wideCells(
  records: readonly CbsRecord[],
  table: CbsTable,
  measures: readonly string[],
  page: number,
): Generator<RawCell> {
  for (const record of records) {
    const codes = table.dimensions.map((it) => textOf(record, it.identifier).trim());
    const place = `page ${page}, ID ${textOf(record, "ID")}`;
    for (const measure of measures) {
      const value = record[measure];
      yield {
        measure,
        codes,
        value: typeof value === "number" ? value : undefined,
        text: typeof value === "string" ? value : "",
        attribute: "",
        blank: "not-applicable",
        place: `${place}, ${measure}`,
      };
    }
  }
}
