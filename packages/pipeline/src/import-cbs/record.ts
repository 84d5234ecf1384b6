import { fail, type Result } from "./failure.ts";

/** One record of an OData answer or a line of a file, by column name. */
export type CbsRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is CbsRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A field as text: a number as its digits; null and absent as nothing. */
export function textOf(record: CbsRecord, field: string): string {
  const value = record[field];
  return typeof value === "string"
    ? value
    : typeof value === "number" || typeof value === "boolean"
      ? String(value)
      : "";
}

/** A list of records as OData sends it, with the address of the next page and the count, when they are there. */
export interface RecordList {
  readonly records: readonly CbsRecord[];
  readonly next: string | undefined;
  readonly count: number | undefined;
}

/**
 * Reads `{ value: [...] }` with `@odata.nextLink` and `@odata.count` (v4) or `odata.nextLink` and `odata.count` (v3).
 * @param where the address, for the message
 */
export function readRecords(json: unknown, where: string): Result<RecordList> {
  const value = isRecord(json) ? json["value"] : undefined;
  if (!isRecord(json) || !Array.isArray(value) || !value.every(isRecord)) {
    const what = { nl: "Het antwoord is geen lijst van OData.", en: "The answer is no OData list." };
    const mend = { nl: "Controleer het adres (--base).", en: "Check the address (--base)." };
    return fail("bad-answer", where, what, mend);
  }
  const next = json["@odata.nextLink"] ?? json["odata.nextLink"];
  const count = Number(json["@odata.count"] ?? json["odata.count"] ?? Number.NaN);
  return {
    ok: true,
    value: {
      records: value,
      next: typeof next === "string" && next !== "" ? next : undefined,
      count: Number.isInteger(count) ? count : undefined,
    },
  };
}
