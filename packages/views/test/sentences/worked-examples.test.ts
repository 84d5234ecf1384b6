import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Breakdown } from "@impactmonitor/model/observation";
import { builtBook } from "../../../pipeline/test/built-edition.ts";
import { formatNumber } from "../../src/format.ts";
import { lead } from "../../src/lead.ts";
import type { Shown } from "../../src/shown.ts";
import { comparedOf, paragraph, paragraphWithout } from "../../src/sentences/paragraph.ts";
import type { About } from "../../src/sentences/said.ts";
import { directionOf, talkAbout } from "../../src/sentences/talk.ts";
import { partsText } from "../../src/statement.ts";

/**
 * Two regions worked out step by step, published in February 2022 with figures of the first half of 2021: Regioplan, Implementatietraject
 * Impactmonitor huiselijk geweld en kindermishandeling, uitgewerkt voorbeeld voor de regio. What they state must come out of our sentences
 * in substance; where they end in questions so do we, and what they read from a series or a map that nobody published is not claimed.
 */
const file = new URL("worked-examples.csv", import.meta.url);
const [, ...lines] = readFileSync(file, "utf8").trim().split("\n");
const examples = lines.map((line) => {
  const [kind = "", indicator = "", area = "", category = "", number = "", nation = "", difference = "", words = ""] =
    line.split(",");
  return { kind, indicator, area, category, number, nation, difference, words };
});
type Example = (typeof examples)[number];
const of = (kind: string): readonly Example[] => examples.filter((it) => it.kind === kind);
const book = builtBook();

function shownOf({ indicator, area, category }: Example): Shown {
  const [dimension, code] = category.split("=");
  const breakdown: Breakdown | undefined = dimension && code ? { [dimension]: code } : undefined;
  const found = book.indicators.get(indicator);
  const it = found && lead(book, found, area, { period: "2021H1", ...(breakdown ? { breakdown } : {}) });
  if (!it) throw new Error(`no figure ${indicator} ${area} ${category}`);
  return it;
}
const sentencesOf = (it: Shown, about: About): string =>
  paragraph(book, it, "nl")
    .sentences.filter((said) => said.about === about)
    .map(({ parts }) => partsText(parts))
    .join(" ");
const written = (value: string): string =>
  formatNumber(Number(value), Number.isInteger(Number(value)) ? 0 : 1, "nl").replace("−", "");

describe("of the worked examples", () => {
  test.each(of("figure"))("$indicator of $area, $category, is stated as $number", (example) => {
    const it = shownOf(example);
    const said = sentencesOf(it, "figure");
    expect(it.cell).toMatchObject({ value: Number(example.number) });
    expect(said).toContain(written(example.number));
    expect(said.toLowerCase()).toContain("in de eerste helft van 2021");
    expect(said).toContain(`in de regio ${book.area(example.area)?.name}`);
  });

  test.each(of("largest"))("$indicator of $area begins with the category that the example names first", (example) => {
    const found = lead(book, book.indicators.get(example.indicator)!, example.area);
    expect(found?.cell).toMatchObject({ value: Number(example.number) });
    expect(Object.entries(found?.breakdown ?? {}).map((it) => it.join("="))).toEqual([example.category]);
  });

  test.each(of("comparison"))("$indicator of $area lies $difference beside the country, chance unknown", (example) => {
    const said = sentencesOf(shownOf(example), "nation");
    const more = Number(example.difference) > 0 ? "hoger" : "lager";
    expect(said).toContain(`in datzelfde halfjaar ${written(example.nation)}%`);
    expect(said).toContain(`Het cijfer ligt hier ${written(example.difference)} procentpunt ${more}.`);
    expect(said).toContain("Of dat toeval kan zijn, valt niet te zeggen");
  });

  test.each(of("no-series"))(
    "nothing is said of a rise or fall of $indicator in $area: no series is public",
    (example) => {
      const { sentences, text } = paragraph(book, shownOf(example), "nl");
      expect(sentences.filter(({ about }) => about === "earlier" || about === "trend")).toEqual([]);
      expect(text).not.toMatch(/hoogste|laagste|een van de|gestegen|gedaald|steeg|daalde/);
    },
  );

  test.each(of("same-half"))(
    "$indicator of $area is set beside the same half, not beside the half before",
    (example) => {
      const said = sentencesOf(shownOf(example), "earlier");
      expect(said.toLowerCase()).toContain(example.words);
      expect(said).not.toContain("tweede helft");
    },
  );

  test.each(of("no-figure"))(
    "$indicator of $area is told as missing: it is in no public table",
    ({ indicator, area }) => {
      const { text } = paragraphWithout(book, book.indicators.get(indicator)!, book.area(area)!, "nl");
      expect(book.observationsOf(indicator, area)).toEqual([]);
      expect(text).toMatch(/^Het cijfer ‘.+’ is er niet voor de regio Drenthe\./);
    },
  );

  test.each(of("question"))("$indicator of $area ends in a question with “$words”", (example) => {
    const it = shownOf(example);
    const { questions } = talkAbout(book, it.indicator, directionOf(comparedOf(book, it).nation), "nl");
    expect(questions.join(" ")).toContain(example.words);
    expect(questions.every((question) => question.endsWith("?"))).toBe(true);
  });
});
