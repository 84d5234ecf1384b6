import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { Wrong } from "./export-subject.ts";

/**
 * Makes a folder and those that it lies in, one step at a time: where the system denies that the folder above a new one exists, as
 * under /proc, `mkdirSync` with `recursive` tries for ever.
 * @param path absolute
 * @returns what was wrong where it can't be made
 */
export function makeFolder(path: string): Wrong | undefined {
  const missing: string[] = [];
  let above = path;
  for (; !exists(above) && dirname(above) !== above; above = dirname(above)) missing.unshift(above);
  try {
    for (const it of missing) makeOne(it);
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    return new Wrong(`The folder ${path} can't be made: ${error.message}.`, mend);
  }
  return isFolder(path) ? undefined : new Wrong(`${path} is no folder.`, mend);
}

const mend = "Name a file or folder that you may write to with --to.";

/** Somebody else may just have made it. */
function makeOne(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if (!isFolder(path)) throw error;
  }
}

const exists = (path: string): boolean => statOf(path) !== undefined;
const isFolder = (path: string): boolean => statOf(path)?.isDirectory() ?? false;

/** Of what can't be looked at nothing is known; making it tells why. */
function statOf(path: string): ReturnType<typeof statSync> {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
