import { describe, expect, test } from "vitest";
import { isAbsent, isRange, isValue } from "@impactmonitor/model/cell";
import { languages } from "@impactmonitor/model/text";
import { figure } from "../../edition/test/sample-edition.ts";
import { builtBook } from "../../pipeline/test/built-edition.ts";
import { rate, share, shown } from "../src/shown.ts";
import { breakdownLabel, copyText, partsText, sourceLine, statement } from "../src/statement.ts";
import { nation, sampleArea, sampleBook, sampleIndicator } from "./sample-book.ts";

const book = builtBook();
const all = book.catalogue.indicators.flatMap((it) => book.observations(it.id));
const said = all.flatMap((it) =>
  languages.map((language) => ({ it, language, text: partsText(statement(book, shown(book, it), language)) })),
);
/** Those sentences in which the fault shows, with their row: an empty list when all is well. */
const faulty = (fault: (text: string, at: (typeof said)[number]) => boolean): string[] =>
  said.filter((at) => fault(at.text, at)).map((at) => `${at.it.row} ${at.language}: ${at.text}`);

describe("the statement of every figure of the edition, in both languages,", () => {
  test("is there", () => {
    expect(said.length).toBeGreaterThan(2000);
    expect(faulty((text) => text.trim() === "")).toEqual([]);
  });

  test("has every place filled in", () => {
    expect(faulty((text) => /[{}]|undefined|null|NaN|\[object/.test(text))).toEqual([]);
  });

  test("begins with a capital and ends with one full stop", () => {
    expect(faulty((text) => !/^[\p{Lu}\p{N}‘“]/u.test(text))).toEqual([]);
    expect(faulty((text) => !/[^.]\.$/.test(text))).toEqual([]);
  });

  test("has no double spaces, no space before a comma or stop, none at its ends", () => {
    expect(faulty((text) => / {2}| [.,;:]|^\s|\s$/.test(text))).toEqual([]);
  });

  test("has no word twice in a row", () => {
    expect(faulty((text) => /(?<![\p{L}\p{N}])(\p{L}+)[ ,]+\1(?![\p{L}\p{N}])/iu.test(text))).toEqual([]);
  });

  test("has no capital “In” or “Op” in the middle, nor a period without one at the start", () => {
    expect(faulty((text) => /[a-z,] (In|Op|On) (de |the )?(eerste|tweede|first|second|\d{4})/.test(text))).toEqual([]);
  });

  test("names the year of its period", () => {
    expect(faulty((text, { it }) => !text.includes(it.period.slice(0, 4)))).toEqual([]);
  });

  test("names its area", () => {
    const missing = faulty((text, { it, language }) => {
      const name = book.area(it.area)?.name ?? "?";
      return !text.includes(it.area === "NL01" ? (language === "nl" ? "Nederland" : "Netherlands") : name);
    });
    expect(missing).toEqual([]);
  });

  test("names its category, if it has one", () => {
    const missing = faulty((text, { it, language }) => {
      const label = breakdownLabel(book, it.breakdown, language);
      return !isAbsent(it.cell) && !text.toLowerCase().includes(label.toLowerCase());
    });
    expect(missing).toEqual([]);
  });

  test("does not judge or explain", () => {
    const words =
      /\b(slecht|goed nieuws|helaas|gelukkig|zorgwekkend|omdat|doordat|unfortunately|worrying|because|alarming)\b/i;
    expect(faulty((text) => words.test(text))).toEqual([]);
  });

  test("holds its figure as a figure, once, unless there is no value", () => {
    const wrong = all.filter((it) => {
      const figures = statement(book, shown(book, it), "nl").filter((part) => typeof part !== "string");
      return figures.length !== (isAbsent(it.cell) ? 0 : 1);
    });
    expect(wrong.map((it) => it.row)).toEqual([]);
  });

  test("never says one of something in the plural", () => {
    expect(
      faulty((text, { it, language }) => {
        const { unit, unitOne } = book.indicators.get(it.indicator)!;
        return unitOne?.[language] !== unit[language] && new RegExp(`(?<![\\d.,])1 ${unit[language]}`).test(text);
      }),
    ).toEqual([]);
  });

  test("of a derived share names what it is a share of", () => {
    const derived = all.flatMap((it) => share(book, it) ?? []);
    expect(derived.length).toBeGreaterThan(50);
    const nameless = derived.flatMap((it) =>
      languages.flatMap((language) => {
        const text = partsText(statement(book, it, language));
        const whole = it.derivation?.kind === "share" ? it.derivation.wholeIndicator.unit[language] : "?";
        const named =
          text.includes(whole) && !/%,? (van Veilig|by Veilig|at Veilig|that|in the|in Ned|in de)/.test(text);
        return named ? [] : [text];
      }),
    );
    expect(nameless).toEqual([]);
  });

  test("of a derived rate reads as well as of a published one", () => {
    const derived = all.flatMap((it) => rate(book, it) ?? []);
    expect(derived.length).toBeGreaterThan(50);
    const texts = derived.flatMap((it) => languages.map((language) => partsText(statement(book, it, language))));
    const wrong = texts.filter(
      (it) => /[{}]|undefined|NaN| {2}| [.,]/.test(it) || !/^[\p{Lu}\p{N}]/u.test(it) || !/[^.]\.$/.test(it),
    );
    expect(wrong).toEqual([]);
  });
});

describe("a statement", () => {
  const of = (more: Parameters<typeof figure>[0], indicator = sampleIndicator()) => {
    const own = sampleBook({
      areas: [nation, sampleArea("VT02", "vt-region", "Drenthe")],
      indicators: [indicator],
      codelists: [
        {
          id: "reporter-type",
          title: { nl: "Melder", en: "Reporter" },
          codes: [{ id: "police", title: { nl: "Politie", en: "Police" } }],
        },
      ],
    });
    return (language: "nl" | "en"): string => partsText(statement(own, shown(own, figure(more)), language));
  };

  test("says when, where and how much, in the words of the catalogue", () => {
    const say = of({});
    expect(say("nl")).toBe("In de eerste helft van 2021 waren er in Nederland 60.880 meldingen.");
    expect(say("en")).toBe("In the first half of 2021 there were 60,880 reports in the Netherlands.");
  });

  test("says a range in words", () => {
    const say = of({ cell: { range: { lower: 90_000, upper: 127_000 }, marks: [] } });
    expect(say("nl")).toContain("90.000 tot 127.000 meldingen");
    expect(say("en")).toContain("90,000 to 127,000 reports");
  });

  test("of a category puts its label in the middle of the sentence without a capital", () => {
    const categorySentence = {
      nl: "Van de meldingen kwam {value} van: {category}, {area}, {period}.",
      en: "Of the reports {value} came from {category}, {area}, {period}.",
    };
    const say = of(
      { measure: "percent", breakdown: { "reporter-type": "police" }, cell: { value: 64.2, marks: [] } },
      sampleIndicator({ categorySentence, measures: ["percent"] }),
    );
    expect(say("nl")).toBe("Van de meldingen kwam 64,2% van: politie, in Nederland, in de eerste helft van 2021.");
    expect(say("en")).toBe("Of the reports 64.2% came from police, in the Netherlands, in the first half of 2021.");
  });

  test("agrees with its number: one report was, more reports were, a percentage was", () => {
    const indicator = sampleIndicator({
      unitOne: { nl: "melding", en: "report" },
      sentence: { nl: "{period} [was|waren] er {area} {value}.", en: "{period}, there [was|were] {value} {area}." },
      measures: ["count", "percent"],
    });
    const one = of({ cell: { value: 1, marks: [] } }, indicator);
    expect(one("nl")).toBe("In de eerste helft van 2021 was er in Nederland 1 melding.");
    expect(one("en")).toBe("In the first half of 2021, there was 1 report in the Netherlands.");
    expect(of({ cell: { value: 0, marks: [] } }, indicator)("nl")).toContain("waren er in Nederland 0 meldingen");
    expect(of({ cell: { value: 2, marks: [] } }, indicator)("en")).toContain("were 2 reports");
    expect(of({ measure: "percent", cell: { value: 12, marks: [] } }, indicator)("nl")).toContain(
      "was er in Nederland 12%",
    );
  });

  test("without a value says that there is none and what the sign of the source means", () => {
    const say = of({ cell: { absent: "suppressed" } });
    expect(say("nl")).toBe(
      "In de eerste helft van 2021 in Nederland: Ontvangen meldingen. Dit cijfer is niet getoond, zodat niemand te herkennen is.",
    );
    expect(say("en")).toMatch(/^In the first half of 2021 in the Netherlands: Reports received\. .*nobody/);
  });

  test("without a sentence in the catalogue still says when, where and how much", () => {
    const say = of({}, sampleIndicator({ sentence: undefined }));
    expect(say("nl")).toBe("In de eerste helft van 2021 in Nederland: 60.880 meldingen (Meldingen).");
  });
});

describe("a statement to copy", () => {
  test("takes the marks of its figure along in words, also those of a range", () => {
    const it = all.find((row) => isRange(row.cell) && row.cell.marks.length > 1)!;
    const as = shown(book, it);
    expect(copyText(statement(book, as, "nl"), as, "nl")).toMatch(/ te maken met .* \(schatting, afgerond\)\.$/);
    expect(copyText(statement(book, as, "en"), as, "en")).toMatch(/ \(estimate, rounded\)\.$/);
  });

  test("is the sentence itself for a figure without marks", () => {
    const it = all.find((row) => isValue(row.cell) && row.cell.marks.length === 0)!;
    const parts = statement(book, shown(book, it), "nl");
    expect(copyText(parts, shown(book, it), "nl")).toBe(partsText(parts));
  });
});

describe("the source line of every figure", () => {
  test("names the source, the publication and the edition in both languages", () => {
    for (const it of all.slice(0, 400))
      for (const language of languages) {
        const line = sourceLine(book, shown(book, it), language);
        expect(line).toMatch(
          language === "nl" ? /^Bron: .+\. Impactmonitor, editie / : /^Source: .+\. Impactmonitor, edition /,
        );
        expect(line).toContain(it.reading.title);
        expect(line).toContain(book.id);
        expect(line).not.toMatch(/undefined| {2}|\(\)/);
      }
  });

  test("says of practice figures, in both languages, that nobody published them", () => {
    const it = all[0]!;
    const practice = { ...book, kind: "practice" } as const;
    expect(sourceLine(practice, shown(book, it), "nl")).toContain("; Oefencijfers: bedacht, niet over echte regio’s");
    expect(sourceLine(practice, shown(book, it), "en")).toContain("; Practice figures: invented, not about real");
    expect(sourceLine(practice, shown(book, it), "en")).not.toContain("Oefencijfers");
  });
});
