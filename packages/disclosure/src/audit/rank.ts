import type { Component } from "./components.ts";

/** A prime below 2^26, another one than the protecting side uses: products stay exact in a double. */
const prime = 67_108_837;

/**
 * The rank test: which cells follow from the sums alone, whatever the bounds. Such a cell is a combination of sums in which all other
 * unknown cells cancel out. Row elimination modulo a prime: what can't be written that way modulo the prime can't be at all, and the
 * chance that the prime shows one too many is a few in a hundred million.
 * @param asked cells of the component; in elimination they come last, so that each ends up alone in a row when it is determined
 */
export function determinedCells({ cells, sums }: Component, asked: readonly number[]): ReadonlySet<number> {
  const determined = new Set<number>();
  if (asked.length === 0) return determined;
  const last = new Set(asked);
  const places = new Map<number, number>();
  for (const cell of cells) if (!last.has(cell)) places.set(cell, places.size);
  for (const cell of asked) places.set(cell, places.size);
  const firstAsked = cells.length - asked.length;
  const pivots = new Map<number, Row>();
  const rows = sums
    .map(({ whole, parts }) => {
      const row: Row = new Map();
      for (const part of parts) if (places.has(part)) row.set(places.get(part)!, 1);
      if (places.has(whole)) row.set(places.get(whole)!, prime - 1);
      return row;
    })
    .sort((a, b) => a.size - b.size);
  for (const row of rows) {
    for (let head = firstOf(row); head !== undefined; head = firstOf(row)) {
      const pivot = pivots.get(head);
      if (pivot === undefined) {
        pivots.set(head, row);
        break;
      }
      subtract(row, pivot, head);
    }
  }
  // Backwards: clear every row of asked cells as far as the others allow.
  for (const head of [...pivots.keys()].filter((it) => it >= firstAsked).sort((a, b) => b - a)) {
    const row = pivots.get(head)!;
    for (const place of Array.from(row.keys()))
      if (place !== head && pivots.has(place)) subtract(row, pivots.get(place)!, place);
    if (row.size === 1) determined.add(asked[head - firstAsked]!);
  }
  return determined;
}

type Row = Map<number, number>;

function firstOf(row: Row): number | undefined {
  let first: number | undefined;
  for (const place of row.keys()) if (first === undefined || place < first) first = place;
  return first;
}

/** Takes so much of the other row away that the place becomes zero. */
function subtract(row: Row, other: Row, place: number): void {
  const factor = (row.get(place)! * inverse(other.get(place)!)) % prime;
  for (const [at, value] of other) {
    const left = ((row.get(at) ?? 0) + (prime - ((factor * value) % prime))) % prime;
    if (left === 0) row.delete(at);
    else row.set(at, left);
  }
}

function inverse(value: number): number {
  let [a, b, u, v] = [value, prime, 1, 0];
  while (a > 1) {
    const quotient = Math.floor(b / a);
    [a, b, u, v] = [b - quotient * a, a, v - quotient * u, u];
  }
  return ((u % prime) + prime) % prime;
}
