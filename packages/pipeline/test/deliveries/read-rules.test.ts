import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readRules } from "../../src/deliveries/reports/read-rules.ts";
import { root } from "../built-edition.ts";
import { protocolNamed } from "./small-records.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "read-rules-"));
  mkdirSync(join(folder, "catalogue/protocols/rules"), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

const head = `protocol: vt-2.0
rules:
  - id: a-rule
    title: Iets
    means: Iets
    mend: Iets
    severity: signaal
    of: melding
`;
function faultsOf(text: string): string[] {
  writeFileSync(join(folder, "catalogue/protocols/rules/vt-2.0.yaml"), text);
  const read = readRules(folder, protocolNamed("vt-2.0"));
  return read.ok ? [] : read.problems.map((it) => `${it.line} ${it.what}`);
}

test.each(["vt-2.0", "vt-2015"])("the rules of %s fit the protocol", (id) => {
  const read = readRules(root, protocolNamed(id));
  expect(read.ok ? [] : read.problems).toEqual([]);
});

test("a protocol without a file has no rules", () => {
  expect(readRules(folder, protocolNamed("vt-2015"))).toMatchObject({ ok: true, value: { rules: [] } });
});

describe("a rule is refused, with its line, that names", () => {
  test.each([
    ["a column that isn't there", "{ filled: kleur }", "9 a-rule: melding has no column kleur."],
    ["a code that isn't in the list", '{ has: { rol: ["77"] } }', "9 a-rule: The list of rol has no code 77."],
    [
      "codes of a field without a list",
      '{ has: { meldingnummer: ["1"] } }',
      "9 a-rule: meldingnummer has no list of codes.",
    ],
    ["a day that is none", "{ before: [aard, datum] }", "9 a-rule: aard is no DATE."],
    ["records that aren't there", "{ none: { of: hond, match: { a: b } } }", "9 a-rule: There are no records hond."],
    ["a record around nothing", "{ filled: ^datum }", "9 a-rule: There is no record around ^datum."],
    [
      "a related record without a link",
      "{ none: { of: casus, match: {} } }",
      "9 a-rule: A related record needs something to match on.",
    ],
    [
      "a column of the related record that isn't there",
      "{ none: { of: casus, match: { nummer: casusnummer } } }",
      "9 a-rule: casus has no column nummer.",
    ],
  ])("%s", (_what, condition, says) => {
    expect(faultsOf(`${head}    when: ${condition}\n`)).toEqual([says]);
  });

  test("a type of record that isn't there, another protocol, or an id twice", () => {
    const rule = `${head}    when: { filled: datum }\n`;
    expect(faultsOf(rule.replace("of: melding", "of: hond"))).toEqual(["9 a-rule: There are no records hond."]);
    expect(faultsOf(rule.replace("protocol: vt-2.0", "protocol: vt-9"))).toEqual(["1 These are rules of vt-9."]);
    const twice = rule + rule.split("\n").slice(2).join("\n");
    expect(faultsOf(twice)).toEqual(["10 There are two rules a-rule."]);
  });

  test("an operation that isn't there", () => {
    expect(faultsOf(`${head}    when: { sql: DROP }\n`)).toHaveLength(1);
  });
});
