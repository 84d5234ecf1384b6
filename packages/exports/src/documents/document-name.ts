import type { Language } from "@impactmonitor/model/text";
import type { Book } from "@impactmonitor/views/book";
import { practiceWords } from "@impactmonitor/views/practice-words";
import type { Format, Order } from "./order.ts";

/** What a file of each format ends on and is sent as. */
export const formatFiles: Readonly<Record<Format, { readonly extension: string; readonly type: string }>> = {
  pdf: { extension: "pdf", type: "application/pdf" },
  talk: { extension: "pdf", type: "application/pdf" },
  pptx: {
    extension: "pptx",
    type: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  },
  docx: { extension: "docx", type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
  xlsx: { extension: "xlsx", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  "csv-excel": { extension: "csv", type: "text/csv; charset=utf-8" },
  "csv-machine": { extension: "csv", type: "text/csv; charset=utf-8" },
  parquet: { extension: "parquet", type: "application/vnd.apache.parquet" },
  zip: { extension: "zip", type: "application/zip" },
};

/** What of an edition a name takes. */
type Named = Pick<Book, "kind" | "id" | "area">;

/**
 * Name of a document in somebody's folder: what it is about, its edition, and whether that is for practice or was withdrawn.
 * "impactmonitor-drenthe-2026-11.pdf".
 */
export function documentName(book: Named, withdrawn: boolean, order: Order): string {
  const { language, format } = order;
  const parts = [
    "impactmonitor",
    ...(book.kind === "practice" ? [practiceWords.file[language]] : []),
    ...(format === "talk" ? [language === "nl" ? "teamgesprek" : "team-talk"] : []),
    ...subjectWords(book, order, language),
    ...(format === "csv-machine" ? ["machine"] : []),
    book.id,
    ...(withdrawn ? [language === "nl" ? "ingetrokken" : "withdrawn"] : []),
  ];
  return `${parts.join("-")}.${formatFiles[format].extension}`;
}

const levelWords = {
  nation: { nl: "", en: "" },
  "vt-region": { nl: "", en: "" },
  province: { nl: "provincie", en: "province" },
  municipality: { nl: "gemeente", en: "municipality" },
  landsdeel: { nl: "landsdeel", en: "part-of-the-country" },
  corop: { nl: "corop", en: "corop" },
} as const;

/** Regions, municipalities and provinces share names, so the last two say which they are. */
function areaWords(book: Named, code: string, language: Language): string[] {
  const area = book.area(code);
  if (!area) return [code.toLowerCase()];
  if (area.level === "nation") return [language === "nl" ? "nederland" : "netherlands"];
  return [levelWords[area.level][language], area.slug].filter(Boolean);
}

function subjectWords(book: Named, { subject }: Order, language: Language): string[] {
  switch (subject.kind) {
    case "area":
      return areaWords(book, subject.area, language);
    case "indicator":
      return [subject.indicator, ...(subject.area === undefined ? [] : areaWords(book, subject.area, language))];
    case "comparison":
      return [language === "nl" ? "vergelijking" : "comparison"];
    case "edition":
      return [language === "nl" ? "editie" : "edition"];
    case "report":
      return [language === "nl" ? "rapport" : "report", String(subject.year), language === "nl" ? "editie" : "edition"];
  }
}
