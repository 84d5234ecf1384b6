import { readdirSync, readFileSync, statSync, type Stats } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { fault, showable, type Fault } from "./fault.ts";
import type { Layout } from "./layout.ts";
import type { Protocol } from "./protocol.ts";

/** Who delivers what about when, as far as something says so. */
export interface Said {
  readonly region?: string;
  readonly period?: string;
  readonly protocol?: string;
}

export interface FoundFile {
  readonly path: string;
  /** Name inside the delivery. */
  readonly name: string;
}

/** The files of a delivery, each by its kind; nothing of what they hold was read yet. */
export interface FoundFiles {
  readonly csv: readonly (FoundFile & { readonly type: string; readonly said: Said })[];
  readonly workbooks: readonly (FoundFile & { readonly said: Said })[];
  readonly fixed: readonly (FoundFile & { readonly type: string; readonly layout: Layout })[];
  readonly header?: FoundFile;
  readonly unknown: readonly FoundFile[];
}

export const headerFile = "levering.json";

/** Lists what is in a folder, or the one file that was named. Hidden files are what systems leave behind: not part of it. */
export function listFiles(path: string): FoundFile[] | undefined {
  const stat = statOf(path);
  if (stat?.isFile()) return [{ path, name: basename(path) }];
  if (!stat?.isDirectory()) return undefined;
  return readdirSync(path, { withFileTypes: true })
    .filter((it) => (it.isFile() || it.isSymbolicLink()) && !it.name.startsWith(".") && !it.name.startsWith("~$"))
    .map((it) => ({ path: join(path, it.name), name: it.name }))
    .filter((it) => statOf(it.path)?.isFile() === true)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What a path leads to, if anything: a link can also lead to itself. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && ["ENOENT", "ENOTDIR", "ELOOP"].includes(String(error.code)))
      return undefined;
    throw error;
  }
}

/** Says of each file what it is, by its name: `advies.csv`, `VT10_2024H1_advies.csv`, a workbook, a name of the layout. */
export function sortFiles(
  files: readonly FoundFile[],
  types: readonly string[],
  layout: Layout | undefined,
): FoundFiles {
  const csv: FoundFiles["csv"][number][] = [];
  const workbooks: FoundFiles["workbooks"][number][] = [];
  const fixed: FoundFiles["fixed"][number][] = [];
  const unknown: FoundFile[] = [];
  let header: FoundFile | undefined;
  for (const file of files) {
    const name = file.name.toLowerCase();
    const said = saidInName(file.name);
    const type = types.find((it) => name === `${it}.csv` || new RegExp(`[_ -]${it}\\.csv$`).test(name));
    const inLayout = layout ? typesIn(layout, name) : [];
    if (name === headerFile) header = file;
    else if (layout && inLayout.length > 0) for (const it of inLayout) fixed.push({ ...file, type: it, layout });
    else if (type !== undefined) csv.push({ ...file, type, said });
    else if (name.endsWith(".xlsx")) workbooks.push({ ...file, said });
    else unknown.push(file);
  }
  return { csv, workbooks, fixed, unknown, ...(header ? { header } : {}) };
}

const typesIn = (layout: Layout, name: string): string[] =>
  layout.all
    ? layout.all.file.toLowerCase() === name
      ? Object.keys(layout.records)
      : []
    : Object.entries(layout.records).flatMap(([type, it]) => (it.file?.toLowerCase() === name ? [type] : []));

function saidInName(name: string): Said {
  const region = /(?:^|[_ -])(VT\d{2})(?=[_ .-])/i.exec(name)?.[1]?.toUpperCase();
  const period = /(?:^|[_ -])(\d{4}H(?:J0?)?[12])(?=[_ .-])/i.exec(name)?.[1];
  return {
    ...(region === undefined ? {} : { region }),
    ...(period === undefined ? {} : { period: periodCode(period) }),
  };
}

/** `2024H1`, also when it is written as CBS does: 2024HJ01. */
export const periodCode = (written: string): string =>
  written
    .trim()
    .toUpperCase()
    .replace(/^(\d{4})HJ0?([12])$/, "$1H$2");

const headerSchema = z.object({
  organisatie: z.string().optional(),
  periode: z.string().optional(),
  protocol: z.string().optional(),
});

/** Reads `levering.json`: `{ "organisatie": "VT10", "periode": "2024H1", "protocol": "vt-2.0" }`. */
export function readHeader({ path, name }: FoundFile): Said | Fault {
  const wrong = (named: string): Fault => fault({ kind: "header-file", file: name, named });
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    if (error instanceof SyntaxError) return wrong("JSON");
    throw error;
  }
  const parsed = headerSchema.safeParse(value);
  if (!parsed.success) return wrong(parsed.error.issues.map((it) => it.path.join(".")).join(", ") || "JSON");
  const { organisatie, periode, protocol } = parsed.data;
  return {
    ...(organisatie === undefined ? {} : { region: organisatie.trim().toUpperCase() }),
    ...(periode === undefined ? {} : { period: periodCode(periode) }),
    ...(protocol === undefined ? {} : { protocol: protocol.trim() }),
  };
}

export interface SaidBy extends Said {
  readonly file: string;
}

/** Brings together what options, header file and names of files say; two that differ are a fault, never a choice. */
export function agree(all: readonly SaidBy[]): { readonly said: Said; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const one = (key: keyof Said): string | undefined => {
    const values = all.flatMap((it) => (it[key] === undefined ? [] : [{ file: it.file, value: it[key] }]));
    const [first] = values;
    const other = values.find((it) => it.value !== first?.value);
    if (first && other)
      faults.push(
        fault({
          kind: "contradiction",
          file: other.file,
          named: showable(other.value),
          expected: showable(first.value),
        }),
      );
    return first?.value;
  };
  const [region, period, protocol] = [one("region"), one("period"), one("protocol")];
  const said: Said = {
    ...(region === undefined ? {} : { region }),
    ...(period === undefined ? {} : { period }),
    ...(protocol === undefined ? {} : { protocol }),
  };
  return { said, faults };
}

/** Types that a file was found for more than once. */
export function doubleTypes(files: FoundFiles, sheets: ReadonlyMap<string, readonly string[]>): Fault[] {
  const byType = new Map<string, string[]>();
  for (const { type, name } of [...files.csv, ...files.fixed]) byType.set(type, [...(byType.get(type) ?? []), name]);
  for (const [type, names] of sheets) byType.set(type, [...(byType.get(type) ?? []), ...names]);
  return [...byType].flatMap(([type, names]) =>
    names.length > 1 ? [fault({ kind: "file-double", file: names[1]!, type, named: type })] : [],
  );
}

/** Types of which the protocol wants a file, and none was found. */
export const missingTypes = (protocol: Protocol, found: ReadonlySet<string>, folder: string): Fault[] =>
  Object.entries(protocol.records).flatMap(([type, it]) =>
    it.required && !found.has(type)
      ? [fault({ kind: "file-missing", file: `${folder}/${type}.csv`, type, named: type })]
      : [],
  );
