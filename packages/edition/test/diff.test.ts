import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cell } from "@impactmonitor/model/cell";
import type { Changes } from "@impactmonitor/model/edition";
import { areaCode } from "@impactmonitor/model/id";
import { observationKey, type Observation } from "@impactmonitor/model/observation";
import { diffEditions, isNothing } from "../src/diff.ts";
import { anyObservations } from "./any-observation.ts";
import { figure, sampleContent } from "./sample-edition.ts";

const setting = sampleContent();

const diff = (before: readonly Observation[], after: readonly Observation[]): Changes =>
  diffEditions({ ...setting, id: "2026-05", observations: before }, { ...setting, observations: after });
const revisions = (from: Cell, to: Cell): number =>
  diff([figure({ cell: from })], [figure({ cell: to })]).revised.length;
const elsewhere = figure({ area: areaCode("VT02") });

describe("what changed since the previous edition", () => {
  test("is nothing for the first edition, which has no previous one", () => {
    const changes = diffEditions(undefined, { ...setting, observations: [figure()] });
    expect(changes).toEqual({ added: [], revised: [], withdrawn: [], indicatorsAdded: [], indicatorsRemoved: [] });
  });

  test("names the edition that it is compared with", () => {
    expect(diff([], []).since).toBe("2026-05");
  });

  test("is new when it wasn't there, withdrawn when it no longer is", () => {
    expect(diff([figure()], [figure(), elsewhere])).toMatchObject({ added: [elsewhere], revised: [], withdrawn: [] });
    expect(diff([figure(), elsewhere], [figure()])).toMatchObject({ added: [], revised: [], withdrawn: [elsewhere] });
  });

  test("is revised from one figure to another", () => {
    const [from, to] = [figure(), figure({ cell: { value: 61_000, marks: ["provisional"] } })];
    expect(diff([from], [to])).toMatchObject({ added: [], withdrawn: [], revised: [{ from, to }] });
  });

  test("is a revision too when a figure turned definitive: its mark went", () => {
    expect(revisions({ value: 5, marks: ["provisional"] }, { value: 5, marks: [] })).toBe(1);
  });

  test("is a revision when a bound or the size of the sample changed, or a value became a reason", () => {
    const cell = { value: 5, lower: 4, upper: 6, n: 100, marks: [] };
    expect(revisions(cell, { ...cell, upper: 7 })).toBe(1);
    expect(revisions(cell, { ...cell, n: 120 })).toBe(1);
    expect(revisions(cell, { absent: "suppressed" })).toBe(1);
    expect(revisions({ absent: "suppressed" }, { absent: "not-yet" })).toBe(1);
    expect(revisions({ range: { lower: 4, upper: 6 }, marks: [] }, cell)).toBe(1);
    expect(revisions({ value: 0, marks: [] }, { absent: "unspecified" })).toBe(1);
  });

  test("is no revision when only the source page or an earlier publication changed: those are told apart", () => {
    const reading = { title: "Another page", url: "https://example.org/2", published: "2023", primary: true };
    const vintages = [{ cell: figure().cell, reading, row: "figures/veilig-thuis.csv:9" }];
    for (const to of [figure({ reading }), figure({ vintages })])
      expect(diff([figure()], [to])).toMatchObject({ added: [], revised: [], withdrawn: [], resourced: [to] });
  });

  test("is nothing at all when a row moved, or its marks were written in another order", () => {
    const moved = figure({ row: "figures/veilig-thuis.csv:99" });
    expect(isNothing(diff([figure()], [moved]))).toBe(true);
    const one = figure({ cell: { value: 5, marks: ["provisional", "rounded"] } });
    const other = figure({ cell: { value: 5, marks: ["rounded", "provisional"] } });
    expect(isNothing(diff([one], [other]))).toBe(true);
    expect(isNothing(diff([figure()], [figure(), elsewhere]))).toBe(false);
  });

  test("laid over the old edition gives exactly the figures of the new one", () => {
    fc.assert(
      fc.property(anyObservations, anyObservations, (before, after) => {
        const changes = diff(before, after);
        const cells = new Map(before.map((it) => [observationKey(it), it.cell]));
        for (const it of changes.withdrawn) cells.delete(observationKey(it));
        for (const { from, to } of changes.revised) {
          expect(cells.get(observationKey(from))).toEqual(from.cell);
          cells.set(observationKey(to), to.cell);
        }
        for (const it of changes.added) {
          expect(cells.has(observationKey(it))).toBe(false);
          cells.set(observationKey(it), it.cell);
        }
        const inOrder = (entries: Iterable<[string, Cell]>) => [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
        expect(inOrder(cells)).toEqual(inOrder(after.map((it) => [observationKey(it), it.cell])));
      }),
    );
  });

  test("is nothing between an edition and itself", () => {
    fc.assert(
      fc.property(anyObservations, (observations) => {
        const changes = diff(observations, structuredClone(observations));
        expect([changes.added, changes.revised, changes.withdrawn]).toEqual([[], [], []]);
      }),
    );
  });
});
