import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventKinds, eventSchema, type Event } from "@impactmonitor/model/event";
import { areaCode, periodCode } from "@impactmonitor/model/id";
import type { Observation } from "@impactmonitor/model/observation";
import { figure } from "../../edition/test/sample-edition.ts";
import { builtBook } from "../../pipeline/test/built-edition.ts";
import { breakNotes, eventMarks, eventNotes, timelineEvents } from "../src/timeline.ts";
import { trend, trendPoints } from "../src/trend.ts";
import { sampleBook, sampleIndicator } from "./sample-book.ts";

const event = (id: string, more: Readonly<Record<string, unknown>> = {}): Event =>
  eventSchema.parse({
    id,
    kind: "law",
    from: "2020-03-01",
    title: { nl: `Wet ${id}`, en: `Act ${id}` },
    what: { nl: "De wet gaat in.", en: "The act takes effect." },
    sources: ["veilig-thuis"],
    readings: [{ title: "A gazette", url: "https://example.org/act" }],
    ...more,
  });
const at = (period: string, more: Partial<Observation> = {}): Observation =>
  figure({ period: periodCode(period), cell: { value: 10, marks: [] }, ...more });

function line(events: readonly Event[], periods = ["2019", "2020", "2021"], withEvents = true) {
  const book = sampleBook({ figures: periods.map((it) => at(it)), events });
  const of = { indicator: book.catalogue.indicators[0]!, area: "NL01", measure: "count" as const, breakdown: {} };
  return trend(book, { ...of, period: periods.at(-1)! }, "nl", withEvents)!;
}
const ids = (it: { readonly events: readonly { readonly event: Event }[] }) => it.events.map(({ event: { id } }) => id);

describe("what happened meanwhile", () => {
  test("is shown from the first day of the first period to the last day of the last, and no further", () => {
    const days = ["2018-12-31", "2019-01-01", "2021-12-31", "2022-01-01"];
    expect(ids(line(days.map((from) => event(`d${from}`, { from }))))).toEqual(["d2019-01-01", "d2021-12-31"]);
  });

  test("is shown when it began before the line and lasted into it", () => {
    expect(ids(line([event("long", { from: "2018-06-01", until: "2019-02-01" })]))).toEqual(["long"]);
    expect(ids(line([event("over", { from: "2018-06-01", until: "2018-12-31" })]))).toEqual([]);
  });

  test("is shown only where an editor tied it to the indicator, its theme or its source", () => {
    expect(ids(line([event("police", { sources: ["police"] }), event("own")]))).toEqual(["own"]);
  });

  test("has its date in words and its place on the axis", () => {
    const { events } = line([event("long", { from: "2020-03-15", until: "2020-05-31" })]);
    expect(events[0]?.when).toBe("15 maart 2020 tot en met 31 mei 2020");
    const [mark] = eventMarks(events, "nl");
    expect(mark?.at).toBeCloseTo(2020 + 74 / 366, 5);
    expect(mark?.until).toBeCloseTo(2020 + 151 / 366, 5);
    expect(mark?.label).toBe("15 maart 2020 tot en met 31 mei 2020: Wet long");
  });

  test("is drawn with at most six numbers, one for each in order of time; a change of registration goes first", () => {
    const any = fc.array(fc.record({ kind: fc.constantFrom(...eventKinds), day: fc.integer({ min: 1, max: 28 }) }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(any, (given) => {
        const list = given
          .map(({ kind, day }, i) => event(`e${i}`, { kind, from: `2020-01-${String(day).padStart(2, "0")}` }))
          .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
        const { events, chart } = line(list);
        const signs = events.flatMap((it) => it.sign ?? []);
        expect(events.map((it) => it.event.id)).toEqual(list.map((it) => it.id));
        expect(signs).toEqual(Array.from({ length: Math.min(6, list.length) }, (_, i) => String(i + 1)));
        expect(chart.events ?? []).toHaveLength(signs.length);
        const left = events.filter((it) => it.sign === undefined);
        const drawn = events.filter((it) => it.sign !== undefined);
        const isChange = (it: (typeof events)[number]): boolean => it.event.kind === "protocol-change";
        expect(left.some(isChange) && !drawn.every(isChange)).toBe(false);
      }),
    );
  });

  test("is told to who can't see the picture, always with the words that it explains nothing", () => {
    const { chart } = line([event("x")]);
    expect(chart.alternative).toContain("1 maart 2020: Wet x. Een gebeurtenis naast een lijn is geen verklaring");
  });

  test("is left out of picture and words for who hides it, but can be shown again", () => {
    const hidden = line([event("x")], undefined, false);
    expect([hidden.chart.events, hidden.events.length]).toEqual([undefined, 1]);
    expect(hidden.chart.alternative).not.toContain("Wet x");
  });

  test("is nothing in an edition without events", () => {
    expect(line([]).chart.events).toBeUndefined();
  });
});

describe("the breaks of a line", () => {
  const reason = (words: string) => ({ nl: words, en: words });
  const change = (id: string, more = {}) => ({
    id,
    date: "2020-01-01",
    title: reason(`Verhuisd: ${id}`),
    text: reason("woorden"),
    from: ["VT02"],
    to: ["VT01"],
    ...more,
  });
  function breaksOf(more: Parameters<typeof sampleBook>[0], figures = ["2019", "2020", "2021"].map((it) => at(it))) {
    const area = areaCode("VT01");
    const book = sampleBook({ ...more, figures: figures.map((it) => ({ ...it, area })) });
    const indicator = book.catalogue.indicators[0]!;
    const of = { indicator, area: "VT01", measure: "count" as const, breakdown: {}, period: "2021" };
    return trend(book, of, "nl")!;
  }

  test("have a letter each, with when and why in words", () => {
    const indicators = [sampleIndicator({ breaks: [{ at: "2020", reason: reason("Andere telling") }] })];
    const { breaks } = breaksOf({ indicators, areaChanges: [change("join", { date: "2021-01-01" })] });
    expect(breakNotes(breaks, "nl")).toEqual([
      { sign: "A", when: "Breuk bij 2020", text: "Andere telling." },
      { sign: "B", when: "Breuk bij 1 januari 2021", text: "Verhuisd: join." },
    ]);
  });

  test("on one day are one, with every reason: a new way of counting and a new territory", () => {
    const indicators = [sampleIndicator({ breaks: [{ at: "2020", reason: reason("Andere telling") }] })];
    const { breaks } = breaksOf({ indicators, areaChanges: [change("a"), change("b")] });
    expect(breaks.map((it) => it.reason)).toEqual(["Andere telling. Verhuisd: a. Verhuisd: b."]);
  });

  test("are also where the source itself marked one and the catalogue has none", () => {
    const marked = at("2020", { cell: { value: 5, marks: ["break"] } });
    const { breaks, chart } = breaksOf({}, [at("2019"), marked, at("2021")]);
    expect(breaks).toEqual([{ at: "2020", reason: expect.stringContaining("De bron meldt") }]);
    expect(chart.series[0]?.points.map((it) => it.startsNew)).toEqual([false, true, false]);
    expect(chart.alternative).toContain("Breuk bij 2020: De bron meldt");
  });

  test("of a region's territory do not cut the line of the country beside it", () => {
    const indicators = [sampleIndicator({ measures: ["percent"] })];
    const figures = ["2019", "2020", "2021"].flatMap((period) =>
      ["VT01", "NL01"].map((area) => at(period, { area: areaCode(area), measure: "percent" })),
    );
    const book = sampleBook({ indicators, figures, areaChanges: [change("join")] });
    const of = { indicator: indicators[0]!, area: "VT01", measure: "percent" as const, breakdown: {}, period: "2021" };
    const cuts = trend(book, of, "nl")!.chart.series.map((it) => it.points.map((point) => point.startsNew));
    expect(cuts).toEqual([
      [false, true, false],
      [false, false, false],
    ]);
  });
});

describe("the events of the edition", () => {
  const book = builtBook();

  test("stand under the reports of the country with what is known to have happened", () => {
    const of = { indicator: book.indicators.get("reports-received")!, area: "NL01", measure: "count" as const };
    const found = trendPoints(book, { ...of, breakdown: {}, period: "2021H1" })!;
    const events = timelineEvents(book, found.points, "en");
    expect(events.map((it) => it.event.id)).toEqual(
      expect.arrayContaining(["vt-protocol-2019", "campaign-2019", "lockdown-2020-spring", "stop-femicide-2024"]),
    );
    expect(eventNotes(events, "en")).toHaveLength(6);
    for (const it of eventNotes(events, "en")) expect(it.text).toMatch(/^\S.*\.$/);
  });

  test("each have a plain sentence in both languages and a day that exists", () => {
    for (const it of book.catalogue.events) {
      for (const language of ["nl", "en"] as const) expect(it.what[language]).toMatch(/^\p{Lu}.*\.$/u);
      for (const day of [it.from, it.until ?? it.from])
        expect(new Date(`${day}T00:00:00Z`).toISOString()).toContain(day);
    }
  });
});
