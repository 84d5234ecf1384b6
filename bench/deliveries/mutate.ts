/**
 * Hands in thousands of deliveries with changed bytes: `node bench/deliveries/mutate.ts [how many] [seed]`.
 * Stops at the first that crashes, leaves a half state, is rejected without a place, or loses a record.
 */
import * as fc from "fast-check";
import { anyDelivery, tryMutated } from "../../packages/pipeline/test/deliveries/mutate-delivery.ts";

const [runs = "10000", seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
console.log(`${runs} mutated deliveries, seed ${seed}`);
let done = 0;
await fc.assert(
  fc.asyncProperty(anyDelivery, async (it) => {
    const wrong = await tryMutated(it);
    done += 1;
    if (done % 500 === 0) console.log(`${done} …`);
    if (wrong !== undefined) throw new Error(wrong);
  }),
  { numRuns: Number(runs), seed: Number(seed), endOnFailure: true },
);
console.log("No crash, no half state, a place for every rejection, no record lost.");
