/**
 * Secondary suppression by elimination, after the idea of Ø. Langsrud's Gauss method ("Secondary Cell Suppression by Gaussian
 * Elimination: An Algorithm Suitable for Handling Issues with Zeros and Singletons", PSD 2024), in a sparse form of our own.
 *
 * What an attacker cannot tell apart are the vectors that may be added to the table without changing a published cell. At first,
 * with nothing published, there is one such vector per innermost cell: that cell and its margins. Publishing a cell takes a
 * dimension away: every vector is cleared at that cell with one of them (the pivot), which then goes. A cell may be published
 * as long as no protected cell loses its last vector; otherwise it stays hidden.
 *
 * The vectors are kept sorted by the order in which cells are decided. So the vectors that a decision touches are those that
 * begin with that cell, and no search is needed.
 */

/** A prime below 2^26: products stay exact in a double. Whether a vector vanishes is asked modulo this prime. */
const prime = 67_108_859;

interface Vector {
  /** Ranks of the cells, rising. Those before `head` are candidates that had to be hidden: they go on changing with the others. */
  readonly ranks: Int32Array;
  readonly factors: Int32Array;
  head: number;
}

export interface EliminationInput {
  /** Per vector the cells in it: a list, all with factor 1, or each with its own whole factor. */
  readonly vectors: Iterable<readonly number[] | ReadonlyMap<number, number>>;
  /** Cells that may be published, in the order in which they are decided: the most wanted first. */
  readonly candidates: Int32Array;
  /** How many of the first candidates are published whatever that reveals: they are known already, or must be zero. */
  readonly forced?: number;
  /** Cells that must stay hidden and must not be computable. */
  readonly protectedCells: Int32Array;
  /** How many cells there are: a cell is a number below this. Those in neither list are never published, nor protected here. */
  readonly size: number;
}

/** What is left after all decisions. */
export interface Elimination {
  /** The candidates that have to be hidden as well. */
  readonly hidden: readonly number[];
  /** Ways in which the table can change unseen: cell → change, for every hidden cell that takes part. */
  readonly changes: readonly ReadonlyMap<number, number>[];
}

/** Decides which candidates can be published. */
export function eliminate(input: EliminationInput): Elimination {
  const { vectors, candidates, forced = 0, protectedCells, size } = input;
  const rankOf = new Int32Array(size).fill(-1);
  for (const [i, cell] of candidates.entries()) rankOf[cell] = i;
  const firstProtected = candidates.length;
  for (const [i, cell] of protectedCells.entries()) rankOf[cell] = firstProtected + i;

  const holders = new Int32Array(protectedCells.length); // In how many vectors a protected cell is.
  const buckets: Vector[][] = Array.from({ length: firstProtected }, () => []);
  const alive: Vector[] = []; // Vectors in which only protected cells are left.
  const place = (vector: Vector): void => {
    const rank = vector.ranks[vector.head];
    if (rank === undefined) return;
    if (rank < firstProtected) buckets[rank]!.push(vector);
    else alive.push(vector);
  };
  const count = (vector: Vector, by: 1 | -1): void => {
    for (let i = vector.ranks.length - 1; i >= vector.head; i--) {
      const rank = vector.ranks[i]!;
      if (rank < firstProtected) break;
      holders[rank - firstProtected]! += by;
    }
  };
  for (const cells of vectors) {
    const vector = vectorOf(cells, rankOf);
    count(vector, 1);
    place(vector);
  }

  const hidden: number[] = [];
  for (let rank = 0; rank < firstProtected; rank++) {
    const bucket = buckets[rank]!;
    buckets[rank] = [];
    if (bucket.length === 0) continue;
    const pivot = choosePivot(bucket, firstProtected);
    if (rank >= forced && wouldReveal(pivot, bucket, firstProtected, holders)) {
      hidden.push(candidates[rank]!);
      for (const vector of bucket) {
        vector.head++;
        place(vector);
      }
      continue;
    }
    count(pivot, -1);
    for (const vector of bucket) {
      if (vector === pivot) continue;
      count(vector, -1);
      const cleared = clear(vector, pivot);
      count(cleared, 1);
      place(cleared);
    }
  }
  const cellAt = (rank: number): number =>
    rank < firstProtected ? candidates[rank]! : protectedCells[rank - firstProtected]!;
  const changes = alive.map(
    ({ ranks, factors }) => new Map(Array.from(ranks, (rank, i) => [cellAt(rank), signed(factors[i]!)])),
  );
  return { hidden, changes };
}

function vectorOf(cells: readonly number[] | ReadonlyMap<number, number>, rankOf: Int32Array): Vector {
  if (!("get" in cells)) {
    const ranks = Int32Array.from(cells, (cell) => rankOf[cell]!)
      .filter((rank) => rank >= 0)
      .sort();
    return { ranks, factors: new Int32Array(ranks.length).fill(1), head: 0 };
  }
  const terms = [...cells]
    .map(([cell, factor]) => [rankOf[cell]!, ((factor % prime) + prime) % prime] as const)
    .filter(([rank, factor]) => rank >= 0 && factor !== 0)
    .sort(([a], [b]) => a - b);
  return {
    ranks: Int32Array.from(terms, ([rank]) => rank),
    factors: Int32Array.from(terms, ([, factor]) => factor),
    head: 0,
  };
}

/** Factors are small whole numbers: those in the upper half stand for negative ones. */
const signed = (factor: number): number => (factor > prime / 2 ? factor - prime : factor);

const holdsProtected = (vector: Vector, firstProtected: number): boolean =>
  vector.ranks[vector.ranks.length - 1]! >= firstProtected;

/** The shortest vector fills the others least. One without a protected cell in it can be given up freely. */
function choosePivot(bucket: readonly Vector[], firstProtected: number): Vector {
  let best = bucket[0]!;
  let bestHolds = holdsProtected(best, firstProtected);
  for (const it of bucket) {
    const holds = holdsProtected(it, firstProtected);
    if (holds && !bestHolds) continue;
    if ((bestHolds && !holds) || it.ranks.length - it.head < best.ranks.length - best.head) {
      best = it;
      bestHolds = holds;
    }
  }
  return best;
}

/** A protected cell is lost with the candidate when it stands in exactly the same vectors, everywhere in the same proportion. */
function wouldReveal(pivot: Vector, bucket: readonly Vector[], firstProtected: number, holders: Int32Array): boolean {
  for (let i = pivot.ranks.length - 1; i >= pivot.head; i--) {
    const rank = pivot.ranks[i]!;
    if (rank < firstProtected) return false;
    if (holders[rank - firstProtected] !== bucket.length) continue;
    const own = pivot.factors[i]!;
    const head = pivot.factors[pivot.head]!;
    const proportional = bucket.every((vector) => {
      const at = find(vector, rank);
      return at >= 0 && times(vector.factors[at]!, head) === times(own, vector.factors[vector.head]!);
    });
    if (proportional) return true;
  }
  return false;
}

function find({ ranks, head }: Vector, rank: number): number {
  let low = head;
  let high = ranks.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = ranks[middle]!;
    if (there === rank) return middle;
    if (there < rank) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

const times = (a: number, b: number): number => (a === 1 ? b : b === 1 ? a : (a * b) % prime);

/** Fermat: a^(prime - 2) is the inverse of a. */
function inverse(a: number): number {
  if (a === 1 || a === prime - 1) return a;
  let result = 1;
  let base = a;
  for (let power = prime - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
}

let ranksOut = new Int32Array(1024);
let factorsOut = new Int32Array(1024);

/** vector − (its head / the pivot's head) × pivot: the same vector without its head. */
function clear(vector: Vector, pivot: Vector): Vector {
  const factor = times(prime - vector.factors[vector.head]!, inverse(pivot.factors[pivot.head]!));
  const most = vector.ranks.length + pivot.ranks.length;
  if (ranksOut.length < most) {
    ranksOut = new Int32Array(most * 2);
    factorsOut = new Int32Array(most * 2);
  }
  const head = merge(vector, 0, vector.head, pivot, 0, pivot.head, factor, 0);
  const end = merge(
    vector,
    vector.head + 1,
    vector.ranks.length,
    pivot,
    pivot.head + 1,
    pivot.ranks.length,
    factor,
    head,
  );
  return { ranks: ranksOut.slice(0, end), factors: factorsOut.slice(0, end), head };
}

/** Writes a part of one vector plus factor × a part of another after the first `n` entries. @returns how many there are then */
function merge(
  one: Vector,
  from: number,
  to: number,
  other: Vector,
  otherFrom: number,
  otherTo: number,
  factor: number,
  n: number,
): number {
  const { ranks: a, factors: fa } = one;
  const { ranks: b, factors: fb } = other;
  let i = from;
  let j = otherFrom;
  while (i < to && j < otherTo) {
    const left = a[i]!;
    const right = b[j]!;
    if (left < right) {
      ranksOut[n] = left;
      factorsOut[n++] = fa[i++]!;
    } else if (left > right) {
      ranksOut[n] = right;
      factorsOut[n++] = times(factor, fb[j++]!);
    } else {
      const sum = (fa[i++]! + times(factor, fb[j++]!)) % prime;
      if (sum !== 0) {
        ranksOut[n] = left;
        factorsOut[n++] = sum;
      }
    }
  }
  while (i < to) {
    ranksOut[n] = a[i]!;
    factorsOut[n++] = fa[i++]!;
  }
  while (j < otherTo) {
    ranksOut[n] = b[j]!;
    factorsOut[n++] = times(factor, fb[j++]!);
  }
  return n;
}
