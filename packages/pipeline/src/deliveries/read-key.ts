import { readFileSync, realpathSync } from "node:fs";
import { resolve, sep } from "node:path";
import { pseudonymKey, type PseudonymKey } from "./pseudonym.ts";

export type KeyRead =
  | { readonly ok: true; readonly key: PseudonymKey }
  | { readonly ok: false; readonly what: string; readonly mend: string };

const make = "Make one outside the data folder: (umask 077; openssl rand -hex 32 > /a/safe/place/monitor.key)";
const fewest = 32;

/**
 * The key with which person ids are hashed: from a file, or else from a text in the environment. Whoever has it can find persons
 * by trying all numbers, so it may not be where the records are.
 */
export function readKey(file: string | undefined, text: string | undefined, dataFolder: string): KeyRead {
  const fail = (what: string): KeyRead => ({ ok: false, what, mend: `${make}, and give it with --key FILE.` });
  let bytes: Buffer;
  if (file !== undefined) {
    try {
      if (isInside(file, dataFolder)) return fail("The key is inside the data folder, beside what it protects.");
      bytes = readFileSync(file);
    } catch (error) {
      if (!(error instanceof Error && "code" in error)) throw error;
      return fail(`The key can't be read from ${file} (${String(error.code)}).`);
    }
  } else if (text === undefined || text === "")
    return fail("Person ids are kept as keyed hashes only, and there is no key.");
  else bytes = Buffer.from(text);
  const end = bytes.at(-1) === 0x0a ? (bytes.at(-2) === 0x0d ? 2 : 1) : 0;
  const secret = bytes.subarray(0, bytes.length - end);
  if (secret.length < fewest) return fail(`The key has ${secret.length} bytes; it needs at least ${fewest}.`);
  if (new Set(secret).size < 8) return fail("The key repeats a few characters and is easily guessed.");
  return { ok: true, key: pseudonymKey(secret) };
}

/** Whether a path is in a folder, also through a link. */
export function isInside(path: string, folder: string): boolean {
  const real = (it: string): string => {
    try {
      return realpathSync(it);
    } catch {
      return resolve(it);
    }
  };
  const [inner, outer] = [real(path), real(folder)];
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);
}
