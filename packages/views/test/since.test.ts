import { expect, test } from "vitest";
import { figure } from "../../edition/test/sample-edition.ts";
import { shownSince } from "../src/since.ts";
import { nation, sampleBook, sampleIndicator } from "./sample-book.ts";

const edition = (id: string, value: number | undefined) => ({
  ...sampleBook({
    areas: [nation],
    indicators: [sampleIndicator()],
    figures: value === undefined ? [] : [figure({ cell: { value, marks: [] } })],
  }),
  id,
});
const now = figure({ cell: { value: 7, marks: [] } });

test("a figure is in the monitor since the first edition of those in a row that have it as it is", () => {
  expect(shownSince([edition("a", undefined), edition("b", 7), edition("c", 7)], now)).toBe("b");
});

test("a figure that was revised is there since its revision, also when the first value came back", () => {
  expect(shownSince([edition("a", 6), edition("b", 7)], now)).toBe("b");
  expect(shownSince([edition("a", 7), edition("b", 6), edition("c", 7)], now)).toBe("c");
});

test("a figure that the last edition does not have is since nowhere", () => {
  expect(shownSince([edition("a", 7), edition("b", undefined)], now)).toBeUndefined();
});
