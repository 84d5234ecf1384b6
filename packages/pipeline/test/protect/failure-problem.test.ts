import { expect, test } from "vitest";
import { areaCode, periodCode } from "@impactmonitor/model/id";
import { failureProblem } from "../../src/protect/failure-problem.ts";

const policy = { id: "2026-11" };
const place = {
  table: "reports",
  category: "violence-type=elder-abuse",
  area: areaCode("VT10"),
  period: periodCode("2024H1"),
};

test("a count that can't be hidden is said with its place, why, and the file in which less can be published", () => {
  const problem = failureProblem({ place }, policy);
  expect(problem).toMatchObject({ file: "catalogue/policies/2026-11.yaml", line: 1 });
  expect(problem.what).toContain("reports, violence-type=elder-abuse, VT10, 2024H1");
  expect(problem.what).toContain("from this edition or from earlier ones");
  expect(problem.mend).toContain("in this policy");
});

test("a total, and what is left of a whole, have a place too", () => {
  expect(failureProblem({ place: { ...place, category: "" } }, policy).what).toContain(": reports, VT10, 2024H1.");
  expect(failureProblem({}, policy).what).toContain("what is left of a whole");
});
