import { describe, expect, test } from "vitest";
import { isAbsent } from "@impactmonitor/model/cell";
import type { Observation } from "@impactmonitor/model/observation";
import { directions } from "@impactmonitor/model/starters";
import { languages, type Language } from "@impactmonitor/model/text";
import { builtBook } from "../../../pipeline/test/built-edition.ts";
import { shown } from "../../src/shown.ts";
import { paragraph, paragraphWithout, type Paragraph } from "../../src/sentences/paragraph.ts";
import type { About } from "../../src/sentences/said.ts";
import { talkAbout } from "../../src/sentences/talk.ts";
import { partsText } from "../../src/statement.ts";
import { faultsOf, wordCount } from "./grammar.ts";

/** Every paragraph that the monitor can make of the published figures, in both languages. */
const book = builtBook();
interface Made {
  readonly row?: Observation;
  readonly at: string;
  readonly name: string;
  readonly language: Language;
  readonly it: Paragraph;
}
const made: Made[] = [];
for (const language of languages) {
  for (const indicator of book.catalogue.indicators)
    for (const row of book.observations(indicator.id)) {
      const name = book.area(row.area)?.name ?? "?";
      made.push({ row, at: row.row, name, language, it: paragraph(book, shown(book, row), language) });
    }
  for (const code of ["NL01", "VT02", "VT22", "PV25", "LD01", "CR01", "GM0106"]) {
    const area = book.area(code);
    for (const indicator of area ? book.catalogue.indicators : [])
      if (area && book.observationsOf(indicator.id, code).length === 0)
        made.push({
          at: `${indicator.id} ${code}`,
          name: area.name,
          language,
          it: paragraphWithout(book, indicator, area, language),
        });
  }
}
/** Sentences, each once, with where it was first made. */
const sentences = new Map<string, { at: string; about: About; language: Language; name: string }>();
for (const { at, name, language, it } of made)
  for (const { about, parts } of it.sentences) {
    const key = `${language} ${partsText(parts)}`;
    if (!sentences.has(key)) sentences.set(key, { at, about, language, name });
  }
/** What the catalogue says is an editor's, who may need more words; all else is ours. */
const ours: readonly About[] = ["marks", "relative", "likely", "nation", "earlier", "trend"];

describe("of all published figures, in both languages,", () => {
  test("each has its paragraph", () => {
    expect(made.length).toBeGreaterThan(2000);
    expect(made.filter(({ it }) => it.sentences.length < 2).map(({ at }) => at)).toEqual([]);
  });

  test("each sentence is well formed", () => {
    const faulty = [...sentences].flatMap(([key, { at, language, name }]) => {
      const faults = faultsOf(key.slice(3).replaceAll(name, "X"), language);
      return faults.map((fault) => `${fault}: ${key} (${at})`);
    });
    expect(faulty).toEqual([]);
  });

  test("no sentence of ours is longer than thirty words", () => {
    const long = [...sentences].filter(([key, { about }]) => ours.includes(about) && wordCount(key.slice(3)) > 30);
    expect(long.map(([key]) => key)).toEqual([]);
  });

  test("the area is named once, and no two sentences of ours in a row begin alike", () => {
    const start = (text: string): string => text.split(" ").slice(0, 2).join(" ");
    const wrong = made.flatMap(({ at, name, language, it }) => {
      const own = it.sentences.filter(({ about }) => ours.includes(about));
      const texts = own.map(({ parts }) => partsText(parts));
      const named = name !== "Nederland" && texts.some((text) => text.includes(name));
      const alike = texts.some((text, i) => i > 0 && start(text) === start(texts[i - 1]!));
      return named || alike ? [`${at} ${language}: ${texts.join(" ")}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  test("the period is named, and a half-year as such", () => {
    const wrong = made.filter(({ row, it }) => {
      const first = it.sentences[0] ? partsText(it.sentences[0].parts) : "";
      const half = row !== undefined && /H\d$/.test(row.period);
      return (
        row !== undefined &&
        (!first.includes(row.period.slice(0, 4)) || (half && !/(helft|half) (van|of) \d/.test(first)))
      );
    });
    expect(wrong.map(({ at }) => at)).toEqual([]);
  });

  test("each count or rate of a register is told with what more of it can mean", () => {
    const weighed = new Set(["veilig-thuis", "police", "youth", "child-protection-board", "public-prosecution"]);
    const registered = made.filter(({ row }) => {
      const source = row && book.indicators.get(row.indicator)?.source;
      return source !== undefined && weighed.has(source) && row?.measure !== "percent" && row && !isAbsent(row.cell);
    });
    expect(registered.length).toBeGreaterThan(800);
    const without = registered.filter(({ it }) => !it.sentences.some(({ about }) => about === "amount"));
    expect(without.map(({ at }) => at)).toEqual([]);
  });

  test("the plain text ends with the source and the edition, and is one line", () => {
    const wrong = made.filter(
      ({ it }) => !it.text.endsWith(it.source) || !it.source.includes(book.id) || /[\n\t]|undefined/.test(it.text),
    );
    expect(wrong.map(({ at }) => at)).toEqual([]);
  });

  test("the plain text says each mark of a figure in words, also of those beside it", () => {
    const wrong = made.filter(({ it, language }) =>
      it.sentences.some(({ about, parts }) =>
        parts.some(
          (part) =>
            typeof part !== "string" &&
            (about === "nation" || about === "earlier") &&
            "marks" in part.figure.cell &&
            part.figure.cell.marks.includes("provisional") &&
            !it.text.includes(`${part.text} (${language === "nl" ? "voorlopig" : "provisional"}`),
        ),
      ),
    );
    expect(wrong.map(({ at }) => at)).toEqual([]);
  });
});

describe("the questions beside all figures, in both languages,", () => {
  const talks = languages.flatMap((language) =>
    book.catalogue.indicators.flatMap((indicator) =>
      [...directions, undefined].map((direction) => ({
        at: `${indicator.id} ${direction ?? "alone"} ${language}`,
        language,
        talk: talkAbout(book, indicator, direction, language),
      })),
    ),
  );

  test("are two to four, each other than the next, and end as questions", () => {
    const wrong = talks.filter(
      ({ talk: { questions } }) =>
        questions.length < 2 || questions.length > 4 || questions.some((it) => !/^[\p{Lu}].*[^?]\?$/u.test(it)),
    );
    expect(wrong.map(({ at }) => at)).toEqual([]);
  });

  test("are well formed, and neither explain nor judge; so is whom to show it", () => {
    const faulty = talks.flatMap(({ at, language, talk }) =>
      [...talk.questions.map((it) => it.replace(/\?$/, ".")), talk.show].flatMap((it) =>
        faultsOf(it, language).map((fault) => `${at}: ${fault}: ${it}`),
      ),
    );
    expect(faulty).toEqual([]);
  });

  test("have no more than twenty-five words each", () => {
    expect(talks.flatMap(({ talk }) => talk.questions).filter((it) => wordCount(it) > 25)).toEqual([]);
  });
});
