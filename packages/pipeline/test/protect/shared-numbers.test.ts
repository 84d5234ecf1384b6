import { protectUniverse } from "@impactmonitor/disclosure/protect-universe";
import { areaCode, periodCode } from "@impactmonitor/model/id";
import { expect, test } from "vitest";
import { auditEdition } from "../../src/audit-edition/audit-edition.ts";
import { derivedFrom, formula, policyWith, sealed, smallCatalogue, type Reports } from "./small-monitor.ts";

const catalogue = smallCatalogue();
const half = "2024H1";

test("a region and its province, which had a number each, keep these when they hold the same count", async () => {
  const policy = policyWith();
  const formulas = [
    formula("reports-received", "count", "melding", { levels: ["vt-region", "province"], periodKinds: ["half-year"] }),
  ];
  const reports = (known: number, unknown: number): Reports[] => [
    { in: "GM0106", half, reporter: "police", n: known },
    { in: "VT02", half, reporter: "police", n: unknown },
  ];
  const first = sealed(derivedFrom(reports(114, 8), formulas), policy, catalogue, protectUniverse);
  const second = sealed(derivedFrom(reports(117, 0), formulas), policy, catalogue, protectUniverse, {
    earlier: [first.edition],
  });
  const shown = ({ counts }: typeof first, area: string) =>
    counts.shown({ table: "melding", category: "", area: areaCode(area), period: periodCode(half) });
  expect([shown(first, "PV22"), shown(first, "VT02")]).toEqual([115, 120]);
  // 117 is less than a step from either: the province did not go up to 120.
  expect([shown(second, "PV22"), shown(second, "VT02")]).toEqual([115, 120]);
  expect(second.counts.failures).toEqual([]);
  expect(await auditEdition(second.edition, [first.edition])).toMatchObject({ exposures: [], problems: [] });
});
