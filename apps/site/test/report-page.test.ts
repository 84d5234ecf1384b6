import { describe, expect, test } from "vitest";
import { builtBook } from "../../../packages/pipeline/test/built-edition.ts";
import { attribute, elements, textOf } from "../../../tests/html.ts";
import { renderedSite } from "./rendered-site.ts";

const render = renderedSite();
const book = builtBook();
const rows = new Map(
  book.catalogue.indicators.flatMap((it) => book.observationsOf(it.id, "NL01")).map((it) => [it.row, it] as const),
);
const rowOf = (ref: string): string => `figures/${ref.replace(/:(\d+)$/, ".csv:$1")}`;

describe.each([
  ["/rapport/2026", "/rapport"],
  ["/en/report/2021", "/en/report"],
])("%s", (address, index) => {
  test("shows each figure with its published value and row", async () => {
    const { status, root } = await render(address);
    expect(status).toBe(200);
    const figures = elements(root).filter((it) => it.tag === "data");
    expect(figures.length).toBeGreaterThan(40);
    for (const it of figures) {
      const refs = (attribute(it, "data-row") ?? "").split(" ");
      for (const ref of refs) expect(rows.has(rowOf(ref)), ref).toBe(true);
      const cell = rows.get(rowOf(refs[0]!))!.cell;
      const value =
        "value" in cell ? String(cell.value) : "range" in cell ? `${cell.range.lower}/${cell.range.upper}` : "";
      const derived = attribute(it, "data-derived") !== undefined;
      expect(derived || attribute(it, "value") === value, textOf(it)).toBe(true);
    }
  });

  test("leads to each of its parts, to each figure, and is led to from the list of reports", async () => {
    const { root } = await render(address);
    const ids = new Set(elements(root).flatMap((it) => attribute(it, "id") ?? []));
    const links = elements(root).flatMap((it) => (it.tag === "a" ? (attribute(it, "href") ?? []) : []));
    for (const it of links.filter((one) => one.startsWith("#"))) expect(ids, it).toContain(it.slice(1));
    expect(links.filter((it) => /\/indicator\//.test(it)).length).toBeGreaterThan(20);
    const list = (await render(index)).root;
    expect(elements(list).map((it) => attribute(it, "href"))).toContain(address);
  });
});

test("what the editors wrote stands under their heading, and the conclusion that they didn't write is not there", async () => {
  const { root } = await render("/rapport/2026");
  const written = elements(root).filter((it) => attribute(it, "class") === "written");
  expect(written.map((it) => textOf(it)).join(" ")).toMatch(/^Van de redactie.*eerste jaarrapport/);
  expect(textOf(root)).toContain("De redactie heeft bij dit rapport geen conclusie geschreven.");
  expect(textOf(root)).not.toContain("Hier is plaats");
});

test.each(["/rapport/1900", "/rapport/2099", "/rapport/abc", "/en/report/20266"])(
  "%s: there is none",
  async (address) => {
    expect((await render(address)).status).toBe(404);
  },
);
