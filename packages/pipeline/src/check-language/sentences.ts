/** The sentences of a text without marks of Markdown; a heading, list item or cell without a full stop is one too. */
export function sentences(text: string): readonly string[] {
  return plain(text)
    .split(/(?<=[.!?…:])\s+(?=["‘“(]?[\p{L}\p{N}{])|\s*\|\s*/u)
    .map((it) => it.trim())
    .filter((it) => wordsOf(it).length > 0);
}

/** Words of a sentence; a number, a name with a hyphen and a place such as {area} are one each. */
export const wordsOf = (sentence: string): readonly string[] =>
  sentence.match(/[\p{L}\p{N}{][\p{L}\p{N}'’.,{}/-]*/gu) ?? [];

/** Markdown without its marks: of a link only its words stay. */
const plain = (text: string): string =>
  text
    .replace(/^\s*(?:#+|[-*]|\d+\.|>)\s+/, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^\s*\|?[\s:|-]+\|?$/, "")
    .replace(/`[^`]*`/g, "")
    .replace(/\*\*|__|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)/g, "");

const auxiliary = /(?<!\p{L})(?:word|wordt|worden|werd|werden)(?!\p{L})/iu;
const participle = /(?<!\p{L})\p{L}*(?:ge|be|ver|ont|her)\p{L}{2,}(?:d|t|en)(?!\p{L})/giu;

/** Whether a sentence is passive: a form of "worden" with a participle beside it. */
export function isPassive(sentence: string): boolean {
  if (!auxiliary.test(sentence)) return false;
  return (sentence.match(participle) ?? []).some(
    (it) => !/^(?:gebied|bericht|beleid|verschil|gemeent|gezin)/i.test(it),
  );
}
