import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openEdition } from "@impactmonitor/edition/read-edition";
import { changesTable, describeChanges } from "../src/describe-changes.ts";
import { runCli, type Ran } from "./run-cli.ts";

let data = "";
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), "steer-"));
});
afterAll(() => rmSync(data, { recursive: true, force: true }));
const run = (...words: string[]): Promise<Ran> => runCli(words, data);

describe("the commands that steer an edition", { timeout: 60_000 }, () => {
  test("lead from a draft to a published edition, by two people, and back", async () => {
    const drafted = await run("edition", "draft", "2026-12", "--date", "2026-12-20", "--by", "Anna");
    expect(drafted.code, drafted.err).toBe(0);
    expect(drafted.out).toContain("This is the first edition");
    const own = await run("edition", "approve", "2026-12", "--by", "anna");
    expect([own.code, own.err]).toEqual([
      1,
      "Anna drafted edition 2026-12, and who drafts does not approve. Ask somebody else to look at it and approve it.\n",
    ]);
    expect((await run("edition", "approve", "2026-12", "--by", "Bram")).code).toBe(0);
    expect((await run("edition", "publish", "2026-12", "--by", "Anna")).code).toBe(0);
    const list = await run("edition", "list");
    expect(list.out).toMatch(/2026-12 {2}published .*\n.*drafted by Anna.*\n.*approved by Bram.*\n.*published by Anna/);
    const why = ["--reason-nl", "De cijfers van juni ontbreken.", "--reason-en", "The figures of June are missing."];
    const nameless = await run("edition", "withdraw", "2026-12", "--by", "Bram", ...why);
    expect(nameless.code).toBe(2);
    const withdrawn = await run("edition", "withdraw", "2026-12", "--by", "Bram", "--role", "data steward", ...why);
    expect(withdrawn.code, withdrawn.err).toBe(0);
  });

  test("say what lacks, and do nothing", async () => {
    for (const [words, lacks] of [
      [["edition", "draft", "2026-12", "--by", "Anna"], "--date"],
      [["edition", "draft", "december", "--date", "2026-12-20", "--by", "Anna"], "as 2026-12"],
      [["edition", "approve", "2026-12"], "--by NAME"],
      [["edition", "draft", "2027-01", "--date", "2027-01-01", "--by", "Anna", "--corrects", "2026-12"], "--notice-nl"],
      [["edition", "diff"], "Name the edition"],
    ] as const) {
      const ran = await run(...words);
      expect([ran.code, ran.err.includes(lacks)], words.join(" ")).toEqual([2, true]);
    }
    expect((await run("edition", "diff", "2031-01")).code).toBe(1);
  });
});

test("what an edition changes is said in sums, per indicator, and figure by figure", async () => {
  const opened = openEdition(join(data, "editions/2026-12"));
  if (!opened.ok) throw new Error(opened.what);
  const { catalogue, observations } = opened.edition;
  const to = observations("advice-started").find((it) => "value" in it.cell && it.cell.value === 54540)!;
  const from = { ...to, cell: { value: 54500, marks: ["provisional"] } } as const;
  const changes = {
    since: "2026-11",
    added: [],
    revised: [{ from, to }],
    withdrawn: [],
    indicatorsAdded: [],
    indicatorsRemoved: [],
  };
  expect(describeChanges(changes, catalogue, false)).toEqual([
    "Since edition 2026-11: 0 new, 1 revised, 0 withdrawn figures.",
    "  1 revised: provisional figure replaced by a later one",
    expect.stringContaining("(advice-started): 0 new, 1 revised, 0 withdrawn"),
    "  the largest revision: NL01 2019H2 count, from 54500 (provisional) to 54540",
  ]);
  expect([...changesTable(changes, false)][1]).toEqual([
    "revised",
    "advice-started",
    "NL01",
    "2019H2",
    "count",
    "",
    "54500 (provisional)",
    "54540",
    "provisional figure replaced by a later one",
  ]);
  expect(readFileSync(join(data, "steering/withdrawn/2026-12.json"), "utf8")).toContain("juni");
});
