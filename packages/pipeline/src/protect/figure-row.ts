import type { CountRef, Formula } from "../derive/counts.ts";
import { refKey } from "./published-cells.ts";

/**
 * Where a derived figure comes from, as its row in an edition: `derived/<count>`, or `derived/<count>/<count>` for a percentage. A count is
 * a table or `table:dimension=code`. It says openly which counts a figure is made of: no count is ever in it.
 */
export const figureRow = ({ numerator, denominator }: Pick<Formula, "numerator" | "denominator">): string =>
  ["derived", refKey(numerator), ...(denominator === undefined ? [] : [refKey(denominator)])].join("/");

/** The counts that a row names; undefined for a row of something that was not derived. */
export function countsInRow(
  row: string,
): { readonly numerator: CountRef; readonly denominator?: CountRef } | undefined {
  const [folder, numerator, denominator] = row.split("/");
  if (folder !== "derived" || numerator === undefined) return undefined;
  return {
    numerator: readRef(numerator),
    ...(denominator === undefined ? {} : { denominator: readRef(denominator) }),
  };
}

function readRef(text: string): CountRef {
  const [table = "", category = ""] = text.split(":");
  return { table, category };
}
