import type { Hierarchy } from "../src/dimension.ts";

/** More tables than this are not tried: then the case says nothing. */
const mostSteps = 150_000;

/**
 * Which values each cell can have, by trying every whole-number table of lowest cells that fits what was published. For small
 * tables only; written without anything of the library, so that it can judge both sides of it.
 * @returns undefined when there are too many tables to try
 */
export function possibleValues(
  leaves: readonly (readonly string[])[],
  hierarchies: readonly (readonly Hierarchy[])[],
  published: ReadonlyMap<string, number | undefined>,
  least: number,
  most: number,
): ReadonlyMap<string, ReadonlySet<number>> | undefined {
  const inner = leaves.reduce<string[][]>(
    (lists, codes) => lists.flatMap((it) => codes.map((code) => [...it, code])),
    [[]],
  );
  const marginsOf = inner.map((codes) => {
    const lists = codes.map((code, d) => {
      const found = new Set([code, "Total"]);
      for (const parentOf of hierarchies[d]!.length > 0 ? hierarchies[d]! : [{} as Hierarchy])
        for (let at: string | undefined = code; at !== undefined && at !== "Total"; at = parentOf[at]) found.add(at);
      return [...found];
    });
    return lists.reduce<string[]>(
      (keys, list, d) => (d === 0 ? list : keys.flatMap((key) => list.map((it) => `${key}|${it}`))),
      [],
    );
  });
  const lastTouch = new Map<string, number>();
  for (const [i, margins] of marginsOf.entries()) for (const key of margins) lastTouch.set(key, i);
  const sums = new Map<string, number>([...published.keys()].map((key) => [key, 0]));
  const found = new Map([...published.keys()].map((key) => [key, new Set<number>()]));
  let steps = 0;
  const visit = (i: number): void => {
    if (++steps > mostSteps) return;
    if (i === inner.length) {
      for (const [key, sum] of sums) found.get(key)!.add(sum);
      return;
    }
    for (let value = 0; value <= most; value++) {
      for (const key of marginsOf[i]!) sums.set(key, sums.get(key)! + value);
      const fits = marginsOf[i]!.every((key) => {
        const known = published.get(key);
        const sum = sums.get(key)!;
        const complete = lastTouch.get(key) === i;
        if (known === undefined) return !complete || sum >= least;
        return complete ? sum === known : sum <= known;
      });
      if (fits) visit(i + 1);
      for (const key of marginsOf[i]!) sums.set(key, sums.get(key)! - value);
    }
  };
  visit(0);
  return steps > mostSteps ? undefined : found;
}
