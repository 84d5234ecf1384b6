import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { checkDutch } from "../../src/check-language/check-dutch.ts";
import { checkLanguage } from "../../src/check-language/check-language.ts";
import type { DutchText } from "../../src/check-language/dutch-texts.ts";
import { plainDutchSchema } from "../../src/check-language/plain-dutch.ts";
import { isPassive, sentences, wordsOf } from "../../src/check-language/sentences.ts";
import { root } from "../built-edition.ts";

const rules = plainDutchSchema.parse({
  longestSentence: { page: 10, entry: 12 },
  averageSentence: 6,
  passiveShare: 0.3,
  fewestSentences: 3,
  words: [
    { avoid: ["teneinde"], write: "om", where: "everywhere" },
    { avoid: ["data"], write: "cijfers", where: "pages" },
    { avoid: ["koploper*"], write: "het cijfer", where: "everywhere" },
  ],
  concepts: [{ term: "adviesvraag", avoid: ["consultvraag"] }],
  except: ["Open data Nederland"],
});
const text = (lines: readonly string[], kind: DutchText["kind"] = "page"): DutchText => ({
  file: "catalogue/pages/proef.nl.md",
  kind,
  lines: lines.map((it, i) => ({ line: i + 5, text: it })),
});
const told = (lines: readonly string[], kind?: DutchText["kind"]): string[] =>
  checkDutch([text(lines, kind)], rules).map((it) => `${it.line} ${it.what} ${it.mend}`);

describe("the check of Dutch texts", () => {
  test("finds nothing in short plain sentences", () => {
    expect(told(["Dit is een cijfer. Lees het rustig.", "- Praat erover."])).toEqual([]);
  });

  test("names a sentence that is too long, with its line", () => {
    const long = "Een twee drie vier vijf zes zeven acht negen tien elf twaalf.";
    expect(told(["Kort.", long])).toEqual([expect.stringMatching(/^6 .*12 words.*10 words are the most/)]);
    expect(told(["Kort.", long], "entry")).toEqual([]);
  });

  test("names a hard word and what to write for it, only where that holds", () => {
    expect(told(["Teneinde te leren."])).toEqual([expect.stringMatching(/“Teneinde”.*Write: om\./)]);
    expect(told(["De data zijn er."])).toEqual([expect.stringMatching(/“data”.*cijfers/)]);
    expect(told(["De data zijn er."], "entry")).toEqual([]);
    expect(told(["Zij zijn koplopers."])).toEqual([expect.stringMatching(/“koplopers”/)]);
  });

  test("leaves names, quoted titles, addresses and parts of words alone", () => {
    expect(told(["Zie Open data Nederland.", "In ‘Al onze data’.", "[Hier](/data).", "De database is er."])).toEqual(
      [],
    );
  });

  test("wants one word for one concept", () => {
    expect(told(["Elke consultvraag telt."], "entry")).toEqual([
      expect.stringMatching(/Write “adviesvraag”: one word/),
    ]);
  });

  test("names a text of long or passive sentences as a whole", () => {
    const seven = "Dit is een zin van zeven woorden.";
    expect(told([`${seven} ${seven} ${seven}`])).toEqual([expect.stringMatching(/^5 .*7\.0 words on average/)]);
    const passive = "Er wordt veel gemeld.";
    expect(told([`${passive} ${passive} Kijk.`])).toEqual([expect.stringMatching(/2 of 3 sentences are passive/)]);
    expect(told([`${passive} ${passive}`])).toEqual([]);
  });

  test("takes no sentence for longer than it is", () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const sentence = fc.array(word, { minLength: 1, maxLength: 10 }).map((it) => `Z${it.join(" ")}.`);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 2 }), (all) => {
        expect(sentences(all.join(" "))).toEqual(all);
        for (const it of all) expect(wordsOf(it).length).toBeLessThanOrEqual(10);
      }),
    );
  });
});

test("a sentence is what stands between full stops, whatever its marks", () => {
  expect(sentences("- **Wie** zegt [dat er](/x) 1.000 zijn? Niemand.")).toEqual([
    "Wie zegt dat er 1.000 zijn?",
    "Niemand.",
  ]);
  expect(sentences("| a | b c |")).toEqual(["a", "b c"]);
  expect(sentences("|---|:--|")).toEqual([]);
});

test.each([
  ["De cijfers worden elk jaar ververst.", true],
  ["Daar werd niets over verteld.", true],
  ["Het wordt kouder.", false],
  ["Zij hebben veel verteld.", false],
  ["Het gebied wordt groter.", false],
])("passive or not: %s", (sentence, passive) => {
  expect(isPassive(sentence)).toBe(passive);
});

describe("the texts of the catalogue", () => {
  const copy = mkdtempSync(join(tmpdir(), "plain-"));
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  test("are plain by the rules of the project", () => {
    expect(checkLanguage(root)).toEqual([]);
  });

  test("are all read: a hard word is found in a page and in an entry, on its line", () => {
    mkdirSync(join(copy, "catalogue/pages"), { recursive: true });
    cpSync(join(root, "catalogue/plain-dutch.yaml"), join(copy, "catalogue/plain-dutch.yaml"));
    const page = readFileSync(join(root, "catalogue/pages/guide.nl.md"), "utf8");
    writeFileSync(join(copy, "catalogue/pages/guide.nl.md"), `${page}\nDerhalve leest u verder.\n`);
    const themes = readFileSync(join(root, "catalogue/themes.yaml"), "utf8");
    writeFileSync(join(copy, "catalogue/themes.yaml"), themes.replace(/ {4}nl: .*/, "    nl: Omvang, echter anders"));
    const found = checkLanguage(copy);
    expect(found.map((it) => it.file)).toEqual(["catalogue/pages/guide.nl.md", "catalogue/themes.yaml"]);
    expect(found[0]).toMatchObject({ line: page.split("\n").length + 1, mend: "Write: daarom." });
    expect(found[1]).toMatchObject({ mend: "Write: maar." });
  });

  test("without rules say so", () => {
    rmSync(join(copy, "catalogue/plain-dutch.yaml"));
    expect(checkLanguage(copy)).toMatchObject([{ file: "catalogue/plain-dutch.yaml", line: 1 }]);
  });
});
