import { fork, type ChildProcess } from "node:child_process";

export type Drawn =
  | { readonly ok: true; readonly png: Uint8Array }
  /** busy: too many wait already · failed: it can't be drawn, or the process broke down · left: nobody waits for it any more */
  | { readonly ok: false; readonly why: "busy" | "failed" | "left" };

export interface PngQueue {
  /** One SVG of ours as PNG; who goes away by `signal` gives up the place in the queue. */
  readonly draw: (svg: string, signal?: AbortSignal) => Promise<Drawn>;
  /** Ends the drawing process; what was being drawn has failed. */
  readonly close: () => void;
}

export interface PngQueueOptions {
  /** The module that the drawing process runs: png-process, as built. */
  readonly entry: URL;
  /** Pictures that may wait behind the one that is being drawn. */
  readonly waiting: number;
  /** Milliseconds that one picture may take, the start of the process included. */
  readonly patience: number;
  /** Milliseconds without work after which the process ends, so that its memory is given back. */
  readonly idle: number;
  /** Told in one line what went wrong. */
  readonly report: (problem: string) => void;
}

interface Job {
  readonly svg: string;
  readonly askers: Set<(drawn: Drawn) => void>;
}

/**
 * Draws pictures one by one in a process of its own: visitors of pages don't wait for it, and neither its memory nor a
 * crash of its native code is the site's. It starts with the first picture. The same picture asked for twice is drawn once.
 */
export function openPngQueue({ entry, waiting, patience, idle, report }: PngQueueOptions): PngQueue {
  const queue: Job[] = [];
  let drawing: Job | undefined;
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;

  const wake = (act: () => void, after: number): void => {
    clearTimeout(timer);
    timer = setTimeout(act, after).unref();
  };
  const next = (): void => {
    if (drawing) return;
    drawing = queue.shift();
    if (!drawing) return wake(end, idle);
    child ??= start();
    wake(() => breakDown(`a picture was not drawn within ${patience} ms`), patience);
    // What goes wrong with sending ends the process too, and is told there.
    child.send(drawing.svg, () => undefined);
  };
  const finish = (drawn: Drawn): void => {
    const job = drawing;
    drawing = undefined;
    for (const tell of job?.askers ?? []) tell(drawn);
    next();
  };
  const end = (): void => {
    const it = child;
    child = undefined;
    it?.kill("SIGKILL");
  };
  const breakDown = (problem: string): void => {
    end();
    report(`PNG: ${problem}`);
    finish({ ok: false, why: "failed" });
  };
  const start = (): ChildProcess => {
    const it = fork(entry, [], {
      execArgv: ["--expose-gc"],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const stopped = (how: string): void => {
      if (it !== child) return;
      child = undefined;
      if (drawing) breakDown(`the drawing process stopped (${how})`);
    };
    it.on("message", (message) => {
      if (it !== child) return;
      if (message instanceof Uint8Array) return finish({ ok: true, png: message });
      report(`PNG: ${String(message)}`);
      finish({ ok: false, why: "failed" });
    });
    it.on("exit", (code, signal) => stopped(signal ?? `code ${code}`));
    it.on("error", (error) => stopped(error.message));
    it.unref();
    it.channel?.unref();
    return it;
  };

  const draw = (svg: string, signal?: AbortSignal): Promise<Drawn> =>
    new Promise((tell) => {
      if (signal?.aborted) return tell({ ok: false, why: "left" });
      const same = [...(drawing ? [drawing] : []), ...queue].find((it) => it.svg === svg);
      if (!same && drawing && queue.length >= waiting) return tell({ ok: false, why: "busy" });
      const job = same ?? { svg, askers: new Set() };
      job.askers.add(tell);
      const leave = (): void => {
        if (!job.askers.delete(tell)) return;
        tell({ ok: false, why: "left" });
        const place = queue.indexOf(job);
        if (job.askers.size === 0 && place >= 0) queue.splice(place, 1);
      };
      signal?.addEventListener("abort", leave, { once: true });
      if (same) return;
      queue.push(job);
      next();
    });
  const close = (): void => {
    clearTimeout(timer);
    for (const job of queue.splice(0)) for (const tell of job.askers) tell({ ok: false, why: "failed" });
    end();
    if (drawing) finish({ ok: false, why: "failed" });
    clearTimeout(timer);
  };
  return { draw, close };
}
