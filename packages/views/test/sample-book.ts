import { areaCode } from "@impactmonitor/model/id";
import type { Area, Level } from "@impactmonitor/model/area";
import type { Catalogue } from "@impactmonitor/model/catalogue";
import type { ContextSource, ContextValue } from "@impactmonitor/model/context";
import { indicatorSchema, type Indicator } from "@impactmonitor/model/indicator";
import type { Observation } from "@impactmonitor/model/observation";
import { emptyCatalogue } from "../../edition/test/sample-edition.ts";
import { openBook, type Book } from "../src/book.ts";

const text = { nl: "woorden", en: "words" };

/** An indicator of which only the named parts matter. */
export const sampleIndicator = (more: Readonly<Record<string, unknown>> = {}): Indicator =>
  indicatorSchema.parse({
    id: "reports-received",
    title: { nl: "Ontvangen meldingen", en: "Reports received" },
    shortTitle: { nl: "Meldingen", en: "Reports" },
    theme: "reach",
    modelPart: "process",
    counts: text,
    measures: ["count", "per-10000"],
    unit: { nl: "meldingen", en: "reports" },
    sentence: { nl: "{period} waren er {area} {value}.", en: "{period} there were {value} {area}." },
    levels: ["nation", "province", "vt-region"],
    periodKinds: ["year", "half-year"],
    series: true,
    source: "veilig-thuis",
    frequency: text,
    polarity: "neither",
    doesNotSay: [text],
    status: "available",
    register: {},
    ...more,
  });

export const sampleArea = (code: string, level: Level, name: string, more: Partial<Area> = {}): Area => ({
  code: areaCode(code),
  level,
  name,
  slug: name.toLowerCase().replaceAll(" ", "-"),
  validFrom: "2015-01-01",
  aliases: [],
  changes: [],
  ...more,
});

/** The population of an area on 1 January of a year. */
export const population = (
  area: string,
  year: number,
  value: number,
  more: Partial<ContextValue> = {},
): ContextValue => ({
  area: areaCode(area),
  classification: String(year),
  year,
  variable: "population-total",
  value,
  status: "official",
  source: "cbs",
  ...more,
});

/** Twenty-five regions, as many as there are: a population counts as published only when (nearly) all have one. */
export const regions: readonly Area[] = Array.from({ length: 25 }, (_, i) =>
  sampleArea(`VT${String(i + 1).padStart(2, "0")}`, "vt-region", `Region ${i + 1}`),
);
export const nation = sampleArea("NL01", "nation", "Nederland");
export const regionPopulations = (year: number, value: number): ContextValue[] =>
  regions.map((it) => population(it.code, year, value));

interface Sample extends Partial<Catalogue> {
  readonly figures?: readonly Observation[];
  readonly contextValues?: readonly ContextValue[];
  readonly contextSources?: readonly ContextSource[];
}

/** A book of a few areas and one theme, with the figures given. */
export function sampleBook({ figures = [], contextValues = [], contextSources = [], ...catalogue }: Sample = {}): Book {
  const themes = [{ id: "reach", title: text, shortTitle: text, about: text, order: 1, aliases: [] }];
  return openBook({
    id: "2026-11",
    date: "2026-11-22",
    kind: "published",
    catalogue: {
      ...emptyCatalogue,
      themes,
      indicators: [sampleIndicator()],
      areas: [nation, ...regions],
      ...catalogue,
    },
    observations: (id) => figures.filter((it) => it.indicator === id),
    contextValues,
    contextSources,
  });
}
