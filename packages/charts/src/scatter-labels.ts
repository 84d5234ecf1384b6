import { textWidth } from "./svg.ts";

/** A dot that may get its name beside it. */
export interface Labelled {
  readonly x: number;
  readonly y: number;
  readonly words: string;
}
export interface Label {
  readonly x: number;
  /** Baseline of the words. */
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
}
interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const size = 14;
/** From the middle of a dot to its words. */
const away = 10;

/** Where words may stand at a dot, in the order in which they are tried. */
const places: readonly ((it: Labelled) => Label)[] = [
  ({ x, y }) => ({ x: x + away, y: y + 5, anchor: "start" }),
  ({ x, y }) => ({ x: x - away, y: y + 5, anchor: "end" }),
  ({ x, y }) => ({ x, y: y - away, anchor: "middle" }),
  ({ x, y }) => ({ x, y: y + away + 9, anchor: "middle" }),
  ({ x, y }) => ({ x: x + 5, y: y - 7, anchor: "start" }),
  ({ x, y }) => ({ x: x - 5, y: y - 7, anchor: "end" }),
  ({ x, y }) => ({ x: x + 5, y: y + 17, anchor: "start" }),
  ({ x, y }) => ({ x: x - 5, y: y + 17, anchor: "end" }),
];

/**
 * Names beside dots. Those of `first` always get one, where it lies over the fewest dots; of the others those that come
 * nearest, and only where nothing is in the way. A name never lies over another name or over the edge.
 * @param first dots that must be named, the most important first
 * @param others all other dots
 * @param most how many of the others are named at most
 * @returns per dot its label; dots that are not in it stay without a name
 */
export function placeLabels(
  first: readonly Labelled[],
  others: readonly Labelled[],
  bounds: Box,
  radius: number,
  most: number,
): ReadonlyMap<Labelled, Label> {
  const dots = [...first, ...others].map((it): [Labelled, Box] => [it, around(it, radius)]);
  const placed = new Map<Labelled, Label>();
  const taken: Box[] = [];
  const tryAt = (it: Labelled, allowed: number): void => {
    const found = places
      .map((place) => place(it))
      .map((label) => ({ label, box: boxOf(label, it.words) }))
      .filter(({ box }) => within(box, bounds) && !taken.some((other) => overlap(box, other)))
      .map((one) => ({ ...one, hit: dots.filter(([dot, box]) => dot !== it && overlap(one.box, box)).length }))
      .filter(({ hit }) => hit <= allowed)
      .reduce<{ label: Label; box: Box; hit: number } | undefined>(
        (best, one) => (best === undefined || one.hit < best.hit ? one : best),
        undefined,
      );
    if (!found) return;
    placed.set(it, found.label);
    taken.push(found.box);
  };
  for (const it of first) tryAt(it, Number.POSITIVE_INFINITY);
  const middle = first[0];
  const nearest = middle
    ? others.toSorted((a, b) => Math.hypot(a.x - middle.x, a.y - middle.y) - Math.hypot(b.x - middle.x, b.y - middle.y))
    : others;
  for (const it of nearest) if (placed.size < most + first.length) tryAt(it, 0);
  return placed;
}

function boxOf({ x, y, anchor }: Label, words: string): Box {
  const wide = textWidth(words, size);
  const left = anchor === "start" ? x : anchor === "end" ? x - wide : x - wide / 2;
  return { left, right: left + wide, top: y - size + 2, bottom: y + 4 };
}

const around = ({ x, y }: Labelled, radius: number): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});
const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const within = (a: Box, b: Box): boolean =>
  a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;
