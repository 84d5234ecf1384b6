import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { classesIn, pruneStyle } from "../prune-style.ts";

const used = new Set(["nl-button", "nl-button--primary"]);
const prune = (css: string): string => pruneStyle(css, used);

describe("a style sheet of a component", () => {
  test.each([
    ["keeps a rule of a class in use", ".nl-button{a:b}", ".nl-button{a:b}"],
    ["loses a rule of a class that no page has", ".nl-button--subtle{a:b}", ""],
    ["loses a rule that needs both", ".nl-button.nl-button--subtle:hover{a:b}", ""],
    [
      "keeps the selectors of a list that can match",
      ".nl-button--subtle,.nl-button:hover{a:b}",
      ".nl-button:hover{a:b}",
    ],
    ["reads a comma within brackets", ".nl-button:is(:hover,:focus){a:b}", ".nl-button:is(:hover,:focus){a:b}"],
    [
      "keeps what only asks for a class not to be there",
      ".nl-button:not(.nl-button--x){a:b}",
      ".nl-button:not(.nl-button--x){a:b}",
    ],
    ["keeps what names no class of a component", "input,:root{a:b}", "input,:root{a:b}"],
    ["looks into a media rule", "@media print{.nl-x{a:b}.nl-button{c:d}}", "@media print{.nl-button{c:d}}"],
    ["loses a media rule with nothing left", "@media print{.nl-x{a:b}}", ""],
    [
      "keeps keyframes and statements",
      '@charset "utf-8";@keyframes k{0%{a:b}to{c:d}}',
      '@charset "utf-8";@keyframes k{0%{a:b}to{c:d}}',
    ],
    ["loses comments", "/* .nl-x{ */.nl-button{a:b}", ".nl-button{a:b}"],
  ])("%s", (_, css, expected) => {
    expect(prune(css)).toBe(expected);
  });

  test("that breaks off is refused, not cut", () => {
    expect(() => prune(".nl-button{a:b")).toThrow("breaks off");
    expect(() => prune(".nl-button")).toThrow("breaks off");
  });

  test("of which everything is in use loses nothing but its comments", () => {
    const require = createRequire(import.meta.url);
    for (const name of [
      "@nl-design-system-candidate/button-css/button.css",
      "@nl-design-system-candidate/skip-link-css/skip-link.css",
      "@utrecht/textbox-css/dist/index.min.css",
      "@utrecht/select-css/dist/index.min.css",
      "@utrecht/form-label-css/dist/index.min.css",
    ]) {
      const css = readFileSync(require.resolve(name), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
      const bare = (text: string): string => text.replace(/\s+/g, "");
      expect(bare(pruneStyle(css, new Set(classesIn(css)))), name).toBe(bare(css));
    }
  });
});

test("classes are found in attributes, lists and templates", () => {
  expect(classesIn('class="nl-button nl-button--primary x" `utrecht-select ${y}`')).toEqual([
    "nl-button",
    "nl-button--primary",
    "utrecht-select",
  ]);
});
