import { openWorkQueue } from "./press/work-queue.ts";

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

/** Draws pictures one by one, in the order in which they were asked for, in a process of its own. */
export function openPngQueue({ entry, waiting, patience, idle, report }: PngQueueOptions): PngQueue {
  const { ask, close } = openWorkQueue<string, Drawn>({
    entry,
    waiting,
    idle,
    processes: 1,
    nameOf: (svg) => svg,
    // All alike, so none goes before another.
    expected: () => 0,
    patience: () => patience,
    keep: 0,
    take: (_svg, made) => (made instanceof Uint8Array ? { ok: true, png: made } : undefined),
    report: (problem) => report(`PNG: ${problem}`),
  });
  return {
    draw: async (svg, signal) => {
      const answer = await ask(svg, signal ? { signal } : {});
      if (answer.ok) return answer.made;
      return { ok: false, why: answer.why === "busy" || answer.why === "left" ? answer.why : "failed" };
    },
    close,
  };
}
