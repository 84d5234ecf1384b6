import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { claimFolder } from "@impactmonitor/edition/claim-folder";
import { flushFile, flushFolder } from "@impactmonitor/edition/write-flushed";
import { openDuck, type Duck } from "../duck.ts";
import { EngineFailure } from "./engine-failure.ts";
import { fault, showable, type Fault } from "./fault.ts";
import { isInside } from "./read-key.ts";
import { findDelivery, type Found, type Incoming, type Read } from "./receive.ts";
import type { ReceivedRecords } from "./received-records.ts";
import { appendToRegister, readRegister, standingIn, type RegisterLine } from "./register.ts";
import { halfYearBefore, replacementFaults } from "./replacement.ts";
import { recordsIn } from "./stage-records.ts";
import type { StoredDelivery } from "./stored-delivery.ts";
import { sweepDeliveries } from "./sweep-deliveries.ts";

export interface DeliveryRequest extends Omit<Incoming, "today"> {
  /** Folder of the deliveries: `data/deliveries`. */
  readonly folder: string;
  readonly by: string;
  readonly mode?: "add" | "replace";
  /** A first delivery of a period older than what stands. */
  readonly first?: boolean;
  readonly now?: () => Date;
  readonly memoryMb?: number;
  readonly threads?: number;
  /** Opens the engine; one of its own for each delivery when left out. */
  readonly engine?: typeof openDuck;
  /** Writes the reports to the sender into a folder; also for a delivery that is rejected over its values. */
  readonly reports?: (
    received: ReceivedRecords,
    previous: ReceivedRecords | undefined,
    folder: string,
  ) => Promise<void>;
}

export type DeliveryOutcome =
  | {
      readonly outcome: "accepted";
      /** Absent from a check, which stores nothing. */
      readonly delivery?: StoredDelivery;
      readonly replaces?: string;
      readonly records: Readonly<Record<string, number>>;
      readonly warnings: readonly Fault[];
    }
  | {
      readonly outcome: "rejected";
      readonly id?: string;
      readonly faults: readonly Fault[];
      readonly warnings: readonly Fault[];
    }
  /** Nothing was judged and nothing was registered: somebody else is busy, no space, a register that was changed. */
  | { readonly outcome: "failed"; readonly what: string; readonly mend: string };

const claimWords = { thing: "The delivery", job: "delivery", doing: "being written to" } as const;

/**
 * Receives, checks and keeps a delivery, all or nothing: records are written to a hidden folder, flushed, renamed into place, and
 * one line in the register makes them stand. Killed at any moment, what stood before stands, or the new.
 */
export async function addDelivery(request: DeliveryRequest): Promise<DeliveryOutcome> {
  const { folder } = request;
  return guarded(folder, async () => {
    const claimed = claimFolder(folder, claimWords);
    if (!claimed.ok) return { outcome: "failed", what: claimed.what, mend: claimed.mend };
    try {
      const register = readRegister(folder);
      if (!register.ok) return { outcome: "failed", what: register.what, mend: register.mend };
      sweepDeliveries(folder, register.entries);
      return await receiveAnd(request, register.entries, store);
    } finally {
      claimed.release();
    }
  });
}

/** Receives and checks a delivery as `addDelivery` does, and keeps nothing of it. */
export async function checkDelivery(request: DeliveryRequest): Promise<DeliveryOutcome> {
  return guarded(request.folder, async () => {
    const register = readRegister(request.folder);
    if (!register.ok) return { outcome: "failed", what: register.what, mend: register.mend };
    mkdirSync(request.folder, { recursive: true });
    return receiveAnd(request, register.entries, async ({ faults, read }) =>
      faults.length > 0
        ? { outcome: "rejected", faults, warnings: read?.warnings ?? [] }
        : { outcome: "accepted", records: read?.records ?? {}, warnings: read?.warnings ?? [] },
    );
  });
}

async function guarded(folder: string, run: () => Promise<DeliveryOutcome>): Promise<DeliveryOutcome> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof EngineFailure)
      return {
        outcome: "failed",
        what: error.message,
        mend: "Check memory and space, and try again; nothing was changed.",
      };
    if (!(error instanceof Error && "code" in error && "syscall" in error)) throw error;
    const what = `The delivery can't be read from its place or written to ${folder} (${String(error.code)}).`;
    return { outcome: "failed", what, mend: "Check space and rights, and try again; nothing was changed." };
  }
}

/** Everything that is known of a delivery when it is judged. */
interface Judged {
  readonly request: DeliveryRequest;
  readonly register: readonly RegisterLine[];
  readonly standing: readonly StoredDelivery[];
  readonly found: Found;
  readonly read?: Read;
  readonly faults: readonly Fault[];
  readonly duck: Duck;
  /** Hidden folder with what was read. */
  readonly partial: string;
  readonly at: Date;
}

async function receiveAnd(
  request: DeliveryRequest,
  register: readonly RegisterLine[],
  then: (judged: Judged) => Promise<DeliveryOutcome>,
): Promise<DeliveryOutcome> {
  const { folder, memoryMb, threads, engine = openDuck } = request;
  const at = (request.now ?? (() => new Date()))();
  const standing = standingIn(folder, register);
  const other = register.find((it) => standing.some(({ id }) => id === it.id) && it.key !== request.key.fingerprint);
  if (other)
    return {
      outcome: "failed",
      what: `This is not the key, or not the way of hashing, that delivery ${other.id ?? ""} was received with: the same person would get another pseudonym.`,
      mend: "Give the key that was used before. After a change of the way of hashing, receive all deliveries again in an empty folder.",
    };
  const partial = join(folder, `.received.${process.pid}.partial`);
  const spill = join(folder, `.spill.${process.pid}.partial`);
  for (const it of [partial, spill]) rmSync(it, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  try {
    await using duck = await engine({
      spill,
      ...(memoryMb === undefined ? {} : { memoryMb }),
      ...(threads === undefined ? {} : { threads }),
    });
    const found = await findDelivery({ ...request, today: at.toISOString().slice(0, 10) });
    const early = [...found.faults, ...placeFaults(request), ...mayStand(request, found, standing, register)];
    const read = early.length === 0 ? await found.read?.(duck, partial, standing) : undefined;
    const faults = [...early, ...(read?.faults ?? [])];
    return await then({ request, register, standing, found, ...(read ? { read } : {}), faults, duck, partial, at });
  } finally {
    for (const it of [partial, spill]) rmSync(it, { recursive: true, force: true });
  }
}

/** The sender's files hold what the data folder may never hold. */
const placeFaults = ({ path, folder }: DeliveryRequest): Fault[] =>
  isInside(path, folder) ? [fault({ kind: "inside-data", file: basename(path) })] : [];

function mayStand(
  request: DeliveryRequest,
  found: Found,
  standing: readonly StoredDelivery[],
  lines: readonly RegisterLine[],
): Fault[] {
  if (!found.resolved) return [];
  const { region, period } = found.resolved;
  const { mode = "add", first = false } = request;
  const asked = { region, period: period.code, mode, first, files: found.files };
  return replacementFaults(asked, standing, lines, basename(request.path));
}

async function store(judged: Judged): Promise<DeliveryOutcome> {
  const { request, register, standing, found, read, faults, partial, at } = judged;
  const { folder } = request;
  const { said, resolved, files } = found;
  const id = resolved && nextId(register, resolved.region, resolved.period.code);
  const accepted = faults.length === 0 && id !== undefined && resolved !== undefined;
  const replaced = accepted
    ? standing.find((it) => it.region === resolved.region && it.period === resolved.period.code)
    : undefined;
  if (id !== undefined) await writeReports(judged, id);
  if (accepted) keepRecords(folder, partial, id);
  appendToRegister(folder, {
    at: at.toISOString(),
    by: request.by,
    ...(id === undefined ? {} : { id }),
    ...(resolved
      ? { region: resolved.region, period: resolved.period.code, protocol: resolved.protocol.id }
      : short(said)),
    files: files.map(({ name, sha256, bytes }) => ({ name, sha256, bytes })),
    ...(read ? { records: read.records, key: request.key.fingerprint } : {}),
    outcome: accepted ? "accepted" : "rejected",
    faults: summary(faults),
    ...(replaced ? { replaces: replaced.id } : {}),
  });
  const warnings = read?.warnings ?? [];
  if (!accepted) return { outcome: "rejected", ...(id === undefined ? {} : { id }), faults, warnings };
  // Only now: until the line was on disk, the old records stood.
  if (replaced) rmSync(replaced.folder, { recursive: true, force: true });
  const { region, period, protocol } = resolved;
  const delivery = { id, region, period: period.code, protocol: protocol.id, folder: join(folder, "records", id) };
  return {
    outcome: "accepted",
    delivery,
    ...(replaced ? { replaces: replaced.id } : {}),
    records: read?.records ?? {},
    warnings,
  };
}

/** What a delivery that can't be placed says of itself can be anything: of it is kept what may be shown, and no more. */
const short = (said: Found["said"]): Found["said"] =>
  Object.fromEntries(Object.entries(said).map(([key, it]) => [key, showable(String(it))]));

const nextId = (lines: readonly RegisterLine[], region: string, period: string): string =>
  `${region}-${period}-${lines.filter((it) => it.id?.startsWith(`${region}-${period}-`)).length + 1}`;

function summary(faults: readonly Fault[]): { kind: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { kind, count } of faults) counts.set(kind, (counts.get(kind) ?? 0) + count);
  return [...counts].map(([kind, count]) => ({ kind, count }));
}

function keepRecords(folder: string, partial: string, id: string): void {
  const records = join(folder, "records");
  mkdirSync(records, { recursive: true });
  for (const name of readdirSync(partial)) flushFile(join(partial, name));
  flushFolder(partial);
  renameSync(partial, join(records, id));
  flushFolder(records);
  flushFolder(folder);
}

async function writeReports({ request, standing, found, read, duck }: Judged, id: string): Promise<void> {
  const { folder, reports } = request;
  if (!reports || !read?.received || !found.resolved) return;
  const { region, period, protocol } = found.resolved;
  const before = standing.find(
    (it) => it.region === region && it.period === halfYearBefore(period.code) && it.protocol === protocol.id,
  );
  const previous = before && receivedFrom(duck, before, protocol);
  const partial = join(folder, "reports", `.${id}.${process.pid}.partial`);
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  try {
    await reports(read.received, previous, partial);
    for (const name of readdirSync(partial)) flushFile(join(partial, name));
    flushFolder(partial);
    renameSync(partial, join(folder, "reports", id));
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/** The records of a delivery that stands, as they were received: to compare a later one with. */
export const receivedFrom = (
  duck: Duck,
  delivery: StoredDelivery,
  protocol: ReceivedRecords["protocol"],
): ReceivedRecords => ({
  duck,
  protocol,
  region: delivery.region,
  period: delivery.period,
  source: (type) => recordsIn(join(delivery.folder, `${type}.parquet`)),
  // Values that can't be read reject a delivery: what stands has none.
  invalid: [],
});
