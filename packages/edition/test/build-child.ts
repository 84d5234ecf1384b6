/**
 * Builds the sample edition in a process of its own, so that a test can let it die.
 * Words: folder, the file operation at which to die (0: live), when to start (ms since 1970), value of the figure.
 */
import { startCounting, waitUntil } from "./die-at.ts";
import { figure, sampleContent } from "./sample-edition.ts";

const [parent = "", dieAt = "0", startAt = "0", value = "1"] = process.argv.slice(2);
const { writeEdition } = await import("../src/write-edition.ts");
waitUntil(Number(startAt));
startCounting(Number(dieAt));
const observations = [figure({ cell: { value: Number(value), marks: [] } })];
const written = writeEdition(parent, sampleContent({ observations }));
console.log(written.ok ? written.state : written.what);
process.exitCode = written.ok ? 0 : 1;
