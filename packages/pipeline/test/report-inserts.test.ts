import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import type { InsertBlock } from "@impactmonitor/model/report-insert";
import { builtBook, builtEdition } from "./built-edition.ts";
import { insertBlocks } from "../src/insert-blocks.ts";
import type { Problem } from "../src/problem.ts";
import { readReportInserts } from "../src/read-report-inserts.ts";

const root = mkdtempSync(join(tmpdir(), "report-"));
afterAll(() => rmSync(root, { recursive: true }));
const { themes } = builtBook().catalogue;

function read(files: Readonly<Record<string, string | Uint8Array>>) {
  rmSync(join(root, "catalogue"), { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    const path = join(root, "catalogue/report", name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const problems: Problem[] = [];
  return { inserts: readReportInserts(root, themes, problems), problems };
}
const both = (text: string) => ({ "2025/introduction.nl.md": text, "2025/introduction.en.md": text });

test("paragraphs, lists, small headings, strong words and links are read; nothing else comes in", () => {
  const { inserts, problems } = read(
    both(
      "Een **sterk** woord\nop twee regels.\n\n### Kop\n\n- een [site](https://example.org)\n- en [hier](/bronnen)\n",
    ),
  );
  expect(problems).toEqual([]);
  expect(inserts.map(({ id, year, place }) => [id, year, place])).toEqual([
    ["2025-introduction", 2025, "introduction"],
  ]);
  expect(inserts[0]!.body.nl).toEqual([
    {
      kind: "text",
      spans: [
        { text: "Een " },
        { text: "sterk", strong: true },
        { text: " woord" },
        { text: " " },
        { text: "op twee regels." },
      ],
    },
    { kind: "heading", spans: [{ text: "Kop" }] },
    {
      kind: "list",
      items: [
        [{ text: "een " }, { text: "site", href: "https://example.org" }],
        [{ text: "en " }, { text: "hier", href: "/bronnen" }],
      ],
    },
  ]);
});

describe("a mistake is named with file, line and how to mend it", () => {
  test.each([
    ["HTML", "Goed.\n\n<div>Fout</div>\n", 3, /HTML/],
    ["HTML in a line", "Goed.\n\nEen <b>woord</b>.\n", 3, /HTML/],
    ["a script", "Goed.\n\n<script>alert(1)</script>\n", 3, /HTML/],
    ["a large heading", "Goed.\n\n# Kop\n", 3, /begins with ###/],
    ["a picture", "Goed.\n\n![x](https://example.org/x.png)\n", 3, /a picture/],
    ["a table", "Goed.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n", 3, /a table/],
    ["code", "Goed.\n\n```\nx\n```\n", 3, /code/],
    ["a list in a list", "- een\n  - twee\n", 2, /within a list/],
    ["a link to a script", "Goed.\n\nEen\n[link](//example.org)\n", 4, /nowhere safe/],
    ["an unsafe link", "Goed.\n\n[link](http://example.org)\n", 3, /nowhere safe/],
    ["nothing", "\n", 1, /empty/],
  ])("%s", (_, text, line, what) => {
    const { problems } = read({ ...both("Goed."), "2025/introduction.nl.md": text });
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]).toMatchObject({ file: "catalogue/report/2025/introduction.nl.md", line });
    expect(problems[0]!.what).toMatch(what);
    expect(problems[0]!.mend).not.toBe("");
  });

  test.each([
    ["one language", { "2025/news.nl.md": "Goed." }, "catalogue/report/2025/news.en.md", /does not exist/],
    ["an unknown place", { "2025/foreword.nl.md": "Goed." }, "catalogue/report/2025/foreword.nl.md", /No place/],
    ["an unknown theme", { "2025/theme-none.nl.md": "Goed." }, "catalogue/report/2025/theme-none.nl.md", /No place/],
    ["another language", { "2025/news.fr.md": "Bon." }, "catalogue/report/2025/news.fr.md", /No place/],
    ["a folder of no year", { "next/news.nl.md": "Goed." }, "catalogue/report/next", /no folder of a year/],
    [
      "another encoding",
      { "2025/news.nl.md": new Uint8Array([0xff, 0xfe, 0x41]), "2025/news.en.md": "Good." },
      "catalogue/report/2025/news.nl.md",
      /not UTF-8/,
    ],
  ])("%s", (_, files, file, what) => {
    const { problems } = read(files as Record<string, string>);
    expect(problems[0]!.file).toBe(file);
    expect(problems[0]!.what).toMatch(what);
  });
});

test("whatever is written, what comes in is text, with addresses that are safe or a problem", () => {
  const hrefs = (blocks: readonly InsertBlock[]): string[] =>
    blocks.flatMap((it) => (it.kind === "list" ? it.items.flat() : it.spans).flatMap((span) => span.href ?? []));
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      "<b>",
      "</b>",
      "](javascript:alert(1))",
      "[x](",
      "](data:text/html,x)",
      "](//x)",
      "- ",
      "\n\n",
      "### ",
      "**",
      "<!--",
      "|",
      "`",
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const problems: Problem[] = [];
      const blocks = insertBlocks("x.md", pieces.join(""), problems);
      for (const it of problems) expect(it.line >= 1 && it.mend !== "").toBe(true);
      const safe = hrefs(blocks).every((it) => /^(https:\/\/|mailto:|\/(?!\/))/.test(it));
      expect(safe || problems.length > 0).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("what editors wrote is sealed into the edition, so that the report can be made again from it", () => {
  const { reportInserts } = builtEdition().catalogue;
  expect(reportInserts.map((it) => it.id)).toContain("2026-introduction");
});
