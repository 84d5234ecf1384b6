import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { fieldsSql, rawColumn, safeBirthDate, safePerson } from "../../src/deliveries/field-sql.ts";
import { literal, openDuck } from "../../src/duck.ts";
import { request, testKey } from "./sample-delivery.ts";

const parent = mkdtempSync(join(tmpdir(), "birth-dates-"));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const protocol = request(parent, parent).catalogue.protocols.get("vt-2.0")!;
const period = { code: "2024H1", start: "2024-01-01", end: "2024-06-30" };
const fields = fieldsSql(protocol.records.persoon!, { protocol, period, key: testKey }, false);

/** Which of the texts the engine finds something wrong with. */
async function wrongOf(field: string, texts: readonly string[]): Promise<boolean[]> {
  await using duck = await openDuck({ spill: join(parent, "spill") });
  const checks = fields.find((it) => it.field === field)!.checks.map((it) => `coalesce(${it.sql}, false)`);
  const rows = texts.map((it, i) => `(${i}, ${literal(it)})`).join(", ");
  const found = await duck.rows<{ wrong: boolean }>(
    `SELECT ${checks.join(" OR ")} AS wrong FROM (VALUES ${rows}) AS it(i, ${rawColumn(field)}) ORDER BY i`,
  );
  return found.map((it) => it.wrong);
}

/** Texts that an engine may take for a number without being one of digits only. */
const strange = fc.oneof(
  fc.stringMatching(/^[-+ 0-9._ex,]{8,9}$/),
  fc.stringMatching(/^[0-9]{5,7}e[0-9]$/),
  fc.stringMatching(/^[0-9]\.[0-9]{3,4}e[0-9]{1,2}$/),
  fc.stringMatching(/^0x[0-9A-F]{6,7}$/),
  fc.stringMatching(/^[0-9]{3,4}_[0-9]{3,4}$/),
);
const shown = ["199e5", "1990101e", "19901e3", "1.9901e7", "19900e10", "+1990101", " 1990101", "1990101.", "1990_101"];

test("a date of birth is wrong to the engine when it is to plain code", async () => {
  const day = fc
    .tuple(fc.integer({ min: 1899, max: 2025 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
    .map(([y, m, d]) => `${y}${String(m).padStart(2, "0")}${String(d).padStart(2, "0")}`);
  const near = ["20240630", "20240701", "19000101", "18991231", "20240229", "20230229", "99999999", "20240131"];
  const texts = [...shown, ...near, ...fc.sample(day, 1500), ...fc.sample(strange, 1500)].filter((it) => it !== "");
  const wrong = await wrongOf("geboortedatum", texts);
  expect(texts.filter((it, i) => wrong[i] !== (safeBirthDate(it, period.end) === "!"))).toEqual([]);
});

test("a citizen service number is wrong to the engine when it is to plain code", async () => {
  const number = fc.stringMatching(/^[0-9]{9}$/);
  const other = fc.string({ minLength: 9, maxLength: 9, unit: "grapheme" }).filter((it) => !it.includes("\0"));
  const texts = [...shown, ...fc.sample(number, 500), ...fc.sample(strange, 1500), ...fc.sample(other, 500)];
  const wrong = await wrongOf("bsn", texts);
  expect(texts.filter((it, i) => wrong[i] !== safePerson(it, testKey).startsWith("!"))).toEqual([]);
});
