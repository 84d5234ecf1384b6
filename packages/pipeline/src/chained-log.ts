import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { flushFolder } from "@impactmonitor/edition/write-flushed";
import { z } from "zod";

/**
 * A register to which lines are only added: one JSON object per line, each with the hash of the line before it. A line that somebody
 * changes or takes out later shows itself at the next reading. It proves no authorship: whoever may write the file may write it anew.
 */
export type Log<T> =
  | {
      readonly ok: true;
      readonly entries: readonly T[];
      /** A last line that was not written whole: what it would have said never came to stand. */
      readonly cutOff: boolean;
    }
  | { readonly ok: false; readonly line: number; readonly what: string; readonly mend: string };

/** How a line holds its entry and the hash of the line before. */
export interface LineForm {
  /** What stands for the hash before the first line. */
  readonly beginning: string;
  readonly write: (entry: object, before: string) => object;
  /** Parses a line. */
  readonly line: z.ZodType<{ readonly before: string; readonly entry: unknown }>;
}

/** The entry apart. */
export const nested: LineForm = {
  beginning: "0".repeat(64),
  write: (entry, before) => ({ before, entry }),
  line: z.object({ before: z.string(), entry: z.unknown() }),
};

/** The hash last among what the entry says: as the register of deliveries has it. */
export const flat: LineForm = {
  beginning: "",
  write: (entry, before) => ({ ...entry, before }),
  line: z.looseObject({ before: z.string() }).transform(({ before, ...entry }) => ({ before, entry })),
};

/**
 * Reads all entries, and checks the chain. The last line may be cut off, by a power cut or a full disk: it was never finished, and counts
 * for nothing.
 */
export function readLog<S extends z.ZodType>(file: string, schema: S, form: LineForm = nested): Log<z.output<S>> {
  const read = readLines(file, form);
  if (!read.ok) return read;
  const entries: z.output<S>[] = [];
  for (const [i, line] of read.lines.entries()) {
    const parsed = schema.safeParse(line.entry);
    if (!parsed.success) return broken(file, i + 1, "says something that this version doesn't know");
    entries.push(parsed.data);
  }
  return { ok: true, entries, cutOff: read.cutOff };
}

/**
 * Adds an entry and flushes it to disk; when this returns, the line stands. Only for who holds the claim on the folder: two that add at
 * once would both follow the same line.
 */
export function appendToLog(file: string, entry: object, form: LineForm = nested): void {
  mkdirSync(dirname(file), { recursive: true });
  const read = readLines(file, form);
  if (!read.ok) throw new Error(read.what);
  const before = read.lines.at(-1)?.hash ?? form.beginning;
  const line = Buffer.from(`${JSON.stringify(form.write(entry, before))}\n`);
  const handle = openSync(file, existsSync(file) ? "r+" : "wx+");
  try {
    // What a power cut left of an unfinished line goes; whole lines never do.
    if (fstatSync(handle).size > read.length) ftruncateSync(handle, read.length);
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
  | { readonly ok: true; readonly lines: readonly Line[]; readonly length: number; readonly cutOff: boolean }
  | { readonly ok: false; readonly line: number; readonly what: string; readonly mend: string };

function readLines(file: string, { beginning, line }: LineForm): Lines {
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  const length = wholeLines(bytes);
  const texts = length === 0 ? [] : bytes.toString("utf8", 0, length - 1).split("\n");
  const lines: Line[] = [];
  let before = beginning;
  for (const [i, text] of texts.entries()) {
    const parsed = line.safeParse(json(text));
    if (!parsed.success) return broken(file, i + 1, "is damaged");
    if (parsed.data.before !== before) return broken(file, i + 1, "does not follow the line before it");
    before = createHash("sha256").update(text).digest("hex");
    lines.push({ entry: parsed.data.entry, hash: before });
  }
  return { ok: true, lines, length, cutOff: length < bytes.length };
}

/** Where the whole lines end. Of a last line a power cut can leave its beginning, or its place: NUL bytes, which no line holds. */
function wholeLines(bytes: Buffer): number {
  const length = bytes.lastIndexOf(10) + 1;
  const last = bytes.lastIndexOf(10, length - 2) + 1;
  return length > 1 && bytes.subarray(last, length).includes(0) ? last : length;
}

const broken = (file: string, line: number, what: string) =>
  ({
    ok: false,
    line,
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
