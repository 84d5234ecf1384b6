import type { MappingProblem } from "./mapping-problem.ts";
import type { CbsTable } from "./table.ts";

const explanation = `The import of this table stopped before a figure was written. The table has the parts below, and the mapping files of
the catalogue do not say what they mean. Nothing was guessed. Decide for each part what it means in the monitor, add the
lines to the file that is named, and start the import again. Ask the owner of the indicator when you doubt.

Kort in het Nederlands: deze tabel van het CBS heeft onderdelen die de catalogus nog niet kent. Er is niets geraden en
niets geschreven. Bepaal per onderdeel wat het is, zet de regels in het genoemde bestand en start de import opnieuw.
`;

const titles: Readonly<Record<string, string>> = {
  measure: "Measures / onderwerpen",
  dimension: "Dimensions / dimensies",
  code: "Codes of a dimension / codes van een dimensie",
  area: "Areas / gebieden",
  period: "Periods / perioden",
  status: "Status of periods / status van perioden",
  combination: "Combinations / combinaties",
  cell: "Cells / cellen",
};

/** What a table has and the mapping files do not settle, as a text that a data steward can work through. */
export function mappingReport(
  table: CbsTable,
  problems: readonly MappingProblem[],
  labels: { readonly labels: string; readonly labelsNote?: string | undefined },
): string {
  const head = [
    `Mapping report for table ${table.id}`,
    `${table.title}`,
    `Version: ${table.version ?? "unknown"}`,
    `Labels of this table: ${labels.labels}. ${labels.labelsNote ?? ""}`.trim(),
    "",
    explanation,
  ];
  const kinds = [...new Set(problems.map((it) => it.kind))];
  const sections = kinds.map((kind) => {
    const own = problems.filter((it) => it.kind === kind);
    return [`${titles[kind] ?? kind}: ${own.length}`, "-".repeat(60), ...own.map(entry)].join("\n");
  });
  return `${head.join("\n")}\n${sections.join("\n\n")}\n`;
}

function entry(it: MappingProblem): string {
  const lines = [
    it.dimension === "" ? `  title:     ${it.title}` : `  dimension: ${it.dimension}\n  title:     ${it.title}`,
    it.code === "" ? "" : `  code:      ${it.code}`,
    `  open:      ${it.why}`,
    it.nearest === "" ? "" : `  looks like: ${it.nearest} (a hint, not a match)`,
    it.add === "" ? "" : `  add to ${it.file}:\n${it.add.replace(/^/gm, "      ")}`,
  ];
  return `${lines.filter((line) => line !== "").join("\n")}\n`;
}
