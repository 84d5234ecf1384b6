import { isValue } from "@impactmonitor/model/cell";
import { limitsOfBand, type Band } from "@impactmonitor/statistics/band";
import { caveatsOf } from "@impactmonitor/statistics/comparability";
import { comparePercentages } from "@impactmonitor/statistics/compare-percentages";
import { compareWithBand } from "@impactmonitor/statistics/compare-with-band";
import type { Book } from "../book.ts";
import { find, relative, type Shown } from "../shown.ts";
import { bandOf } from "./band-of.ts";
import { betweenOf } from "./between-of.ts";
import { factsOf } from "./facts-of.ts";
import { leastSure, type Comparison, type Judgement, type Weighed } from "./judgement.ts";
import { decimalsShown, measured, type Counted, type Measured } from "./measured.ts";
import { apart, weigh } from "./weigh.ts";

/**
 * A figure of an area beside that of the country. It is judged by the band of ordinary differences between areas of its level; where there
 * is no band, against the rest of the country; never against a total that contains it. A count is compared as a rate or share.
 * @returns undefined for the country itself, and where either has no figure that compares
 */
export function compareWithNation(book: Book, it: Shown): Comparison | undefined {
  const own = comparable(book, it);
  if (!own || own.area === "NL01" || !isValue(own.cell)) return undefined;
  const { indicator, period, measure, breakdown } = own;
  const other = find(book, { indicator: indicator.id, area: "NL01", period, measure, breakdown });
  const level = book.area(own.area)?.level;
  if (!other || !isValue(other.cell) || level === undefined) return undefined;
  const [a, b] = [measured(book, own), measured(book, other)];
  if (!a || !b) return undefined;
  const band = bandOf(book, { indicator, level, period, measure, breakdown });
  const between = betweenOf(a);
  return {
    with: "nation",
    own,
    other,
    judgement:
      a.kind === "bare"
        ? bareJudgement(own, other)
        : "tooLittle" in band
          ? againstRest(a, b, own, other)
          : againstBand(a, band, level),
    ...(between ? { between } : {}),
    caveats: caveatsOf([factsOf(book, own), factsOf(book, other)]),
  };
}

/** The figure in a measure in which areas of different size compare; undefined when there is none. */
export function comparable(book: Book, it: Shown): Shown | undefined {
  if (it.measure === "count") return relative(book, it.observation);
  return it.measure === "persons" || it.measure === "mean" || it.measure === "years" ? undefined : it;
}

/** Of two bare percentages or rates only the difference can be told. */
export function bareJudgement(own: Shown, other: Shown): Judgement {
  if (!isValue(own.cell) || !isValue(other.cell))
    return { by: "none", verdict: "too-little", reason: "no-denominator" };
  const [a, b] = [own.cell.value, other.cell.value];
  const difference = comparePercentages(
    { percentage: a, decimals: decimalsShown(own, a) },
    { percentage: b, decimals: decimalsShown(other, b) },
  );
  return { by: "bare", verdict: difference.direction, difference };
}

function againstBand(it: Counted, band: Band, level: LevelOf): Judgement {
  const weighed: Weighed[] = [];
  for (const reading of it.readings) {
    const verdict = compareWithBand(band, reading);
    if (verdict.verdict === "too-little") return { by: "none", ...verdict };
    weighed.push(verdict);
  }
  const limits = limitsOfBand(band, it.readings[0]!.size);
  const { verdict, certainty } = leastSure(weighed);
  return {
    by: "band",
    verdict,
    certainty,
    level,
    areas: band.areas,
    ordinary: { lower: limits.lower * it.per, upper: limits.upper * it.per },
  };
}
type LevelOf = Extract<Judgement, { by: "band" }>["level"];

function againstRest(a: Counted, b: Measured, own: Shown, other: Shown): Judgement {
  if (b.kind !== a.kind) return bareJudgement(own, other);
  const whole = b.readings[0]!;
  return weigh("rest", a.readings, (part) => {
    const rest = { count: whole.count - part.count, size: whole.size - part.size };
    // A part that is no part of this whole: another count, or another day.
    if (rest.count < 0 || rest.size <= 0 || (a.kind === "share" && rest.count > rest.size)) return undefined;
    return apart(a.kind, part, rest);
  });
}
