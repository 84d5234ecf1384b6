import type { Observation } from "@impactmonitor/model/observation";
import type { Text } from "@impactmonitor/model/text";
import type { Book } from "@impactmonitor/views/book";
import type { MapShapes } from "@impactmonitor/views/chart-state";
import type { ReportHistory } from "@impactmonitor/views/report/report-content";
import type { Past } from "@impactmonitor/views/past";
import type { Format, Order, Subject } from "./order.ts";

/** What documents are made from: an edition and what is known about it. */
export interface Paper {
  readonly book: Book;
  /** Shapes of a map by name, such as `regions`. */
  readonly map: (name: string) => MapShapes | undefined;
  /** How each figure of an indicator came to be what it is, over the editions up to this one. */
  readonly pasts: (indicator: string) => (it: Observation) => Past;
  /** Why the edition was withdrawn, where it was: said on every page. */
  readonly withdrawn?: Text;
  /** The editions up to and with this one, and what it changed; absent where a document is made without them. */
  readonly history?: ReportHistory;
  /** Where questions go: an address for mail or a page. */
  readonly contact: string;
}

/** Told how far the making is, from 0 to 1. */
export type Told = (done: number) => void;

/** Makes the bytes of one document; throws `CannotMake` when the order asks for what is not there. */
export type Make = (paper: Paper, order: Order, told: Told) => Promise<Uint8Array>;

/** An order for something that doesn't exist or has nothing in it, in words for a reader. */
export class CannotMake extends Error {
  readonly why: Text;
  constructor(why: Text) {
    super(why.en);
    this.why = why;
  }
}

type Makers = { readonly [kind in Subject["kind"]]?: { readonly [format in Format]?: () => Promise<Make> } };

const book = async (): Promise<Make> => (await import("../book/make-book.ts")).makeBook;
const slides = async (): Promise<Make> => (await import("../slides/make-slides.ts")).makeSlides;
const handout = async (): Promise<Make> => (await import("../handout/make-handout.ts")).makeHandout;
const talk = async (): Promise<Make> => (await import("../talk/make-talk.ts")).makeTalk;
const report = async (): Promise<Make> => (await import("../report/make-report.ts")).makeReport;
const tables = {
  xlsx: async (): Promise<Make> => (await import("../sheets/make-workbook.ts")).makeWorkbook,
  "csv-excel": async (): Promise<Make> => (await import("../sheets/make-csv.ts")).makeExcelCsv,
  "csv-machine": async (): Promise<Make> => (await import("../sheets/make-csv.ts")).makeMachineCsv,
};
const parquet = async (): Promise<Make> => (await import("../sheets/make-parquet.ts")).makeParquet;
const archive = async (): Promise<Make> => (await import("../sheets/make-archive.ts")).makeArchive;

/** Each kind of document with what makes it, loaded when it is first asked for. */
const makers: Makers = {
  area: { pdf: book, talk, pptx: slides, docx: handout, ...tables },
  indicator: { pdf: book, ...tables },
  comparison: { pdf: book, pptx: slides, docx: handout, ...tables },
  edition: { ...tables, parquet, zip: archive },
  report: { pdf: report },
};

/** Which formats there are of a kind of subject. */
export const formatsOf = (kind: Subject["kind"]): readonly Format[] => Object.keys(makers[kind] ?? {}) as Format[];

/** The bytes of a document. The same order on the same edition gives the same bytes. */
export async function makeDocument(paper: Paper, order: Order, told: Told = () => undefined): Promise<Uint8Array> {
  const load = makers[order.subject.kind]?.[order.format];
  if (!load)
    throw new CannotMake({
      nl: "Dit document bestaat niet in deze vorm.",
      en: "This document does not exist in this form.",
    });
  const make = await load();
  return make(paper, order, told);
}
