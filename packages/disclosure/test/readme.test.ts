import { expect, test } from "vitest";
import { publishedCell } from "../src/audit/known.ts";
import { auditUniverse } from "../src/audit/universe.ts";
import { protectUniverse } from "../src/protect-universe.ts";
import { rounded, rulesOf } from "../src/rules.ts";

// The example of README.md, line by line.
test("the example protects two years, and the auditor finds nothing", async () => {
  const counts = [23, 3, 20, 31, 28, 3];
  const equations = [0, 3].map((parent) => ({ parent, children: [parent + 1, parent + 2] }));
  const rules = { ...rulesOf("strict"), zerosShown: true };
  const { states, failures } = protectUniverse({ cells: counts.map((count) => ({ count })), equations }, rules);
  const shown = counts.map((count, i) => (states[i] === "open" ? rounded(count, rules.roundingBase) : undefined));
  const report = await auditUniverse({ cells: shown.map((it) => publishedCell(it, rules)), equations }, rules);
  expect([failures.length, report.exposures.length]).toEqual([0, 0]);
  expect([shown[1], shown[5]]).toEqual([undefined, undefined]);
});
