import { parseArgs } from "node:util";
import { levels } from "@impactmonitor/model/area";
import { importBoundaries } from "@impactmonitor/pipeline/import-boundaries";
import { sayProblem } from "@impactmonitor/pipeline/problem";
import { readCatalogue } from "@impactmonitor/pipeline/read-catalogue";
import { dataFolder, root } from "./root.ts";

/** Swaps the schematic map of a level and year for official boundaries from a file. */
export async function importBoundariesCommand(words: string[]): Promise<number> {
  const { values } = parseArgs({
    args: words,
    options: {
      file: { type: "string" },
      level: { type: "string", default: "vt-region" },
      year: { type: "string" },
      data: { type: "string" },
    },
  });
  const level = levels.find((it) => it === values.level);
  const year = Number(values.year);
  if (!values.file || !level || !Number.isInteger(year) || year < 1900 || year > 2100) {
    console.error(
      `Name the file, the level (${levels.join(", ")}) and the year:\n` +
        "  impactmonitor import boundaries --file regions.geojson --level vt-region --year 2025",
    );
    return 2;
  }
  const catalogue = readCatalogue(root);
  if (!catalogue.ok) {
    for (const problem of catalogue.problems) console.error(sayProblem(problem));
    return 1;
  }
  const day = `${year}-12-31`;
  const areas = catalogue.value.areas
    .filter((it) => it.level === level && it.validFrom <= day && (it.validTo === undefined || it.validTo >= day))
    .map((it) => ({ code: it.code, name: it.name }));
  const imported = await importBoundaries({
    file: values.file,
    level,
    year,
    areas,
    dataFolder: dataFolder(values.data),
  });
  if (!imported.ok) {
    for (const problem of imported.problems) console.error(sayProblem(problem));
    console.error("\nNothing was changed.");
    return 1;
  }
  const { file, areas: count, bytes } = imported.value;
  console.log(`${count} areas, ${Math.round(bytes / 1000)} kB: ${file}. Restart the site to see them.`);
  return 0;
}
