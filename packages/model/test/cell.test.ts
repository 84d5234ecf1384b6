import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { absences, isAbsent, isRange, isValue, marks, matchCell, type Cell } from "../src/cell.ts";

const someMarks = fc.subarray([...marks]);
const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.record({ value: fc.double({ noNaN: true }), marks: someMarks }),
  fc.record({ range: fc.record({ lower: fc.integer(), upper: fc.integer() }), marks: someMarks }),
  fc.record({ absent: fc.constantFrom(...absences) }),
);
const kinds = { value: () => "value", range: () => "range", absent: () => "absent" };

describe("a cell", () => {
  test("is exactly one of a value, a range and a reason", () => {
    fc.assert(
      fc.property(anyCell, (cell) => {
        const yes = [isValue(cell), isRange(cell), isAbsent(cell)];
        expect(yes.filter(Boolean)).toHaveLength(1);
        expect(matchCell(cell, kinds)).toBe(["value", "range", "absent"][yes.indexOf(true)]);
      }),
    );
  });

  test("with nought is a value, not a missing figure", () => {
    expect(matchCell({ value: 0, marks: [] }, kinds)).toBe("value");
  });

  test("hands over what it holds", () => {
    const read = (cell: Cell): unknown =>
      matchCell<unknown>(cell, { value: (it) => it.value, range: (it) => it.range, absent: (reason) => reason });
    expect(read({ value: 55.6, marks: ["provisional"] })).toBe(55.6);
    expect(read({ range: { lower: 90_000, upper: 127_000 }, marks: ["estimate"] })).toEqual({
      lower: 90_000,
      upper: 127_000,
    });
    expect(absences.map((absent) => read({ absent }))).toEqual([...absences]);
  });
});
