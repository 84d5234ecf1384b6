import type { CountRow } from "@impactmonitor/disclosure/table";
import type { Hierarchy } from "@impactmonitor/disclosure/dimension";

/** Counts of nobody: made by a seeded generator, with few large regions and kinds and many small ones, as real ones have. */
export interface MadeCounts {
  readonly rows: readonly CountRow[];
  readonly hierarchies: readonly Hierarchy[];
}

/** Mulberry32: a small generator of even numbers between 0 and 1, the same for the same seed. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** How often something happens that happens `mean` times on average (Knuth's product for small means, else a normal curve). */
function poisson(mean: number, next: () => number): number {
  if (mean > 30) {
    const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal));
  }
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = next(); product > limit; product *= next()) count++;
  return count;
}

/**
 * @param areas how many lowest areas, spread over 26 regions
 * @param halves how many half-years; two make a year
 * @param records how many records in all, about
 */
export function madeCounts(areas: number, halves: number, records: number, seed = 20261122): MadeCounts {
  const next = random(seed);
  const area = Array.from({ length: areas }, (_, i) => `A${String(i + 1).padStart(4, "0")}`);
  const region = Object.fromEntries(
    area.map((code) => [code, `R${String(1 + Math.floor(next() * 26)).padStart(2, "0")}`]),
  );
  const half = Array.from({ length: halves }, (_, i) => `${2019 + Math.floor(i / 2)}H${(i % 2) + 1}`);
  const kinds = Array.from({ length: 10 }, (_, i) => `K${String(i + 1).padStart(2, "0")}`);
  const sizes = area.map(() => Math.exp(1.1 * (next() + next() + next() - 1.5) * 2));
  const shares = kinds.map((_, i) => Math.exp(-i * 0.55));
  const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
  const scale = records / (sum(sizes) * sum(shares) * halves);
  const rows = area.flatMap((a, i) =>
    half.flatMap((h) =>
      kinds.map((k, j) => ({ codes: [a, h, k], count: poisson(sizes[i]! * shares[j]! * scale, next) })),
    ),
  );
  return {
    rows,
    hierarchies: [areas > 26 ? region : {}, Object.fromEntries(half.map((code) => [code, code.slice(0, 4)])), {}],
  };
}
