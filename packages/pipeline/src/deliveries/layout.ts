import { existsSync, readdirSync } from "node:fs";
import { z } from "zod";
import type { Outcome, Problem } from "../problem.ts";
import { readYaml } from "../read-yaml.ts";
import type { Protocol } from "./protocol.ts";

/** Where fields are in lines of a fixed layout. `catalogue/protocols/layouts/<id>.yaml`. Positions count characters, from 1. */
const position = z.strictObject({ start: z.int().min(1), length: z.int().min(1) });
export const layoutSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  protocol: z.string(),
  encoding: z.enum(["utf-8", "windows-1252"]),
  /** One file for all record types: its name, and where a line says what it is. */
  all: z.strictObject({ file: z.string().min(1), type: position }).optional(),
  records: z.record(
    z.string(),
    z.strictObject({
      /** Name of the file, when each type has its own. */
      file: z.string().min(1).optional(),
      /** What the line says it is, when all are in one file. */
      code: z.string().min(1).optional(),
      /** Length that each line must have; without it a line may end early, and what is cut off is empty. */
      length: z.int().min(1).optional(),
      fields: z.record(z.string(), position),
    }),
  ),
});
export type Layout = Readonly<z.output<typeof layoutSchema>>;

/** The fixed layouts of the catalogue, by id, each checked against its protocol. */
export function readLayouts(
  root: string,
  protocols: ReadonlyMap<string, Protocol>,
): Outcome<ReadonlyMap<string, Layout>> {
  const folder = "catalogue/protocols/layouts";
  const problems: Problem[] = [];
  const layouts = new Map<string, Layout>();
  const names = existsSync(`${root}/${folder}`) ? readdirSync(`${root}/${folder}`).sort() : [];
  for (const name of names.filter((it) => it.endsWith(".yaml"))) {
    const file = `${folder}/${name}`;
    const read = readYaml(root, file, layoutSchema);
    if (!read.ok) {
      problems.push(...read.problems);
      continue;
    }
    const { value: layout, lineOf } = read.value;
    layouts.set(layout.id, layout);
    for (const { path, what, mend } of mistakes(layout, name, protocols.get(layout.protocol)))
      problems.push({ file, line: lineOf(path), what, mend });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: layouts };
}

interface Mistake {
  readonly path: readonly string[];
  readonly what: string;
  readonly mend: string;
}

function mistakes(layout: Layout, name: string, protocol: Protocol | undefined): Mistake[] {
  if (name !== `${layout.id}.yaml`)
    return [
      { path: ["id"], what: `The file is called ${name} and the layout ${layout.id}.`, mend: "Give both one name." },
    ];
  if (!protocol)
    return [{ path: ["protocol"], what: `There is no protocol ${layout.protocol}.`, mend: "Mend the id." }];
  const found: Mistake[] = [];
  for (const [type, record] of Object.entries(layout.records)) {
    const path = ["records", type];
    const fields = protocol.records[type]?.fields;
    if (!fields) {
      found.push({ path, what: `The protocol has no records ${type}.`, mend: "Mend the name." });
      continue;
    }
    if ((layout.all ? record.code : record.file) === undefined)
      found.push({
        path,
        what: `Nothing says which lines are ${type}.`,
        mend: layout.all ? "Write code." : "Write file.",
      });
    for (const field of Object.keys(fields))
      if (!Object.hasOwn(record.fields, field))
        found.push({ path, what: `The field ${field} has no place.`, mend: "Write its start and length." });
    for (const field of Object.keys(record.fields))
      if (!Object.hasOwn(fields, field))
        found.push({
          path: [...path, "fields", field],
          what: `${type} has no field ${field}.`,
          mend: "Mend the name.",
        });
  }
  return found;
}
