import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { settleTokens, tokensOf } from "../settle-tokens.ts";

const theme = new Map([
  ["--nl-a", "1rem"],
  ["--nl-ink", "var(--im-ink)"],
]);
const settle = (css: string): string => settleTokens(css, theme);

describe("tokens of a component", () => {
  test.each([
    ["become their values", ".x{width:var(--nl-a)}", ".x{width:1rem}"],
    ["keep the names of our colours", ".x{color:var(--nl-ink, red)}", ".x{color:var(--im-ink)}"],
    ["fall back on the next", ".x{width:var(--nl-b,var(--nl-c,var(--nl-a)))}", ".x{width:1rem}"],
    ["fall back on a value with commas", ".x{font:var(--nl-b, A, B)}", ".x{font:A, B}"],
    ["without any value unset the property", ".x{color:var(--nl-b)}", ".x{color:unset}"],
    ["unset the whole declaration", ".x{margin:1px var(--nl-b) 2px}", ".x{margin:unset}"],
    ["are read within a function", ".x{width:calc(2*var(--nl-a) + var(--nl-b,0px))}", ".x{width:calc(2*1rem + 0px)}"],
    [
      "that the sheet sets itself stay",
      ".x{--_w:var(--nl-a)}.y{width:var(--_w,0)}",
      ".x{--_w:1rem}.y{width:var(--_w,0)}",
    ],
    ["that nothing reads are left out", ".x{--_w:1px;color:red}", ".x{color:red}"],
    [
      "that are nowhere given a value count as absent",
      ".x{--_w:var(--nl-b);--_v:var(--_w);width:var(--_v,3px)}",
      ".x{width:3px}",
    ],
    ["are worked out in a media rule", "@media print{.x{width:var(--nl-a)}}", "@media print{.x{width:1rem}}"],
    ["leave a semicolon in an address alone", ".x{a:url(data:x;y,z);b:c}", ".x{a:url(data:x;y,z);b:c}"],
  ])("%s", (_, css, expected) => {
    expect(settle(css)).toBe(expected);
  });

  test("are settled once and for all", () => {
    const name = fc.constantFrom("--nl-a", "--nl-b", "--_own", "--_never");
    const value = fc.letrec<{ value: string }>((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        fc.constantFrom("1px", "red", "0"),
        name.map((it) => `var(${it})`),
        fc.tuple(name, tie("value")).map(([it, rest]) => `var(${it},${rest})`),
        tie("value").map((it) => `calc(${it} + 1px)`),
      ),
    })).value;
    const declaration = fc.tuple(fc.constantFrom("width", "--_own", "--_never", "color"), value);
    fc.assert(
      fc.property(fc.array(declaration), (all) => {
        const once = settle(`.x{${all.map(([prop, is]) => `${prop}:${is}`).join(";")}}`);
        expect(once).not.toMatch(/var\(--nl-/);
        expect(settle(once)).toBe(once);
      }),
    );
  });

  test("that breaks off is refused, not cut", () => {
    expect(() => settle(".x{width:var(--nl-a}")).toThrow("stays open");
  });
});

test("our theme gives components only tokens that one of them asks for", () => {
  const require = createRequire(import.meta.url);
  const style = join(import.meta.dirname, "../src/style");
  const sheets = [...readFileSync(join(style, "main.css"), "utf8").matchAll(/@import "(@[^"]+)" layer\(vendor\)/g)]
    .map(([, path = ""]) => readFileSync(require.resolve(path), "utf8"))
    .join("\n");
  const tokens = tokensOf(readFileSync(join(style, "component-tokens.css"), "utf8"));
  expect(tokens.size).toBeGreaterThan(30);
  expect([...tokens.keys()].filter((it) => !sheets.includes(`var(${it}`) && !sheets.includes(`var( ${it}`))).toEqual(
    [],
  );
});
