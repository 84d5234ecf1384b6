import { readFileSync, statSync } from "node:fs";
import type { Outcome } from "./problem.ts";

/** Reads a file as UTF-8; a byte order mark is dropped. A file that is missing or in another encoding is a problem to mend. */
export function readText(root: string, file: string): Outcome<string> {
  const fail = (what: string, mend: string): Outcome<string> => ({
    ok: false,
    problems: [{ file, line: 1, what, mend }],
  });
  const path = `${root}/${file}`;
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return fail("The file does not exist.", "Write it.");
  try {
    return { ok: true, value: new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path)) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return fail("The file is not UTF-8.", "Save it again as UTF-8.");
  }
}
