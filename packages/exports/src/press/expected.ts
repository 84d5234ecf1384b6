import type { Format, Order } from "../documents/order.ts";

/** Milliseconds that a document of all regions' length takes, measured on one core: for whose turn it is, not for a promise. */
const perFormat: Readonly<Record<Format, number>> = {
  talk: 600,
  pdf: 3000,
  pptx: 2000,
  docx: 1500,
  xlsx: 1000,
  "csv-excel": 500,
  "csv-machine": 500,
  parquet: 500,
  zip: 2000,
};
/** How much longer those of a whole edition are. */
const wholeEdition = 10;

/** About how long the making of a document takes, in milliseconds. */
export const expectedTime = ({ subject, format }: Order): number =>
  subject.kind === "indicator" && format === "pdf"
    ? perFormat.talk
    : perFormat[format] * (subject.kind === "edition" ? wholeEdition : 1);
