import { parseArgs } from "node:util";
import { openEdition } from "@impactmonitor/edition/read-edition";
import { editionDaySchema, editionIdPattern } from "@impactmonitor/model/edition";
import { buildAlone } from "@impactmonitor/pipeline/build-editions";
import { dataFolder, root } from "./root.ts";
import { sayBuilt } from "./say-built.ts";

/**
 * Builds the next editions into `<data folder>/editions`, on top of those that are sealed there, with what was imported
 * into `<data folder>/cbs` and `<data folder>/imported`.
 */
export function editionBuild(words: string[]): number {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ args: words, options: { data: text, edition: text, date: text } });
  const { edition: id, date } = values;
  if ((date !== undefined && id === undefined) || (id !== undefined && !editionIdPattern.test(id)) || !isDay(date)) {
    console.error("Name the edition as 2026-12 or 2026-11-2, and its date as 2026-12-20.");
    return 2;
  }
  const data = dataFolder(values.data);
  const asked = id === undefined ? undefined : { id, ...(date === undefined ? {} : { date }) };
  const built = buildAlone(root, `${data}/editions`, [`${data}/cbs`, `${data}/imported`], asked);
  for (const line of sayBuilt(built)) (built.ok ? console.log : console.error)(line);
  return built.ok ? 0 : 1;
}

const isDay = (date: string | undefined): boolean => date === undefined || editionDaySchema.safeParse(date).success;

/** Checks one edition folder against its checksums. */
export function editionVerify(words: string[]): number {
  const [folder] = words;
  if (!folder) {
    console.error("Name the folder of the edition: impactmonitor edition verify data/editions/2026-11");
    return 2;
  }
  const opened = openEdition(folder);
  if (!opened.ok) {
    console.error(`${opened.what} ${opened.mend}`);
    return 1;
  }
  const { id, files, digest } = opened.edition.manifest;
  console.log(`edition ${id}: ${files.length} files agree with their checksums; digest ${digest}`);
  return 0;
}
