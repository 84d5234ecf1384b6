import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  blockPlace,
  exampleKinds,
  fillInline,
  inlinePlace,
  listNames,
  numberNames,
  pieces,
} from "../src/page-place.ts";

test("a line that is a place and nothing else stands for what it names", () => {
  expect(blockPlace("{figure reports-received}")).toEqual({ kind: "figure", of: "reports-received" });
  expect(blockPlace("  {contents} ")).toEqual({ kind: "contents" });
  for (const of of exampleKinds) expect(blockPlace(`{example ${of}}`)).toEqual({ kind: "example", of });
  for (const of of listNames) expect(blockPlace(`{list ${of}}`)).toEqual({ kind: "list", of });
  for (const of of numberNames) expect(inlinePlace(`number ${of}`)).toEqual({ kind: "number", of });
});

test.each([
  "{example}",
  "{example dots}",
  "{list}",
  "{figure}",
  "{figure Reports}",
  "{figure a b}",
  "{contents now}",
  "See {contents}",
  "{}",
])("%s is no place", (line) => {
  expect(blockPlace(line)).toBeUndefined();
});

test("a text in pieces holds each of its lines, in order", () => {
  const line = fc.oneof(fc.string(), fc.constantFrom("{contents}", "{example dot}", "{figure a}", "## Kop", ""));
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const body = lines.join("\n");
      const list = pieces(body);
      const words = body.split("\n").filter((it) => it.trim() !== "" && !blockPlace(it));
      const texts = list.filter((it) => typeof it === "string");
      expect(
        texts
          .join("\n")
          .split("\n")
          .filter((it) => it.trim() !== ""),
      ).toEqual(words);
      expect(list.length - texts.length).toBe(body.split("\n").filter((it) => blockPlace(it)).length);
    }),
  );
});

test("only places within a sentence are filled in; other braces stay as they are", () => {
  const fill = (it: { kind: string }): string => it.kind;
  expect(fillInline("Schrijf {contact} of {iemand}; {number figures} cijfers.", fill)).toBe(
    "Schrijf contact of {iemand}; number cijfers.",
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      const none = text.replaceAll(/contact|edition|number/g, "");
      expect(fillInline(none, () => "")).toBe(none);
    }),
  );
});
