import type { Bar, BarChart, LineChart, LinePoint, Written } from "@impactmonitor/views/chart-state";
import { breakSign } from "@impactmonitor/views/chart-state";
import type { Picture } from "@impactmonitor/views/meeting/leaf";
import { signsOf } from "@impactmonitor/views/meeting/picture-of";
import type { Language } from "@impactmonitor/model/text";

/** A value as Office keeps it: a number rounded as it is shown, and the code that writes it as on the page. */
export interface PlottedPoint {
  readonly value: number;
  /** Such as `#,##0.0"%"`; Office fills in the decimal sign of whoever reads it. */
  readonly format: string;
  readonly open: boolean;
  readonly chosen: boolean;
  readonly labelled: boolean;
  /** How far the margin reaches below and above, where there is one. */
  readonly margin?: { readonly below: number; readonly above: number };
}
export interface PlottedSeries {
  readonly name: string;
  readonly role: "main" | "compare";
  /** One for each category; absent where there is no value. */
  readonly points: readonly (PlottedPoint | undefined)[];
}

/** A chart as rows and columns, as the sheet behind it has them. */
export interface Plotted {
  readonly kind: "line" | "bars";
  readonly title: string;
  readonly unit: string;
  readonly categories: readonly string[];
  readonly series: readonly PlottedSeries[];
  readonly percent: boolean;
  /** There is a value below nought. */
  readonly negative: boolean;
}

/** More labels than this at a line run into each other: then the first and the last have one, as on the page. */
const mostLabels = 9;

export const plotted = ({ chart, everywhere, own }: Picture, language: Language): Plotted =>
  chart.kind === "line" ? plottedLine(chart, everywhere, language) : plottedBars(chart, own, everywhere, language);

interface Slot {
  readonly label: string;
  readonly at?: number;
}

function plottedLine(chart: LineChart, everywhere: string, language: Language): Plotted {
  const slots = slotsOf(chart);
  const series = chart.series.map((it): PlottedSeries => {
    const few = it.points.length <= mostLabels;
    return {
      name: it.name,
      role: it.role,
      points: slots.map(({ at }) => {
        const i = it.points.findIndex((point) => point.at === at);
        const point = it.points[i];
        const ends = i === 0 || i === it.points.length - 1;
        return point && pointOf(point, everywhere, language, { labelled: it.role === "main" && (few || ends) });
      }),
    };
  });
  return finished(
    "line",
    chart,
    chart.percent,
    slots.map((it) => it.label),
    series,
  );
}

/**
 * The places on the axis: one for each measurement, an empty one for each period in between without one, and one for each break, so that
 * the line is cut there in every program.
 */
function slotsOf(chart: LineChart): readonly Slot[] {
  const points = [...new Map(chart.series.flatMap((it) => it.points).map((it) => [it.at, it])).values()].toSorted(
    (a, b) => a.at - b.at,
  );
  const main = chart.series.find((it) => it.role === "main")?.points ?? [];
  const cuts = chart.series.flatMap((it) => it.points.filter((point) => point.startsNew).map((point) => point.at));
  const steps = points.slice(1).map((it, i) => it.at - points[i]!.at);
  const step = Math.min(...steps);
  return points.flatMap((it, i): Slot[] => {
    const before = points[i - 1];
    const gap = before ? Math.min(Math.round((it.at - before.at) / step) - 1, mostEmpty) : 0;
    const sign = chart.breaks.findIndex((cut) => before !== undefined && before.at < cut.at && cut.at <= it.at);
    const cut = cuts.includes(it.at) ? [{ label: sign < 0 ? "" : breakSign(sign) }] : [];
    const empty = Array.from({ length: gap }, () => ({ label: "" }));
    const label = labelOf(main.find((point) => point.at === it.at) ?? it);
    return [...empty, ...cut, { label, at: it.at }];
  });
}

/** A gap of years takes no more room than this on the axis. */
const mostEmpty = 12;

/** "2021, 1e helft" becomes "2021-1", as under the chart on the page, with a hyphen that keeps it on one line. What is no single value stands in words. */
function labelOf(it: LinePoint): string {
  const half = /^(\d{4}), (\d)/.exec(it.label);
  const date = /(\d{4})$/.exec(it.label);
  const short = half ? `${half[1]}\u2011${half[2]}` : /^\d{4}$/.test(it.label) || !date ? it.label : date[1]!;
  return it.value === undefined ? `${short} (${it.text})` : short;
}

function plottedBars(chart: BarChart, own: string, everywhere: string, language: Language): Plotted {
  const label = (it: Bar): string =>
    `${"\u2003".repeat(it.depth)}${it.label}${it.value === undefined ? ` (${it.text})` : ""}`;
  const compared = chart.bars.some((it) => it.compare);
  const percent = chart.bars.some((it) => it.text.endsWith("%"));
  const series: PlottedSeries[] = [
    {
      name: compared ? own : chart.unit,
      role: "main",
      points: chart.bars.map((it) => pointOf(it, everywhere, language, { labelled: true, chosen: it.chosen })),
    },
    ...(compared
      ? [
          {
            name: chart.compareName ?? "",
            role: "compare" as const,
            points: chart.bars.map((it) => it.compare && pointOf(it.compare, everywhere, language, { labelled: true })),
          },
        ]
      : []),
  ];
  return finished("bars", chart, percent, chart.bars.map(label), series);
}

function finished(
  kind: Plotted["kind"],
  { title, unit }: { readonly title: string; readonly unit: string },
  percent: boolean,
  categories: readonly string[],
  series: readonly PlottedSeries[],
): Plotted {
  const values = series.flatMap((it) => it.points.flatMap((point) => point ?? []));
  const negative = values.some((it) => it.value - (it.margin?.below ?? 0) < 0);
  return { kind, title, unit, categories, series, percent, negative };
}

type Valued = Written & {
  readonly value?: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly provisional?: boolean;
};

function pointOf(
  it: Valued,
  everywhere: string,
  language: Language,
  how: { readonly labelled: boolean; readonly chosen?: boolean },
): PlottedPoint | undefined {
  if (it.value === undefined) return undefined;
  const decimals = (language === "nl" ? /,(\d+)/ : /\.(\d+)/).exec(it.text)?.[1]?.length ?? 0;
  const signs = signsOf(it).filter((sign) => !everywhere.includes(sign));
  const after = `${it.text.endsWith("%") ? "%" : ""}${signs.length > 0 ? `\u202f${signs.join("")}` : ""}`;
  const value = Number(it.value.toFixed(decimals));
  const known = it.lower !== undefined && it.upper !== undefined;
  return {
    value,
    format: `#,##0${decimals > 0 ? `.${"0".repeat(decimals)}` : ""}${after === "" ? "" : `"${after}"`}`,
    open: it.provisional ?? false,
    chosen: how.chosen ?? false,
    labelled: how.labelled,
    ...(known ? { margin: { below: value - it.lower!, above: it.upper! - value } } : {}),
  };
}
