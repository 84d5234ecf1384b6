import type { TooLittle } from "../src/result.ts";

/** Relative error: how far off, as a part of what it should be. */
export const offBy = (actual: number | undefined, expected: number): number =>
  Math.abs((actual ?? Number.NaN) - expected) / Math.max(Math.abs(expected), 1e-12);

/** The limits of an outcome. */
export function limits(outcome: object): readonly [number, number] {
  if (!("lower" in outcome) || !("upper" in outcome)) throw new Error(`no limits in ${JSON.stringify(outcome)}`);
  return [Number(outcome.lower), Number(outcome.upper)];
}

const isKnown = <T extends object>(result: T): result is Exclude<T, TooLittle> => !("tooLittle" in result);

/** The result, where there must be one. */
export function known<T extends object>(result: T): Exclude<T, TooLittle> {
  if (!isKnown(result)) throw new Error(JSON.stringify(result));
  return result;
}
