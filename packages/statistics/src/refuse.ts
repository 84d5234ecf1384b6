/**
 * Refuses what can't be a count: a number that is negative, broken, too large to be exact, or not a number. Such an argument is a mistake
 * in the calling program, not a property of the figures, and is thrown as a RangeError.
 *
 * @example
 * requireCount("events", 12) // → 12
 */
export function requireCount(name: string, value: number): number {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new RangeError(`${name} must be a whole number from 0: ${value}`);
  return value;
}

/** Refuses what can't be an amount (person-years, inhabitants, an expected count): below zero, infinite or not a number. */
export function requireAmount(name: string, value: number): number {
  if (!(value >= 0 && value < Infinity)) throw new RangeError(`${name} must be a number from 0: ${value}`);
  return value;
}

/** Refuses a coverage or probability that isn't strictly between 0 and 1. */
export function requireLevel(name: string, value: number): number {
  if (!(value > 0 && value < 1)) throw new RangeError(`${name} must lie between 0 and 1: ${value}`);
  return value;
}

/** Refuses a share outside 0 … 1. */
export function requireShare(name: string, value: number): number {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${name} must be a share from 0 to 1: ${value}`);
  return value;
}

/** Refuses a part that is larger than its whole. */
export function requirePart(part: number, whole: number): void {
  requireCount("count", part);
  requireCount("total", whole);
  if (part > whole) throw new RangeError(`a part of ${part} is larger than its whole of ${whole}`);
}
