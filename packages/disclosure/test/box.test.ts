import { expect, test } from "vitest";
import { cheapestBox } from "../src/box.ts";
import { makeDimension } from "../src/dimension.ts";
import { makeTable, type Table } from "../src/table.ts";

const table = (counts: readonly (readonly [string, string, number])[]): Table =>
  makeTable(
    [makeDimension("area", ["a", "b"], [{ a: "N", b: "N" }]), makeDimension("kind", ["x", "y"], [])],
    counts.map(([a, k, count]) => ({ codes: [a, k], count })),
  );

test("a rectangle, when there is one: three more cells to hide, and no sum that changes", () => {
  const it = table([
    ["a", "x", 1],
    ["a", "y", 9],
    ["b", "x", 8],
    ["b", "y", 7],
  ]);
  const cell = it.inner[0]!;
  const box = cheapestBox(it, cell, (other) => other === cell, 1, 2);
  expect(box.toHide).toHaveLength(3);
  expect([...box.change.values()].reduce((a, b) => a + b, 0)).toBe(0);
});

test("the only count of a table takes every total above it along", () => {
  const it = table([["a", "x", 1]]);
  const cell = it.inner[0]!;
  const box = cheapestBox(it, cell, (other) => other === cell, 1, 2);
  // a, N and the total, by x and the total: six cells, one of which is hidden already.
  expect(box.change.size).toBe(6);
  expect(box.toHide).toHaveLength(5);
});

test("a zero that is hidden has a box as well, also in an empty table", () => {
  const it = table([["a", "x", 0]]);
  const box = cheapestBox(it, 0, () => true, 0, 2);
  expect(box.change.size).toBeGreaterThan(0);
});
