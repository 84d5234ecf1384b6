import { parseArgs } from "node:util";
import { importCbs } from "@impactmonitor/pipeline/import-cbs/import-cbs";
import { dataFolder, root } from "./root.ts";

/** Reads CBS tables into `<data folder>/cbs`, from the network or from a file that was downloaded by hand. */
export async function importCbsCommand(words: string[]): Promise<number> {
  const { values } = parseArgs({
    args: words,
    options: {
      table: { type: "string", multiple: true },
      file: { type: "string" },
      base: { type: "string" },
      v3: { type: "boolean", default: false },
      data: { type: "string" },
      quiet: { type: "boolean", default: false },
    },
  });
  const { table, file, base, v3, quiet } = values;
  const outcome = await importCbs({
    root,
    data: dataFolder(values.data),
    ...(table ? { tables: table } : {}),
    ...(file === undefined ? {} : { file }),
    ...(base === undefined ? {} : { base }),
    v3,
    quiet,
  });
  return outcome.failed.length > 0 ? 1 : 0;
}
