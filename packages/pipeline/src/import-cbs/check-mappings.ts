import { existsSync, readdirSync } from "node:fs";
import { z } from "zod";
import type { Outcome, Problem } from "../problem.ts";
import { readYaml, type YamlFile } from "../read-yaml.ts";
import { cbsTableSchema, type CbsTableMapping, type TakenMeasure } from "./mapping.ts";
import { mappedTables } from "./read-mapping.ts";

/** What a mapping file is checked against; the rest of the catalogue has its own check. */
const indicatorSchema = z.object({
  id: z.string(),
  measures: z.array(z.string()),
  breakdowns: z.array(z.object({ dimension: z.string() })).default([]),
  levels: z.array(z.string()),
  periodKinds: z.array(z.string()),
});
type IndicatorFacts = z.infer<typeof indicatorSchema>;
const codelistSchema = z.object({ id: z.string(), codes: z.array(z.object({ id: z.string() })) });
const variablesSchema = z.array(z.object({ id: z.string() }));

interface Known {
  readonly indicators: ReadonlyMap<string, IndicatorFacts>;
  readonly codes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly variables: ReadonlySet<string>;
}

/**
 * Checks mapping files: their form, and that the catalogue has each indicator, dimension, code and variable that they
 * name, with the measures, breakdowns, levels and periods that the table brings.
 * @returns the mappings, or all problems with file and line
 */
export function checkMappings(
  root: string,
  tables: readonly string[] = mappedTables(root),
): Outcome<CbsTableMapping[]> {
  const problems: Problem[] = [];
  const known = readKnown(root);
  const mappings = tables.flatMap((table) => {
    const read = readYaml(root, `catalogue/cbs/${table}.yaml`, cbsTableSchema);
    if (!read.ok) {
      problems.push(...read.problems);
      return [];
    }
    problems.push(...checkMapping(read.value, table, known));
    return [read.value.value];
  });
  return problems.length === 0 ? { ok: true, value: mappings } : { ok: false, problems };
}

function readKnown(root: string): Known {
  const all = <S extends z.ZodType>(folder: string, schema: S): z.output<S>[] =>
    (existsSync(`${root}/${folder}`) ? readdirSync(`${root}/${folder}`) : [])
      .filter((name) => name.endsWith(".yaml"))
      .flatMap((name) => {
        const read = readYaml(root, `${folder}/${name}`, schema);
        return read.ok ? [read.value.value] : [];
      });
  const context = "catalogue/context.yaml";
  const variables = existsSync(`${root}/${context}`) ? readYaml(root, context, variablesSchema) : undefined;
  return {
    indicators: new Map(all("catalogue/indicators", indicatorSchema).map((it) => [it.id, it])),
    codes: new Map(
      all("catalogue/codelists", codelistSchema).map((it) => [it.id, new Set(it.codes.map((code) => code.id))]),
    ),
    variables: new Set(variables?.ok ? variables.value.value.map((it) => it.id) : []),
  };
}

type Path = readonly PropertyKey[];

function checkMapping(file: YamlFile<CbsTableMapping>, table: string, known: Known): Problem[] {
  const problems: Problem[] = [];
  const mapping = file.value;
  const wrong = (path: Path, what: string, mend: string) =>
    problems.push({ file: file.file, line: file.lineOf(path), what, mend });
  const checkIs = (is: Readonly<Record<string, string>> | undefined, path: Path) => {
    for (const [dimension, code] of Object.entries(is ?? {})) {
      const codes = known.codes.get(dimension);
      if (!codes) wrong(path, `There is no code list ${dimension}.`, "Mend the name, or add the code list.");
      else if (!codes.has(code))
        wrong(path, `${dimension} has no code ${code}.`, "Mend the code, or add it to the code list.");
    }
  };
  const checkGives = (measure: TakenMeasure, i: number, j: number) => {
    const gives = measure.gives[j];
    if (!gives || gives.ignore !== undefined) return;
    const path = ["measures", i, "gives", j];
    if ((gives.variable !== undefined) !== (mapping.output === "context"))
      wrong(path, "Figures have an indicator, context has a variable.", "Mend output, or use the other word.");
    if (gives.variable !== undefined && !known.variables.has(gives.variable))
      wrong(path, `There is no variable ${gives.variable}.`, "Mend the id, or add it to catalogue/context.yaml.");
    if (gives.indicator === undefined) return;
    const indicator = known.indicators.get(gives.indicator);
    if (!indicator)
      return void wrong(path, `There is no indicator ${gives.indicator}.`, "Mend the id, or add the indicator.");
    for (const lack of lacking(indicator, measure.measure, gives.by, mapping))
      wrong(path, `${gives.indicator} has no ${lack}.`, "Add it to the indicator, or leave it out here with a reason.");
  };

  if (mapping.table !== table)
    wrong(["table"], `The table is ${mapping.table}.`, "Give the file the name of its table.");
  mapping.dimensions.forEach((dimension, i) => {
    if (dimension.role === "breakdown")
      dimension.codes.forEach((code, j) => checkIs(code.is, ["dimensions", i, "codes", j]));
  });
  mapping.measures.forEach((measure, i) => {
    if (!("gives" in measure)) return;
    checkIs(measure.is, ["measures", i, "is"]);
    measure.gives.forEach((_, j) => checkGives(measure, i, j));
  });
  return problems;
}

/** What the indicator would have to have for this table's figures, and has not. */
function lacking(it: IndicatorFacts, measure: string, by: readonly string[], mapping: CbsTableMapping): string[] {
  return [
    ...(it.measures.includes(measure) ? [] : [`measure ${measure}`]),
    ...by
      .filter((dimension) => !it.breakdowns.some((own) => own.dimension === dimension))
      .map((id) => `breakdown ${id}`),
    ...mapping.levels.filter((level) => !it.levels.includes(level)).map((level) => `level ${level}`),
    ...mapping.periodKinds.filter((kind) => !it.periodKinds.includes(kind)).map((kind) => `period kind ${kind}`),
  ];
}
