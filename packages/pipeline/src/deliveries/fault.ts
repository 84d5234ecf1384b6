import type { Text } from "@impactmonitor/model/text";
import { faultWords, type FaultKind, type FaultDetails } from "./fault-words.ts";

/** Where something is wrong. A line is counted as an editor does, from 1; in a workbook it is the row of the sheet. */
export interface Place {
  readonly line: number;
  /** The wrong value, shortened; absent where it could name a person. */
  readonly shown?: string;
}

/** One kind of mistake in one field (or file) of a delivery, in words for its sender. */
export interface Fault {
  readonly kind: FaultKind;
  readonly file: string;
  readonly type?: string;
  readonly field?: string;
  /** How often; there are never more than `mostPlaces` places. */
  readonly count: number;
  readonly places: readonly Place[];
  readonly what: Text;
  readonly mend: Text;
}

export const mostPlaces = 20;

export interface FaultAt extends FaultDetails {
  readonly kind: FaultKind;
  readonly file: string;
  readonly type?: string;
  readonly count?: number;
  readonly places?: readonly Place[];
}

/** Puts a mistake into words. Without a place it is about the whole file: line 1. */
export function fault({ kind, file, type, count, places = [{ line: 1 }], ...details }: FaultAt): Fault {
  const { field } = details;
  return {
    kind,
    file,
    ...(type === undefined ? {} : { type }),
    ...(field === undefined ? {} : { field }),
    count: count ?? places.length,
    places: places.slice(0, mostPlaces),
    ...faultWords(kind, details),
  };
}

/** A fault as lines for a person: what, how often and how to mend, then each place. */
export function sayFault(it: Fault, language: "nl" | "en"): string[] {
  const times = language === "nl" ? `${it.count} keer` : it.count === 1 ? "once" : `${it.count} times`;
  const head = `${it.file}: ${it.what[language]}${it.count > 1 ? ` (${times})` : ""} ${it.mend[language]}`;
  const places = it.places.map(({ line, shown }) => {
    const where = `${it.file}:${line}${it.field === undefined ? "" : ` ${it.field}`}`;
    return `  ${where}${shown === undefined ? "" : `: “${shown}”`}`;
  });
  const more = it.count - it.places.length;
  if (more > 0) places.push(language === "nl" ? `  en nog ${more}` : `  and ${more} more`);
  return [head, ...places];
}

/**
 * A wrong value as it may be shown: shortened, on one line, and without digits where there are eight in a row: a column that was
 * filled from the wrong one can hold citizen service numbers or dates of birth.
 */
export function showable(value: string): string {
  const line = value.replaceAll(/\p{Cc}/gu, "·").trim();
  const masked = line.replaceAll(/\d(?:[ .-]?\d){7,}/g, (digits) => digits.replaceAll(/\d/g, "#"));
  return masked.length > 24 ? `${masked.slice(0, 24)}…` : masked;
}

/** A wrong date as it may be shown: whole when it is about the time of the period, masked when it could be a date of birth. */
export function showableDate(value: string, period: string): string {
  const year = Number(/^(\d{4})(?:\d{4}|-\d\d-\d\d)$/.exec(value)?.[1]);
  return Math.abs(year - Number(period.slice(0, 4))) <= 2 ? value : showable(value);
}
