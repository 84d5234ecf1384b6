import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { areaChangesSchema } from "@impactmonitor/model/catalogue";
import { contextVariablesSchema } from "@impactmonitor/model/context";
import { parse as parseYaml } from "yaml";

const root = new URL("../../../", import.meta.url);
const text = (file: string): string => readFileSync(new URL(file, root), "utf8");
const rows = (file: string): Record<string, string>[] => parse(text(file), { columns: true });
const field = (row: Record<string, string>, name: string): string => {
  const value = row[name];
  if (value === undefined) throw new Error(`no column ${name}`);
  return value;
};

const areas = rows("catalogue/areas/areas.csv").map((row) => ({
  code: field(row, "code"),
  level: field(row, "level"),
  name: field(row, "name"),
  slug: field(row, "slug"),
  from: field(row, "valid_from"),
  to: field(row, "valid_to") || "9999-12-31",
  changes: field(row, "changes").split("|").filter(Boolean),
}));
const memberships = rows("catalogue/areas/membership.csv").map((row) => ({
  municipality: field(row, "municipality"),
  year: field(row, "year"),
  region: field(row, "region"),
  province: field(row, "province"),
}));
const changes = areaChangesSchema.parse(parseYaml(text("catalogue/areas/changes.yaml")));
const context = rows("figures/context.csv");
const codes = new Set(areas.map((it) => it.code));
const years = ["2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026"];

const on = (date: string, level: string) =>
  areas.filter((it) => it.level === level && it.from <= date && date <= it.to);
const byCode = Map.groupBy(areas, (it) => it.code);
const dayBefore = (date: string): string => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);

describe("areas on a date", () => {
  test.each([
    ["2021-06-30", 26],
    ["2022-12-31", 26],
    ["2023-01-01", 25],
    ["2023-06-30", 25],
  ])("on %s there are %i Veilig Thuis regions", (date, count) => {
    expect(on(date, "vt-region")).toHaveLength(count);
  });

  test.each([
    ["2019-01-01", 355],
    ["2020-12-31", 355],
    ["2021-01-01", 352],
    ["2022-01-01", 345],
    ["2022-03-23", 345],
    ["2022-03-24", 344],
    ["2023-01-01", 342],
    ["2026-06-30", 342],
  ])("on %s there are %i municipalities", (date, count) => {
    expect(on(date, "municipality")).toHaveLength(count);
  });

  test("there are a nation, 4 landsdelen, 12 provinces and 40 COROP areas", () => {
    const counts = ["nation", "landsdeel", "province", "corop"].map((level) => on("2024-01-01", level).length);
    expect(counts).toEqual([1, 4, 12, 40]);
  });

  test("the rows of one code follow each other without a gap or an overlap", () => {
    for (const held of byCode.values())
      held
        .slice(1)
        .forEach((row, i) => expect(`${row.code} ${dayBefore(row.from)}`).toBe(`${row.code} ${held[i]?.to}`));
  });
});

describe("slugs", () => {
  test("are kebab-case", () => {
    for (const { slug } of areas) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  test("belong to one code within a level, and a code keeps its slug", () => {
    for (const same of Map.groupBy(areas, (it) => `${it.level} ${it.slug}`).values())
      expect(new Set(same.map((it) => it.code)).size, same[0]?.slug).toBe(1);
    for (const held of byCode.values()) expect(new Set(held.map((it) => it.slug)).size, held[0]?.code).toBe(1);
  });
});

describe("membership", () => {
  test("each municipality has exactly one region and one province in each year it exists", () => {
    const known = Map.groupBy(memberships, (it) => `${it.municipality} ${it.year}`);
    expect([...known.values()].filter((it) => it.length > 1)).toEqual([]);
    const expected = years.flatMap((year) => on(`${year}-01-01`, "municipality").map((it) => `${it.code} ${year}`));
    expect([...known.keys()].sort()).toEqual(expected.sort());
  });

  test("its regions and provinces exist in that year", () => {
    for (const year of years) {
      const valid = new Set(
        ["vt-region", "province"].flatMap((level) => on(`${year}-01-01`, level).map((it) => it.code)),
      );
      const used = new Set(memberships.filter((it) => it.year === year).flatMap((it) => [it.region, it.province]));
      expect(used).toEqual(valid);
    }
  });

  test("a municipality never changes province, and only two move to another region under their own code", () => {
    const moved = (key: "region" | "province") =>
      [...Map.groupBy(memberships, (it) => it.municipality)]
        .filter(([, rows]) => new Set(rows.map((it) => it[key].replace(/^VT(16|26)$/, "VT27"))).size > 1)
        .map(([municipality]) => municipality);
    expect(moved("province")).toEqual([]);
    expect(moved("region")).toEqual(["GM0744", "GM1723"]);
  });

  test("territories that are equal have the same municipalities in every year", () => {
    for (const row of rows("catalogue/areas/equal.csv")) {
      const [area, equals] = [field(row, "area"), field(row, "equals")];
      expect(codes.has(area) && codes.has(equals), `${area} ${equals}`).toBe(true);
      if (!area.startsWith("VT")) continue;
      const inside = (code: string) =>
        memberships
          .filter((it) => it.region === code || it.province === code)
          .map((it) => `${it.municipality} ${it.year}`);
      expect(inside(area)).toEqual(inside(equals));
    }
  });

  test("a COROP area equals a province only when it is the only one there", () => {
    const parts = rows("catalogue/areas/parts.csv").map((row) => [field(row, "area"), field(row, "part_of")]);
    expect(parts.filter(([area]) => area?.startsWith("CR"))).toHaveLength(40);
    const alone = [
      ...Map.groupBy(
        parts.filter(([area]) => area?.startsWith("CR")),
        ([, province]) => province,
      ),
    ]
      .filter(([, inside]) => inside.length === 1)
      .map(([province, inside]) => `${inside[0]?.[0]} ${province}`);
    const equal = rows("catalogue/areas/equal.csv").map((row) => `${field(row, "area")} ${field(row, "equals")}`);
    expect(equal.filter((it) => /^CR\d\d PV/.test(it)).sort()).toEqual(alone.sort());
  });
});

describe("changes", () => {
  test("name codes that exist, and are named by areas that begin or end on that day", () => {
    for (const change of changes) {
      for (const code of [...change.from, ...change.to]) expect(codes.has(code), `${change.id} ${code}`).toBe(true);
      const edges = areas.filter((it) => it.changes.includes(change.id));
      expect(edges.length, change.id).toBeGreaterThan(1);
      for (const edge of edges)
        expect([edge.from, edge.to], change.id).toContain(
          edge.from === change.date ? change.date : dayBefore(change.date),
        );
    }
  });

  test("every change that an area names is told", () => {
    const told = new Set(changes.map((it) => it.id));
    for (const { code, changes: named } of areas)
      for (const id of named) expect(told.has(id), `${code} ${id}`).toBe(true);
  });
});

test("the second cohort holds the 13 regions of the monitor, the third the other 13", () => {
  const cohorts = Map.groupBy(rows("catalogue/areas/cohorts.csv"), (row) => field(row, "cohort"));
  const of = (cohort: string) => (cohorts.get(cohort) ?? []).map((row) => field(row, "region"));
  const names = of("second").map((code) => on("2022-06-30", "vt-region").find((it) => it.code === code)?.name);
  expect(names.sort()).toEqual([
    "Amsterdam-Amstelland",
    "Brabant Noordoost",
    "Flevoland",
    "Gooi en Vechtstreek",
    "Groningen",
    "Haaglanden",
    "IJsselland",
    "Kennemerland",
    "Noord-Brabant Midden",
    "Rotterdam-Rijnmond",
    "Twente",
    "Utrecht",
    "Zaanstreek-Waterland",
  ]);
  const all = on("2022-06-30", "vt-region").map((it) => it.code);
  expect([...of("second"), ...of("third")].sort()).toEqual(all.sort());
});

test("the tile grid has one tile per region and no two tiles in one place", () => {
  const tiles = Map.groupBy(rows("catalogue/areas/tilegrid.csv"), (row) => field(row, "classification"));
  for (const [classification, grid] of tiles) {
    const regions = on(`${classification}-12-31`, "vt-region").map((it) => it.code);
    expect(grid.map((row) => field(row, "code")).sort()).toEqual(regions.sort());
    expect(new Set(grid.map((row) => `${field(row, "col")} ${field(row, "row")}`)).size).toBe(grid.length);
  }
  expect([...tiles.keys()].sort()).toEqual(["2022", "2023"]);
});

describe("population and context", () => {
  const population = (year: string, classification: string, level: RegExp) =>
    context
      .filter((row) => field(row, "variable") === "population-total" && level.test(field(row, "area")))
      .filter((row) => field(row, "year") === year && field(row, "classification") === classification)
      .map((row) => Number(field(row, "value")));
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

  test.each([
    ["2020", "2020", 355, 17_407_585],
    ["2022", "2023", 342, 17_590_672],
    ["2024", "2024", 342, 17_942_942],
  ])("the municipalities of %s (boundaries of %s) add up to the country", (year, classification, count, total) => {
    const municipalities = population(year, classification, /^GM/);
    expect(municipalities).toHaveLength(count);
    expect(sum(municipalities)).toBe(total);
    expect(population(year, year, /^NL/)).toEqual([total]);
    expect(sum(population(year, "2023", /^VT/))).toBe(total);
  });

  test("one value per area, boundaries, year and variable; sorted", () => {
    const keys = context.map((row) =>
      ["area", "year", "variable", "classification"].map((it) => field(row, it)).join(" "),
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(keys.toSorted());
  });

  test("every value has a known area, variable, source and status", () => {
    const variables = new Set(
      contextVariablesSchema.parse(parseYaml(text("catalogue/context.yaml"))).map((it) => it.id),
    );
    const sources = new Set(rows("figures/context-sources.csv").map((row) => field(row, "id")));
    const unknown = context.filter(
      (row) =>
        !codes.has(field(row, "area")) ||
        !variables.has(field(row, "variable")) ||
        !sources.has(field(row, "source")) ||
        !["official", "approximation", "estimate"].includes(field(row, "status")),
    );
    expect(unknown).toEqual([]);
  });

  test("half-year estimates exist for each region of that half-year, and add up to the country within rounding", () => {
    const estimates = Map.groupBy(rows("figures/population-estimates.csv"), (row) => field(row, "half_year"));
    expect(estimates.size).toBe(14);
    for (const [half, values] of estimates) {
      const regions = values.filter((row) => field(row, "area") !== "NL01");
      const valid = on(`${half.slice(0, 4)}-06-30`, "vt-region").map((it) => it.code);
      expect(regions.map((row) => field(row, "area")).sort()).toEqual(valid.sort());
      const country = Number(values.find((row) => field(row, "area") === "NL01")?.["value"]);
      expect(Math.abs(sum(regions.map((row) => Number(field(row, "value")))) - country)).toBeLessThanOrEqual(200);
    }
  });
});
