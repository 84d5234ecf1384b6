import { describe, expect, test } from "vitest";
import { areaCode, indicatorId, periodCode } from "@impactmonitor/model/id";
import { languages } from "@impactmonitor/model/text";
import type { Observation } from "@impactmonitor/model/observation";
import { figure } from "../../edition/test/sample-edition.ts";
import { builtBook } from "../../pipeline/test/built-edition.ts";
import { traps, type Trap } from "@impactmonitor/model/trap";
import { guardsOf } from "../src/guards.ts";
import { lead } from "../src/lead.ts";
import { shown, type Shown } from "../src/shown.ts";

const book = builtBook();
const of = (indicator: string, more: Partial<Observation> = {}): Shown =>
  shown(
    book,
    figure({
      indicator: indicatorId(indicator),
      area: areaCode("VT02"),
      period: periodCode("2023"),
      measure: "count",
      cell: { value: 1_000, marks: [] },
      ...more,
    }),
  );
const found = (...figures: readonly Shown[]): readonly Trap[] => guardsOf(book, figures).map((it) => it.trap);

describe("each trap is stopped where it lies, and not elsewhere", () => {
  test("more reports read as more violence", () => {
    expect(found(of("reports-received"))).toContain("volume");
    expect(guardsOf(book, [of("reports-received")])[0]?.text.nl).toMatch(
      /^Meer meldingen betekent niet automatisch meer geweld/,
    );
    expect(found(of("dv-victims", { area: areaCode("NL01"), measure: "percent" }))).not.toContain("volume");
    expect(found(of("reporter-type", { measure: "percent" }))).not.toContain("volume");
  });

  test("two sources that count the same word", () => {
    expect(found(of("reports-received"))).toContain("two-counts");
    expect(found(of("police-reports-to-vt"))).toContain("two-counts");
    expect(found(of("ots-started"))).not.toContain("two-counts");
  });

  test("a national estimate applied to a region", () => {
    const prevalence = of("dv-victims", { area: areaCode("NL01"), measure: "percent", period: periodCode("2024") });
    expect(found(prevalence)).toContain("national-rate");
    expect(found(of("reports-received", { area: areaCode("NL01") }))).not.toContain("national-rate");
  });

  test("what is counted is not called an estimate", () => {
    const at = { area: areaCode("NL01"), measure: "percent", period: periodCode("2017") } as const;
    const counted = of("recidivism", { ...at, cell: { value: 8, marks: ["rounded"] } });
    const estimated = of("dv-victims", { ...at, cell: { value: 8, marks: ["estimate"] } });
    const said = (it: Shown): string => guardsOf(book, [it]).find((one) => one.trap === "national-rate")?.text.nl ?? "";
    expect(said(counted)).toMatch(/^Dit cijfer gaat over heel Nederland/);
    expect(said(estimated)).toMatch(/^Dit is een schatting voor heel Nederland/);
  });

  test("half a year beside a year", () => {
    expect(found(of("reports-received", { period: periodCode("2023H1") }))).toContain("half-year");
    expect(found(of("reports-received"))).not.toContain("half-year");
  });

  test("a small number, and a dot", () => {
    expect(found(of("reports-received", { cell: { value: 20, marks: [] } }))).toContain("small-number");
    expect(found(of("reports-received"))).not.toContain("small-number");
    expect(found(of("reports-received", { cell: { absent: "unspecified" } }))).toContain("unspecified-dot");
    expect(found(of("reports-received", { cell: { absent: "not-delivered" } }))).not.toContain("unspecified-dot");
  });

  test("a line between two cohorts", () => {
    expect(found(of("outcome-sample", { breakdown: { cohort: "second", participant: "families" } }))).toContain(
      "cohorts",
    );
  });

  test("shares of groups that overlap", () => {
    const many = book.catalogue.indicators.find((it) => it.breakdowns.some((one) => one.response === "multiple"))!;
    const { dimension } = many.breakdowns.find((it) => it.response === "multiple")!;
    expect(found(of(many.id, { breakdown: { [dimension]: "any" } }))).toContain("overlap");
    expect(found(of(many.id))).not.toContain("overlap");
  });

  test("a provisional figure built on", () => {
    expect(found(of("reports-received", { cell: { value: 900, marks: ["provisional"] } }))).toContain("provisional");
    expect(found(of("reports-received"))).not.toContain("provisional");
  });
});

test("of a table each is said once, in fixed order and never with a reason or a judgement", () => {
  const figures = book.catalogue.indicators.flatMap((it) =>
    book.catalogue.areas.slice(0, 60).flatMap((area) => lead(book, it, area.code) ?? []),
  );
  const guards = guardsOf(book, figures);
  const order = guards.map((it) => traps.indexOf(it.trap));
  expect(order).toEqual([...new Set(order)].toSorted((a, b) => a - b));
  for (const it of [...guards, ...figures.flatMap((one) => guardsOf(book, [one]))])
    for (const language of languages) {
      expect(it.text[language]).toMatch(/^\p{Lu}.*[^.]\.$/u);
      expect(it.text[language]).not.toMatch(/undefined|\b(doordat|omdat|dankzij|because|thanks to)\b/);
    }
});
