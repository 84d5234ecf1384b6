import { expect, test } from "vitest";
import { isWithin } from "../src/within.ts";

test.each([
  ["2021", {}, true],
  ["2021", { from: "2021", until: "2021" }, true],
  ["2021H2", { from: "2021", until: "2021" }, true],
  ["2021", { from: "2021H2" }, false],
  ["2022H1", { from: "2021H2", until: "2022" }, true],
  ["2022", { until: "2022H1" }, false],
  ["2016/2020", { from: "2019" }, false],
  ["nonsense", {}, false],
])("%s lies within %j: %s", (period, within, expected) => {
  expect(isWithin(period, within)).toBe(expected);
});
