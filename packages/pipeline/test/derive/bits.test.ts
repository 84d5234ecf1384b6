import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Bits, bit, columnsIn, masksSql } from "../../src/derive/bits.ts";
import { isOneOf, isTrue } from "../../src/derive/dimension.ts";
import { identifier, openDuck } from "../../src/duck.ts";

const [rol, duur] = [identifier("rol"), identifier("duur")];
const condition = fc.oneof(
  fc.subarray(["01", "02", "03"], { minLength: 1 }).map((it) => isOneOf(rol, it)),
  fc.subarray(["11", "12"], { minLength: 1 }).map((it) => isOneOf(duur, it)),
  fc.constant(isTrue(`${duur} = '12'`)),
);

test("the outcomes for some fields and for the others are together those of the whole tests, also of more than 64", async () => {
  await using duck = await openDuck({ spill: join(tmpdir(), "bits-spill") });
  const texts = (all: readonly string[]): string => [...all.map((it) => `('${it}')`), "(NULL)"].join(", ");
  const rows = `(SELECT * FROM (VALUES ${texts(["01", "02", "03"])}) a(rol), (VALUES ${texts(["11", "12"])}) b(duur))`;
  const some = fc.array(fc.uniqueArray(condition, { maxLength: 3 }), { minLength: 1, maxLength: 150 });
  await fc.assert(
    fc.asyncProperty(some, async (tests) => {
      const bits = new Bits();
      const positions = tests.map((it) => bits.of(it));
      const onRol = masksSql(bits, (it) => columnsIn(it).includes(rol)).map((it) => it.replace(/ AS m/, " AS a"));
      const rest = masksSql(bits, (it) => !columnsIn(it).includes(rol)).map((it) => it.replace(/ AS m/, " AS b"));
      const whole = bits.columns.map((it, i) => `a${i} & b${i} AS ${it}`);
      const found = positions.map((it, i) => `${bit(it)} AS found${i}`);
      const asked = tests.map((it, i) => `coalesce(${["true", ...it].join(" AND ")}, false)::INTEGER AS asked${i}`);
      const [answer] = await duck.rows<{ differ: number }>(
        `SELECT count(*) FILTER (${tests.map((_, i) => `found${i} <> asked${i}`).join(" OR ")}) AS differ
         FROM (SELECT ${[...found, ...asked].join(", ")} FROM (SELECT rol, duur, ${whole.join(", ")}
           FROM (SELECT *, ${[...onRol, ...rest].join(", ")} FROM ${rows})))`,
      );
      expect(answer).toEqual({ differ: 0 });
    }),
    { numRuns: 15 },
  );
});

test("a name in a text is no column", () => {
  expect(columnsIn(`${isOneOf(rol, ['a "duur"', "it''s"])} AND ${rol} IS NULL`)).toEqual([rol]);
});
