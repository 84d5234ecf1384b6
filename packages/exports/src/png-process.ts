import { constants, setPriority } from "node:os";
import { svgToPng } from "./png.ts";

/**
 * The process that draws: an SVG comes in as a message, its PNG goes back; a string goes back when it can't be drawn.
 * Ends by itself when whoever started it is gone.
 */

// Pages go first, also where there is one core only.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

process.on("message", (svg: unknown) => {
  // A picture holds some 7 MB outside JavaScript's memory, which the collector doesn't see and so doesn't hurry for.
  process.send?.(answer(svg), () => setImmediate(() => globalThis.gc?.()));
});

// A signal for the whole group of processes must not spoil the picture that a visitor still waits for.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => undefined);

function answer(svg: unknown): Uint8Array | string {
  try {
    return svgToPng(String(svg));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
