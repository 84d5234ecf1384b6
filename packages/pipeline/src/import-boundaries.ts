import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Level } from "@impactmonitor/model/area";
import { checkCodes } from "./boundaries/check-codes.ts";
import type { ExpectedArea } from "./boundaries/check-codes.ts";
import { drawOfficial } from "./boundaries/draw-official.ts";
import { placeFeatures } from "./boundaries/place-features.ts";
import { readBoundaryFile } from "./boundaries/read-boundary-file.ts";
import type { Outcome, Problem } from "./problem.ts";

export interface ImportBoundariesOptions {
  /** GeoJSON or TopoJSON, in degrees (WGS84) or in metres of the national grid (EPSG:28992). */
  readonly file: string;
  readonly level: Level;
  readonly year: number;
  /** The areas of this level in this year: the file must hold each of them once, and no other. */
  readonly areas: readonly ExpectedArea[];
  readonly dataFolder: string;
}

/** What the import does to the world; a test passes its own. */
export interface ImportBoundariesEffects {
  readonly read: (path: string) => Promise<Uint8Array>;
  /** Writes a new file, with its folders, and returns when it is on disk. */
  readonly write: (path: string, text: string) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
}

export interface ImportedBoundaries {
  readonly file: string;
  readonly areas: number;
  readonly bytes: number;
}

/** A page with a map stays light; municipalities are many and get a page of their own. */
const maximumBytes = (level: Level): number => (level === "municipality" ? 150_000 : 40_000);

/** Where the site looks for official boundaries before it takes the schematic map. */
export function boundariesFile(dataFolder: string, level: Level, year: number): string {
  return join(dataFolder, "boundaries", `${level}-${year}.json`);
}

/**
 * Reads official boundaries, checks them against the list of areas, generalises them and puts them where the site
 * finds them. On any problem nothing is written, and boundaries that were there stay.
 */
export async function importBoundaries(
  options: ImportBoundariesOptions,
  effects: ImportBoundariesEffects = disk,
): Promise<Outcome<ImportedBoundaries>> {
  const { file, level, year, areas, dataFolder } = options;
  if (areas.length === 0) {
    return refuse(file, `There are no areas of the level ${level} in ${year}.`, "Choose another --level or --year.");
  }
  let bytes: Uint8Array;
  try {
    bytes = await effects.read(file);
  } catch (error) {
    return refuse(file, `The file can't be read: ${reason(error)}.`, "Check the path and the rights of the file.");
  }
  const text = convertBoundaries(bytes, options);
  if (!text.ok) return text;

  const target = boundariesFile(dataFolder, level, year);
  const part = `${target}.${process.pid}.part`;
  try {
    await effects.write(part, text.value);
    await effects.rename(part, target);
  } catch (error) {
    await effects.remove(part).catch(() => undefined);
    return refuse(target, `The file can't be written: ${reason(error)}.`, "Check the data folder: space and rights.");
  }
  return { ok: true, value: { file: target, areas: areas.length, bytes: Buffer.byteLength(text.value) } };
}

/** From the bytes of a boundary file to the text of a map, or all problems at once. */
export function convertBoundaries(
  bytes: Uint8Array,
  { file, level, year, areas }: Omit<ImportBoundariesOptions, "dataFolder">,
): Outcome<string> {
  const read = readBoundaryFile(bytes, file, new Set(areas.map(({ code }) => code)));
  if (!read.ok) return read;
  const problems: Problem[] = [...checkCodes(read.value, areas, file)];
  const placed = placeFeatures(read.value, file);
  if (!placed.ok) problems.push(...placed.problems);
  if (!placed.ok || problems.length > 0) return { ok: false, problems };

  const drawn = drawOfficial(placed.value, year, maximumBytes(level));
  if ("text" in drawn) return { ok: true, value: drawn.text };
  if ("lost" in drawn) {
    return refuse(
      file,
      `Too small to draw: ${drawn.lost.join(", ")}.`,
      "Check the borders of these areas in the file.",
    );
  }
  return refuse(
    file,
    `The map stays ${drawn.bytes} bytes; at most ${maximumBytes(level)} fit a page. Neighbours do not share borders.`,
    "Take a file in which the borders of neighbours are the same, such as those of CBS and PDOK.",
  );
}

const disk: ImportBoundariesEffects = {
  read: (path) => readFile(path),
  write: async (path, text) => {
    await mkdir(dirname(path), { recursive: true });
    const handle = await open(path, "w");
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  rename,
  remove: (path) => rm(path, { force: true }),
};

function refuse(file: string, what: string, mend: string): { ok: false; problems: Problem[] } {
  return { ok: false, problems: [{ file, line: 1, what, mend }] };
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
