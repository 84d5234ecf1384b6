import type { Catalogue } from "@impactmonitor/model/catalogue";
import { areaCode, indicatorId, periodCode } from "@impactmonitor/model/id";
import type { Observation } from "@impactmonitor/model/observation";
import type { EditionContent } from "../src/write-edition.ts";

/** A figure as a test needs it; what it doesn't name is of no matter. */
export function figure(more: Partial<Observation> = {}): Observation {
  return {
    indicator: indicatorId("reports-received"),
    area: areaCode("NL01"),
    period: periodCode("2021H1"),
    measure: "count",
    breakdown: {},
    cell: { value: 60_880, marks: ["provisional"] },
    reading: { title: "A table", url: "https://example.org/table", published: "2022-02", primary: true },
    row: "figures/veilig-thuis.csv:2",
    vintages: [],
    ...more,
  };
}

/** A catalogue in which nothing is measured yet. */
export const emptyCatalogue: Catalogue = {
  themes: [],
  sources: [],
  indicators: [],
  codelists: [],
  glossary: [],
  questions: [],
  planSteps: [],
  examples: [],
  starters: { always: { any: [], higher: [], lower: [], unclear: [], noFigure: [] }, themes: [], indicators: [] },
  events: [],
  contextVariables: [],
  traits: [],
  notes: [],
  localSets: [],
  areas: [],
  areaChanges: [],
  memberships: [],
  equalTerritories: [],
  parts: [],
  cohorts: [],
  tiles: [],
  help: {
    numbers: [],
    quickExit: { url: "https://example.org", title: { nl: "het weer", en: "the weather" } },
  },
  pages: [],
  reportInserts: [],
};

/** A small edition: two indicators, one of them with an earlier vintage, and a map. */
export function sampleContent(more: Partial<EditionContent> = {}): EditionContent {
  return {
    id: "2026-11",
    kind: "published",
    date: "2026-11-22",
    catalogue: emptyCatalogue,
    observations: [
      figure({ indicator: indicatorId("advice-started"), cell: { absent: "unspecified" } }),
      figure({
        vintages: [
          {
            cell: { value: 60_500, marks: ["provisional"] },
            reading: { title: "A newspaper", url: "https://example.org/paper", published: "", primary: false },
            row: "figures/veilig-thuis.csv:3",
          },
        ],
      }),
    ],
    context: {
      values: [
        {
          area: areaCode("NL01"),
          classification: "2021",
          year: 2021,
          variable: "population-total",
          value: 17_475_415,
          status: "official",
          source: "cbs-population",
        },
      ],
      sources: [
        { id: "cbs-population", title: "Population", table: "00000ned", url: "https://example.org/population" },
      ],
    },
    maps: new Map([["regions", `{"width":10,"height":10,"shapes":[]}`]]),
    changes: { added: [], revised: [], withdrawn: [], indicatorsAdded: [], indicatorsRemoved: [] },
    ...more,
  };
}
