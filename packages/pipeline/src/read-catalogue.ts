import { existsSync, readdirSync } from "node:fs";
import { areaNotesSchema } from "@impactmonitor/model/area-note";
import { areaChangesSchema, helpSchema, type Catalogue } from "@impactmonitor/model/catalogue";
import { codelistSchema } from "@impactmonitor/model/codelist";
import { contextVariablesSchema } from "@impactmonitor/model/context";
import { eventsSchema } from "@impactmonitor/model/event";
import { exampleSchema } from "@impactmonitor/model/example";
import { glossarySchema } from "@impactmonitor/model/glossary";
import { indicatorSchema } from "@impactmonitor/model/indicator";
import { planStepsSchema } from "@impactmonitor/model/plan-step";
import { questionsSchema } from "@impactmonitor/model/question";
import { localSetsSchema } from "@impactmonitor/model/local-set";
import { sourceSchema } from "@impactmonitor/model/source";
import { startersSchema } from "@impactmonitor/model/starters";
import { themesSchema } from "@impactmonitor/model/theme";
import { traitsSchema } from "@impactmonitor/model/trait";
import type { z } from "zod";
import type { CatalogueFiles } from "./catalogue-files.ts";
import { checkGuide } from "./check-guide.ts";
import { checkMatching } from "./check-matching.ts";
import { checkLocalSets } from "./check-local-sets.ts";
import { checkPages } from "./check-pages.ts";
import { checkReferences } from "./check-references.ts";
import type { Outcome, Problem } from "./problem.ts";
import { readAreas } from "./read-areas.ts";
import { readReportInserts } from "./read-report-inserts.ts";
import { readPages } from "./read-pages.ts";
import { readYaml, type YamlFile } from "./read-yaml.ts";

/**
 * Reads and checks the whole catalogue under `root`.
 * @returns the catalogue, or all problems, each with file, line and mend.
 */
export function readCatalogue(root: string): Outcome<Catalogue> {
  const problems: Problem[] = [];
  const one = <S extends z.ZodType>(file: string, schema: S): YamlFile<z.output<S>> | undefined => {
    const read = readYaml(root, file, schema);
    if (read.ok) return read.value;
    problems.push(...read.problems);
    return undefined;
  };
  const named = (kind: string): string[] => {
    const folder = `catalogue/${kind}`;
    if (!existsSync(`${root}/${folder}`)) {
      problems.push({ file: folder, line: 1, what: "The folder does not exist.", mend: "Make it." });
      return [];
    }
    const names = readdirSync(`${root}/${folder}`).filter((name) => name.endsWith(".yaml"));
    return names.sort().map((name) => name.replace(/\.yaml$/, ""));
  };
  const names = {
    indicators: named("indicators"),
    codelists: named("codelists"),
    sources: named("sources"),
    examples: named("examples"),
  };
  const many = <S extends z.ZodType>(kind: keyof typeof names, schema: S): YamlFile<z.output<S>>[] =>
    names[kind].flatMap((name) => one(`catalogue/${kind}/${name}.yaml`, schema) ?? []);

  const files: CatalogueFiles = {
    named: names,
    indicators: many("indicators", indicatorSchema),
    codelists: many("codelists", codelistSchema),
    sources: many("sources", sourceSchema),
    examples: many("examples", exampleSchema),
    themes: one("catalogue/themes.yaml", themesSchema),
    glossary: one("catalogue/glossary.yaml", glossarySchema),
    questions: one("catalogue/questions.yaml", questionsSchema),
    planSteps: one("catalogue/plan-steps.yaml", planStepsSchema),
    starters: one("catalogue/starters.yaml", startersSchema),
    traits: one("catalogue/traits.yaml", traitsSchema),
    notes: one("catalogue/notes.yaml", areaNotesSchema),
    localSets: one("catalogue/local-sets.yaml", localSetsSchema),
    events: one("catalogue/events.yaml", eventsSchema),
    context: one("catalogue/context.yaml", contextVariablesSchema),
  };
  const areaChanges = one("catalogue/areas/changes.yaml", areaChangesSchema);
  const help = one("catalogue/help.yaml", helpSchema);
  const areas = readAreas(root, problems);
  const pages = readPages(root, problems);
  const { themes, glossary, questions, planSteps, starters, events, traits, notes } = files;
  if (!themes || !glossary || !questions || !planSteps || !starters || !events || !traits || !notes)
    return { ok: false, problems };
  if (!files.context || !files.localSets || !areaChanges || !help) return { ok: false, problems };

  const catalogue: Catalogue = {
    themes: themes.value.toSorted((a, b) => a.order - b.order),
    sources: files.sources.map((it) => it.value).sort((a, b) => a.number - b.number),
    indicators: files.indicators.map((it) => it.value),
    codelists: files.codelists.map((it) => it.value),
    glossary: glossary.value,
    questions: questions.value,
    planSteps: planSteps.value,
    examples: files.examples.map((it) => it.value).sort((a, b) => a.order - b.order),
    starters: starters.value,
    events: events.value.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
    contextVariables: files.context.value,
    traits: traits.value,
    notes: notes.value,
    localSets: files.localSets.value,
    areaChanges: areaChanges.value,
    help: help.value,
    pages,
    reportInserts: readReportInserts(root, themes.value, problems),
    ...areas,
  };
  problems.push(
    ...checkReferences(files, catalogue),
    ...checkGuide(files, catalogue),
    ...checkMatching(files, catalogue),
    ...checkLocalSets(files.localSets, catalogue),
    ...checkPages(catalogue),
  );
  return problems.length === 0 ? { ok: true, value: catalogue } : { ok: false, problems };
}
