import type { Problem } from "../problem.ts";
import type { BoundaryFeature } from "./read-boundary-file.ts";

export interface ExpectedArea {
  readonly code: string;
  readonly name: string;
}

/** Holds the areas of a file against the list of areas: each must be there, once, and no other. */
export function checkCodes(
  features: readonly BoundaryFeature[],
  areas: readonly ExpectedArea[],
  file: string,
): readonly Problem[] {
  const names = new Map(areas.map(({ code, name }) => [code, `${code} ${name}`]));
  const found = Map.groupBy(features, ({ code }) => code);
  const problem = (what: string, mend: string): Problem => ({ file, line: 1, what, mend });
  const problems: Problem[] = [];

  const nameless = found.get(undefined) ?? [];
  if (nameless.length > 0) {
    const what = `No code: ${list(nameless.map(({ label }) => label))}.`;
    problems.push(problem(what, "Give each area its code in the property “statcode”, or as its id."));
  }
  const unknown = features.filter(({ code }) => code !== undefined && !names.has(code)).map(({ label }) => label);
  if (unknown.length > 0) {
    const what = `Not in the list of areas of this level and year: ${list(unknown)}.`;
    problems.push(problem(what, "Take the file of the same level and year, or choose another --level or --year."));
  }
  const missing = [...names].filter(([code]) => !found.has(code)).map(([, label]) => label);
  if (missing.length > 0) {
    const what = `Missing: ${list(missing)}.`;
    problems.push(problem(what, "Take a file with all areas of this level and year."));
  }
  const twice = [...names].filter(([code]) => (found.get(code)?.length ?? 0) > 1).map(([, label]) => label);
  if (twice.length > 0) {
    const what = `More than once in the file: ${list(twice)}.`;
    problems.push(problem(what, "Merge the parts of an area into one MultiPolygon, or remove the double one."));
  }
  return problems;
}

/** A whole list helps nobody if it is the wrong file: the first ten say enough. */
function list(labels: readonly string[]): string {
  const shown = [...new Set(labels)];
  const rest = shown.length - 10;
  return rest > 0 ? `${shown.slice(0, 10).join(", ")} and ${rest} more` : shown.join(", ");
}
