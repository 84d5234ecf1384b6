import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { distanceInside } from "../src/boundaries/label-point.ts";
import { boundariesFile, importBoundaries } from "../src/import-boundaries.ts";
import type { ImportBoundariesEffects } from "../src/import-boundaries.ts";
import { polygonsOfPath } from "./drawn-path.ts";

type Position = [number, number];

const areas = [
  { code: "VT01", name: "West" },
  { code: "VT02", name: "East" },
];

/** Two squares of a quarter of a degree that share a side; the shared side has an extra corner. */
const west: Position[] = [
  [5, 52],
  [5.25, 52],
  [5.26, 52.1],
  [5.25, 52.25],
  [5, 52.25],
  [5, 52],
];
const east: Position[] = [
  [5.25, 52],
  [5.5, 52],
  [5.5, 52.25],
  [5.25, 52.25],
  [5.26, 52.1],
  [5.25, 52],
];
const toGrid = (ring: Position[]): Position[] =>
  ring.map(([longitude, latitude]) => [100_000 + (longitude - 5) * 68_000, 450_000 + (latitude - 52) * 111_000]);

const area = (statcode: string, ring: Position[]) => ({
  type: "Feature",
  properties: { statcode, statnaam: `name of ${statcode}` },
  geometry: { type: "Polygon", coordinates: [ring] } as unknown,
});
const geoJson = (...features: readonly unknown[]): string => JSON.stringify({ type: "FeatureCollection", features });

/** West and east as TopoJSON: the shared border is one arc, used by the east the other way round. */
const topoJson = JSON.stringify({
  type: "Topology",
  transform: { scale: [0.01, 0.01], translate: [5, 52] },
  arcs: [
    [
      [25, 0],
      [1, 10],
      [-1, 15],
    ],
    [
      [25, 25],
      [-25, 0],
      [0, -25],
      [25, 0],
    ],
    [
      [25, 0],
      [25, 0],
      [0, 25],
      [-25, 0],
    ],
  ],
  objects: {
    coast: { type: "LineString", arcs: [1] },
    regions: {
      type: "GeometryCollection",
      geometries: [
        { type: "Polygon", id: "VT01", arcs: [[0, 1]] },
        { type: "Polygon", properties: { statcode: "VT02 " }, arcs: [[2, -1]] },
      ],
    },
  },
});

/** A disk in memory that remembers what was done to it. */
function memory(
  contents: string | Uint8Array,
): ImportBoundariesEffects & { files: Map<string, string>; done: string[] } {
  const files = new Map<string, string>();
  const done: string[] = [];
  return {
    files,
    done,
    read: async () => (typeof contents === "string" ? new TextEncoder().encode(contents) : contents),
    write: async (path, text) => {
      done.push(`write ${path}`);
      files.set(path, text);
    },
    rename: async (from, to) => {
      done.push(`rename to ${to}`);
      files.set(to, files.get(from) ?? "");
      files.delete(from);
    },
    remove: async (path) => {
      done.push(`remove ${path}`);
      files.delete(path);
    },
  };
}

const options = { file: "boundaries.json", level: "vt-region", year: 2025, areas, dataFolder: "data" } as const;
const target = boundariesFile("data", "vt-region", 2025);

async function imported(contents: string) {
  const disk = memory(contents);
  const outcome = await importBoundaries(options, disk);
  if (!outcome.ok) throw new Error(outcome.problems.map(({ what }) => what).join("\n"));
  return JSON.parse(disk.files.get(target) ?? "");
}

async function refused(contents: string | Uint8Array): Promise<string> {
  const disk = memory(contents);
  const outcome = await importBoundaries(options, disk);
  expect(outcome.ok).toBe(false);
  expect(disk.done).toEqual([]);
  const problems = outcome.ok ? [] : outcome.problems;
  for (const { file, what, mend } of problems) {
    expect(file).toBe("boundaries.json");
    expect(what).toMatch(/\.$/);
    expect(mend).toMatch(/\.$/);
  }
  return problems.map(({ line, what }) => `${line} ${what}`).join("\n");
}

const shifted = (ring: Position[], x: number, y: number): Position[] => ring.map(([a, b]) => [a + x, b + y]);
const corners = (path: string): Set<string> => new Set(polygonsOfPath(path).flat(2).map(String));

describe("official boundaries", () => {
  it("come in as GeoJSON in degrees, with their attribution", async () => {
    const map = await imported(geoJson(area("VT02", east), area("VT01", west)));
    expect(map).toMatchObject({ kind: "official", classification: "2025", width: 1000 });
    expect(map.attribution).toEqual({
      nl: "Grenzen: CBS/Kadaster via PDOK, CC BY 4.0, gegeneraliseerd en samengevoegd",
      en: "Boundaries: CBS/Kadaster via PDOK, CC BY 4.0, generalised and merged",
    });
    expect(map.shapes.map(({ code }: { code: string }) => code)).toEqual(["VT01", "VT02"]);
    for (const { path, label } of map.shapes) {
      expect(distanceInside(polygonsOfPath(path)[0] ?? [], label)).toBeGreaterThan(100);
    }
  });

  it("come in as TopoJSON, from the layer that has the areas, with the code as property or id", async () => {
    const map = await imported(topoJson);
    expect(map.shapes.map(({ code }: { code: string }) => code)).toEqual(["VT01", "VT02"]);
    expect(map).toEqual(await imported(geoJson(area("VT01", west), area("VT02", east))));
  });

  it("come in with metres of the national grid, north up", async () => {
    const map = await imported(geoJson(area("VT01", toGrid(west)), area("VT02", toGrid(east))));
    const [first, second] = map.shapes;
    expect(first.label[0]).toBeLessThan(second.label[0]);
    const north = await imported(
      geoJson(area("VT01", toGrid(west)), area("VT02", toGrid(west.map(([x, y]) => [x, y + 0.3])))),
    );
    expect(north.shapes[1].label[1]).toBeLessThan(north.shapes[0].label[1]);
  });

  it("may run either way round, and keep their holes", async () => {
    const hole: Position[] = [
      [5.1, 52.1],
      [5.1, 52.15],
      [5.15, 52.15],
      [5.1, 52.1],
    ];
    const holed = (outer: Position[], inner: Position[]) => ({
      ...area("VT01", outer),
      geometry: { type: "Polygon", coordinates: [outer, inner] },
    });
    const asRfc = await imported(geoJson(holed(west, hole), area("VT02", east)));
    const reversed = await imported(geoJson(holed(west.toReversed(), hole), area("VT02", east.toReversed())));
    for (const map of [asRfc, reversed]) {
      expect(polygonsOfPath(map.shapes[0].path).map((rings) => rings.length)).toEqual([2]);
    }
  });

  it("keep one border between neighbours, however rough they become", async () => {
    const wave = Array.from({ length: 4001 }, (_, index): Position => [
      5.25 + 0.01 * Math.sin(index * 1.7),
      52 + (index / 4000) * 0.25,
    ]);
    const left: Position[] = [[5, 52], ...wave, [5, 52.25], [5, 52]];
    const right: Position[] = [[5.5, 52.25], ...wave.toReversed(), [5.5, 52], [5.5, 52.25]];
    const map = await imported(geoJson(area("VT01", left), area("VT02", right)));
    expect(Buffer.byteLength(JSON.stringify(map))).toBeLessThanOrEqual(40_000);
    const [first, second] = map.shapes.map(({ path }: { path: string }) => corners(path));
    expect([...first].filter((corner) => second.has(corner)).length).toBeGreaterThanOrEqual(first.size - 4);
  });

  it("replace those of an earlier import in one step, on a real disk", async () => {
    const folder = await mkdtemp(join(tmpdir(), "boundaries-"));
    try {
      const file = join(folder, "given.json");
      await writeFile(file, topoJson);
      for (let time = 0; time < 2; time++) {
        const outcome = await importBoundaries({ ...options, file, dataFolder: folder });
        expect(outcome).toMatchObject({
          ok: true,
          value: { areas: 2, file: boundariesFile(folder, "vt-region", 2025) },
        });
      }
      expect(await readdir(join(folder, "boundaries"))).toEqual(["vt-region-2025.json"]);
      await writeFile(file, "");
      expect((await importBoundaries({ ...options, file, dataFolder: folder })).ok).toBe(false);
      expect(JSON.parse(await readFile(boundariesFile(folder, "vt-region", 2025), "utf8")).kind).toBe("official");
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe("a file that is not right is refused, with the reason, and nothing is written:", () => {
  const both = [area("VT01", west), area("VT02", east)];

  it.each<[string, string | Uint8Array, RegExp]>([
    ["an empty file", " \n", /is empty/],
    ["a web page", "<!doctype html><title>503</title>", /web page/],
    ["a zip archive", new Uint8Array([0x50, 0x4b, 3, 4]), /zip/],
    ["a GeoPackage", "SQLite format 3\0", /GeoPackage/],
    ["JSON that breaks off", geoJson(...both).slice(0, -40), /breaks off/],
    ["bytes that are no text", new Uint8Array([0xff, 0xfe, 0, 1]), /breaks off or is damaged/],
    ["JSON of another kind", "[1, 2]", /another kind/],
    ["a single feature", JSON.stringify(both[0]), /“Feature”/],
    ["a collection without areas", geoJson(), /no areas/],
    ["TopoJSON with lines missing", topoJson.replace("[2,-1]", "[7,-1]"), /does not hold/],
    ["a missing region", geoJson(both[0]), /Missing: VT02 East\./],
    [
      "a region that is there twice",
      geoJson(...both, area("VT01", shifted(west, 0, 0.5))),
      /More than once.*VT01 West/,
    ],
    ["an unknown code", geoJson(...both, area("VT99", shifted(west, 0, 0.5))), /Not in the list.*VT99/],
    ["an area without a code", geoJson(...both, { ...both[0], properties: null }), /No code: area 3/],
    [
      "points instead of areas",
      geoJson(both[0], { ...both[1], geometry: { type: "Point", coordinates: [5, 52] } }),
      /VT02.*is a Point/,
    ],
    ["no geometry", geoJson(both[0], { ...both[1], geometry: null }), /VT02.*no geometry/],
    [
      "an empty geometry",
      geoJson(both[0], { ...both[1], geometry: { type: "MultiPolygon", coordinates: [] } }),
      /VT02.*empty/,
    ],
    ["a border that does not close", geoJson(both[0], area("VT02", east.slice(0, -1))), /does not close/],
    ["words for numbers", geoJson(...both).replace("5.5", '"5,5"'), /no pair of numbers/],
    [
      "an area without surface",
      geoJson(
        both[0],
        area("VT02", [
          [5, 52],
          [5.1, 52],
          [5.2, 52],
          [5, 52],
        ]),
      ),
      /without surface/,
    ],
    [
      "huge coordinates",
      geoJson(area("VT01", shifted(west, 1e300, 1e300)), area("VT02", shifted(east, 1e300, 1e300))),
      /do not lie/,
    ],
    ["one area elsewhere", geoJson(both[0], area("VT02", shifted(east, 40, 0))), /VT02.*lies outside the Netherlands/],
    [
      "an area larger than half of the earth",
      geoJson(
        both[0],
        area("VT02", [
          [-180, -90],
          [180, -90],
          [180, 90],
          [-180, 90],
          [-180, -90],
        ]),
      ),
      /VT02.*more than half of the earth/,
    ],
    [
      "areas on top of each other",
      geoJson(
        ...["VT01", "VT02"].map((code) =>
          area(code, [
            [3.5, 51],
            [7, 51],
            [7, 52.5],
            [3.5, 52.5],
            [3.5, 51],
          ]),
        ),
      ),
      /overlap/,
    ],
    [
      "latitude first",
      geoJson(
        ...both.map((it, index) =>
          area(
            `VT0${index + 1}`,
            (index ? east : west).map(([x, y]) => [y, x]),
          ),
        ),
      ),
      /latitude comes before/,
    ],
    [
      "Web Mercator",
      geoJson(
        area(
          "VT01",
          west.map(([x, y]) => [x * 111_320, y * 130_900]),
        ),
        area(
          "VT02",
          east.map(([x, y]) => [x * 111_320, y * 130_900]),
        ),
      ),
      /Web Mercator/,
    ],
  ])("%s", async (_, contents, reason) => {
    expect(await refused(contents)).toMatch(reason);
  });

  it("neighbours whose borders only touch, again and again", async () => {
    const latitudes = Array.from({ length: 12_001 }, (_, index) => 52 + (index / 12_000) * 0.5);
    const border = (side: number): Position[] =>
      latitudes.map((latitude, index): Position => [5.25 + (index % 2) * side * 0.01, latitude]);
    const left: Position[] = [[5.2, 52], ...border(-1), [5.2, 52.5], [5.2, 52]];
    const right: Position[] = [[5.3, 52.5], ...border(1).toReversed(), [5.3, 52], [5.3, 52.5]];
    expect(await refused(geoJson(area("VT01", left), area("VT02", right)))).toMatch(/do not share borders/);
  });

  it("all mistakes are named at once", async () => {
    const text = await refused(geoJson(area("VT09", west), { ...area("VT01", east), geometry: null }));
    expect(text).toMatch(/VT09[^]*Missing: VT02[^]*VT01[^]*no geometry/);
  });

  it("the line where JSON breaks off is named", async () => {
    expect(await refused(`{\n"type": "FeatureCollection",\n"features": [{}, oops`)).toMatch(/^3 /);
  });

  it("a file that is not there", async () => {
    const outcome = await importBoundaries({ ...options, file: "no-such-file.json" });
    expect(outcome).toMatchObject({ ok: false, problems: [{ file: "no-such-file.json" }] });
  });

  it("a level without areas in that year", async () => {
    const outcome = await importBoundaries({ ...options, areas: [] }, memory(topoJson));
    expect(outcome).toMatchObject({
      ok: false,
      problems: [{ what: "There are no areas of the level vt-region in 2025." }],
    });
  });

  it("a full disk: the half file is removed and the old boundaries stay", async () => {
    const disk = memory(topoJson);
    disk.files.set(target, "old");
    const full = { ...disk, rename: async () => Promise.reject(new Error("ENOSPC")) };
    const outcome = await importBoundaries(options, full);
    expect(outcome).toMatchObject({ ok: false, problems: [{ file: target }] });
    expect([...disk.files]).toEqual([[target, "old"]]);
  });
});
