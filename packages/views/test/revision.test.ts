import { describe, expect, test } from "vitest";
import type { Cell } from "@impactmonitor/model/cell";
import type { Changes } from "@impactmonitor/model/edition";
import { indicatorId, periodCode } from "@impactmonitor/model/id";
import type { Observation } from "@impactmonitor/model/observation";
import { figure } from "../../edition/test/sample-edition.ts";
import { newBreaks, revisedSubjects, revisionReason } from "../src/revision.ts";

const of = (cell: Cell, more: Partial<Observation> = {}): Observation => figure({ cell, ...more });
const value = (n: number, ...marks: ("provisional" | "revised-provisional" | "break")[]): Cell => ({ value: n, marks });
const later = { reading: { title: "A table", url: "https://example.org/table", published: "2023-02", primary: true } };
const none: Changes = {
  since: "2026-11",
  added: [],
  revised: [],
  withdrawn: [],
  indicatorsAdded: [],
  indicatorsRemoved: [],
};

describe("why a figure was revised", () => {
  test.each([
    ["a break goes before all", of(value(10, "provisional")), of(value(9, "break"), later), false, "break"],
    ["a break that was there is no news", of(value(10, "break")), of(value(9, "break")), false, "unknown"],
    ["provisional became final", of(value(10, "provisional")), of(value(10), later), false, "final"],
    ["provisional became adjusted", of(value(10, "provisional")), of(value(9, "revised-provisional")), false, "final"],
    ["the source published again", of(value(10)), of(value(11), later), false, "source"],
    ["nothing but the value", of(value(10)), of(value(11)), false, "unknown"],
    ["the same in a correction", of(value(10)), of(value(11)), true, "correction"],
    ["a correction doesn't claim what the source changed", of(value(10)), of(value(11), later), true, "source"],
    ["a value was taken back", of(value(10)), of({ absent: "suppressed" }), false, "unknown"],
  ] as const)("%s", (_, from, to, correction, reason) => {
    expect(revisionReason(from, to, correction)).toBe(reason);
  });
});

test("revised figures are counted by subject and reason, however many there are", () => {
  const revised = Array.from({ length: 100_000 }, (_, i) => ({
    from: of(value(i, "provisional"), { indicator: indicatorId(i % 4 === 0 ? "a" : "b") }),
    to: of(i % 2 === 0 ? value(i + 1) : value(i + 1, "provisional"), {
      indicator: indicatorId(i % 4 === 0 ? "a" : "b"),
    }),
  }));
  expect(revisedSubjects({ ...none, revised }, false)).toEqual([
    { indicator: "a", count: 25_000, reasons: [{ reason: "final", count: 25_000 }] },
    {
      indicator: "b",
      count: 75_000,
      reasons: [
        { reason: "final", count: 25_000 },
        { reason: "unknown", count: 50_000 },
      ],
    },
  ]);
});

test("new breaks are named with the first period that has one", () => {
  const at = (period: string, ...marks: "break"[]) => of(value(1, ...marks), { period: periodCode(period) });
  expect(
    newBreaks({
      ...none,
      added: [at("2024", "break"), at("2025")],
      revised: [
        { from: at("2023"), to: at("2023", "break") },
        { from: at("2020", "break"), to: at("2020", "break") },
      ],
    }),
  ).toEqual([{ indicator: "reports-received", period: "2023" }]);
});
