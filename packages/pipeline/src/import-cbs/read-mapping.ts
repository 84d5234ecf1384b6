import { existsSync, readdirSync } from "node:fs";
import { readYaml } from "../read-yaml.ts";
import { sayProblem, type Problem } from "../problem.ts";
import { done, fail, type Result } from "./failure.ts";
import { cbsAreasSchema, cbsTableSchema, type CbsAreas, type CbsTableMapping } from "./mapping.ts";

const folder = "catalogue/cbs";
const mappingFile = /^\d{5}(ned|NED)\.yaml$/;

/** The tables that have a mapping file, in the order of their ids. */
export const mappedTables = (root: string): string[] =>
  existsSync(`${root}/${folder}`)
    ? readdirSync(`${root}/${folder}`)
        .filter((name) => mappingFile.test(name))
        .map((name) => name.replace(/\.yaml$/, ""))
        .sort()
    : [];

/** @returns the id as the mapping file writes it (CBS ids differ in case: 70072ned, 84852NED), or undefined */
export const findTable = (root: string, id: string): string | undefined =>
  mappedTables(root).find((it) => it.toLowerCase() === id.toLowerCase());

export function readMapping(root: string, table: string): Result<CbsTableMapping> {
  const file = `${folder}/${table}.yaml`;
  if (!existsSync(`${root}/${file}`)) {
    const what = { nl: `Tabel ${table} heeft geen koppelbestand.`, en: `Table ${table} has no mapping file.` };
    const known = mappedTables(root).join(", ");
    const mend = { nl: `Kies een van: ${known}.`, en: `Choose one of: ${known}.` };
    return fail("catalogue", file, what, mend);
  }
  const read = readYaml(root, file, cbsTableSchema);
  return read.ok ? done(read.value.value) : broken(file, read.problems);
}

export function readCbsAreas(root: string): Result<CbsAreas> {
  const file = `${folder}/areas.yaml`;
  if (!existsSync(`${root}/${file}`))
    return broken(file, [{ file, line: 1, what: "The file does not exist.", mend: "Write it." }]);
  const read = readYaml(root, file, cbsAreasSchema);
  return read.ok ? done(read.value.value) : broken(file, read.problems);
}

function broken(file: string, problems: readonly Problem[]): Result<never> {
  const what = { nl: "Het koppelbestand klopt niet.", en: "The mapping file has errors." };
  const lines = problems.map(sayProblem).join("\n  ");
  return fail("catalogue", lines || file, what, { nl: "Verbeter deze regels:", en: "Mend these lines:" });
}
