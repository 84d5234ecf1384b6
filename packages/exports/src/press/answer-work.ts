import { constants, setPriority } from "node:os";
import type { Text } from "@impactmonitor/model/text";
import type { Said } from "./worker.ts";

/** Work that can't be done because of what was asked, in words for the reader who asked. */
export interface Refusal {
  readonly cannot: Text;
}

/**
 * The side of `openWorker` in the process itself: each message is work, and what `make` returns or throws goes back.
 * Ends by itself when whoever started it is gone.
 */
export function answerWork(
  make: (work: unknown, told: (done: number) => void) => unknown,
  refusal: (error: unknown) => Refusal | undefined = () => undefined,
): void {
  // Pages go first, also where there is one core only.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  // A signal for the whole group of processes must not spoil what a visitor still waits for.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => undefined);
  process.on("disconnect", () => process.exit());
  const say = (said: Said, sent = (): void => undefined): void => void process.send?.(said, sent);
  process.on("message", async (work: unknown) => {
    const said = await answer(work, (done) => say({ done })).catch((error: unknown) => told(error));
    // Pictures and pages hold memory outside JavaScript's, which the collector doesn't see and so doesn't hurry for.
    say({ ...said, memory: process.memoryUsage.rss() }, () => setImmediate(() => globalThis.gc?.()));
  });
  const answer = async (work: unknown, tell: (done: number) => void) => ({ made: await make(work, tell) });
  const told = (error: unknown) => refusal(error) ?? { failed: error instanceof Error ? error.message : String(error) };
}
