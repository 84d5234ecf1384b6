import { createHash } from "node:crypto";
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { flushFolder } from "@impactmonitor/edition/write-flushed";
import { z } from "zod";

/**
 * A register to which lines are only added: one JSON object per line, each with the hash of the line before it. A line that somebody
 * changes or takes out later shows itself at the next reading. It proves no authorship: whoever may write the file may write it anew.
 */
export type Log<T> =
  | { readonly ok: true; readonly entries: readonly T[] }
  | { readonly ok: false; readonly what: string; readonly mend: string };

const lineSchema = z.object({ before: z.string(), entry: z.unknown() });

/** What stands before the first line. */
const beginning = "0".repeat(64);

/**
 * Reads all entries, and checks the chain. The last line may be cut off, by a power cut or a full disk: it was never finished, and counts
 * for nothing.
 */
export function readLog<S extends z.ZodType>(file: string, schema: S): Log<z.output<S>> {
  const read = readLines(file);
  if (!read.ok) return read;
  const entries: z.output<S>[] = [];
  for (const [i, line] of read.lines.entries()) {
    const parsed = schema.safeParse(line.entry);
    if (!parsed.success) return broken(file, i + 1, "says something that this version doesn't know");
    entries.push(parsed.data);
  }
  return { ok: true, entries };
}

/**
 * Adds an entry and flushes it to disk; when this returns, the line stands. Only for who holds the claim on the folder: two that add at
 * once would both follow the same line.
 */
export function appendToLog(file: string, entry: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  const read = readLines(file);
  if (!read.ok) throw new Error(read.what);
  const before = read.lines.at(-1)?.hash ?? beginning;
  const line = Buffer.from(`${JSON.stringify({ before, entry })}\n`);
  // Written behind the last whole line, over what a power cut left of an unfinished one.
  const handle = openSync(file, existsSync(file) ? "r+" : "w");
  try {
    for (let done = 0; done < line.length;)
      done += writeSync(handle, line, done, line.length - done, read.length + done);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  flushFolder(dirname(file));
}

interface Line {
  readonly entry: unknown;
  readonly hash: string;
}
type Lines =
  | { readonly ok: true; readonly lines: readonly Line[]; readonly length: number }
  | { readonly ok: false; readonly what: string; readonly mend: string };

function readLines(file: string): Lines {
  if (!existsSync(file)) return { ok: true, lines: [], length: 0 };
  const bytes = readFileSync(file);
  const length = bytes.lastIndexOf(10) + 1;
  const texts = length === 0 ? [] : bytes.toString("utf8", 0, length - 1).split("\n");
  const lines: Line[] = [];
  let before = beginning;
  for (const [i, text] of texts.entries()) {
    const parsed = lineSchema.safeParse(json(text));
    if (!parsed.success) return broken(file, i + 1, "is damaged");
    if (parsed.data.before !== before) return broken(file, i + 1, "does not follow the line before it");
    before = createHash("sha256").update(text).digest("hex");
    lines.push({ entry: parsed.data.entry, hash: before });
  }
  return { ok: true, lines, length };
}

const broken = (file: string, line: number, what: string) =>
  ({
    ok: false,
    what: `${file}:${line} ${what}: lines were changed or taken out after they were written.`,
    mend: "Put the file back from a copy. Nothing is added to a register that doesn't hold.",
  }) as const;

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
