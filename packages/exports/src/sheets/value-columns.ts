import type { Column } from "./column.ts";
import { isAbsent } from "@impactmonitor/model/cell";
import { absenceExplanation, absenceLabel } from "@impactmonitor/views/absence-words";
import { marksInWords } from "@impactmonitor/views/mark-words";
import { formOf, lowerIn, marksIn, upperIn, valueIn, type FigureRow } from "./figure-row.ts";

/** The number of a figure or the reason that there is none, and what to know of it. */
export const valueColumns: readonly Column<FigureRow>[] = [
  {
    name: "value",
    title: { nl: "Waarde", en: "Value" },
    means: {
      nl: "Het cijfer. Een percentage staat er als 55,6, niet als 0,556. Leeg als er een reden of een bereik staat.",
      en: "The figure. A percentage is written as 55.6, not as 0.556. Empty where there is a reason or a range.",
    },
    width: 12,
    read: (row) => valueIn(row.it.cell),
    form: ({ it, indicator }) => formOf(valueIn(it.cell), indicator, it.measure),
  },
  {
    name: "lower",
    title: { nl: "Ondergrens", en: "Lower bound" },
    means: {
      nl: "De ondergrens die de bron geeft, als die er is.",
      en: "The lower bound that the source gives, where it does.",
    },
    width: 12,
    read: (row) => lowerIn(row.it.cell),
    form: ({ it, indicator }) => formOf(lowerIn(it.cell), indicator, it.measure),
  },
  {
    name: "upper",
    title: { nl: "Bovengrens", en: "Upper bound" },
    means: {
      nl: "De bovengrens die de bron geeft, als die er is.",
      en: "The upper bound that the source gives, where it does.",
    },
    width: 12,
    read: (row) => upperIn(row.it.cell),
    form: ({ it, indicator }) => formOf(upperIn(it.cell), indicator, it.measure),
  },
  {
    name: "absent",
    title: { nl: "Waarom geen waarde (code)", en: "Why no value (code)" },
    means: {
      nl: "De reden als code; leeg als er een waarde of een bereik is.",
      en: "The reason as a code; empty where there is a value or a range.",
    },
    width: 16,
    read: ({ it }) => (isAbsent(it.cell) ? it.cell.absent : undefined),
  },
  {
    name: "status",
    title: { nl: "Waarom geen waarde", en: "Why no value" },
    means: {
      nl: "De reden in woorden. Leeg is nooit nul, en nul is een waarde.",
      en: "The reason in words. Empty is never nought, and nought is a value.",
    },
    width: 20,
    read: ({ it, language }) => (isAbsent(it.cell) ? absenceLabel(it.cell.absent)[language] : undefined),
  },
  {
    name: "status_words",
    title: { nl: "Uitleg bij geen waarde", en: "What that means" },
    means: { nl: "Wat die reden betekent.", en: "What that reason means." },
    width: 30,
    read: ({ it, language }) => (isAbsent(it.cell) ? absenceExplanation(it.cell.absent)[language] : undefined),
  },
  {
    name: "marks",
    title: { nl: "Tekens bij de waarde (code)", en: "Marks of the value (code)" },
    means: {
      nl: "Wat u bij de waarde moet weten, als code: provisional, revised-provisional, estimate, rounded, break.",
      en: "What to know of the value, as codes: provisional, revised-provisional, estimate, rounded, break.",
    },
    width: 18,
    read: (row) => marksIn(row.it.cell),
  },
  {
    name: "marks_name",
    title: { nl: "Tekens bij de waarde", en: "Marks of the value" },
    means: {
      nl: "Voorlopig, nader voorlopig, schatting, afgerond of breuk in de reeks.",
      en: "Provisional, revised, estimate, rounded or break in the series.",
    },
    width: 20,
    read: ({ it, language }) => marksInWords(it.cell, language),
  },
];
