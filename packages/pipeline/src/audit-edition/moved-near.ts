import { EditionCells, inEdition, type Range } from "./cells-of-editions.ts";
import type { Spot } from "./facts.ts";
import { sameSpot, sumsTold, type Given } from "./knowledge.ts";
import type { KnownSum } from "./sums-known.ts";
import { recordsInYear } from "./visibly-revised.ts";

/** What was said of a count: a number, and how far the count can be from it. */
interface Said {
  /** Undefined when it was left out. */
  readonly shown?: number;
  readonly reach: number;
}

/** What was said of one count before, and is now. */
interface Twice {
  readonly spot: Spot;
  readonly before: Said | undefined;
  readonly now: Said;
}

/**
 * Counts that were shown and are left out now, and of which it can be seen that they may have moved. To take such a count for the number that it
 * was leads an attacker astray; to forget that number makes too little of what they know. They are taken to know that the count moved no
 * further than what is seen around it, and no other way:
 *
 * - where a part of it moved, or every whole around it that is shown twice did: no further than the whole that moved least of those that did,
 *   or where these went different ways, than any of them;
 * - where no whole moved: no further than its parts did together; a part that is left out after a zero moved by nobody knows how much;
 * - where nothing around it is shown twice: no further than anything of these records in that year did.
 *
 * A whole that is the same number says that the count stood still, unless a part of it moved. All this supposes that what came in and what was
 * taken back do not cancel out, and that what is left out moved no further than what is shown: a count can move by more than its whole when
 * another part moves the other way. Who supposes less takes the two for different counts, and knows less than this. Who supposes that it
 * stood still all the same is contradicted by what they see, and believes what isn't so.
 * @param given editions, the oldest first
 * @returns by `inEdition` how much more the count can be than when it was shown; endless when nothing is known of that
 */
export function movedNear(given: Given): Map<string, Range> {
  const near = new Map<string, Range>();
  const same = sameSpot(given);
  const base = given.policy.roundingBase;
  const last = new Map<string, Said>();
  for (const [e, facts] of given.facts.entries()) {
    const cells = new EditionCells([facts], (_, spot) => same(e, spot), new Set());
    const keys = cells.cells.map(({ spot }) => cells.key(0, spot));
    const twice = cells.cells.map(({ spot, told }, cell): Twice => {
      const before = last.get(keys[cell]!);
      return { spot, before, now: saidNow(told.find((it) => it.shown !== undefined)?.shown, before, base) };
    });
    if (twice.some(wentOut))
      for (const [cell, by] of moves(twice, sumsTold(given, e, cells, 0).sums)) near.set(inEdition(e, keys[cell]!), by);
    for (const [cell, { now }] of twice.entries()) last.set(keys[cell]!, now);
  }
  return near;
}

/** A number that was said before stands as long as the count is less than a rounding step from it. */
function saidNow(shown: number | undefined, before: Said | undefined, base: number): Said {
  if (shown === undefined) return { reach: Infinity };
  if (shown === 0) return { shown, reach: 0 };
  return { shown, reach: shown === before?.shown ? base - 1 : (base - 1) / 2 };
}

/** Shown as some number, and left out now. */
const wentOut = ({ before, now }: Twice): boolean =>
  before?.shown !== undefined && before.shown > 0 && now.shown === undefined;

/** Another number, or none any more where there was a zero. */
const isMoved = ({ before, now }: Twice): boolean =>
  before?.shown !== undefined && (now.shown === undefined ? before.shown === 0 : now.shown !== before.shown);

/** By how much a count moved; after a zero that is left out now, by any number. Undefined where it isn't shown twice. */
function moveOf({ before, now }: Twice): Range | undefined {
  if (before?.shown === undefined) return undefined;
  if (now.shown === undefined) return before.shown === 0 ? { least: 0, most: Infinity } : undefined;
  const by = now.shown - before.shown;
  const reach = before.reach + now.reach;
  return { least: by - reach, most: by + reach };
}

/** What can be seen around a count that went out. */
interface Around {
  /** By how much the counts that contain it moved, each that is another number. */
  readonly wholes: Range[];
  /** By how much its parts did together, in each division of which some are another number. */
  readonly parts: Range[];
  /** A count that contains it is the number that it was. */
  wholeStands: boolean;
}

/** @returns per cell that went out and may have moved, by how much */
function moves(cells: readonly Twice[], sums: readonly KnownSum[]): [number, Range][] {
  const around = new Map<number, Around>();
  for (const [cell, it] of cells.entries())
    if (wentOut(it)) around.set(cell, { wholes: [], parts: [], wholeStands: false });
  for (const { parent, children } of sums) {
    // What is in no table was never shown.
    const whole = cells[parent];
    const by = whole && moveOf(whole);
    for (const child of whole && by ? children : []) {
      const found = around.get(child);
      if (isMoved(whole!)) found?.wholes.push(by!);
      else if (found) found.wholeStands = true;
    }
    const moved = children.flatMap((it) => (cells[it] && isMoved(cells[it]) ? (moveOf(cells[it]) ?? []) : []));
    if (moved.length > 0) around.get(parent)?.parts.push(moved.reduce(together));
  }
  const inYear = moveInYear(cells);
  return [...around].flatMap(([cell, it]): [number, Range][] => {
    const by = likelyMove(it, inYear.get(recordsInYear(cells[cell]!.spot)));
    return by === undefined ? [] : [[cell, by]];
  });
}

const together = (one: Range, other: Range): Range => ({
  least: one.least + other.least,
  most: one.most + other.most,
});

/** As little and as much as numbers moved that can be seen, of the same records in one year. */
function moveInYear(cells: readonly Twice[]): ReadonlyMap<string, Range> {
  const found = new Map<string, Range>();
  for (const it of cells) {
    const by = it.now.shown !== undefined && isMoved(it) ? moveOf(it) : undefined;
    if (by === undefined) continue;
    const year = recordsInYear(it.spot);
    const known = found.get(year) ?? by;
    found.set(year, { least: Math.min(known.least, by.least), most: Math.max(known.most, by.most) });
  }
  return found;
}

/** Between standing still and as far as what is around it did; undefined when it seems to stand still. */
function likelyMove({ wholes, parts, wholeStands }: Around, inYear: Range | undefined): Range | undefined {
  if (wholes.length > 0 && (parts.length > 0 || !wholeStands)) {
    const way = new Set(wholes.map(({ least, most }) => Math.sign(least + most)));
    return way.size > 1 ? as(wholes, Math.min, Math.max) : as(wholes, Math.max, Math.min);
  }
  if (parts.length > 0) return as(parts, Math.min, Math.max);
  return wholeStands || inYear === undefined ? undefined : as([inYear], Math.min, Math.max);
}

type Choose = (...numbers: number[]) => number;

/** As little and as much as some moved, and standing still. */
const as = (moved: readonly Range[], least: Choose, most: Choose): Range => ({
  least: Math.min(0, least(...moved.map((it) => it.least))),
  most: Math.max(0, most(...moved.map((it) => it.most))),
});
