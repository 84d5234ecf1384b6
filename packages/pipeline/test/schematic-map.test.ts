import { readFileSync } from "node:fs";
import { union } from "polyclip-ts";
import { describe, expect, it } from "vitest";
import { serialiseBoundaryMap } from "../src/boundaries/boundary-map.ts";
import type { AreaShape, BoundaryMap } from "../src/boundaries/boundary-map.ts";
import { smoothLine } from "../src/boundaries/curve-path.ts";
import { distanceInside } from "../src/boundaries/label-point.ts";
import { polygonArea, signedArea } from "../src/boundaries/plane.ts";
import type { Point, Polygon } from "../src/boundaries/plane.ts";
import { makeSchematicMaps } from "../src/schematic-map/make-schematic-maps.ts";
import { polygonsOfPath } from "./drawn-path.ts";

const catalogue = new URL("../../../catalogue/", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, catalogue), "utf8");
const sources = {
  municipalityPoints: read("map/municipality-points.csv"),
  lakes: read("map/lakes.csv"),
  membership: read("areas/membership.csv"),
  atlas: JSON.parse(readFileSync(new URL(import.meta.resolve("world-atlas/countries-10m.json")), "utf8")),
};
const maps = makeSchematicMaps(sources);
const names = ["regions", "regions-2022", "provinces", "municipalities"] as const;

describe("the schematic maps", () => {
  it("in the catalogue are the ones that the script makes now", () => {
    for (const name of names) expect(serialiseBoundaryMap(maps[name])).toBe(read(`map/${name}.json`));
  });

  it("come out the same, byte for byte, from rows in another order", () => {
    const [head, ...rows] = sources.municipalityPoints.trim().split("\n");
    const shuffled = makeSchematicMaps({ ...sources, municipalityPoints: [head, ...rows.reverse()].join("\n") });
    expect(serialiseBoundaryMap(shuffled.regions)).toBe(serialiseBoundaryMap(maps.regions));
  });

  it("hold each area once, sorted by code: 25 regions, 26 before 2023, 12 provinces, 342 municipalities", () => {
    expect(codes(maps.regions)).toEqual(range("VT", 1, 27, ["VT16", "VT26"]));
    expect(codes(maps["regions-2022"])).toEqual(range("VT", 1, 26));
    expect(codes(maps.provinces)).toEqual(range("PV", 20, 31));
    expect(new Set(codes(maps.municipalities)).size).toBe(342);
  });

  it("are light: regions and provinces at most 20 kB, municipalities at most 90 kB", () => {
    for (const name of names) {
      const limit = name === "municipalities" ? 90_000 : 20_000;
      expect(Buffer.byteLength(serialiseBoundaryMap(maps[name]))).toBeLessThanOrEqual(limit);
    }
  });

  it("stay within their frame, in whole and half units", () => {
    for (const { shapes, width, height } of names.map((name) => maps[name])) {
      for (const [x, y] of shapes.flatMap(({ path }) => polygonsOfPath(path).flat(2))) {
        expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
      }
      for (const { path } of shapes) expect(path).not.toMatch(/\.(?!5)/);
    }
  });

  it("have each label well inside its area, farther from the border than in a corner", () => {
    for (const name of names) {
      const cramped = maps[name].shapes.filter((shape) => room(shape) < (name === "municipalities" ? 2 : 15));
      expect(cramped.map(({ code }) => code)).toEqual([]);
    }
  });

  it.each(["regions", "provinces"] as const)("leave no gap and no overlap between %s, only lakes", (name) => {
    const polygons = maps[name].shapes.flatMap(({ path }) => polygonsOfPath(path));
    const land = union(polygons.map(mutable));
    const sum = polygons.reduce((total, polygon) => total + polygonArea(polygon), 0);
    const whole = land.reduce((total, polygon) => total + polygonArea(polygon), 0);
    expect(Math.abs(whole - sum) / sum).toBeLessThan(0.0001);
    const holes = land.flatMap((polygon) => polygon.slice(1)).map((ring) => Math.abs(signedArea(ring)));
    expect(holes.filter((area) => area < 1000)).toEqual([]);
  });

  it("cut the IJsselmeer and the Markermeer out of the land", () => {
    const lakes: readonly Point[] = [
      [500, 310],
      [500, 430],
    ];
    const land = maps.regions.shapes.flatMap(({ path }) => polygonsOfPath(path));
    for (const lake of lakes) expect(land.every((polygon) => distanceInside(polygon, lake) < -5)).toBe(true);
  });

  it("draw the Wadden islands, and no islet that nobody lives on", () => {
    const friesland = maps.regions.shapes.find(({ code }) => code === "VT04");
    const areas = polygonsOfPath(friesland?.path ?? "").map(polygonArea);
    // The mainland, Vlieland, Terschelling, Ameland and Schiermonnikoog; Texel belongs to another region.
    expect(areas.length).toBe(5);
    expect(Math.min(...areas)).toBeGreaterThan(100);
  });

  it("differ between 2022 and 2023 only in Brabant", () => {
    const before = new Map(maps["regions-2022"].shapes.map(({ code, path }) => [code, path]));
    const changed = maps.regions.shapes.filter(({ code, path }) => before.get(code) !== path).map(({ code }) => code);
    expect(changed).toEqual(expect.arrayContaining(["VT15", "VT21", "VT27"]));
    expect(changed).not.toEqual(expect.arrayContaining(["VT08"]));
    expect(changed.length).toBeLessThanOrEqual(6);
  });

  it("say that they are schematic, in both languages", () => {
    for (const name of names) {
      expect(maps[name].kind).toBe("schematic");
      expect(maps[name].attribution.nl).toMatch(/^Schematische kaart/);
      expect(maps[name].attribution.en).toMatch(/^Schematic map/);
    }
  });
});

describe("a rounded border", () => {
  it("is the same curve for both neighbours", () => {
    const corners: Point[] = [
      [0, 0],
      [10, 4],
      [12, 20],
      [30, 22],
    ];
    const there = smoothLine(corners);
    const back = smoothLine(corners.toReversed());
    const controls = (steps: typeof there.steps): readonly (Point | undefined)[] => steps.map(({ control }) => control);
    expect(controls(back.steps)).toEqual(controls(there.steps).toReversed());
    expect(
      back.steps
        .map(({ end }) => end)
        .toReversed()
        .slice(1),
    ).toEqual(there.steps.map(({ end }) => end).slice(0, -1));
  });
});

function codes({ shapes }: BoundaryMap): readonly string[] {
  return shapes.map(({ code }) => code);
}

function range(prefix: string, first: number, last: number, without: readonly string[] = []): readonly string[] {
  const all = Array.from(
    { length: last - first + 1 },
    (_, index) => `${prefix}${String(first + index).padStart(2, "0")}`,
  );
  return all.filter((code) => !without.includes(code));
}

/** How far a label is from the border of its area. */
function room({ path, label }: AreaShape): number {
  return Math.max(...polygonsOfPath(path).map((polygon) => distanceInside(polygon, label)));
}

function mutable(polygon: Polygon): [number, number][][] {
  return polygon.map((ring) => ring.map(([x, y]): [number, number] => [x, y]));
}
