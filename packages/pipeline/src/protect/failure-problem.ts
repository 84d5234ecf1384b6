import type { Policy } from "@impactmonitor/model/policy";
import type { Problem } from "../problem.ts";
import type { ProtectedCounts } from "./protect-derived.ts";

/** A small count that can't be hidden, in words for who drafts: where it is, why, and in which policy less can be published. */
export function failureProblem({ place }: ProtectedCounts["failures"][number], { id }: Pick<Policy, "id">): Problem {
  const where = place
    ? `${place.table}${place.category === "" ? "" : `, ${place.category}`}, ${place.area}, ${place.period}`
    : "what is left of a whole";
  return {
    file: `catalogue/policies/${id}.yaml`,
    line: 1,
    what: `A small count can't be hidden: ${where}. Too much around it is known, from this edition or from earlier ones.`,
    mend: "Publish less about that area or period in this policy; what an earlier edition showed can't be taken back.",
  };
}
