/**
 * The eleven-test of citizen service numbers: 9·a + 8·b + … + 2·h − i is a multiple of 11. Every number that was ever issued passes it.
 * @param number nine digits, as a whole number
 */
export function passesElevenTest(number: number): boolean {
  let rest = Math.floor(number / 10);
  let sum = -(number % 10);
  for (let weight = 2; weight <= 9; weight++) {
    sum += weight * (rest % 10);
    rest = Math.floor(rest / 10);
  }
  return sum % 11 === 0;
}

const block = 29_999_999; // a number that shares no factor with the step, so that no two persons of a region meet
const step = 12_582_917;

/**
 * Numbers for people who don't exist: nine digits that fail the eleven-test, so that none can be the number of anyone. Those of
 * different regions differ. No order is left in them.
 * @param region which block: 0, 1, 2 …
 */
export function personNumbers(region: number): () => number {
  const first = 100_000_000 + region * 30_000_000;
  let made = 0;
  return () => {
    for (;;) {
      const number = first + ((made++ * step) % block);
      if (!passesElevenTest(number)) return number;
    }
  };
}
