import { createRequire } from "node:module";
import type { Highs } from "highs";

/**
 * The linear-programming solver (HiGHS, compiled to WebAssembly). Taken in through `require`: its type declarations describe the
 * CommonJS build, in which the module itself is the loader.
 */
const load: () => Promise<Highs> = createRequire(import.meta.url)("highs");

let loading: Promise<Highs> | undefined;

/** One solver for the whole process: loading it takes some 50 ms. */
export function solver(): Promise<Highs> {
  loading ??= load();
  return loading;
}
