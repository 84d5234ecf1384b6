import type { Told } from "../documents/make-document.ts";

/** How many rows are made between one telling and the next, and before others get a turn. */
const step = 2000;

/** The same rows; tells now and then how far it is. */
export function* telling<Row>(rows: Iterable<Row>, count: number, told: Told): Generator<Row> {
  let done = 0;
  for (const row of rows) {
    yield row;
    if (++done % step === 0) told(Math.min(0.99, done / Math.max(count, 1)));
  }
}
