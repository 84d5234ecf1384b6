import * as fc from "fast-check";
import { expect, test } from "vitest";
import { anyDelivery, tryMutated } from "./mutate-delivery.ts";

// bench/deliveries/mutate.ts does the same ten thousand times.
test("a spoiled delivery is accepted or rejected as a whole, and every rejection names a place", async () => {
  await fc.assert(
    fc.asyncProperty(anyDelivery, async (it) => {
      expect((await tryMutated(it)).wrong).toBeUndefined();
    }),
    { numRuns: 40, endOnFailure: true },
  );
}, 180_000);

test("found among ten thousand: the number of a person in place of the number of an advice", async () => {
  const { wrong, outcome, kind } = await tryMutated({
    base: "CSV 2015",
    mode: "add",
    mutations: [{ file: 0.0663, at: 0.9641, to: 0.8296, kind: "cell", text: "123456782" }],
  });
  expect({ wrong, outcome, kind }).toEqual({ wrong: undefined, outcome: "rejected", kind: "bsn-as-number" });
});
