import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { areaCode, indicatorId, periodCode } from "@impactmonitor/model/id";
import { openBook } from "@impactmonitor/views/book";
import { contextSection } from "@impactmonitor/views/context/context-section";
import { indicatorView } from "@impactmonitor/views/indicator-view";
import { figure } from "../../../packages/edition/test/sample-edition.ts";
import { builtEdition } from "../../../packages/pipeline/test/built-edition.ts";
import { findAll, parseHtml, textOf } from "../../../tests/html.ts";
import { openDesk } from "../src/desk.ts";
import { IndicatorPage } from "../src/pages/indicator-page.tsx";
import { assets } from "./assets.ts";

const id = "reports-previous-involvement";
const breakdown = { "previous-involvement": "repeat-report" };

/** The page of an indicator for a municipality, where so many municipalities have a percentage. */
function page(municipalities: number) {
  const { catalogue, context } = builtEdition();
  const areas = catalogue.areas.filter((it) => it.level === "municipality" && it.validTo === undefined);
  const figures = areas.slice(0, municipalities).map((it, i) =>
    figure({
      indicator: indicatorId(id),
      area: areaCode(it.code),
      period: periodCode("2023"),
      measure: "percent",
      breakdown,
      cell: { value: 10 + (i % 30), marks: [] },
      row: `figures/veilig-thuis.csv:${i + 2}`,
    }),
  );
  const book = openBook({
    id: "2026-11",
    date: "2026-11-22",
    kind: "published",
    catalogue,
    observations: (asked) => (asked === id ? figures : []),
    contextValues: context.values,
    contextSources: context.sources,
  });
  const desk = openDesk({
    book,
    language: "nl",
    latest: true,
    standing: { correctedBy: [] },
    editions: [],
    map: () => undefined,
    past: () => ({ changes: [] }),
    pasts: () => () => ({ changes: [] }),
    since: () => undefined,
    contact: "",
    assets,
  });
  const view = indicatorView(book, book.indicators.get(id)!, areas[0]!, {}, "nl", () => "");
  const section = contextSection(book, view, "address-density", "nl");
  const root = parseHtml(`<html>${renderToString(h(IndicatorPage, { desk, view, section }))}</html>`);
  const tables = findAll(root, (it) => it.tag === "table").map((table) => ({
    rows: findAll(table, (it) => it.tag === "tr").length,
    facts: findAll(table, (it) => it.attributes.has("data-context")).length,
  }));
  const dots = findAll(root, (it) => it.tag === "circle").length;
  return { tables: tables.filter((it) => it.facts > 0), dots, text: textOf(root) };
}

test("facts about tens of areas have a table under the picture", () => {
  const { tables, text } = page(40);
  expect(tables).toEqual([{ rows: 41, facts: 40 }]);
  expect(text).not.toContain("als kolom in de tabel per gebied");
});

test("facts about hundreds of areas are a column of the table that is there already: each area is on the page once", () => {
  const { tables, dots, text } = page(300);
  expect(tables).toEqual([{ rows: 301, facts: 300 }]);
  expect(dots).toBeGreaterThanOrEqual(300);
  expect(text).toContain("als kolom in de tabel per gebied");
});
