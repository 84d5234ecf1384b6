import { pipeline, Readable } from "node:stream";
import { parse } from "csv-parse";

/** How a text file with columns was saved. */
export interface Dialect {
  readonly encoding: "utf-8" | "utf-16le" | "windows-1252";
  readonly delimiter: ";" | "," | "\t";
}

type Open = () => AsyncIterable<Buffer>;

/**
 * Finds out how a file was saved: UTF-8 (with or without a byte order mark), UTF-16 or, when it is no UTF-8,
 * Windows-1252, as older spreadsheets do; with semicolons (as CBS does), commas or tabs.
 */
export async function sniff(open: Open): Promise<Dialect> {
  const encoding = await encodingOf(open);
  const head = await firstText(open, encoding);
  const plain = head.replace(/"[^"]*"/g, "");
  const counts = ([";", ",", "\t"] as const).map((delimiter) => ({ delimiter, n: plain.split(delimiter).length }));
  counts.sort((a, b) => b.n - a.n);
  return { encoding, delimiter: counts[0]?.delimiter ?? ";" };
}

async function encodingOf(open: Open): Promise<Dialect["encoding"]> {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  let first = true;
  try {
    for await (const chunk of open()) {
      if (first && chunk[0] === 0xff && chunk[1] === 0xfe) return "utf-16le";
      first = false;
      utf8.decode(chunk, { stream: true });
    }
    utf8.decode();
    return "utf-8";
  } catch (error) {
    if (error instanceof TypeError) return "windows-1252";
    throw error;
  }
}

const headLength = 4_000;

async function firstText(open: Open, encoding: string): Promise<string> {
  let text = "";
  for await (const part of decode(open(), encoding)) {
    text += part;
    if (text.length >= headLength) break;
  }
  return text.slice(0, headLength);
}

async function* decode(chunks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** The lines of a file as lists of fields; quoted fields may hold line ends. Empty lines are left out. */
export async function* readDelimited(open: Open, dialect: Dialect): AsyncGenerator<string[]> {
  const { delimiter } = dialect;
  const parser = parse({ delimiter, relax_column_count: true, skip_empty_lines: true, relax_quotes: true });
  // An error of the source destroys the parser, so the loop below throws it.
  pipeline(Readable.from(decode(open(), dialect.encoding)), parser, () => {});
  for await (const record of parser) if (isFields(record)) yield record;
}

const isFields = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((it) => typeof it === "string");

/** The number of a field with a point before decimals: CBS writes a comma in files with semicolons. */
export const withPoint = (text: string, dialect: Dialect): string =>
  dialect.delimiter !== "," && /^\s*-?\d+,\d+\s*$/.test(text) ? text.replace(",", ".") : text;
