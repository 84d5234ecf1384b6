import { createHash } from "node:crypto";
import type { EditionKind } from "@impactmonitor/model/edition";
import type { Order } from "../documents/order.ts";
import type { Cupboard, Kept } from "./cupboard.ts";
import { expectedTime } from "./expected.ts";
import { openWorkQueue, type Answered, type Ask } from "./work-queue.ts";

/** What the process of the press is sent: which document of which kind of figures, and where to write it. */
export interface PressWork {
  readonly kind: EditionKind;
  readonly order: Order;
  readonly to: string;
}

/** Makes documents in processes of its own and keeps them. */
export interface Press {
  /** The document, taken from the cupboard or made. */
  readonly bring: (kind: EditionKind, order: Order, how?: Ask) => Promise<Answered<Kept>>;
  /** The document if it lies ready; nothing is made. */
  readonly ready: (kind: EditionKind, order: Order) => Kept | undefined;
  /** What the document is called among all that ever were: the same name, the same bytes. */
  readonly nameOf: (kind: EditionKind, order: Order) => string;
  readonly close: () => void;
}

export interface PressOptions {
  /** The module that the processes run; it answers `PressWork` with `answerPress`. */
  readonly entry: URL;
  readonly processes: number;
  /** Documents that may wait for a process. */
  readonly waiting: number;
  /** Bytes of memory that one process may take. */
  readonly memory: number;
  readonly cupboard: Cupboard;
  /** What a document of this edition depends on besides its order: the edition's content and standing, and our own code. */
  readonly stamp: (kind: EditionKind, edition: string) => string;
  /** How many figures an edition has, 0 when it is not there: the more, the longer a document of all of them may take. */
  readonly figures: (kind: EditionKind, edition: string) => number;
  readonly report: (problem: string) => void;
  /** Milliseconds without work after which a process ends. */
  readonly idle?: number;
  /** Milliseconds that a document is kept for who was told to come back. */
  readonly keep?: number;
}

/** Milliseconds for a process to start and to open the editions, and how much longer than expected one document may take. */
const starting = 45_000;
const slack = 10;
/** A process that took this part of what it may is replaced by a fresh one after its work. */
const tired = 0.75;

export function openPress(options: PressOptions): Press {
  const { entry, processes, waiting, memory, cupboard, stamp, figures, report } = options;
  const { idle = 60_000, keep = 20_000 } = options;
  const nameOf: Press["nameOf"] = (kind, order) =>
    createHash("sha256")
      .update(JSON.stringify([kind, stamp(kind, order.edition), order]))
      .digest("base64url")
      .slice(0, 32);
  const expected = ({ kind, order }: PressWork): number => expectedTime(order, figures(kind, order.edition));
  const named = ({ kind, order }: PressWork): string => nameOf(kind, order);
  const queue = openWorkQueue<PressWork, Kept>({
    entry,
    processes,
    waiting,
    idle,
    keep,
    memory: { most: memory, tired: memory * tired },
    nameOf: named,
    expected,
    patience: (work) => starting + slack * expected(work),
    take: (work, made) => {
      if (made !== undefined) return cupboard.put(named(work));
      cupboard.discard(named(work));
      return undefined;
    },
    report: (problem) => report(`Documents: ${problem}`),
  });
  const ready: Press["ready"] = (kind, order) => cupboard.get(nameOf(kind, order));
  return {
    nameOf,
    ready,
    bring: async (kind, order, how) => {
      const made = ready(kind, order);
      if (made) return { ok: true, made };
      return queue.ask({ kind, order, to: cupboard.desk(nameOf(kind, order)) }, how);
    },
    close: queue.close,
  };
}
