import { areaCode, periodCode } from "@impactmonitor/model/id";
import { protectUniverse } from "@impactmonitor/disclosure/protect-universe";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { auditEdition } from "../../src/audit-edition/audit-edition.ts";
import { EditionCells } from "../../src/audit-edition/cells-of-editions.ts";
import type { Facts, Spot, Told } from "../../src/audit-edition/facts.ts";
import { knownCell } from "../../src/audit-edition/known-cells.ts";
import type { Place } from "../../src/protect/true-counts.ts";
import {
  derivedFrom,
  municipalities,
  policyWith,
  sealed,
  smallCatalogue,
  type Municipality,
  type Reports,
} from "./small-monitor.ts";

const catalogue = smallCatalogue();
const places: readonly Reports["in"][] = [...(Object.keys(municipalities) as Municipality[]), "VT02"];

const reportsOf = (n: fc.Arbitrary<number>): fc.Arbitrary<Reports> =>
  fc.record({
    in: fc.constantFrom(...places),
    half: fc.constantFrom("2024H1", "2024H2"),
    reporter: fc.constantFrom("police", "education", "citizen"),
    kinds: fc.subarray(["child-maltreatment", "partner-violence"] as const),
    acute: fc.boolean(),
    n,
  });
const anyReports = reportsOf(fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 10, max: 400 })));
const lateReports = reportsOf(fc.integer({ min: 1, max: 20 }));

/** What came late, and what was taken back: a delivery replaces the one before. */
const revisions = fc.record({
  late: fc.array(lateReports, { minLength: 1, maxLength: 6 }),
  takenBack: fc.array(fc.nat(15), { maxLength: 2 }),
  fewer: fc.integer({ min: 1, max: 12 }),
});

type Revisions = typeof revisions extends fc.Arbitrary<infer T> ? T : never;

/** As often as a draft is made again, at most. */
const mostRounds = 12;

/** Two editions of the same places, the second as a draft makes it: with more hidden until both together give nothing away. */
async function bothEditions(reports: readonly Reports[], { late, takenBack, fewer }: Revisions, profile: string) {
  const policy = policyWith({ profile, sensitive: ["violence-type"] });
  const first = sealed(derivedFrom(reports), policy, catalogue, protectUniverse);
  const revised = reports.map((it, i) => (takenBack.includes(i) ? { ...it, n: Math.max(0, it.n - fewer) } : it));
  const derived = derivedFrom([...revised, ...late]);
  const hidden: Place[] = [];
  for (let round = 1; ; round++) {
    const second = sealed(derived, policy, catalogue, protectUniverse, { earlier: [first.edition], hidden });
    const failures = first.counts.failures.length + second.counts.failures.length;
    if (failures > 0) return { failures, hidden };
    const found = await auditEdition(second.edition, [first.edition]);
    const exposed = found.exposures.map(({ spot }) => ({
      ...spot,
      area: areaCode(spot.area),
      period: periodCode(spot.period),
    }));
    const more = second.counts.toHide(exposed);
    if (more.length === 0 || round === mostRounds) return { failures, hidden, found };
    hidden.push(...more);
  }
}

const nothing = { exposures: [], problems: [] };

/** Counts that are too much in each other's way to be protected are refused, which is safe as well. */
test("whatever was delivered late, two editions together give no hidden count away, or the second one is refused", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyReports, { minLength: 4, maxLength: 10 }),
      revisions,
      fc.constantFrom("strict", "cbs-visible"),
      async (reports, revision, profile) => {
        const { failures, found = nothing } = await bothEditions(reports, revision, profile);
        expect(failures > 0 ? nothing : found).toMatchObject(nothing);
      },
    ),
    { numRuns: 3 },
  );
});

const some = (
  place: Reports["in"],
  half: "H1" | "H2",
  reporter: Reports["reporter"],
  kinds: "" | "c" | "p" | "cp",
  n: number,
  acute = false,
): Reports => ({
  in: place,
  half: `2024${half}`,
  reporter,
  kinds: [
    ...(kinds.includes("c") ? (["child-maltreatment"] as const) : []),
    ...(kinds.includes("p") ? (["partner-violence"] as const) : []),
  ],
  acute,
  n,
});

describe("two editions that were stopped once", () => {
  test("a zero that became a few, which who takes kept numbers for the same count takes for a zero still", async () => {
    const reports = [
      some("GM0106", "H1", "citizen", "", 7),
      some("GM0014", "H2", "education", "cp", 12),
      some("GM0090", "H1", "police", "cp", 380),
      some("GM0090", "H2", "education", "p", 5, true),
      some("VT02", "H2", "education", "", 9),
      some("GM0014", "H2", "education", "", 7),
      some("GM1895", "H1", "citizen", "p", 303),
      some("GM0080", "H1", "education", "cp", 11, true),
      some("GM0114", "H2", "police", "", 339, true),
      some("GM0014", "H1", "education", "c", 7),
      some("GM0090", "H1", "education", "", 5, true),
      some("GM0080", "H2", "citizen", "p", 61),
      some("GM0080", "H1", "education", "cp", 6),
    ];
    const late = [some("VT02", "H1", "police", "c", 2, true)];
    const { hidden, found } = await bothEditions(reports, { late, takenBack: [], fewer: 1 }, "cbs-visible");
    expect({ hidden, found }).toMatchObject({ hidden: [], found: { exposures: [], problems: [] } });
  });

  test("a count that only percentages show, before and after others of its records changed", async () => {
    const reports = [
      some("GM0106", "H2", "citizen", "c", 12),
      some("GM0114", "H1", "education", "c", 13),
      some("GM0014", "H2", "police", "c", 1, true),
      some("GM0080", "H1", "police", "", 4, true),
      some("GM0106", "H2", "citizen", "p", 61, true),
      some("GM1895", "H2", "education", "c", 141, true),
      some("GM0080", "H2", "police", "", 260),
      some("GM0106", "H2", "citizen", "", 98, true),
      some("GM1895", "H1", "citizen", "c", 164, true),
      some("GM0080", "H1", "police", "cp", 4),
    ];
    const late = [
      some("VT02", "H1", "citizen", "cp", 8),
      some("GM1895", "H1", "education", "", 5, true),
      some("GM0014", "H1", "education", "c", 20, true),
      some("GM0014", "H2", "citizen", "", 18, true),
    ];
    const { hidden, found } = await bothEditions(reports, { late, takenBack: [], fewer: 1 }, "cbs-visible");
    expect({ hidden, found }).toMatchObject({ hidden: [], found: { exposures: [], problems: [] } });
  });

  test("a group that one edition hides, and the next one shows in a sum that changed: then that is hidden too", async () => {
    const reports = [
      some("GM0080", "H1", "citizen", "cp", 6),
      some("GM0114", "H1", "education", "cp", 398, true),
      some("GM0090", "H2", "education", "", 380, true),
      some("VT02", "H2", "police", "p", 15, true),
      some("VT02", "H1", "police", "p", 18),
      some("GM0014", "H2", "citizen", "cp", 8, true),
      some("GM0080", "H1", "citizen", "p", 263, true),
      some("GM0014", "H1", "police", "cp", 12),
      some("GM0080", "H2", "education", "", 96, true),
      some("VT02", "H2", "citizen", "", 16, true),
    ];
    const late = [
      some("GM0090", "H2", "police", "cp", 9, true),
      some("GM0114", "H1", "police", "", 7, true),
      some("GM0080", "H2", "police", "", 11),
      some("GM0114", "H2", "police", "", 18),
    ];
    const { hidden, found } = await bothEditions(reports, { late, takenBack: [8], fewer: 12 }, "cbs-visible");
    expect(found).toMatchObject({ exposures: [], problems: [] });
    const named = hidden.map(({ category, area, period }) => `${category} ${area} ${period}`);
    expect(named).toContain("violence-type=partner-violence NL01 2024H2");
  });

  test("a count that is left out now, beside a total that changed: then it may have moved along", async () => {
    const reports = [
      some("GM0080", "H1", "citizen", "c", 5, true),
      some("GM0114", "H2", "education", "", 5, true),
      some("VT02", "H2", "citizen", "cp", 305, true),
      some("GM0090", "H2", "education", "cp", 11),
      some("VT02", "H2", "education", "", 235, true),
      some("GM0090", "H1", "education", "cp", 118),
      some("GM0090", "H1", "citizen", "cp", 11, true),
      some("GM1895", "H1", "citizen", "c", 162, true),
      some("GM0080", "H2", "citizen", "", 7, true),
      some("GM0114", "H2", "police", "p", 42),
    ];
    const late = [
      some("GM0106", "H1", "education", "c", 17),
      some("GM0090", "H1", "police", "c", 13),
      some("GM0090", "H1", "education", "p", 20, true),
    ];
    const { hidden, found } = await bothEditions(reports, { late, takenBack: [7], fewer: 1 }, "strict");
    expect({ hidden, found }).toMatchObject({ hidden: [], found: nothing });
  });

  test("a count that is left out now, of which a part was none and is some", async () => {
    const reports = [
      some("GM0080", "H2", "citizen", "cp", 335, true),
      some("GM0090", "H1", "education", "", 7, true),
      some("GM0106", "H1", "citizen", "", 10, true),
      some("VT02", "H2", "citizen", "", 6, true),
      some("GM0080", "H2", "citizen", "", 12),
      some("GM1895", "H2", "citizen", "cp", 347, true),
    ];
    const late = [some("GM0114", "H2", "citizen", "c", 6, true), some("GM0080", "H2", "police", "cp", 10, true)];
    const { hidden, found } = await bothEditions(reports, { late, takenBack: [], fewer: 8 }, "strict");
    expect({ hidden, found }).toMatchObject({ hidden: [], found: nothing });
  });

  test("a count that is left out now, around which nothing is shown twice, in a year of which other numbers changed", async () => {
    const reports = [
      some("GM0106", "H2", "police", "cp", 97),
      some("GM0080", "H2", "police", "p", 58),
      some("GM0106", "H2", "police", "c", 205, true),
      some("GM1895", "H2", "police", "c", 332),
      some("GM1895", "H2", "education", "cp", 8, true),
      some("GM1895", "H1", "police", "cp", 3),
      some("GM0114", "H1", "police", "cp", 290, true),
      some("GM0080", "H2", "police", "cp", 7),
      some("GM1895", "H2", "education", "", 103),
      some("GM0106", "H2", "police", "cp", 7, true),
      some("GM0090", "H2", "police", "", 235, true),
      some("GM0106", "H1", "police", "p", 8),
      some("GM1895", "H1", "police", "", 8, true),
    ];
    const late = [some("GM0014", "H2", "police", "", 2, true)];
    const { hidden, found } = await bothEditions(reports, { late, takenBack: [6], fewer: 4 }, "strict");
    expect({ hidden, found }).toMatchObject({ hidden: [], found: nothing });
  });

  test("a count that is left out now, whose total stands as some were taken back while others came in", async () => {
    const reports = [
      some("GM1895", "H2", "police", "cp", 162),
      some("GM0106", "H2", "citizen", "p", 122),
      some("GM0106", "H2", "police", "", 10),
      some("GM0114", "H2", "police", "p", 44),
      some("GM1895", "H1", "education", "", 10),
      some("GM0090", "H1", "police", "cp", 120, true),
      some("VT02", "H1", "citizen", "", 10),
      some("GM0114", "H2", "citizen", "", 32, true),
      some("GM0106", "H2", "citizen", "cp", 103, true),
      some("GM0090", "H2", "citizen", "", 9),
      some("GM0106", "H2", "citizen", "", 53, true),
      some("GM0080", "H1", "education", "p", 121),
      some("GM0114", "H2", "police", "", 8, true),
      some("GM0114", "H2", "education", "p", 82),
    ];
    const late = [some("GM0080", "H2", "police", "c", 19), some("GM0114", "H2", "citizen", "cp", 8, true)];
    const { hidden, found } = await bothEditions(reports, { late, takenBack: [13], fewer: 9 }, "strict");
    expect({ hidden, found }).toMatchObject({ hidden: [], found: nothing });
  });

  test("a count that is not shown and follows all the same, in the second edition: then what is shown near it is left out", async () => {
    const reports = [
      some("GM0106", "H2", "citizen", "c", 6, true),
      some("VT02", "H1", "citizen", "", 101),
      some("GM0114", "H1", "citizen", "p", 299),
      some("GM1895", "H1", "police", "", 284, true),
      some("GM0014", "H2", "education", "cp", 13, true),
      some("GM0014", "H2", "citizen", "", 352, true),
      some("GM0090", "H2", "citizen", "", 10),
      some("VT02", "H2", "police", "cp", 7, true),
      some("VT02", "H2", "education", "", 232),
      some("GM0014", "H2", "citizen", "p", 238),
      some("GM0090", "H1", "citizen", "", 5, true),
      some("GM1895", "H2", "police", "cp", 4),
      some("GM1895", "H1", "police", "p", 13, true),
      some("GM0114", "H2", "citizen", "", 98),
      some("GM0080", "H2", "citizen", "cp", 10, true),
      some("GM0090", "H2", "police", "", 5),
    ];
    const late = [
      some("GM0114", "H1", "police", "cp", 1),
      some("GM1895", "H1", "police", "", 1, true),
      some("GM0090", "H2", "education", "", 18),
    ];
    const { failures, found } = await bothEditions(reports, { late, takenBack: [], fewer: 9 }, "cbs-visible");
    expect({ failures, found }).toMatchObject({ failures: 0, found: nothing });
  });

  test("the same in the first edition", async () => {
    const reports = [
      some("GM0114", "H1", "police", "c", 6),
      some("VT02", "H2", "police", "", 9),
      some("GM1895", "H1", "citizen", "", 40, true),
      some("GM0106", "H2", "education", "c", 255),
      some("GM0114", "H2", "police", "cp", 80, true),
      some("GM0080", "H2", "police", "", 342),
      some("GM1895", "H1", "police", "c", 275, true),
      some("GM0090", "H2", "police", "p", 279, true),
      some("VT02", "H1", "citizen", "", 4),
      some("GM0106", "H1", "police", "p", 1),
      some("GM1895", "H2", "police", "p", 4),
      some("GM0080", "H1", "citizen", "cp", 6),
      some("GM1895", "H1", "education", "cp", 132),
      some("GM1895", "H2", "police", "", 3, true),
      some("GM0080", "H1", "police", "", 5, true),
    ];
    const late = [
      some("VT02", "H2", "police", "p", 5, true),
      some("GM0106", "H2", "education", "c", 15),
      some("GM1895", "H2", "education", "cp", 10, true),
      some("GM0106", "H2", "education", "cp", 20),
      some("GM1895", "H2", "police", "", 12, true),
    ];
    const { failures, found } = await bothEditions(reports, { late, takenBack: [5, 4], fewer: 4 }, "strict");
    expect({ failures, found }).toMatchObject({ failures: 0, found: nothing });
  });
});

const spot = (period: string): Spot => ({ table: "melding", category: "", area: "VT04", period });
const said = (period: string, shown: number | undefined): Told => ({
  spot: spot(period),
  hidden: shown === undefined,
  ...(shown === undefined ? {} : { shown }),
});
const facts = (...told: Told[]): Facts => ({
  told: new Map(told.map((it) => [it.spot.period, it])),
  ratios: [],
});

/** What somebody knows of a count at the end, who read these editions. */
function knownAfter(period: string, editions: readonly Facts[]) {
  const cells = new EditionCells(editions, (_, it) => it, new Set());
  const cell = cells.cells[cells.find(editions.length - 1, spot(period))!]!;
  const { low, high } = knownCell(
    { ...cell, level: "vt-region", sensitive: false, withSources: true },
    policyWith({ threshold: 10, roundingBase: 5 }),
  );
  return [low, high];
}

describe("what two editions tell together of a count", () => {
  test("a number once: as far as it is rounded", () => {
    expect(knownAfter("2024H1", [facts(said("2024H1", 30))])).toEqual([28, 32]);
  });

  test("the same number twice: as far as a revision may go unseen", () => {
    expect(knownAfter("2024H1", [facts(said("2024H1", 30)), facts(said("2024H1", 30))])).toEqual([26, 34]);
    // Small counts would be hidden.
    expect(knownAfter("2024H1", [facts(said("2024H1", 10)), facts(said("2024H1", 10))])).toEqual([10, 14]);
  });

  test("the same number twice of a period that can't be corrected any more: it did not move", () => {
    const before = facts(said("2019H1", 30), said("2024H2", 50));
    expect(knownAfter("2019H1", [before, facts(said("2019H1", 30))])).toEqual([28, 32]);
    // Somebody who is one half-year behind can still correct the one before.
    expect(knownAfter("2023H2", [facts(said("2023H2", 30), said("2024H2", 50)), facts(said("2023H2", 30))])).toEqual([
      26, 34,
    ]);
  });

  test("a number that changed: a whole step from the one before, as nearer by that would have been kept", () => {
    expect(knownAfter("2024H1", [facts(said("2024H1", 30)), facts(said("2024H1", 35))])).toEqual([35, 37]);
    expect(knownAfter("2024H1", [facts(said("2024H1", 30)), facts(said("2024H1", 25))])).toEqual([23, 25]);
    expect(knownAfter("2024H1", [facts(said("2024H1", 30)), facts(said("2024H1", 45))])).toEqual([43, 47]);
  });
});
