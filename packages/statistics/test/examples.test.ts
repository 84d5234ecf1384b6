import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { difference, docExamples, examplesIn, run } from "./run-examples.ts";

const src = new URL("../src/", import.meta.url);
const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .toSorted();

const modules = new Map<string, object>();
for (const file of files) modules.set(file.replace(/\.ts$/, ""), await import(new URL(file, src).href));
const everything = Object.assign({}, ...modules.values());

describe("the example of a function is what it gives", () => {
  test.each(files)("%s", (file) => {
    const examples = docExamples(readFileSync(new URL(file, src), "utf8"));
    expect(examples.length, "every file shows how it is used").toBeGreaterThan(0);
    for (const { code, expected } of examples)
      expect(difference(run(code, everything), run(`(${expected})`, {})), `${code} // → ${expected}`).toBeUndefined();
  });
});

describe("the examples of the README are what they give", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const blocks = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = ""]) => code);

  test("every block is run", () => {
    expect(blocks.length).toBeGreaterThan(5);
    for (const block of blocks) expect(examplesIn(block).length, block).toBeGreaterThan(0);
  });

  test.each(blocks)("%s", (block) => {
    const names: Record<string, unknown> = {};
    const code = block.replaceAll(
      /^import \{ (.+) \} from "@impactmonitor\/statistics\/(.+)";\n/gm,
      (_, imported: string, path: string) => {
        for (const name of imported.split(", ")) {
          const found = Object.entries(modules.get(path) ?? {}).find(([it]) => it === name);
          expect(found, `${name} in ${path}`).toBeDefined();
          names[name] = found?.[1];
        }
        return "";
      },
    );
    let before = "";
    for (const { code: part, expected } of examplesIn(code)) {
      before += `${part}\n`;
      expect(difference(run(before, names), run(`(${expected})`, {})), `${part} // → ${expected}`).toBeUndefined();
    }
  });
});
