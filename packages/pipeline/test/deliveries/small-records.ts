import { identifier, literal, openDuck, type Duck } from "../../src/duck.ts";
import { storedColumns, type Protocol } from "../../src/deliveries/protocol.ts";
import { readProtocols } from "../../src/deliveries/read-protocol.ts";
import type { ReceivedRecords } from "../../src/deliveries/received-records.ts";
import { readCatalogue } from "../../src/read-catalogue.ts";
import { root } from "../built-edition.ts";

type Value = string | number | boolean | readonly string[] | null;
export type SmallRecord = Readonly<Record<string, Value>>;
/** Type → its records; columns that are left out are empty. */
export type SmallRecords = Readonly<Record<string, readonly SmallRecord[]>>;

const catalogue = readCatalogue(root);
if (!catalogue.ok) throw new Error("the catalogue has problems");
export const memberships = catalogue.value.memberships;
const protocols = readProtocols(root, catalogue.value.codelists);
if (!protocols.ok) throw new Error(JSON.stringify(protocols.problems));

export function protocolNamed(id: string): Protocol {
  const protocol = protocols.ok ? protocols.value.get(id) : undefined;
  if (!protocol) throw new Error(`no protocol ${id}`);
  return protocol;
}

export const openSmallDuck = (spill: string): Promise<Duck> => openDuck({ spill, memoryMb: 400, threads: 2 });

let tables = 0;

/** Records as a receipt keeps them, in tables of an engine that is open. */
export async function smallRecords(
  duck: Duck,
  records: SmallRecords,
  about: Partial<Pick<ReceivedRecords, "period" | "region" | "invalid" | "protocol">> = {},
): Promise<ReceivedRecords> {
  const protocol = about.protocol ?? protocolNamed("vt-2.0");
  const schema = `d${++tables}`;
  await duck.run(`CREATE SCHEMA ${schema}`);
  for (const [name, type] of Object.entries(protocol.records)) {
    const columns = storedColumns(type);
    const defined = columns.map((it) => `${identifier(it.name)} ${it.sql}`).join(", ");
    await duck.run(`CREATE TABLE ${schema}.${name} (record BIGINT, ${defined})`);
    const rows = (records[name] ?? []).map((record, i) => {
      for (const column of Object.keys(record))
        if (!columns.some((it) => it.name === column)) throw new Error(`${name} has no column ${column}`);
      const values = columns.map((it) => sqlOf(record[it.name] ?? (it.sql === "VARCHAR[]" ? [] : null), it.sql));
      return `(${i + 1}, ${values.join(", ")})`;
    });
    if (rows.length > 0) await duck.run(`INSERT INTO ${schema}.${name} VALUES ${rows.join(", ")}`);
  }
  return {
    duck,
    protocol,
    region: about.region ?? "VT10",
    period: about.period ?? "2024H1",
    source: (type) => `${schema}.${identifier(type)}`,
    invalid: about.invalid ?? [],
  };
}

function sqlOf(value: Value, sql: string): string {
  if (value === null) return "NULL";
  if (typeof value === "string") return `${literal(value)}::${sql}`;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return `[${value.map(literal).join(", ")}]::VARCHAR[]`;
}

/** A person as it is kept. */
export const person = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
