import type { Catalogue } from "@impactmonitor/model/catalogue";
import { parseBreakdown } from "@impactmonitor/model/observation";
import { parsePeriod } from "@impactmonitor/model/period";
import type { CatalogueFiles } from "./catalogue-files.ts";
import type { Problem } from "./problem.ts";
import type { YamlFile } from "./read-yaml.ts";

type Report = (path: readonly PropertyKey[], what: string, mend: string) => void;

/** Checks what the route guide and the worked examples refer to: indicators, facts, areas, periods and questions. */
export function checkGuide(files: CatalogueFiles, catalogue: Catalogue): Problem[] {
  const problems: Problem[] = [];
  const reporter =
    (file: YamlFile<unknown>): Report =>
    (path, what, mend) =>
      problems.push({ file: file.file, line: file.lineOf(path), what, mend });
  const indicators = new Set([...files.named.indicators, ...catalogue.indicators.map((it) => it.id)]);
  if (files.questions) checkQuestions(files.questions, catalogue, indicators, reporter(files.questions));
  for (const file of files.examples) checkExample(file, catalogue, indicators, reporter(file));
  return problems;
}

const mendIndicator = "Mend the id, or add the indicator.";

function checkQuestions(
  file: YamlFile<Catalogue["questions"]>,
  catalogue: Catalogue,
  indicators: ReadonlySet<string>,
  report: Report,
): void {
  const ids = file.value.map((it) => it.id);
  const facts = new Set(catalogue.contextVariables.map((it) => it.id));
  file.value.forEach(({ id, guide }, i) => {
    if (ids.lastIndexOf(id) !== i) report([i, "id"], `${id} is there twice.`, "Give one another id.");
    guide?.steps.forEach((step, j) =>
      step.indicators.forEach((indicator, k) => {
        if (!indicators.has(indicator))
          report([i, "guide", "steps", j, "indicators", k], `There is no indicator ${indicator}.`, mendIndicator);
      }),
    );
    guide?.context.forEach((fact, j) => {
      if (!facts.has(fact))
        report(
          [i, "guide", "context", j],
          `There is no context variable ${fact}.`,
          "Mend the id, or add the variable.",
        );
    });
  });
}

function checkExample(
  { value }: YamlFile<Catalogue["examples"][number]>,
  catalogue: Catalogue,
  indicators: ReadonlySet<string>,
  report: Report,
): void {
  if (catalogue.areas.length > 0 && !catalogue.areas.some((it) => it.code === value.area))
    report(["area"], `There is no area ${value.area}.`, "Mend the code, as in catalogue/areas/areas.csv.");
  if (!catalogue.questions.some((it) => it.id === value.question))
    report(["question"], `There is no question ${value.question}.`, "Mend the id, as in catalogue/questions.yaml.");
  const checkPeriod = (period: string, path: readonly PropertyKey[]): void => {
    if (!parsePeriod(period)) report(path, `“${period}” is no period.`, "Write 2019, 2019H1, 2019Q1 or 2019-01.");
  };
  const checkIndicator = (id: string, path: readonly PropertyKey[]): void => {
    if (!indicators.has(id)) report(path, `There is no indicator ${id}.`, mendIndicator);
  };
  checkPeriod(value.period, ["period"]);
  value.steps.forEach(({ parts }, i) =>
    parts.forEach((part, j) => {
      const at = ["steps", i, "parts", j];
      if (part.kind === "indicators")
        part.items.forEach((it, k) => checkIndicator(it.indicator, [...at, "items", k, "indicator"]));
      if (part.kind !== "figure") return;
      checkIndicator(part.indicator, [...at, "indicator"]);
      if (part.period !== undefined) checkPeriod(part.period, [...at, "period"]);
      if (part.category !== undefined && !parseBreakdown(part.category))
        report([...at, "category"], `“${part.category}” is no category.`, "Write it as in figures/: dimension=code.");
    }),
  );
}
