import { parseArgs } from "node:util";
import { openEdition } from "@impactmonitor/edition/read-edition";
import { buildEditions } from "@impactmonitor/pipeline/build-editions";
import { dataFolder, root } from "./root.ts";

/** Builds the editions of figures/editions.yaml into `<data folder>/editions`, with what was imported into `<data folder>/cbs`. */
export function editionBuild(words: string[]): number {
  const { values } = parseArgs({ args: words, options: { data: { type: "string" } } });
  const data = dataFolder(values.data);
  const built = buildEditions(root, `${data}/editions`, `${data}/cbs`);
  if (!built.ok) {
    for (const message of built.messages) console.error(message);
    console.error("\nNo edition was written.");
    return 1;
  }
  for (const it of built.editions)
    console.log(`edition ${it.id}: ${it.observations} figures, ${it.state}: ${it.folder}`);
  return 0;
}

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
