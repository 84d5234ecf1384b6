import type { Catalogue } from "@impactmonitor/model/catalogue";
import { parsePeriod } from "@impactmonitor/model/period";

/** What anyone can look up about areas in a period: which there are, and what they are made up of. */
export interface Territory {
  readonly areas: ReadonlySet<string>;
  /** `byMunicipality`: the sum lacks whatever has no known municipality. */
  readonly sums: readonly {
    readonly whole: string;
    readonly parts: readonly string[];
    readonly byMunicipality: boolean;
  }[];
  /** Pairs of areas with the same territory. */
  readonly equal: readonly (readonly [string, string])[];
}

/** Reads it from the catalogue as it was sealed, apart from what the protecting side made of it. */
export function territoryIn({ areas, memberships, parts, equalTerritories }: Catalogue, period: string): Territory {
  const first = parsePeriod(period)?.start ?? "";
  const here = areas.filter((it) => it.validFrom <= first && (it.validTo === undefined || it.validTo >= first));
  const codes = new Set<string>(here.map((it) => it.code));
  const level = (name: string): string[] => here.filter((it) => it.level === name).map((it) => it.code);
  const wholes = new Map<string, { whole: string; parts: string[]; byMunicipality: boolean }>();
  const put = (kind: string, whole: string, part: string, byMunicipality: boolean): void => {
    if (!codes.has(whole) || !codes.has(part)) return;
    const key = `${kind} ${whole}`;
    const known = wholes.get(key);
    if (known) known.parts.push(part);
    else wholes.set(key, { whole, parts: [part], byMunicipality });
  };
  for (const nation of level("nation")) {
    for (const region of level("vt-region")) put("regions", nation, region, false);
    for (const province of level("province")) put("provinces", nation, province, true);
    for (const landsdeel of level("landsdeel")) put("landsdelen", nation, landsdeel, true);
  }
  for (const [part, whole] of parts) put(part.slice(0, 2), whole, part, false);
  const year = Number(first.slice(0, 4));
  const newest = memberships.reduce((found, it) => (it.year <= year ? Math.max(found, it.year) : found), 0);
  for (const it of memberships) {
    if (it.year !== newest) continue;
    put("municipalities", it.region, it.municipality, true);
    put("municipalities", it.province, it.municipality, false);
  }
  return {
    areas: codes,
    sums: [...wholes.values()],
    equal: equalTerritories.filter(([one, other]) => codes.has(one) && codes.has(other)),
  };
}
