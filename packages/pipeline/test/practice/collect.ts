import { createHash, type Hash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { headerOf } from "@impactmonitor/pipeline/practice/delivery-folder";
import { generateDeliveries, type GenerateOptions } from "@impactmonitor/pipeline/practice/generate";
import { readPractice, type Practice } from "@impactmonitor/pipeline/practice/practice";
import { recordTypes, type RecordName } from "@impactmonitor/pipeline/practice/region-run";

export const root = fileURLToPath(new URL("../../../../", import.meta.url)).replace(/\/$/, "");

export function practiceOf(): Practice {
  const read = readPractice(root);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

export type Row = Readonly<Record<string, string>>;
export interface Delivery {
  readonly region: string;
  readonly period: string;
  readonly rows: Readonly<Record<RecordName, Row[]>>;
}

/** Deliveries with their rows read by the name of the column, as a receiver would. */
export async function collect(practice: Practice, options: Omit<GenerateOptions, "open">): Promise<Delivery[]> {
  const made: Delivery[] = [];
  const fields = Object.fromEntries(
    recordTypes.map((type) => [type, headerOf(practice.protocol, type).trim().split(",")]),
  );
  const open: GenerateOptions["open"] = ({ organisatie, periode }) => {
    const rows = Object.fromEntries(recordTypes.map((type): [RecordName, Row[]] => [type, []])) as Record<
      RecordName,
      Row[]
    >;
    made.push({ region: organisatie, period: periode, rows });
    return {
      write: (type, line) => {
        const cells = line.replace(/\n$/, "").split(",");
        if (cells.length !== fields[type]!.length) throw new Error(`${type}: ${line}`);
        const row: Record<string, string> = {};
        fields[type]!.forEach((it, i) => (row[it] = cells[i]!));
        rows[type].push(row);
      },
      close: () => undefined,
    };
  };
  for await (const _ of generateDeliveries(practice, { ...options, open }));
  return made;
}

/** Delivery → checksum of every line in order. */
export async function checksums(
  practice: Practice,
  options: Omit<GenerateOptions, "open">,
): Promise<Map<string, string>> {
  const hashes = new Map<string, Hash>();
  const open: GenerateOptions["open"] = ({ organisatie, periode }) => {
    const hash = createHash("sha256");
    hashes.set(`${organisatie}-${periode}`, hash);
    return { write: (type, line) => void hash.update(type).update(line), close: () => undefined };
  };
  for await (const _ of generateDeliveries(practice, { ...options, open }));
  return new Map([...hashes].map(([name, hash]) => [name, hash.digest("hex")]));
}
