import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Changes } from "@impactmonitor/model/edition";
import { observationKey, type Observation } from "@impactmonitor/model/observation";
import { openChain } from "../src/open-chain.ts";
import type { Edition } from "../src/read-edition.ts";
import { sealNext } from "../src/seal-next.ts";
import { sealedContent } from "../src/sealed-content.ts";
import type { EditionContent } from "../src/write-edition.ts";
import { anyObservations } from "./any-observation.ts";
import { emptyCatalogue, figure, sampleContent } from "./sample-edition.ts";

let parent = "";
let folder = "";
let round = 0;
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), "chain-"));
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));
beforeEach(() => {
  folder = fresh();
});
const fresh = (): string => join(parent, String((round += 1)));

function editions(): readonly Edition[] {
  const chain = openChain(folder);
  if (!chain.ok) throw new Error(chain.faults.map((it) => it.what).join(" "));
  return chain.editions;
}
/** Seals on top of what stands in the folder. */
const seal = (more: Partial<EditionContent>) => sealNext(folder, editions().at(-1), sampleContent(more));
const ids = (): string[] => editions().map((it) => it.manifest.id);
const filesOf = (of: string): [string, string][] =>
  readdirSync(of, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name))
    .map((path): [string, string] => [path.slice(of.length), readFileSync(path, "base64")])
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** What must come of laying changes over figures; a row that moved in its file is no change. */
function replay(figures: readonly Observation[], changes: Changes): Observation[] {
  const kept = new Map(figures.map((it) => [observationKey(it), it]));
  for (const it of changes.withdrawn) expect(kept.delete(observationKey(it))).toBe(true);
  for (const { from, to } of changes.revised) {
    expect(plain([kept.get(observationKey(from))!])).toEqual(plain([from]));
    kept.set(observationKey(to), to);
  }
  for (const it of changes.resourced ?? []) {
    expect(kept.has(observationKey(it))).toBe(true);
    kept.set(observationKey(it), it);
  }
  for (const it of changes.added) {
    expect(kept.has(observationKey(it))).toBe(false);
    kept.set(observationKey(it), it);
  }
  return [...kept.values()];
}
/** Figures without what says nothing: the order of rows, marks and publications, and the lines of the working files. */
function plain(figures: readonly Observation[]): unknown[] {
  const sorted = (cell: Observation["cell"]) => ("marks" in cell ? { ...cell, marks: cell.marks.toSorted() } : cell);
  const words = (it: unknown): string => JSON.stringify(it);
  return figures
    .map((it) => ({
      ...it,
      row: "",
      cell: sorted(it.cell),
      vintages: it.vintages.map((one) => words({ ...one, row: "" })).sort(),
    }))
    .sort((a, b) => (observationKey(a) < observationKey(b) ? -1 : 1));
}

/** Few values, so that a figure often stays as it is while its source changes. */
const anyFigures = anyObservations.map((all) =>
  all.map((it) => ("value" in it.cell ? { ...it, cell: { value: Math.sign(it.cell.value), marks: [] } } : it)),
);

describe("a chain of editions", () => {
  test("of any sets of figures: the changes since the first, one after another, give the figures of the last", () => {
    fc.assert(
      fc.property(fc.array(anyFigures, { minLength: 1, maxLength: 5 }), (sets) => {
        folder = fresh();
        sets.forEach((observations, i) => {
          const before = editions();
          const sealed = seal({ id: `2026-0${i + 1}`, date: `2026-0${i + 1}-28`, observations });
          expect(sealed.ok).toBe(true);
          expect(editions().slice(0, before.length).map(digest), "sealed ones stay").toEqual(before.map(digest));
        });
        const [first, ...later] = editions();
        let figures = sealedContent(first!).observations;
        for (const it of later) {
          figures = replay(figures, it.changes);
          expect(plain(figures)).toEqual(plain(sealedContent(it).observations));
        }
        expect(plain(figures)).toEqual(plain(sets.at(-1) ?? []));
        rmSync(folder, { recursive: true });
      }),
      { numRuns: 30 },
    );
  });

  test("has the same bytes whether it was built at once or one edition at a time, from disk", () => {
    const steps: Partial<EditionContent>[] = [
      { id: "2026-05", date: "2026-05-20" },
      { id: "2026-11", observations: [figure({ breakdown: { sex: "women", age: "16-24" } })] },
      { id: "2026-12", date: "2026-12-20", observations: [] },
    ];
    for (const it of steps) seal(it);
    const [one] = [filesOf(folder)];
    folder = fresh();
    let newest: Edition | undefined;
    for (const it of steps) {
      const sealed = sealNext(folder, newest, sampleContent(it));
      if (sealed.ok && sealed.state === "written") newest = sealed.edition;
    }
    expect(filesOf(folder)).toEqual(one);
    expect(one.length).toBe(8 + 7 + 6);
  });

  test("gets no edition that says nothing new, whatever its name and date", () => {
    seal({});
    expect(seal({ id: "2027-05", date: "2027-05-20" })).toEqual({ ok: true, state: "nothing-new" });
    expect(ids()).toEqual(["2026-11"]);
  });

  test("gets an edition when only a text changed, and it says so", () => {
    seal({});
    const help = {
      ...emptyCatalogue.help,
      quickExit: { ...emptyCatalogue.help.quickExit, url: "https://example.org/2" },
    };
    expect(seal({ id: "2026-11-2", catalogue: { ...emptyCatalogue, help } })).toMatchObject({ state: "written" });
    expect(editions().at(-1)?.changes).toMatchObject({
      since: "2026-11",
      added: [],
      revised: [],
      withdrawn: [],
      catalogue: { added: [], changed: ["help"], removed: [] },
    });
  });
});

const digest = (it: Edition): string => it.manifest.digest;

describe("no edition is built on top of", () => {
  beforeEach(() => {
    seal({ id: "2026-05", date: "2026-05-20", observations: [] });
    seal({});
  });
  const faults = (): string[] => {
    const chain = openChain(folder);
    return chain.ok ? [] : chain.faults.map((it) => it.what);
  };

  test("one that is damaged, and each damaged file is named", () => {
    writeFileSync(join(folder, "2026-05/catalogue.json"), "{}");
    rmSync(join(folder, "2026-11/context.json"));
    expect(faults()).toEqual([
      `${join(folder, "2026-05")}: catalogue.json differs from its checksum.`,
      `${join(folder, "2026-11")}: context.json is missing.`,
    ]);
  });

  test("a folder that is no edition", () => {
    mkdirSync(join(folder, "holiday"));
    expect(faults()).toEqual([`${join(folder, "holiday")}: this folder holds no edition (no manifest.json).`]);
  });

  test("one from elsewhere, which doesn't follow the one before it", () => {
    const here = folder;
    folder = fresh();
    seal({ id: "2026-11", observations: [figure({ cell: { value: 1, marks: [] } })] });
    seal({ id: "2026-12", date: "2026-12-20", observations: [] });
    cpSync(join(folder, "2026-12"), join(here, "2026-12"), { recursive: true });
    folder = here;
    expect(faults()).toEqual([
      expect.stringMatching(/2026-12: manifest\.json says that it follows edition 2026-11 with/),
    ]);
  });

  test("a first one in the place of a later one", () => {
    const here = folder;
    folder = fresh();
    seal({ id: "2026-12", date: "2026-12-20" });
    cpSync(join(folder, "2026-12"), join(here, "2026-12"), { recursive: true });
    folder = here;
    expect(faults()).toEqual([expect.stringContaining("2026-12: manifest.json says that it follows no other edition")]);
  });

  test("one whose folder was renamed", () => {
    cpSync(join(folder, "2026-11"), join(folder, "2026-11-copy"), { recursive: true });
    expect(faults()).toContain(`${join(folder, "2026-11-copy")}: manifest.json says that this is edition 2026-11.`);
  });

  test("a practice edition", () => {
    folder = fresh();
    seal({ kind: "practice" });
    expect(faults()).toEqual([`${join(folder, "2026-11")}: manifest.json says that this is a practice edition.`]);
  });

  test("but one is when the oldest were put into an archive", () => {
    rmSync(join(folder, "2026-05"), { recursive: true });
    expect(faults()).toEqual([]);
    expect(seal({ id: "2026-12", date: "2026-12-20", observations: [] })).toMatchObject({ state: "written" });
    expect(ids()).toEqual(["2026-11", "2026-12"]);
  });
});
