/** Numbers from 0 to 1 that look random and are the same every time: mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A count with this mean: events until their waiting times add up to it, or the nearest to normal for large ones. */
export function poissonDraw(mean: number, random: () => number): number {
  if (mean > 500) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal));
  }
  let events = -1;
  for (let waited = 0; waited <= mean; events++) waited -= Math.log(1 - random());
  return events;
}
