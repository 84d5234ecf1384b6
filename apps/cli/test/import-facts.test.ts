import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCli } from "./run-cli.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "import-facts-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const head = "source;edition;measure;period;region;value;unit;status;valueState;precision";
const put = (value: string): string => {
  const file = join(folder, "police.csv");
  writeFileSync(
    file,
    `${head}\npolice;2024-10;police-reports-to-vt/count;2024H1;VT10;${value};count;final;ok;round5\n`,
  );
  return file;
};
const run = (...words: string[]) => runCli(["import", "facts", ...words], folder);

test("import facts takes a file in, replaces it, and refuses one with a fault", async () => {
  const first = await run("--file", put("1510"), "--source", "police");
  expect(first).toMatchObject({ code: 0 });
  expect(first.out).toContain("police, edition 2024-10: 1 figure, new, in ");
  expect((await run("--file", put("1515"), "--source", "police")).out).toContain("in place of the earlier delivery");
  const refused = await run("--file", put("1512"), "--source", "police");
  expect(refused.code).toBe(1);
  expect(refused.err).toContain("police.csv:2  value: 1512 is not a multiple of 5");
  expect(refused.err).toContain("Nothing was changed.");
  expect(readdirSync(join(folder, "imported"))).toEqual(["police-2024-10.csv"]);
  expect(readFileSync(join(folder, "imported", "police-2024-10.csv"), "utf8")).toContain(",1515,");
});

test("import facts says what it needs, and which sources there are", async () => {
  expect(await run("--source", "police")).toMatchObject({ code: 2 });
  const unknown = await run("--file", put("1510"), "--source", "weather");
  expect(unknown.code).toBe(1);
  expect(unknown.err).toContain("Choose from: child-protection-board,");
});
