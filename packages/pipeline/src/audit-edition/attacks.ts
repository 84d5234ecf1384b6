/**
 * Ways in which counts that were left out can be worked out. All are used; each can be left out, to see that nothing else finds what it finds.
 *
 * - `areas`: an area is the sum of its parts. `same-areas`: two areas with one territory have one count.
 * - `years`: a year is its halves. `categories`: a total is its categories. `outside`: a total is a category and what is outside it.
 * - `tables`: what one table counts is a part of what another counts.
 * - `ratios`: a percentage or a rate tells the count that it was computed from.
 * - `zeros`: where zeros are shown, what is left out is no zero. `groups`: all, or all but one, of a group in one category.
 * - `editions`: earlier editions showed what this one leaves out. `sources`: so did whoever published the figures first.
 */
export const attacks = [
  "areas",
  "same-areas",
  "years",
  "categories",
  "outside",
  "tables",
  "ratios",
  "zeros",
  "groups",
  "editions",
  "sources",
] as const;
export type Attack = (typeof attacks)[number];

export const allAttacks: ReadonlySet<Attack> = new Set(attacks);
