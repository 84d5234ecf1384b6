import { falseAlarms } from "@impactmonitor/statistics/false-alarms";
import { levels } from "@impactmonitor/statistics/verdict";
import type { Comparison } from "./judgement.ts";

/** How many of so many comparisons lie outside, beside how many would where nothing is out of the ordinary. */
export interface Alarms {
  /** Comparisons of which chance was weighed. */
  readonly comparisons: number;
  /** Outside the 95 % limits. */
  readonly outside: number;
  readonly expected: number;
  /** Of these outside the 99.8 % limits too. */
  readonly clear: number;
  readonly expectedClear: number;
}

/** @returns undefined when chance was weighed of none of them */
export function alarmsOf(all: Iterable<Comparison>): Alarms | undefined {
  const weighed = [...all].flatMap(({ judgement }) => ("certainty" in judgement ? [judgement] : []));
  if (weighed.length === 0) return undefined;
  return {
    comparisons: weighed.length,
    outside: weighed.filter((it) => it.certainty !== "none").length,
    expected: falseAlarms(weighed.length, levels.tentative),
    clear: weighed.filter((it) => it.certainty === "clear").length,
    expectedClear: falseAlarms(weighed.length, levels.clear),
  };
}
