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
