import type { MapShapes } from "@impactmonitor/views/chart-state";

export type Point = readonly [x: number, y: number];
/** A closed line without its last point, which is its first. */
export type Ring = readonly Point[];

/** Areas as corners, their shared borders found and simplified once, so that neighbours still touch. */
export interface Outlines {
  readonly areas: ReadonlyMap<string, readonly Ring[]>;
  /** Where land ends: at the sea, a lake, another country. */
  readonly coast: readonly Ring[];
  /** Borders between two areas, each once. */
  readonly borders: readonly (readonly Point[])[];
}

/**
 * Takes the paths of shapes apart and leaves out the corners that nobody would miss.
 * @param tolerance how far, in units of the map, a line may come to lie from where it was
 * @param most corners that a page has room for: with more, the tolerance grows until they fit
 */
export function outlines(shapes: MapShapes["shapes"], tolerance: number, most: number = Infinity): Outlines {
  const rings = new Map(shapes.map((it) => [it.code, ringsOf(it.path)]));
  const steps = stepsOf([...rings.values()].flat());
  const lines = linesOf(steps);
  const cornersAt = (allowed: number): Set<string> => new Set(lines.flatMap((it) => simplify(it, allowed)).map(String));
  let allowed = tolerance;
  let kept = cornersAt(allowed);
  // From a hundred times as coarse on, only the places where borders meet are left.
  while (kept.size > most && allowed < tolerance * 100) kept = cornersAt((allowed *= 1.3));
  const keep = (line: readonly Point[]): Point[] => line.filter((it) => kept.has(String(it)));
  const closed = (list: readonly Ring[]): Ring[] => list.map(keep).filter((it) => it.length > 2);
  const uses = new Map(steps.map((it) => [it.key, it.uses]));
  return {
    areas: new Map([...rings].map(([code, list]) => [code, closed(list).length > 0 ? closed(list) : longest(list)])),
    coast: closed(linesOf(steps.filter((it) => it.uses === 1)).map(withoutReturn)),
    borders: lines.filter((it) => (uses.get(keyOf(it[0]!, it[1]!)) ?? 0) > 1).map(keep),
  };
}

const lighterOf = new WeakMap<MapShapes, MapShapes>();

/**
 * The same map with as much detail as a page of a thousand pixels wide can show of it at less than half its size:
 * a third of the bytes. For a file or for print at a large size take the shapes as they are.
 */
export function lighter(shapes: MapShapes): MapShapes {
  const known = lighterOf.get(shapes);
  if (known) return known;
  const { areas } = outlines(shapes.shapes, (pageTolerance * shapes.width) / 1000, pageCorners(shapes.shapes.length));
  const made = {
    ...shapes,
    shapes: shapes.shapes.map((it) => ({ ...it, path: pathOf(areas.get(it.code) ?? [], true, (point) => point) })),
  };
  lighterOf.set(shapes, made);
  return made;
}
/** In units of a map a thousand wide, of which a page shows two in a pixel. */
const pageTolerance = 1.5;
/** Some 6 kB of path before packing for the regions; many small areas need few corners each, but some. */
const pageCorners = (areas: number): number => Math.max(1000, areas * 8);

/** The corners of a path, curves followed by their middle and end. Paths are those of a boundary map: M, q, l, Z. */
export function ringsOf(path: string): Ring[] {
  return (path.match(/M[^M]*/g) ?? []).map((part) => withoutReturn(cornersOf(part))).filter((it) => it.length > 2);
}

function cornersOf(part: string): Point[] {
  const corners: Point[] = [];
  for (const [, command = "", list = ""] of part.matchAll(/([Mql])([^Mqlz]*)/gi)) {
    const numbers = (list.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const size = command === "q" ? 4 : 2;
    for (let i = 0; i + size <= numbers.length; i += size) {
      const [x0, y0] = corners.at(-1) ?? [0, 0];
      const [x1, y1] = [x0 + numbers[i + size - 2]!, y0 + numbers[i + size - 1]!];
      // The middle of a parabola; the same from both sides, so that neighbours find the same corner.
      if (command === "q")
        corners.push([(x0 + x1 + 2 * (x0 + numbers[i]!)) / 4, (y0 + y1 + 2 * (y0 + numbers[i + 1]!)) / 4]);
      corners.push([x1, y1]);
    }
  }
  return corners;
}

const withoutReturn = (line: readonly Point[]): readonly Point[] =>
  line.length > 1 && String(line[0]) === String(line.at(-1)) ? line.slice(0, -1) : line;

/** What is left of an area of which simplifying leaves nothing: its main part as it was. No area may vanish. */
const longest = (rings: readonly Ring[]): Ring[] => rings.toSorted((a, b) => b.length - a.length).slice(0, 1);

/** From one corner to the next, whichever way round, and how many areas have it in their outline. */
interface Step {
  readonly key: string;
  readonly ends: readonly [Point, Point];
  uses: number;
}

const keyOf = (a: Point, b: Point): string => [String(a), String(b)].sort().join(" ");

function stepsOf(rings: readonly Ring[]): Step[] {
  const steps = new Map<string, Step>();
  for (const ring of rings)
    ring.forEach((from, i) => {
      const to = ring[(i + 1) % ring.length]!;
      const key = keyOf(from, to);
      const known = steps.get(key);
      if (known) known.uses += 1;
      else steps.set(key, { key, ends: [from, to], uses: 1 });
    });
  return [...steps.values()];
}

/** Strings the steps into lines that run from where borders meet to where they meet again, or round. */
function linesOf(steps: readonly Step[]): Point[][] {
  const at = new Map<string, Step[]>();
  for (const step of steps)
    for (const end of step.ends) {
      const list = at.get(String(end));
      if (list) list.push(step);
      else at.set(String(end), [step]);
    }
  const done = new Set<Step>();
  const follow = (start: Point, first: Step): Point[] => {
    const line = [start];
    for (let step: Step | undefined = first; step && !done.has(step);) {
      done.add(step);
      const here = String(line.at(-1));
      const next: Point = String(step.ends[0]) === here ? step.ends[1] : step.ends[0];
      line.push(next);
      const onward: Step[] = at.get(String(next)) ?? [];
      step = onward.length === 2 ? onward.find((it) => !done.has(it)) : undefined;
    }
    return line;
  };
  const lines: Point[][] = [];
  const start = (wanted: (meeting: boolean) => boolean): void => {
    for (const step of steps)
      for (const end of step.ends)
        if (!done.has(step) && wanted(at.get(String(end))!.length !== 2)) lines.push(follow(end, step));
  };
  start((meeting) => meeting);
  start(() => true);
  return lines;
}

/** Ramer, Douglas and Peucker: keeps the corner farthest from the straight line, until none is farther than allowed. */
function simplify(line: readonly Point[], tolerance: number): Point[] {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || line.length < 3) return [...line];
  let [farthest, distance] = [0, -1];
  for (let i = 1; i < line.length - 1; i++) {
    const away = distanceTo(line[i]!, first, last);
    if (away > distance) [farthest, distance] = [i, away];
  }
  const round = String(first) === String(last);
  if (distance <= tolerance && !round) return [first, last];
  return [...simplify(line.slice(0, farthest + 1), tolerance), ...simplify(line.slice(farthest), tolerance).slice(1)];
}

function distanceTo([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** SVG path data in whole units, each step relative to the one before. */
export function pathOf(lines: readonly (readonly Point[])[], close: boolean, place: (point: Point) => Point): string {
  return lines
    .map((line) => {
      const corners = line.map((it) => place(it).map(Math.round)).filter(differs);
      if (corners.length < (close ? 3 : 2)) return "";
      return corners.map(([x = 0, y = 0], i) => step(x, y, corners[i - 1])).join("") + (close ? "z" : "");
    })
    .join("");
}

const differs = (it: number[], i: number, all: number[][]): boolean => i === 0 || String(it) !== String(all[i - 1]);

function step(x: number, y: number, before: number[] | undefined): string {
  if (!before) return `M${pair(x, y)}l`;
  return pair(x - before[0]!, y - before[1]!).replace(/^(?=\d)/, " ");
}
const pair = (x: number, y: number): string => `${x}${y < 0 ? "" : " "}${y}`;
