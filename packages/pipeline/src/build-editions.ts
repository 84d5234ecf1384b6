import { diffEditions } from "@impactmonitor/edition/diff";
import { openEdition } from "@impactmonitor/edition/read-edition";
import { writeEdition } from "@impactmonitor/edition/write-edition";
import type { Observation } from "@impactmonitor/model/observation";
import { z } from "zod";
import { chooseVintages } from "./choose-vintage.ts";
import { sayProblem, type Problem } from "./problem.ts";
import { readCatalogue } from "./read-catalogue.ts";
import { readContext, readMaps } from "./read-context.ts";
import { placeOfRow, readFigures } from "./read-figures.ts";
import { readYaml } from "./read-yaml.ts";

/** `figures/editions.yaml`: the editions to build, oldest first. */
const editionsSchema = z
  .array(
    z.strictObject({
      id: z.string().regex(/^\d{4}-\d{2}(-[a-z0-9]+)*$/, "write an edition id as 2026-11"),
      date: z.iso.date("write a date as 2026-11-22"),
    }),
  )
  .min(1)
  .superRefine((editions, context) =>
    editions.forEach(({ id, date }, i) => {
      const before = editions.slice(0, i);
      if (before.some((it) => it.id === id))
        context.addIssue({ code: "custom", path: [i, "id"], message: `edition ${id} is there twice` });
      if (before.some((it) => it.date >= date))
        context.addIssue({ code: "custom", path: [i, "date"], message: "an edition before it has a later date" });
    }),
  );

export interface BuiltEdition {
  readonly id: string;
  readonly folder: string;
  readonly state: "written" | "unchanged";
  readonly observations: number;
}
export type Built =
  { readonly ok: true; readonly editions: BuiltEdition[] } | { readonly ok: false; readonly messages: string[] };

/**
 * Catalogue and figures → sealed editions under `target`, each compared with the one before it.
 * Nothing is written when any file has a problem.
 * @param root the folder that holds catalogue/ and figures/
 * @param imported a folder with tables that `import cbs` made; they join what stands in figures/
 */
export function buildEditions(root: string, target: string, imported?: string): Built {
  const refuse = (problems: readonly Problem[]): Built => ({ ok: false, messages: problems.map(sayProblem) });
  const catalogue = readCatalogue(root);
  if (!catalogue.ok) return refuse(catalogue.problems);
  const plan = readYaml(root, "figures/editions.yaml", editionsSchema);
  if (!plan.ok) return refuse(plan.problems);
  const figures = readFigures(root, catalogue.value, imported);
  if (!figures.ok) return refuse(figures.problems);
  const context = readContext(root, catalogue.value, imported);
  if (!context.ok) return refuse(context.problems);
  const maps = readMaps(root);

  const chosen = plan.value.value.map((it) => ({
    ...it,
    figures: chooseVintages(figures.value, it.date, (row) => placeOfRow(row, imported)),
  }));
  const contradictions = chosen.flatMap((it) => (it.figures.ok ? [] : it.figures.problems));
  if (contradictions.length > 0) return refuse(contradictions);

  const indicators = catalogue.value.indicators.map((it) => it.id);
  const editions: BuiltEdition[] = [];
  let previous: { id: string; digest: string; observations: Observation[]; indicators: string[] } | undefined;
  for (const { id, date, figures } of chosen) {
    if (!figures.ok) continue;
    const observations = figures.value;
    const written = writeEdition(target, {
      id,
      kind: "published",
      date,
      ...(previous ? { previous: { id: previous.id, digest: previous.digest } } : {}),
      catalogue: catalogue.value,
      observations,
      context: context.value,
      maps,
      changes: diffEditions(previous, { observations, indicators }),
    });
    if (!written.ok) return { ok: false, messages: [`${written.what} ${written.mend}`] };
    const opened = openEdition(written.folder);
    if (!opened.ok) return { ok: false, messages: [`${opened.what} ${opened.mend}`] };
    editions.push({ id, folder: written.folder, state: written.state, observations: observations.length });
    previous = { id, digest: opened.edition.manifest.digest, observations, indicators };
  }
  return { ok: true, editions };
}
