import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAbsent } from "@impactmonitor/model/cell";
import { builtBook } from "../../pipeline/test/built-edition.ts";
import { areaLabel } from "../src/area-words.ts";
import { areaView } from "../src/area-view.ts";
import type { Book } from "../src/book.ts";
import { answerOf, countsOf, gapsTogether, questionView, shownIn, type QuestionView } from "../src/question-view.ts";
import { answerSentence, countSentence, insteadSentence } from "../src/question-words.ts";
import { paragraph } from "../src/sentences/paragraph.ts";
import { partsText } from "../src/statement.ts";

const book = builtBook();
const { questions } = book.catalogue;
const nation = book.area("NL01")!;
const regions = book.areasAt("vt-region", book.date);
const areas = [nation, ...regions, ...book.areasAt("province", book.date)];
const question = (id: string) => questions.find((it) => it.id === id)!;
const view = (id: string, code: string): QuestionView => questionView(book, question(id), book.area(code)!, "nl");

const anyView = fc
  .record({
    question: fc.constantFrom(...questions),
    area: fc.constantFrom(...areas),
    language: fc.constantFrom("nl" as const, "en" as const),
  })
  .map(({ question, area, language }) => ({ area, language, view: questionView(book, question, area, language) }));

describe("a question for an area", () => {
  test("shows each figure as the page of the area does, with the same sentences", () => {
    for (const area of regions) {
      const rows = areaView(book, area, "nl").themes.flatMap((it) => it.rows);
      for (const it of questions)
        for (const { row, sentences } of questionView(book, it, area, "nl").steps.flatMap((step) => step.figures)) {
          const same = rows.find((other) => other.indicator.id === row.indicator.id);
          expect(row.shown).toEqual(same?.shown);
          expect(row.comparison).toEqual(same?.comparison);
          const all = paragraph(book, row.shown, "nl").sentences.map((said) => partsText(said.parts));
          for (const said of sentences) expect(all).toContain(partsText(said.parts));
        }
    }
  });

  test("holds each of its indicators once, as a figure or with the reason why not, in the order of its guide", () => {
    fc.assert(
      fc.property(anyView, ({ view }) => {
        const ids = view.steps.flatMap((step) => [
          ...step.figures.map((it) => it.row.indicator.id),
          ...step.missing.map((it) => it.indicator.id),
        ]);
        expect(ids.toSorted()).toEqual([...view.question.indicators].toSorted());
        expect(view.steps.map((it) => it.why)).toEqual(view.guide?.steps.map((it) => it.why));
        for (const gap of view.steps.flatMap((it) => it.missing)) expect(gap.why.nl).not.toBe("");
      }),
      { numRuns: 40 },
    );
  });

  test("tells the same reason once, and loses or mixes no gap by that", () => {
    fc.assert(
      fc.property(anyView, ({ view }) => {
        for (const { missing } of view.steps) {
          const groups = gapsTogether(missing);
          expect(new Set(groups.flat())).toEqual(new Set(missing));
          expect(groups.flat()).toHaveLength(missing.length);
          for (const [first, ...rest] of groups)
            for (const it of rest)
              expect([it.why, it.indicator.supplier, it.former]).toEqual([first!.why, first!.indicator.supplier, []]);
        }
      }),
      { numRuns: 40 },
    );
    const cohorts = view("does-violence-stop", "VT02").steps.flatMap((it) => it.missing);
    expect(gapsTogether(cohorts).length).toBeLessThan(cohorts.length / 2);
  });

  test("without a figure of its own, counts what there is for the country and says that it is not about the area", () => {
    const drenthe = book.area("VT02")!;
    const counts = { indicators: 13, own: 0, national: 4 };
    expect(insteadSentence(counts, drenthe, "nl")).toBe(
      "4 cijfers voor heel Nederland, hieronder. Hoe het in Drenthe is, ziet u daar niet aan.",
    );
    expect(insteadSentence({ ...counts, national: 1 }, drenthe, "en")).toBe(
      "1 figure for the whole country, below. How things are in Drenthe can’t be seen from it.",
    );
    expect(insteadSentence({ ...counts, national: 0 }, drenthe, "nl")).toContain("waarom er geen cijfer is");
  });

  test("never shows another area’s figure as the area’s own: the country’s stands apart", () => {
    fc.assert(
      fc.property(anyView, ({ view, area }) => {
        for (const step of view.steps) {
          for (const it of step.figures) expect(it.row.shown.area).toBe(area.code);
          for (const it of step.missing) expect(it.national?.shown.area ?? "NL01").toBe("NL01");
        }
      }),
      { numRuns: 40 },
    );
  });

  test("draws the area and the country only where both were compared, with the values that the words give", () => {
    const drawn = regions
      .flatMap((area) => questions.map((it) => questionView(book, it, area, "nl")))
      .flatMap((it) => it.steps.flatMap((step) => step.figures))
      .filter((it) => it.chart !== undefined);
    expect(drawn.length).toBeGreaterThan(20);
    for (const { chart, row } of drawn) {
      const { own, other } = row.comparison!;
      expect(chart?.bars.map((it) => it.value)).toEqual([own.cell, other.cell].map((it) => "value" in it && it.value));
      expect(chart?.alternative).toContain(chart!.bars[0]!.text);
    }
  });

  test("counts what is there", () => {
    fc.assert(
      fc.property(anyView, ({ view, area, language }) => {
        const { counts } = view;
        const own = view.steps.flatMap((it) => it.figures).filter((it) => !isAbsent(it.row.shown.cell)).length;
        expect(counts.own).toBe(own);
        expect(counts.national).toBe(view.steps.flatMap((it) => it.missing).filter((it) => it.national).length);
        expect(counts).toEqual(countsOf(book, view.question, area, language));
        expect(countSentence(counts, area, language)).toContain(areaLabel(area, language));
        expect(countSentence(counts, area, language)).toContain(
          String(counts.own === 0 ? counts.indicators : counts.own),
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe("whether figures answer a question", () => {
  test.each([
    ["less-severe-violence", "VT02", "part"],
    ["how-big-and-how-much-seen", "VT02", "nation-only"],
    ["how-big-and-how-much-seen", "NL01", "part"],
    ["does-violence-stop", "VT02", "nation-only"],
    ["does-our-vision-deliver", "VT02", "none"],
    ["does-our-vision-deliver", "NL01", "none"],
    ["do-care-and-justice-connect", "VT02", "none-here"],
  ] as const)("%s for %s: %s", (id, code, answer) => {
    expect(view(id, code).answer).toBe(answer);
  });

  test("an area without any figure never gets a part of the answer", () => {
    fc.assert(
      fc.property(anyView, ({ view, area }) => {
        const none = { ...view.counts, own: 0 };
        expect(answerOf(view.guide, area, none)).not.toBe("part");
      }),
    );
  });

  test("is told in a sentence that names the area where it is about one", () => {
    const drenthe = book.area("VT02")!;
    expect(answerSentence("none-here", drenthe, "nl")).toBe(
      "Voor Drenthe staat bij deze vraag geen enkel cijfer in deze editie.",
    );
    expect(answerSentence("none", drenthe, "en")).toBe("The figures give no answer to this question.");
  });
});

test("sentences name the country as people do, and a label as it is", () => {
  const counts = { indicators: 9, own: 0, national: 0 };
  expect(countSentence(counts, nation, "en")).toBe("Of the 9 figures none is there for the Netherlands.");
  expect(countSentence(counts, nation, "nl")).toBe("Van de 9 cijfers is er geen voor Nederland.");
  expect(areaLabel(nation, "en")).toBe("Netherlands");
});

test("every guard that a guide names is said for some area, and goes before the others", () => {
  for (const it of questions) {
    const said = areas.map((area) => questionView(book, it, area, "nl").guards.map((guard) => guard.trap));
    // Practice editions and later ones hold dots and cohorts that this one lacks for these figures.
    const able = it.guide!.guards.filter((trap) => said.some((all) => all.includes(trap)));
    expect(able.length, it.id).toBeGreaterThanOrEqual(Math.min(1, it.guide!.guards.length - 1));
    for (const all of said) {
      const named = all.filter((trap) => it.guide!.guards.includes(trap));
      expect(all.slice(0, named.length)).toEqual(named);
      expect(named).toEqual(it.guide!.guards.filter((trap) => all.includes(trap)));
    }
  }
});

test("every figure of a page has its guards on it, also the country’s that stands in for a missing one", () => {
  const it = view("how-big-and-how-much-seen", "VT02");
  expect(it.guards.map((guard) => guard.trap)).toEqual(expect.arrayContaining(["national-rate", "volume"]));
  expect(it.steps.flatMap(shownIn).length).toBeGreaterThan(4);
});

test("a question of an edition from before there were guides shows its figures all the same", () => {
  const older: Book = {
    ...book,
    catalogue: { ...book.catalogue, questions: questions.map(({ guide: _guide, ...rest }) => rest) },
  };
  const asked = older.catalogue.questions[1]!;
  const it = questionView(older, asked, older.area("VT02")!, "nl");
  expect(it.guide).toBeUndefined();
  expect(it.answer).toBe("part");
  expect(it.steps).toHaveLength(1);
  expect(it.steps[0]!.figures.length + it.steps[0]!.missing.length).toBe(asked.indicators.length);
});

test("no indicator is in two steps of a question", () => {
  for (const { id, guide } of questions) {
    const ids = guide!.steps.flatMap((it) => it.indicators);
    expect(new Set(ids).size, id).toBe(ids.length);
  }
});
