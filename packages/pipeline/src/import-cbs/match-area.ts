import type { Level } from "@impactmonitor/model/area";
import type { AreaIndex, NamedArea } from "./area-index.ts";
import type { CbsAreas } from "./mapping.ts";
import { plainTitle, type CbsCode } from "./table.ts";

/** What an area code of CBS is here: an area, something we leave out, or something nobody has settled yet. */
export type MatchedArea =
  { readonly area: NamedArea } | { readonly ignore: string } | { readonly unknown: string; readonly nearest?: string };

const levelOfSuffix: Readonly<Record<string, Level>> = {
  LD: "landsdeel",
  PV: "province",
  VT: "vt-region",
  CR: "corop",
  gemeente: "municipality",
};

/** Splits “Friesland (VT)” into name and level; a bare name is a municipality, except the country. */
function splitTitle(title: string): { name: string; level: Level } {
  const m = /^(.+) \((LD|PV|VT|CR|gemeente)\)$/.exec(title);
  if (m) return { name: m[1]!, level: levelOfSuffix[m[2]!]! };
  return { name: title, level: title === "Nederland" ? "nation" : "municipality" };
}

/**
 * Settles an area by its code, its title, and the exceptions of `catalogue/cbs/areas.yaml`.
 *
 * Codes of municipalities, provinces, COROP areas and the nation are official: the code decides, unless the title
 * belongs to another area of ours. CBS's numbering of the Veilig Thuis regions in these tables has not been seen by
 * us, so there code and name must both point to the same region.
 */
export function matchArea(cbs: CbsCode, areas: AreaIndex, own: CbsAreas): MatchedArea {
  const title = plainTitle(cbs.title);
  const exception = own.codes.find((it) => it.code === cbs.identifier || it.title?.includes(title));
  if (exception?.ignore !== undefined) return { ignore: exception.ignore };
  if (exception?.area !== undefined) {
    const area = areas.get(exception.area);
    return area ? { area } : { unknown: `catalogue/cbs/areas.yaml names ${exception.area}, which is not in areas.csv` };
  }
  const prefix = /^([A-Z]{2})\d/.exec(cbs.identifier)?.[1];
  const left = own.prefixes.find((it) => it.prefix === prefix);
  if (left) return { ignore: left.ignore };

  const { name, level } = splitTitle(title);
  const named = areasNamed(areas, level, [name, title]);
  const coded = areas.get(cbs.identifier);
  const unknown = (why: string): MatchedArea => {
    const nearest = named.map((it) => `${it.code} ${[...it.names].at(-1) ?? ""}`).join(" or ");
    return { unknown: why, ...(nearest === "" ? {} : { nearest }) };
  };
  if (coded) {
    if (named.length > 0 && !named.includes(coded)) return unknown("code and title point to different areas");
    if (coded.level === "vt-region" && named.length === 0) return unknown("the code is known, but not with this name");
    return { area: coded };
  }
  if (named.length > 1) return unknown("several areas have this name");
  // A file without codes has the title in their place; a region may have another number at CBS than with us.
  const [only] = named;
  if (only && (cbs.identifier === cbs.title || level === "vt-region")) return { area: only };
  return unknown("neither code nor title is known");
}

/**
 * The areas with one of these names. Popular names count only for Veilig Thuis regions, and only where no official name
 * fits: other names of a municipality are those of municipalities that it took in, which have figures of their own.
 */
function areasNamed(areas: AreaIndex, level: Level, names: readonly string[]): NamedArea[] {
  const ofLevel = [...areas.values()].filter((it) => it.level === level);
  const official = ofLevel.filter((it) => names.some((name) => it.names.has(name)));
  if (official.length > 0 || level !== "vt-region") return official;
  return ofLevel.filter((it) => names.some((name) => it.aliases.has(name)));
}
