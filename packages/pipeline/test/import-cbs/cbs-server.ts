import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * A server on this machine that speaks CBS's OData v4 and v3 for made-up tables. It is written from the public
 * description of the protocol: it shows that the importer follows that, not that CBS does.
 */

export interface TestCell {
  readonly measure: string;
  readonly codes: readonly string[];
  readonly value: number | null;
  readonly attribute?: string;
  readonly text?: string;
}

export interface TestTable {
  readonly id: string;
  readonly title: string;
  version: string;
  modified: string;
  readonly dimensions: {
    readonly identifier: string;
    readonly title: string;
    readonly kind: string;
    readonly codes: { readonly identifier: string; readonly title: string; readonly status?: string }[];
  }[];
  readonly measures: {
    readonly identifier: string;
    readonly title: string;
    readonly unit: string;
    readonly group?: readonly string[];
  }[];
  /** How many cells there are, and the cell at a place: made when asked for. */
  size: number;
  at: (i: number) => TestCell;
  pageSize: number;
}

/** What goes wrong with a request, once. */
export type Fault =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  | "reset"
  | "half"
  | "silence";

export interface CbsServer {
  readonly v4: string;
  readonly v3: string;
  /** Path and query of every request, in order. */
  readonly requests: string[];
  /** The next requests whose address contains this text go wrong, one fault each. */
  readonly fail: (containing: string, ...faults: Fault[]) => void;
  /** Called with the address before a request is answered. */
  onRequest: (url: string) => void;
  readonly close: () => Promise<void>;
}

export async function startCbsServer(...tables: TestTable[]): Promise<CbsServer> {
  const faults: { containing: string; fault: Fault }[] = [];
  const requests: string[] = [];
  let origin = "";
  const server: Server = createServer((request, response) => {
    const url = decodeURIComponent(request.url ?? "");
    requests.push(url);
    handle.onRequest(url);
    const at = faults.findIndex((it) => url.includes(it.containing));
    const fault = at < 0 ? undefined : faults.splice(at, 1)[0]?.fault;
    answer(request, response, fault);
  });

  function answer(request: IncomingMessage, response: ServerResponse, fault: Fault | undefined): void {
    if (fault === "silence") return;
    if (fault === "reset") return void request.socket.destroy();
    if (fault !== undefined && fault !== "half") {
      response.writeHead(fault.status, { "content-type": "text/html", ...fault.headers });
      return void response.end(fault.body ?? "<html>storing</html>");
    }
    const json = route(new URL(request.url ?? "/", origin), tables, origin);
    if (json === undefined) {
      response.writeHead(404, { "content-type": "application/json" });
      return void response.end(`{"error":{"code":"404"}}`);
    }
    const text = JSON.stringify(json);
    response.writeHead(200, { "content-type": "application/json; odata.metadata=minimal" });
    response.end(fault === "half" ? text.slice(0, Math.floor(text.length / 2)) : text);
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
  const handle: CbsServer = {
    v4: `${origin}/odata/v1/CBS`,
    v3: `${origin}/ODataFeed/odata`,
    requests,
    fail: (containing, ...list) => faults.push(...list.map((fault) => ({ containing, fault }))),
    onRequest: () => {},
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return handle;
}

function route(url: URL, tables: readonly TestTable[], origin: string): unknown {
  const [, v4, v3] = /^\/odata\/v1\/CBS\/(.+)$|^\/ODataFeed\/odata\/(.+)$/.exec(url.pathname) ?? [];
  const [id, entity = ""] = (v4 ?? v3 ?? "").split("/");
  const table = tables.find((it) => it.id === id);
  if (!table) return undefined;
  return v4 === undefined ? routeV3(table, entity, url, origin) : routeV4(table, entity, url, origin);
}

function routeV4(table: TestTable, entity: string, url: URL, origin: string): unknown {
  const groups = groupsOf(table);
  const list = (value: unknown[]) => ({ "@odata.context": `${origin}/$metadata`, value });
  if (entity === "") {
    const names = [
      "MeasureCodes",
      "Dimensions",
      "Observations",
      "Properties",
      ...table.dimensions.map((it) => `${it.identifier}Codes`),
    ];
    if (groups.length > 0) names.push("MeasureGroups");
    return list(names.map((name) => ({ name, kind: name === "Properties" ? "Singleton" : "EntitySet", url: name })));
  }
  if (entity === "Properties")
    return {
      "@odata.context": `${origin}/$metadata#Properties`,
      Identifier: table.id,
      Title: table.title,
      Version: table.version,
      Modified: table.modified,
      ObservationsModified: table.modified,
      ObservationCount: table.size,
    };
  if (entity === "Dimensions")
    return list(table.dimensions.map((it) => ({ Identifier: it.identifier, Title: it.title, Kind: it.kind })));
  if (entity === "MeasureGroups") return groups.length > 0 ? list(groups) : undefined;
  if (entity === "MeasureCodes")
    return list(
      table.measures.map((it) => ({
        Identifier: it.identifier,
        Title: it.title,
        Unit: it.unit,
        MeasureGroupId: groups.find((group) => group.path === (it.group ?? []).join("/"))?.Id ?? null,
      })),
    );
  if (entity === "Observations") return observations(table, url, origin);
  const dimension = table.dimensions.find((it) => `${it.identifier}Codes` === entity);
  if (!dimension) return undefined;
  return list(
    dimension.codes.map((it, i) => ({ Identifier: it.identifier, Index: i, Title: it.title, Status: it.status })),
  );
}

/** Every group on the way to a measure, with the group above it. */
function groupsOf(table: TestTable): { Id: string; Title: string; ParentId: string | null; path: string }[] {
  const paths = new Set(
    table.measures.flatMap((it) => (it.group ?? []).map((_, i, all) => all.slice(0, i + 1).join("/"))),
  );
  const ids = new Map([...paths].map((path, i) => [path, String(i + 1)]));
  return [...paths].map((path) => {
    const parent = path.split("/").slice(0, -1).join("/");
    return { Id: ids.get(path)!, Title: path.split("/").at(-1)!, ParentId: ids.get(parent) ?? null, path };
  });
}

function observations(table: TestTable, url: URL, origin: string): unknown {
  const filter = url.searchParams.get("$filter") ?? "";
  const wanted = [...filter.matchAll(/\(([^)]*)\)/g)].map((m) =>
    [...m[1]!.matchAll(/(\w+) eq '([^']*)'/g)].map((term) => [term[1]!, term[2]!] as const),
  );
  const fits = (cell: TestCell) =>
    wanted.every((terms) => terms.some(([name, code]) => valueOf(table, cell, name) === code));
  const chosen: number[] = [];
  if (filter !== "") for (let i = 0; i < table.size; i++) if (fits(table.at(i))) chosen.push(i);
  const size = filter === "" ? table.size : chosen.length;
  const skip = Number(url.searchParams.get("$skip") ?? 0);
  const end = Math.min(size, skip + table.pageSize);
  const value = [];
  for (let i = skip; i < end; i++) {
    const id = filter === "" ? i : chosen[i]!;
    const cell = table.at(id);
    value.push({
      Id: id,
      Measure: cell.measure,
      ValueAttribute: cell.attribute ?? "None",
      Value: cell.value,
      StringValue: cell.text ?? null,
      ...Object.fromEntries(table.dimensions.map((it, at) => [it.identifier, cell.codes[at]])),
    });
  }
  const next = new URL(url);
  next.searchParams.set("$skip", String(end));
  return {
    "@odata.context": `${origin}/$metadata#Observations`,
    ...(url.searchParams.get("$count") === "true" ? { "@odata.count": size } : {}),
    value,
    ...(end < size ? { "@odata.nextLink": next.href } : {}),
  };
}

function valueOf(table: TestTable, cell: TestCell, name: string): string | undefined {
  return name === "Measure" ? cell.measure : cell.codes[table.dimensions.findIndex((it) => it.identifier === name)];
}

const padded = (code: string): string => code.padEnd(6);
const paddedNumber = (text: string): string => text.padStart(8);

function routeV3(table: TestTable, entity: string, url: URL, origin: string): unknown {
  const list = (value: unknown[]) => ({ "odata.metadata": `${origin}/$metadata`, value });
  const names = [
    "TableInfos",
    "UntypedDataSet",
    "TypedDataSet",
    "DataProperties",
    "CategoryGroups",
    ...table.dimensions.map((it) => it.identifier),
  ];
  if (entity === "") return list(names.map((name) => ({ name, url: `${origin}/ODataFeed/odata/${table.id}/${name}` })));
  if (entity === "TableInfos")
    return list([{ ID: 0, Identifier: table.id, Title: table.title, Modified: table.modified }]);
  if (entity === "DataProperties") return list(dataProperties(table));
  if (entity === "UntypedDataSet") return untyped(table, url);
  const dimension = table.dimensions.find((it) => it.identifier === entity);
  return (
    dimension && list(dimension.codes.map((it) => ({ Key: padded(it.identifier), Title: it.title, Status: it.status })))
  );
}

function dataProperties(table: TestTable): unknown[] {
  const groups = groupsOf(table);
  const first = table.dimensions.length;
  const groupId = (path: string): number | null => {
    const at = groups.findIndex((it) => it.path === path);
    return at < 0 ? null : first + at;
  };
  return [
    ...table.dimensions.map((it, i) => ({ ID: i, ParentID: null, Type: it.kind, Key: it.identifier, Title: it.title })),
    ...groups.map((it, i) => ({
      ID: first + i,
      ParentID: groupId(it.path.split("/").slice(0, -1).join("/")),
      Type: "TopicGroup",
      Key: "",
      Title: it.Title,
    })),
    ...table.measures.map((it, i) => ({
      ID: first + groups.length + i,
      ParentID: groupId((it.group ?? []).join("/")),
      Type: "Topic",
      Key: it.identifier,
      Title: it.title,
      Unit: it.unit,
    })),
  ];
}

/** Wide rows of padded texts: “.” for a hidden cell, nothing for an impossible one. */
function untyped(table: TestTable, url: URL): unknown {
  const rows = new Map<string, Record<string, string | number>>();
  for (let i = 0; i < table.size; i++) {
    const cell = table.at(i);
    const key = cell.codes.join("|");
    const row = rows.get(key) ?? {
      ID: rows.size,
      ...Object.fromEntries(table.dimensions.map((it, at) => [it.identifier, padded(cell.codes[at]!)])),
    };
    const sign = cell.attribute === "Impossible" ? "" : paddedNumber(".");
    row[cell.measure] = cell.value === null ? sign : paddedNumber(String(cell.value));
    rows.set(key, row);
  }
  const skip = Number(url.searchParams.get("$skip") ?? 0);
  const end = Math.min(rows.size, skip + table.pageSize);
  const next = new URL(url);
  next.searchParams.set("$skip", String(end));
  return { value: [...rows.values()].slice(skip, end), ...(end < rows.size ? { "odata.nextLink": next.href } : {}) };
}
