import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { openEditions } from "@impactmonitor/edition/read-edition";
import { makeDocument } from "@impactmonitor/exports/documents/make-document";
import { openPapers } from "@impactmonitor/exports/documents/open-papers";
import { layBuiltEdition } from "../../../packages/pipeline/test/built-edition.ts";
import { exportCommand } from "../src/export.ts";
import { drawBar } from "../src/export-bar.ts";
import { runCli } from "./run-cli.ts";

let data = "";
let to = "";
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), "cli-export-"));
  to = join(data, "out");
  layBuiltEdition(join(data, "editions"));
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

afterEach(() => vi.restoreAllMocks());

const files = (): string[] => readdirSync(to).sort();

test("writes a document whole and under its name, the same bytes as the maker gives", async () => {
  const words = ["export", "region", "drenthe", "--format", "talk", "--language", "en", "--to", `${to}/`];
  const { code, out, err } = await runCli(words, data);
  expect([code, err]).toEqual([0, ""]);
  const { editions } = openEditions(join(data, "editions"));
  const { id } = editions.at(-1)!.manifest;
  expect(files()).toEqual([`impactmonitor-team-talk-drenthe-${id}.pdf`]);
  expect(out.trim()).toBe(join(to, files()[0]!));
  const options = { withdrawn: new Map(), boundaries: new Map<string, string>(), contact: "contact@example.org" };
  const paper = openPapers(editions, options).get(id)!;
  const area = paper.book.areaBySlug("vt-region", "drenthe")!.code;
  const order = { edition: id, subject: { kind: "area", area }, format: "talk", language: "en", choices: {} } as const;
  const made = await makeDocument(paper, order);
  expect(Buffer.from(made).equals(readFileSync(join(to, files()[0]!)))).toBe(true);
  rmSync(to, { recursive: true });
});

test("told to stop in the middle, it leaves no file and no half one, and says so", async () => {
  const main = resolve(import.meta.dirname, "../src/main.ts");
  const words = ["export", "region", "--all-regions", "--format", "talk", "--to", to];
  const running = spawn(process.execPath, [main, ...words], { env: { ...process.env, IMPACTMONITOR_DATA: data } });
  const said: string[] = [];
  running.stderr.on("data", (it: Buffer) => said.push(it.toString()));
  await expect.poll(() => readdirSync(data), { timeout: 15_000 }).toContain("out");
  running.kill("SIGINT");
  const code = await new Promise((end) => running.once("close", end));
  expect(code).toBe(130);
  expect(said.join("")).toContain("No half file was left.");
  expect(files().filter((it) => !it.endsWith(".pdf"))).toEqual([]);
  rmSync(to, { recursive: true });
});

test.each([
  [["export"], "Name what to export."],
  [["export", "city", "assen", "--format", "pdf"], "Name what to export."],
  [["export", "region", "--format", "talk"], "Name the region."],
  [["export", "region", "dren", "--format", "talk"], "Perhaps one of: drenthe"],
  [["export", "region", "drenthe", "extra", "--format", "talk"], "one word too many"],
  [["export", "region", "drenthe", "--format", "scroll"], "There is no scroll of this."],
  [["export", "region", "drenthe", "--format", "talk", "--edition", "1999-01"], "There is no edition 1999-01."],
  [["export", "region", "drenthe", "--format", "talk", "--language", "fr"], "Choose nl or en."],
  [["export", "nation", "--all-regions", "--format", "talk"], "--all-regions goes with “region” only."],
  [["export", "nation", "--format", "talk", "--practice"], "No practice edition"],
  [["export", "comparison", "--areas", "drenthe"], "at least two areas"],
  [["export", "comparison", "--areas", "drenthe,groningen", "--figures", "money"], "There is no indicator “money”."],
  [["export", "report", "soon"], "is no year"],
])("%j is refused with exit code 2 and a way on", async (words, sentence) => {
  const said: unknown[] = [];
  vi.spyOn(console, "error").mockImplementation((line: unknown) => void said.push(line));
  expect(await exportCommand([...words.slice(1), "--data", data])).toBe(2);
  expect(said.join("\n")).toContain(sentence);
  expect(said).toHaveLength(2);
});

test("a place that can’t be written to is named, and an area without figures is no document", async () => {
  const taken = join(data, "taken");
  writeFileSync(taken, "");
  const blocked = await runCli(["export", "nation", "--format", "talk", "--to", join(taken, "x.pdf")], data);
  expect([blocked.code, blocked.err]).toEqual([2, expect.stringContaining("may write to with --to")]);
  const { catalogue } = openEditions(join(data, "editions")).editions.at(-1)!;
  const empty = catalogue.areas.find((it) => it.level === "municipality" && it.slug === "rozendaal")!;
  const none = await runCli(
    ["export", "municipality", empty.slug, "--format", "talk", "--to", join(data, "x.pdf")],
    data,
  );
  expect([none.code, none.err]).toEqual([1, expect.stringContaining("There are no figures on this area")]);
  expect(readdirSync(data).filter((it) => it.startsWith("x.pdf"))).toEqual([]);
});

test("a bar is drawn in a terminal only, and cleared away", () => {
  const written: string[] = [];
  const write = (it: string) => written.push(it);
  const bar = drawBar({ isTTY: true, write }, 2);
  bar.show(0.5);
  bar.show(0.5);
  bar.end();
  expect(written).toEqual([expect.stringMatching(/█{15}░{15} 50 % of 2 documents$/), "\r\u001B[K"]);
  drawBar({ isTTY: false, write }, 2).show(0.7);
  expect(written).toHaveLength(2);
});
