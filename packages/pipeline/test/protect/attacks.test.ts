import { protectUniverse } from "@impactmonitor/disclosure/protect-universe";
import type { Edition } from "@impactmonitor/edition/read-edition";
import { areaCode, indicatorId, periodCode } from "@impactmonitor/model/id";
import { expect, test } from "vitest";
import { allAttacks, attacks, type Attack } from "../../src/audit-edition/attacks.ts";
import { auditEdition } from "../../src/audit-edition/audit-edition.ts";
import type { Formula } from "../../src/derive/counts.ts";
import {
  derivedFrom,
  formula,
  policyWith,
  primaryOnly,
  sealed,
  smallCatalogue,
  type Reports,
} from "./small-monitor.ts";

const catalogue = smallCatalogue();
/** Exact counts, and only what is known exactly counts as found: so that each leak is one of its own kind. */
const exact = { roundingBase: 1, profile: "cbs-visible" };

const half = "2024H1";
const everywhere: Reports[] = [
  { in: "GM0080", half, reporter: "police", n: 200 },
  { in: "GM0090", half, reporter: "police", n: 220 },
  { in: "GM0014", half, reporter: "police", n: 240 },
  { in: "GM1895", half, reporter: "police", n: 260 },
  { in: "GM0106", half, reporter: "police", n: 280 },
];
const at = (levels: readonly string[], periodKinds: readonly string[] = ["half-year"]) => ({ levels, periodKinds });
const total = (levels: readonly string[], periodKinds?: readonly string[]): Formula =>
  formula("reports-received", "count", "melding", at(levels, periodKinds));
const counted = (category: string, levels: readonly string[] = ["vt-region"]): Formula =>
  formula(category.includes("type=") ? "reporter-type" : "unsafe-reports", "count", category, at(levels));
const reporters = ["police", "education", "citizen"].map((it) => counted(`melding:reporter-type=${it}`));

interface Planted {
  readonly edition: Edition;
  readonly earlier?: readonly Edition[];
  /** What is found, and is not when the attack is left out. */
  readonly leak: string;
}

/** What the rule hides is hidden, and nothing to protect it. */
const bare = (reports: readonly Reports[], formulas: readonly Formula[], own: object = {}): Edition =>
  sealed(derivedFrom(reports, formulas), policyWith({ ...exact, ...own }), catalogue, primaryOnly).edition;

const planted: Readonly<Record<Attack, () => Planted>> = {
  areas: () => ({
    edition: bare(
      [...everywhere, { in: "GM0114", half, reporter: "police", n: 4 }],
      [total(["vt-region", "municipality"])],
    ),
    leak: "hidden melding GM0114 2024H1 4-4",
  }),
  "same-areas": () => ({
    // The total is shown of the province only, the categories of the region only.
    edition: bare(
      [...everywhere, { in: "GM0106", half, reporter: "education", n: 4 }],
      [total(["province"]), ...reporters],
    ),
    leak: "hidden melding:reporter-type=education VT02 2024H1 4-4",
  }),
  years: () => ({
    edition: bare(
      [...everywhere, ...everywhere.map((it) => ({ ...it, half: "2024H2" as const, n: it.n === 200 ? 6 : it.n }))],
      [total(["municipality"], ["half-year", "year"])],
    ),
    leak: "hidden melding GM0080 2024H2 6-6",
  }),
  categories: () => ({
    edition: bare(
      [...everywhere, { in: "GM0080", half, reporter: "education", n: 3 }],
      [total(["vt-region"]), ...reporters],
    ),
    leak: "hidden melding:reporter-type=education VT04 2024H1 3-3",
  }),
  outside: () => ({
    edition: bare(
      [
        ...everywhere.map((it) => ({ ...it, kinds: ["partner-violence"] as const })),
        { in: "GM0080", half, reporter: "police", n: 5 },
      ],
      [
        total(["vt-region"]),
        formula("violence-type-reports", "count", "melding:violence-type=partner-violence", at(["vt-region"])),
      ],
    ),
    leak: "rest melding:violence-type=partner-violence VT04 2024H1 5-5",
  }),
  tables: () => ({
    edition: bare(
      [...everywhere.map((it) => ({ ...it, acute: true })), { in: "GM0080", half, reporter: "police", n: 5 }],
      [
        reporters[0]!,
        formula("reporter-type-acute", "count", "melding[safety=acute]:reporter-type=police", at(["vt-region"])),
      ],
    ),
    leak: "rest melding[safety=acute]:reporter-type=police VT04 2024H1 5-5",
  }),
  ratios: () => {
    const reports: Reports[] = [...everywhere, { in: "GM0080", half, reporter: "education", n: 7 }];
    const formulas = [
      total(["vt-region"]),
      reporters[1]!,
      formula("reporter-type", "percent", "melding:reporter-type=education", { of: "melding", ...at(["vt-region"]) }),
    ];
    const policy = policyWith({ percentages: { minDenominator: 100, decimals: [{ from: 0, decimals: 1 }] } });
    const { edition } = sealed(derivedFrom(reports, formulas), policy, catalogue, protectUniverse, {
      // 7 of 427, and the total is shown as 425.
      change: (it) =>
        it.measure === "percent" && it.area === "VT04" ? { ...it, cell: { value: 1.6, marks: [] } } : it,
    });
    return { edition, leak: "hidden melding:reporter-type=education VT04 2024H1 7-7" };
  },
  zeros: () => ({
    edition: bare(
      [
        ...everywhere,
        { in: "GM0080", half, reporter: "education", n: 1 },
        { in: "GM0080", half, reporter: "citizen", n: 1 },
      ],
      [total(["vt-region"]), ...reporters],
    ),
    leak: "hidden melding:reporter-type=education VT04 2024H1 1-1",
  }),
  groups: () => ({
    edition: bare(
      [...everywhere.slice(1), { in: "GM0080", half, reporter: "police", kinds: ["partner-violence"], n: 40 }],
      [
        total(["municipality"]),
        formula("violence-type-reports", "count", "melding:violence-type=partner-violence", at(["municipality"])),
      ],
      { sensitive: ["violence-type"] },
    ),
    leak: "group melding:violence-type=partner-violence GM0080 2024H1 40-40",
  }),
  editions: () => {
    const reports: Reports[] = [
      ...everywhere,
      { in: "GM0080", half, reporter: "education", n: 3 },
      { in: "GM0080", half, reporter: "citizen", n: 30 },
    ];
    const policy = policyWith(exact);
    const [police, , citizen] = reporters;
    const first = sealed(derivedFrom(reports, [police!, citizen!]), policy, catalogue, protectUniverse);
    const { edition } = sealed(
      derivedFrom(reports, [total(["vt-region"]), ...reporters]),
      policy,
      catalogue,
      protectUniverse,
      {
        earlier: [first.edition],
        forgetEarlier: true,
      },
    );
    return { edition, earlier: [first.edition], leak: "hidden melding:reporter-type=education VT04 2024H1 3-3" };
  },
  sources: () => {
    const reports: Reports[] = [...everywhere, { in: "GM0114", half, reporter: "police", n: 4 }];
    const { edition } = sealed(
      derivedFrom(reports, [total(["municipality"])]),
      policyWith(exact),
      catalogue,
      protectUniverse,
      {
        more: [
          {
            indicator: indicatorId("reports-received"),
            area: areaCode("VT02"),
            period: periodCode(half),
            measure: "count",
            breakdown: {},
            cell: { value: 284, marks: [] },
            reading: { title: "A table", url: "https://example.org/2", published: "2024-10", primary: true },
            row: "figures/veilig-thuis.csv:12",
          },
        ],
      },
    );
    return { edition, leak: "hidden melding GM0114 2024H1 4-4" };
  },
};

test.each(attacks)("%s: what only this finds is found, and not without it", async (attack) => {
  const { edition, earlier, leak } = planted[attack]();
  const found = async (used: ReadonlySet<Attack>): Promise<string[]> => {
    const { exposures, problems } = await auditEdition(edition, earlier, undefined, used);
    expect(problems).toEqual([]);
    return exposures.map(
      ({ spot, low, high, kind }) =>
        `${kind} ${spot.table}${spot.category && `:${spot.category}`} ${spot.area} ${spot.period} ${low}-${high}`,
    );
  };
  expect(await found(allAttacks)).toContain(leak);
  expect(await found(new Set(attacks.filter((it) => it !== attack)))).not.toContain(leak);
});
