import type { Area } from "@impactmonitor/model/area";
import type { AreaChange } from "@impactmonitor/model/catalogue";
import { parsePeriod } from "@impactmonitor/model/period";
import { byName, type Book } from "./book.ts";

/**
 * Where the territory of an area that has ended lies today, by name: one area after a merger, several after a split.
 * An area that still exists is its own answer. An ended area of which the register does not say where it went gives none.
 */
export function successors(book: Book, area: Area): readonly Area[] {
  if (area.validTo === undefined) return [area];
  const codes = new Set(
    nextOf(book, area).flatMap((it) => successors(book, it).map((successor) => successor.code as string)),
  );
  return [...codes].flatMap((code) => book.area(code) ?? []).sort(byName);
}

export interface Predecessor {
  readonly area: Area;
  /** The area as a whole became part of this one; otherwise it was split. */
  readonly whole: boolean;
}

const found = new WeakMap<Book, Map<string, readonly Predecessor[]>>();

/** The ended areas whose territory lies, in whole or in part, in this area, by name. */
export function predecessors(book: Book, area: Area): readonly Predecessor[] {
  const known = found.get(book) ?? new Map<string, readonly Predecessor[]>();
  found.set(book, known);
  // Asked for every figure that an area lacks; within an edition the answer never changes.
  const list = known.get(area.code) ?? findPredecessors(book, area);
  known.set(area.code, list);
  return list;
}

function findPredecessors(book: Book, area: Area): readonly Predecessor[] {
  const ended = [...new Set(book.catalogue.areaChanges.flatMap((it) => it.from))]
    .flatMap((code) => book.area(code) ?? [])
    .filter((it) => it.level === area.level && it.validTo !== undefined && it.code !== area.code);
  return ended
    .flatMap((it): Predecessor[] => {
      const went = successors(book, it);
      return went.some((one) => one.code === area.code) ? [{ area: it, whole: went.length === 1 }] : [];
    })
    .sort((a, b) => byName(a.area, b.area));
}

/** The first day of an area, when it came to be by a merger; undefined when it was there before or just began with the register. */
export function bornOf(book: Book, area: Area): string | undefined {
  const first = book.catalogue.areas
    .filter((it) => it.code === area.code)
    .map((it) => it.validFrom)
    .sort()[0];
  return first !== undefined && book.catalogue.areaChanges.some((it) => it.date === first && it.to.includes(area.code))
    ? first
    : undefined;
}

/** The regions that the territory of a municipality, former or not, belongs to today, by name. */
export function regionsToday(book: Book, municipality: Area): readonly Area[] {
  const latest = (code: string): string | undefined =>
    book.catalogue.memberships.findLast((it) => it.municipality === code)?.region;
  const codes = successors(book, municipality).flatMap((it) => latest(it.code) ?? []);
  const regions = [...new Set(codes)].flatMap((code) => book.area(code) ?? []);
  const today = regions.flatMap((it) => successors(book, it));
  return [...new Map(today.map((it) => [it.code, it])).values()].sort(byName);
}

/** Asked for a period in which the area was not there: which areas were there instead. */
export interface OutsidePeriod {
  readonly area: Area;
  /** The period ends before the area began, or begins after it ended. */
  readonly when: "before" | "after";
  readonly instead: readonly Area[];
  readonly period: string;
}

/** @returns undefined when the area was there in some part of the period, or its beginning is only that of the register. */
export function outsidePeriod(book: Book, area: Area, period: string): OutsidePeriod | undefined {
  const { start, end } = parsePeriod(period) ?? {};
  if (start === undefined || end === undefined) return undefined;
  if (area.validTo !== undefined && start > area.validTo)
    return { area, when: "after", instead: successors(book, area), period };
  const born = bornOf(book, area);
  return born !== undefined && end < born
    ? { area, when: "before", instead: predecessors(book, area).map((it) => it.area), period }
    : undefined;
}

/** The areas of the same level that the territory went to on the day after the last. */
function nextOf(book: Book, area: Area): Area[] {
  const day = goneFrom(area);
  const changes = book.catalogue.areaChanges.filter((it) => it.date === day && it.from.includes(area.code));
  return changes.flatMap((it) => receivers(book, it, area));
}

const receivers = (book: Book, change: AreaChange, area: Area): Area[] =>
  change.to
    .filter((code) => code !== area.code)
    .flatMap((code) => book.area(code) ?? [])
    .filter((it) => it.level === area.level);

/** The first day on which an ended area was no more; of an area that exists, no day. */
export const goneFrom = (area: Area): string =>
  area.validTo === undefined ? "" : new Date(Date.parse(area.validTo) + 86_400_000).toISOString().slice(0, 10);
