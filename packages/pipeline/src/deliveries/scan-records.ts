import { createReadStream } from "node:fs";
import type { Encoding } from "./survey-file.ts";

/** How a text file is cut into records and fields; without a separator each line is one field. */
export interface Cut {
  readonly encoding: Encoding;
  readonly separator?: string;
}

export interface Scanned {
  readonly fields: readonly string[];
  /** Physical line on which the record begins. */
  readonly line: number;
}

export type ScanFault = {
  readonly kind: "quote-open" | "quote-text" | "line-ends-mixed" | "field-huge";
  readonly line: number;
};

/** No field of a protocol comes near: what is longer is a quotation mark or a line end that went missing. */
export const longestField = 10_000;

const piece = 4096;

/**
 * Reads delimited records one after another, as RFC 4180 says, with physical line numbers. Blank lines are no records. It is slower
 * than the engine and tells exactly where something is: for places of faults, and for texts in Windows-1252.
 * @param onRecord is told each record, the first line included; false ends the scan
 * @returns what keeps the file from being cut into records, first one only
 */
export async function scanRecords(
  path: string,
  { encoding, separator }: Cut,
  onRecord: (record: Scanned) => boolean | void | Promise<boolean | void>,
): Promise<ScanFault | undefined> {
  const scanner = new RecordScanner(separator);
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const text = decoder.decode(chunk, { stream: true });
    // In pieces: who wants the header only shouldn't wait for a million characters.
    for (let start = 0; start < text.length; start += piece) {
      const fault = scanner.take(text.slice(start, start + piece));
      for (const record of scanner.ready()) if ((await onRecord(record)) === false) return undefined;
      if (fault) return fault;
    }
  }
  const fault = scanner.take(decoder.decode()) ?? scanner.end();
  for (const record of scanner.ready()) if ((await onRecord(record)) === false) return undefined;
  return fault;
}

type State = "start" | "plain" | "quoted" | "quote-in-quoted" | "after-quoted";

class RecordScanner {
  private readonly separator: string | undefined;
  private state: State = "start";
  private value = "";
  private fields: string[] = [];
  private records: Scanned[] = [];
  private line = 1;
  private startLine = 1;
  private quoteLine = 1;
  private lastReturn = false;
  private lineEnd: "\n" | "\r" | "\r\n" | undefined;

  constructor(separator: string | undefined) {
    this.separator = separator;
  }

  ready(): Scanned[] {
    const records = this.records;
    this.records = [];
    return records;
  }

  take(text: string): ScanFault | undefined {
    for (let i = 0; i < text.length; i += 1) {
      const fault = this.character(text[i]!);
      if (fault) return fault;
    }
    return undefined;
  }

  end(): ScanFault | undefined {
    if (this.state === "quoted") return { kind: "quote-open", line: this.quoteLine };
    const fault = this.lastReturn ? this.endOfLine("\r") : undefined;
    this.lastReturn = false;
    this.endRecord();
    return fault;
  }

  private character(it: string): ScanFault | undefined {
    if (this.lastReturn) {
      this.lastReturn = false;
      const fault = this.endOfLine(it === "\n" ? "\r\n" : "\r");
      if (fault) return fault;
      if (it === "\n") return undefined;
    }
    if (this.state === "quoted") return this.inQuotes(it);
    if (it === "\n") return this.endOfLine("\n");
    if (it === "\r") {
      this.lastReturn = true;
      return undefined;
    }
    if (it === this.separator) {
      this.endField();
      return undefined;
    }
    return this.inField(it);
  }

  private inField(it: string): ScanFault | undefined {
    if (this.separator !== undefined && it === '"') {
      if (this.state === "start" && this.value.trim() === "") {
        this.state = "quoted";
        this.value = "";
        this.quoteLine = this.line;
        return undefined;
      }
      if (this.state === "quote-in-quoted") {
        this.state = "quoted";
        return this.add('"');
      }
    }
    if (this.state === "quote-in-quoted" || this.state === "after-quoted") {
      if (it !== " ") return { kind: "quote-text", line: this.line };
      this.state = "after-quoted";
      return undefined;
    }
    if (it !== " ") this.state = "plain";
    return this.add(it);
  }

  private inQuotes(it: string): ScanFault | undefined {
    if (it === '"') {
      this.state = "quote-in-quoted";
      return undefined;
    }
    // A line end inside a value counts for where the next record is; of CR LF only one of both.
    if (it === "\n" || (it === "\r" && this.lineEnd === "\r")) this.line += 1;
    return this.add(it);
  }

  private add(it: string): ScanFault | undefined {
    this.value += it;
    return this.value.length > longestField
      ? { kind: "field-huge", line: this.state === "quoted" ? this.quoteLine : this.line }
      : undefined;
  }

  private endField(): void {
    this.fields.push(this.value);
    this.value = "";
    this.state = "start";
  }

  private endRecord(): void {
    const blank = this.fields.length === 0 && this.state === "start" && this.value === "";
    if (!blank) {
      this.endField();
      this.records.push({ fields: this.fields, line: this.startLine });
      this.fields = [];
    }
    this.startLine = this.line;
  }

  private endOfLine(lineEnd: "\n" | "\r" | "\r\n"): ScanFault | undefined {
    const here = this.line;
    this.line += 1;
    this.endRecord();
    this.lineEnd ??= lineEnd;
    return this.lineEnd === lineEnd ? undefined : { kind: "line-ends-mixed", line: here };
  }
}
