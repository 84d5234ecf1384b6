import { z } from "zod";
import { TableProblem, type Hierarchy } from "./dimension.ts";
import { rulesOf, type ProfileName, type Rules } from "./rules.ts";

/** What a table looks like and how it is protected, as it stands in a JSON file. */
export interface Spec {
  readonly dimensions: readonly SpecDimension[];
  /** The column that holds the counts. */
  readonly count: string;
  readonly profile: ProfileName;
  readonly rules: Rules;
}

export interface SpecDimension {
  readonly column: string;
  readonly hierarchies: readonly Hierarchy[];
}

/** A hierarchy in the file: code → parent, or the name of a CSV file that says so in two of its columns. */
const hierarchyFile = z.strictObject({
  file: z.string().min(1),
  code: z.string().optional(),
  parent: z.string().optional(),
});
const hierarchySchema = z.union([z.string().min(1), hierarchyFile, z.record(z.string(), z.string())]);
type WrittenHierarchy = z.infer<typeof hierarchySchema>;

const dimensionSchema = z.union([
  z
    .string()
    .min(1)
    .transform((column) => ({ column, hierarchies: [] as WrittenHierarchy[] })),
  z.strictObject({ column: z.string().min(1), hierarchies: z.array(hierarchySchema).default([]) }),
]);

const specSchema = z.strictObject({
  dimensions: z.array(dimensionSchema).min(1),
  count: z.string().min(1),
  profile: z.enum(["plain", "cbs-visible", "strict"]).default("strict"),
  threshold: z.int().min(1).optional(),
  zeros: z.enum(["open", "hidden"]).optional(),
  roundingBase: z
    .int()
    .min(1)
    .refine((it) => it % 2 === 1, "must be odd, so that no count lies half-way")
    .optional(),
  choices: z.int().min(1).optional(),
});

/** Reads the rows of a CSV file that a specification names: header first. */
export type ReadTable = (file: string) => readonly (readonly string[])[];

/**
 * Reads a specification out of JSON text.
 * @throws {TableProblem} that names the place in the file and how to mend it
 */
export function readSpec(text: string, readTable: ReadTable): Spec {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new TableProblem(`The specification is not JSON: ${(error as Error).message}.`);
  }
  const parsed = specSchema.safeParse(json);
  if (!parsed.success) {
    const places = parsed.error.issues.map((it) => `${it.path.join(".") || "the whole"}: ${it.message}`);
    throw new TableProblem(`The specification can't be used. ${places.join("; ")}. An example: ${example}`);
  }
  const { dimensions, count, profile, ...own } = parsed.data;
  const columns = dimensions.map((it) => it.column);
  const double = columns.find((it, i) => columns.indexOf(it) !== i || it === count);
  if (double !== undefined) throw new TableProblem(`The specification names the column “${double}” twice.`);
  return {
    dimensions: dimensions.map(({ column, hierarchies }) => ({
      column,
      hierarchies: hierarchies.map((it) => hierarchyOf(it, readTable)),
    })),
    count,
    profile,
    rules: rulesOf(profile, own),
  };
}

const example =
  '{ "dimensions": [{ "column": "municipality", "hierarchies": ["regions.csv"] }, "category"], "count": "n", "profile": "plain" }';

function hierarchyOf(written: WrittenHierarchy, readTable: ReadTable): Hierarchy {
  if (typeof written === "string") return fromFile(written, undefined, undefined, readTable);
  const named = hierarchyFile.safeParse(written);
  if (named.success) return fromFile(named.data.file, named.data.code, named.data.parent, readTable);
  return Object.assign(Object.create(null), written);
}

/** Two columns of a file, by name or else the first two; an empty parent is the total. */
function fromFile(file: string, code: string | undefined, parent: string | undefined, readTable: ReadTable): Hierarchy {
  const [header, ...rows] = readTable(file);
  if (header === undefined || header.length < 2)
    throw new TableProblem(`${file}: a hierarchy needs a first line with at least two columns, code and parent.`);
  const columnOf = (name: string | undefined, otherwise: number): number => {
    const at = name === undefined ? otherwise : header.indexOf(name);
    if (at < 0) throw new TableProblem(`${file}: there is no column “${name}”; it has ${header.join(", ")}.`);
    return at;
  };
  const codeAt = columnOf(code, 0);
  const parentAt = columnOf(parent, 1);
  const hierarchy: Record<string, string> = Object.create(null);
  for (const [i, row] of rows.entries()) {
    const from = row[codeAt] ?? "";
    const to = row[parentAt] ?? "";
    if (from === "") throw new TableProblem(`${file}:${i + 2}: the code is empty.`);
    if (hierarchy[from] !== undefined && hierarchy[from] !== to)
      throw new TableProblem(
        `${file}:${i + 2}: “${from}” stands under “${hierarchy[from]}” and under “${to}”; give it one parent.`,
      );
    if (to !== "") hierarchy[from] = to;
  }
  return hierarchy;
}
