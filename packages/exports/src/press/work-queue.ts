import type { Serializable } from "node:child_process";
import type { Text } from "@impactmonitor/model/text";
import { openWorker, type Ended, type Worker, type WorkerOptions } from "./worker.ts";

/** What an asker gets. */
export type Answered<Made> =
  | { readonly ok: true; readonly made: Made }
  /** cannot: what was asked for is not there · failed: it broke down · left: the asker went away */
  | { readonly ok: false; readonly why: "failed" | "left" }
  | { readonly ok: false; readonly why: "cannot"; readonly said: Text }
  /** Too many wait already; after so many milliseconds there may be room. */
  | { readonly ok: false; readonly why: "busy"; readonly after: number }
  /** Not ready within the time to wait. `place`: how many go first, itself included; 0 when it is being made. */
  | {
      readonly ok: false;
      readonly why: "waiting";
      readonly place: number;
      readonly done: number;
      readonly after: number;
    };

export interface Ask {
  /** Who goes away by it gives up the place, unless somebody else waits for the same. */
  readonly signal?: AbortSignal;
  /** Milliseconds to wait before hearing how far it is; without it the asker waits till the end. */
  readonly wait?: number;
}

export interface WorkQueue<Work, Made> {
  readonly ask: (work: Work, how?: Ask) => Promise<Answered<Made>>;
  /** Ends the processes; all that wait are told that it failed. */
  readonly close: () => void;
}

export interface WorkQueueOptions<Work, Made> extends WorkerOptions {
  /** Processes at most, each with one piece of work at a time. */
  readonly processes: number;
  /** Pieces of work that may wait for a process. */
  readonly waiting: number;
  /** Two pieces with the same name are one: made once, for all who ask. */
  readonly nameOf: (work: Work) => string;
  /** Milliseconds that one is expected to take, and at most may take, the start of the process included. */
  readonly expected: (work: Work) => number;
  readonly patience: (work: Work) => number;
  /** Milliseconds that work is kept for an asker who was told to come back. */
  readonly keep: number;
  /** Takes what a process made, or nothing when it failed, once for each piece that was begun; undefined says that it is no good. */
  readonly take: (work: Work, made: unknown) => Made | undefined;
}

interface Job<Work, Made> {
  readonly name: string;
  readonly work: Work;
  readonly due: number;
  readonly askers: Set<(answer: Answered<Made>) => void>;
  keptUntil: number;
  done: number;
  worker?: Worker;
}

/**
 * Each piece of work is due this many times its expected length after it came in, and the earliest due goes first: short
 * work overtakes long work that came in shortly before it, and nothing waits for ever, since a due time never moves.
 */
const fairness = 10;
/** What is being made though nobody waits for it any more is finished if it is expected to be shorter than this, in milliseconds. */
const worthFinishing = 5000;

/** Work in a fair row for a few processes: bounded in number, the same work done once, dropped when nobody waits for it. */
export function openWorkQueue<Work extends Serializable, Made>(
  options: WorkQueueOptions<Work, Made>,
): WorkQueue<Work, Made> {
  const { processes, waiting, nameOf, expected, patience, keep, take } = options;
  const idle: Worker[] = Array.from({ length: processes }, () => openWorker(options));
  const all = [...idle];
  const queue: Job<Work, Made>[] = [];
  const making = new Set<Job<Work, Made>>();
  /** What ended badly while its askers were told to come back: they hear it then. */
  const missed = new Map<string, Answered<Made>>();
  let closed = false;

  const next = (): void => {
    while (idle.length > 0 && queue.length > 0) begin(queue.shift()!, idle.pop()!);
  };
  const begin = (job: Job<Work, Made>, worker: Worker): void => {
    job.worker = worker;
    making.add(job);
    void worker
      .run(job.work, patience(job.work), (done) => (job.done = done))
      .then((ended) => {
        making.delete(job);
        idle.push(worker);
        finish(job, answerOf(job.work, ended));
        next();
      });
  };
  const answerOf = (work: Work, ended: Ended): Answered<Made> => {
    const made = take(work, ended.ok ? ended.made : undefined);
    if (ended.ok) return made === undefined ? { ok: false, why: "failed" } : { ok: true, made };
    return ended.why === "failed" ? { ok: false, why: "failed" } : { ok: false, why: "cannot", said: ended.why.cannot };
  };
  const finish = (job: Job<Work, Made>, answer: Answered<Made>): void => {
    if (!answer.ok && job.keptUntil > Date.now()) {
      missed.set(job.name, answer);
      setTimeout(() => missed.delete(job.name), keep).unref();
    }
    for (const tell of job.askers) tell(answer);
  };
  /** Lets go of what nobody waits for any more. */
  const sweep = (): void => {
    const left = (it: Job<Work, Made>): boolean => it.askers.size === 0 && it.keptUntil <= Date.now();
    for (const it of queue.filter(left)) queue.splice(queue.indexOf(it), 1);
    for (const it of making) if (left(it) && expected(it.work) > worthFinishing) it.worker?.stop();
  };
  const rest = (it: Job<Work, Made>): number => expected(it.work) * (1 - it.done);
  /** Milliseconds until all of these may be done. */
  const time = (jobs: readonly Job<Work, Made>[]): number =>
    [...making, ...jobs].reduce((sum, it) => sum + rest(it), 0) / processes;
  const standing = (job: Job<Work, Made>): Answered<Made> => {
    const place = queue.indexOf(job) + 1;
    const after = place === 0 ? rest(job) : time(queue.slice(0, place));
    return { ok: false, why: "waiting", place, done: job.done, after };
  };
  const lineUp = (work: Work, name: string): Job<Work, Made> => {
    const due = Date.now() + fairness * expected(work);
    const job: Job<Work, Made> = { name, work, due, askers: new Set(), keptUntil: 0, done: 0 };
    const later = queue.findIndex((it) => it.due > due);
    queue.splice(later < 0 ? queue.length : later, 0, job);
    return job;
  };

  const ask = (work: Work, { signal, wait }: Ask = {}): Promise<Answered<Made>> =>
    new Promise((tell) => {
      if (signal?.aborted || closed) return tell({ ok: false, why: signal?.aborted ? "left" : "failed" });
      sweep();
      const name = nameOf(work);
      const before = missed.get(name);
      if (before) return tell(before);
      const same = [...making, ...queue].find((it) => it.name === name);
      if (!same && idle.length === 0 && queue.length >= waiting)
        return tell({ ok: false, why: "busy", after: time(queue.slice(0, 1)) });
      const job = same ?? lineUp(work, name);
      const leave = (answer: Answered<Made>): void => {
        if (!job.askers.delete(answered)) return;
        answered(answer);
        sweep();
      };
      const comeBack = (): void => {
        job.keptUntil = Date.now() + keep;
        setTimeout(sweep, keep + 1).unref();
        leave(standing(job));
      };
      const gone = (): void => leave({ ok: false, why: "left" });
      const late = wait === undefined ? undefined : setTimeout(comeBack, wait);
      const answered = (answer: Answered<Made>): void => {
        clearTimeout(late);
        signal?.removeEventListener("abort", gone);
        tell(answer);
      };
      job.askers.add(answered);
      signal?.addEventListener("abort", gone, { once: true });
      next();
    });
  const close = (): void => {
    closed = true;
    for (const job of queue.splice(0)) for (const tell of job.askers) tell({ ok: false, why: "failed" });
    for (const it of all) it.stop();
  };
  return { ask, close };
}
