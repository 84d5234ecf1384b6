import { parse } from "csv-parse/sync";
import type { Polygon, Point } from "../boundaries/plane.ts";
import { project } from "../boundaries/project.ts";

export interface MunicipalityPoint {
  readonly code: string;
  readonly point: Point;
}

/** Reads `municipality-points.csv`: one place per municipality, in degrees; gives them in kilometres, sorted by code. */
export function readMunicipalityPoints(csv: string): readonly MunicipalityPoint[] {
  return rows(csv, ["code", "name", "lat", "lon"])
    .map((row) => ({ code: row["code"] ?? "", point: place(row) }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Reads `lakes.csv`: the corners of each lake along its shore; gives one closed ring per lake, in kilometres. */
export function readLakes(csv: string): readonly Polygon[] {
  const shores = Map.groupBy(rows(csv, ["lake", "lat", "lon"]), (row) => row["lake"] ?? "");
  return [...shores.values()].map((shore) => {
    const points = shore.map(place);
    return [[...points, ...points.slice(0, 1)]];
  });
}

export interface MunicipalityMembership {
  readonly municipality: string;
  readonly year: number;
  readonly region: string;
  readonly province: string;
}

/** Reads `membership.csv`: the region and the province of a municipality in a year. */
export function readMembership(csv: string): readonly MunicipalityMembership[] {
  return rows(csv, ["municipality", "year", "region", "province"]).map((row) => ({
    municipality: row["municipality"] ?? "",
    year: Number(row["year"]),
    region: row["region"] ?? "",
    province: row["province"] ?? "",
  }));
}

function rows(csv: string, columns: readonly string[]): readonly Record<string, string>[] {
  const parsed: Record<string, string>[] = parse(csv, { columns: true, trim: true });
  const missing = columns.filter((column) => parsed[0]?.[column] === undefined);
  if (missing.length > 0) throw new Error(`no column ${missing.join(", ")}; expected ${columns.join(",")}`);
  return parsed;
}

function place(row: Record<string, string>): Point {
  const [latitude, longitude] = [Number(row["lat"]), Number(row["lon"])];
  if (!(latitude > 50 && latitude < 54 && longitude > 3 && longitude < 8)) {
    throw new Error(`${Object.values(row).join(",")}: this place is not in the Netherlands (degrees, latitude first)`);
  }
  return project(longitude, latitude);
}
