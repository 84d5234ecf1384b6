import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mirrorFindings } from "../../src/deliveries/reports/mirror-findings.ts";
import {
  makeSpiegelrapport,
  type MirroredField,
  type Spiegelrapport,
} from "../../src/deliveries/reports/spiegelrapport.ts";
import type { Duck } from "../../src/duck.ts";
import { openSmallDuck, person, protocolNamed, smallRecords, type SmallRecord } from "./small-records.ts";

let duck: Duck;
let folder = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "mirror-"));
  duck = await openSmallDuck(join(folder, "spill"));
});
afterAll(async () => {
  await duck[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

const fieldOf = (report: Spiegelrapport, type: string, name: string): MirroredField => {
  const field = report.types.find((it) => it.name === type)?.fields.find((it) => it.name === name);
  if (!field) throw new Error(`no field ${name}`);
  return field;
};
/** Label → count, of what occurs. */
const countsOf = (field: MirroredField): Record<string, number> =>
  Object.fromEntries(field.distribution.filter((it) => it.count > 0).map((it) => [it.label, it.count]));

const codes = (list: string): string[] => Object.keys(protocolNamed("vt-2.0").lists[list]?.codes ?? {}).sort();
const titles = (list: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(protocolNamed("vt-2.0").lists[list]?.codes ?? {}).map(([code, it]) => [code, it.title]),
  );

describe("filling and distribution", () => {
  test("agree with a count by hand, over random records", async () => {
    const record = fc.record({
      adviesnummer: fc.nat({ max: 20 }).map((it) => `A${it}`),
      datum_start: fc.constantFrom(
        null,
        "2024-01-01",
        "2024-01-31",
        "2024-03-15",
        "2024-06-30",
        "2024-07-01",
        "2021-05-05",
      ),
      gemeente: fc.constantFrom(null, "GM0546", "GM0537"),
      aard: fc.subarray(codes("aard")),
      duur: fc.constantFrom(null, ...codes("duur")),
      rol: fc.constantFrom(null, ...codes("rol")),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 30 }), async (records) => {
        const mirror = await makeSpiegelrapport(await smallRecords(duck, { advies: records }));
        const filled = (name: keyof (typeof records)[number]) =>
          records.map((it) => it[name]).filter((it) => it !== null);
        const tally = (values: readonly string[], words: Record<string, string> = {}): Record<string, number> => {
          const counts: Record<string, number> = {};
          for (const it of values) counts[words[it] ?? it] = (counts[words[it] ?? it] ?? 0) + 1;
          return counts;
        };
        const n = records.length;
        expect(fieldOf(mirror, "advies", "duur").counts).toMatchObject({
          records: n,
          filled: filled("duur").length,
          unknown: 0,
          absent: n - filled("duur").length,
          distinct: new Set(filled("duur")).size,
        });
        const unknown = records.filter((it) => it.rol === "99").length;
        expect(fieldOf(mirror, "advies", "rol").counts).toMatchObject({
          unknown,
          filled: filled("rol").length - unknown,
        });
        expect(countsOf(fieldOf(mirror, "advies", "rol"))).toEqual(tally(filled("rol").map(String), titles("rol")));
        const none = records.filter((it) => it.aard.length === 0).length;
        const some = records.filter((it) => it.aard.includes("99")).length;
        expect(fieldOf(mirror, "advies", "aard").counts).toMatchObject({
          absent: none,
          unknown: some,
          filled: n - none - some,
        });
        expect(countsOf(fieldOf(mirror, "advies", "aard"))).toEqual(
          tally(
            records.flatMap((it) => it.aard),
            titles("aard"),
          ),
        );
        expect(fieldOf(mirror, "advies", "gemeente").counts.unknown).toBe(n - filled("gemeente").length);
        expect(countsOf(fieldOf(mirror, "advies", "gemeente"))).toEqual(tally(filled("gemeente").map(String)));
        const months: Record<string, string> = {
          "2024-01-01": "januari 2024",
          "2024-01-31": "januari 2024",
          "2024-03-15": "maart 2024",
          "2024-06-30": "juni 2024",
          "2024-07-01": "na de periode",
          "2021-05-05": "2 tot 5 jaar voor de periode",
        };
        expect(countsOf(fieldOf(mirror, "advies", "datum_start"))).toEqual(
          tally(filled("datum_start").map(String), months),
        );
        expect(fieldOf(mirror, "advies", "datum_start").counts.distinct).toBe(new Set(filled("datum_start")).size);
        expect(fieldOf(mirror, "advies", "adviesnummer").counts.distinct).toBe(
          new Set(records.map((it) => it.adviesnummer)).size,
        );
      }),
      { numRuns: 12 },
    );
  });

  test("of years of birth are by age, of flags yes and no, of numbers in classes", async () => {
    const born = [2024, 2021, 2020, 2007, 2006, 1959, 1900, 2025].map((geboortejaar, i) => ({
      casusnummer: "C1",
      persoon: person(i),
      geboortejaar,
      geslacht: "V",
    }));
    const mirror = await makeSpiegelrapport(
      await smallRecords(duck, {
        persoon: [...born, { casusnummer: "C2", persoon: null, geboortejaar: null, geslacht: "O" }],
        beoordeling: [{ acuut: true }, { acuut: false }, { acuut: false }, { acuut: null }],
        monitoring: [0, 1.9, 2, 8, 10].map((veiligheidsscore) => ({ veiligheidsscore })),
      }),
    );
    expect(countsOf(fieldOf(mirror, "persoon", "geboortedatum"))).toEqual({
      "0 tot en met 3 jaar": 2,
      "4 tot en met 11 jaar": 1,
      "12 tot en met 17 jaar": 1,
      "18 tot en met 22 jaar": 1,
      "65 tot en met 79 jaar": 1,
      "110 jaar of ouder": 1,
      "geboren na het jaar van de periode": 1,
    });
    expect(fieldOf(mirror, "persoon", "bsn").counts).toMatchObject({ filled: 8, unknown: 1, absent: 0, distinct: 8 });
    expect(fieldOf(mirror, "persoon", "geslacht").counts).toMatchObject({ filled: 8, unknown: 1 });
    expect(countsOf(fieldOf(mirror, "beoordeling", "acuut"))).toEqual({ Ja: 1, Nee: 2 });
    expect(fieldOf(mirror, "beoordeling", "acuut").counts).toMatchObject({ filled: 3, unknown: 1, absent: 0 });
    expect(countsOf(fieldOf(mirror, "monitoring", "veiligheidsscore"))).toEqual({
      "0 tot 2": 2,
      "2 tot 4": 1,
      "8 tot en met 10": 2,
    });
  });

  test("count what could not be read apart from what is empty", async () => {
    const invalid = [{ type: "advies", field: "duur", count: 2 }];
    const records = [{ duur: "01" }, { duur: null }, { duur: null }, { duur: null }];
    const mirror = await makeSpiegelrapport(await smallRecords(duck, { advies: records }, { invalid }));
    expect(fieldOf(mirror, "advies", "duur").counts).toMatchObject({ records: 4, filled: 1, absent: 1, invalid: 2 });
    expect(mirrorFindings(mirror).join(" ")).toContain("Adviezen, Vermoedelijke duur (2)");
  });
});

describe("beside the last period", () => {
  const advices = (n: number, more: SmallRecord): SmallRecord[] => Array.from({ length: n }, () => more);

  test("each class has its last count, and a month that of the month in the same place", async () => {
    const now = await smallRecords(duck, { advies: advices(3, { datum_start: "2024-02-01", duur: "02" }) });
    const last = await smallRecords(
      duck,
      { advies: [...advices(2, { datum_start: "2023-08-31", duur: "01" }), { datum_start: "2023-07-01", duur: "02" }] },
      { period: "2023H2" },
    );
    const mirror = await makeSpiegelrapport(now, last);
    expect(mirror.about.before).toBe("2023H2");
    expect(mirror.types[0]).toMatchObject({ name: "advies", records: 3, before: 3 });
    const line = (field: string, label: string) =>
      fieldOf(mirror, "advies", field).distribution.find((it) => it.label === label);
    expect(line("datum_start", "februari 2024")).toMatchObject({ count: 3, before: 2 });
    expect(line("datum_start", "januari 2024")).toMatchObject({ count: 0, before: 1 });
    expect(line("duur", titles("duur")["01"] ?? "")).toMatchObject({ count: 0, before: 2 });
  });

  test("a delivery under another protocol is not compared", async () => {
    const old = await smallRecords(duck, { advies: [{}] }, { protocol: protocolNamed("vt-2015"), period: "2018H2" });
    const mirror = await makeSpiegelrapport(await smallRecords(duck, { advies: [{}] }, { period: "2019H1" }), old);
    expect(mirror.about.before).toBeUndefined();
    expect(mirror.types[0]?.before).toBeUndefined();
  });

  test("what changed is said in words; what stayed the same is not", async () => {
    const now = { advies: [...advices(130, { duur: "06" }), ...advices(70, { duur: null })] };
    const then = { advies: [...advices(80, { duur: "06" }), ...advices(20, { duur: "01" })] };
    const mirror = await makeSpiegelrapport(
      await smallRecords(duck, now),
      await smallRecords(duck, then, { period: "2023H2" }),
    );
    const words = mirrorFindings(mirror);
    expect(words).toContain("Veel meer records dan in het 2e halfjaar 2023: adviezen (+100,0 %).");
    expect(words).toContain("Adviezen, Vermoedelijke duur: vaker niet bekend, van 0,0 % naar 35,0 %.");
    expect(words).toContain("Adviezen, Vermoedelijke duur: ‘Niet langer dan 1 week’ ging van 20,0 % naar 0,0 %.");
    const same = await makeSpiegelrapport(
      await smallRecords(duck, then),
      await smallRecords(duck, then, { period: "2023H2" }),
    );
    expect(mirrorFindings(same).filter((it) => /Veel|vaker|ging van/.test(it))).toEqual([]);
  });
});
