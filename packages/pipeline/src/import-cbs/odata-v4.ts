import type { PageCache } from "./cache.ts";
import { describeTable, versionOf, type TableRecords } from "./describe-table.ts";
import { done, fail, type Result } from "./failure.ts";
import { fetchJson, type FetchPolicy, type Web } from "./fetch-json.ts";
import { isRecord, readRecords, textOf, type CbsRecord } from "./record.ts";
import type { Selection } from "./match-table.ts";
import { readPages } from "./read-pages.ts";
import type { TableSource } from "./table-source.ts";
import type { CbsTable, CellPage, RawCell } from "./table.ts";

/**
 * A table over OData v4: long format, one record per cell, pages of 100,000 with an `@odata.nextLink`.
 * Entities: Properties, Dimensions, MeasureCodes, MeasureGroups, `<Dimension>Codes`, Observations.
 * @param base such as https://datasets.cbs.nl/odata/v1/CBS
 */
export function odataV4(base: string, id: string, web: Web, policy: FetchPolicy): TableSource {
  const root = `${base.replace(/\/+$/, "")}/${encodeURIComponent(id)}`;

  /** Every record of an entity, over as many pages as it takes. */
  async function all(entity: string): Promise<Result<CbsRecord[]>> {
    const records: CbsRecord[] = [];
    for await (const page of readPages({ url: `${root}/${entity}` }, web, policy)) {
      if (!page.ok) return page;
      records.push(...page.value.records);
    }
    return done(records);
  }

  async function properties(): Promise<Result<CbsRecord>> {
    const url = `${root}/Properties`;
    const answer = await fetchJson(url, web, policy);
    if (!answer.ok) return answer;
    const { json } = answer.value;
    // A singleton; a server may send it as a list of one.
    const list = isRecord(json) && Array.isArray(json["value"]) ? json["value"][0] : json;
    if (isRecord(list) && textOf(list, "Identifier") !== "") return done(list);
    const what = { nl: "De tabel noemt zijn eigenschappen niet.", en: "The table does not give its properties." };
    const mend = { nl: "Controleer het adres (--base) en het nummer.", en: "Check the address (--base) and the id." };
    return fail("bad-answer", url, what, mend);
  }

  async function describe(): Promise<Result<CbsTable>> {
    const service = await fetchJson(root, web, policy);
    if (!service.ok) return service;
    const sets = readRecords(service.value.json, root);
    if (!sets.ok) return sets;
    const names = new Set(sets.value.records.map((it) => textOf(it, "name")));
    const own = await properties();
    if (!own.ok) return own;
    const dimensions = await all("Dimensions");
    if (!dimensions.ok) return dimensions;
    const measures = await all("MeasureCodes");
    if (!measures.ok) return measures;
    const groups = names.has("MeasureGroups") ? await all("MeasureGroups") : done([]);
    if (!groups.ok) return groups;
    const codes = new Map<string, CbsRecord[]>();
    for (const dimension of dimensions.value) {
      const name = textOf(dimension, "Identifier");
      const list = await all(`${encodeURIComponent(name)}Codes`);
      if (!list.ok) return list;
      codes.set(name, list.value);
    }
    const records: TableRecords = {
      properties: own.value,
      dimensions: dimensions.value,
      measures: measures.value,
      measureGroups: groups.value,
      codes,
    };
    return describeTable(records, root, id);
  }

  async function* cells(table: CbsTable, selection: Selection, cache: PageCache): AsyncGenerator<Result<CellPage>> {
    const url = `${root}/Observations?$count=true${filterOf(selection)}`;
    for await (const page of readPages({ url, cache }, web, policy)) {
      if (!page.ok) {
        yield page;
        return;
      }
      const { records, count, fromCache, number } = page.value;
      yield done({ cells: longCells(records, table, number), records: records.length, total: count, fromCache });
    }
  }

  return {
    remote: true,
    describe,
    cells,
    version: async () => {
      const own = await properties();
      return own.ok ? done(versionOf(own.value)) : own;
    },
  };
}

/** `&$filter=(Measure eq 'M1' or Measure eq 'M2') and (Geslacht eq 'T001038')`; nothing when all is wanted. */
function filterOf(selection: Selection): string {
  const wanted = [{ dimension: "Measure", codes: selection.measures }, ...selection.codes].filter(
    (it) => it.codes.length > 0,
  );
  if (wanted.length === 0) return "";
  const terms = wanted.map(
    ({ dimension, codes }) =>
      `(${codes.map((code) => `${dimension} eq '${code.replaceAll("'", "''")}'`).join(" or ")})`,
  );
  return `&$filter=${encodeURIComponent(terms.join(" and "))}`;
}

/** Cells of records in the long format, as v4 sends and as its download holds them. */
export function* longCells(records: Iterable<CbsRecord>, table: CbsTable, page: number): Generator<RawCell> {
  const names = table.dimensions.map((it) => it.identifier);
  for (const record of records) {
    const value = record["Value"];
    yield {
      measure: textOf(record, "Measure").trim(),
      codes: names.map((name) => textOf(record, name).trim()),
      value: typeof value === "number" ? value : undefined,
      text: typeof value === "string" ? value : textOf(record, "StringValue"),
      attribute: textOf(record, "ValueAttribute").trim(),
      blank: "unspecified",
      place: `page ${page}, Id ${textOf(record, "Id")}`,
    };
  }
}
