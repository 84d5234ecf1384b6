import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { withCells, writeDelivery } from "../../../packages/pipeline/test/deliveries/sample-delivery.ts";
import { progressBar } from "../src/progress-bar.ts";
import { runCli } from "./run-cli.ts";

const parent = mkdtempSync(join(tmpdir(), "cli-delivery-"));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const data = join(parent, "data");
const key = join(parent, "key");
writeFileSync(key, "a key for tests of more than thirty-two bytes");
const run = (...words: string[]) => runCli(["delivery", ...words], data);

describe("impactmonitor delivery", () => {
  test("add, list, refuse and replace, with exit codes 0, 1 and 2", async () => {
    const good = writeDelivery(join(parent, "good"));
    const noKey = await run("add", good);
    expect([noKey.code, noKey.err]).toEqual([2, expect.stringContaining("openssl rand -hex 32")]);
    const added = await run("add", good, "--key", key, "--by", "anna");
    expect([added.code, added.out]).toEqual([
      0,
      expect.stringContaining("Accepted as VT10-2024H1-1: 3 advies, 2 casus"),
    ]);
    expect(added.err).toBe("Reading the delivery …\n");

    const wrong = writeDelivery(
      join(parent, "wrong"),
      withCells({ "melding 2 duur": "44", "persoon 1 bsn": "12345678" }),
    );
    const refused = await run("replace", wrong, "--key", key, "--language", "nl");
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("duur heeft een code die niet in de lijst staat. Kies uit: 01, 02, 03, 04, 05, 06.");
    expect(refused.err).toContain("  melding.csv:3 duur: “44”");
    expect(refused.err).toContain("  persoon.csv:2 bsn\n");
    expect(refused.err).not.toContain("12345678");

    const better = writeDelivery(join(parent, "better"), withCells({ "melding 2 duur": "05" }));
    expect((await run("check", better, "--key", key, "--replace")).code).toBe(0);
    expect((await run("replace", better, "--key", key)).out).toContain("It replaces VT10-2024H1-1.");
    const list = await run("list");
    expect(list.out.trim().split("\n")).toHaveLength(1);
    expect(list.out).toContain("VT10-2024H1-3  vt-2.0  stands  17 records");
    expect(
      (await run("list", "--all")).out
        .trim()
        .split("\n")
        .map((it) => it.split("  ")[3]),
    ).toEqual(["replaced", "rejected", "stands"]);
    expect(readdirSync(join(data, "deliveries", "records"))).toEqual(["VT10-2024H1-3"]);
  }, 240_000);

  test("without a path, or with a layout that isn't there, says how to use it", async () => {
    expect(await run("add")).toMatchObject({ code: 2, err: expect.stringContaining("delivery add FOLDER --key FILE") });
    expect(await run("check", parent, "--key", key, "--layout", "none")).toMatchObject({
      code: 2,
      err: expect.stringContaining("vt-2.0-fixed"),
    });
    expect(await run("list", "--data", join(parent, "empty"))).toMatchObject({
      code: 0,
      out: expect.stringContaining("No deliveries"),
    });
  }, 240_000);
});

test("a bar moves in a terminal, and is gone at the end", () => {
  const written: string[] = [];
  const bar = progressBar({ isTTY: true, write: (text) => written.push(text) }, false);
  bar.show({ doing: "read", name: "melding", done: 0.5, of: 1 });
  bar.end();
  expect(written[0]).toContain(`reading   melding          ${"█".repeat(15)}${"░".repeat(15)} 50 %`);
  expect(written.at(-1)).toBe("\r\u001B[K");
});
