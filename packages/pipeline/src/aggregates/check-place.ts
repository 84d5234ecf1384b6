import type { Catalogue } from "@impactmonitor/model/catalogue";
import type { Indicator } from "@impactmonitor/model/indicator";
import { parseBreakdown, type Breakdown } from "@impactmonitor/model/observation";
import { parsePeriod, type Period } from "@impactmonitor/model/period";
import type { Fault } from "./check-numbers.ts";
import type { Contract, TimeKind } from "./contract.ts";
import type { TableRow } from "./read-table.ts";

/** Where and when a fact holds, and for which group. */
export interface FactPlace {
  readonly area: string;
  readonly period: string;
  readonly breakdown: Breakdown;
}

const timeColumns = { period: "period", wave: "wave", "cohort-year": "cohortYear" } as const;

/** What is known of areas and codes, ready for many rows. */
export interface Codes {
  readonly areas: ReadonlyMap<string, Catalogue["areas"]>;
  readonly lists: ReadonlyMap<string, ReadonlySet<string>>;
  readonly cohortOf: ReadonlyMap<string, string>;
}

export function codesOf(catalogue: Catalogue): Codes {
  const areas = new Map<string, Catalogue["areas"][number][]>();
  for (const it of catalogue.areas) areas.set(it.code, [...(areas.get(it.code) ?? []), it]);
  return {
    areas,
    lists: new Map(catalogue.codelists.map((it) => [it.id, new Set(it.codes.map((code) => code.id))])),
    cohortOf: new Map(catalogue.cohorts.map((it) => [it.region, it.cohort])),
  };
}

/** Checks period, wave or cohort year, region and dims of a row. Faults are added to `faults`. */
export function checkPlace(
  { fields }: TableRow,
  indicator: Indicator,
  contract: Contract,
  codes: Codes,
  faults: Fault[],
): FactPlace | undefined {
  const breakdown = breakdownOf(fields.dims, indicator, codes, faults);
  if (!breakdown) return undefined;
  const timed = timeOf(fields, indicator, contract, breakdown, faults);
  if (!timed) return undefined;
  const area = fields.region === "" ? "NL01" : fields.region;
  checkArea(area, timed.period, indicator, contract, codes, faults);
  const cohort = timed.breakdown.cohort;
  const studied = codes.cohortOf.get(area);
  if (cohort !== undefined && studied !== undefined && studied !== cohort)
    faults.push(["region", `${area} took part in the cohort ${studied}, not in ${cohort}.`, "Mend region or cohort."]);
  return { area, period: timed.period.code, breakdown: timed.breakdown };
}

/** `dimension=code`, several joined by `;` or `|`. */
function breakdownOf(dims: string, indicator: Indicator, codes: Codes, faults: Fault[]): Breakdown | undefined {
  const breakdown = parseBreakdown(dims.replaceAll("|", ";").replace(/;\s+/g, ";"));
  if (!breakdown) {
    faults.push(["dims", `“${dims}” is no breakdown.`, "Write dimension=code, and | before the next."]);
    return undefined;
  }
  const own = indicator.breakdowns.map((it) => it.dimension);
  for (const [dimension, code] of Object.entries(breakdown))
    if (dimension === "wave") faults.push(["dims", "The wave has a column of its own.", "Move it to the column wave."]);
    else if (!own.includes(dimension))
      faults.push([
        "dims",
        `${indicator.id} has no breakdown ${dimension}.`,
        `Choose from: ${own.join(", ") || "none"}.`,
      ]);
    else if (!codes.lists.get(dimension)?.has(code))
      faults.push(["dims", `The code list ${dimension} has no code ${code}.`, "Mend the code."]);
  return breakdown;
}

interface Timed {
  readonly period: Period;
  readonly breakdown: Breakdown;
}

function timeOf(
  fields: TableRow["fields"],
  indicator: Indicator,
  contract: Contract,
  breakdown: Breakdown,
  faults: Fault[],
): Timed | undefined {
  const given = (Object.keys(timeColumns) as TimeKind[]).filter((it) => fields[timeColumns[it]] !== "");
  const [kind] = given;
  if (kind === undefined || given.length > 1) {
    const names = contract.times.map((it) => timeColumns[it]).join(" or ");
    faults.push([
      kind === undefined ? timeColumns[contract.times[0]!] : timeColumns[given[1]!],
      kind === undefined
        ? "It isn't said when this holds."
        : `There are ${given.length} times: ${given.join(" and ")}.`,
      `Fill in ${names}, one of them.`,
    ]);
    return undefined;
  }
  if (!contract.times.includes(kind)) {
    const names = contract.times.map((it) => timeColumns[it]).join(" or ");
    faults.push([timeColumns[kind], `${contract.source} has no ${timeColumns[kind]}.`, `Use ${names} instead.`]);
    return undefined;
  }
  if (kind === "wave") return waveOf(fields.wave, indicator, contract, breakdown, faults);
  const text = fields[timeColumns[kind]];
  const period = parsePeriod(text);
  if (!period) {
    faults.push([timeColumns[kind], `“${text}” is no period.`, "Write 2023, 2021H1, 2021Q3, 2023-12-31 or 2016/2020."]);
    return undefined;
  }
  const kinds = contract.periodKinds.filter((it) => indicator.periodKinds.includes(it));
  if (!kinds.includes(period.kind))
    faults.push([
      timeColumns[kind],
      `${contract.source} has no figures of ${indicator.id} by ${period.kind}.`,
      `Deliver by ${kinds.join(" or ") || "nothing: this indicator doesn't fit the contract"}.`,
    ]);
  if (indicator.breakdowns.some((it) => it.dimension === "wave"))
    faults.push(["wave", `${indicator.id} is measured in waves.`, "Fill in wave instead of period."]);
  const cohort = breakdown.cohort === undefined ? undefined : contract.cohorts[breakdown.cohort];
  if (cohort && cohort.period !== text)
    faults.push(["period", `The cohort ${breakdown.cohort} was of ${cohort.period}.`, "Write that period."]);
  return { period, breakdown };
}

/** Time since the report is no calendar: the period is that of the study, and the wave a category. */
function waveOf(
  wave: string,
  indicator: Indicator,
  contract: Contract,
  breakdown: Breakdown,
  faults: Fault[],
): Timed | undefined {
  const cohort = breakdown.cohort === undefined ? undefined : contract.cohorts[breakdown.cohort];
  const period = cohort && parsePeriod(cohort.period);
  if (!cohort || !period) {
    const known = Object.keys(contract.cohorts).join(", ");
    faults.push(["dims", "It isn't said of which cohort this is.", `Write cohort=…, with one of: ${known}.`]);
    return undefined;
  }
  if (!indicator.breakdowns.some((it) => it.dimension === "wave"))
    faults.push(["wave", `${indicator.id} has no waves.`, "Fill in period instead of wave."]);
  if (!cohort.waves.includes(wave))
    faults.push([
      "wave",
      `The cohort ${breakdown.cohort} has no wave “${wave}”.`,
      `Choose from: ${cohort.waves.join(", ")}.`,
    ]);
  return { period, breakdown: { ...breakdown, wave } };
}

function checkArea(
  code: string,
  period: Period,
  indicator: Indicator,
  contract: Contract,
  codes: Codes,
  faults: Fault[],
): void {
  const rows = codes.areas.get(code) ?? [];
  const level = rows[0]?.level;
  if (!level) {
    faults.push([
      "region",
      `There is no area ${code}.`,
      "Use a code of catalogue/areas/areas.csv, or nothing for the nation.",
    ]);
    return;
  }
  if (!contract.levels.includes(level) || !indicator.levels.includes(level)) {
    const levels = contract.levels.filter((it) => indicator.levels.includes(it)).join(", ");
    const what = `${contract.source} has no figures of ${indicator.id} for level ${level}.`;
    faults.push(["region", what, `Deliver for: ${levels || "no level at all"}.`]);
    return;
  }
  const existed = rows.some(
    (it) => it.validFrom <= period.end && (it.validTo === undefined || it.validTo >= period.start),
  );
  if (!existed) faults.push(["region", `${code} did not exist in ${period.code}.`, "Use the code of that time."]);
}
