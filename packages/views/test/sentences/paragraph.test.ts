import { describe, expect, test } from "vitest";
import type { Mark } from "@impactmonitor/model/cell";
import { areaNotesSchema } from "@impactmonitor/model/area-note";
import { areaCode, periodCode } from "@impactmonitor/model/id";
import type { Observation } from "@impactmonitor/model/observation";
import { sourceSchema } from "@impactmonitor/model/source";
import type { Language } from "@impactmonitor/model/text";
import { figure } from "../../../edition/test/sample-edition.ts";
import { fittingLimit } from "../../src/sentences/limit-sentence.ts";
import { markSentences } from "../../src/sentences/mark-sentence.ts";
import { paragraph, paragraphWithout } from "../../src/sentences/paragraph.ts";
import type { About } from "../../src/sentences/said.ts";
import { vary } from "../../src/sentences/vary.ts";
import { shown } from "../../src/shown.ts";
import { partsText } from "../../src/statement.ts";
import { nation, population, regionPopulations, sampleArea, sampleBook, sampleIndicator } from "../sample-book.ts";

const words = { nl: "woorden", en: "words" };
const register = sourceSchema.parse({
  id: "veilig-thuis",
  number: 5,
  title: words,
  shortTitle: { nl: "Veilig Thuis", en: "Veilig Thuis" },
  kind: "registration",
  owner: words,
  about: words,
  method: words,
  population: words,
  limits: [words],
  vouchedBy: words,
  checkedByCbs: true,
  licence: words,
  links: [{ title: words, url: "https://example.org" }],
  frequency: words,
  levels: ["nation"],
  twoSided: {
    nl: "Meer {unit} betekent niet automatisch meer geweld.",
    en: "More {unit} do not automatically mean more violence.",
  },
});
const limits = [
  { nl: "Meer kan van alles betekenen.", en: "More can mean anything.", fits: ["amount"] },
  { nl: "Regio’s werken anders.", en: "Regions work differently.", fits: ["areas"] },
  { nl: "Jaren zijn anders geteld.", en: "Years were counted differently.", fits: ["moments"] },
  { nl: "Een melding is geen persoon.", en: "A report is no person.", fits: ["anywhere"] },
];
const drenthe = sampleArea("VT02", "vt-region", "Drenthe");
const row = (more: Partial<Observation> = {}): Observation =>
  figure({ area: areaCode("VT02"), cell: { value: 1200, marks: [] }, ...more });

interface Given {
  readonly figures: readonly Observation[];
  readonly indicator?: Readonly<Record<string, unknown>>;
  readonly people?: boolean;
}
const open = ({ figures, indicator = {}, people = false }: Given) =>
  sampleBook({
    areas: [nation, drenthe],
    indicators: [sampleIndicator({ doesNotSay: limits, ...indicator })],
    sources: [register],
    figures,
    contextValues: people
      ? [
          ...[2020, 2021].flatMap((year) => regionPopulations(year, 500_000)),
          ...[2020, 2021].map((year) => population("NL01", year, 17_500_000)),
        ]
      : [],
  });
/** The sentences about one thing of the paragraph of the first figure. */
const say = (given: Given, about?: About, language: Language = "nl"): string => {
  const book = open(given);
  const { sentences } = paragraph(book, shown(book, given.figures[0]!), language);
  return sentences
    .filter((it) => about === undefined || it.about === about)
    .map(({ parts }) => partsText(parts))
    .join(" ");
};
const percent = { measures: ["percent"] } as const;
const share = (area: string, value: number, period = "2021H1"): Observation =>
  row({ area: areaCode(area), period: periodCode(period), measure: "percent", cell: { value, marks: [] } });

describe("the paragraph of a figure", () => {
  test("of a count says what it is in proportion, beside the country, with what more can mean", () => {
    const figures = [row(), row({ area: areaCode("NL01"), cell: { value: 60_880, marks: [] } })];
    expect(say({ figures, people: true })).toBe(
      "In de eerste helft van 2021 waren er in de regio Drenthe 1.200 meldingen. Omgerekend zijn dat 24,0 meldingen per 10.000 inwoners (waarschijnlijk tussen 22,7 en 25,4). In Nederland als geheel waren het er in datzelfde halfjaar 34,8 per 10.000 inwoners. Het cijfer is hier lager dan in de rest van Nederland; het verschil is groter dan u door toeval verwacht. Hoe ver gebieden hierin gewoonlijk uiteenlopen, is niet bekend. Meer meldingen betekent niet automatisch meer geweld. Regio’s werken anders.",
    );
    expect(say({ figures, people: true }, undefined, "en")).toBe(
      "In the first half of 2021 there were 1,200 reports in the region of Drenthe. In proportion that is 24.0 reports per 10,000 inhabitants (probably between 22.7 and 25.4). In the whole of the Netherlands there were 34.8 per 10,000 inhabitants in that same half-year. The figure here is lower than in the rest of the Netherlands; the difference is larger than you would expect from chance. How far areas ordinarily differ in this is not known. More reports do not automatically mean more violence. Regions work differently.",
    );
  });

  test("of a count without inhabitants refuses the comparison, with the reason", () => {
    expect(say({ figures: [row()] }, "nation")).toBe(
      "Met andere gebieden is dit aantal niet te vergelijken: hoeveel het er naar verhouding zijn, is niet bekend.",
    );
  });

  test("of a percentage without the country’s says that there is none", () => {
    expect(say({ figures: [share("VT02", 55.6)], indicator: percent }, "nation")).toBe(
      "Een landelijk cijfer om ernaast te leggen staat niet in deze editie.",
    );
  });

  test("of a bare percentage gives the difference, without a verdict", () => {
    const figures = [share("VT02", 55.6), share("NL01", 42.8)];
    expect(say({ figures, indicator: percent }, "nation")).toMatch(
      /42,8%\. Het cijfer ligt hier 12,8 procentpunt hoger\. Of dat toeval kan zijn, valt niet te zeggen/,
    );
  });

  test("says once that chance can’t be judged, where that holds of two comparisons", () => {
    const figures = [share("VT02", 55.6), share("NL01", 42.8), share("VT02", 50, "2020H1")];
    const said = say({ figures, indicator: percent });
    expect(said).toContain("Daarna kwam het cijfer 5,6 procentpunt hoger uit.");
    expect(said.split("Of dat toeval kan zijn")).toHaveLength(2);
  });

  test("sets a half-year beside the same half a year earlier, and never beside the other half", () => {
    const figures = [
      row({ period: periodCode("2021H1") }),
      row({ period: periodCode("2020H2"), cell: { value: 900, marks: [] } }),
      row({ period: periodCode("2020H1"), cell: { value: 1000, marks: [] } }),
    ];
    const said = say({ figures }, "earlier");
    expect(said).toContain("eerste helft van 2020");
    expect(said).toContain("waren het er 1.000.");
    expect(said).toContain("met 20,0% gestegen");
    expect(say({ figures })).not.toContain("900");
  });

  test("gives no number across a break, but says why not", () => {
    const figures = [row(), row({ period: periodCode("2020H1"), cell: { value: 777, marks: [] } })];
    const given = { figures, indicator: { breaks: [{ at: "2021H1", reason: words }] } };
    expect(say(given, "earlier")).toMatch(
      /^Ook over de eerste helft van 2020 is er een cijfer\. Deze cijfers zijn niet te vergelijken: er zit een breuk/,
    );
    expect(say(given)).not.toContain("777");
  });

  test("of a range names both ends, and no middle", () => {
    const cell = { range: { lower: 90_000, upper: 127_000 }, marks: ["estimate", "rounded"] } as const;
    const said = say({ figures: [row({ area: areaCode("NL01"), cell })] });
    expect(said).toContain("90.000 tot 127.000 meldingen");
    expect(said).toContain("Het gaat om een schatting, geen telling, en het getal is afgerond.");
    expect(said).not.toMatch(/108|waarschijnlijk/);
  });

  test("of a survey gives the margin of the source", () => {
    const cell = { value: 12, lower: 11, upper: 13, marks: [] };
    const given = { figures: [row({ area: areaCode("NL01"), measure: "percent", cell })], indicator: percent };
    expect(say(given, "likely")).toBe("De bron geeft als marge 11,0% tot 13,0%.");
    expect(say(given, "likely", "en")).toBe("The source gives a margin of 11.0% to 13.0%.");
  });

  test("of a share with the number it rests on says between which limits chance leaves it", () => {
    const cell = { value: 40, n: 1000, marks: [] };
    const given = { figures: [row({ measure: "percent", cell })], indicator: percent };
    expect(say(given, "likely")).toMatch(
      /^Toeval meegerekend ligt het cijfer waarschijnlijk tussen 3\d,\d% en 4\d,\d%\.$/,
    );
  });

  test("that is missing is short, and says why", () => {
    const book = open({ figures: [row({ cell: { absent: "suppressed" } })] });
    const { text } = paragraph(book, shown(book, row({ cell: { absent: "suppressed" } })), "nl");
    expect(text).toMatch(
      /^Het cijfer ‘Ontvangen meldingen’ ontbreekt voor de regio Drenthe in de eerste helft van 2021\. Dit cijfer is niet getoond, zodat niemand te herkennen is\. Bron: /,
    );
  });

  test("names the area once, and ends as plain text with source and edition", () => {
    const figures = [row(), row({ period: periodCode("2020H1"), cell: { value: 1000, marks: ["provisional"] } })];
    const book = open({ figures });
    const { text, source } = paragraph(book, shown(book, figures[0]!), "nl");
    expect(text.split("Drenthe")).toHaveLength(2);
    expect(text.endsWith(source)).toBe(true);
    expect(text).toContain("1.000 (voorlopig).");
    expect(source).toContain("editie 2026-11");
  });

  test("takes a note on working practice along as text, with its source, before its own", () => {
    const notes = areaNotesSchema.parse([
      {
        id: "recorded",
        areas: ["VT02"],
        from: "2020-01-01",
        text: { nl: "In 2020 is anders vastgelegd.", en: "In 2020 it was recorded in another way." },
        source: { title: "Een verslag", url: "https://example.org/verslag" },
        author: words,
        written: "2026-11-22",
      },
    ]);
    const book = sampleBook({
      areas: [nation, drenthe],
      indicators: [sampleIndicator()],
      sources: [register],
      figures: [row()],
      notes,
    });
    const { text, sentences } = paragraph(book, shown(book, row()), "nl");
    expect(text).toContain(
      " Opmerking bij dit gebied: In 2020 is anders vastgelegd. (Bron: Een verslag, https://example.org/verslag) Bron: ",
    );
    expect(sentences.some(({ parts }) => partsText(parts).includes("anders vastgelegd"))).toBe(false);
  });

  test("of practice begins by saying that it is invented", () => {
    const book = { ...open({ figures: [row()] }), kind: "practice" as const };
    const { text, source } = paragraph(book, shown(book, row()), "nl");
    expect(text).toMatch(/^OEFENCIJFERS: verzonnen, niet over een echte regio\. In de eerste/);
    expect(source).toContain("verzonnen cijfers");
  });
});

describe("the paragraph of an area without a figure", () => {
  const without = (figures: readonly Observation[], language: Language = "nl"): string => {
    const book = open({ figures, indicator: { levels: ["nation"] } });
    return paragraphWithout(book, book.catalogue.indicators[0]!, drenthe, language).text;
  };

  test("says so, why, and what the country has, which is not the area’s", () => {
    const figures = [row({ area: areaCode("NL01"), cell: { value: 60_880, marks: [] } })];
    expect(without(figures)).toMatch(
      /^Het cijfer ‘Ontvangen meldingen’ is er niet voor de regio Drenthe\. De bron geeft dit niet per regio, wel voor: Nederland\. In de eerste helft van 2021 waren er in Nederland 60\.880 meldingen\. Dat landelijke cijfer geldt niet vanzelf voor dit gebied\. /,
    );
    expect(without(figures, "en")).toContain("There is no figure ‘Reports received’ for the region of Drenthe.");
  });

  test("says no more than that where nobody has one", () => {
    expect(without([])).toMatch(/wel voor: Nederland\. Impactmonitor, editie 2026-11\.$/);
  });
});

describe("what a figure does not say", () => {
  const indicator = sampleIndicator({ doesNotSay: limits });
  test("is what fits beside the comparison", () => {
    expect(fittingLimit(indicator, "areas", true)?.nl).toBe("Regio’s werken anders.");
    expect(fittingLimit(indicator, "moments", true)?.nl).toBe("Jaren zijn anders geteld.");
    expect(fittingLimit(indicator, "anywhere", true)?.nl).toBe("Een melding is geen persoon.");
  });

  test("is the first where none is marked; not the one that was just said in other words", () => {
    const [amount, ...others] = limits.map(({ fits, ...it }) => (fits.includes("amount") ? { ...it, fits } : it));
    const plain = sampleIndicator({ doesNotSay: [amount, ...others] });
    expect(fittingLimit(plain, "areas", false)?.nl).toBe("Meer kan van alles betekenen.");
    expect(fittingLimit(plain, "areas", true)?.nl).toBe("Regio’s werken anders.");
    expect(fittingLimit(sampleIndicator({ doesNotSay: [amount] }), "areas", true)?.nl).toBe(amount?.nl);
  });
});

test("marks are told in words, a mark and its rounding in one sentence", () => {
  const told = (...marks: readonly Mark[]) =>
    markSentences({ value: 1, marks }, "nl")
      .map(({ parts }) => partsText(parts))
      .join(" ");
  expect(told()).toBe("");
  expect(told("provisional")).toBe("Dit cijfer is voorlopig: de bron kan het nog aanpassen.");
  expect(told("provisional", "rounded")).toBe("Dit cijfer is voorlopig en afgerond: de bron kan het nog aanpassen.");
  expect(told("rounded")).toBe("De bron heeft het getal afgerond.");
  expect(told("revised-provisional")).toBe("Dit cijfer is nader voorlopig: de bron kan het nog aanpassen.");
  expect(told("estimate", "provisional", "break")).toBe(
    "Het gaat om een schatting, geen telling. Dit cijfer is voorlopig: de bron kan het nog aanpassen. Vanaf deze periode is anders gemeten dan daarvoor.",
  );
});

test("wording varies between areas, and never between two askings", () => {
  const asked = Array.from({ length: 40 }, (_, i) => vary(`reports-received VT${i}`, "a", "b", "c"));
  expect(new Set(asked)).toEqual(new Set(["a", "b", "c"]));
  expect(Array.from({ length: 40 }, (_, i) => vary(`reports-received VT${i}`, "a", "b", "c"))).toEqual(asked);
});
