import { knownAgain } from "@impactmonitor/disclosure/knowledge";
import type { UniverseCell } from "@impactmonitor/disclosure/universe";
import { thresholdAt } from "@impactmonitor/model/policy";
import { isKept, type Before, type Earlier } from "./earlier.ts";
import { placeKey, type Place } from "./true-counts.ts";
import type { Building } from "./universe-of.ts";

/**
 * What the protector must know of a cell besides its count and its sums.
 * @param hidden places that are hidden besides, whatever is known
 */
export function describeCell(
  { builder, counts, policy, rules, geography }: Building,
  earlier: Earlier,
  hidden: readonly Place[],
) {
  const hiddenToo = new Set(hidden.map((it) => placeKey(builder.canonical(it))));
  const structural = new Set(policy.structuralZeros.map((it) => `${it.table}|${it.category}`));
  const before = earlier.by((place) => placeKey(builder.canonical(place)));
  return (place: Place, published: boolean): Omit<UniverseCell, "count"> => {
    const count = counts.count(place);
    const units = counts.cases(place);
    const level = geography(place.period).levelOf.get(place.area);
    const said = before.get(placeKey(place));
    const own = level === undefined ? policy.threshold : thresholdAt(policy, level);
    const kept = isKept(count, said, { base: policy.roundingBase, threshold: own });
    const fixed = hiddenToo.has(placeKey(place)) ? "hidden" : fixedBy(published, said, kept);
    return {
      ...(units === undefined ? {} : { units }),
      ...(fixed === undefined ? byLevel(count, own, policy.threshold) : { fixed }),
      ...(typeof said === "number" && (fixed === "open" || count >= own)
        ? { known: knownAgain(count, said, { ...rules, threshold: own }) }
        : {}),
      ...(structural.has(`${place.table}|${place.category}`) ? { structural: true } : {}),
    };
  };
}

function fixedBy(published: boolean, before: Before | undefined, kept: boolean): UniverseCell["fixed"] | undefined {
  if (before === "hidden") return "hidden";
  // A count that moved is another count than the one that was shown.
  if (kept) return "open";
  return published ? undefined : "unpublished";
}

/** The threshold of the whole policy is the protector's; a level with another one says for its cells what follows from that. */
function byLevel(count: number, own: number, general: number): Pick<UniverseCell, "fixed"> {
  if (count >= own && count < general) return { fixed: "open" };
  if (count > 0 && count >= general && count < own) return { fixed: "hidden" };
  return {};
}
