import { createHash, createHmac } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { addDelivery } from "../../src/deliveries/add-delivery.ts";
import { pseudonymKey, pseudonymSql } from "../../src/deliveries/pseudonym.ts";
import { literal, openDuck } from "../../src/duck.ts";
import { request, testKey, writeDelivery } from "./sample-delivery.ts";

const parent = mkdtempSync(join(tmpdir(), "pseudonym-"));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const secret = "only for tests, of thirty-two bytes or more";
const key = pseudonymKey(Buffer.from(secret));
const number = fc.stringMatching(/^[0-9]{9}$/);

test("a pseudonym is the first half of SHA-256 over a key for this use and the number", () => {
  const bytes = createHmac("sha256", secret).update("impactmonitor pseudonym 2").digest();
  const whole = createHash("sha256").update(bytes).update("123456782").digest("hex");
  expect(key.pseudonym("123456782").replaceAll("-", "")).toBe(whole.slice(0, 32));
  expect(bytes).toHaveLength(32);
});

test("the engine makes the same pseudonym", async () => {
  await using duck = await openDuck({ spill: join(parent, "spill") });
  await fc.assert(
    fc.asyncProperty(fc.array(number, { minLength: 1, maxLength: 50 }), async (numbers) => {
      const rows = numbers.map((it) => `(${literal(it)})`).join(", ");
      const made = await duck.rows<{ p: string }>(
        `SELECT (${pseudonymSql("number", key)})::VARCHAR AS p FROM (VALUES ${rows}) AS it(number)`,
      );
      expect(made.map((it) => it.p)).toEqual(numbers.map(key.pseudonym));
    }),
    { numRuns: 20 },
  );
});

test("two numbers never share one, nor does one number under two keys", () => {
  fc.assert(
    fc.property(number, number, (one, other) => {
      expect(key.pseudonym(one) === key.pseudonym(other)).toBe(one === other);
      expect(testKey.pseudonym(one)).not.toBe(key.pseudonym(one));
    }),
  );
});

test("a register that began with another way of hashing takes no delivery of this way", async () => {
  const before = {
    ...key,
    fingerprint: createHmac("sha256", secret).update("impactmonitor key").digest("hex").slice(0, 12),
  };
  const add = (period: string, its: typeof key) =>
    addDelivery(
      request(writeDelivery(join(parent, period), {}, { period, region: "VT10" }), join(parent, "data"), { key: its }),
    );
  await add("2024H1", before);
  expect(await add("2024H1", key)).toMatchObject({
    outcome: "failed",
    what: expect.stringContaining("not the way of hashing, that delivery VT10-2024H1-1"),
  });
});
