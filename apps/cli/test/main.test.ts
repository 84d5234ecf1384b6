import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli } from "./run-cli.ts";

let data = "";
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), "cli-"));
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

const commands = [
  "catalogue check",
  "catalogue schema",
  "edition build",
  "edition verify",
  "import cbs",
  "import boundaries",
];
const stackTrace = /\n\s+at .+:\d+:\d+|node:internal/;

describe("the command line", () => {
  test.each([[["editon", "build"]], [["constructor"]]])(
    "refuses the unknown command %j with exit code 2, and names those that exist",
    async (words) => {
      const { code, out, err } = await runCli(words, data);
      expect(code).toBe(2);
      expect(out).toBe("");
      expect(err).toContain(`There is no command “${words.join(" ")}”.`);
      for (const command of commands) expect(err).toContain(`impactmonitor ${command}`);
    },
  );

  test("without words explains itself, and that is no error", async () => {
    const { code, out, err } = await runCli([], data);
    expect(code).toBe(0);
    expect(err).toBe("");
    for (const command of commands) expect(out).toContain(`impactmonitor ${command}`);
  });

  test("takes an unknown option for a slip of the pen: exit code 2 and the right use, no stack trace", async () => {
    const { code, err } = await runCli(["edition", "build", "--dtaa", data], data);
    expect(code).toBe(2);
    expect(err).toContain("--dtaa");
    expect(err).toContain("Use: impactmonitor edition build [--data DIR]");
    expect(err).not.toMatch(stackTrace);
  });

  test("imports no boundaries from a file that isn't there, and changes nothing", async () => {
    const words = ["import", "boundaries", "--file", join(data, "none.json"), "--level", "vt-region", "--year", "2025"];
    const { code, err } = await runCli(words, data);
    expect(code).toBe(1);
    expect(err).toMatch(/none\.json.*can't be read[\s\S]*Nothing was changed/);
    expect(err).not.toMatch(stackTrace);
  });
});

describe("catalogue check", () => {
  test("finds the committed catalogue and figures in order, and counts them", async () => {
    const { code, out, err } = await runCli(["catalogue", "check"], data);
    expect(err).toBe("");
    expect(code).toBe(0);
    expect(out).toMatch(
      /catalogue: \d+ indicators, 11 sources, \d+ code lists, \d+ areas; figures: \d+ rows\. No problems\./,
    );
  });
});
