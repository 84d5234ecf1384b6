import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isValue } from "@impactmonitor/model/cell";
import { languages } from "@impactmonitor/model/text";
import { builtBook } from "../../../pipeline/test/built-edition.ts";
import { areaView } from "../../src/area-view.ts";
import type { Book } from "../../src/book.ts";
import { compareWithNation } from "../../src/comparison/compare-with-nation.ts";
import { formatCell } from "../../src/format.ts";
import { lead } from "../../src/lead.ts";
import { chooseMessages } from "../../src/meeting/choose-messages.ts";
import type { Leaf, Meeting, MessageLeaf, Sentence } from "../../src/meeting/leaf.ts";
import { areaMeeting, comparisonMeeting, type MeetingSetting } from "../../src/meeting/meeting.ts";
import { find } from "../../src/shown.ts";
import { partsText, statement } from "../../src/statement.ts";

const book = builtBook();
const setting = (language: "nl" | "en"): MeetingSetting => ({
  language,
  contact: "",
  pasts: () => () => ({ changes: [] }),
});
const areas = ["NL01", ...book.catalogue.areas.flatMap((it) => (it.level === "vt-region" ? [it.code as string] : []))]
  .filter((it, i, all) => all.indexOf(it) === i)
  .flatMap((it) => book.area(it) ?? []);

const sentencesOf = (leaf: Leaf): readonly Sentence[] => [
  leaf.title,
  ...("blocks" in leaf ? leaf.blocks.flatMap((it) => it.lines) : []),
  ...("full" in leaf && Array.isArray(leaf.full) ? leaf.full.flatMap((it) => it.lines) : []),
  ...(leaf.kind === "table" ? leaf.rows.flat() : []),
];

const messagesOf = (it: Meeting): readonly MessageLeaf[] =>
  it.leaves.flatMap((leaf) => (leaf.kind === "message" ? [leaf] : []));

const wordsOf = (it: Meeting): string[] =>
  it.leaves.flatMap((leaf) => [...sentencesOf(leaf).map(partsText), ...leaf.notes, ...(leaf.hints ?? [])]);

describe.each(languages)("meetings about the nation and every region, in %s", (language) => {
  const meetings = areas.map((area) => ({ area, meeting: areaMeeting(book, area, {}, setting(language)) }));

  test("hold no number but those of the view, written as the view writes them", () => {
    let seen = 0;
    for (const { meeting } of meetings)
      for (const part of meeting.leaves.flatMap(sentencesOf).flat()) {
        if (typeof part === "string") continue;
        const { indicator, area, period, measure, breakdown, cell } = part.figure;
        expect(find(book, { indicator: indicator.id, area, period, measure, breakdown })?.cell).toEqual(cell);
        const written = formatCell(cell, indicator, measure, language);
        expect(part.text.replace(/ (?:tot|to) /, "–")).toContain(written);
        seen++;
      }
    expect(seen).toBeGreaterThan(100);
  });

  test("have the sentence of the page as the title of each message", () => {
    for (const { area, meeting } of meetings)
      for (const leaf of messagesOf(meeting)) {
        const figure = lead(book, book.indicators.get(leaf.id.replace("message-", ""))!, area.code)!;
        expect(`${partsText(leaf.title)}.`).toBe(partsText(statement(book, figure, language)));
        expect(leaf.source).toContain(book.id);
        const beside = leaf.blocks.some((it) => /Nederland|Netherlands/.test(it.heading));
        expect(beside || compareWithNation(book, figure) === undefined).toBe(true);
      }
  });

  test("have no two pages of one title, and say what figures don’t say", () => {
    for (const { meeting } of meetings) {
      const titles = meeting.leaves.map((it) => partsText(it.title));
      expect(new Set(titles).size).toBe(titles.length);
      for (const leaf of messagesOf(meeting)) {
        expect(leaf.blocks.at(-1)?.heading).toMatch(/niet zegt|does not say/);
        expect(leaf.question).toMatch(/\?$/);
      }
    }
  });

  test("give no reasons, verdicts or ranks of their own", () => {
    const own = meetings.flatMap(({ meeting }) =>
      meeting.leaves.filter(
        (it) => it.kind !== "message" && it.kind !== "theme" && !["missing", "sources", "changed"].includes(it.id),
      ),
    );
    const words = wordsOf({ ...meetings[0]!.meeting, leaves: own }).join(" ");
    expect(words).not.toMatch(/\b(doordat|dankzij|because of|thanks to|slechter|worst|koploper|top ?\d)\b/i);
  });

  test("count what there is and what is shown", () => {
    for (const { area, meeting } of meetings) {
      const shown = meeting.leaves.filter((it) => it.kind === "message").length;
      const choice = meeting.leaves.find((it) => it.id === "choice");
      const numbers = choice?.kind === "words" ? choice.lead.match(/\d+/g) : [];
      expect(numbers).toEqual([String(shown), String(areaView(book, area, language).counts.indicators)]);
    }
  });
});

test("what a figure is, and whether it lies high or low, plays no part in the choice", () => {
  const chosen = (it: Book, code: string): string[] =>
    chooseMessages(it, it.area(code)!).flatMap((theme) => theme.figures.map((figure) => figure.indicator.id));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.constantFrom(...areas), (seed, area) => {
      const other: Book = {
        ...book,
        observationsOf: (id, code) =>
          book
            .observationsOf(id, code)
            .map((it, i) =>
              isValue(it.cell)
                ? { ...it, cell: { ...it.cell, value: (it.cell.value * ((seed + i * 7919) % 997)) / 300 } }
                : it,
            ),
      };
      expect(chosen(other, area.code)).toEqual(chosen(book, area.code));
    }),
    { numRuns: 20 },
  );
});

test("with themes chosen there are these only, with all of their reading order", () => {
  const nation = book.area("NL01")!;
  const all = chooseMessages(book, nation);
  const one = chooseMessages(book, nation, ["care-and-safety"]);
  expect(one.map((it) => it.theme.id)).toEqual(["care-and-safety"]);
  const usual = all.find((it) => it.theme.id === "care-and-safety")!.figures;
  expect(one[0]!.figures.length).toBeGreaterThan(usual.length);
  expect(one[0]!.figures).toEqual(expect.arrayContaining([...usual]));
});

test("a meeting says the same things in both languages", () => {
  for (const area of areas) {
    const [nl, en] = languages.map((it) =>
      areaMeeting(book, area, {}, setting(it)).leaves.map((leaf) => [leaf.kind, leaf.id]),
    );
    expect(nl).toEqual(en);
  }
});

test("a series keeps to the span that was asked for; the figure itself stays", () => {
  const nation = book.area("NL01")!;
  const of = (it: Meeting) =>
    it.leaves.flatMap((leaf) => (leaf.id === "message-homicide-victims" && leaf.kind === "message" ? [leaf] : []))[0]!;
  const whole = of(areaMeeting(book, nation, {}, setting("nl")));
  const part = of(areaMeeting(book, nation, { from: "2010", until: "2020" }, setting("nl")));
  const years = (leaf: typeof whole): string[] =>
    leaf.picture?.chart.kind === "line" ? leaf.picture.chart.series[0]!.points.map((it) => it.label) : [];
  expect(years(part)).toEqual(years(whole).filter((it) => it >= "2010" && it <= "2020"));
  expect(part.title).toEqual(whole.title);
});

test("areas beside each other stand by name, the own one first, whatever their values", () => {
  const others = ["VT13", "VT01"].flatMap((it) => book.area(it) ?? []);
  const own = book.area("VT02")!;
  const meeting = comparisonMeeting(
    book,
    { areas: [own, ...others], indicators: [{ indicator: book.indicators.get("reports-received")! }], form: "index" },
    setting("nl"),
  );
  const message = meeting.leaves.find((it) => it.kind === "message");
  const labels =
    message?.kind === "message" && message.picture?.chart.kind === "bars"
      ? message.picture.chart.bars.map((it) => it.label)
      : [];
  const names = [own, ...others.toSorted((a, b) => (a.name < b.name ? -1 : 1))].map((it) => it.name);
  expect(labels.filter((it) => it !== "Nederland")).toEqual(names.filter((it) => labels.includes(it)));
  expect(meeting.about).toContain(own.name);
});
