import { fork, type ChildProcess, type Serializable } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Text } from "@impactmonitor/model/text";

/** What a process says of its work: how far it is (0 to 1), and in the end what it made, why it can't be made, or what broke. */
export type Said =
  | { readonly done: number }
  | { readonly made: unknown; readonly memory?: number }
  | { readonly cannot: Text; readonly memory?: number }
  | { readonly failed: string; readonly memory?: number };

export type Ended =
  | { readonly ok: true; readonly made: unknown }
  | { readonly ok: false; readonly why: "failed" | { readonly cannot: Text } };

/** A process that does one piece of work at a time. It starts with the first and ends when there is none for a while. */
export interface Worker {
  readonly run: (work: Serializable, patience: number, told: (done: number) => void) => Promise<Ended>;
  /** Ends the process; the work that it was at has failed, and nothing is reported. */
  readonly stop: () => void;
}

export interface WorkerOptions {
  /** The module that the process runs; it answers with `answerWork`. */
  readonly entry: URL;
  /** Milliseconds without work after which the process ends, so that its memory is given back. */
  readonly idle: number;
  /** Bytes in memory at which the process is ended at once, and at which it makes way for a fresh one after its work. */
  readonly memory?: { readonly most: number; readonly tired: number };
  /** Told in one line what went wrong. */
  readonly report: (problem: string) => void;
}

/** Milliseconds between two looks at the memory of a process that is at work. */
const lookEvery = 250;

/** Neither the memory of the work nor a crash of native code is that of the process which asks for it. */
export function openWorker({ entry, idle, memory, report }: WorkerOptions): Worker {
  let child: ChildProcess | undefined;
  let running: { readonly told: (done: number) => void; readonly end: (ended: Ended) => void } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let watch: NodeJS.Timeout | undefined;

  const drop = (): void => {
    const it = child;
    child = undefined;
    it?.kill("SIGKILL");
  };
  const finish = (ended: Ended): void => {
    clearTimeout(timer);
    clearInterval(watch);
    if (child) timer = setTimeout(drop, idle).unref();
    const it = running;
    running = undefined;
    it?.end(ended);
  };
  const breakDown = (problem: string): void => {
    drop();
    report(problem);
    finish({ ok: false, why: "failed" });
  };
  const hear = (said: Said): void => {
    if ("done" in said) return running?.told(Math.min(1, Math.max(0, said.done)));
    if (memory && (said.memory ?? 0) > memory.tired) drop();
    if ("made" in said) return finish({ ok: true, made: said.made });
    if ("cannot" in said) return finish({ ok: false, why: { cannot: said.cannot } });
    report(said.failed);
    finish({ ok: false, why: "failed" });
  };
  const start = (): ChildProcess => {
    const it = fork(entry, [], {
      execArgv: ["--expose-gc", ...(memory ? [`--max-old-space-size=${Math.round(memory.most / 2 ** 20)}`] : [])],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const stopped = (how: string): void => {
      if (it !== child) return;
      child = undefined;
      if (running) breakDown(`the process stopped (${how})`);
    };
    it.on("message", (said: unknown) => {
      if (it === child && isSaid(said)) hear(said);
    });
    it.on("exit", (code, signal) => stopped(signal ?? `code ${code}`));
    it.on("error", (error) => stopped(error.message));
    it.unref();
    it.channel?.unref();
    return it;
  };
  const look = (most: number): void => {
    if (child?.pid !== undefined && residentBytes(child.pid) > most)
      breakDown(`the process took more than ${Math.round(most / 1e6)} MB`);
  };
  return {
    run: (work, patience, told) =>
      new Promise((end) => {
        running = { told, end };
        child ??= start();
        clearTimeout(timer);
        timer = setTimeout(() => breakDown(`the work was not done within ${patience} ms`), patience).unref();
        if (memory) watch = setInterval(look, lookEvery, memory.most).unref();
        // What goes wrong with sending ends the process too, and is told there.
        child.send(work, () => undefined);
      }),
    stop: () => {
      drop();
      finish({ ok: false, why: "failed" });
    },
  };
}

const isSaid = (it: unknown): it is Said =>
  typeof it === "object" && it !== null && ("done" in it || "made" in it || "cannot" in it || "failed" in it);

/** What a process holds in memory; 0 where the system does not say (elsewhere than on Linux its own heap limit is what holds). */
function residentBytes(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
