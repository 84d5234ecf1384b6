import type { UniverseCell } from "@impactmonitor/disclosure/universe";
import { thresholdAt } from "@impactmonitor/model/policy";
import { isKept, type Before, type Earlier } from "./earlier.ts";
import { placeKey, type Place } from "./true-counts.ts";
import type { Building } from "./universe-of.ts";

/** What the protector must know of a cell besides its count and its sums. */
export function describeCell({ builder, counts, policy, geography }: Building, earlier: Earlier) {
  const structural = new Set(policy.structuralZeros.map((it) => `${it.table}|${it.category}`));
  const before = earlier.by((place) => placeKey(builder.canonical(place)));
  return (place: Place, published: boolean): Omit<UniverseCell, "count"> => {
    const count = counts.count(place);
    const units = counts.cases(place);
    const level = geography(place.period).levelOf.get(place.area);
    const fixed = fixedBy(count, published, before.get(placeKey(place)), policy.roundingBase);
    const own = level === undefined ? policy.threshold : thresholdAt(policy, level);
    return {
      ...(units === undefined ? {} : { units }),
      ...(fixed === undefined ? byLevel(count, own, policy.threshold) : { fixed }),
      ...(structural.has(`${place.table}|${place.category}`) ? { structural: true } : {}),
    };
  };
}

function fixedBy(
  count: number,
  published: boolean,
  before: Before | undefined,
  base: number,
): UniverseCell["fixed"] | undefined {
  if (before === "hidden") return "hidden";
  // A count that moved is another count than the one that was shown.
  if (isKept(count, before, base)) return "open";
  return published ? undefined : "unpublished";
}

/** The threshold of the whole policy is the protector's; a level with another one says for its cells what follows from that. */
function byLevel(count: number, own: number, general: number): Pick<UniverseCell, "fixed"> {
  if (count >= own && count < general) return { fixed: "open" };
  if (count > 0 && count >= general && count < own) return { fixed: "hidden" };
  return {};
}
