/**
 * One of several wordings, always the same one for the same key: paragraphs beside each other don't all sound alike, and a page that is
 * asked for twice says the same.
 * @param key what the sentence is about, such as indicator and area
 */
export function vary<T>(key: string, first: T, ...others: readonly T[]): T {
  let hash = 7;
  for (const letter of key) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return [first, ...others][hash % (others.length + 1)] ?? first;
}
