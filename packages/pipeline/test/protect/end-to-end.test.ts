import { protectUniverse } from "@impactmonitor/disclosure/protect-universe";
import { expect, test } from "vitest";
import { auditEdition } from "../../src/audit-edition/audit-edition.ts";
import { derivedFrom, policyWith, primaryOnly, sealed, smallCatalogue, type Reports } from "./small-monitor.ts";

const catalogue = smallCatalogue();
const reports: Reports[] = [
  { in: "GM0106", half: "2024H1", reporter: "police", kinds: ["partner-violence"], n: 104 },
  { in: "GM0106", half: "2024H1", reporter: "education", kinds: ["child-maltreatment"], n: 3 },
  { in: "GM0114", half: "2024H1", reporter: "citizen", acute: true, n: 6 },
  { in: "GM0114", half: "2024H2", reporter: "police", acute: true, kinds: ["partner-violence"], n: 45 },
  { in: "GM0106", half: "2024H2", reporter: "education", n: 36 },
  { in: "GM0080", half: "2024H1", reporter: "police", kinds: ["partner-violence", "child-maltreatment"], n: 210 },
  { in: "GM0090", half: "2024H2", reporter: "citizen", acute: true, n: 87 },
  { in: "GM0014", half: "2024H1", reporter: "education", n: 64 },
  { in: "GM1895", half: "2024H2", reporter: "police", acute: true, n: 132 },
];

test("derived counts become an edition that gives no hidden count away", async () => {
  const { edition, counts } = sealed(derivedFrom(reports), policyWith(), catalogue, protectUniverse);
  expect(counts.failures).toEqual([]);
  expect(counts.totals.primary).toBeGreaterThan(5);
  const found = await auditEdition(edition);
  expect(found.hidden).toBeGreaterThan(5);
  expect(found).toMatchObject({ exposures: [], problems: [] });
});

test("with the small counts left out and nothing else, the same counts are found out", async () => {
  const { edition } = sealed(derivedFrom(reports), policyWith({ roundingBase: 1 }), catalogue, primaryOnly);
  const { exposures } = await auditEdition(edition);
  expect(exposures.length).toBeGreaterThan(10);
  expect(exposures.every(({ low, high }) => high - low < 8)).toBe(true);
});
