import { mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";

/** A finished document on disk. */
export interface Kept {
  readonly path: string;
  readonly bytes: number;
}

/**
 * Finished documents by name, bounded in bytes: the least recently asked for goes first. A file appears under its name when it is
 * whole, so a crash leaves none that is cut off; several processes may share the folder.
 */
export interface Cupboard {
  readonly get: (name: string) => Kept | undefined;
  /** Where to write a document before it is put. */
  readonly desk: (name: string) => string;
  /** Takes in what was written at `desk`; undefined when nothing was. */
  readonly put: (name: string) => Kept | undefined;
  /** Throws away what was written at `desk`, if anything. */
  readonly discard: (name: string) => void;
}

const unfinished = ".part";
/** Milliseconds after which nobody is still writing. */
const forgotten = 3_600_000;

/**
 * @param limit bytes; the document that was asked for last stays, however large
 * @throws when the folder can't be made or written to
 */
export function openCupboard(folder: string, limit: number): Cupboard {
  mkdirSync(folder, { recursive: true });
  const kept = new Map<string, number>();
  let total = 0;
  const add = (name: string, bytes: number): void => {
    total += bytes - (kept.get(name) ?? 0);
    kept.delete(name);
    kept.set(name, bytes);
  };
  const forget = (name: string): void => {
    total -= kept.get(name) ?? 0;
    kept.delete(name);
  };
  const trim = (): void => {
    for (const name of kept.keys()) {
      if (total <= limit || kept.size === 1) return;
      forget(name);
      rmSync(join(folder, name), { force: true });
    }
  };
  const get = (name: string): Kept | undefined => {
    const path = join(folder, name);
    const bytes = statSync(path, { throwIfNoEntry: false })?.size;
    if (bytes === undefined) {
      forget(name);
      return undefined;
    }
    add(name, bytes);
    const now = new Date();
    utimesSync(path, now, now);
    return { path, bytes };
  };
  const desk = (name: string): string => join(folder, `${name}.${process.pid}${unfinished}`);

  const found = readdirSync(folder).map((name) => ({ name, ...sizeAndTime(join(folder, name)) }));
  for (const it of found.filter(({ name }) => name.endsWith(unfinished)))
    if (Date.now() - it.time > forgotten) rmSync(join(folder, it.name), { force: true });
  for (const it of found.toSorted((a, b) => a.time - b.time)) if (!it.name.endsWith(unfinished)) add(it.name, it.bytes);
  trim();
  return {
    get,
    desk,
    put: (name) => {
      if (!statSync(desk(name), { throwIfNoEntry: false })?.isFile()) return undefined;
      renameSync(desk(name), join(folder, name));
      const it = get(name);
      trim();
      return it;
    },
    discard: (name) => rmSync(desk(name), { force: true }),
  };
}

function sizeAndTime(path: string): { bytes: number; time: number } {
  const it = statSync(path, { throwIfNoEntry: false });
  return { bytes: it?.size ?? 0, time: it?.mtimeMs ?? 0 };
}
