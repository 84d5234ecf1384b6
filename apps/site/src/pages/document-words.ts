import type { Format, Subject } from "@impactmonitor/exports/documents/order";
import { formatsOf } from "@impactmonitor/exports/documents/make-document";
import type { Text } from "@impactmonitor/model/text";

/** What a document is called, its kind of file, and what somebody would take it along for. */
export interface DocumentWords {
  readonly name: Text;
  readonly file: string;
  readonly purpose: Text;
  /** How large, in words: it is known exactly once it is made. */
  readonly size: Text;
}

const files: Readonly<Record<Format, string>> = {
  pdf: "PDF",
  talk: "PDF",
  pptx: "PowerPoint",
  docx: "Word",
  xlsx: "Excel",
  "csv-excel": "CSV",
  "csv-machine": "CSV",
  parquet: "Parquet",
  zip: "ZIP",
};

type Said = Readonly<Partial<Record<Format, { readonly name: Text; readonly purpose: Text }>>>;

const tables: Said = {
  "csv-excel": {
    name: { nl: "Tabel", en: "Table" },
    purpose: { nl: "voor Excel met Nederlandse instellingen", en: "for Excel with Dutch settings" },
  },
  "csv-machine": {
    name: { nl: "Tabel voor programma’s", en: "Table for programs" },
    purpose: { nl: "met komma’s en codes, voor R of Python", en: "with commas and codes, for R or Python" },
  },
};

const meeting: Said = {
  pptx: {
    name: { nl: "Dia’s", en: "Slides" },
    purpose: {
      nl: "voor een overleg met partners, zelf aan te passen",
      en: "for a meeting with partners, yours to change",
    },
  },
  docx: {
    name: { nl: "Verslag", en: "Handout" },
    purpose: { nl: "om mee te lezen en in te schrijven", en: "to read along and to write in" },
  },
};

const words: Readonly<Record<Subject["kind"], Said>> = {
  area: {
    pdf: {
      name: { nl: "Boek", en: "Book" },
      purpose: {
        nl: "alle cijfers van dit gebied, om te lezen en af te drukken",
        en: "all figures of this area, to read and print",
      },
    },
    talk: {
      name: { nl: "Blad voor een teamgesprek", en: "Sheet for a talk in the team" },
      purpose: { nl: "één bladzijde: herkennen wij dit?", en: "one page: do we recognise this?" },
    },
    ...meeting,
    xlsx: {
      name: { nl: "Werkmap", en: "Workbook" },
      purpose: {
        nl: "alle cijfers van dit gebied, om mee te rekenen",
        en: "all figures of this area, to calculate with",
      },
    },
    ...tables,
  },
  indicator: {
    pdf: {
      name: { nl: "Blad met dit cijfer", en: "Sheet with this figure" },
      purpose: { nl: "om te lezen en af te drukken", en: "to read and print" },
    },
    xlsx: {
      name: { nl: "Werkmap", en: "Workbook" },
      purpose: {
        nl: "dit cijfer voor alle gebieden, om mee te rekenen",
        en: "this figure for all areas, to calculate with",
      },
    },
    ...tables,
  },
  comparison: {
    pdf: {
      name: { nl: "Boek", en: "Book" },
      purpose: { nl: "deze vergelijking, om te lezen en af te drukken", en: "this comparison, to read and print" },
    },
    ...meeting,
    xlsx: {
      name: { nl: "Werkmap", en: "Workbook" },
      purpose: { nl: "deze vergelijking, om mee te rekenen", en: "this comparison, to calculate with" },
    },
    ...tables,
  },
  edition: {
    xlsx: {
      name: { nl: "Werkmap", en: "Workbook" },
      purpose: { nl: "alle cijfers, om mee te rekenen", en: "all figures, to calculate with" },
    },
    ...tables,
    parquet: {
      name: { nl: "Tabel voor programma’s", en: "Table for programs" },
      purpose: { nl: "alle cijfers, snel in te lezen", en: "all figures, quick to read in" },
    },
    zip: {
      name: { nl: "Alles bij elkaar", en: "Everything together" },
      purpose: { nl: "cijfers, uitleg en licentie, om te bewaren", en: "figures, explanation and licence, to keep" },
    },
  },
  report: {
    pdf: {
      name: { nl: "Rapport", en: "Report" },
      purpose: { nl: "om te lezen en af te drukken", en: "to read and print" },
    },
  },
};

const sizes = {
  sheet: { nl: "één bladzijde, klein bestand", en: "one page, small file" },
  small: { nl: "klein bestand (minder dan 1 MB)", en: "small file (less than 1 MB)" },
  middle: { nl: "1 tot 2 MB", en: "1 to 2 MB" },
  large: { nl: "groot bestand, tot tientallen MB", en: "large file, up to tens of MB" },
} as const satisfies Readonly<Record<string, Text>>;
const sizeOf: Readonly<Partial<Record<Format, keyof typeof sizes>>> = {};

/** The documents that can be made of a kind of subject, in the order of the words above: first what most come for. */
export function offeredDocuments(kind: Subject["kind"]): readonly Format[] {
  const made = formatsOf(kind);
  return Object.keys(words[kind]).flatMap((it) => made.filter((format) => format === it));
}

export function documentWords(kind: Subject["kind"], format: Format): DocumentWords {
  const said = words[kind][format];
  const file = files[format];
  const size = format === "talk" ? sizes.sheet : kind === "edition" ? sizes.large : sizes[sizeOf[format] ?? "small"];
  return { name: said?.name ?? { nl: file, en: file }, file, purpose: said?.purpose ?? { nl: "", en: "" }, size };
}

/** On the pages that stand in for a document. */
export const pageWords = {
  waiting: { nl: "Uw document wordt gemaakt", en: "Your document is being made" },
  turn: { nl: "Uw document wacht op zijn beurt", en: "Your document waits for its turn" },
  busy: { nl: "Het is nu te druk voor dit document", en: "Too busy for this document right now" },
  missing: { nl: "Dit document is er niet", en: "This document does not exist" },
  how: { nl: "Hoe ver is het?", en: "How far is it?" },
  percent: { nl: "Ongeveer {percent}% is klaar.", en: "About {percent}% is done." },
  begun: { nl: "Er is net begonnen.", en: "It has just begun." },
  next: { nl: "Het is als eerste aan de beurt.", en: "It is next in line." },
  place: { nl: "Er gaan nog {before} documenten voor.", en: "{before} documents go before it." },
  one: { nl: "Er gaat nog één document voor.", en: "One document goes before it." },
  soon: { nl: "Het duurt waarschijnlijk nog een paar tellen.", en: "It will probably take a few more seconds." },
  minute: { nl: "Het duurt waarschijnlijk nog ongeveer een minuut.", en: "It will probably take about a minute." },
  minutes: { nl: "Het duurt waarschijnlijk nog ongeveer {n} minuten.", en: "It will probably take about {n} minutes." },
  after: { nl: "Wat gebeurt er nu?", en: "What happens next?" },
  afterText: {
    nl: "U hoeft niets te doen. Deze pagina kijkt om de paar tellen of het klaar is. Is het klaar, dan komt het document vanzelf bij uw downloads. Daarna kunt u teruggaan.",
    en: "You need not do anything. This page looks every few seconds whether it is ready. When it is, the document comes to your downloads by itself. After that you can go back.",
  },
  leave: {
    nl: "Gaat u weg, dan vervalt uw aanvraag. Wij bewaren niet wie wat vraagt.",
    en: "If you leave, your request lapses. We do not keep who asks for what.",
  },
  look: { nl: "Kijk nu of het klaar is", en: "Look now whether it is ready" },
  stop: { nl: "Stop en ga terug", en: "Stop and go back" },
  back: { nl: "Ga terug", en: "Go back" },
  busyText: {
    nl: "Er worden veel documenten tegelijk gemaakt. Probeer het {when} nog eens. De pagina’s en de cijfers doen het gewoon.",
    en: "Many documents are being made at once. Please try again {when}. The pages and the figures work as usual.",
  },
  whenSeconds: { nl: "over een halve minuut", en: "in half a minute" },
  whenMinutes: { nl: "over een paar minuten", en: "in a few minutes" },
  again: { nl: "Probeer het nog eens", en: "Try again" },
} as const satisfies Readonly<Record<string, Text>>;
