import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { changesCsv } from "@impactmonitor/exports/changes-csv";
import type { Catalogue } from "@impactmonitor/model/catalogue";
import type { Changes } from "@impactmonitor/model/edition";
import { areaCode, indicatorId, periodCode } from "@impactmonitor/model/id";
import type { Observation } from "@impactmonitor/model/observation";
import type { Language } from "@impactmonitor/model/text";
import { openBook } from "@impactmonitor/views/book";
import { openDesk } from "../src/desk.ts";
import { NewsPage } from "../src/pages/news-page.tsx";
import { assets } from "./assets.ts";

const catalogue: Catalogue = {
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
  help: { numbers: [], quickExit: { url: "https://example.org", title: { nl: "weer", en: "weather" } } },
  pages: [],
  reportInserts: [],
};
const book = openBook({
  id: "2026-11-2",
  date: "2026-11-22",
  kind: "published",
  catalogue,
  observations: () => [],
  contextValues: [],
  contextSources: [],
});
const none: Changes = {
  since: "2026-11",
  added: [],
  revised: [],
  withdrawn: [],
  indicatorsAdded: [],
  indicatorsRemoved: [],
};
/** The page as a reader hears it: words without elements. */
function page(changes: Changes, language: Language = "nl"): string {
  const desk = openDesk({
    book,
    language,
    latest: true,
    standing: { correctedBy: [] },
    editions: [],
    map: () => undefined,
    since: () => undefined,
    past: () => ({ changes: [] }),
    pasts: () => () => ({ changes: [] }),
    contact: "",
    assets,
  });
  return renderToString(h(NewsPage, { desk, changes }))
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");
}
const figure: Observation = {
  indicator: indicatorId("reports-received"),
  area: areaCode("NL01"),
  period: periodCode("2021H1"),
  measure: "count",
  breakdown: {},
  cell: { value: 1, marks: [] },
  reading: { title: "A table", url: "https://example.org", published: "", primary: true },
  row: "figures/veilig-thuis.csv:2",
  vintages: [],
};

describe("what is new in an edition in which no figure changed", () => {
  const catalogueOnly: Changes = {
    ...none,
    catalogue: {
      added: ["pages/new"],
      changed: ["indicators/reports-received", "pages/about"],
      removed: ["parts/PV22"],
    },
  };

  test("is which descriptions did, in both languages", () => {
    expect(page(catalogueOnly)).toContain(
      "Beschrijvingen Onderwerpen: 1 aangepast Teksten: 1 nieuw, 1 aangepast Overig: 1 vervallen " +
        "Aangepaste onderwerpen reports-received",
    );
    expect(page(catalogueOnly, "en")).toContain(
      "Descriptions Subjects: 1 changed Texts: 1 new, 1 changed Other: 1 withdrawn Changed subjects reports-received",
    );
  });

  test("is which figures got other source details", () => {
    expect(page({ ...none, resourced: [figure] })).toContain(
      "Zelfde cijfer, bronvermelding aangepast reports-received 1 cijfer",
    );
  });

  test("is how many series of the context did; the table that came along is not counted", () => {
    const context = {
      added: ["population-total/2024", "sources/cbs-1"],
      changed: ["population-total/2023"],
      removed: [],
    };
    expect(page({ ...none, context })).toContain("Achtergrondcijfers Reeksen per jaar: 1 nieuw, 1 aangepast.");
  });
});

test("an edition that was sealed before descriptions were compared says nothing of them", () => {
  expect(page(none)).not.toMatch(/Beschrijvingen|bronvermelding|Achtergrondcijfers/);
});

describe("revised figures", () => {
  const revise = (n: number) =>
    Array.from({ length: n }, (_, i) => ({
      from: { ...figure, indicator: indicatorId(`subject-${i % 70}`), cell: { value: i, marks: [] } },
      to: { ...figure, indicator: indicatorId(`subject-${i % 70}`), cell: { value: i + 1, marks: [] } },
    }));

  test("are counted by subject when they are a hundred thousand: the page stays small, the file has them all", () => {
    const revised = revise(100_000);
    const text = page({ ...none, revised });
    expect(text.length).toBeLessThan(20_000);
    expect(text).toContain("Veranderd sinds editie 2026-11: 0 nieuw, 100.000 aangepast, 0 vervallen.");
    expect(text).toContain("subject-69 1.428 de bron noemt geen reden");
    const lines = changesCsv(book, { ...none, revised }, false, "nl")
      .trim()
      .split("\r\n");
    expect(lines).toHaveLength(100_001);
    expect(lines[1]).toContain(",subject-0,");
  });

  test("that vanished are counted too when they are many", () => {
    const text = page({ ...none, withdrawn: revise(5000).map((it) => it.from) });
    expect(text.length).toBeLessThan(20_000);
    expect(text).toContain("5.000 vervallen");
  });
});

test("a series that broke is named with the first period that was measured in another way", () => {
  const added = [{ ...figure, period: periodCode("2024"), cell: { value: 1, marks: ["break" as const] } }];
  expect(page({ ...none, added })).toContain("Breuken in een reeks");
  expect(page({ ...none, added })).toContain("vanaf 2024");
  expect(page(none)).not.toContain("Breuken");
});
