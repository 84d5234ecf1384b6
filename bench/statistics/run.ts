import { rateBand } from "@impactmonitor/statistics/band";
import { changeBetween } from "@impactmonitor/statistics/change-between";
import { compareWithBand } from "@impactmonitor/statistics/compare-with-band";
import { compareWithRest } from "@impactmonitor/statistics/compare-with-rest";
import { nearestAreas } from "@impactmonitor/statistics/nearest-areas";
import { rateInterval } from "@impactmonitor/statistics/rate-interval";
import { shrunkenRates } from "@impactmonitor/statistics/shrunken-rates";
import { verdictOfSeries } from "@impactmonitor/statistics/trend-verdict";
import { madeFigures, type MadeFigures } from "./figures.ts";

/**
 * Everything that statistics can say of an edition of 25 regions, 40 indicators and 15 half-years, in one go, beside a plain loop over the
 * same numbers: rates, national totals and changes from a year earlier, without any interval. `node bench/statistics/run.ts [TIMES]`
 */
const times = Number(process.argv[2] ?? 5);
const figures = madeFigures(25, 40, 15);

function plainLoop({ counts, exposures }: MadeFigures): number {
  let told = 0;
  for (const indicator of counts)
    for (const [period, row] of indicator.entries()) {
      const total = row.reduce((sum, it) => sum + it, 0);
      for (const [region, count] of row.entries()) {
        const earlier = indicator[period - 2]?.[region] ?? 0;
        told += count / exposures[period]![region]! + count / total + (earlier > 0 ? count / earlier - 1 : 0);
      }
    }
  return told;
}

const rates = ({ exposures }: MadeFigures, period: number, row: readonly number[]) =>
  row.map((count, region) => ({ count, exposure: exposures[period]![region]! }));
const year = (period: number): number => 2019 + Math.floor(period / 2);
const part = (period: number): number => 1 + (period % 2);

const tasks: Readonly<Record<string, (figures: MadeFigures) => number>> = {
  "interval of each rate": (of) =>
    each(of, (areas) => areas.map(({ count, exposure }) => rateInterval(count, exposure, { per: 10_000 }))),
  "each region against the rest": (of) =>
    each(of, (areas) => {
      const whole = {
        count: areas.reduce((sum, it) => sum + it.count, 0),
        exposure: areas.reduce((sum, it) => sum + it.exposure, 0),
      };
      return areas.map((area) => compareWithRest(area, whole));
    }),
  "each region in the band": (of) =>
    each(of, (areas) => {
      const band = rateBand(areas);
      return "tooLittle" in band
        ? []
        : areas.map(({ count, exposure }) => compareWithBand(band, { count, size: exposure }));
    }),
  "values drawn towards the mean": (of) => each(of, (areas) => [shrunkenRates(areas)].flat()),
  "trend of each series": ({ counts, exposures }) =>
    counts.reduce((told, indicator) => {
      const series = exposures[0]!.map((_, region) =>
        indicator.map((row, period) => ({
          year: year(period) + (part(period) - 1) / 2,
          part: part(period),
          count: row[region]!,
          exposure: exposures[period]![region]!,
        })),
      );
      return told + series.map(verdictOfSeries).length;
    }, 0),
  "change from a year earlier": (of) =>
    of.counts.reduce((told, indicator, i) => {
      const dated = indicator.map((row, period) =>
        rates(of, period, row).map((rate) => ({
          ...rate,
          facts: {
            definition: `indicator ${i}`,
            population: "all",
            period: { year: year(period), length: "half-year", part: part(period) },
          },
        })),
      );
      return told + dated.slice(2).flatMap((row, p) => row.map((it, r) => changeBetween(dated[p]![r]!, it))).length;
    }, 0),
  "nearest areas of each region": ({ traits }) => traits.map(({ code }) => nearestAreas(code, traits)).length,
};

function each(
  of: MadeFigures,
  say: (areas: readonly { readonly count: number; readonly exposure: number }[]) => readonly unknown[],
): number {
  return of.counts.reduce(
    (told, indicator) => told + indicator.reduce((sum, row, period) => sum + say(rates(of, period, row)).length, 0),
    0,
  );
}

/** The middle of several runs, in milliseconds of processor time, and what the last one gave. */
function measured(work: (figures: MadeFigures) => number): readonly [number, number] {
  let told = 0;
  const runs = Array.from({ length: times }, () => {
    const before = process.cpuUsage();
    told = work(figures);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return [runs.toSorted((a, b) => a - b)[Math.floor(times / 2)]!, told];
}

const [loop] = measured((of) => Array.from({ length: 100 }, () => plainLoop(of)).length);
const reference = loop / 100;
console.log(`| what | results | CPU ms | × the plain loop |`);
console.log("| --- | --: | --: | --: |");
console.log(
  `| plain loop: rates, shares of the total, changes, without intervals | 15000 | ${reference.toFixed(2)} | 1 |`,
);
let all = 0;
for (const [name, work] of Object.entries(tasks)) {
  const [ms, told] = measured(work);
  all += ms;
  console.log(`| ${name} | ${told} | ${ms.toFixed(1)} | ${(ms / reference).toFixed(0)} |`);
}
console.log(`| all of it | | ${all.toFixed(0)} | ${(all / reference).toFixed(0)} |`);
