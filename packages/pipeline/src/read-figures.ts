import { existsSync, readdirSync } from "node:fs";
import { addressSchema } from "@impactmonitor/model/address";
import type { Catalogue } from "@impactmonitor/model/catalogue";
import { absences, marks, type Absence, type Cell, type Mark } from "@impactmonitor/model/cell";
import { areaCode, indicatorId, periodCode } from "@impactmonitor/model/id";
import { measures, type Indicator, type Measure } from "@impactmonitor/model/indicator";
import { observationKey, parseBreakdown, type Observation } from "@impactmonitor/model/observation";
import { parsePeriod } from "@impactmonitor/model/period";
import type { Outcome, Problem } from "./problem.ts";
import { foldersOf, hasHeader, importedFiles, readCsv, type CsvRow, type Imported } from "./read-csv.ts";

export const figureColumns = [
  "indicator",
  "area",
  "period",
  "measure",
  "breakdown",
  "value",
  "lower",
  "upper",
  "n",
  "absent",
  "marks",
  "primary",
  "published",
  "source_title",
  "source_url",
  "note",
] as const;
type Row = CsvRow<(typeof figureColumns)[number]>;

/** One row of `figures/`, checked against the catalogue; which vintage is shown is decided later. */
export type Figure = Omit<Observation, "vintages">;

/** Where a person finds the row of a figure: an edition calls the folder of imported tables `imported`, wherever it is. */
export function placeOfRow(row: string, imported: Imported = "imported"): string {
  if (!row.startsWith("imported/")) return row;
  const folders = foldersOf(imported);
  const name = row.replace(/:\d+$/, "").replace(/^imported\//, "");
  const folder = folders.find((it) => existsSync(`${it}/${name}`)) ?? folders[0] ?? "imported";
  return row.replace(/^imported(?=\/)/, () => folder);
}

/**
 * Reads `figures/<source>.csv` for every source and checks each row against the catalogue.
 * @param imported folders with rows that an importer made; a file there may hold figures of any source
 * @returns all rows, or all problems with file, line and mend.
 */
export function readFigures(root: string, catalogue: Catalogue, imported: Imported = []): Outcome<Figure[]> {
  const problems: Problem[] = [];
  const figures: Figure[] = [];
  /** @param named what an edition calls the file: the same on every machine */
  const take = (rows: readonly Row[], check: ReturnType<typeof rowChecker>, file: string, named = file): void => {
    for (const row of rows) {
      const result = check(row, `${file}:${row.line}`);
      if (result.ok) figures.push({ ...result.figure, row: `${named}:${row.line}` });
      else problems.push(...result.faults.map(([what, mend]) => ({ file, line: row.line, what, mend })));
    }
  };
  const sources = new Set<string>(catalogue.sources.map((it) => it.id));
  const others = new Set(["context", "context-sources", "population-estimates"]);
  for (const name of existsSync(`${root}/figures`) ? readdirSync(`${root}/figures`).sort() : []) {
    const id = name.replace(/\.csv$/, "");
    if (!name.endsWith(".csv") || others.has(id)) continue;
    const file = `figures/${name}`;
    if (!sources.has(id)) {
      problems.push({
        file,
        line: 1,
        what: `There is no source ${id}.`,
        mend: "Name the file after a source of catalogue/sources.",
      });
      continue;
    }
    const read = readCsv(root, file, figureColumns);
    if (!read.ok) {
      problems.push(...read.problems);
      continue;
    }
    take(read.rows, rowChecker(catalogue, id), file);
  }
  for (const { folder, name } of importedFiles(imported)) {
    const file = `${folder}/${name}`;
    if (!hasHeader(file, figureColumns)) continue;
    const read = readCsv(folder, name, figureColumns);
    if (read.ok) take(read.rows, rowChecker(catalogue, undefined), file, `imported/${name}`);
    else problems.push(...read.problems.map((it) => ({ ...it, file })));
  }
  return problems.length === 0 ? { ok: true, value: figures } : { ok: false, problems };
}

type Fault = readonly [what: string, mend: string];
type Checked = { ok: true; figure: Omit<Figure, "row"> } | { ok: false; faults: Fault[] };

/** @returns a check of rows one by one; `at` says where a person finds the row */
function rowChecker(catalogue: Catalogue, source: string | undefined): (row: Row, at: string) => Checked {
  const indicators = new Map(catalogue.indicators.map((it) => [it.id, it]));
  const areas = new Map<string, Catalogue["areas"][number][]>();
  for (const area of catalogue.areas) areas.set(area.code, [...(areas.get(area.code) ?? []), area]);
  const codes = new Map(catalogue.codelists.map((it) => [it.id, new Set(it.codes.map((code) => code.id))]));
  const seen = new Map<string, string>();

  return ({ fields }, at) => {
    const faults: Fault[] = [];
    const indicator = indicators.get(fields.indicator);
    if (!indicator) faults.push([`There is no indicator ${fields.indicator}.`, "Mend the id, or add the indicator."]);
    else if (source !== undefined && indicator.source !== source)
      faults.push([
        `${fields.indicator} belongs to source ${indicator.source ?? "(none)"}.`,
        "Move the row to that source's file.",
      ]);
    const period = parsePeriod(fields.period);
    if (!period)
      faults.push([
        `“${fields.period}” is no period.`,
        "Write 2023, 2021H1, 2021Q3, 2021-03, 2023-12-31 or 2016/2020.",
      ]);
    else if (indicator && !indicator.periodKinds.includes(period.kind))
      faults.push([
        `${fields.indicator} has no figures by ${period.kind}.`,
        "Add the kind of period to the indicator, or mend the row.",
      ]);
    const level = areas.get(fields.area)?.[0]?.level;
    if (!level) faults.push([`There is no area ${fields.area}.`, "Use a code of catalogue/areas/areas.csv."]);
    else if (indicator && !indicator.levels.includes(level))
      faults.push([
        `${fields.indicator} has no figures for level ${level}.`,
        "Add the level to the indicator, or remove the row.",
      ]);
    const measure = fields.measure as Measure;
    if (!measures.includes(measure) || (indicator && !indicator.measures.includes(measure)))
      faults.push([`${fields.indicator} has no measure “${fields.measure}”.`, "Use one of the indicator's measures."]);
    const breakdown = parseBreakdown(fields.breakdown);
    if (!breakdown) faults.push([`“${fields.breakdown}” is no breakdown.`, "Write dimension=code;dimension=code."]);
    else if (indicator) faults.push(...breakdownFaults(breakdown, indicator, codes));
    const cell = readCell(fields, faults);
    if (fields.primary !== "yes" && fields.primary !== "no")
      faults.push(["primary is neither yes nor no.", "Write yes or no."]);
    if (!/^(\d{4}(-\d{2}(-\d{2})?)?)?$/.test(fields.published))
      faults.push([`“${fields.published}” is no date.`, "Write 2022, 2022-10 or 2022-10-31."]);
    if (fields.source_title === "") faults.push(["source_title is empty.", "Every figure names its source."]);
    if (!addressSchema.safeParse(fields.source_url).success)
      faults.push([`“${fields.source_url}” is no address.`, "Write the full address of the page."]);
    if (faults.length > 0 || !breakdown || !cell) return { ok: false, faults };

    const key = {
      indicator: indicatorId(fields.indicator),
      area: areaCode(fields.area),
      period: periodCode(fields.period),
      measure,
      breakdown,
    };
    const fact = `${observationKey(key)}|${fields.published}|${fields.source_url}`;
    const twin = seen.get(fact);
    if (twin)
      return { ok: false, faults: [[`The same publication gives this fact at ${twin} too.`, "Keep one of the rows."]] };
    seen.set(fact, at);
    const reading = {
      title: fields.source_title,
      url: fields.source_url,
      published: fields.published,
      primary: fields.primary === "yes",
    };
    return { ok: true, figure: { ...key, cell, reading } };
  };
}

function breakdownFaults(
  breakdown: Readonly<Record<string, string>>,
  indicator: Indicator,
  codes: ReadonlyMap<string, ReadonlySet<string>>,
): Fault[] {
  return Object.entries(breakdown).flatMap(([dimension, code]): Fault[] => {
    if (!indicator.breakdowns.some((it) => it.dimension === dimension))
      return [[`${indicator.id} has no breakdown ${dimension}.`, "Add it to the indicator, or mend the row."]];
    if (!codes.get(dimension)?.has(code))
      return [[`Code list ${dimension} has no code ${code}.`, "Mend the code, or add it to the list."]];
    return [];
  });
}

function readCell(fields: Row["fields"], faults: Fault[]): Cell | undefined {
  const number = (name: "value" | "lower" | "upper" | "n"): number | undefined => {
    const text = fields[name];
    if (text === "") return undefined;
    if (!/^-?\d+(\.\d+)?$/.test(text)) {
      faults.push([
        `${name} “${text}” is no number.`,
        "Write digits, with a point before decimals and no thousands sign.",
      ]);
      return undefined;
    }
    return Number(text);
  };
  const given = fields.marks === "" ? [] : fields.marks.split(" ");
  for (const mark of given)
    if (!marks.includes(mark as Mark)) faults.push([`There is no mark ${mark}.`, `Choose from: ${marks.join(", ")}.`]);
  const kept = given as Mark[];
  const [value, lower, upper, n] = [number("value"), number("lower"), number("upper"), number("n")];
  if (fields.absent !== "") {
    if (!absences.includes(fields.absent as Absence))
      faults.push([`There is no reason “${fields.absent}”.`, `Choose from: ${absences.join(", ")}.`]);
    if (value !== undefined || lower !== undefined || upper !== undefined)
      faults.push(["A row has a value and a reason for having none.", "Keep one of the two."]);
    return { absent: fields.absent as Absence };
  }
  if (lower !== undefined && upper !== undefined && lower > upper) faults.push(["lower is above upper.", "Swap them."]);
  if (value !== undefined && (value < (lower ?? value) || value > (upper ?? value)))
    faults.push(["value lies outside lower and upper.", "Check the three numbers."]);
  if (value !== undefined)
    return {
      value,
      ...(lower === undefined ? {} : { lower }),
      ...(upper === undefined ? {} : { upper }),
      ...(n === undefined ? {} : { n }),
      marks: kept,
    };
  if (lower !== undefined && upper !== undefined) return { range: { lower, upper }, marks: kept };
  faults.push([
    "The row has neither a value, nor a range, nor a reason.",
    "Fill in value, lower and upper, or absent.",
  ]);
  return undefined;
}
