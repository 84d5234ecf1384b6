import type { Catalogue } from "@impactmonitor/model/catalogue";

/** What each catalogue holds that was ever sealed in an edition of format version 1. */
type FromTheStart =
  | "themes"
  | "sources"
  | "indicators"
  | "codelists"
  | "glossary"
  | "questions"
  | "contextVariables"
  | "areas"
  | "areaChanges"
  | "memberships"
  | "equalTerritories"
  | "parts"
  | "cohorts"
  | "tiles"
  | "help"
  | "pages";

/**
 * What stands for a part that the catalogue got later, in an edition sealed before: an empty list, as a rule.
 * The compiler asks for it here when `Catalogue` gets a part.
 */
const later: Omit<Catalogue, FromTheStart> = {
  planSteps: [],
  examples: [],
  events: [],
  traits: [],
  notes: [],
  reportInserts: [],
  localSets: [],
  starters: { always: { any: [], higher: [], lower: [], unclear: [], noFigure: [] }, themes: [], indicators: [] },
};

/** The catalogue of an edition, perhaps an older one, as today's code expects it. */
export const withLaterParts = (sealed: Catalogue): Catalogue => ({ ...later, ...sealed });

/**
 * What is sealed of a catalogue: a part that came later and is empty is left out, so that what was sealed without it is
 * sealed as the same bytes again.
 */
export function sealedParts(catalogue: Catalogue): Partial<Catalogue> {
  const empty = new Map<string, unknown>(Object.entries(later));
  return Object.fromEntries(
    Object.entries(catalogue).filter(
      ([part, value]) => !empty.has(part) || JSON.stringify(value) !== JSON.stringify(empty.get(part)),
    ),
  );
}
