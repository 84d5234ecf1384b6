import { describe, expect, test } from "vitest";
import { areaCode, periodCode } from "@impactmonitor/model/id";
import { languages, type Language } from "@impactmonitor/model/text";
import type { Measure } from "@impactmonitor/model/indicator";
import type { NotComparable } from "@impactmonitor/statistics/comparability";
import type { TooLittleReason } from "@impactmonitor/statistics/result";
import { figure } from "../../../edition/test/sample-edition.ts";
import type { Comparison, Judgement, Weighed } from "../../src/comparison/judgement.ts";
import { betweenWords, judgementLabel, judgementSentence } from "../../src/comparison/judgement-words.ts";
import type { SeriesTrend } from "../../src/comparison/trend-of-series.ts";
import { trendLabel, trendSentence } from "../../src/comparison/trend-words.ts";
import { comparedLevels } from "../../src/level-figure.ts";
import { shown } from "../../src/shown.ts";
import { faultsOf, wordCount } from "../sentences/grammar.ts";
import { sampleBook, sampleIndicator } from "../sample-book.ts";

const book = sampleBook({ indicators: [sampleIndicator({ measures: ["percent"] })] });
const at = (period: string, measure: Measure, value: number) =>
  shown(
    book,
    figure({ area: areaCode("VT02"), period: periodCode(period), measure, cell: { value, marks: [] }, breakdown: {} }),
  );
const compared = (judgement: Judgement, more: Partial<Comparison> & { measure?: Measure; beside?: string } = {}) => {
  const { measure = "percent", beside = "2022H1", ...rest } = more;
  const it: Comparison = {
    with: "nation",
    own: at("2023H1", measure, 55.6),
    other: at(more.with === "earlier" ? beside : "2023H1", measure, 42.8),
    judgement,
    caveats: [],
    ...rest,
  };
  return it;
};
const weighings: readonly Weighed[] = [
  ...(["clear", "tentative"] as const).flatMap((certainty) =>
    (["higher", "lower"] as const).map((verdict) => ({ verdict, certainty })),
  ),
  { verdict: "no-clear-difference", certainty: "none" },
];
const tooLittle: readonly TooLittleReason[] = [
  "no-denominator",
  "zero-count",
  "small-numbers",
  "too-few-points",
  "too-few-areas",
  "no-variation",
  "unknown-changes",
];
const reasons: readonly NotComparable[] = [
  "different-definition",
  "different-population",
  "different-period",
  "different-length",
  "different-season",
  "across-a-break",
];
const bare = (difference: number): Judgement => ({
  by: "bare",
  verdict: difference > 0 ? "higher" : difference < 0 ? "lower" : "same-after-rounding",
  difference: {
    difference,
    lower: difference - 0.1,
    upper: difference + 0.1,
    direction: difference > 0 ? "higher" : difference < 0 ? "lower" : "same-after-rounding",
    chance: "cannot-be-judged",
  },
});

/** Every kind of judgement there is, of every pair that it can be about. */
const all: readonly Comparison[] = [
  ...weighings.flatMap((it) =>
    comparedLevels.map((level) => compared({ by: "band", level, areas: 25, ordinary: { lower: 1, upper: 2 }, ...it })),
  ),
  ...weighings.map((it) => compared({ by: "rest", ...it })),
  ...weighings.flatMap((it) => [
    compared({ by: "pair", ordinaryDifferences: true, ...it }, { with: "area" }),
    compared({ by: "pair", ordinaryDifferences: false, ...it }, { with: "area" }),
    compared({ by: "pair", ordinaryDifferences: false, ...it }, { with: "earlier" }),
    compared({ by: "pair", ordinaryDifferences: false, ...it }, { with: "earlier", change: -4.25 }),
    compared({ by: "pair", ordinaryDifferences: false, ...it }, { with: "earlier", change: 4.25, beside: "2024H1" }),
  ]),
  ...[12.8, -9.6, 1, -1, 0].flatMap((difference) =>
    (["percent", "per-10000", "per-100000", "per-million", "mean", "years"] as const).flatMap((measure) =>
      (["nation", "area", "earlier"] as const).map((other) => compared(bare(difference), { with: other, measure })),
    ),
  ),
  ...tooLittle.map((reason) => compared({ by: "none", verdict: "too-little", reason })),
  ...reasons.map((reason) => compared({ by: "none", verdict: "not-comparable", reasons: [reason] })),
  compared({ by: "none", verdict: "not-comparable", reasons: ["different-season", "across-a-break"] }),
];
const said = all.flatMap((it) =>
  languages.map((language) => ({ it, language, text: judgementSentence(it, language) })),
);
const apart = (text: string): string[] => text.split(/(?<=[.?!]) (?=\p{Lu})/u);

describe("the sentence of every judgement, in both languages,", () => {
  test("is well formed, and neither explains nor judges", () => {
    const faulty = said.flatMap(({ text, language }) =>
      apart(text).flatMap((it) => faultsOf(it, language).map((fault) => `${fault}: ${it}`)),
    );
    expect(faulty).toEqual([]);
  });

  test("has at most thirty words in each of its sentences", () => {
    expect(said.flatMap(({ text }) => apart(text)).filter((it) => wordCount(it) > 30)).toEqual([]);
  });

  test("says of what is not sure that it may be chance, and of no clear difference never that it is the same", () => {
    const wrong = said.filter(({ it, text, language }) => {
      if (!("certainty" in it.judgement)) return false;
      const doubt = language === "nl" ? /maar dat kan toeval zijn\.$/ : /but that may be chance\.$/;
      if (it.judgement.certainty === "tentative") return !doubt.test(text);
      if (it.judgement.certainty === "none")
        return !/niet duidelijk|not clearly/.test(text) || /gelijk|hetzelfde|equal|the same/.test(text);
      return !/toeval|chance/.test(text);
    });
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });

  test("tells the direction that the judgement has, and only that", () => {
    const wrong = said.filter(({ it, text }) => {
      const { verdict } = it.judgement;
      const later = it.with !== "earlier" || it.other.period < it.own.period;
      const up = (verdict === "higher") === later;
      if (verdict === "higher" || verdict === "lower")
        return up ? !/hoger|higher|gestegen|rose|risen/.test(text) : !/lager|lower|gedaald|fell|fallen/.test(text);
      return /hoger|higher|lager|lower|gestegen|gedaald/.test(text);
    });
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });

  test("has a label that says no more than it does", () => {
    const wrong = said.filter(({ it, language }) => {
      const label = judgementLabel(it.judgement, language);
      const plain = /^(hoger|lager|higher|lower)$/.test(label);
      const sure = "certainty" in it.judgement && it.judgement.certainty === "clear";
      return label === "" || plain !== sure;
    });
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });
});

describe("a judgement reads", () => {
  const reads = (it: Comparison, language: Language = "nl"): string => judgementSentence(it, language);
  const band = (it: Weighed): Comparison =>
    compared({ by: "band", level: "vt-region", areas: 25, ordinary: { lower: 1, upper: 2 }, ...it });

  test("as the method words it", () => {
    expect(reads(band({ verdict: "higher", certainty: "clear" }))).toBe(
      "Het cijfer is hier hoger dan u op grond van toeval en de gewone verschillen tussen regio’s verwacht.",
    );
    expect(reads(band({ verdict: "lower", certainty: "tentative" }))).toBe(
      "Het cijfer lijkt hier lager dan bij de gewone verschillen tussen regio’s past, maar dat kan toeval zijn.",
    );
    expect(reads(band({ verdict: "no-clear-difference", certainty: "none" }))).toBe(
      "Het cijfer is hier niet duidelijk anders dan landelijk: het past bij de gewone verschillen tussen regio’s.",
    );
  });

  test("between moments with the change, and in the order of time", () => {
    const risen: Judgement = { by: "pair", ordinaryDifferences: false, verdict: "higher", certainty: "clear" };
    expect(reads(compared(risen, { with: "earlier", change: 4.25 }))).toBe(
      "Daarna is het cijfer met 4,3% gestegen; het verschil is groter dan u door toeval verwacht.",
    );
    expect(reads(compared(risen, { with: "earlier", beside: "2024H1", change: 4.25 }))).toBe(
      "Daarna is het cijfer gedaald; het verschil is groter dan u door toeval verwacht.",
    );
    expect(reads(compared(risen, { with: "earlier", change: 4.25 }), "en")).toBe(
      "After that the figure rose by 4.3%; the difference is larger than you would expect from chance.",
    );
  });

  test("of bare percentages as a difference of which chance can’t be judged", () => {
    expect(reads(compared(bare(12.8)))).toBe(
      "Het cijfer ligt hier 12,8 procentpunt hoger. Of dat toeval kan zijn, valt niet te zeggen: om hoeveel gevallen het gaat is niet gepubliceerd.",
    );
    expect(reads(compared(bare(1)), "en")).toMatch(/^The figure here is 1 percentage point higher\./);
  });
});

test("what chance leaves open is told with both limits, or around one when they read the same", () => {
  const it = at("2023H1", "percent", 55.6);
  expect(betweenWords(it, { lower: 54.14, upper: 57.06 }, "nl")).toBe("waarschijnlijk tussen 54,1% en 57,1%");
  expect(betweenWords(it, { lower: 55.58, upper: 55.62 }, "en")).toBe("probably around 55.6%");
  expect(betweenWords(it, undefined, "nl")).toBe("");
});

describe("the sentences of every trend, in both languages,", () => {
  const limits = (estimate: number, lower: number, upper: number) =>
    ({ estimate, lower, upper, level: 0.95, method: "quasi-poisson" }) as const;
  const seen = (it: ReturnType<typeof limits>) => ({ tentative: it, clear: it, points: 9 });
  const series = (verdict: SeriesTrend["verdict"], of: SeriesTrend["of"] = "rate"): SeriesTrend => ({
    verdict,
    kind: "half-year",
    of,
    first: "2019H1",
    last: "2023H1",
    dispersion: 1,
  });
  const verdicts: readonly SeriesTrend["verdict"][] = [
    ...(["clear", "tentative"] as const).flatMap((certainty) => [
      { verdict: "rising" as const, certainty, ...seen(limits(1.031, 1.01, 1.052)) },
      { verdict: "falling" as const, certainty, ...seen(limits(0.969, 0.948, 0.99)) },
    ]),
    { verdict: "no-clear-trend", certainty: "none", ...seen(limits(1.004, 0.979, 1.03)) },
    { verdict: "unstable", certainty: "none", ...seen(limits(1.031, 1.01, 1.052)) },
    { verdict: "too-few-points", reason: "too-few-points" },
    { verdict: "too-few-points", reason: "small-numbers" },
  ];
  const trends = verdicts.flatMap((it) => (["rate", "share", "count"] as const).map((of) => series(it, of)));

  test("are well formed, and not too long", () => {
    const faulty = trends.flatMap((it) =>
      languages.flatMap((language) =>
        apart(trendSentence(it, language)).flatMap((text) => [
          ...faultsOf(text, language).map((fault) => `${fault}: ${text}`),
          ...(wordCount(text) > 30 ? [`too long: ${text}`] : []),
        ]),
      ),
    );
    expect(faulty).toEqual([]);
    expect(trends.filter((it) => trendLabel(it, "nl") === "" || trendLabel(it, "en") === "")).toEqual([]);
  });

  test("tell the change per year without a sign after a verb, and with one where there is none", () => {
    const [rising, falling] = [series(verdicts[0]!), series(verdicts[1]!)];
    expect(trendSentence(rising, "nl")).toBe(
      "Tussen de eerste helft van 2019 en de eerste helft van 2023 steeg het cijfer elk jaar met gemiddeld 3,1% (waarschijnlijk tussen 1,0% en 5,2%). Dat is meer dan toeval en de gewone schommelingen.",
    );
    expect(trendSentence(falling, "en")).toMatch(/fell by about 3\.1% a year \(probably between 1\.0% and 5\.2%\)\./);
    expect(trendSentence(series(verdicts[4]!), "nl")).toMatch(
      /geen duidelijke stijging of daling \(gemiddeld \+0,4% per jaar, waarschijnlijk tussen −2,1% en \+3,0%\)\.$/,
    );
  });

  test("say of a share that its per cents are not percentage points", () => {
    const share = series(verdicts[0]!, "share");
    expect(trendSentence(share, "nl")).toContain("steeg het aandeel elk jaar met gemiddeld 3,1% van dat aandeel (");
    expect(trendSentence(series(verdicts[0]!), "nl")).not.toMatch(/van dat/);
  });
});
