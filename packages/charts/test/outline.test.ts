import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { MapShapes } from "@impactmonitor/views/chart-state";
import { closeUp } from "../src/close-up.ts";
import { pageInk } from "../src/ink.ts";
import { drawLocator } from "../src/locator.ts";
import { outlines, pathOf, ringsOf, type Point } from "../src/outline.ts";

const map = (name: string): MapShapes =>
  JSON.parse(readFileSync(new URL(`../../../catalogue/map/${name}.json`, import.meta.url), "utf8"));
const shape = (code: string, path: string): MapShapes["shapes"][number] => ({ code, path, label: [0, 0] });
/** Two squares side by side; their common border has a corner that juts out one unit. */
const pair = [shape("A", "M0 0l10 0 1 5-1 5-10 0Z"), shape("B", "M10 0l10 0 0 10-10 0 1-5Z")];
const asIs = (it: Point): Point => it;

describe("areas taken apart", () => {
  test("share one border, and the coast goes round both", () => {
    const found = outlines(pair, 0.5);
    expect(found.borders).toHaveLength(1);
    expect(found.borders[0]?.map(String).sort()).toEqual(["10,0", "10,10", "11,5"]);
    expect(found.coast).toHaveLength(1);
    expect(found.coast[0]?.map(String).sort()).toEqual(["0,0", "0,10", "10,0", "10,10", "20,0", "20,10"].sort());
  });

  test("lose the same corners on both sides of a border, never the places where borders meet", () => {
    const found = outlines(pair, 2);
    expect(found.borders[0]).toHaveLength(2);
    for (const code of ["A", "B"])
      expect(found.areas.get(code)?.[0]?.map(String)).toEqual(expect.arrayContaining(["10,0", "10,10"]));
    expect(JSON.stringify([...found.areas])).not.toContain("[11,5]");
  });

  test("keep an island, and a lake inside an area", () => {
    const found = outlines([shape("A", "M0 0l20 0 0 20-20 0ZM5 5l0 5 5 0 0-5ZM40 0l5 0 0 5-5 0Z")], 0.1);
    expect(found.areas.get("A")).toHaveLength(3);
    expect(found.coast).toHaveLength(3);
    expect(found.borders).toEqual([]);
  });

  test("read curves and numbers written as short as can be", () => {
    expect(ringsOf("M1 1q2 0 2 2l-.5.5-1.5-2.5Z")).toEqual([
      [
        [1, 1],
        [2.5, 1.5],
        [3, 3],
        [2.5, 3.5],
      ],
    ]);
  });

  test("are written again as the same corners", () => {
    expect(
      ringsOf(
        pathOf(
          [
            [
              [0, 0],
              [10, 0],
              [10, 10],
              [-3, 12],
            ],
          ],
          true,
          asIs,
        ).replace("z", "Z"),
      ),
    ).toEqual([
      [
        [0, 0],
        [10, 0],
        [10, 10],
        [-3, 12],
      ],
    ]);
  });
});

describe.each(["regions", "regions-2022", "provinces"])("the map of %s", (name) => {
  const shapes = map(name);

  test("keeps every area, each border once, and no line farther from its place than allowed", () => {
    const [fine, coarse] = [outlines(shapes.shapes, 0), outlines(shapes.shapes, 2.5)];
    for (const { code } of shapes.shapes) expect(coarse.areas.get(code)?.length, code).toBeGreaterThan(0);
    const ends = coarse.borders.map((it) => [String(it[0]), String(it.at(-1)), it.length].join(" "));
    expect(new Set(ends).size).toBeGreaterThan(coarse.borders.length * 0.9);
    for (const [i, line] of fine.borders.entries())
      for (const it of line) expect(nearest(it, coarse.borders[i]!)).toBeLessThanOrEqual(2.5);
  });

  test("shows where any area lies in at most 2 kB", () => {
    for (const { code } of shapes.shapes) {
      const { body } = drawLocator(shapes, code, pageInk);
      expect(body).toContain("k-map-chosen");
      expect(gzipSync(body).length, code).toBeLessThanOrEqual(2000);
    }
  });
});

describe("a part of a map seen from near", () => {
  const shapes: MapShapes = { ...map("regions"), shapes: pair };

  test("fills the drawing, and its areas still touch", () => {
    const near = closeUp(shapes, new Set(["A", "B"]))!;
    const corners = near.shapes.flatMap((it) => ringsOf(it.path.replaceAll("z", "Z")).flat());
    expect(Math.max(...corners.map(([x]) => x))).toBe(near.width - 6);
    expect(near.width).toBe(400);
    const [a, b] = near.shapes.map((it) => new Set(ringsOf(it.path.replaceAll("z", "Z")).flat().map(String)));
    expect([...a!].filter((it) => b!.has(it)).length).toBe(3);
  });

  test("has no hole where an area has no shape, and is no map of one area", () => {
    expect(closeUp(shapes, new Set(["A", "B", "C"]))).toBeUndefined();
    expect(closeUp(shapes, new Set(["A"]))).toBeUndefined();
  });
});

test("with more corners than a page has room for, lines get coarser and no area vanishes", () => {
  const { shapes } = map("municipalities");
  const [all, few] = [outlines(shapes, 0.1), outlines(shapes, 0.1, 1000)];
  const corners = (it: typeof all): number => [...it.coast, ...it.borders].flat().length;
  expect(corners(few)).toBeLessThan(corners(all) * 0.9);
  for (const { code } of shapes) expect(few.areas.get(code)?.length, code).toBeGreaterThan(0);
});

/** Distance from a point to a line of corners. */
function nearest([x, y]: Point, line: readonly Point[]): number {
  let least = Infinity;
  for (const [i, [bx, by]] of line.entries()) {
    const [ax, ay] = line[Math.max(0, i - 1)]!;
    const [dx, dy] = [bx - ax, by - ay];
    const along = dx === 0 && dy === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
    const at = Math.min(1, Math.max(0, along));
    least = Math.min(least, Math.hypot(x - ax - at * dx, y - ay - at * dy));
  }
  return least;
}
