import type { Measure } from "@impactmonitor/model/indicator";
import { quoted, type MappingProblem } from "./mapping-problem.ts";
import type { CbsTableMapping, MeasureMapping, TakenMeasure } from "./mapping.ts";
import { nearestTitle } from "./nearest.ts";
import { plainTitle, type CbsMeasure, type CbsTable } from "./table.ts";

/** Where a cell goes, given the dimensions of ours that it is broken down by. */
export type Destination = { readonly indicator: string } | { readonly variable: string } | "ignored";

export type MatchedMeasure =
  | "ignored"
  | {
      readonly measure: Measure;
      readonly is: Readonly<Record<string, string>>;
      /** By dimensions, sorted and joined by `;`: empty for the total. */
      readonly gives: ReadonlyMap<string, Destination>;
    };

const path = (group: readonly string[], title: string): string => [...group, title].join(" > ");

/** Settles each measure of a table; what the mapping file does not name goes to `problems`. */
export function matchMeasures(
  { measures, whole }: Pick<CbsTable, "measures" | "whole">,
  mapping: CbsTableMapping,
  problems: MappingProblem[],
): ReadonlyMap<string, MatchedMeasure> {
  const file = `catalogue/cbs/${mapping.table}.yaml`;
  const matched = new Map<string, MatchedMeasure>();
  for (const it of measures) {
    const problem = (why: string, add: string) =>
      problems.push({
        kind: "measure",
        dimension: "",
        code: it.identifier,
        title: path(it.group, it.title),
        why,
        nearest:
          nearestTitle(
            path(it.group, it.title),
            mapping.measures.map((known) => path(known.group ?? [], known.title[0]!)),
          ) ?? "",
        file,
        add,
      });
    const found = mapping.measures.filter((known) => fits(known, it));
    const [own] = found;
    if (found.length > 1) problem("two entries of the mapping file fit", "give both a group");
    else if (!own && mapping.otherMeasures) matched.set(it.identifier, "ignored");
    else if (!own) problem("the mapping file does not name this measure", suggestion(it));
    else if (!("gives" in own)) matched.set(it.identifier, "ignored");
    else if (!own.unit.includes(it.unit))
      problem(`the unit is “${it.unit}”, not “${own.unit.join("” or “")}”`, `unit: [${quoted(it.unit)}]`);
    else if (measures.some((other) => other !== it && fits(own, other)))
      problem("several measures of the table have this title", `group: [${it.group.map(quoted).join(", ")}]`);
    else matched.set(it.identifier, { measure: own.measure, is: own.is ?? {}, gives: destinations(own) });
  }
  for (const own of mapping.measures)
    if (whole && "gives" in own && own.unseen === undefined && !measures.some((it) => fits(own, it)))
      problems.push({
        kind: "measure",
        dimension: "",
        code: "",
        title: path(own.group ?? [], own.title[0]!),
        why: "the table has no measure with this title any more",
        nearest:
          nearestTitle(
            own.title[0]!,
            measures.map((it) => it.title),
          ) ?? "",
        file,
        add: "take the entry out, or give it the new title",
      });
  return matched;
}

function fits(own: MeasureMapping, it: CbsMeasure): boolean {
  if ("identifier" in own && own.identifier !== undefined) return own.identifier === it.identifier;
  if (!own.title.includes(plainTitle(it.title))) return false;
  return own.group === undefined || own.group.map(plainTitle).join("\n") === it.group.map(plainTitle).join("\n");
}

function destinations(own: TakenMeasure): Map<string, Destination> {
  const to = new Map<string, Destination>();
  for (const { by, indicator, variable } of own.gives)
    to.set(
      [...by].sort().join(";"),
      indicator !== undefined ? { indicator } : variable !== undefined ? { variable } : "ignored",
    );
  return to;
}

function suggestion(it: CbsMeasure): string {
  const group = it.group.length > 0 ? `    group: [${it.group.map(quoted).join(", ")}]\n` : "";
  return (
    `measures:\n  - title: ${quoted(it.title)}\n${group}    unit: [${quoted(it.unit)}]\n` +
    `    measure: count # or percent\n    gives: [{ indicator: … }]\n` +
    `  # or:  - { title: ${quoted(it.title)}, ignore: "why not" }`
  );
}
