import { createHash } from "node:crypto";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  addDelivery,
  checkDelivery,
  type DeliveryOutcome,
  type DeliveryRequest,
} from "../../src/deliveries/add-delivery.ts";
import { pseudonymKey } from "../../src/deliveries/pseudonym.ts";
import { readKey } from "../../src/deliveries/read-key.ts";
import { appendToRegister, readRegister, standingDeliveries } from "../../src/deliveries/register.ts";
import { halfYearBefore } from "../../src/deliveries/replacement.ts";
import { goodTables, request, toCsv, withCells, writeDelivery } from "./sample-delivery.ts";

let parent = "";
let data = "";
let number = 0;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "register-"));
  data = join(parent, "data");
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

type Files = Parameters<typeof writeDelivery>[1];
const incoming = (files: Files = {}, period = "2024H1", region = "VT10"): string =>
  writeDelivery(join(parent, `in-${(number += 1)}`), files, { period, region });
const add = (path: string, more: Partial<DeliveryRequest> = {}): Promise<DeliveryOutcome> =>
  addDelivery(request(path, data, more));

/** Header lines only, and one advice, different each time: the cheapest delivery there is. */
function small(period: string, region = "VT10"): string {
  const day = `${period.slice(0, 4)}${period.endsWith("H1") ? "02" : "08"}01`;
  const empty = Object.fromEntries(
    Object.entries(goodTables).map(([type, rows]) => [`${type}.csv`, toCsv([rows[0]!])]),
  );
  const advice = [`AD${number}`, day, "", "", "01", "", "01", "01", "88"];
  return incoming({ ...empty, "advies.csv": toCsv([goodTables.advies![0]!, advice]) }, period, region);
}
const kinds = (it: DeliveryOutcome): string[] =>
  it.outcome === "rejected" ? it.faults.map((one) => one.kind) : [it.outcome];
const lines = () => {
  const read = readRegister(data);
  if (!read.ok) throw new Error(read.what);
  return read.entries;
};

describe("the register", () => {
  test("says of every delivery who, when, which bytes and what came of it", async () => {
    await add(incoming());
    await add(incoming(withCells({ "persoon 1 bsn": "12345678X" })), { mode: "replace" });
    const [first, second] = lines();
    expect(first).toMatchObject({
      id: "VT10-2024H1-1",
      by: "test",
      at: "2024-07-15T10:00:00.000Z",
      region: "VT10",
      period: "2024H1",
      protocol: "vt-2.0",
      outcome: "accepted",
      faults: [],
    });
    expect(first?.files.find((it) => it.name === "casus.csv")).toMatchObject({
      bytes: toCsv(goodTables.casus!).length,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(second).toMatchObject({
      id: "VT10-2024H1-2",
      outcome: "rejected",
      faults: [{ kind: "bsn-digits", count: 1 }],
    });
    expect(readFileSync(join(data, "register.jsonl"), "utf8")).not.toMatch(/12345678/);
    expect(standingDeliveries(data)).toEqual([
      {
        id: "VT10-2024H1-1",
        region: "VT10",
        period: "2024H1",
        protocol: "vt-2.0",
        folder: join(data, "records", "VT10-2024H1-1"),
      },
    ]);
  });

  test("of which a line was changed or taken out is not added to", async () => {
    await add(small("2023H2"));
    await add(small("2024H1"));
    const file = join(data, "register.jsonl");
    const whole = readFileSync(file, "utf8");
    for (const changed of [whole.replace('"by":"test"', '"by":"else"'), whole.slice(whole.indexOf("\n") + 1)]) {
      writeFileSync(file, changed);
      expect(await add(small("2023H2"), { mode: "replace" })).toMatchObject({
        outcome: "failed",
        what: expect.stringContaining("register.jsonl:"),
      });
      expect(readFileSync(file, "utf8")).toBe(changed);
    }
  });

  test("that an earlier version wrote is read, and added to in the same form", () => {
    const first =
      '{"at":"2024-07-15T10:00:00.000Z","by":"A. de Vries","id":"VT10-2023H2-1","region":"VT10","period":"2023H2","protocol":"vt-2.0",' +
      '"files":[{"name":"advies.csv","sha256":"ab","bytes":120}],"records":{"advies":1},"key":"0123456789ab","outcome":"accepted",' +
      '"faults":[],"before":""}';
    const second =
      '{"at":"2024-07-16T10:00:00.000Z","by":"A. de Vries","region":"VT99","files":[],"outcome":"rejected",' +
      '"faults":[{"kind":"region-unknown","count":1}],' +
      '"before":"5e001fe70f9ac8db334e82eec1421913d89e68f375e8283ca693a6340f708e03"}';
    mkdirSync(data);
    const file = join(data, "register.jsonl");
    writeFileSync(file, `${first}\n${second}\n`);
    expect(lines().map((it) => [it.id, it.outcome])).toEqual([
      ["VT10-2023H2-1", "accepted"],
      [undefined, "rejected"],
    ]);
    expect(standingDeliveries(data).map((it) => it.id)).toEqual(["VT10-2023H2-1"]);
    appendToRegister(data, { at: "2024-07-17T10:00:00.000Z", by: "B", files: [], outcome: "rejected", faults: [] });
    const added =
      '{"at":"2024-07-17T10:00:00.000Z","by":"B","files":[],"outcome":"rejected","faults":[],' +
      `"before":"${createHash("sha256").update(second).digest("hex")}"}`;
    expect(readFileSync(file, "utf8")).toBe(`${first}\n${second}\n${added}\n`);
  });

  test("forgets a last line that was cut off, and its records with it", async () => {
    await add(small("2023H2"));
    const file = join(data, "register.jsonl");
    const before = readFileSync(file, "utf8");
    for (const rest of ['{"at":"2024', "\0\0\0\0\0\n"]) {
      writeFileSync(file, before);
      appendFileSync(file, rest);
      mkdirSync(join(data, "records", "VT10-2024H1-1"), { recursive: true });
      expect(readRegister(data)).toMatchObject({ ok: true, cutOff: true, entries: [{ id: "VT10-2023H2-1" }] });
      await add(small("2018H2"));
      expect(readdirSync(join(data, "records"))).toEqual(["VT10-2023H2-1"]);
      expect(lines()).toHaveLength(2);
    }
  });
});

describe("a delivery takes its place", () => {
  test("as a whole: what it doesn't repeat is gone", async () => {
    await add(incoming());
    expect(kinds(await add(small("2024H1")))).toEqual(["stands-already"]);
    const replaced = await add(small("2024H1"), { mode: "replace" });
    expect(replaced).toMatchObject({
      outcome: "accepted",
      replaces: "VT10-2024H1-1",
      records: { advies: 1, casus: 0 },
    });
    expect(readdirSync(join(data, "records"))).toEqual([standingDeliveries(data)[0]?.id]);
  });

  test("only among the latest two periods of its sender, or for the first time when that is said", async () => {
    const late = { now: () => new Date("2026-01-01") };
    expect(kinds(await add(small("2024H1"), { ...late, mode: "replace" }))).toEqual(["nothing-stands"]);
    for (const period of ["2023H1", "2023H2", "2024H1"])
      expect(kinds(await add(small(period), late))).toEqual(["accepted"]);
    expect(kinds(await add(small("2023H1"), { ...late, mode: "replace" }))).toEqual(["too-old"]);
    expect(kinds(await add(small("2023H2"), { ...late, mode: "replace" }))).toEqual(["accepted"]);
    expect(kinds(await add(small("2022H2"), late))).toEqual(["later-stands"]);
    expect(kinds(await add(small("2022H2"), { ...late, first: true }))).toEqual(["accepted"]);
    expect(kinds(await add(small("2022H2", "VT11"), late))).toEqual(["accepted"]);
    expect([halfYearBefore("2024H1"), halfYearBefore("2024H2")]).toEqual(["2023H2", "2024H1"]);
  });

  test("but not twice, under whatever names or sender", async () => {
    await add(incoming());
    expect(kinds(await add(incoming(), { mode: "replace" }))).toEqual(["duplicate"]);
    expect(kinds(await add(incoming({}, "2024H1", "VT11")))).toEqual(["duplicate"]);
    expect(lines().map((it) => it.outcome)).toEqual(["accepted", "rejected", "rejected"]);
  });

  test("and may refer to reports of an earlier delivery of the same sender, not of another", async () => {
    await add(incoming());
    const later = (region: string): string => {
      const empty = Object.fromEntries(
        Object.entries(goodTables).map(([type, rows]) => [`${type}.csv`, toCsv([rows[0]!])]),
      );
      const row = ["B9", "ML1", "20240801", "01", "", ""];
      return incoming({ ...empty, "beoordeling.csv": toCsv([goodTables.beoordeling![0]!, row]) }, "2024H2", region);
    };
    expect(kinds(await add(later("VT11")))).toEqual(["reference-missing"]);
    expect(kinds(await add(later("VT10")))).toEqual(["accepted"]);
  });

  test("one at a time: the second is told who is busy, and nothing of it is kept", async () => {
    const [path, other] = [small("2024H1"), small("2023H2")];
    const both = await Promise.all([
      add(path),
      (async () => {
        const { fork } = await import("node:child_process");
        const child = fork(new URL("add-child.ts", import.meta.url), [other, data, "", "0"], {
          execArgv: [],
          silent: true,
        });
        return new Promise<number | null>((resolve) => child.once("close", resolve));
      })(),
    ]);
    const stands = standingDeliveries(data).length;
    expect(stands).toBe((both[0].outcome === "accepted" ? 1 : 0) + (both[1] === 0 ? 1 : 0));
    expect(stands).toBeGreaterThan(0);
    expect(readdirSync(data).filter((it) => it.endsWith(".partial"))).toEqual([]);
  });

  test("with its reports, and the records of the half-year before to compare with", async () => {
    await add(small("2023H2"));
    const seen: unknown[] = [];
    const outcome = await add(incoming(withCells({ "advies 1 duur": "77", "advies 2 duur": "" })), {
      reports: async ({ invalid, period }, previous, folder) => {
        seen.push(
          invalid,
          period,
          previous?.period,
          await previous?.duck.rows(`SELECT count(*) AS n FROM ${previous.source("advies")}`),
        );
        writeFileSync(join(folder, "spiegelrapport.html"), "x");
      },
    });
    expect(kinds(outcome)).toEqual(["required", "code-unknown"]);
    expect(seen).toEqual([[{ type: "advies", field: "duur", count: 1 }], "2024H1", "2023H2", [{ n: 1 }]]);
    expect(existsSync(join(data, "reports", "VT10-2024H1-1", "spiegelrapport.html"))).toBe(true);
  });

  test("from outside the data folder only, and a check leaves nothing behind", async () => {
    expect(kinds(await add(writeDelivery(join(data, "inbox"))))).toEqual(["inside-data"]);
    rmSync(data, { recursive: true });
    expect(kinds(await checkDelivery(request(incoming(), data)))).toEqual(["accepted"]);
    expect(readdirSync(data)).toEqual([]);
  });

  test("with the key of those before it", async () => {
    await add(small("2023H2"));
    const key = pseudonymKey(Buffer.from("another key of more than thirty-two bytes, surely"));
    expect(await add(small("2024H1"), { key })).toMatchObject({
      outcome: "failed",
      what: expect.stringContaining("VT10-2023H2-1"),
    });
  });
});

test("a key that is missing, short, guessable or beside the records is refused, with how to make one", () => {
  mkdirSync(data, { recursive: true });
  const file = (name: string, text: string): string => {
    writeFileSync(join(parent, name), text);
    return join(parent, name);
  };
  writeFileSync(join(data, "key"), "0123456789abcdef0123456789abcdef");
  for (const [path, text] of [
    [undefined, undefined],
    [join(parent, "none"), undefined],
    [file("short", "abc"), undefined],
    [file("same", "a".repeat(64)), undefined],
    [join(data, "key"), undefined],
  ] as const)
    expect(readKey(path, text, data)).toMatchObject({
      ok: false,
      mend: expect.stringContaining("openssl rand -hex 32"),
    });
  const good = "0123456789abcdef0123456789abcdef";
  const [one, other] = [readKey(file("good", `${good}\n`), undefined, data), readKey(undefined, good, data)];
  expect(one.ok && other.ok && one.key.fingerprint === other.key.fingerprint).toBe(true);
});
