import type { Language } from "@impactmonitor/model/text";
import { near } from "./browser/near.ts";
import { askedWords, stem, stretches, tellingWords, wordsOf } from "./search-words.ts";

/** In the order in which equals are shown. */
export const searchKinds = [
  "help",
  "place",
  "question",
  "indicator",
  "term",
  "page",
  "text",
  "theme",
  "source",
] as const;
export type SearchKind = (typeof searchKinds)[number];

/** Something that can be found: what it is called, one line about it, and what else it goes by. */
export interface SearchEntry {
  readonly kind: SearchKind;
  readonly title: string;
  readonly line: string;
  readonly also: readonly string[];
  readonly href: string;
  /** Higher for what is more often meant; 1 for most. */
  readonly weight: number;
}

/** A text in pieces; a piece that was looked for is marked. */
export type Marked = readonly { readonly text: string; readonly marked: boolean }[];

export interface Found {
  readonly href: string;
  readonly title: Marked;
  readonly line: Marked;
  /** The names by which it was found, when neither title nor line holds the words. */
  readonly also: readonly Marked[];
}
export interface FoundGroup {
  readonly kind: SearchKind;
  readonly found: readonly Found[];
  /** How many more there are than are shown. */
  readonly more: number;
}
export interface SearchResult {
  readonly count: number;
  /** Whether everything found holds each of the words. */
  readonly complete: boolean;
  readonly groups: readonly FoundGroup[];
}

const shownPerKind = 6;
const nothing: SearchResult = { count: 0, complete: true, groups: [] };
const fields = [
  { of: (it: SearchEntry) => it.title, weight: 3 },
  { of: (it: SearchEntry) => it.also.join(" "), weight: 2 },
  { of: (it: SearchEntry) => it.line, weight: 1 },
] as const;

/**
 * Makes a finder over entries. It finds forms of a word, beginnings, parts of Dutch compounds, and words with a slip of
 * the keyboard when nothing else fits. The same on the server and in the browser, so that both find the same.
 */
export function searcher(entries: readonly SearchEntry[], language: Language): (typed: string) => SearchResult {
  const holders = new Map<string, Map<number, number>>();
  entries.forEach((entry, i) => {
    for (const field of fields)
      for (const word of wordsOf(field.of(entry))) {
        const at = holders.get(word) ?? new Map<number, number>();
        holders.set(word, at.set(i, Math.max(at.get(i) ?? 0, field.weight)));
      }
  });
  const vocabulary = [...holders.keys()].map((word) => ({ word, stem: stem(word, language) }));

  return (typed) => {
    const asked = askedWords(typed, language);
    if (asked.length === 0) return nothing;
    const fits = asked.map((it) => fitting(it, vocabulary, language));
    const scores = new Map<number, Score>();
    for (const fit of fits) {
      const best = new Map<number, number>();
      for (const [word, quality] of fit)
        for (const [i, weight] of holders.get(word) ?? []) best.set(i, Math.max(best.get(i) ?? 0, quality * weight));
      const telling = Math.log(1 + entries.length / (1 + best.size));
      for (const [i, score] of best) {
        const before = scores.get(i) ?? { words: 0, telling: 0, score: 0 };
        scores.set(i, {
          words: before.words + 1,
          telling: before.telling + telling,
          score: before.score + score * telling,
        });
      }
    }
    if (scores.size === 0) return nothing;
    const marks = new Set(fits.flatMap((it) => [...it.keys()]));
    const kept = enough([...scores], asked.length)
      .map(([i, it]) => {
        const entry = entries[i]!;
        return { entry, score: it.score * entry.weight * (1 + titleFit(entry.title, marks, language)) };
      })
      .toSorted((a, b) => b.score - a.score);
    const complete = [...scores.values()].some((it) => it.words === asked.length);
    return { count: kept.length, complete, groups: grouped(kept, marks) };
  };
}

interface Score {
  /** How many of the words that were asked for are in it. */
  readonly words: number;
  /** How much those words tell: a word that few entries hold tells more. */
  readonly telling: number;
  readonly score: number;
}

/** Above a title that holds other words too, and above one in which the words come later. */
const wholeTitle = 0.1;
const earlyInTitle = 0.03;
/** Of what the best holds. */
const leastTelling = 0.3;

/**
 * What holds every word. Where nothing does, what holds the words that tell most: of "meldingen in Emmen" both the
 * reports and Emmen, and not only what happens to hold two common words.
 */
function enough(scores: readonly (readonly [number, Score])[], asked: number): readonly (readonly [number, Score])[] {
  const whole = scores.filter(([, it]) => it.words === asked);
  if (whole.length > 0) return whole;
  const most = Math.max(...scores.map(([, it]) => it.telling));
  return scores.filter(([, it]) => it.telling >= leastTelling * most);
}

/** A title that is nothing else than what was asked for goes first, then one that begins with it. */
function titleFit(title: string, marks: ReadonlySet<string>, language: Language): number {
  const whole = tellingWords(title, language).every((it) => marks.has(it)) ? wholeTitle : 0;
  const first = wordsOf(title).findIndex((it) => marks.has(it));
  return whole + (first < 0 ? 0 : earlyInTitle / (first + 1));
}

/** Words that fit what was typed, each with how well, from 0 to 1. */
function fitting(
  asked: string,
  vocabulary: readonly { readonly word: string; readonly stem: string }[],
  language: Language,
): Map<string, number> {
  const own = stem(asked, language);
  const fit = new Map<string, number>();
  for (const { word, stem: other } of vocabulary) {
    if (word === asked) fit.set(word, 1);
    else if (other === own) fit.set(word, 0.9);
    else if (asked.length > 2 && word.startsWith(asked)) fit.set(word, 0.7);
    else if (language === "nl" && own.length > 4 && word.includes(own)) fit.set(word, 0.4);
  }
  if (fit.size === 0) for (const { word } of vocabulary) if (near(asked, word)) fit.set(word, 0.3);
  return fit;
}

/** By kind, the kind with what fits best first. */
function grouped(kept: readonly { entry: SearchEntry; score: number }[], marks: ReadonlySet<string>): FoundGroup[] {
  const best = (all: typeof kept): number => all[0]?.score ?? 0;
  return searchKinds
    .map((kind) => ({ kind, all: kept.filter((it) => it.entry.kind === kind) }))
    .filter((it) => it.all.length > 0)
    .toSorted((a, b) => best(b.all) - best(a.all))
    .map(({ kind, all }) => ({
      kind,
      found: all.slice(0, shownPerKind).map((it) => shown(it.entry, marks)),
      more: Math.max(0, all.length - shownPerKind),
    }));
}

function shown(entry: SearchEntry, marks: ReadonlySet<string>): Found {
  const title = mark(entry.title, marks);
  const line = mark(entry.line, marks);
  const seen = [...title, ...line].some((it) => it.marked);
  const also = seen ? [] : entry.also.map((it) => mark(it, marks)).filter((it) => it.some((one) => one.marked));
  return { href: entry.href, title, line, also: also.slice(0, 2) };
}

/** Marks the words of a text that are in a set; neighbours that are alike become one piece. */
export function mark(text: string, words: ReadonlySet<string>): Marked {
  const pieces: { text: string; marked: boolean }[] = [];
  for (const it of stretches(text)) {
    const marked = it.word !== "" && words.has(it.word);
    const last = pieces.at(-1);
    if (last?.marked === marked) last.text += it.text;
    else pieces.push({ text: it.text, marked });
  }
  return pieces;
}
