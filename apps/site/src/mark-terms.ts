import type { Term } from "@impactmonitor/model/glossary";
import type { Language } from "@impactmonitor/model/text";

/** A stretch of text; with the id of the term that it names, where it names one. */
export interface TermPiece {
  readonly text: string;
  readonly term?: string;
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

/** A hyphen joins: in "niet-melding" or "meldingen-tabel" the word is another one. */
const goesOn = /[\p{L}\p{N}\p{M}]|-[\p{L}\p{N}]/uy;

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
  const forms = Map.groupBy(
    [...byForm.keys()].toSorted((a, b) => b.length - a.length),
    (it) => it[0]!,
  );
  if (forms.size === 0) return (text) => (text === "" ? [] : [{ text }]);
  // One expression of all forms tries each of them at every letter of a text; this looks only where a word begins, at those that begin so.
  const beginnings = new RegExp(`(?<![\\p{L}\\p{N}\\p{M}-])[${[...forms.keys()].map(escaped).join("")}]`, "giu");
  const formAt = (text: string, at: number): string | undefined =>
    forms.get(text[at]!.toLowerCase())?.find((form) => {
      const end = at + form.length;
      goesOn.lastIndex = end;
      return text.slice(at, end).toLowerCase() === form && !goesOn.test(text);
    });
  return (text, seen) => {
    const pieces: TermPiece[] = [];
    let at = 0;
    beginnings.lastIndex = 0;
    for (let found = beginnings.exec(text); found; found = beginnings.exec(text)) {
      const form = formAt(text, found.index);
      if (form === undefined) continue;
      const end = found.index + form.length;
      beginnings.lastIndex = end;
      const term = byForm.get(form)!;
      if (seen.has(term)) continue;
      seen.add(term);
      if (found.index > at) pieces.push({ text: text.slice(at, found.index) });
      pieces.push({ text: text.slice(found.index, end), term });
      at = end;
    }
    if (at < text.length) pieces.push({ text: text.slice(at) });
    return pieces;
  };
}
