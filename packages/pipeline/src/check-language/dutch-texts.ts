import { existsSync, readdirSync } from "node:fs";
import { isPair, isScalar, LineCounter, parseDocument, visit } from "yaml";
import { readText } from "../read-text.ts";

/** A Dutch text of the catalogue, by the lines on which it stands. */
export interface DutchText {
  readonly file: string;
  readonly kind: "page" | "entry";
  readonly lines: readonly { readonly line: number; readonly text: string }[];
}

/** Files with texts for visitors; code lists, mappings and protocols hold the words of others. */
const files = [
  "themes",
  "glossary",
  "questions",
  "starters",
  "notes",
  "events",
  "help",
  "traits",
  "context",
  "plan-steps",
];
const folders = ["indicators", "sources", "examples"];

/** Every Dutch text that visitors read: pages, and what is called `nl` in the other files. */
export function dutchTexts(root: string): readonly DutchText[] {
  const list = (folder: string, end: string): string[] =>
    existsSync(`${root}/${folder}`)
      ? readdirSync(`${root}/${folder}`)
          .filter((it) => it.endsWith(end))
          .sort()
          .map((it) => `${folder}/${it}`)
      : [];
  const yaml = [
    ...files.map((it) => `catalogue/${it}.yaml`),
    "catalogue/areas/changes.yaml",
    ...folders.flatMap((it) => list(`catalogue/${it}`, ".yaml")),
  ];
  const texts: DutchText[] = [];
  for (const file of list("catalogue/pages", ".nl.md")) {
    const read = readText(root, file);
    if (read.ok) texts.push({ file, kind: "page", lines: pageLines(read.value) });
  }
  for (const file of yaml) {
    const read = readText(root, file);
    if (read.ok) texts.push({ file, kind: "entry", lines: entryLines(read.value) });
  }
  return texts;
}

const pageLines = (text: string): DutchText["lines"] =>
  text.split("\n").flatMap((line, i) => {
    const words = line.replace(/^(?:title|description): /, "");
    return /^\s*(?:---)?$/.test(line) ? [] : [{ line: i + 1, text: words }];
  });

/** Each text under a key `nl`. */
function entryLines(text: string): DutchText["lines"] {
  const counter = new LineCounter();
  const found: { line: number; text: string }[] = [];
  const document = parseDocument(text, { lineCounter: counter });
  visit(document, {
    Pair(_key, pair) {
      if (!isPair(pair) || !isScalar(pair.key) || pair.key.value !== "nl") return;
      const add = (node: unknown): void => {
        if (isScalar(node) && typeof node.value === "string")
          found.push({ line: counter.linePos(node.range?.[0] ?? 0).line, text: node.value });
      };
      add(pair.value);
    },
  });
  return found;
}
