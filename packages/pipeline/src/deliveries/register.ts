import { createHash } from "node:crypto";
import { closeSync, existsSync, fstatSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { StoredDelivery } from "./stored-delivery.ts";

const lineSchema = z.object({
  /** When it was handed in, ISO, UTC. */
  at: z.string(),
  /** Who handed it in. */
  by: z.string(),
  id: z.string().optional(),
  region: z.string().optional(),
  period: z.string().optional(),
  protocol: z.string().optional(),
  files: z.array(z.object({ name: z.string(), sha256: z.string(), bytes: z.number() })),
  /** Records by type, of a delivery that could be read. */
  records: z.record(z.string(), z.number()).optional(),
  /** Tells which key the persons were hashed with. */
  key: z.string().optional(),
  outcome: z.enum(["accepted", "rejected"]),
  /** What was wrong: kinds and counts, no values. */
  faults: z.array(z.object({ kind: z.string(), count: z.number() })),
  /** The delivery whose whole period this one replaces. */
  replaces: z.string().optional(),
  /** SHA-256 of the line before, empty in the first: a line that is changed or taken out shows. */
  before: z.string(),
});
export type RegisterLine = Readonly<z.infer<typeof lineSchema>>;

export type RegisterRead =
  | {
      readonly ok: true;
      readonly lines: readonly RegisterLine[];
      /** A last line that was not written whole: its delivery never came to stand. */
      readonly cutOff: boolean;
      readonly end: { readonly bytes: number; readonly hash: string };
    }
  | { readonly ok: false; readonly line: number; readonly what: string; readonly mend: string };

const nameOf = (folder: string): string => join(folder, "register.jsonl");
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Reads every delivery that was ever handed in, oldest first, and checks that nothing was changed or taken out. */
export function readRegister(folder: string): RegisterRead {
  const file = nameOf(folder);
  const lines: RegisterLine[] = [];
  let end = { bytes: 0, hash: "" };
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const written = text.split("\n");
  const rest = written.pop() ?? "";
  for (const [i, one] of written.entries()) {
    const line = parseLine(one);
    if (!line || line.before !== end.hash) {
      // A power cut can leave a last line of any bytes.
      if (!line && i === written.length - 1 && rest === "") return { ok: true, lines, cutOff: true, end };
      return {
        ok: false,
        line: i + 1,
        what: line
          ? `${file}:${i + 1} does not follow from the line before.`
          : `${file}:${i + 1} is no line of a register.`,
        mend: "The register was changed. Put back a copy from a backup; nothing is added until then.",
      };
    }
    lines.push(line);
    end = { bytes: end.bytes + Buffer.byteLength(one) + 1, hash: sha256(one) };
  }
  return { ok: true, lines, cutOff: rest !== "", end };
}

function parseLine(text: string): RegisterLine | undefined {
  try {
    const parsed = lineSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Adds a line and flushes it to disk. What a power cut left of a last line is removed first; whole lines never are. */
export function appendToRegister(
  folder: string,
  { end }: RegisterRead & { ok: true },
  line: Omit<RegisterLine, "before">,
): void {
  const text = Buffer.from(`${JSON.stringify({ ...line, before: end.hash })}\n`);
  const file = openSync(nameOf(folder), existsSync(nameOf(folder)) ? "r+" : "wx+");
  try {
    if (fstatSync(file).size > end.bytes) ftruncateSync(file, end.bytes);
    for (let written = 0; written < text.length;)
      written += writeSync(file, text, written, text.length - written, end.bytes + written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  flushFolder(dirname(nameOf(folder)));
}

/** Flushes a folder, so that the names in it survive a power cut. */
export function flushFolder(path: string): void {
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Flushes a file that something else wrote. */
export const flushFile = flushFolder;

/** Which of the deliveries in a register stand: of each sender and period the last that was accepted. */
export function standingIn(folder: string, lines: readonly RegisterLine[]): StoredDelivery[] {
  const standing = new Map<string, StoredDelivery>();
  for (const { outcome, id, region, period, protocol } of lines)
    if (
      outcome === "accepted" &&
      id !== undefined &&
      region !== undefined &&
      period !== undefined &&
      protocol !== undefined
    )
      standing.set(`${region} ${period}`, { id, region, period, protocol, folder: join(folder, "records", id) });
  return [...standing.values()].sort((a, b) =>
    a.period === b.period ? (a.region < b.region ? -1 : 1) : a.period < b.period ? -1 : 1,
  );
}

/**
 * The deliveries that stand, by period and region.
 * @throws when the register was changed by something else: figures may not be made from such records
 */
export function standingDeliveries(folder: string): StoredDelivery[] {
  const register = readRegister(folder);
  if (!register.ok) throw new Error(`${register.what} ${register.mend}`);
  return standingIn(folder, register.lines);
}
