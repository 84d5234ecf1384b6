import { Contradiction } from "@impactmonitor/disclosure/audit/bounds";
import type { Edition } from "@impactmonitor/edition/read-edition";
import { thresholdAt, type Policy } from "@impactmonitor/model/policy";
import { attack, type Found } from "./attack.ts";
import { allAttacks, type Attack } from "./attacks.ts";
import { factsOf, type Spot } from "./facts.ts";
import { knowledgeOf, type Knowledge } from "./knowledge.ts";
import { movedNear } from "./moved-near.ts";
import { visiblyRevised } from "./visibly-revised.ts";

/** A count that an edition gives away, or more of it than its policy allows. */
export interface EditionExposure {
  readonly spot: Spot;
  /** What it can still be; both included. */
  readonly low: number;
  readonly high: number;
  /**
   * `shown`: a small count is simply there. `hidden`: a hidden count can be worked out. `rest`: a count that is in no table can be.
   * `group`: it can be seen that a whole group, or all but one, falls in one category.
   */
  readonly kind: "shown" | "hidden" | "rest" | "group";
}

export interface EditionAudit {
  /** Counts that derived figures are about, over all editions that were read. */
  readonly counts: number;
  readonly hidden: number;
  readonly exposures: readonly EditionExposure[];
  /** Why it could not be audited, in sentences: such an edition is not safe either. */
  readonly problems: readonly string[];
}

/**
 * Works out what can be known of every derived count that an edition leaves out: by somebody who knows the policy, the catalogue, every
 * figure in this edition and in earlier ones, and what sources published themselves. Reads sealed editions and nothing else.
 * @param earlier earlier editions of the same kind, the oldest first
 * @param policy instead of the one that the edition was sealed with
 * @param attacks what is tried; all when left out
 */
export async function auditEdition(
  edition: Edition,
  earlier: readonly Edition[] = [],
  policy: Policy | undefined = edition.protection?.policy,
  attacks: ReadonlySet<Attack> = allAttacks,
): Promise<EditionAudit> {
  const editions = attacks.has("editions") ? [...earlier, edition] : [edition];
  const facts = editions.map(factsOf);
  if (facts.at(-1)!.told.size === 0) return { counts: 0, hidden: 0, exposures: [], problems: [] };
  const { id } = edition.manifest;
  if (policy === undefined || edition.protection === undefined)
    return nothingBut(
      `Edition ${id} has derived figures, and does not say how they were protected (no protection.json).`,
    );
  const given = { editions, facts, policy, tables: edition.protection.tables, attacks };
  const apart = visiblyRevised(given);
  const near = movedNear(given);
  let withSources = attacks.has("sources");
  for (let round = 1; ; round++) {
    const knowledge = knowledgeOf(given, { apart, near }, withSources);
    try {
      const found = await attack(knowledge, policy);
      if (!withSources || !hasSources(knowledge)) return report(knowledge, policy, found);
      // What is in no table of ours and follows from what a source published, was given away by that source.
      const alone = await attack(knowledgeOf(given, { apart, near }, false), policy);
      const ours = new Set(alone.exposed.map((it) => it.cell));
      const exposed = found.exposed.filter(({ cell }) => knowledge.cells[cell]!.told.length > 0 || ours.has(cell));
      return report(knowledge, policy, { ...found, exposed });
    } catch (error) {
      if (!(error instanceof Contradiction)) throw error;
      const { whole, parts } = error.sum;
      const linked = (cells: Iterable<number>): string[] =>
        [...cells].flatMap((cell) => knowledge.linked(cell)).filter((key) => !apart.has(key));
      // Somebody who finds that two editions contradict each other concludes that the counts were revised in between.
      const near = round < mostRounds ? linked([whole, ...parts]) : [];
      const fresh = near.length > 0 ? near : linked(knowledge.cells.keys());
      for (const key of fresh) apart.add(key);
      if (fresh.length > 0) continue;
      if (!withSources)
        return nothingBut(`Figures of edition ${id} contradict one another: ${where(knowledge, whole)}.`);
      // What a source published does not fit what we derived: then it is of something else.
      withSources = false;
    }
  }
}

/** After so many contradictions every edition is read on its own. */
const mostRounds = 20;

const hasSources = ({ cells }: Knowledge): boolean =>
  cells.some(({ told }) => told.some((it) => it.bySource !== undefined));

const nothingBut = (problem: string): EditionAudit => ({ counts: 0, hidden: 0, exposures: [], problems: [problem] });

function where({ cells }: Knowledge, cell: number): string {
  const spot = cells[cell]?.spot;
  return spot === undefined ? "a sum" : `${spot.table} in ${spot.area}, ${spot.period}`;
}

function report({ cells, level }: Knowledge, policy: Policy, found: Found): EditionAudit {
  const exposures: EditionExposure[] = [];
  const threshold = (spot: Spot): number => {
    const known = level(spot.area);
    return known === undefined ? policy.threshold : thresholdAt(policy, known);
  };
  for (const { spot, told } of cells)
    for (const { shown, bySource } of told)
      if (shown !== undefined && bySource === undefined && shown > 0 && shown < threshold(spot))
        exposures.push({ spot, low: shown, high: shown, kind: "shown" });
  for (const { cell, low, high } of found.exposed) {
    const { spot, told } = cells[cell]!;
    const hidden = told.some((it) => it.hidden);
    if (low >= threshold(spot)) continue;
    // Percentages are also left out for other reasons than a small count.
    if (told.length > 0 && !hidden && high >= threshold(spot)) continue;
    exposures.push({ spot, low, high, kind: hidden || told.length > 0 ? "hidden" : "rest" });
  }
  for (const { cell, low, high } of found.telling)
    exposures.push({ spot: cells[cell]!.spot, low, high, kind: "group" });
  const derived = cells.filter((it) => it.told.length > 0);
  return {
    counts: derived.length,
    hidden: derived.filter(({ told }) => told.some((it) => it.hidden)).length,
    exposures,
    problems:
      found.undecided === 0
        ? []
        : [`Of ${found.undecided} hidden counts it could not be made out whether they can be worked out.`],
  };
}
