import { protectUniverse } from "@impactmonitor/disclosure/protect-universe";
import type { Edition } from "@impactmonitor/edition/read-edition";
import { areaCode, indicatorId, periodCode } from "@impactmonitor/model/id";
import type { Policy } from "@impactmonitor/model/policy";
import { describe, expect, test } from "vitest";
import { auditEdition, type EditionExposure } from "../../src/audit-edition/audit-edition.ts";
import type { Derived, Formula } from "../../src/derive/counts.ts";
import { allFormulas, derivedFrom, formula, policyWith, primaryOnly, sealed } from "./small-monitor.ts";
import { smallCatalogue, type Reports } from "./small-monitor.ts";

const catalogue = smallCatalogue();
/** Exact counts, so that each planted leak is one of sums and not of luck. */
const exact = { roundingBase: 1 };

const say = ({ spot, low, high, kind }: EditionExposure): string =>
  `${kind} ${spot.table}${spot.category && `:${spot.category}`} ${spot.area} ${spot.period} ${low}-${high}`;
const audited = async (edition: Edition, earlier: readonly Edition[] = [], policy?: Policy): Promise<string[]> => {
  const { exposures, problems } = await auditEdition(edition, earlier, policy);
  expect(problems).toEqual([]);
  return exposures.map(say);
};

/** Seals the same counts twice: with small counts left out and nothing else, and protected. */
async function twice(derived: Derived, policy: Policy) {
  const open = sealed(derived, policy, catalogue, primaryOnly);
  const safe = sealed(derived, policy, catalogue, protectUniverse);
  expect(safe.counts.failures).toEqual([]);
  return { open: await audited(open.edition), safe: await audited(safe.edition), figures: safe.figures };
}

const large = (half: Reports["half"], n = 200): Reports[] => [
  { in: "GM0080", half, reporter: "police", n },
  { in: "GM0090", half, reporter: "police", n: n + 20 },
  { in: "GM0014", half, reporter: "police", n: n + 40 },
  { in: "GM1895", half, reporter: "police", n: n + 60 },
  { in: "GM0106", half, reporter: "police", n: n + 80 },
  { in: "GM0114", half, reporter: "police", n: n + 100 },
];
const only = (...formulas: Formula[]): Formula[] => formulas;
const total = (levels: readonly string[], periodKinds: readonly string[]): Formula =>
  formula("reports-received", "count", "melding", { levels, periodKinds });

describe("what can be worked out is found when nothing protects it, and is gone when it is protected", () => {
  test("a municipality out of its region's sum", async () => {
    const reports = [
      ...large("2024H1").slice(0, 5),
      { in: "GM0114", half: "2024H1", reporter: "police", n: 4 } as const,
    ];
    const formulas = only(total(["vt-region", "municipality"], ["half-year"]));
    const { open, safe } = await twice(derivedFrom(reports, formulas), policyWith(exact));
    expect(open).toContain("hidden melding GM0114 2024H1 4-4");
    expect(safe).toEqual([]);
  });

  test("a half-year out of its year", async () => {
    const reports = [
      ...large("2024H1"),
      ...large("2024H2").slice(0, 5),
      { in: "GM0114", half: "2024H2", reporter: "police", n: 6 } as const,
    ];
    const formulas = only(total(["municipality"], ["half-year", "year"]));
    const { open, safe } = await twice(derivedFrom(reports, formulas), policyWith(exact));
    expect(open).toContain("hidden melding GM0114 2024H2 6-6");
    expect(safe).toEqual([]);
  });

  test("a region out of the country, which the provinces add up to as well", async () => {
    const reports = [
      ...large("2024H1").slice(0, 4),
      { in: "GM0114", half: "2024H1", reporter: "police", n: 7 } as const,
    ];
    const formulas = only(
      total(["vt-region", "province"], ["half-year"]),
      formula("violence-type-reports", "count", "melding:violence-type=partner-violence", { levels: ["province"] }),
    );
    const { open, safe } = await twice(
      derivedFrom(reports, [...formulas, total(["nation"], ["half-year"])]),
      policyWith(exact),
    );
    // PV22 is the same territory as VT02, and so the same count.
    expect(open.filter((it) => it.startsWith("hidden melding ")).map((it) => it.split(" ").at(-1))).toEqual(["7-7"]);
    expect(safe).toEqual([]);
  });

  test("a category out of a total that it adds up to", async () => {
    const reports = [...large("2024H1"), { in: "GM0080", half: "2024H1", reporter: "education", n: 3 } as const];
    const formulas = only(
      total(["vt-region"], ["half-year"]),
      ...["police", "education", "citizen"].map((it) =>
        formula("reporter-type", "count", `melding:reporter-type=${it}`, {
          levels: ["vt-region"],
          periodKinds: ["half-year"],
        }),
      ),
    );
    const { open, safe } = await twice(derivedFrom(reports, formulas), policyWith(exact));
    expect(open).toContain("hidden melding:reporter-type=education VT04 2024H1 3-3");
    expect(safe).toEqual([]);
  });

  test("what few are outside, out of a part and its whole", async () => {
    const reports: Reports[] = large("2024H1").map((it) => ({ ...it, acute: true }));
    reports.push({ in: "GM0080", half: "2024H1", reporter: "police", n: 5 });
    const formulas = only(
      total(["vt-region"], ["half-year"]),
      formula("unsafe-reports", "count", "melding[safety=acute]", {
        levels: ["vt-region"],
        periodKinds: ["half-year"],
      }),
    );
    const { open, safe } = await twice(derivedFrom(reports, formulas), policyWith(exact));
    expect(open).toContain("rest melding:safety=acute VT04 2024H1 5-5");
    expect(safe).toEqual([]);
  });

  test("a hidden count out of a percentage that was left standing", async () => {
    const reports = [...large("2024H1"), { in: "GM0080", half: "2024H1", reporter: "education", n: 7 } as const];
    const formulas = only(
      total(["vt-region"], ["half-year"]),
      formula("reporter-type", "count", "melding:reporter-type=education", {
        levels: ["vt-region"],
        periodKinds: ["half-year"],
      }),
      formula("reporter-type", "percent", "melding:reporter-type=education", {
        of: "melding",
        levels: ["vt-region"],
        periodKinds: ["half-year"],
      }),
    );
    const derived = derivedFrom(reports, formulas);
    // 7 of 427, and the total is shown as 425: 1.6 % leaves only 7.
    const policy = policyWith({ percentages: { minDenominator: 100, decimals: [{ from: 0, decimals: 1 }] } });
    const leaky = sealed(derived, policy, catalogue, protectUniverse, {
      change: (it) =>
        it.measure === "percent" && it.area === "VT04" ? { ...it, cell: { value: 1.6, marks: [] } } : it,
    });
    expect(await audited(leaky.edition)).toContain("hidden melding:reporter-type=education VT04 2024H1 7-7");
    const safe = sealed(derived, policy, catalogue, protectUniverse);
    expect(safe.figures.find((it) => it.measure === "percent" && it.area === "VT04")?.cell).toEqual({
      absent: "suppressed",
    });
    expect(await audited(safe.edition)).toEqual([]);
  });

  test("a hidden count out of a rate that was left standing", async () => {
    const reports: Reports[] = [
      { in: "GM0080", half: "2024H1", reporter: "education", n: 8 },
      ...large("2024H1").slice(2),
    ];
    const derived = derivedFrom(
      reports,
      only(
        total(["vt-region"], ["half-year"]),
        formula("reports-received", "per-10000", "melding", {
          per: 10_000,
          levels: ["vt-region"],
          periodKinds: ["half-year"],
        }),
      ),
    );
    const policy = policyWith();
    // 8 per 250 000 inhabitants is 0.3 per 10 000: between 7 and 8.
    const leaky = sealed(derived, policy, catalogue, protectUniverse, {
      change: (it) =>
        it.measure === "per-10000" && it.area === "VT04" ? { ...it, cell: { value: 0.3, marks: [] } } : it,
    });
    expect(await audited(leaky.edition)).toContain("hidden melding VT04 2024H1 7-8");
    const safe = sealed(derived, policy, catalogue, protectUniverse);
    expect(safe.figures.find((it) => it.measure === "per-10000" && it.area === "VT04")?.cell).toEqual({
      absent: "suppressed",
    });
    expect(await audited(safe.edition)).toEqual([]);
  });

  test("a count of one area that is shown for another one with the same territory", async () => {
    const reports: Reports[] = [...large("2024H1"), { in: "GM0106", half: "2024H1", reporter: "education", n: 4 }];
    const derived = derivedFrom(
      reports,
      only(
        formula("reporter-type", "count", "melding:reporter-type=education", {
          levels: ["vt-region", "province"],
          periodKinds: ["half-year"],
        }),
      ),
    );
    const leaky = sealed(derived, policyWith(), catalogue, protectUniverse, {
      change: (it) => (it.area === "PV22" ? { ...it, cell: { value: 4, marks: [] } } : it),
    });
    expect(await audited(leaky.edition)).toEqual(
      expect.arrayContaining(["shown melding:reporter-type=education PV22 2024H1 4-4"]),
    );
    const safe = sealed(derived, policyWith(), catalogue, protectUniverse);
    expect(
      safe.figures.filter((it) => ["PV22", "VT02"].includes(it.area) && it.period === "2024H1").map((it) => it.cell),
    ).toEqual([{ absent: "suppressed" }, { absent: "suppressed" }]);
    expect(await audited(safe.edition)).toEqual([]);
  });

  test("a whole group that falls in one sensitive category", async () => {
    const reports: Reports[] = [
      ...large("2024H1").slice(1),
      { in: "GM0080", half: "2024H1", reporter: "police", kinds: ["partner-violence"], n: 40 },
    ];
    const derived = derivedFrom(
      reports,
      only(
        total(["municipality"], ["half-year"]),
        formula("violence-type-reports", "count", "melding:violence-type=partner-violence", {
          levels: ["municipality"],
          periodKinds: ["half-year"],
        }),
      ),
    );
    const policy = policyWith({ ...exact, sensitive: ["violence-type"] });
    const { open, safe, figures } = await twice(derived, policy);
    expect(open.map((it) => it.split(" ").slice(0, 3).join(" "))).toContain(
      "group melding:violence-type=partner-violence GM0080",
    );
    expect(safe).toEqual([]);
    expect(figures.filter((it) => it.area === "GM0080" && "absent" in it.cell)).not.toEqual([]);
  });
});

describe("earlier editions", () => {
  const regional = (of: readonly string[]): Formula[] =>
    only(
      total(["vt-region"], ["half-year"]),
      ...of.map((it) =>
        formula("reporter-type", "count", `melding:reporter-type=${it}`, {
          levels: ["vt-region"],
          periodKinds: ["half-year"],
        }),
      ),
    );
  const reports: Reports[] = [
    ...large("2024H1"),
    { in: "GM0080", half: "2024H1", reporter: "education", n: 3 },
    { in: "GM0080", half: "2024H1", reporter: "citizen", n: 30 },
  ];

  test("what an earlier edition showed is not hidden in vain to protect something else", async () => {
    const policy = policyWith(exact);
    // All but education: nothing can be worked out yet, as it is nowhere said what it adds up to.
    const first = sealed(
      derivedFrom(reports, regional(["police", "citizen"]).slice(1)),
      policy,
      catalogue,
      protectUniverse,
    );
    expect(await audited(first.edition)).toEqual([]);
    const derived = derivedFrom(reports, regional(["police", "citizen", "education"]));
    const unaware = sealed(derived, policy, catalogue, protectUniverse, {
      earlier: [first.edition],
      forgetEarlier: true,
    });
    expect(await audited(unaware.edition)).toEqual([]);
    expect(await audited(unaware.edition, [first.edition])).toContain(
      "hidden melding:reporter-type=education VT04 2024H1 3-3",
    );
    const aware = sealed(derived, policy, catalogue, protectUniverse, { earlier: [first.edition] });
    expect(aware.counts.failures).toEqual([]);
    expect(await audited(aware.edition, [first.edition])).toEqual([]);
  });

  test("what was hidden once stays hidden", async () => {
    const policy = policyWith();
    const first = sealed(derivedFrom(reports, regional(["education"])), policy, catalogue, protectUniverse);
    const more: Reports[] = [...reports, { in: "GM0080", half: "2024H1", reporter: "education", n: 40 }];
    const second = sealed(derivedFrom(more, regional(["education"])), policy, catalogue, protectUniverse, {
      earlier: [first.edition],
    });
    const figure = second.figures.find((it) => it.indicator === "reporter-type" && it.area === "VT04");
    expect(figure?.cell).toEqual({ absent: "suppressed" });
    expect(await audited(second.edition, [first.edition])).toEqual([]);
  });

  test.each([
    [2, 455],
    [4, 455],
    [8, 460],
  ])("a revision by %i of 453 is shown as %i: a small one does not show", async (late, shown) => {
    const policy = policyWith();
    const first = sealed(derivedFrom(reports, regional([])), policy, catalogue, protectUniverse);
    const value = (it: typeof first): unknown => it.figures.find((one) => one.area === "VT04")?.cell;
    expect(value(first)).toMatchObject({ value: 455 });
    const more: Reports[] = [...reports, { in: "GM0080", half: "2024H1", reporter: "police", n: late }];
    const second = sealed(derivedFrom(more, regional([])), policy, catalogue, protectUniverse, {
      earlier: [first.edition],
    });
    expect(value(second)).toMatchObject({ value: shown });
    expect(await audited(second.edition, [first.edition])).toEqual([]);
  });
});

describe("what a source published itself", () => {
  test("is known, helps an attacker, and is no failure of ours", async () => {
    const reports = [
      ...large("2024H1").slice(0, 5),
      { in: "GM0114", half: "2024H1", reporter: "police", n: 4 } as const,
    ];
    const derived = derivedFrom(reports, only(total(["municipality"], ["half-year"])));
    const reading = { title: "A table", url: "https://example.org/2", published: "2024-10", primary: true };
    const source = (area: string, value: number) => ({
      indicator: indicatorId("reports-received"),
      area: areaCode(area),
      period: periodCode("2024H1"),
      measure: "count" as const,
      breakdown: {},
      cell: { value, marks: [] },
      reading,
      row: "figures/veilig-thuis.csv:12",
    });
    const own = sealed(derived, policyWith(exact), catalogue, protectUniverse, { more: [source("GM0114", 4)] });
    expect(await audited(own.edition)).toEqual([]);
    const sum = sealed(derived, policyWith(exact), catalogue, protectUniverse, { more: [source("VT02", 284)] });
    expect(await audited(sum.edition)).toEqual(["hidden melding GM0114 2024H1 4-4"]);
  });
});

test("figures without a word on how they are protected are not safe", async () => {
  const { edition } = sealed(derivedFrom(large("2024H1"), allFormulas()), policyWith(), catalogue, protectUniverse);
  const { protection: _protection, ...bare } = edition;
  expect((await auditEdition(bare)).problems).toHaveLength(1);
});
