import type { AreaNote } from "@impactmonitor/model/area-note";
import type { Catalogue } from "@impactmonitor/model/catalogue";
import type { ContextVariable } from "@impactmonitor/model/context";
import { variablesOf, type Trait } from "@impactmonitor/model/trait";
import type { CatalogueFiles } from "./catalogue-files.ts";
import type { Problem } from "./problem.ts";

type Report = (path: readonly PropertyKey[], what: string, mend: string) => void;

/** What people are like and where they live. Health, safety and youth care lie too near to what is to be compared. */
const matchable: ReadonlySet<ContextVariable["group"]> = new Set(["population", "households", "prosperity", "space"]);

/** Checks by what areas are matched, and the notes that are shown with their figures. */
export function checkMatching(files: CatalogueFiles, catalogue: Catalogue): Problem[] {
  const problems: Problem[] = [];
  const { traits, notes } = files;
  if (traits) {
    const report: Report = (path, what, mend) =>
      problems.push({ file: traits.file, line: traits.lineOf(path), what, mend });
    traits.value.forEach((trait, i) =>
      checkTrait(trait, catalogue, (path, ...words) => report([i, ...path], ...words)),
    );
    checkTwice(traits.value, report);
  }
  if (notes) {
    const report: Report = (path, what, mend) =>
      problems.push({ file: notes.file, line: notes.lineOf(path), what, mend });
    const indicators = new Set([...files.named.indicators, ...catalogue.indicators.map((it) => it.id)]);
    notes.value.forEach((note, i) =>
      checkNote(note, catalogue, indicators, (path, ...words) => report([i, ...path], ...words)),
    );
    checkTwice(notes.value, report);
  }
  return problems;
}

function checkTwice(entries: readonly { readonly id: string }[], report: Report): void {
  entries.forEach((it, i) => {
    if (entries.findIndex((other) => other.id === it.id) !== i)
      report([i, "id"], `${it.id} is there twice.`, "Remove one.");
  });
}

function checkTrait(trait: Trait, catalogue: Catalogue, report: Report): void {
  for (const id of variablesOf(trait)) {
    const variable = catalogue.contextVariables.find((it) => it.id === id);
    if (catalogue.indicators.some((it) => it.id === id))
      report(
        ["made"],
        `${id} is an indicator: areas are never matched on what is to be compared.`,
        "Name a context variable.",
      );
    else if (!variable) report(["made"], `There is no context variable ${id}.`, "Mend the id, or add the variable.");
    else if (!matchable.has(variable.group))
      report(
        ["made"],
        `${id} is about ${variable.group}, too near to what is to be compared.`,
        `Name a variable about ${[...matchable].join(", ")}.`,
      );
  }
}

function checkNote(note: AreaNote, catalogue: Catalogue, indicators: ReadonlySet<string>, report: Report): void {
  // Without a readable list of areas that is the one problem, told elsewhere.
  const codes = catalogue.areas.length === 0 ? [] : note.areas;
  codes.forEach((code, i) => {
    if (!catalogue.areas.some((it) => it.code === code))
      report(["areas", i], `There is no area ${code}.`, "Write a code of catalogue/areas/areas.csv.");
    // An area is there on a day of the note, or the note is never shown.
    else if (!catalogue.areas.some((it) => it.code === code && overlaps(it, note)))
      report(["areas", i], `${code} did not exist in the time of this note.`, "Mend the area or the dates.");
  });
  note.indicators.forEach((id, i) => {
    if (!indicators.has(id))
      report(["indicators", i], `There is no indicator ${id}.`, "Mend the id, or add the indicator.");
  });
  if (note.written < note.from)
    report(["written"], `The note was written before it holds (${note.from}).`, "Mend one of the dates.");
}

const overlaps = (area: Catalogue["areas"][number], note: AreaNote): boolean =>
  (note.until === undefined || area.validFrom <= note.until) &&
  (area.validTo === undefined || area.validTo >= note.from);
