import { isValue } from "@impactmonitor/model/cell";
import { compareInBand } from "@impactmonitor/statistics/compare-in-band";
import { caveatsOf, whyNotComparable, type Facts } from "@impactmonitor/statistics/comparability";
import type { Band } from "@impactmonitor/statistics/band";
import type { Book } from "../book.ts";
import { find, type Shown } from "../shown.ts";
import { bandOf } from "./band-of.ts";
import { betweenOf } from "./between-of.ts";
import { bareJudgement, comparable } from "./compare-with-nation.ts";
import { factsOf } from "./facts-of.ts";
import { leastSure, type Comparison, type Judgement, type Weighed } from "./judgement.ts";
import { corners, measured, type Counted } from "./measured.ts";
import { apart, weigh } from "./weigh.ts";

/**
 * A figure of an area beside that of another area, over the same period. Two areas of one level are measured by how far areas of that level
 * ordinarily differ; of other areas only chance is weighed.
 * @returns undefined where either has no figure that compares, and for an area with itself
 */
export function compareAreas(book: Book, it: Shown, area: string): Comparison | undefined {
  const own = comparable(book, it);
  if (!own || own.area === area || !isValue(own.cell)) return undefined;
  const { indicator, period, measure, breakdown } = own;
  const other = find(book, { indicator: indicator.id, area, period, measure, breakdown });
  if (!other || !isValue(other.cell)) return undefined;
  const [a, b] = [measured(book, own), measured(book, other)];
  if (!a || !b) return undefined;
  const facts = [factsOf(book, own), factsOf(book, other)] as const;
  const reasons = whyNotComparable(sideless(facts[0]), sideless(facts[1]), "areas");
  const [level, otherLevel] = [book.area(own.area)?.level, book.area(area)?.level];
  const band =
    level !== undefined && level === otherLevel
      ? bandOf(book, { indicator, level, period, measure, breakdown })
      : ({ tooLittle: "too-few-areas" } as const);
  const between = betweenOf(a);
  return {
    with: "area",
    own,
    other,
    judgement:
      reasons.length > 0
        ? { by: "none", verdict: "not-comparable", reasons }
        : contains(book, own.area, area)
          ? { by: "none", verdict: "not-comparable", reasons: ["different-population"] }
          : a.kind === "bare" || b.kind !== a.kind
            ? bareJudgement(own, other)
            : "tooLittle" in band
              ? pairByChance(a, b)
              : pairInBand(a, b, band),
    ...(between ? { between } : {}),
    caveats: caveatsOf(facts),
  };
}

/** A change of territory long before says nothing against a comparison over one period. */
const sideless = (facts: Facts): Facts => ({ ...facts, stretch: "" });

/** Whether one of two areas lies in the other, or both are the same land: then they share what is counted. */
function contains(book: Book, a: string, b: string): boolean {
  const { equalTerritories, parts } = book.catalogue;
  // Of one level none lies in the other as a member; there are thousands of memberships to look through.
  const memberships = book.area(a)?.level === book.area(b)?.level ? [] : book.catalogue.memberships;
  const within = (part: string, whole: string): boolean =>
    whole === "NL01" ||
    parts.some(
      ([small, large]) => small === part && (large === whole || parts.some(([s, l]) => s === large && l === whole)),
    ) ||
    memberships.some((it) => it.municipality === part && (it.region === whole || it.province === whole)) ||
    memberships.some((it) => it.region === part && it.province === whole);
  return (
    within(a, b) || within(b, a) || equalTerritories.some(([x, y]) => (x === a && y === b) || (x === b && y === a))
  );
}

function pairInBand(a: Counted, b: Counted, band: Band): Judgement {
  const weighed: Weighed[] = [];
  for (const mine of a.readings)
    for (const theirs of b.readings) {
      const verdict = compareInBand(band, mine, theirs);
      if (verdict.verdict === "too-little") return { by: "none", ...verdict };
      weighed.push(verdict);
    }
  const { verdict, certainty } = leastSure(weighed);
  return { by: "pair", verdict, certainty, ordinaryDifferences: true };
}

const pairByChance = (a: Counted, b: Counted): Judgement => {
  const judgements = b.readings
    .flatMap(corners)
    .map((theirs) => weigh("pair", a.readings, (mine) => apart(a.kind, mine, theirs)));
  return leastOf(judgements);
};

/** The least sure of several judgements; one that can't be made goes before all. */
export function leastOf(judgements: readonly Judgement[]): Judgement {
  const none = judgements.find((it) => it.by === "none");
  if (none) return none;
  const pairs = judgements.flatMap((it) => (it.by === "pair" ? [it] : []));
  return leastSure(pairs);
}
