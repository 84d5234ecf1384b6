/**
 * Hands in thousands of spoiled deliveries: `npm run bench:deliveries -- [how many] [seed] [processes]`. Prints what came of them by kind, and
 * every delivery that crashed, left a half state, was rejected without a place, lost a record or showed a person; then ends with 1.
 */
import { fork } from "node:child_process";
import * as fc from "fast-check";
import { z } from "zod";
import { anyDelivery, tryMutated } from "../../packages/pipeline/test/deliveries/mutate-delivery.ts";

const triedSchema = z.object({
  base: z.string(),
  outcome: z.string(),
  kind: z.string().optional(),
  changes: z.array(z.string()),
  wrong: z.string().optional(),
});
type Counts = Map<string, number>;

const [runs = "10000", seed = String(Date.now() % 1_000_000), processes = "1", part] = process.argv.slice(2);
if (part === undefined) await tell();
else await tryPart(Number(part));

/** Tries every so-manieth delivery, and sends what came of it. */
async function tryPart(first: number): Promise<void> {
  const all = fc.sample(anyDelivery, { numRuns: Number(runs), seed: Number(seed) });
  for (let i = first; i < all.length; i += Number(processes)) {
    const it = all[i]!;
    const { base, outcome, kind, wrong } = await tryMutated(it);
    const changes = it.mutations.map((one) => (one.kind === "in-book" ? `in a workbook: ${one.inner.kind}` : one.kind));
    process.send?.({
      base: base.name,
      outcome,
      kind,
      changes,
      ...(wrong === undefined ? {} : { wrong: `${wrong}\n  ${JSON.stringify(it)}` }),
    });
  }
  process.disconnect();
}

async function tell(): Promise<void> {
  console.log(`${runs} spoiled deliveries, seed ${seed}`);
  const began = performance.now();
  const outcomes = new Map<string, Counts>();
  const [firstFaults, changes]: [Counts, Counts] = [new Map(), new Map()];
  let [done, wrong] = [0, 0];
  const take = (message: unknown): void => {
    const it = triedSchema.parse(message);
    const ofBase = outcomes.get(it.base) ?? new Map<string, number>();
    count(outcomes.set(it.base, ofBase).get(it.base)!, it.outcome);
    if (it.kind !== undefined) count(firstFaults, it.kind);
    for (const one of it.changes) count(changes, one);
    if (it.wrong !== undefined) console.log(`WRONG ${(wrong += 1)}: ${it.wrong}`);
    done += 1;
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    if (done % 500 === 0) console.log(`${done} after ${seconds} s, ${wrong} wrong`);
  };
  await Promise.all(
    Array.from(
      { length: Number(processes) },
      (_, i) =>
        new Promise<void>((resolve) => {
          const one = fork(import.meta.filename, [runs, seed, processes, String(i)]);
          one.on("message", take);
          one.once("exit", () => resolve());
        }),
    ),
  );
  for (const [base, all] of [...outcomes].sort()) console.log(`${base}: ${table(all)}`);
  console.log(`first fault: ${table(firstFaults)}\nchanges: ${table(changes)}`);
  // A process that was stopped by what it was handed in has sent nothing of it.
  if (done < Number(runs)) console.log(`only ${done} came back`);
  const good = wrong === 0 && done === Number(runs);
  console.log(
    good ? "No crash, no half state, a place for every rejection, no record lost, no person shown." : `${wrong} wrong`,
  );
  process.exitCode = good ? 0 : 1;
}

function count(all: Counts, key: string): void {
  all.set(key, (all.get(key) ?? 0) + 1);
}

function table(all: Counts): string {
  const most = [...all].sort(([, a], [, b]) => b - a);
  return most.map(([key, n]) => `${key} ${n}`).join(", ");
}
