import type { Area } from "@impactmonitor/model/area";
import { isAbsent } from "@impactmonitor/model/cell";
import type { Example, ExampleFigure, ExamplePart } from "@impactmonitor/model/example";
import type { Indicator } from "@impactmonitor/model/indicator";
import { parseBreakdown } from "@impactmonitor/model/observation";
import type { PlanStep } from "@impactmonitor/model/plan-step";
import type { Language } from "@impactmonitor/model/text";
import type { Book } from "./book.ts";
import type { BarChart } from "./chart-state.ts";
import type { Comparison } from "./comparison/judgement.ts";
import { lead } from "./lead.ts";
import { pairChart } from "./pair-chart.ts";
import { comparedOf, paragraph } from "./sentences/paragraph.ts";
import type { About, Said } from "./sentences/said.ts";
import type { Shown } from "./shown.ts";
import { sourceLine } from "./statement.ts";

/** A worked example with its figures as this edition holds them. */
export interface ExampleView {
  readonly example: Example;
  readonly area: Area;
  readonly steps: readonly ExampleStep[];
  /** How many of its figures this edition has, and how many not. */
  readonly counts: { readonly figures: number; readonly lacking: number };
}
export interface ExampleStep {
  readonly step?: PlanStep;
  readonly number: number;
  readonly parts: readonly ExampleBlock[];
}
/** A part of a step: as the editor wrote it, or with what is in the edition filled in. */
export type ExampleBlock =
  | Exclude<ExamplePart, { kind: "figure" | "indicators" }>
  | { readonly kind: "figure"; readonly live: LiveFigure }
  | { readonly kind: "lacking"; readonly indicator: Indicator; readonly period: string; readonly category?: string }
  | {
      readonly kind: "indicators";
      readonly items: readonly { readonly indicator: Indicator; readonly asks: Example["title"] }[];
    };
export interface LiveFigure {
  readonly shown: Shown;
  readonly sentences: readonly Said[];
  /** Beside the country, where the editor asks for it and there is one to compare with. */
  readonly beside?: { readonly comparison: Comparison; readonly chart: BarChart };
  readonly source: string;
}

/** @returns undefined when the area is not in the edition */
export function exampleView(book: Book, example: Example, language: Language): ExampleView | undefined {
  const area = book.area(example.area);
  if (!area) return undefined;
  const steps = example.steps.map(({ step, parts }): ExampleStep => ({
    number: step,
    ...planStep(book, step),
    parts: parts.flatMap((it) => block(book, example, it, language) ?? []),
  }));
  const blocks = steps.flatMap((it) => it.parts);
  return {
    example,
    area,
    steps,
    counts: {
      figures: blocks.filter((it) => it.kind === "figure").length,
      lacking: blocks.filter((it) => it.kind === "lacking").length,
    },
  };
}

function planStep(book: Book, number: number): { readonly step?: PlanStep } {
  const step = book.catalogue.planSteps.find((it) => it.number === number);
  return step ? { step } : {};
}

function block(book: Book, example: Example, part: ExamplePart, language: Language): ExampleBlock | undefined {
  if (part.kind === "indicators")
    return {
      kind: "indicators",
      items: part.items.flatMap(({ indicator, asks }) => {
        const found = book.indicators.get(indicator);
        return found ? [{ indicator: found, asks }] : [];
      }),
    };
  if (part.kind !== "figure") return part;
  const indicator = book.indicators.get(part.indicator);
  if (!indicator) return undefined;
  const shown = pinned(book, example, part, indicator);
  const period = part.period ?? example.period;
  if (!shown || isAbsent(shown.cell))
    return { kind: "lacking", indicator, period, ...(part.category ? { category: part.category } : {}) };
  return { kind: "figure", live: live(book, part, shown, language) };
}

/** The figure of the example's own period: an example is about what was known then, whatever came after. */
export function pinned(book: Book, example: Example, part: ExampleFigure, indicator: Indicator): Shown | undefined {
  const area = part.of === "nation" ? "NL01" : example.area;
  const breakdown = parseBreakdown(part.category ?? "") ?? {};
  return lead(book, indicator, area, { period: part.period ?? example.period, breakdown });
}

/** What its sign means is said once, under the whole example. */
const alone: readonly About[] = ["figure"];
const besideNation: readonly About[] = ["figure", "likely", "relative", "nation"];

function live(book: Book, part: ExampleFigure, shown: Shown, language: Language): LiveFigure {
  const compared = comparedOf(book, shown);
  const { sentences } = paragraph(book, shown, language, compared);
  const { nation: comparison } = compared;
  const chart = part.beside && comparison ? pairChart(book, comparison, language) : undefined;
  const told = part.beside ? besideNation : alone;
  return {
    shown,
    sentences: sentences.filter((it) => told.includes(it.about)),
    ...(chart && comparison ? { beside: { comparison, chart } } : {}),
    source: sourceLine(book, shown, language),
  };
}
