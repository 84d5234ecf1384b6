import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { processAlive } from "./process-alive.ts";

export type Claimed =
  | { readonly ok: true; readonly release: () => void }
  | { readonly ok: false; readonly what: string; readonly mend: string };

interface Mark {
  readonly name: string;
  readonly number: number;
  readonly pid: number;
}

/** Who claims a folder, in the words of what is said to whoever comes second. */
export interface ClaimWords {
  /** What can't be written: "The edition". */
  readonly thing: string;
  /** What is under way: "build". */
  readonly job: string;
  /** "writing editions to". */
  readonly doing: string;
}
const ofEditions: ClaimWords = { thing: "The edition", job: "build", doing: "writing editions to" };

/**
 * Claims a folder of editions for one build: two that each add an edition to the same last one would split the chain.
 * A claim is a folder `.building-<number>` that holds a process id. It is renamed into place, so it is there whole or not
 * at all, and only one process can take a number. A dead process's claim counts for nothing.
 * @returns how to release it, or who holds it; processes on other machines are not seen.
 */
export function claimFolder(folder: string, words: ClaimWords = ofEditions): Claimed {
  try {
    mkdirSync(folder, { recursive: true });
    return claim(folder, words);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    return {
      ok: false,
      what: `${words.thing} can't be written to ${folder}: ${error.message}.`,
      mend: "Check the data folder: space and rights.",
    };
  }
}

function claim(folder: string, words: ClaimWords): Claimed {
  const before = marksIn(folder);
  const holder = before.find(isHeld);
  if (holder) return held(folder, holder, words);
  const mine = join(folder, `.building-${Math.max(0, ...before.map((it) => it.number)) + 1}`);
  const prepared = join(folder, `.building.${process.pid}.partial`);
  rmSync(prepared, { recursive: true, force: true });
  mkdirSync(prepared);
  writeFileSync(join(prepared, "pid"), String(process.pid));
  try {
    renameSync(prepared, mine);
  } catch (error) {
    rmSync(prepared, { recursive: true, force: true });
    if (!existsSync(mine)) throw error;
    // Somebody took the number first; who is done already is in nobody's way.
    const winner = marksIn(folder).find(isHeld);
    return winner ? held(folder, winner, words) : claim(folder, words);
  }
  const release = (): void => rmSync(mine, { recursive: true, force: true });
  // Looked again after taking the number: of two that claim at once at least one sees the other.
  const other = marksIn(folder).find((it) => isHeld(it) && join(folder, it.name) !== mine);
  if (other) {
    release();
    return held(folder, other, words);
  }
  for (const it of before) rmSync(join(folder, it.name), { recursive: true, force: true });
  return { ok: true, release };
}

function marksIn(folder: string): Mark[] {
  return readdirSync(folder).flatMap((name): Mark[] => {
    const number = /^\.building-(\d+)$/.exec(name)?.[1];
    if (number === undefined) return [];
    try {
      return [{ name, number: Number(number), pid: pidIn(join(folder, name)) }];
    } catch {
      // Released while we looked.
      return [];
    }
  });
}

/** An id that can't be read, after a power cut, is nobody's: 0 and less would be groups of processes. */
function pidIn(mark: string): number {
  const text = readFileSync(join(mark, "pid"), "utf8");
  return /^[1-9]\d*$/.test(text) ? Number(text) : Number.NaN;
}

/** A mark with our own id is of a dead process that had it before us: in a container each build has the same one. */
const isHeld = (it: Mark): boolean => it.pid !== process.pid && processAlive(it.pid);

function held(folder: string, { name, pid }: Mark, { job, doing }: ClaimWords): Claimed {
  return {
    ok: false,
    what: `Another ${job} is ${doing} ${folder} (process ${pid}).`,
    mend: `Wait until it is done, then ${job === "build" ? "build" : "try"} again. Is process ${pid} no ${job}? Then remove ${join(folder, name)}.`,
  };
}
