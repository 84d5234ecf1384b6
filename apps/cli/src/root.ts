import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds catalogue/ and figures/. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");

/** Where editions and caches live: `--data`, else IMPACTMONITOR_DATA, else data/ in the project. */
export const dataFolder = (given?: string): string =>
  resolve(given ?? process.env.IMPACTMONITOR_DATA ?? `${root}/data`);
