import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { catalogueSchemas } from "../src/json-schema.ts";
import { root } from "./built-edition.ts";

const folder = `${root}/catalogue/schema`;
const schemas = catalogueSchemas();

describe("the schemas that editors use", () => {
  test("are those of the model: none missing, none left over (else run: npm run catalogue:schema)", () => {
    expect(readdirSync(folder).sort()).toEqual([...schemas.keys()].sort());
  });

  test.each([...schemas])("%s is up to date (else run: npm run catalogue:schema)", (name, text) => {
    expect(readFileSync(`${folder}/${name}`, "utf8")).toBe(text);
  });

  test("are named on the first line of every catalogue file, by a path that leads to them", () => {
    const files = readdirSync(`${root}/catalogue`, { recursive: true, encoding: "utf8" }).filter((it) =>
      it.endsWith(".yaml"),
    );
    expect(files.length).toBeGreaterThan(100);
    for (const file of files) {
      const [first = ""] = readFileSync(`${root}/catalogue/${file}`, "utf8").split("\n", 1);
      const path = /^# yaml-language-server: \$schema=(.+)$/.exec(first)?.[1];
      expect(path, `first line of ${file}`).toBeDefined();
      const schema = new URL(path ?? "", `file:///catalogue/${file}`).pathname.replace("/catalogue/schema/", "");
      expect([...schemas.keys()], `schema of ${file}`).toContain(schema);
    }
  });
});
