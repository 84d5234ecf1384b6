/** Lets the process that imports this be killed in the middle of its work, as a power cut would do it. */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

let step = Number.NEGATIVE_INFINITY;
let dieAt = 0;
const operations = ["mkdirSync", "openSync", "writeSync", "fsyncSync", "renameSync", "rmSync"] as const;
for (const name of operations) {
  const real = fs[name] as (...words: unknown[]) => unknown;
  const dying = (...words: unknown[]): unknown => {
    step += 1;
    if (step === dieAt) {
      // The disk may have taken the first half of what was written.
      if (name === "writeSync" && words[1] instanceof Uint8Array)
        real(words[0], words[1].subarray(0, words[1].length / 2));
      process.kill(process.pid, "SIGKILL");
    }
    return real(...words);
  };
  Object.assign(fs, { [name]: dying });
}
syncBuiltinESMExports();

/** Counts file operations from now on, and dies at the one with this number; 0: lives. */
export function startCounting(at: number): void {
  step = 0; // reading the modules opened files too
  dieAt = at;
}

/** How many file operations there were since `startCounting`. */
export const operationsSoFar = (): number => step;

/** Waits until a moment, so that two processes begin together. @param startAt ms since 1970 */
export function waitUntil(startAt: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.max(0, startAt - Date.now() - 5));
  while (Date.now() < startAt);
}
