import type { Catalogue } from "@impactmonitor/model/catalogue";
import { areaCode, periodCode, type AreaCode, type PeriodCode } from "@impactmonitor/model/id";
import { parsePeriod } from "@impactmonitor/model/period";

/** Where and when can be counted: which areas there are in a period, what lies in what, and what is not complete. */
export interface Places {
  /** Half-years from the first to the last that was delivered, without gaps, each followed by its year if that ends with it. */
  readonly periods: readonly PeriodCode[];
  /** Region → the organisation that holds its memory today: VT16 and VT26 went into VT27. */
  readonly successors: ReadonlyMap<string, string>;
  /** Of each half-year. */
  readonly halves: readonly HalfYear[];
  readonly areas: readonly { readonly code: AreaCode; readonly level: string }[];
  readonly incomplete: readonly { readonly area: AreaCode; readonly period: PeriodCode }[];
}
export interface HalfYear {
  readonly code: PeriodCode;
  readonly year: PeriodCode;
  /** Whether the other half of the year was asked for too: if not, the year is not complete anywhere. */
  readonly wholeYear: boolean;
  readonly start: string;
  readonly end: string;
  readonly regions: readonly string[];
  readonly municipalities: readonly {
    readonly municipality: string;
    readonly region: string;
    readonly province: string;
    readonly landsdeel: string;
  }[];
}

const nation = areaCode("NL01");
type Delivered = { readonly region: string; readonly period: string };
type Areas = Pick<Catalogue, "areas" | "areaChanges" | "memberships" | "parts">;

/** @param deliveries at least one; sender and half-year of each. */
export function placesOf(deliveries: readonly Delivered[], catalogue: Areas): Places {
  const codes = deliveries.map((it) => it.period).sort();
  const between = halfYears(codes[0]!, codes.at(-1)!);
  const halves = between.map((code) => halfYear(code, between, catalogue));
  const there = new Set(deliveries.map((it) => `${it.region} ${it.period}`));
  const levels = new Map<string, string>([[nation, "nation"]]);
  const incomplete = new Set<string>();
  const periods: PeriodCode[] = [];
  for (const half of halves) {
    periods.push(half.code);
    if (half.code.endsWith("H2") || half === halves.at(-1)) periods.push(half.year);
    const missing = new Set(half.regions.filter((it) => !there.has(`${it} ${half.code}`)));
    const mark = (code: string, lacks: boolean): void => {
      if (lacks) incomplete.add(`${code} ${half.code}`);
      if (lacks || !half.wholeYear) incomplete.add(`${code} ${half.year}`);
    };
    mark(nation, missing.size > 0);
    for (const region of half.regions) {
      levels.set(region, "vt-region");
      mark(region, missing.has(region));
    }
    for (const it of half.municipalities)
      for (const level of ["municipality", "province", "landsdeel"] as const) {
        levels.set(it[level], level);
        mark(it[level], missing.has(it.region));
      }
  }
  return {
    periods,
    successors: successors(catalogue),
    halves,
    areas: [...levels].sort().map(([code, level]) => ({ code: areaCode(code), level })),
    incomplete: [...incomplete].sort().map((it) => {
      const [area = "", period = ""] = it.split(" ");
      return { area: areaCode(area), period: periodCode(period) };
    }),
  };
}

function halfYears(first: string, last: string): string[] {
  const codes: string[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year++)
    for (const code of [`${year}H1`, `${year}H2`]) if (code >= first && code <= last) codes.push(code);
  return codes;
}

function halfYear(code: string, all: readonly string[], { areas, memberships, parts }: Areas): HalfYear {
  const { start, end } = parsePeriod(code)!;
  const year = code.slice(0, 4);
  const landsdeel = new Map(parts);
  return {
    code: periodCode(code),
    year: periodCode(year),
    wholeYear: all.includes(`${year}H1`) && all.includes(`${year}H2`),
    start,
    end,
    regions: regionsIn(code, areas),
    municipalities: memberships
      .filter((it) => String(it.year) === year)
      .map(({ municipality, region, province }) => ({
        municipality,
        region,
        province,
        landsdeel: landsdeel.get(province) ?? "",
      })),
  };
}

/** Veilig Thuis regions that exist on the first day of a period. */
export function regionsIn(period: string, areas: Areas["areas"]): string[] {
  const start = parsePeriod(period)?.start ?? "";
  const valid = areas.filter(
    (it) => it.level === "vt-region" && it.validFrom <= start && (it.validTo === undefined || it.validTo >= start),
  );
  return [...new Set(valid.map((it) => it.code as string))].sort();
}

/** A region that has ended went into the one region that received it, and so on. */
function successors({ areas, areaChanges }: Areas): Map<string, string> {
  const regions = Map.groupBy(
    areas.filter((it) => it.level === "vt-region"),
    (it) => it.code as string,
  );
  const next = new Map<string, string>();
  for (const { from, to, date } of areaChanges)
    for (const region of from) {
      const lastDays = regions
        .get(region)
        ?.map((it) => it.validTo ?? "9999-12-31")
        .sort();
      const heirs = to.filter((it) => regions.has(it));
      if (lastDays?.at(-1) === dayBefore(date) && heirs.length === 1) next.set(region, heirs[0]!);
    }
  const last = (region: string): string => (next.has(region) ? last(next.get(region)!) : region);
  return new Map([...regions.keys()].sort().map((it) => [it, last(it)]));
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
