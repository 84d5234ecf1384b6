import * as fc from "fast-check";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import type { Column, Field } from "../../src/sheets/column.ts";
import { csvField, csvLine, csvLines, dialects, inChunks, joined } from "../../src/sheets/csv.ts";
import { readable, unharmed } from "../../src/sheets/plain-text.ts";

const { "csv-excel": excel, "csv-machine": machine } = dialects;
const field: fc.Arbitrary<Field> = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(";", ",", '"', "a;b", "1,5", "=1;2", "\r\n", "'", undefined),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
);

describe.each([
  ["for Dutch Excel", excel],
  ["for machines", machine],
] as const)("a line %s", (_, dialect) => {
  test("read back gives each text and each number", () => {
    fc.assert(
      fc.property(fc.array(field, { minLength: 2, maxLength: 6 }), (fields) => {
        const [row = []] = parse(csvLine(fields, dialect), {
          delimiter: dialect.separator,
          record_delimiter: "\r\n",
        }) as string[][];
        expect(row).toHaveLength(fields.length);
        const found = row.map((cell, i) =>
          typeof fields[i] === "number" ? Number(cell.replace(dialect.decimal, ".")) : unharmed(cell),
        );
        // There is one nought in a file.
        expect(found).toEqual(fields.map((it) => (typeof it === "number" ? it + 0 : readable(it ?? ""))));
      }),
    );
  });

  test("has no cell that begins as a formula, but for a number", () => {
    fc.assert(
      fc.property(field, (it) => {
        const [[cell = ""] = []] = parse(`${csvField(it, dialect)}${dialect.separator}x`, {
          delimiter: dialect.separator,
        }) as string[][];
        expect(/^\s*[=+@＝＋－＠]/u.test(cell) || /^-(?![\d])/.test(cell)).toBe(false);
      }),
    );
  });
});

describe("a file", () => {
  const columns: readonly Column<{ name: string; value: number | undefined }>[] = [
    { name: "name", title: { nl: "Naam", en: "Name" }, means: { nl: "n", en: "n" }, width: 9, read: (it) => it.name },
    {
      name: "value",
      title: { nl: "Waarde", en: "Value" },
      means: { nl: "w", en: "v" },
      width: 9,
      read: (it) => it.value,
    },
  ];
  const rows = [
    { name: "Fryslân; en meer", value: 55.6 },
    { name: "één, twee", value: undefined },
  ];
  const text = (dialect: (typeof dialects)[keyof typeof dialects]): string =>
    [...csvLines(columns, rows, dialect, "nl")].join("");

  test("for Dutch Excel has a mark, words, semicolons and commas in its numbers", () => {
    expect(text(excel)).toBe('\ufeffNaam;Waarde\r\n"Fryslân; en meer";55,6\r\néén, twee;\r\n');
  });

  test("for machines has no mark, names, commas and points in its numbers", () => {
    expect(text(machine)).toBe('name,value\r\nFryslân; en meer,55.6\r\n"één, twee",\r\n');
  });

  test("is the same bytes, in however many pieces it was made", () => {
    const long = Array.from({ length: 9000 }, (_, i) => `${i} één 😀\r\n`);
    expect([...inChunks(long)].length).toBeGreaterThan(1);
    expect(new TextDecoder().decode(joined([...inChunks(long)]))).toBe(long.join(""));
  });
});
