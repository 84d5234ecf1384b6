import type { Term } from "@impactmonitor/model/glossary";
import type { Language } from "@impactmonitor/model/text";

/** A stretch of text; with the id of the term that it names, where it names one. */
export interface TermPiece {
  readonly text: string;
  readonly term?: string;
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/**
 * Makes a marker of terms in running text. A term is found by the forms that the glossary lists, or else by its own word;
 * whole words only, whatever the case; of two that begin at the same place the longest. Together the pieces are the text.
 * @returns takes a text and the ids already explained in its section, to which those found are added
 */
export function termMarker(
  glossary: readonly Term[],
  language: Language,
): (text: string, seen: Set<string>) => readonly TermPiece[] {
  const byForm = new Map<string, string>();
  for (const it of glossary)
    for (const form of it.forms?.[language] ?? [it.term[language]]) {
      const key = form.toLowerCase();
      if (!byForm.has(key)) byForm.set(key, it.id);
    }
  const longestFirst = [...byForm.keys()].toSorted((a, b) => b.length - a.length);
  if (longestFirst.length === 0) return (text) => (text === "" ? [] : [{ text }]);
  // A hyphen joins: in "niet-melding" or "meldingen-tabel" the word is another one.
  const any = new RegExp(
    `(?<![\\p{L}\\p{N}\\p{M}-])(?:${longestFirst.map(escaped).join("|")})(?![\\p{L}\\p{N}\\p{M}]|-[\\p{L}\\p{N}])`,
    "giu",
  );
  return (text, seen) => {
    const pieces: TermPiece[] = [];
    let at = 0;
    for (const found of text.matchAll(any)) {
      const term = byForm.get(found[0].toLowerCase());
      if (term === undefined || seen.has(term)) continue;
      seen.add(term);
      if (found.index > at) pieces.push({ text: text.slice(at, found.index) });
      pieces.push({ text: found[0], term });
      at = found.index + found[0].length;
    }
    if (at < text.length) pieces.push({ text: text.slice(at) });
    return pieces;
  };
}
