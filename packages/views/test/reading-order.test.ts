import { describe, expect, test } from "vitest";
import { isAbsent } from "@impactmonitor/model/cell";
import { builtBook } from "../../pipeline/test/built-edition.ts";
import { readingOrder } from "../src/reading-order.ts";

const book = builtBook();
const drenthe = book.area("VT02")!;
const nation = book.area("NL01")!;
const order = (theme: string, area = drenthe) => readingOrder(book, book.themes.get(theme)!, area);

describe("the order in which to read a theme", () => {
  test("is there for every theme that has a figure to read", () => {
    const filled = new Set(
      book.catalogue.indicators.filter((it) => book.observations(it.id).length > 0).map((it) => it.theme),
    );
    expect(filled.size).toBeGreaterThan(4);
    expect([...filled].filter((it) => order(it, nation) === undefined)).toEqual([]);
  });

  test("begins with something that can be read for the Netherlands", () => {
    for (const { id } of book.catalogue.themes) {
      const steps = order(id, nation)?.steps ?? [];
      const any = steps.some((step) => step.items.some((it) => it.from));
      expect(steps[0]?.items.some((it) => it.from) ?? false, id).toBe(any);
    }
  });

  test("says of each figure whether this area has it, else the nation, else nobody", () => {
    const here = (id: string, area: string): boolean => book.observationsOf(id, area).some((it) => !isAbsent(it.cell));
    for (const { id } of book.catalogue.themes)
      for (const { items } of order(id)?.steps ?? [])
        for (const { indicator, from } of items)
          expect(from?.code, indicator.id).toBe(
            here(indicator.id, "VT02") ? "VT02" : here(indicator.id, "NL01") ? "NL01" : undefined,
          );
  });

  test("leads from what comes in to what follows, for Drenthe", () => {
    const steps = order("reach-veilig-thuis")?.steps ?? [];
    expect(steps[0]?.items.map((it) => [it.indicator.id, it.from?.code])).toEqual([
      ["advice-started", "VT02"],
      ["reports-received", "VT02"],
    ]);
    expect(order("size")?.steps[0]?.items.map((it) => it.from?.code)).toEqual(["NL01", "NL01"]);
    expect(order("initial-training")).toBeUndefined();
  });
});
