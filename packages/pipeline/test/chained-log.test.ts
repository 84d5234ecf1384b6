import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { array, assert, property, string } from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { appendToLog, readLog } from "../src/chained-log.ts";

const folder = mkdtempSync(join(tmpdir(), "log-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let round = 0;
const fresh = (entries: readonly string[]): string => {
  const file = join(folder, String((round += 1)), "log.jsonl");
  for (const text of entries) appendToLog(file, { text });
  return file;
};
const schema = z.strictObject({ text: z.string() });
const texts = (file: string): readonly string[] => {
  const read = readLog(file, schema);
  if (!read.ok) throw new Error(read.what);
  return read.entries.map((it) => it.text);
};

describe("a register to which lines are only added", () => {
  test("is empty while there is none, and gives back what was added, in that order", () => {
    expect(texts(join(folder, "none.jsonl"))).toEqual([]);
    assert(
      property(array(string({ unit: "binary" }), { maxLength: 5 }), (entries) => {
        // A lone surrogate can't be written as UTF-8: it comes back as the sign for that.
        expect(texts(fresh(entries))).toEqual(entries.map((it) => it.toWellFormed()));
      }),
      { numRuns: 20 },
    );
  });

  test("shows a line that was changed, taken out or put elsewhere afterwards", () => {
    const file = fresh(["one", "two", "three", "four"]);
    const lines = readFileSync(file, "utf8").trimEnd().split("\n");
    const written = (changed: readonly string[]) => {
      writeFileSync(file, `${changed.join("\n")}\n`);
      const read = readLog(file, schema);
      return read.ok ? "holds" : read.what;
    };
    expect(written(lines)).toBe("holds");
    expect(written(lines.map((it, i) => (i === 1 ? it.replace("two", "ten") : it)))).toContain("log.jsonl:3");
    expect(written(lines.toSpliced(1, 1))).toContain("log.jsonl:2");
    expect(written([lines[0]!, lines[2]!, lines[1]!, lines[3]!])).toContain("log.jsonl:2");
    expect(() => appendToLog(file, { text: "five" })).toThrow("log.jsonl:2");
  });

  test("forgets a last line that a power cut left unfinished, and goes on behind the last whole one", () => {
    const file = fresh(["one", "two"]);
    appendFileSync(file, '{"before":"ab');
    expect(texts(file)).toEqual(["one", "two"]);
    appendToLog(file, { text: "three, which is longer than what was left there" });
    expect(texts(file)).toEqual(["one", "two", "three, which is longer than what was left there"]);
  });

  test("and one of which it left only the place; a whole last line that says nothing is damage", () => {
    const file = fresh(["one", "two"]);
    appendFileSync(file, "\0\0\0\n");
    expect(readLog(file, schema)).toMatchObject({ ok: true, cutOff: true });
    appendToLog(file, { text: "three" });
    expect(texts(file)).toEqual(["one", "two", "three"]);
    expect(readLog(file, schema)).toMatchObject({ ok: true, cutOff: false });
    appendFileSync(file, "{}\n");
    expect(readLog(file, schema)).toMatchObject({ ok: false, line: 4 });
  });
});
