import { openEditions, type Edition } from "@impactmonitor/edition/read-edition";
import { writeEdition } from "@impactmonitor/edition/write-edition";
import { isAbsent, isValue, type Cell } from "@impactmonitor/model/cell";
import type { Observation } from "@impactmonitor/model/observation";

/** How the address of a made-up row begins: in the page's `data-row` it tells whose figure it is. */
export const practiceRows = "practice";

/**
 * A small practice edition: the real catalogue, map and population, and for every real figure a made-up one.
 * @param real folder with the real editions
 * @param target folder for practice editions
 */
export function makePracticeEdition(real: string, target: string): Edition {
  const edition = openEditions(real).editions.at(-1);
  if (!edition) throw new Error(`No edition in ${real}`);
  const { catalogue, context } = edition;
  const maps = ["regions", "regions-2022", "provinces", "municipalities"].flatMap((name): [string, string][] => {
    const text = edition.map(name);
    return text === undefined ? [] : [[name, text]];
  });
  const observations = catalogue.indicators.flatMap((it) => edition.observations(it.id).map(madeUp));
  const written = writeEdition(target, {
    id: "2026-11",
    kind: "practice",
    date: edition.manifest.date,
    catalogue,
    context,
    maps: new Map(maps),
    observations,
    changes: { added: [], revised: [], withdrawn: [], indicatorsAdded: [], indicatorsRemoved: [] },
  });
  if (!written.ok) throw new Error(written.what);
  return openEditions(target).editions.at(-1)!;
}

function madeUp(it: Observation, i: number): Observation {
  const reading = { title: "Made up", url: "https://example.org/made-up", published: "2026-11", primary: true };
  const row = it.row.replace(/^figures\//, `${practiceRows}-`);
  return { ...it, cell: otherCell(it.cell, i), reading, row, vintages: [] };
}

/** Another value of about the same size; what has none keeps its reason. */
function otherCell(cell: Cell, i: number): Cell {
  if (isAbsent(cell)) return cell;
  const factor = 0.7 + ((i * 7919) % 61) / 100;
  const other = (value: number): number =>
    Number.isInteger(value) ? Math.round(value * factor) : Math.round(value * factor * 10) / 10;
  if (isValue(cell)) return { value: other(cell.value), marks: cell.marks };
  return { range: { lower: other(cell.range.lower), upper: other(cell.range.upper) }, marks: cell.marks };
}
