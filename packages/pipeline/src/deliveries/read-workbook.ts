import { fork } from "node:child_process";
import { readFileSync, statSync } from "node:fs";

import { z } from "zod";
import { fault, type Fault } from "./fault.ts";
import { mostUnpacked, walkArchive, type Archive } from "./walk-archive.ts";

/** A day that is none can come out of a number. */
const day = z.custom<Date>((it) => it instanceof Date);
const cellSchema = z.union([z.string(), z.number(), z.boolean(), day, z.null()]);
const sheetsSchema = z.array(z.object({ sheet: z.string(), data: z.array(z.array(cellSchema)) }));

export type Cell = z.infer<typeof cellSchema>;
export type Sheet = z.infer<typeof sheetsSchema>[number];

/** Sheets of a workbook by record type: the sheet has its name, in any case. */
export interface Workbook {
  readonly file: string;
  readonly sheets: readonly Sheet[];
}

/** In MB, what the reader may use before it is stopped: many times what the workbook holds. */
const memoryFor = ({ unpacked, cells }: Archive): number => 128 + Math.ceil((10 * unpacked + 40 * cells) / 2 ** 20);

/** Reads a workbook whole, in bounded memory. @returns a fault when it is none, is damaged, or is too large */
export async function readWorkbook(path: string, file: string): Promise<Workbook | Fault> {
  if (statSync(path).size > mostUnpacked) return fault({ kind: "workbook-large", file });
  const bytes = readFileSync(path);
  const archive = await walkArchive(bytes);
  const sheets = typeof archive === "string" ? archive : await readSheets(bytes, memoryFor(archive));
  return typeof sheets === "string" ? fault({ kind: sheets, file }) : { file, sheets };
}

/** @param memory in MB */
const readSheets = (bytes: Buffer, memory: number): Promise<readonly Sheet[] | "unreadable"> =>
  new Promise((resolve) => {
    const reader = fork(new URL("./read-sheets.ts", import.meta.url), {
      serialization: "advanced",
      execArgv: [`--max-old-space-size=${memory}`],
      // Neither the key of pseudonyms nor anything else: and what it would say when it stops is of no use to anybody.
      env: {},
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    reader.once("message", (sheets) => resolve(sheetsSchema.safeParse(sheets).data ?? "unreadable"));
    reader.once("error", () => resolve("unreadable"));
    // Without a message: it stopped, or waited for what never came.
    reader.once("exit", () => resolve("unreadable"));
    reader.send(bytes, () => {});
  });
