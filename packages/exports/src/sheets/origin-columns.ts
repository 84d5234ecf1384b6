import type { Column } from "./column.ts";
import { noteLine, notesOf } from "@impactmonitor/views/comparison/notes-of";
import { revisionWords } from "@impactmonitor/views/revision";
import { formOf, valueIn, valueOrEnds, type FigureRow } from "./figure-row.ts";

/** Where a figure was read, what it was before, and what must be known to read it. */
export const originColumns: readonly Column<FigureRow>[] = [
  {
    name: "source_title",
    title: { nl: "Bron", en: "Source" },
    means: { nl: "De tabel of het rapport met dit cijfer.", en: "The table or report with this figure." },
    width: 36,
    read: (row) => row.it.reading.title,
  },
  {
    name: "source_url",
    title: { nl: "Adres van de bron", en: "Address of the source" },
    means: { nl: "Waar dat te vinden is.", en: "Where that is found." },
    width: 30,
    read: (row) => row.it.reading.url,
  },
  {
    name: "published",
    title: { nl: "Gepubliceerd op", en: "Published" },
    means: {
      nl: "Wanneer de bron dit cijfer publiceerde: jaar, maand of dag.",
      en: "When the source published this figure: year, month or day.",
    },
    width: 14,
    read: (row) => row.it.reading.published,
  },
  {
    name: "first_value",
    title: { nl: "Eerst gepubliceerd als", en: "First published as" },
    means: {
      nl: "Het cijfer zoals het eerst naar buiten kwam, als dat een ander getal was.",
      en: "The figure as it first came out, where that was another number.",
    },
    width: 14,
    read: ({ past }) => past.first && valueOrEnds(past.first.cell),
    form: ({ past, indicator, it }) => formOf(past.first && valueIn(past.first.cell), indicator, it.measure),
  },
  {
    name: "first_published",
    title: { nl: "Eerst gepubliceerd op", en: "First published on" },
    means: { nl: "Wanneer dat was.", en: "When that was." },
    width: 14,
    read: ({ past }) => past.first?.reading.published,
  },
  {
    name: "first_source_title",
    title: { nl: "Eerste bron", en: "First source" },
    means: { nl: "Waar dat stond.", en: "Where that stood." },
    width: 26,
    read: ({ past }) => past.first?.reading.title,
  },
  {
    name: "changed_in_edition",
    title: { nl: "Veranderd in editie", en: "Changed in edition" },
    means: {
      nl: "De laatste editie van deze monitor waarin het cijfer anders werd.",
      en: "The last edition of this monitor in which the figure became another.",
    },
    width: 14,
    read: ({ past }) => past.changes.at(-1)?.edition,
  },
  {
    name: "changed_from",
    title: { nl: "Was daarvoor", en: "Was before" },
    means: { nl: "Wat het cijfer daarvoor was.", en: "What the figure was before that." },
    width: 12,
    read: ({ past }) => {
      const last = past.changes.at(-1);
      return last && valueOrEnds(last.from.cell);
    },
    form: ({ past, indicator, it }) => {
      const last = past.changes.at(-1);
      return formOf(last && valueIn(last.from.cell), indicator, it.measure);
    },
  },
  {
    name: "changed_why",
    title: { nl: "Waarom veranderd", en: "Why it changed" },
    means: { nl: "De reden, zo ver die bekend is.", en: "The reason, as far as it is known." },
    width: 26,
    read: ({ past, language }) => {
      const last = past.changes.at(-1);
      return last && revisionWords[last.reason][language];
    },
  },
  {
    name: "edition",
    title: { nl: "Editie", en: "Edition" },
    means: { nl: "De editie van deze monitor.", en: "The edition of this monitor." },
    width: 10,
    read: (row) => row.book.id,
  },
  {
    name: "working_practice",
    title: { nl: "Over de werkwijze", en: "On working practice" },
    means: {
      nl: "Wat u van de werkwijze in dit gebied moet weten om dit cijfer te lezen.",
      en: "What must be known of working practice in this area to read this figure.",
    },
    width: 40,
    read: ({ book, it, language }) =>
      notesOf(book, { area: it.area, indicator: it.indicator, periods: [it.period] })
        .map((note) => noteLine(book, note, language))
        .join(" "),
  },
];
