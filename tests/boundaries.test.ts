import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importBoundaries } from "@impactmonitor/pipeline/import-boundaries";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { attribute, findAll, parseHtml, textOf, type Element } from "./html.ts";
import { areaRows } from "./published.ts";
import { startSite, type SiteProcess } from "../scripts/site-process.ts";

/**
 * Boundaries of municipalities that a steward imported are drawn. The boundaries here are made up: every municipality is
 * a square in a row of squares. That is enough to see that these are drawn, and no others.
 */
const data = mkdtempSync(join(tmpdir(), "impactmonitor-boundaries-"));
let site: SiteProcess;

beforeAll(async () => {
  const areas = [...areaRows().values()].filter((it) => it.level === "municipality" && !ended(it.code));
  const file = join(data, "squares.geojson");
  writeFileSync(file, JSON.stringify({ type: "FeatureCollection", features: areas.map(square) }));
  const imported = await importBoundaries({ file, level: "municipality", year: 2023, areas, dataFolder: data });
  if (!imported.ok) throw new Error(imported.problems.map((it) => it.what).join("\n"));
  site = await startSite({ data, editions: inject("editions") });
});
afterAll(async () => {
  await site.stop();
  rmSync(data, { recursive: true, force: true });
});

/** Municipalities that were gone by 2023. */
const gone = "GM0003 GM0010 GM0024 GM0370 GM0398 GM0416 GM0457 GM0501 GM0530 GM0614 GM0756 GM0786 GM0788 GM0815 GM0856";
const ended = (code: string): boolean => `${gone} GM1684 GM1685 GM1702`.includes(code);

/** Twenty in a row, each a tenth of a degree wide. */
function square({ code, name }: { code: string; name: string }, i: number) {
  const [west, south] = [4 + (i % 20) * 0.1, 51 + Math.floor(i / 20) * 0.1];
  const ring = [
    [west, south],
    [west + 0.1, south],
    [west + 0.1, south + 0.1],
    [west, south + 0.1],
    [west, south],
  ];
  return {
    type: "Feature",
    properties: { statcode: code, statnaam: name },
    geometry: { type: "Polygon", coordinates: [ring] },
  };
}

const pageOf = async (url: string, address: string): Promise<Element> =>
  parseHtml(await (await fetch(url + address)).text());
const pathsIn = (root: Element, kind: string): string[] =>
  findAll(root, (it) => it.tag === "svg" && (attribute(it, "class") ?? "").includes(kind)).flatMap((svg) =>
    findAll(svg, (it) => it.tag === "path" && (attribute(it, "class") ?? "").includes("k-map")).map(
      (it) => attribute(it, "d") ?? "",
    ),
  );

test("a region shows its own municipalities, each as the imported square", async () => {
  const paths = pathsIn(await pageOf(site.url, "/regio/drenthe"), "chart-parts");
  expect(paths).toHaveLength(12);
  for (const it of paths) expect(it.match(/-?\d+/g)).toHaveLength(8);
});

test("without an import no region shows borders of municipalities that are only ours", async () => {
  expect(pathsIn(await pageOf(inject("site"), "/regio/drenthe"), "chart-parts")).toEqual([]);
});

test("an indicator by municipality is mapped: those with a figure and no others, on the land of the imported map", async () => {
  const address = "/indicator/reports-previous-involvement?regio=gemeente/almere";
  for (const [url, official] of [
    [site.url, true],
    [inject("site"), false],
  ] as const) {
    const root = await pageOf(url, address);
    const section = findAll(root, (it) => attribute(it, "aria-labelledby") === "per-gemeente")[0]!;
    const shown = findAll(section, (it) => it.tag === "tbody" || it.tag === "tr").filter(
      (it) => it.tag === "tr" && attribute(it, "class") !== "row-nation" && it.parent?.tag === "tbody",
    );
    // The chosen one is drawn twice: in its colour, and its outline over all others.
    expect(new Set(pathsIn(section, "chart-map")).size).toBe(shown.length);
    expect(textOf(section).includes("CBS/Kadaster")).toBe(official);
  }
});

test("pages with imported boundaries are as light as those without", async () => {
  for (const address of ["/regio/oost-brabant", "/regio/drenthe"]) {
    const [plain, drawn] = await Promise.all(
      [inject("site"), site.url].map(async (url) => (await fetch(url + address)).headers.get("content-length")),
    );
    expect(Number(drawn) - Number(plain)).toBeLessThan(2500);
  }
});
