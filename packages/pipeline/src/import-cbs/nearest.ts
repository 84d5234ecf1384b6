/** Number of letters to change, add or drop to make one text of the other (Levenshtein, two rows). */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(swap, above[j]! + 1, row[j - 1]! + 1));
    }
    above = row;
  }
  return above[b.length]!;
}

/**
 * The known title that looks most like an unknown one: for the reader of a report, never for matching.
 * @returns undefined when nothing is even half alike
 */
export function nearestTitle(title: string, known: Iterable<string>): string | undefined {
  let best: { title: string; away: number } | undefined;
  for (const candidate of known) {
    const away = distance(title.toLowerCase(), candidate.toLowerCase()) / Math.max(1, title.length, candidate.length);
    if (away <= 0.5 && (!best || away < best.away)) best = { title: candidate, away };
  }
  return best?.title;
}
