import { existsSync, readdirSync } from "node:fs";
import { reportPlaces, themePlace, type ReportInsert } from "@impactmonitor/model/report-insert";
import { languages } from "@impactmonitor/model/text";
import type { Theme } from "@impactmonitor/model/theme";
import { insertBlocks } from "./insert-blocks.ts";
import type { Problem } from "./problem.ts";
import { readText } from "./read-text.ts";

const folder = "catalogue/report";

/**
 * Reads what editors wrote for yearly reports: `catalogue/report/<year>/<place>.<language>.md`. A place is optional, its two languages are
 * not: nobody reads half a report.
 */
export function readReportInserts(root: string, themes: readonly Theme[], problems: Problem[]): ReportInsert[] {
  if (!existsSync(`${root}/${folder}`)) return [];
  const places = new Set<string>([...reportPlaces, ...themes.map((it) => themePlace(it.id))]);
  const years = readdirSync(`${root}/${folder}`, { withFileTypes: true }).filter((it) => it.name !== "README.md");
  return years
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((year) => {
      const file = `${folder}/${year.name}`;
      if (year.isDirectory() && /^(19|20)\d\d$/.test(year.name))
        return readYear(root, file, year.name, places, problems);
      problems.push({
        file,
        line: 1,
        what: "This is no folder of a year.",
        mend: "Name the folder after the year that the report is about, such as 2025.",
      });
      return [];
    });
}

function readYear(
  root: string,
  at: string,
  year: string,
  places: ReadonlySet<string>,
  problems: Problem[],
): ReportInsert[] {
  const found = new Set<string>();
  for (const name of readdirSync(`${root}/${at}`).toSorted()) {
    const [place = "", language = "", ...rest] = name.split(".");
    const known = places.has(place) && languages.some((it) => it === language) && rest.join(".") === "md";
    if (known) found.add(place);
    else
      problems.push({
        file: `${at}/${name}`,
        line: 1,
        what: "No place in a report has this name.",
        mend: `Name it <place>.nl.md or <place>.en.md, with as place one of: ${[...places].join(", ")}.`,
      });
  }
  return [...found].map((place) => {
    const read = (language: string) => {
      const file = `${at}/${place}.${language}.md`;
      const text = readText(root, file);
      if (text.ok) return insertBlocks(file, text.value, problems);
      problems.push(...text.problems);
      return [];
    };
    return { id: `${year}-${place}`, year: Number(year), place, body: { nl: read("nl"), en: read("en") } };
  });
}
