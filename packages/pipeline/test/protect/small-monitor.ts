import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { sealNext } from "@impactmonitor/edition/seal-next";
import type { Edition } from "@impactmonitor/edition/read-edition";
import type { Catalogue } from "@impactmonitor/model/catalogue";
import type { ContextValue } from "@impactmonitor/model/context";
import { areaCode, indicatorId, periodCode, type PeriodCode } from "@impactmonitor/model/id";
import type { Measure } from "@impactmonitor/model/indicator";
import { policySchema, type Policy } from "@impactmonitor/model/policy";
import { chooseVintages } from "../../src/choose-vintage.ts";
import type { Count, CountTable, Derived, Formula } from "../../src/derive/counts.ts";
import { populationOf } from "../../src/protect/population.ts";
import { protectDerived, type ProtectedCounts, type Protector } from "../../src/protect/protect-derived.ts";
import { protectionOf } from "../../src/protect/protection-of.ts";
import type { Place } from "../../src/protect/true-counts.ts";
import { publishFigures } from "../../src/protect/publish-figures.ts";
import { earlierOf } from "../../src/protect/earlier.ts";
import { readCatalogue } from "../../src/read-catalogue.ts";
import type { Figure } from "../../src/read-figures.ts";

const root = fileURLToPath(new URL("../../../..", import.meta.url));

/** Three northern regions: VT02 is all of a province, VT04 too, VT08 as well; two municipalities of each. */
export const municipalities = {
  GM0106: "VT02",
  GM0114: "VT02",
  GM0080: "VT04",
  GM0090: "VT04",
  GM0014: "VT08",
  GM1895: "VT08",
} as const;
export type Municipality = keyof typeof municipalities;
const provinces = { VT02: "PV22", VT04: "PV21", VT08: "PV20" } as const;

export function smallCatalogue(): Catalogue {
  const read = readCatalogue(root);
  if (!read.ok) throw new Error("The catalogue has problems.");
  const kept = new Set<string>([
    "NL01",
    ...Object.keys(municipalities),
    ...Object.keys(provinces),
    ...Object.values(provinces),
  ]);
  const { areas, memberships, parts, equalTerritories, ...rest } = read.value;
  return {
    ...rest,
    areas: areas.filter((it) => kept.has(it.code)),
    memberships: memberships.filter((it) => kept.has(it.municipality)),
    parts: parts.filter(([a, b]) => kept.has(a) && kept.has(b)),
    equalTerritories: equalTerritories.filter(([a, b]) => kept.has(a) && kept.has(b)),
  };
}

export const population: readonly ContextValue[] = (
  [
    ["NL01", 900_000],
    ["VT02", 300_000],
    ["VT04", 250_000],
    ["VT08", 350_000],
  ] as const
).map(([area, value]) => ({
  area: areaCode(area),
  classification: "2024",
  year: 2024,
  variable: "population-total",
  value,
  status: "official",
  source: "cbs-70072ned",
}));

/** Reports that are alike; of one case each, unless `cases` says how many. */
export interface Reports {
  readonly in: Municipality | "VT02";
  readonly half: "2024H1" | "2024H2";
  readonly reporter: "police" | "education" | "citizen";
  readonly kinds?: readonly ("child-maltreatment" | "partner-violence")[];
  readonly acute?: boolean;
  readonly n: number;
}

export const periods = ["2024H1", "2024H2", "2024"].map(periodCode);

function counted(reports: readonly Reports[], inCategory: (it: Reports) => readonly string[]): Count[] {
  const counts = new Map<string, number>();
  for (const it of reports)
    for (const category of inCategory(it))
      for (const area of areasOf(it.in))
        for (const period of [it.half, "2024"]) {
          const key = `${category}|${area}|${period}`;
          counts.set(key, (counts.get(key) ?? 0) + it.n);
        }
  return [...counts].map(([key, count]) => {
    const [category = "", area = "", period = ""] = key.split("|");
    return { category, area: areaCode(area), period: periodCode(period), count };
  });
}

/** `VT02` stands for a report whose municipality isn't known. */
function areasOf(place: Reports["in"]): string[] {
  if (place === "VT02") return ["NL01", "VT02"];
  const region = municipalities[place];
  return ["NL01", region, provinces[region], place];
}

const reporters = {
  dimension: "reporter-type",
  categories: ["police", "education", "citizen"],
  response: "exclusive",
  sums: [],
} as const;
const kinds = {
  dimension: "violence-type",
  categories: ["child-maltreatment", "partner-violence"],
  response: "multiple",
  sums: [],
} as const;
const safety = { dimension: "safety", categories: ["acute"], response: "multiple", sums: [] } as const;

const inReporter = (it: Reports): string => `reporter-type=${it.reporter}`;

/** Derived tables of these reports, by the same rules as those of real ones. */
export function derivedFrom(reports: readonly Reports[], formulas: readonly Formula[] = allFormulas()): Derived {
  const acute = reports.filter((it) => it.acute);
  const table = (it: Omit<CountTable, "adds">): CountTable => ({ adds: true, ...it });
  return {
    tables: [
      table({
        id: "melding",
        divisions: [reporters, kinds, safety],
        within: [],
        counts: counted(reports, (it) => [
          "",
          inReporter(it),
          ...(it.kinds ?? []).map((kind) => `violence-type=${kind}`),
          ...(it.acute ? ["safety=acute"] : []),
        ]),
      }),
      table({
        id: "melding[safety=acute]",
        divisions: [reporters],
        within: [{ table: "melding", category: "safety=acute", same: true }],
        counts: counted(acute, (it) => ["", inReporter(it)]),
      }),
    ],
    formulas,
    areas: [
      { code: areaCode("NL01"), level: "nation" },
      ...Object.keys(provinces).map((it) => ({ code: areaCode(it), level: "vt-region" })),
      ...Object.values(provinces).map((it) => ({ code: areaCode(it), level: "province" })),
      ...Object.keys(municipalities).map((it) => ({ code: areaCode(it), level: "municipality" })),
    ],
    periods,
    incomplete: [],
    skipped: [],
  };
}

const everywhere = ["nation", "vt-region", "province", "municipality"] as const;

export function formula(
  indicator: string,
  measure: Measure,
  numerator: string,
  more: { of?: string; per?: number; levels?: readonly string[]; periodKinds?: readonly string[] } = {},
): Formula {
  const ref = (text: string) => ({ table: text.split(":")[0]!, category: text.split(":")[1] ?? "" });
  return {
    indicator: indicatorId(indicator),
    measure,
    breakdown: ref(numerator).category,
    numerator: ref(numerator),
    ...(more.of === undefined ? {} : { denominator: ref(more.of) }),
    ...(more.per === undefined ? {} : { perInhabitants: more.per }),
    levels: more.levels ?? everywhere,
    periodKinds: more.periodKinds ?? ["year", "half-year"],
  };
}

export function allFormulas(): Formula[] {
  const regional = { levels: ["nation", "vt-region"] };
  return [
    formula("reports-received", "count", "melding"),
    formula("reports-received", "per-10000", "melding", { per: 10_000, ...regional }),
    ...reporters.categories.flatMap((it) => [
      formula("reporter-type", "percent", `melding:reporter-type=${it}`, { of: "melding", ...regional }),
      formula("reporter-type-acute", "percent", `melding[safety=acute]:reporter-type=${it}`, {
        of: "melding[safety=acute]",
        ...regional,
      }),
    ]),
    ...kinds.categories.map((it) => formula("violence-type-reports", "count", `melding:violence-type=${it}`)),
    formula("unsafe-reports", "count", "melding:safety=acute", regional),
  ];
}

export const policyWith = (own: Record<string, unknown> = {}): Policy =>
  policySchema.parse({ id: "default", about: { nl: "Proef", en: "Test" }, ...own });

/** What the rule hides, and nothing to protect it. */
export const primaryOnly: Protector = ({ cells }, { threshold }) => ({
  states: cells.map(({ count, fixed }) =>
    fixed === "unpublished" ? "unpublished" : count > 0 && count < threshold ? "primary" : "open",
  ),
  failures: [],
});

export interface SealedMonitor {
  readonly figures: readonly Figure[];
  readonly counts: ProtectedCounts;
  readonly edition: Edition;
}

/** Derived counts → figures → a sealed edition, on top of earlier ones. */
export function sealed(
  derived: Derived,
  policy: Policy,
  catalogue: Catalogue,
  protect: Protector,
  options: {
    readonly earlier?: readonly Edition[];
    readonly forgetEarlier?: boolean;
    readonly hidden?: readonly Place[];
    readonly change?: (figure: Figure) => Figure;
    readonly more?: readonly Figure[];
  } = {},
): SealedMonitor {
  const earlier = options.earlier ?? [];
  const before = options.forgetEarlier
    ? undefined
    : earlierOf(
        earlier.map((it) => it.catalogue.indicators.flatMap(({ id }) => it.observations(id))),
        policy,
      );
  const counts = protectDerived(derived, policy, catalogue, protect, before, options.hidden);
  const reading = {
    title: "Impactmonitor",
    url: "https://example.org/",
    published: `2025-0${earlier.length + 4}`,
    primary: true,
  };
  const figures = publishFigures(derived, counts, {
    policy,
    population: populationOf(population, catalogue),
    reading,
    isProvisional: (period: PeriodCode) => period === "2024H2",
  }).map((it) => options.change?.(it) ?? it);
  const chosen = chooseVintages([...figures, ...(options.more ?? [])], "2025-12-31");
  if (!chosen.ok) throw new Error("Figures contradict one another.");
  const parent = mkdtempSync(join(tmpdir(), "protect-"));
  const done = sealNext(parent, earlier.at(-1), {
    id: `2025-0${earlier.length + 4}`,
    kind: "published",
    date: "2025-12-31",
    catalogue,
    observations: chosen.value,
    context: { values: population, sources: [] },
    maps: new Map(),
    protection: protectionOf(derived, counts, policy),
  });
  if (!done.ok || done.state === "nothing-new") throw new Error("The edition was not sealed.");
  return { figures, counts, edition: done.edition };
}
