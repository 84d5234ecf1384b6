/** Edit distance, for "did you mean" on a wrong address. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}

/** The nearest of `known` to a mistyped word, at most five and never far off. */
export function nearest<T>(word: string, known: readonly T[], key: (it: T) => string): T[] {
  const short = word.slice(0, 60).toLowerCase();
  return known
    .map((it) => ({ it, far: key(it).includes(short) && short.length > 2 ? 0.5 : distance(short, key(it)) }))
    .filter(({ far }) => far <= Math.max(2, short.length / 3))
    .sort((a, b) => a.far - b.far)
    .slice(0, 5)
    .map(({ it }) => it);
}
