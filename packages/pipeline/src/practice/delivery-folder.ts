import { closeSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import type { Protocol } from "../deliveries/protocol.ts";
import type { DeliveryName, DeliveryWriter } from "./generate.ts";
import { recordTypes, type RecordName } from "./region-run.ts";

/** Rows are gathered to pieces of this many characters; a file system takes those best. */
const pieceLength = 1 << 18;

/** The first line of a file: the fields of the protocol, in its order. */
export const headerOf = (protocol: Protocol, type: RecordName): string =>
  `${Object.keys(protocol.records[type]?.fields ?? {}).join(",")}\n`;

/**
 * Writes deliveries into `out`, each into a folder `VT10-2024H1` with a file per type of record and `levering.json`.
 * A folder that was there is replaced.
 */
export function deliveryFolder(out: string, protocol: Protocol): (delivery: DeliveryName) => DeliveryWriter {
  return (delivery) => {
    const folder = `${out}/${delivery.organisatie}-${delivery.periode}`;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const files = new Map(recordTypes.map((type) => [type, openSync(`${folder}/${type}.csv`, "w")]));
    const pieces = Object.fromEntries(recordTypes.map((type) => [type, headerOf(protocol, type)])) as Record<
      RecordName,
      string
    >;
    const flush = (type: RecordName): void => {
      writeSync(files.get(type)!, pieces[type], null, "latin1");
      pieces[type] = "";
    };
    return {
      write: (type, row) => {
        pieces[type] += row;
        if (pieces[type].length > pieceLength) flush(type);
      },
      close: () => {
        for (const type of recordTypes) {
          flush(type);
          closeSync(files.get(type)!);
        }
        writeFileSync(`${folder}/levering.json`, `${JSON.stringify(delivery)}\n`);
      },
    };
  };
}
