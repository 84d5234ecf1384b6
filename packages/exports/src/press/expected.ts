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

/** Milliseconds that a thousand figures of a whole edition take, on one core; `bench/sheets/run.ts` measures them. */
const perThousand: Readonly<Partial<Record<Format, number>>> = {
  xlsx: 140,
  "csv-excel": 70,
  "csv-machine": 70,
  parquet: 75,
  zip: 120,
};

/**
 * About how long the making of a document takes, in milliseconds.
 * @param figures how many the edition has: a whole edition takes longer the more there are
 */
export function expectedTime({ subject, format }: Order, figures: number): number {
  if (subject.kind === "indicator" && format === "pdf") return perFormat.talk;
  if (subject.kind !== "edition") return perFormat[format];
  return perFormat[format] + (perThousand[format] ?? 0) * (figures / 1000);
}
