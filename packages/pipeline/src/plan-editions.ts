import { editionDaySchema, editionIdPattern, type Manifest } from "@impactmonitor/model/edition";
import { z } from "zod";
import type { Outcome, Problem } from "./problem.ts";
import type { YamlFile } from "./read-yaml.ts";

/** An edition to build: its id, and the day up to which it holds what was published. */
export interface PlannedEdition {
  readonly id: string;
  readonly date: string;
}

/** `figures/editions.yaml`: the editions of this monitor, oldest first. */
export const editionsSchema = z
  .array(
    z.strictObject({
      id: z.string().regex(editionIdPattern, "write an edition id as 2026-11"),
      date: editionDaySchema,
    }),
  )
  .min(1)
  .superRefine((editions, context) =>
    editions.forEach(({ id, date }, i) => {
      const before = editions.slice(0, i);
      if (before.some((it) => it.id === id))
        context.addIssue({ code: "custom", path: [i, "id"], message: `edition ${id} is there twice` });
      if (before.some((it) => it.date > date))
        context.addIssue({ code: "custom", path: [i, "date"], message: "an edition before it has a later date" });
    }),
  );

/** An edition that somebody asks for by name, beside those of the plan. Without a date: that of the newest one. */
export interface AskedEdition {
  readonly id: string;
  readonly date?: string;
}

/**
 * Which editions to try to build, oldest first, on top of the sealed ones: those of the plan that aren't sealed yet. Is
 * there none, then a second edition of the newest one's month, as known on the same day: `2026-11-2` after `2026-11`.
 * It is sealed only if something differs: a correction, a text, a table that was imported late.
 * Those of the plan that are older than any edition here are left alone when they were put into an archive.
 * @param sealed oldest first
 * @param asked is tried last; the plan counts up to its date only
 */
export function planEditions(
  plan: YamlFile<readonly PlannedEdition[]>,
  sealed: readonly Manifest[],
  asked?: AskedEdition,
): Outcome<PlannedEdition[]> {
  const newest = sealed.at(-1);
  const problems: Problem[] = [];
  const toCome: PlannedEdition[] = [];
  const wrong = (i: number, what: string, mend: string) =>
    problems.push({ file: plan.file, line: plan.lineOf([i]), what, mend });
  const [oldest] = sealed;
  /** Earlier than the oldest edition here, which was itself built on an earlier one: that is in an archive. */
  const isArchived = (it: PlannedEdition): boolean =>
    oldest?.previous !== undefined && (it.date < oldest.date || it.id === oldest.previous.id);
  const lastSealed = plan.value.findLastIndex((it) => sealed.some((one) => one.id === it.id));
  plan.value.forEach((it, i) => {
    const twin = sealed.find((one) => one.id === it.id);
    if (twin && twin.date !== it.date)
      wrong(
        i,
        `Edition ${it.id} was sealed with the date ${twin.date}, not ${it.date}, and an edition is never changed.`,
        "Put that date back, and add a new edition below.",
      );
    else if (!twin && !isArchived(it) && newest && (it.date < newest.date || i < lastSealed))
      wrong(
        i,
        `Edition ${it.id} can't be built any more: ${newest.id} (${newest.date}) is sealed and comes after it.`,
        `Remove these lines, or give it a date of ${newest.date} or later at the end of the list.`,
      );
    else if (!twin && !isArchived(it)) toCome.push(it);
  });
  if (problems.length > 0) return { ok: false, problems };
  if (asked) return withAsked(plan, newest, toCome, asked);
  if (toCome.length > 0 || !newest) return { ok: true, value: toCome };
  return { ok: true, value: [{ id: nextOfMonth(newest.id, sealed), date: newest.date }] };
}

function withAsked(
  plan: YamlFile<readonly PlannedEdition[]>,
  newest: Manifest | undefined,
  toCome: readonly PlannedEdition[],
  { id, date: given }: AskedEdition,
): Outcome<PlannedEdition[]> {
  const at = plan.value.findIndex((it) => it.id === id);
  const refuse = (what: string, mend: string): Outcome<PlannedEdition[]> => ({
    ok: false,
    problems: [{ file: plan.file, line: at < 0 ? 1 : plan.lineOf([at]), what, mend }],
  });
  const planned = plan.value[at]?.date;
  const date = given ?? planned ?? newest?.date;
  if (date === undefined)
    return refuse(
      `Edition ${id} has no date here.`,
      "Give it one: --date, the day up to which it holds what is known.",
    );
  if (planned !== undefined && planned !== date)
    return refuse(
      `Edition ${id} has the date ${planned} here, not ${date}.`,
      "Leave out --date, or mend the date here.",
    );
  if (newest && date < newest.date)
    return refuse(
      `Edition ${id} can't have the date ${date}: ${newest.id} is sealed with a later one.`,
      `Give it ${newest.date} or a later day.`,
    );
  return { ok: true, value: [...toCome.filter((it) => it.id !== id && it.date <= date), { id, date }] };
}

/** `2026-11` → `2026-11-2` → `2026-11-3`: the first number that no sealed edition of the month has or passes. */
function nextOfMonth(id: string, sealed: readonly Manifest[]): string {
  const month = id.slice(0, "2026-11".length);
  const numbers = sealed.map((it) => Number(it.id.startsWith(`${month}-`) ? it.id.slice(month.length + 1) : 1));
  return `${month}-${Math.max(1, ...numbers.filter((it) => Number.isInteger(it))) + 1}`;
}
