import type { Catalogue } from "@impactmonitor/model/catalogue";
import type { Cell } from "@impactmonitor/model/cell";
import type { Changes } from "@impactmonitor/model/edition";
import { breakdownKey, type Observation } from "@impactmonitor/model/observation";
import { parsePeriod } from "@impactmonitor/model/period";
import { revisionReason, revisionReasons, revisionWords } from "@impactmonitor/views/revision";

/** @param correction whether the edition says that it corrects an earlier one */
const reasonOf = ({ from, to }: Changes["revised"][number], correction: boolean) =>
  revisionReason(from, to, correction);

/** What an edition changes, for the person who has to approve it: sums first, then each indicator, then breaks in its series. */
export function describeChanges(changes: Changes, catalogue: Catalogue, correction: boolean): string[] {
  const { since, added, revised, withdrawn } = changes;
  if (since === undefined) return ["This is the first edition: there is nothing to compare it with."];
  const lines = [
    `Since edition ${since}: ${added.length} new, ${revised.length} revised, ${withdrawn.length} withdrawn figures.`,
  ];
  const reasons = Map.groupBy(revised, (it) => reasonOf(it, correction));
  for (const reason of revisionReasons)
    if (reasons.has(reason)) lines.push(`  ${reasons.get(reason)!.length} revised: ${revisionWords[reason].en}`);
  for (const [word, ids] of [
    ["New", changes.indicatorsAdded],
    ["Gone", changes.indicatorsRemoved],
  ] as const)
    if (ids.length > 0) lines.push(`${word} indicators: ${ids.join(", ")}.`);

  const touched = new Set([...added, ...revised.map((it) => it.to), ...withdrawn].map((it) => it.indicator));
  for (const indicator of catalogue.indicators.filter((it) => touched.has(it.id as Observation["indicator"]))) {
    const of = (it: Observation): boolean => it.indicator === indicator.id;
    const own = revised.filter((it) => of(it.to));
    lines.push(
      `${indicator.title.en} (${indicator.id}): ${added.filter(of).length} new, ${own.length} revised, ${withdrawn.filter(of).length} withdrawn`,
    );
    const largest = largestChange(own);
    if (largest)
      lines.push(
        `  the largest revision: ${nameOf(largest.to)}, from ${sayCell(largest.from.cell)} to ${sayCell(largest.to.cell)}`,
      );
    for (const it of indicator.breaks)
      if (added.some((one) => of(one) && startOf(one.period) >= startOf(it.at)))
        lines.push(`  its series breaks at ${it.at}: ${it.reason.en}`);
  }
  for (const [name, list] of [
    ["catalogue", changes.catalogue],
    ["context", changes.context],
  ] as const)
    if (list && list.added.length + list.changed.length + list.removed.length > 0)
      lines.push(
        `In the ${name}: ${list.added.length} new, ${list.changed.length} changed, ${list.removed.length} removed entries.`,
      );
  return lines;
}

/** Every figure that differs, one row each, to open in a spreadsheet. */
export function* changesTable(
  { added, revised, withdrawn }: Changes,
  correction: boolean,
): Generator<readonly string[]> {
  yield ["change", "indicator", "area", "period", "measure", "breakdown", "from", "to", "why"];
  const key = (it: Observation) => [it.indicator, it.area, it.period, it.measure, breakdownKey(it.breakdown)];
  for (const it of added) yield ["new", ...key(it), "", sayCell(it.cell), ""];
  for (const it of revised)
    yield [
      "revised",
      ...key(it.to),
      sayCell(it.from.cell),
      sayCell(it.to.cell),
      revisionWords[reasonOf(it, correction)].en,
    ];
  for (const it of withdrawn) yield ["withdrawn", ...key(it), sayCell(it.cell), "", ""];
}

const startOf = (period: string): string => parsePeriod(period)?.start ?? period;

function largestChange(revised: Changes["revised"]): Changes["revised"][number] | undefined {
  const size = ({ from, to }: Changes["revised"][number]): number =>
    "value" in from.cell && "value" in to.cell ? Math.abs(to.cell.value - from.cell.value) : 0;
  const [largest] = revised.toSorted((a, b) => size(b) - size(a));
  return largest && size(largest) > 0 ? largest : undefined;
}

const nameOf = (it: Observation): string =>
  [it.area, it.period, it.measure, breakdownKey(it.breakdown)].filter((word) => word !== "").join(" ");

function sayCell(cell: Cell): string {
  if ("absent" in cell) return `(${cell.absent})`;
  const marks = cell.marks.length > 0 ? ` (${cell.marks.join(", ")})` : "";
  return "value" in cell ? `${cell.value}${marks}` : `${cell.range.lower} to ${cell.range.upper}${marks}`;
}
