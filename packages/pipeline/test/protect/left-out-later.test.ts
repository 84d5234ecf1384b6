import { protectUniverse } from "@impactmonitor/disclosure/protect-universe";
import { expect, test } from "vitest";
import { auditEdition } from "../../src/audit-edition/audit-edition.ts";
import type { Formula } from "../../src/derive/counts.ts";
import type { Figure } from "../../src/read-figures.ts";
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
/** Exact counts, so that each leak is one of sums and not of luck. */
const policy = policyWith({ roundingBase: 1 });
const half = "2024H1";

const at = { levels: ["vt-region"], periodKinds: ["half-year"] };
const total = formula("reports-received", "count", "melding", at);
const reporter = (who: string): Formula => formula("reporter-type", "count", `melding:reporter-type=${who}`, at);
const acute = formula("unsafe-reports", "count", "melding:safety=acute", at);
const acuteReporter = (who: string): Formula =>
  formula("reporter-type-acute", "count", `melding[safety=acute]:reporter-type=${who}`, at);

const reports = (acute: boolean, of: Readonly<Record<Reports["reporter"], number>>): Reports[] =>
  (["police", "education", "citizen"] as const).map((it) => ({ in: "GM0080", half, reporter: it, acute, n: of[it] }));
const elsewhere = (n: number): Reports => ({ in: "GM0014", half, reporter: "police", n });

interface Edition {
  readonly reports: readonly Reports[];
  readonly formulas: readonly Formula[];
}

/** What is found in the second of two editions, which leaves out one count besides those that are small. */
async function found(first: Edition, second: Edition, leftOut: Formula): Promise<string[]> {
  const before = sealed(derivedFrom(first.reports, first.formulas), policy, catalogue, protectUniverse);
  expect(await auditEdition(before.edition)).toMatchObject({ exposures: [], problems: [] });
  const { indicator, breakdown } = leftOut;
  const change = (it: Figure): Figure =>
    it.indicator === indicator && it.row.endsWith(breakdown) && it.area === "VT04" && it.period === half
      ? { ...it, cell: { absent: "suppressed" } }
      : it;
  const { edition } = sealed(derivedFrom(second.reports, second.formulas), policy, catalogue, primaryOnly, {
    earlier: [before.edition],
    forgetEarlier: true,
    change,
  });
  expect(await auditEdition(edition)).toMatchObject({ exposures: [], problems: [] });
  const { exposures, problems } = await auditEdition(edition, [before.edition]);
  expect(problems).toEqual([]);
  return exposures.map(({ spot, low, high }) => `${spot.table}:${spot.category} ${spot.area} ${low}-${high}`);
}

const counts = { police: 420, education: 3, citizen: 30 };
const reporters = ["police", "education", "citizen"].map(reporter);
const few = "melding:reporter-type=education VT04";

test("a count that is left out beside a total that stands: it stood still as well, whatever moved elsewhere", async () => {
  const first = { reports: [...reports(false, counts), elsewhere(500)], formulas: [total, reporter("citizen")] };
  const second = { reports: [...reports(false, counts), elsewhere(520)], formulas: [total, ...reporters] };
  expect(await found(first, second, reporter("citizen"))).toContain(`${few} 3-3`);
});

test("a count that is left out beside a total that moved a little: it moved no more", async () => {
  const first = { reports: reports(false, counts), formulas: [total, reporter("citizen")] };
  const more = (of: Readonly<Record<Reports["reporter"], number>>) => ({
    reports: reports(false, of),
    formulas: [total, ...reporters],
  });
  // One more by the total, of which the count that is left out can be as well.
  expect(await found(first, more({ ...counts, police: 421 }), reporter("citizen"))).toContain(`${few} 2-3`);
  // What came in can be any of these, or of the few.
  expect(await found(first, more({ ...counts, citizen: 70 }), reporter("citizen"))).toEqual([]);
});

test("a count that is left out beside a total that became less: it did not become more", async () => {
  const first = { reports: reports(false, counts), formulas: [total, reporter("citizen")] };
  const second = {
    reports: reports(false, { ...counts, police: counts.police - 2 }),
    formulas: [total, ...reporters],
  };
  expect(await found(first, second, reporter("citizen"))).toContain(`${few} 3-5`);
});

const acuteFew = "melding[safety=acute]:reporter-type=citizen VT04";

test("a total that is left out while a part of it moved: it moved no more than that", async () => {
  const of = { police: 60, education: 37, citizen: 3 };
  const first = { reports: reports(true, of), formulas: [acute, acuteReporter("police")] };
  const second = (police: number) => ({
    reports: reports(true, { ...of, police }),
    formulas: [acute, ...["police", "education", "citizen"].map(acuteReporter)],
  });
  expect(await found(first, second(60), acute)).toContain(`${acuteFew} 3-3`);
  expect(await found(first, second(62), acute)).toContain(`${acuteFew} 1-3`);
});

test("a total that is left out while a part of it that was none is left out too: it can be any number", async () => {
  const of = { police: 60, education: 37, citizen: 0 };
  const formulas = [acute, ...["police", "education", "citizen"].map(acuteReporter)];
  const first = { reports: reports(true, of), formulas };
  const second = { reports: reports(true, { ...of, citizen: 6 }), formulas };
  expect(await found(first, second, acute)).toEqual([]);
});

test("a count that is left out within two wholes of which one went up and one down: neither says how far it moved", async () => {
  const police = [
    { in: "GM0080", half, reporter: "police", acute: false, n: 360 },
    { in: "GM0080", half, reporter: "police", acute: true, n: 60 },
  ] as const;
  const of = { police: 65, education: 3, citizen: 17 };
  const first = {
    reports: [...police, ...reports(true, { ...of, police: 0, citizen: 37 })],
    formulas: [acute, reporter("police"), acuteReporter("police")],
  };
  const second = {
    reports: [police[0], ...reports(true, of)],
    formulas: [...first.formulas, acuteReporter("education"), acuteReporter("citizen")],
  };
  expect(await found(first, second, acuteReporter("police"))).toEqual([]);
});
