import type { Area, Level, Membership } from "@impactmonitor/model/area";
import type { Catalogue, Tile } from "@impactmonitor/model/catalogue";
import { areaCode } from "@impactmonitor/model/id";
import type { Problem } from "./problem.ts";
import { readCsv } from "./read-csv.ts";

const folder = "catalogue/areas";
const isoDate = /^\d{4}-\d{2}-\d{2}$/;
const levels: readonly string[] = ["nation", "landsdeel", "province", "vt-region", "corop", "municipality"];
const list = (text: string): string[] => text.split("|").filter((it) => it !== "");

type Areas = Pick<Catalogue, "areas" | "memberships" | "equalTerritories" | "parts" | "cohorts" | "tiles">;

/** Reads the areas with their validity, and what belongs to what. Problems are added to `problems`. */
export function readAreas(root: string, problems: Problem[]): Areas {
  const rows = <C extends string>(name: string, columns: readonly C[]) => {
    const read = readCsv(root, `${folder}/${name}`, columns);
    if (read.ok) return read.rows;
    problems.push(...read.problems);
    return [];
  };
  const areaColumns = ["code", "level", "name", "slug", "valid_from", "valid_to", "aliases", "changes"] as const;
  const areas = rows("areas.csv", areaColumns).map(({ line, fields }): Area => {
    const wrong = (what: string, mend: string) => problems.push({ file: `${folder}/areas.csv`, line, what, mend });
    if (!levels.includes(fields.level))
      wrong(`Unknown level “${fields.level}”.`, `Choose one of: ${levels.join(", ")}.`);
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(fields.slug))
      wrong(`“${fields.slug}” is no slug.`, "Use a-z, 0-9 and hyphens.");
    for (const date of [fields.valid_from, fields.valid_to])
      if (date !== "" && !isoDate.test(date)) wrong(`“${date}” is no date.`, "Write it as 2023-01-01.");
    return {
      code: areaCode(fields.code),
      level: fields.level as Level,
      name: fields.name,
      slug: fields.slug,
      validFrom: fields.valid_from,
      ...(fields.valid_to === "" ? {} : { validTo: fields.valid_to }),
      aliases: list(fields.aliases),
      changes: list(fields.changes),
    };
  });
  const memberships = rows("membership.csv", ["municipality", "year", "region", "province", "certainty"] as const).map(
    ({ fields }): Membership => ({
      municipality: areaCode(fields.municipality),
      year: Number(fields.year),
      region: areaCode(fields.region),
      province: areaCode(fields.province),
    }),
  );
  const pairs = <A extends string, B extends string>(name: string, a: A, b: B) =>
    rows(name, [a, b] as const).map(({ fields }) => [fields[a], fields[b]] as const);
  return {
    areas,
    memberships,
    equalTerritories: pairs("equal.csv", "area", "equals"),
    parts: pairs("parts.csv", "area", "part_of"),
    cohorts: rows("cohorts.csv", ["region", "cohort"] as const).map(({ fields }) => ({
      region: fields.region,
      cohort: fields.cohort === "second" ? "second" : "third",
    })),
    tiles: rows("tilegrid.csv", ["code", "col", "row", "label", "classification"] as const).map(({ fields }): Tile => ({
      code: fields.code,
      column: Number(fields.col),
      row: Number(fields.row),
      label: fields.label,
      classification: fields.classification,
    })),
  };
}
