import type { Level } from "@impactmonitor/model/area";
import type { Catalogue } from "@impactmonitor/model/catalogue";
import type { AreaCode, PeriodCode } from "@impactmonitor/model/id";
import { parsePeriod } from "@impactmonitor/model/period";

type Areas = Pick<Catalogue, "areas" | "memberships" | "parts" | "equalTerritories">;

/** An area and areas that it is made up of, all of one level. */
export interface AreaSum {
  readonly parent: AreaCode;
  readonly children: readonly AreaCode[];
}

/** Which areas exist in a period, and what they add up to. */
export interface Geography {
  readonly levelOf: ReadonlyMap<AreaCode, Level>;
  /** A part may lack something: what has no known municipality is in the region, and in none of its municipalities. */
  readonly sums: readonly AreaSum[];
  /** Areas with the same territory, the one itself included, in a fixed order. */
  readonly sameTerritory: (area: AreaCode) => readonly AreaCode[];
}

/**
 * Geography of the areas that have counts, as it was in a period.
 * @param counted areas that have counts
 */
export function geographyOf(catalogue: Areas, counted: ReadonlySet<AreaCode>, period: PeriodCode): Geography {
  const day = parsePeriod(period)?.start ?? "";
  const levelOf = new Map<AreaCode, Level>();
  for (const { code, level, validFrom, validTo } of catalogue.areas)
    if (counted.has(code) && validFrom <= day && day <= (validTo ?? day)) levelOf.set(code, level);
  const at = (level: Level): AreaCode[] => [...levelOf].filter(([, it]) => it === level).map(([code]) => code);

  const sums: AreaSum[] = [];
  const add = (parent: AreaCode, children: readonly AreaCode[]): void => {
    if (levelOf.has(parent) && children.length > 0) sums.push({ parent, children });
  };
  for (const nation of at("nation"))
    for (const level of ["vt-region", "landsdeel", "province"] as const) add(nation, at(level));
  for (const [parent, parts] of Map.groupBy(catalogue.parts, ([, whole]) => whole)) {
    const children = [...levelOf.keys()].filter((code) => parts.some(([part]) => part === code));
    for (const ofLevel of Map.groupBy(children, (code) => levelOf.get(code)).values())
      for (const code of levelOf.keys()) if (code === parent) add(code, ofLevel);
  }
  const members = membersIn(catalogue.memberships, Number(day.slice(0, 4))).filter((it) =>
    levelOf.has(it.municipality),
  );
  for (const side of ["region", "province"] as const)
    for (const [parent, inside] of Map.groupBy(members, (it) => it[side]))
      add(
        parent,
        inside.map((it) => it.municipality),
      );
  return { levelOf, sums, sameTerritory: groupsOf(catalogue.equalTerritories, levelOf) };
}

/** Memberships of a year; of the last year before it when that year is not there yet. */
function membersIn(memberships: Areas["memberships"], year: number): Areas["memberships"] {
  const known = Math.max(...memberships.map((it) => it.year).filter((it) => it <= year));
  return memberships.filter((it) => it.year === known);
}

function groupsOf(pairs: Areas["equalTerritories"], levelOf: ReadonlyMap<AreaCode, Level>) {
  const groups = new Map<string, readonly AreaCode[]>();
  for (const pair of pairs) {
    const found = new Set<string>([...pair, ...pair.flatMap((it) => groups.get(it) ?? [])]);
    const group = [...levelOf.keys()].filter((code) => found.has(code)).sort();
    for (const code of group) groups.set(code, group);
  }
  return (area: AreaCode): readonly AreaCode[] => groups.get(area) ?? [area];
}
