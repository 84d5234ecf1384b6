/**
 * Seals two editions on top of the newest one of a folder, in a process of its own and claiming the folder for it.
 * Words: folder, the file operation at which to die (0: live), when to start (ms since 1970), value of the figure,
 * whether to hold the claim (1) until there is a file `<folder>.done`. Says the states of both or what is in the way; to
 * die at -1 is to live and to say how many operations there were.
 */
import { existsSync } from "node:fs";
import { operationsSoFar, startCounting, waitUntil } from "./die-at.ts";
import { figure, sampleContent } from "./sample-edition.ts";

const [parent = "", dieAt = "0", startAt = "0", value = "1", hold = "0"] = process.argv.slice(2);
const { claimFolder } = await import("../src/claim-folder.ts");
const { openChain } = await import("../src/open-chain.ts");
const { sealNext } = await import("../src/seal-next.ts");

function seal(): string {
  const chain = openChain(parent);
  if (!chain.ok) return chain.faults.map((it) => it.what).join(" ");
  let newest = chain.editions.at(-1);
  const states = ["2026-12", "2027-01"].map((id, i) => {
    const observations = [figure({ cell: { value: Number(value) + i, marks: [] } })];
    const sealed = sealNext(parent, newest, { ...sampleContent({ observations }), id, date: `${id}-20` });
    if (!sealed.ok) return sealed.what;
    if (sealed.state !== "nothing-new") newest = sealed.edition;
    return sealed.state;
  });
  return states.join(" ");
}

waitUntil(Number(startAt));
startCounting(Number(dieAt));
const claimed = claimFolder(parent);
if (claimed.ok) {
  console.log(seal());
  if (hold === "1") while (!existsSync(`${parent}.done`)) waitUntil(Date.now() + 20);
  claimed.release();
  if (dieAt === "-1") console.log(`${operationsSoFar()} operations`);
} else console.log(claimed.what);
process.exitCode = claimed.ok ? 0 : 1;
