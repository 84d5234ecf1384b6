/** Begins with it, or one or two slips of the keyboard away from its beginning. */
export function near(asked: string, word: string): boolean {
  if (word.startsWith(asked)) return true;
  const slips = asked.length > 7 ? 2 : asked.length > 4 ? 1 : 0;
  if (slips === 0) return false;
  for (let extra = -slips; extra <= slips; extra++)
    if (distance(asked, word.slice(0, asked.length + extra)) <= slips) return true;
  return false;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
