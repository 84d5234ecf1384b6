import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkDeliveryFiles } from "../src/check-delivery-files.ts";
import { readCatalogue } from "../src/read-catalogue.ts";
import { root } from "./built-edition.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "delivery-files-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a slip in a protocol, its rules or a contract is found in its file", () => {
  const catalogue = readCatalogue(root);
  if (!catalogue.ok) throw new Error("the catalogue has problems");
  expect(checkDeliveryFiles(root, catalogue.value)).toEqual([]);
  for (const name of ["protocols", "contracts"])
    cpSync(join(root, "catalogue", name), join(folder, "catalogue", name), { recursive: true });
  const slip = (file: string, from: string, to: string): void => {
    const path = join(folder, "catalogue", file);
    writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
  };
  slip("protocols/vt-2015.yaml", "list: hoedanigheid", "list: hoedanig");
  slip("protocols/rules/vt-2.0.yaml", "filled: datum_einde", "filled: datum_eind");
  slip("contracts/police.yaml", "vt-region", "corop");
  expect(checkDeliveryFiles(folder, catalogue.value).map((it) => it.file)).toEqual([
    "catalogue/protocols/vt-2015.yaml",
    "catalogue/contracts/police.yaml",
  ]);
  slip("protocols/vt-2015.yaml", "list: hoedanig,", "list: hoedanigheid,");
  expect(checkDeliveryFiles(folder, catalogue.value).map((it) => it.file)).toEqual([
    "catalogue/protocols/rules/vt-2.0.yaml",
    "catalogue/contracts/police.yaml",
  ]);
});
