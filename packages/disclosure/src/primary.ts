import type { Rules } from "./rules.ts";
import type { Group, Universe, UniverseCell } from "./universe.ts";

/**
 * Whether the rule itself hides a cell: few are counted, or few different units (casus, households) stand behind what is counted.
 * A structural zero says nothing and is never hidden.
 */
export function isSmall({ count, units, structural = false }: UniverseCell, rules: Rules): boolean {
  if (count === 0) return rules.zeros === "hidden" && !structural;
  return count < rules.threshold || (units !== undefined && units < rules.threshold);
}

/**
 * The sensitive parts of a group that hold all of its people, or all but one: whoever knows someone in the group (or is the one)
 * knows the same of all others. The test of Lupp & Langsrud with k = 1.
 */
export const telling = ({ cells }: Universe, { parent, children, sensitive = children }: Group): readonly number[] =>
  sensitive.filter((child) => cells[child]!.count > 0 && cells[child]!.count >= cells[parent]!.count - 1);
