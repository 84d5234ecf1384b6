import { join } from "node:path";
import { z } from "zod";
import { appendToLog, flat, readLog, type Log } from "../chained-log.ts";
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
});
export type RegisterLine = Readonly<z.infer<typeof lineSchema>>;

const nameOf = (folder: string): string => join(folder, "register.jsonl");

/** Reads every delivery that was ever handed in, oldest first, and checks that nothing was changed or taken out. */
export const readRegister = (folder: string): Log<RegisterLine> => readLog(nameOf(folder), lineSchema, flat);

/** Adds a line and flushes it to disk. Only for who holds the claim on the folder. */
export const appendToRegister = (folder: string, line: RegisterLine): void => appendToLog(nameOf(folder), line, flat);

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
  return standingIn(folder, register.entries);
}
