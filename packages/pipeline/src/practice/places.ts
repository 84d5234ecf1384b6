import { areaChangesSchema } from "@impactmonitor/model/catalogue";
import type { Outcome, Problem } from "../problem.ts";
import { readAreas } from "../read-areas.ts";
import { readCsv } from "../read-csv.ts";
import { readYaml } from "../read-yaml.ts";
import type { HalfYear } from "./calendar.ts";

/** The municipalities of a region in a half-year, with the share of its inhabitants that live in each. The only real figures here. */
export interface Territory {
  readonly region: string;
  readonly inhabitants: number;
  readonly municipalities: readonly { readonly code: string; readonly inhabitants: number }[];
}

export interface Places {
  /** Regions that deliver in a half-year, by code. */
  territories(period: HalfYear): ReadonlyMap<string, Territory>;
  /** The regions that went wholly into a region that first delivers in this year. */
  predecessors(region: string, year: number): readonly string[];
  /** What a municipality is called in the territory, after a merger; `undefined` when it left the region. */
  successor(municipality: string, territory: Territory): string | undefined;
}

/** Reads who belonged to what, and how many lived there, from the areas and the population of the catalogue. */
export function readPlaces(root: string): Outcome<Places> {
  const problems: Problem[] = [];
  const { areas, memberships } = readAreas(root, problems);
  const changes = readYaml(root, "catalogue/areas/changes.yaml", areaChangesSchema);
  const columns = ["area", "classification", "year", "variable", "value", "status", "source"] as const;
  const context = readCsv(root, "figures/context.csv", columns);
  if (!changes.ok) problems.push(...changes.problems);
  if (!context.ok) problems.push(...context.problems);
  if (problems.length > 0 || !changes.ok || !context.ok) return { ok: false, problems };

  const inhabitants = inhabitantsOf(context.rows.map((it) => it.fields));
  const ends = new Map(
    areas.flatMap((it): [string, string][] => (it.level === "municipality" ? [[it.code, it.validTo ?? "9999"]] : [])),
  );
  const known = [...new Set(memberships.map((it) => it.year))].sort((a, b) => a - b);
  // Deliveries are made from a little before the first year of the register on, so that its first half-year doesn't start empty.
  const nearest = (year: number): number => Math.min(Math.max(year, known[0]!), known.at(-1)!);
  const byYear = new Map(
    known.map((year) => [
      year,
      new Map(
        memberships.flatMap((it): [string, string][] => (it.year === year ? [[it.municipality, it.region]] : [])),
      ),
    ]),
  );
  const regionOf = (year: number): ReadonlyMap<string, string> => byYear.get(nearest(year))!;
  const successors = new Map<string, readonly string[]>();
  for (const { from, to } of changes.value.value)
    for (const code of from) if (code.startsWith("GM")) successors.set(code, to);

  const made = new Map<string, ReadonlyMap<string, Territory>>();
  const territories = (period: HalfYear): ReadonlyMap<string, Territory> => {
    const lastDay = `${period.year}-${period.code.endsWith("H1") ? "06-30" : "12-31"}`;
    const found = new Map<string, { code: string; inhabitants: number }[]>();
    for (const [code, region] of regionOf(period.year)) {
      // Weesp left its region in the middle of a half-year: from that half-year on it is no place of its own here.
      if ((ends.get(code) ?? "9999") < lastDay) continue;
      found.set(region, [...(found.get(region) ?? []), { code, inhabitants: inhabitants(code, period.year) }]);
    }
    return new Map(
      [...found].sort().map(([region, municipalities]): [string, Territory] => [
        region,
        {
          region,
          inhabitants: municipalities.reduce((sum, it) => sum + it.inhabitants, 0),
          municipalities: municipalities.sort((a, b) => (a.code < b.code ? -1 : 1)),
        },
      ]),
    );
  };

  return {
    ok: true,
    value: {
      territories: (period) => {
        const kept = made.get(period.code) ?? territories(period);
        made.set(period.code, kept);
        return kept;
      },
      predecessors: (region, year) => predecessorsOf(region, regionOf(year), regionOf(year - 1)),
      successor: (municipality, territory) => successorIn(territory, municipality, successors),
    },
  };
}

type Inhabitants = (code: string, year: number) => number;

/** The count of the nearest year: a municipality that is new has none before. */
function inhabitantsOf(rows: readonly Readonly<Record<"area" | "year" | "variable" | "value", string>>[]): Inhabitants {
  const counts = new Map<string, { year: number; count: number }[]>();
  for (const { area, year, variable, value } of rows)
    if (variable === "population-total" && area.startsWith("GM"))
      counts.set(area, [...(counts.get(area) ?? []), { year: Number(year), count: Number(value) }]);
  return (code, year) =>
    (counts.get(code) ?? []).toSorted((a, b) => Math.abs(a.year - year) - Math.abs(b.year - year))[0]?.count ?? 0;
}

function predecessorsOf(
  region: string,
  now: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, string>,
): readonly string[] {
  const [present, past] = [new Set(now.values()), new Set(before.values())];
  if (past.has(region)) return [];
  const gone = [...now].flatMap(([code, it]) => (it === region ? [before.get(code) ?? ""] : []));
  return [...new Set(gone)].filter((it) => it !== "" && !present.has(it)).sort();
}

function successorIn(
  territory: Territory,
  municipality: string,
  successors: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const here = new Set(territory.municipalities.map((it) => it.code));
  let wave: readonly string[] = [municipality];
  // A merger may be followed by another one.
  for (let step = 0; step < 4; step++) {
    const found = wave.find((it) => here.has(it));
    if (found !== undefined) return found;
    wave = wave.flatMap((it) => successors.get(it) ?? []);
  }
  return undefined;
}
