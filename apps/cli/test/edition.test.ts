import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openEditions } from "@impactmonitor/edition/read-edition";
import { root } from "../src/root.ts";
import { runCli, type Ran } from "./run-cli.ts";

let parent = "";
let data = "";
let first: Ran;
let whole = 0;
beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), "cli-edition-"));
  data = join(parent, "data");
  // Refused, but loaded: how long a build takes is measured as it will be when it is killed.
  await runCli(["edition", "build", "--date", "2031-05-20"], join(parent, "untouched"));
  const start = Date.now();
  first = await runCli(["edition", "build", "--data", data], join(parent, "untouched"));
  whole = Date.now() - start;
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const editions = (): string[] => readdirSync(join(data, "editions"));
const folder = (): string => join(data, "editions", editions()[0] ?? "");

describe("edition build", () => {
  test("writes the editions into the data folder and says how many figures they hold", () => {
    expect(first.err).toBe("");
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/^edition \d{4}-\d{2}: \d{4,} figures, written: .+\n$/);
    expect(first.out).toContain(folder());
    expect(openEditions(join(data, "editions"))).toMatchObject({ refused: [], editions: [{}] });
  });

  test("done again says that nothing changed, and nothing did", async () => {
    const before = readFileSync(join(folder(), "manifest.json"), "utf8");
    const { code, out } = await runCli(["edition", "build"], data);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^edition \d{4}-\d{2}: \d+ figures, unchanged: .+\nNothing differs from edition \d{4}-\d{2}: no new edition\.\n$/,
    );
    expect(readFileSync(join(folder(), "manifest.json"), "utf8")).toBe(before);
    expect(editions()).toHaveLength(1);
  });

  test("asked for an edition by name makes none either when nothing differs", async () => {
    const { code, out } = await runCli(["edition", "build", "--edition", "2031-05", "--date", "2031-05-20"], data);
    expect(code).toBe(0);
    expect(out).toContain("no new edition");
    expect(editions()).toHaveLength(1);
  });

  test.each([[["--edition", "next"]], [["--edition", "2031-05", "--date", "2031-13-40"]], [["--date", "2031-05-20"]]])(
    "asked for %j explains how an edition is named",
    async (words) => {
      const { code, err } = await runCli(["edition", "build", ...words], data);
      expect(code).toBe(2);
      expect(err).toContain("Name the edition as 2026-12 or 2026-11-2, and its date as 2026-12-20.");
    },
  );

  test("takes in a table that was imported since as a second edition, and says what changed", async () => {
    const late = join(parent, "late");
    cpSync(data, late, { recursive: true });
    mkdirSync(join(late, "cbs"));
    const [header, row = ""] = readFileSync(join(root, "figures/veilig-thuis.csv"), "utf8").split("\n");
    // A fact that no source gave: so long ago.
    const cells = row.split(",");
    writeFileSync(join(late, "cbs/84847NED.csv"), `${header}\n${cells.with(2, "1999H1").join(",")}\n`);
    const { code, out } = await runCli(["edition", "build"], late);
    expect(code).toBe(0);
    const [kept, made, since] = out.split("\n");
    expect(kept).toMatch(/^edition \d{4}-\d{2}: \d+ figures, unchanged: /);
    expect(made).toMatch(/^edition \d{4}-\d{2}-2: \d+ figures, written: /);
    expect(since).toMatch(/^ {2}since \d{4}-\d{2}: 1 new, 0 revised, 0 withdrawn figures$/);
  });

  test("says in one line which file of a sealed edition is damaged, and writes nothing", async () => {
    const harmed = join(parent, "harmed");
    cpSync(data, harmed, { recursive: true });
    const sealed = join(harmed, "editions", editions()[0] ?? "");
    writeFileSync(join(sealed, "context.json"), "{}");
    const { code, err } = await runCli(["edition", "build"], harmed);
    expect(code).toBe(1);
    expect(err).toBe(
      `${sealed}: context.json differs from its checksum. Put back a whole copy of this edition, or move the folder away.\n\nNo edition was written.\n`,
    );
  });

  test("takes the folder of --data before that of the environment", () => {
    expect(existsSync(join(parent, "untouched"))).toBe(false);
  });

  test("killed at random moments leaves no edition or a whole one, and the next build succeeds and sweeps", async () => {
    const shelf = join(parent, "killed", "editions");
    for (let round = 0; round < 3; round += 1) {
      // The second half of the time: before that nothing is written yet.
      await runCli(["edition", "build"], join(parent, "killed"), whole * (0.5 + Math.random() / 2));
      const { editions: found, refused } = openEditions(shelf);
      expect(refused).toEqual([]);
      expect(found.length).toBeLessThanOrEqual(1);
      if (found.length > 0) rmSync(join(shelf, found[0]?.manifest.id ?? "none"), { recursive: true });
    }
    expect((await runCli(["edition", "build"], join(parent, "killed"))).out).toContain(", written: ");
    expect(readdirSync(shelf)).toEqual(editions());
  }, 60_000);
});

describe("edition verify", () => {
  test("finds a whole edition in order and prints its digest", async () => {
    const { code, out } = await runCli(["edition", "verify", folder()], data);
    expect(code).toBe(0);
    expect(out).toMatch(/^edition \d{4}-\d{2}: \d+ files agree with their checksums; digest [0-9a-f]{64}\n$/);
  });

  test("refuses a spoilt one with exit code 1 and one clear line: which file, and how to mend it", async () => {
    const spoilt = join(parent, "spoilt");
    cpSync(folder(), spoilt, { recursive: true });
    writeFileSync(join(spoilt, "catalogue.json"), "{}");
    const { code, out, err } = await runCli(["edition", "verify", spoilt], data);
    expect(code).toBe(1);
    expect(out).toBe("");
    expect(err).toBe(
      `${spoilt}: catalogue.json differs from its checksum. Put back a whole copy of this edition, or move the folder away.\n`,
    );
  });

  test("of no folder asks for one", async () => {
    const { code, err } = await runCli(["edition", "verify"], data);
    expect(code).toBe(2);
    expect(err).toContain("Name the folder of the edition: impactmonitor edition verify");
  });
});
