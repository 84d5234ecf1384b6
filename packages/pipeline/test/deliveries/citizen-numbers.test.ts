import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { checkDelivery } from "../../src/deliveries/add-delivery.ts";
import { elevenTestSql } from "../../src/deliveries/citizen-numbers.ts";
import { sayFault, type Fault } from "../../src/deliveries/fault.ts";
import { literal, openDuck } from "../../src/duck.ts";
import { goodTables, request, toCsv, writeDelivery } from "./sample-delivery.ts";

const parent = mkdtempSync(join(tmpdir(), "citizens-"));
afterAll(() => rmSync(parent, { recursive: true, force: true }));
let number = 0;

/** By hand: 111222333 is the number that the government uses as an example. */
const passes = (text: string): boolean =>
  /^\d{9}$/.test(text) &&
  text !== "000000000" &&
  [...text].reduce((sum, digit, i) => sum + Number(digit) * (i === 8 ? -1 : 9 - i), 0) % 11 === 0;
const numbers = Array.from({ length: 4000 }, (_, i) => String(300_000_000 + i));
const citizens = numbers.filter(passes);
const others = numbers.filter((it) => !passes(it));

/** What comes of a delivery with these numbers of cases, each with one person. */
async function checked(cases: readonly string[], persons: readonly string[] = []) {
  number += 1;
  const [casus, persoon] = [goodTables.casus!, goodTables.persoon!];
  const files = {
    ...Object.fromEntries(Object.entries(goodTables).map(([type, rows]) => [`${type}.csv`, toCsv([rows[0]!])])),
    "casus.csv": toCsv([casus[0]!, ...cases.map((it) => [it, "546", "20230501", ""])]),
    "persoon.csv": toCsv([persoon[0]!, ...cases.map((it, i) => [it, persons[i] ?? "000000000", "19800213", "V"])]),
  };
  return checkDelivery(request(writeDelivery(join(parent, `in-${number}`), files), join(parent, "data")));
}

async function warnings(cases: readonly string[], persons: readonly string[] = []): Promise<readonly Fault[]> {
  const outcome = await checked(cases, persons);
  expect(outcome.outcome).toBe("accepted");
  return outcome.outcome === "failed" ? [] : outcome.warnings;
}

test("the eleven-test in SQL is that by hand", async () => {
  expect([passes("111222333"), passes("123456782"), passes("123456789")]).toEqual([true, true, false]);
  await using duck = await openDuck({ spill: join(parent, "spill"), threads: 1, memoryMb: 200 });
  const digits = fc.nat(999_999_999).map((it) => String(it).padStart(9, "0"));
  const texts = fc.array(fc.oneof(digits, fc.constantFrom(...citizens), fc.string({ maxLength: 10 })), {
    minLength: 50,
    maxLength: 200,
  });
  await fc.assert(
    fc.asyncProperty(texts, async (all) => {
      const safe = all.filter((it) => !it.includes("\0"));
      const rows = await duck.rows<{ passed: boolean }>(
        `SELECT ${elevenTestSql("it")} AS passed FROM (VALUES ${safe.map((it) => `(${literal(it)})`).join(", ")}) AS t(it)`,
      );
      expect(rows.map((it) => it.passed)).toEqual(safe.map(passes));
    }),
    { numRuns: 20 },
  );
});

describe("numbers of records that are citizen service numbers", () => {
  test("are a warning in every field that holds them, which says how many and shows none", async () => {
    const found = await warnings([...citizens.slice(0, 190), ...others.slice(0, 10)]);
    expect(found.map((it) => [it.kind, it.file, it.field, it.count, it.places])).toEqual([
      ["like-bsn", "casus.csv", "casusnummer", 190, [{ line: 1 }]],
      ["like-bsn", "persoon.csv", "casusnummer", 190, [{ line: 1 }]],
    ]);
    const said = found.flatMap((it) => [...sayFault(it, "nl"), ...sayFault(it, "en")]).join("\n");
    expect(said).toMatch(/burgerservicenummer[^]*citizen service number/);
    expect(said).not.toMatch(/\d{5}/);
  });

  test.each([
    ["too few of them pass", [...citizens.slice(0, 189), ...others.slice(0, 11)]],
    ["there are fewer than a hundred", citizens.slice(0, 99)],
    ["they were given out one after another", numbers.slice(0, 500)],
    ["they have letters, or more digits", citizens.slice(0, 200).map((it, i) => (i % 2 ? `C${it}` : `${it}0`))],
  ])("are not suspected when %s", async (_, cases) => {
    expect(await warnings(cases)).toEqual([]);
  });

  test("are a mistake, with the place and without the number, where the other numbers have another form", async () => {
    const outcome = await checked(["C-1", "C-2", citizens[0]!, "C-4", "C-5"]);
    const faults = outcome.outcome === "rejected" ? outcome.faults : [];
    expect(faults.map((it) => [it.kind, it.file, it.field, it.places])).toEqual([
      ["bsn-as-number", "casus.csv", "casusnummer", [{ line: 4, shown: "#########" }]],
      ["bsn-as-number", "persoon.csv", "casusnummer", [{ line: 4, shown: "#########" }]],
    ]);
    const said = faults.flatMap((it) => [...sayFault(it, "nl"), ...sayFault(it, "en")]).join("\n");
    expect(said).toMatch(/eigen nummer[^]*number of your own/);
    expect(said).not.toMatch(/\d{5}/);
  });

  test("are a mistake also when they stand alone in their column, and those of other columns have another form", async () => {
    const files = Object.fromEntries(Object.entries(goodTables).map(([type, rows]) => [`${type}.csv`, toCsv(rows)]));
    const [head, first] = goodTables.advies!;
    files["advies.csv"] = toCsv([head!, [citizens[0]!, ...first!.slice(1)]]);
    const outcome = await checkDelivery(request(writeDelivery(join(parent, "alone"), files), join(parent, "data")));
    const faults = outcome.outcome === "rejected" ? outcome.faults : [];
    expect(faults.map((it) => [it.kind, it.file, it.field])).toEqual([["bsn-as-number", "advies.csv", "adviesnummer"]]);
  });

  test("are none where a numbering of nine digits began among others: most of those don't pass", async () => {
    const old = Array.from({ length: 60 }, (_, i) => `C${i}`);
    expect(await warnings([...old, ...numbers.slice(0, 40)])).toEqual([]);
  });

  test("belong in the field in which the protocol asks for them", async () => {
    expect(await warnings(others.slice(0, 150), citizens)).toEqual([]);
  });
});
