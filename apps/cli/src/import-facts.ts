import { parseArgs } from "node:util";
import { readAggregates } from "@impactmonitor/pipeline/aggregates/read-aggregates";
import { readContract } from "@impactmonitor/pipeline/aggregates/read-contract";
import { writeAggregates } from "@impactmonitor/pipeline/aggregates/write-aggregates";
import { sayProblem, type Problem } from "@impactmonitor/pipeline/problem";
import { readCatalogue } from "@impactmonitor/pipeline/read-catalogue";
import { dataFolder, root } from "./root.ts";

/** Takes in figures that a source counted or estimated itself: the whole file, or nothing of it. */
export function importFactsCommand(words: string[]): number {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ args: words, options: { file: text, source: text, data: text } });
  const { file, source } = values;
  if (!file || !source) {
    console.error("Name the file and the source:\n  impactmonitor import facts --file police-2024.csv --source police");
    return 2;
  }
  const catalogue = readCatalogue(root);
  if (!catalogue.ok) return refuse(catalogue.problems);
  const contract = readContract(root, source, catalogue.value);
  if (!contract.ok) return refuse(contract.problems);
  const delivery = readAggregates(file, contract.value, catalogue.value);
  if (!delivery.ok) return refuse(delivery.problems);
  const written = writeAggregates(dataFolder(values.data), delivery.value);
  const how = written.replaced ? "in place of the earlier delivery" : "new";
  console.log(
    `${source}, edition ${delivery.value.edition}: ${written.rows === 1 ? "1 figure" : `${written.rows} figures`}, ${how}, in ${written.file}.`,
  );
  return 0;
}

function refuse(problems: readonly Problem[]): number {
  for (const problem of problems) console.error(sayProblem(problem));
  console.error("\nNothing was changed.");
  return 1;
}
