import { dayText, dayWeights } from "./calendar.ts";
import { below, chooser, randomStream, waiting } from "./random.ts";
import { datePast, municipalityCode, newKey, type RegionRun } from "./region-run.ts";

/**
 * Advices that begin in the half-year. They stand alone: no case, no persons, nothing that returns later. So they have a stream of
 * numbers of their own, and those of a half-year that isn't written need not be made.
 */
export function makeAdvices(run: RegionRun, count: number): void {
  const { draws, shares, period, write } = run;
  if (!write) {
    run.counters.A = (run.counters.A ?? 0) + count;
    return;
  }
  const random = randomStream(run.seed, `advies ${run.region} ${period.code}`);
  const { months, days } = shares.season;
  const day = chooser(dayWeights(period, months.advies, days.advies));
  const unknownPlace = Math.min(0.5, shares.persons.municipalityUnknown * 2 * run.profile.unknown);
  for (let i = 0; i < count; i++) {
    const start = period.first + day(random);
    const end = start + (random() < 0.75 ? 0 : waiting(random, 25, 180));
    const place = random() < unknownPlace ? "" : municipalityCode(run.drawMunicipality(random));
    const nature = draws.natures[draws.nature.advies(random)]!.text;
    const origin = draws.origins[draws.origin.advies(random)]!.text;
    write(
      "advies",
      `${newKey(run, "A")},${dayText(start)},${datePast(run, end)},${place},${nature},${draws.additional.advies(random)},${draws.duration.advies(random)},${origin}\n`,
    );
  }
}

/** The days of so many records, in order. */
export function daysInOrder(run: RegionRun, count: number): Int32Array {
  const { months, days } = run.shares.season;
  const choose = chooser(dayWeights(run.period, months.melding, days.melding));
  const perDay = new Int32Array(run.period.last - run.period.first + 1);
  for (let i = 0; i < count; i++) perDay[choose(run.random)]! += 1;
  const ordered = new Int32Array(count);
  let at = 0;
  perDay.forEach((many, day) => {
    ordered.fill(run.period.first + day, at, at + many);
    at += many;
  });
  return ordered;
}

/** Tries to find what fits among `size` things, by lot. */
export function pick(
  run: RegionRun,
  size: number,
  candidate: (index: number) => number,
  fits: (at: number) => boolean,
): number | undefined {
  for (let tries = size === 0 ? 0 : 60; tries > 0; tries--) {
    const at = candidate(below(run.random, size));
    if (fits(at)) return at;
  }
  return undefined;
}
