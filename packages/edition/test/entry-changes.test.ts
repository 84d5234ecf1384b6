import { describe, expect, test } from "vitest";
import type { Catalogue } from "@impactmonitor/model/catalogue";
import { areaCode } from "@impactmonitor/model/id";
import { catalogueChanges, contextChanges } from "../src/entry-changes.ts";
import { emptyCatalogue, sampleContent } from "./sample-edition.ts";

const text = (words: string) => ({ nl: words, en: words });
const page = (id: string, words = "") => ({ id, title: text(id), description: text(""), body: text(words) });
const withCatalogue = (more: Partial<Catalogue>) => sampleContent({ catalogue: { ...emptyCatalogue, ...more } });
const catalogue = (before: Partial<Catalogue>, after: Partial<Catalogue>) =>
  catalogueChanges(withCatalogue(before), withCatalogue(after));
const nothing = { added: [], changed: [], removed: [] };

describe("what changed in the catalogue", () => {
  test("is named by part and entry: came, differs, went", () => {
    expect(
      catalogue({ pages: [page("about"), page("old")] }, { pages: [page("about", "New words."), page("fresh")] }),
    ).toEqual({ added: ["pages/fresh"], changed: ["pages/about"], removed: ["pages/old"] });
  });

  test("is nothing when the fields of an entry stand in another order", () => {
    const { id, title, description, body } = page("about");
    expect(
      catalogue({ pages: [{ id, title, description, body }] }, { pages: [{ body, description, title, id }] }),
    ).toEqual(nothing);
  });

  test("is the list itself when only its order changed, and not when an entry came between", () => {
    const [a, b, c] = [page("a"), page("b"), page("c")];
    expect(catalogue({ pages: [a, b] }, { pages: [b, a] })).toEqual({ ...nothing, changed: ["pages"] });
    expect(catalogue({ pages: [a, b] }, { pages: [a, c, b] })).toEqual({ ...nothing, added: ["pages/c"] });
  });

  test("is told of what has no id by its area, and of the help numbers as a whole", () => {
    const cohorts = [{ region: "VT02", cohort: "second" as const }];
    expect(catalogue({ cohorts, parts: [["PV22", "LD01"]] }, { parts: [["PV22", "LD02"]] })).toEqual({
      added: [],
      changed: ["parts/PV22"],
      removed: ["cohorts/VT02"],
    });
    const { quickExit } = emptyCatalogue.help;
    expect(catalogue({}, { help: { numbers: [], quickExit: { ...quickExit, url: "https://example.org/2" } } })).toEqual(
      {
        ...nothing,
        changed: ["help"],
      },
    );
  });

  test("counts an area before and after a change as one", () => {
    const area = (validFrom: string, name: string) => ({
      code: areaCode("VT15"),
      level: "vt-region" as const,
      name,
      slug: "vt15",
      validFrom,
      aliases: [],
      changes: [],
    });
    const before = [area("2019-01-01", "A"), area("2023-01-01", "A")];
    expect(catalogue({ areas: before }, { areas: [before[0]!, area("2023-01-01", "B")] }).changed).toEqual([
      "areas/VT15",
    ]);
  });

  test("is told of a part that an older edition didn't have", () => {
    const older = JSON.parse(JSON.stringify({ ...emptyCatalogue, pages: undefined }));
    const before = sampleContent({ catalogue: older });
    expect(catalogueChanges(before, withCatalogue({ pages: [page("about")] })).added).toEqual(["pages/about"]);
  });

  test("is told of maps", () => {
    const maps = new Map([["provinces", "{}"]]);
    expect(catalogueChanges(sampleContent(), sampleContent({ maps }))).toEqual({
      added: ["map/provinces"],
      changed: [],
      removed: ["map/regions"],
    });
  });
});

describe("what changed in the context", () => {
  const { context } = sampleContent();
  const [value] = context.values;
  const changes = (after: Partial<typeof context>) =>
    contextChanges(sampleContent(), sampleContent({ context: { ...context, ...after } }));

  test("is named by variable and year, and by source", () => {
    expect(changes({})).toEqual(nothing);
    expect(changes({ values: [{ ...value!, value: 1 }] })).toEqual({ ...nothing, changed: ["population-total/2021"] });
    expect(changes({ values: [{ ...value!, year: 2022 }] })).toEqual({
      added: ["population-total/2022"],
      changed: [],
      removed: ["population-total/2021"],
    });
    expect(changes({ sources: [] })).toEqual({ ...nothing, removed: ["sources/cbs-population"] });
  });
});
