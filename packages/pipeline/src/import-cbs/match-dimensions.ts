import type { Mark } from "@impactmonitor/model/cell";
import type { AreaIndex } from "./area-index.ts";
import { quoted, type MappingProblem } from "./mapping-problem.ts";
import type { CbsAreas, CbsTableMapping, CodeMapping, DimensionMapping } from "./mapping.ts";
import { matchArea } from "./match-area.ts";
import { nearestTitle } from "./nearest.ts";
import { marksOfPeriodStatus, marksOfPeriodTitle } from "./period-status.ts";
import { readPeriodCode, readPeriodTitle } from "./periods.ts";
import { plainTitle, type CbsCode, type CbsDimension, type CbsTable } from "./table.ts";

export type MatchedCode =
  | "ignored"
  | { readonly area: string }
  | { readonly period: string; readonly marks: readonly Mark[] }
  | { readonly is: Readonly<Record<string, string>> };

export interface MatchedDimension {
  readonly role: DimensionMapping["role"];
  readonly codes: ReadonlyMap<string, MatchedCode>;
  /** Whether the mapping file leaves out codes that it does not name: then only the named ones need be asked for. */
  readonly partial: boolean;
}

/** Settles each dimension and code of a table; what stays open goes to `problems`. */
export function matchDimensions(
  table: CbsTable,
  mapping: CbsTableMapping,
  areas: { readonly index: AreaIndex; readonly own: CbsAreas },
  problems: MappingProblem[],
): MatchedDimension[] {
  const file = `catalogue/cbs/${mapping.table}.yaml`;
  const note = (problem: Partial<MappingProblem> & Pick<MappingProblem, "kind" | "why">) =>
    problems.push({ dimension: "", code: "", title: "", nearest: "", file, add: "", ...problem });
  const known = mapping.dimensions.flatMap((it) => it.title);

  const matched = table.dimensions.map((dimension): MatchedDimension => {
    const own = mapping.dimensions.find((it) => isSame(it, dimension));
    const asked = { dimension: dimension.title, code: dimension.identifier, title: dimension.title };
    if (!own) {
      const add = `dimensions:\n  - role: breakdown\n    title: ${quoted(dimension.title)}\n    codes:\n${dimension.codes.slice(0, 60).map(codeSuggestion).join("\n")}`;
      note({
        kind: "dimension",
        ...asked,
        why: "the mapping file does not name this dimension",
        nearest: nearestTitle(dimension.title, known) ?? "",
        add,
      });
      return { role: "breakdown", codes: new Map(), partial: false };
    }
    const kinds: Readonly<Record<string, DimensionMapping["role"]>> = { TimeDimension: "period", GeoDimension: "area" };
    const role = kinds[dimension.kind];
    if (role !== undefined && role !== own.role)
      note({
        kind: "dimension",
        ...asked,
        why: `CBS calls it a ${dimension.kind}, the mapping file says ${own.role}`,
        add: `role: ${role}`,
      });
    return {
      role: own.role,
      codes: matchCodes(dimension, own),
      partial: own.role === "breakdown" && own.others !== undefined,
    };
  });

  for (const own of mapping.dimensions)
    if (!table.dimensions.some((it) => isSame(own, it)))
      note({
        kind: "dimension",
        title: own.title[0]!,
        why: "the table has no such dimension any more",
        nearest:
          nearestTitle(
            own.title[0]!,
            table.dimensions.map((it) => it.title),
          ) ?? "",
        add: "take it out, or give it the new title",
      });
  return matched;

  function matchCodes(dimension: CbsDimension, own: DimensionMapping): Map<string, MatchedCode> {
    const codes = new Map<string, MatchedCode>();
    const knownTitles = own.role === "breakdown" ? own.codes.flatMap((it) => it.title ?? []) : [];
    for (const code of dimension.codes) {
      const settled =
        own.role === "area"
          ? areaOf(code, mapping, areas)
          : own.role === "period"
            ? periodOf(code, mapping)
            : breakdownOf(code, own.codes, own.others !== undefined);
      if ("to" in settled) codes.set(code.identifier, settled.to);
      else {
        const nearest = settled.nearest ?? nearestTitle(plainTitle(code.title), knownTitles) ?? "";
        note({ ...settled, nearest, dimension: dimension.title, code: code.identifier, title: code.title });
      }
    }
    return codes;
  }
}

/** A code is settled, or open with what to add to which file. */
type Settled =
  | { readonly to: MatchedCode }
  | (Pick<MappingProblem, "kind" | "why" | "add"> & { readonly nearest?: string; readonly file?: string });

function isSame(own: DimensionMapping, it: CbsDimension): boolean {
  return own.identifier === it.identifier || own.title.includes(plainTitle(it.title));
}

function areaOf(
  code: CbsCode,
  mapping: CbsTableMapping,
  areas: { readonly index: AreaIndex; readonly own: CbsAreas },
): Settled {
  const found = matchArea(code, areas.index, areas.own);
  if ("ignore" in found) return { to: "ignored" };
  if ("area" in found) return { to: mapping.levels.includes(found.area.level) ? { area: found.area.code } : "ignored" };
  if (mapping.otherAreas) return { to: "ignored" };
  const add = `codes:\n  - { title: ${quoted(plainTitle(code.title))}, area: … } # or: ignore: "why not"`;
  return { kind: "area", why: found.unknown, nearest: found.nearest ?? "", file: "catalogue/cbs/areas.yaml", add };
}

function periodOf(code: CbsCode, mapping: CbsTableMapping): Settled {
  const titled = code.identifier === code.title ? readPeriodTitle(code.title) : undefined;
  const period = readPeriodCode(code.identifier) ?? titled;
  if (!period)
    return { kind: "period", why: "this kind of period is unknown", add: "a programmer adds it to periods.ts" };
  if (!mapping.periodKinds.includes(period.kind)) {
    const add = `periodKinds: [${[...mapping.periodKinds, period.kind].join(", ")}]`;
    return { kind: "period", why: `the table is not known to have periods of kind ${period.kind}`, add };
  }
  const ofStatus = marksOfPeriodStatus(code.status);
  if (!ofStatus) {
    const why = `the status “${code.status}” is unknown`;
    return { kind: "status", why, add: "a programmer adds it to period-status.ts" };
  }
  return { to: { period: period.code, marks: ofStatus.length > 0 ? ofStatus : marksOfPeriodTitle(code.title) } };
}

function breakdownOf(code: CbsCode, own: readonly CodeMapping[], others: boolean): Settled {
  const title = plainTitle(code.title);
  const found = own.filter((it) =>
    it.identifier === undefined ? it.title?.includes(title) : it.identifier === code.identifier,
  );
  const [only] = found;
  if (found.length > 1)
    return { kind: "code", why: "two entries of the mapping file fit", add: "give one an identifier" };
  if (only?.is) return { to: { is: only.is } };
  if (only?.total) return { to: { is: {} } };
  if (only || others) return { to: "ignored" };
  return { kind: "code", why: "the mapping file does not name this code", add: `codes:\n${codeSuggestion(code)}` };
}

const codeSuggestion = (code: CbsCode): string =>
  `      - { title: ${quoted(plainTitle(code.title))}, is: { …: … } } # or: total: true, or: ignore: "why not"`;
