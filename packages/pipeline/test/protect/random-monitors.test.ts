import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { protectUniverse } from "@impactmonitor/disclosure/protect-universe";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { auditEdition } from "../../src/audit-edition/audit-edition.ts";
import { derivedFrom, municipalities, policyWith, sealed, smallCatalogue, type Municipality } from "./small-monitor.ts";
import { type Reports } from "./small-monitor.ts";

const catalogue = smallCatalogue();
const places: readonly Reports["in"][] = [...(Object.keys(municipalities) as Municipality[]), "VT02"];

const anyReports: fc.Arbitrary<Reports> = fc.record({
  in: fc.constantFrom(...places),
  half: fc.constantFrom("2024H1", "2024H2"),
  reporter: fc.constantFrom("police", "education", "citizen"),
  kinds: fc.subarray(["child-maltreatment", "partner-violence"] as const),
  acute: fc.boolean(),
  n: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 10, max: 400 })),
});

test("whatever was reported, an edition gives no hidden count away", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyReports, { minLength: 3, maxLength: 16 }),
      fc.constantFrom("strict", "cbs-visible"),
      async (reports, profile) => {
        const policy = policyWith({ profile, sensitive: ["violence-type"] });
        const first = sealed(derivedFrom(reports), policy, catalogue, protectUniverse);
        // A handful of small counts about sensitive things can't always be protected: then there is no edition, and nothing to find.
        fc.pre(first.counts.failures.length === 0);
        expect(await auditEdition(first.edition)).toMatchObject({ exposures: [], problems: [] });
      },
    ),
    { numRuns: 3, maxSkipsPerRun: 10 },
  );
});

test("no true count that is not a multiple of five stands anywhere in an edition", () => {
  const counts = [3127, 6, 4213, 8, 1987, 2741, 7, 3361, 2213, 9];
  const reports = counts.map((n, i): Reports => ({
    in: places[i % 6]!,
    half: i % 4 < 2 ? "2024H1" : "2024H2",
    reporter: (["police", "education", "citizen"] as const)[i % 3]!,
    acute: i % 2 === 0,
    n,
  }));
  const derived = derivedFrom(reports);
  const { edition, figures } = sealed(derived, policyWith(), catalogue, protectUniverse);
  const counted = new Set(derived.tables.flatMap((it) => it.counts.map((one) => one.count)));
  const planted = [...counted].filter((it) => it > 1000 && it % 5 !== 0).map(String);
  expect(planted.length).toBeGreaterThan(10);
  const written = JSON.stringify(figures) + textOf(join(edition.folder, "observations")) + textOf(edition.folder);
  expect(planted.filter((it) => new RegExp(`(?<![\\d.])${it}(?!\\d)`).test(written))).toEqual([]);
  const shown = figures.flatMap(({ measure, cell }) => (measure === "count" && "value" in cell ? [cell.value] : []));
  expect(shown.filter((it) => it % 5 !== 0 || (it > 0 && it < 10))).toEqual([]);
});

/** All files of an edition that say something about figures. */
const textOf = (folder: string): string =>
  readdirSync(folder)
    .filter((name) => /^(?!catalogue|context|manifest).*\.json$/.test(name))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
