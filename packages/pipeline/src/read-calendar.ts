import { calendarSchema, type Calendar } from "@impactmonitor/model/calendar";
import { editionsSchema } from "./plan-editions.ts";
import type { Outcome, Problem } from "./problem.ts";
import { readYaml } from "./read-yaml.ts";

/**
 * Reads `figures/calendar.yaml` under `root` and checks it against `figures/editions.yaml`.
 * @returns the calendar, or all problems, each with file, line and mend
 */
export function readCalendar(root: string): Outcome<Calendar> {
  const read = readYaml(root, "figures/calendar.yaml", calendarSchema);
  if (!read.ok) return read;
  const plan = readYaml(root, "figures/editions.yaml", editionsSchema);
  if (!plan.ok) return plan;
  const { file, value, lineOf } = read.value;
  const problems = value.entries.flatMap(({ edition }, i): Problem[] => {
    if (edition === undefined || plan.value.value.some((it) => it.id === edition)) return [];
    const mend = `Add the edition to ${plan.value.file}, or mend the id.`;
    return [{ file, line: lineOf(["entries", i, "edition"]), what: `There is no edition ${edition}.`, mend }];
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
}
