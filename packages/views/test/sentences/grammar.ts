import type { Language } from "@impactmonitor/model/text";

/** Words that explain, judge or rank; none of them may stand in a sentence that we make or choose. */
const banned: Readonly<Record<Language, RegExp>> = {
  nl: /(?<!\p{L})(doordat|dankzij|omdat|vanwege|ten gevolge van|ten opzichte van|slechter|slechtste?|beter|best|beste|erger|ergste?|ranglijst|koploper|zorgelijk|zorgwekkend|helaas|gelukkig|goed nieuws)(?!\p{L})/iu,
  en: /\b(because|thanks to|due to|owing to|worse|worst|better|best|ranking|league table|unfortunately|fortunately|alarming|worrying|good news)\b/i,
};

/** Common words of the other language, that no word of this one looks like. */
const foreign: Readonly<Record<Language, RegExp>> = {
  nl: /\b(the|and|that|with|which|figure|from|lies|than)\b/i,
  en: /\b(het|een|niet|zijn|dat|waren|wordt|voor|tussen|cijfer|dan|als|ook)\b/i,
};

/** What is wrong with a sentence; empty when it is well formed. */
export function faultsOf(sentence: string, language: Language): string[] {
  const faults: string[] = [];
  const fault = (bad: boolean, what: string): void => void (bad && faults.push(what));
  fault(!/^[\p{Lu}\p{N}‘“]/u.test(sentence), "begins without a capital");
  fault(!/[^.?!,;: ]\.$/u.test(sentence), "does not end with one full stop");
  fault(/ {2}| [.,;:)]|\( |^\s|\s$/.test(sentence), "has a space too many");
  fault(/[{}[\]|]|undefined|null|NaN|\[object/.test(sentence), "has something left to fill in");
  const count = (sign: string): number => sentence.split(sign).length - 1;
  fault(count("(") !== count(")"), "has brackets out of balance");
  // The closing quote is the apostrophe too, so there may be more of those.
  fault(count("‘") > count("’") || count("“") !== count("”"), "has quotes out of balance");
  fault(banned[language].test(sentence), "explains, judges or ranks");
  const own = sentence.replace(/‘[^’]*’/g, "");
  fault(language === "nl" ? /\d\.\d(?!\d\d)/.test(own) : /\d,\d(?!\d\d)/.test(own), "has the other decimal sign");
  fault(/\b(waren het er|there were)( in [a-z ]+| op [a-z ]+)? 1(?![\d.,])/.test(sentence), "has one in the plural");
  fault(
    /\b(was het er|there was)( in [a-z ]+| op [a-z ]+)? (?!1(?![\d.,]))\d/.test(sentence),
    "has many in the singular",
  );
  fault(/(?<![\p{L}\p{N}])(\p{L}+)[ ,]+\1(?![\p{L}\p{N}])/iu.test(sentence), "has a word twice in a row");
  fault(foreign[language].test(own), "has words of the other language");
  return faults;
}

export const wordCount = (sentence: string): number => sentence.split(/\s+/).length;
