import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Term } from "@impactmonitor/model/glossary";
import { termMarker } from "../src/mark-terms.ts";

const term = (id: string, nl: string, forms?: string[]): Term => ({
  id,
  term: { nl, en: `${nl}-en` },
  explanation: { nl: "uitleg", en: "explanation" },
  group: "approach",
  synonyms: { nl: [], en: [] },
  see: [],
  ...(forms ? { forms: { nl: forms, en: [] } } : {}),
});
const mark = termMarker(
  [
    term("report", "melding", ["melding", "meldingen"]),
    term("police", "politiemelding aan Veilig Thuis", ["politiemelding"]),
    term("vt", "Veilig Thuis"),
    term("region", "Veilig Thuis-regio"),
    term("ex", "(ex-)partnergeweld"),
    term("zero", "nul", []),
  ],
  "nl",
);
const ids = (text: string, seen = new Set<string>()): string[] =>
  mark(text, seen).flatMap((it) => (it.term === undefined ? [] : [`${it.term}:${it.text}`]));

test("whole words only, in the forms that are listed, whatever the case", () => {
  expect(ids("Meldingen stijgen")).toEqual(["report:Meldingen"]);
  expect(ids("De hermelding, meldingsplicht en meldcode")).toEqual([]);
  expect(ids("een politiemelding-formulier")).toEqual([]);
  expect(ids("(ex-)partnergeweld komt voor")).toEqual(["ex:(ex-)partnergeweld"]);
  expect(ids("nul komma nul")).toEqual([]);
});
test("the longest wins", () => {
  expect(ids("Elke Veilig Thuis-regio telt")).toEqual(["region:Veilig Thuis-regio"]);
});
test("the first mention only, also over texts of one section", () => {
  const seen = new Set<string>();
  expect(ids("een melding en een melding", seen)).toEqual(["report:melding"]);
  expect(ids("nog meldingen bij Veilig Thuis", seen)).toEqual(["vt:Veilig Thuis"]);
});
test("the pieces are the text, whatever it is, and no term comes twice", () => {
  const words = fc.constantFrom("melding", "Veilig Thuis", "-", " ", "regio", "(ex-)partnergeweld", "é", "<b>", "nul");
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(words).map((it) => it.join("")),
      ),
      (text) => {
        const pieces = mark(text, new Set());
        expect(pieces.map((it) => it.text).join("")).toBe(text);
        const found = pieces.flatMap((it) => it.term ?? []);
        expect(new Set(found).size).toBe(found.length);
      },
    ),
  );
});
test("without terms nothing is marked", () => {
  expect(termMarker([], "nl")("melding", new Set())).toEqual([{ text: "melding" }]);
});
