/**
 * Builds the sample edition in a process of its own, so that a test can let it die.
 * Words: folder, the file operation at which to die (0: live), when to start (ms since 1970), value of the figure.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { figure, sampleContent } from "./sample-edition.ts";

const [parent = "", dieAt = "0", startAt = "0", value = "1"] = process.argv.slice(2);
let step = Number.NEGATIVE_INFINITY;
const operations = ["mkdirSync", "openSync", "writeSync", "fsyncSync", "renameSync"] as const;
for (const name of operations) {
  const real = fs[name] as (...words: unknown[]) => unknown;
  const dying = (...words: unknown[]): unknown => {
    step += 1;
    if (step === Number(dieAt)) {
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
const { writeEdition } = await import("../src/write-edition.ts");

const sleep = (milliseconds: number): unknown =>
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.max(0, milliseconds));
sleep(Number(startAt) - Date.now() - 5);
while (Date.now() < Number(startAt));
step = 0; // reading the modules opened files too
const observations = [figure({ cell: { value: Number(value), marks: [] } })];
const written = writeEdition(parent, sampleContent({ observations }));
console.log(written.ok ? written.state : written.what);
process.exitCode = written.ok ? 0 : 1;
