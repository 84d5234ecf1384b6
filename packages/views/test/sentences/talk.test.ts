import { describe, expect, test } from "vitest";
import { startersSchema } from "@impactmonitor/model/starters";
import type { Judgement } from "../../src/comparison/judgement.ts";
import { directionOf, talkAbout, talkAboutTheme } from "../../src/sentences/talk.ts";
import { figure } from "../../../edition/test/sample-edition.ts";
import { shown } from "../../src/shown.ts";
import { sampleBook, sampleIndicator } from "../sample-book.ts";

const ask = (nl: string) => ({ nl: `${nl}?`, en: `${nl} in English?` });
const starters = startersSchema.parse({
  always: {
    any: [ask("Wie weet meer")],
    higher: [ask("Altijd hoger")],
    lower: [ask("Altijd lager")],
    unclear: [ask("Altijd onduidelijk")],
    noFigure: [ask("Altijd geen cijfer"), ask("Wie levert het")],
  },
  themes: [
    {
      theme: "reach",
      partners: [
        { nl: "de politie", en: "the police" },
        { nl: "huisartsen", en: "general practitioners" },
      ],
      any: [ask("Thema")],
      higher: [ask("Thema hoger")],
    },
  ],
  indicators: [
    { indicator: "reports-received", any: [ask("Eigen")], higher: [ask("Eigen hoger")] },
    { indicator: "advice-started", partners: [{ nl: "scholen", en: "schools" }] },
  ],
});
const book = sampleBook({ starters });
const reports = sampleIndicator();
const asked = (direction: Parameters<typeof talkAbout>[2]) => talkAbout(book, reports, direction, "nl").questions;

describe("the questions beside a figure", () => {
  test("are its own first, then its theme’s, then those for every figure, and end with who knows more", () => {
    expect(asked("higher")).toEqual(["Eigen hoger?", "Eigen?", "Thema hoger?", "Wie weet meer?"]);
    expect(asked("lower")).toEqual(["Eigen?", "Altijd lager?", "Thema?", "Wie weet meer?"]);
    expect(asked("unclear")).toEqual(["Eigen?", "Altijd onduidelijk?", "Thema?", "Wie weet meer?"]);
  });

  test("of a figure that nothing is beside ask nothing about higher or lower", () => {
    expect(asked(undefined)).toEqual(["Eigen?", "Thema?", "Wie weet meer?"]);
  });

  test("of a figure that isn’t there don’t ask what it shows", () => {
    expect(asked("noFigure")).toEqual(["Altijd geen cijfer?", "Wie levert het?", "Thema?", "Wie weet meer?"]);
  });

  test("are in English when asked so", () => {
    expect(talkAbout(book, reports, "higher", "en").questions[0]).toBe("Eigen hoger in English?");
  });
});

describe("whom to show it", () => {
  test("are the theme’s partners, or the figure’s own", () => {
    expect(talkAbout(book, reports, undefined, "nl").show).toBe(
      "Laat dit zien aan de politie en huisartsen, en vraag wat zij ervan herkennen.",
    );
    expect(talkAbout(book, sampleIndicator({ id: "advice-started" }), undefined, "en").show).toBe(
      "Show this to schools, and ask what they recognise in it.",
    );
    expect(talkAboutTheme(book, "reach", "nl")).toEqual({
      questions: ["Thema?", "Wie weet meer?"],
      show: "Laat dit zien aan de politie en huisartsen, en vraag wat zij ervan herkennen.",
    });
  });

  test("is nobody in an edition from before there were such lists, nor are there questions", () => {
    const older = sampleBook({});
    expect(talkAbout(older, reports, "higher", "nl")).toEqual({ questions: [], show: "" });
    expect(talkAboutTheme(older, "reach", "nl")).toEqual({ questions: [], show: "" });
  });
});

describe("the direction of a talk", () => {
  const it = shown(sampleBook({ indicators: [reports] }), figure());
  const of = (judgement: Judgement) => directionOf({ with: "nation", own: it, other: it, judgement, caveats: [] });

  test("is that of the judgement; not clearly different is a direction too", () => {
    expect(of({ by: "rest", verdict: "higher", certainty: "tentative" })).toBe("higher");
    expect(of({ by: "rest", verdict: "lower", certainty: "clear" })).toBe("lower");
    expect(of({ by: "rest", verdict: "no-clear-difference", certainty: "none" })).toBe("unclear");
  });

  test("is none where figures don’t compare or are too small", () => {
    expect(of({ by: "none", verdict: "too-little", reason: "small-numbers" })).toBeUndefined();
    expect(directionOf(undefined)).toBeUndefined();
  });
});
