import type { Catalogue } from "@impactmonitor/model/catalogue";
import type { RecordOf, Records } from "./write-delivery.ts";

/**
 * A second computation of every figure, from docs/deriving.md, in loops over records: it shares nothing with src/derive, and knows
 * records, codes and groups by heart instead of reading them from the catalogue.
 */
export interface Recounted {
  /** `table|category|area|period` → count and distinct cases. */
  readonly counts: ReadonlyMap<string, { readonly count: number; readonly cases: number | undefined }>;
  /** `area period`. */
  readonly incomplete: ReadonlySet<string>;
}
export interface Delivered {
  readonly region: string;
  readonly period: string;
  readonly records: Records;
}

interface Item {
  readonly from: Delivered;
  readonly it: RecordOf;
}
const text = (it: RecordOf, field: string): string => {
  const value = it[field];
  return typeof value === "string" ? value : "";
};
const all = (it: RecordOf, field: string): readonly string[] => {
  const value = it[field];
  return Array.isArray(value) ? value : [];
};
const halfOf = (date: string): string => `${date.slice(0, 4)}${date.slice(5) <= "06-30" ? "H1" : "H2"}`;

const violence = new Map([
  ["01", "child-maltreatment"],
  ["02", "violence-against-parents"],
  ["03", "partner-violence"],
  ["04", "elder-abuse"],
  ["05", "other-domestic-violence"],
  ["06", "other-problems"],
  ["07", "no-violence"],
  ["99", "unknown"],
]);
const durations = [
  "",
  "up-to-1-week",
  "1-week-to-1-month",
  "1-to-6-months",
  "6-months-to-1-year",
  "1-to-5-years",
  "over-5-years",
];
const decisions = ["", "next-steps-at-veilig-thuis", "transfer", "no-next-steps", "regional-approach"];
const outcomes = new Map([
  ["11", "child-maltreatment-confirmed"],
  ["12", "child-maltreatment-not-confirmed"],
  ["13", "child-maltreatment-refuted"],
  ["21", "violence-against-parents-confirmed"],
  ["22", "violence-against-parents-not-confirmed"],
  ["31", "partner-violence-confirmed"],
  ["32", "partner-violence-not-confirmed"],
  ["33", "partner-violence-refuted"],
]);
const roles = new Map([
  ["01", ["not-professional"]],
  ["11", ["professional", "role-education"]],
  ["12", ["professional", "role-childcare"]],
  ["13", ["professional", "role-medical", "role-nurse"]],
  ["14", ["professional", "role-medical"]],
  ["15", ["professional", "role-psychologists"]],
  ["16", ["professional", "role-paramedical"]],
  ["17", ["professional", "role-justice", "role-police-officer"]],
  ["18", ["professional", "role-justice", "role-public-prosecutor"]],
  ["19", ["professional", "role-justice", "role-justice-other"]],
  ["20", ["professional", "role-other"]],
  ["99", ["role-unknown"]],
]);
const organisations = new Map([
  ["01", ["health-care"]],
  ["02", ["health-care"]],
  ["03", ["health-care"]],
  ["04", ["mental-health-care"]],
  ["05", ["childcare"]],
  ["06", ["education"]],
  ["07", ["school-attendance"]],
  ["08", ["youth-care"]],
  ["09", ["justice-and-safety", "police"]],
  ["10", ["justice-and-safety", "public-prosecution"]],
  ["11", ["justice-and-safety", "probation"]],
  ["12", ["justice-and-safety", "justice-other"]],
  ["13", ["veilig-thuis-other-region"]],
  ["14", ["veilig-thuis-regional-approach"]],
  ["15", ["other"]],
  ["16", ["other"]],
  ["88", ["not-applicable"]],
  ["99", ["unknown"]],
]);

function reporter(it: RecordOf): string {
  if (it["rol"] === "01") return "citizen";
  switch (it["organisatie"]) {
    case "01":
      return "preventive-basic-services";
    case "02":
      return "general-practitioner";
    case "03":
      return "other-health-care";
    case "04":
      return "mental-health-care";
    case "05":
      return "childcare";
    case "06":
      return "education";
    case "08":
      return "youth-care";
    case "09":
      return "police";
    case "10":
    case "11":
    case "12":
      return "justice-and-safety-excluding-police";
    case "15":
      return "social-work";
    case "88":
    case "99":
      return it["rol"] === "99" ? "unknown" : "other-professional";
    default:
      return "other-professional";
  }
}

/** What one record says by itself: `dimension=category`. */
function said(it: RecordOf): string[] {
  return [
    ...all(it, "aard").map((code) => `violence-type=${violence.get(code)}`),
    ...(all(it, "aanvullend").includes("01") ? ["additional-information=human-trafficking"] : []),
  ];
}
const asked = (it: RecordOf): string[] => [
  ...said(it),
  `violence-duration=${durations[Number(it["duur"])]}`,
  `reporter-type=${reporter(it)}`,
  ...roles.get(text(it, "rol"))!.map((role) => `role-or-organisation=${role}`),
  ...organisations.get(text(it, "organisatie"))!.map((of) => `role-or-organisation=organisation-${of}`),
];

export function recount(delivered: readonly Delivered[], catalogue: Catalogue, reference?: string): Recounted {
  const inOrder = delivered.toSorted((a, b) => (a.period + a.region < b.period + b.region ? -1 : 1));
  const places = placesOf(inOrder, catalogue);
  const of = (type: string): Item[] =>
    inOrder.flatMap((from) => (from.records[type] ?? []).map((it) => ({ from, it })));
  const latest = (type: string, key: string): Item[] => [
    ...new Map(of(type).map((item) => [`${item.from.region} ${text(item.it, key)}`, item])).values(),
  ];
  const known = {
    reports: latest("melding", "meldingnummer"),
    assessments: latest("beoordeling", "beoordelingnummer"),
    transfers: latest("overdracht", "overdrachtnummer"),
    cases: of("casus"),
    monitoring: of("monitoring"),
  };
  const until = reference ?? places.lastDay;
  const involved = involvement(known, catalogue);
  const tally = new Tally(places);

  for (const item of latest("advies", "adviesnummer"))
    tally.add("advies", item, text(item.it, "datum_start"), text(item.it, "gemeente"), undefined, asked(item.it));

  interface Told {
    readonly item: Item;
    readonly town: string;
    readonly categories: readonly string[];
  }
  const townOf = ({ from, it }: Item): string => {
    const its = (from.records["casus"] ?? []).find((c) => c["casusnummer"] === it["casusnummer"]);
    return its ? text(its, "gemeente") : "";
  };
  const reports: Told[] = known.reports.map((item) => {
    const its = known.assessments
      .filter((b) => b.from.region === item.from.region && b.it["meldingnummer"] === item.it["meldingnummer"])
      .map((b) => b.it)
      .filter((b) => text(b, "datum") <= until)
      .sort((a, b) =>
        text(a, "datum") + text(a, "beoordelingnummer") < text(b, "datum") + text(b, "beoordelingnummer") ? -1 : 1,
      )
      .at(-1);
    const safety = [
      ...(its?.["acuut"] === true ? ["safety=acute"] : []),
      ...(its?.["structureel"] === true ? ["safety=structural"] : []),
    ];
    const categories = [
      ...asked(item.it),
      `assessment-outcome=${its ? decisions[Number(its["besluit"])] : "not-yet-assessed"}`,
      ...safety,
      ...(safety.length > 0 ? ["safety=acute-or-structural"] : []),
      ...involved.get(item)!.map((it) => `previous-involvement=${it}`),
    ];
    return { item, town: townOf(item), categories };
  });
  for (const { item, town, categories } of reports) {
    const place = [item, text(item.it, "datum"), town, text(item.it, "casusnummer")] as const;
    tally.add("melding", ...place, categories);
    for (const flag of ["acute", "structural"])
      if (categories.includes(`safety=${flag}`))
        tally.add(
          `melding[safety=${flag}]`,
          ...place,
          categories.filter((it) => it.startsWith("reporter-type=")),
        );
    if (categories.includes("safety=acute-or-structural"))
      tally.add("melding[safety=acute-or-structural]", ...place, []);
  }

  for (const item of latest("dienst", "dienstnummer")) {
    const end = text(item.it, "datum_einde");
    const place = [item, end, townOf(item), text(item.it, "casusnummer")] as const;
    if (end === "") continue;
    const answers = all(item.it, "uitkomst").flatMap((code) => outcomes.get(code) ?? []);
    const result = item.it["voortijdig"] === true ? [] : ["not-ended-early", ...answers];
    const kinds = said(item.it);
    if (item.it["soort"] === "01")
      tally.add("dienst[soort=01]", ...place, [
        ...kinds.filter((it) => it.startsWith("violence-type=")),
        ...result.map((it) => `investigation-outcome=${it}`),
      ]);
    else tally.add("dienst[soort=02]", ...place, kinds);
  }

  for (const item of known.transfers)
    tally.add("overdracht", item, text(item.it, "datum"), townOf(item), text(item.it, "casusnummer"), []);

  // Cases: once per period, where their last report of the period is.
  for (const period of places.periods) {
    const within = (it: RecordOf): boolean => halfOf(text(it, "datum")).startsWith(period);
    const cases = Map.groupBy(
      reports.filter(({ item }) => within(item.it) && places.exists(item.from.region, halfOf(text(item.it, "datum")))),
      ({ item }) => `${item.from.region} ${text(item.it, "casusnummer")}`,
    );
    for (const [id, its] of cases) {
      const last = its
        .toSorted((a, b) =>
          text(a.item.it, "datum") + text(a.item.it, "meldingnummer") <
          text(b.item.it, "datum") + text(b.item.it, "meldingnummer")
            ? -1
            : 1,
        )
        .at(-1)!;
      const categories = new Set(its.flatMap((it) => it.categories));
      const nature = [...categories].filter((it) => /^(violence-type|additional-information)=/.test(it));
      const moved = known.transfers.filter(
        ({ from, it }) => `${from.region} ${text(it, "casusnummer")}` === id && within(it),
      );
      const acute = categories.has("safety=acute");
      const count = (table: string, also: readonly string[] = []): void =>
        tally.addCase(table, last.item, period, {
          date: text(last.item.it, "datum"),
          town: last.town,
          id,
          categories: also,
        });
      count("casus(melding)", nature);
      if (acute) count("casus(melding)[safety=acute]");
      if (moved.some(({ it }) => it["organisatie"] === "02")) count("casus(melding)[overdracht.organisatie=02]");
      if (moved.some(({ it }) => it["melding_politie"] === true))
        count("casus(melding)[overdracht.melding_politie=true]");
      for (const to of ["03", "04"])
        if (acute && moved.some(({ it }) => it["organisatie"] === to))
          count(`casus(melding)[overdracht.organisatie=${to}][safety=acute]`);
    }
  }
  return { counts: tally.counts(), incomplete: places.incomplete };
}

interface Known {
  readonly reports: readonly Item[];
  readonly assessments: readonly Item[];
  readonly cases: readonly Item[];
  readonly monitoring: readonly Item[];
}

/** Each report → its group of previous involvement, and the group above that. */
function involvement(
  { reports, assessments, cases, monitoring }: Known,
  catalogue: Catalogue,
): Map<Item, readonly string[]> {
  const moment = (item: Item): string => text(item.it, "datum") + text(item.it, "meldingnummer");
  const sameCase = (a: Item, b: Item): boolean =>
    a.from.region === b.from.region && a.it["casusnummer"] === b.it["casusnummer"];
  const persons = ({ from, it }: Item): Set<string> =>
    new Set(
      (from.records["persoon"] ?? [])
        .filter((p) => p["casusnummer"] === it["casusnummer"])
        .flatMap((p) => (typeof p["persoon"] === "string" ? [p["persoon"]] : [])),
    );
  const group = (item: Item): readonly string[] => {
    const day = text(item.it, "datum");
    const before = reports
      .filter((it) => sameCase(it, item) && moment(it) < moment(item))
      .sort((a, b) => (moment(a) < moment(b) ? -1 : 1))
      .at(-1);
    if (before) {
      const since = text(before.it, "datum");
      const closed = cases.some((c) => {
        const on = text(c.it, "datum_einde");
        return sameCase(c, item) && on !== "" && on >= since && on < day;
      });
      if (!closed) {
        const assessed = assessments.some(
          (b) =>
            b.from.region === before.from.region &&
            b.it["meldingnummer"] === before.it["meldingnummer"] &&
            text(b.it, "datum") < day,
        );
        if (!assessed) return ["follow-up-report", "follow-up-during-assessment"];
        const followed = monitoring.some(
          (m) => sameCase(m, item) && text(m.it, "datum") > since && text(m.it, "datum") <= day,
        );
        return ["follow-up-report", followed ? "follow-up-during-monitoring" : "follow-up-after-assessment"];
      }
    }
    const people = persons(item);
    if (people.size === 0) return ["unclassified"];
    const longAgo = yearsBefore(day, 5);
    const earlier = reports.filter(
      (it) =>
        heir(it.from.region, catalogue) === heir(item.from.region, catalogue) &&
        text(it.it, "datum") < day &&
        text(it.it, "datum") >= longAgo,
    );
    const met = new Set(earlier.flatMap((it) => [...persons(it)]));
    const again = [...people].filter((it) => met.has(it)).length;
    if (again === 0) return ["first-report"];
    return ["repeat-report", again === 1 ? "repeat-one-known" : "repeat-several-known"];
  };
  return new Map(reports.map((it) => [it, group(it)]));
}

const heir = (region: string, { areas }: Catalogue): string =>
  (region === "VT16" || region === "VT26") && areas.some((it) => it.code === "VT27") ? "VT27" : region;

function yearsBefore(day: string, years: number): string {
  const before = `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;
  const leap = Number(before.slice(0, 4)) % 4 === 0;
  return before.endsWith("02-29") && !leap ? before.replace("02-29", "02-28") : before;
}

interface Places {
  readonly periods: readonly string[];
  readonly lastDay: string;
  readonly incomplete: ReadonlySet<string>;
  readonly exists: (region: string, half: string) => boolean;
  /** Areas in which a record counts; none if it counts nowhere. */
  readonly of: (region: string, half: string, town: string) => readonly string[];
}

function placesOf(delivered: readonly Delivered[], catalogue: Catalogue): Places {
  const first = delivered[0]!.period;
  const last = delivered.at(-1)!.period;
  const halves: string[] = [];
  for (let year = +first.slice(0, 4); year <= +last.slice(0, 4); year++)
    halves.push(...[`${year}H1`, `${year}H2`].filter((it) => it >= first && it <= last));
  const firstDay = (half: string): string => `${half.slice(0, 4)}-${half.endsWith("1") ? "01" : "07"}-01`;
  const exists = (region: string, half: string): boolean =>
    halves.includes(half) &&
    catalogue.areas.some(
      (it) => it.code === region && it.validFrom <= firstDay(half) && (it.validTo ?? "9") >= firstDay(half),
    );
  const above = (town: string, half: string) =>
    catalogue.memberships.find((it) => it.municipality === town && it.year === +half.slice(0, 4));
  const landsdeel = (province: string): string => catalogue.parts.find(([it]) => it === province)![1];
  const incomplete = new Set<string>();
  const regions = [...new Set(catalogue.areas.filter((it) => it.level === "vt-region").map((it) => it.code as string))];
  for (const half of halves) {
    const year = half.slice(0, 4);
    const other = `${year}${half.endsWith("1") ? "H2" : "H1"}`;
    const towns = catalogue.memberships.filter((it) => String(it.year) === year);
    for (const region of regions.filter((it) => exists(it, half))) {
      const missing = !delivered.some((it) => it.region === region && it.period === half);
      const parts = towns.filter((it) => it.region === region);
      const touched = [
        "NL01",
        region,
        ...parts.flatMap((it) => [it.municipality, it.province, landsdeel(it.province)]),
      ];
      for (const area of touched) {
        if (missing) incomplete.add(`${area} ${half}`);
        if (missing || !halves.includes(other)) incomplete.add(`${area} ${year}`);
      }
    }
  }
  return {
    periods: [...halves, ...new Set(halves.map((it) => it.slice(0, 4)))],
    lastDay: `${last.slice(0, 4)}-${last.endsWith("1") ? "06-30" : "12-31"}`,
    incomplete,
    exists,
    of: (region, half, town) => {
      if (!exists(region, half)) return [];
      const its = above(town, half);
      return its?.region === region ? ["NL01", region, town, its.province, landsdeel(its.province)] : ["NL01", region];
    },
  };
}

class Tally {
  readonly #places: Places;
  readonly #counts = new Map<string, { count: number; cases: Set<string> | undefined }>();

  constructor(places: Places) {
    this.#places = places;
  }
  /** Counts a record in its half-year and year, everywhere it belongs, in the total and in its categories. */
  add(
    table: string,
    { from }: Item,
    date: string,
    town: string,
    casus: string | undefined,
    categories: readonly string[],
  ): void {
    const half = halfOf(date);
    for (const area of this.#places.of(from.region, half, town))
      for (const period of [half, half.slice(0, 4)])
        for (const category of new Set(["", ...categories]))
          this.#one(
            `${table}|${category}|${area}|${period}`,
            casus === undefined ? undefined : `${from.region} ${casus}`,
          );
  }
  addCase(
    table: string,
    { from }: Item,
    period: string,
    { date, town, id, categories }: { date: string; town: string; id: string; categories: readonly string[] },
  ): void {
    for (const area of this.#places.of(from.region, halfOf(date), town))
      for (const category of ["", ...categories]) this.#one(`${table}|${category}|${area}|${period}`, id);
  }
  counts(): Recounted["counts"] {
    const complete = [...this.#counts].filter(([key]) => {
      const [, , area, period] = key.split("|");
      return !this.#places.incomplete.has(`${area} ${period}`);
    });
    return new Map(complete.map(([key, { count, cases }]) => [key, { count, cases: cases?.size }]));
  }
  #one(key: string, casus: string | undefined): void {
    const before = this.#counts.get(key) ?? { count: 0, cases: casus === undefined ? undefined : new Set<string>() };
    before.count += 1;
    if (casus !== undefined) before.cases?.add(casus);
    this.#counts.set(key, before);
  }
}
