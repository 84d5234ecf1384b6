import type { Language } from "@impactmonitor/model/text";

export const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** A stretch of text: a word, or what stands between two words. */
export interface Stretch {
  readonly text: string;
  /** As words are compared; empty for what stands between words. */
  readonly word: string;
}

/** Cuts a text into words and what stands between them; together they are the text. */
export function stretches(text: string): Stretch[] {
  return (text.match(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu) ?? []).map((it) => ({
    text: it,
    word: /^[\p{L}\p{N}\p{M}]/u.test(it) ? fold(it) : "",
  }));
}

/** The words of a text, folded, in order. */
export const wordsOf = (text: string): string[] => stretches(text).flatMap((it) => (it.word === "" ? [] : [it.word]));

/** Words that say nothing about what is meant; left out, unless nothing else was typed. */
const empty: Readonly<Record<Language, ReadonlySet<string>>> = {
  nl: new Set(
    "de het een en of van in op aan bij met voor door te om is zijn er dat die dit hoe wat wie waar welke mijn ons onze uw ik we wij u je naar uit over per als ook kan kun hoeveel ben bent heb hebt heeft word wordt worden aantal aantallen cijfer cijfers nederland".split(
      " ",
    ),
  ),
  en: new Set(
    "the a an and or of in on at by with for to is are there that this how what who where which my our your i we you from out about per as also can many much do does am be been has have number numbers figure figures netherlands".split(
      " ",
    ),
  ),
};

/** The words of a text that say what is meant, each once; all of them where none does. */
export function tellingWords(text: string, language: Language): string[] {
  const all = [...new Set(wordsOf(text))];
  const telling = all.filter((it) => !empty[language].has(it));
  return telling.length > 0 ? telling : all;
}

/** What was typed, as words to look for: at most eight. */
export const askedWords = (typed: string, language: Language): string[] => tellingWords(typed, language).slice(0, 8);

/**
 * What the forms of a word have in common: "meldingen" and "melding", "gezinnen" and "gezin", "vragen" and "vraag",
 * "reports" and "reported". It need not be a word; two forms must only give the same.
 * @param word folded
 */
export function stem(word: string, language: Language): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  return language === "nl" ? dutchStem(word) : englishStem(word);
}

function dutchStem(word: string): string {
  let it = word.replace(/heden$/, "heid");
  const long = it.length > 5 ? it.replace(/(deren|eren)$/, (end) => (end === "deren" ? "d" : "er")) : it;
  it = long === it ? it.replace(/([^aeiou])(en|e)$/, "$1") : long;
  return it
    .replace(/([bdfgklmnprst])\1$/, "$1")
    .replace(/([aeou])\1(?=[^aeiou]$)/, "$1")
    .replace(/v$/, "f")
    .replace(/[sz]$/, "");
}

function englishStem(word: string): string {
  const it = word
    .replace(/ies$/, "y")
    .replace(/(ss|x|ch|sh)es$/, "$1")
    .replace(/([^su])s$/, "$1");
  const bare = it.length > 5 ? it.replace(/(ing|ed)$/, "") : it;
  return bare.replace(/([bdgklmnprt])\1$/, "$1").replace(/([^aeiou])e$/, "$1");
}
