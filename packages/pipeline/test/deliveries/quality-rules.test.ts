import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeKwaliteitsrapport, type RuleResult } from "../../src/deliveries/reports/kwaliteitsrapport.ts";
import { readRules } from "../../src/deliveries/reports/read-rules.ts";
import type { ProtocolRules } from "../../src/deliveries/reports/rule.ts";
import type { Duck } from "../../src/duck.ts";
import { root } from "../built-edition.ts";
import {
  memberships,
  openSmallDuck,
  person,
  protocolNamed,
  smallRecords,
  type SmallRecord,
  type SmallRecords,
} from "./small-records.ts";

/** A municipality of VT10 and one of another region, in 2024. */
const inside = memberships.find((it) => it.year === 2024 && it.region === "VT10")?.municipality ?? "";
const outside = memberships.find((it) => it.year === 2024 && it.region !== "VT10")?.municipality ?? "";

let duck: Duck;
let folder = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "rules-"));
  duck = await openSmallDuck(join(folder, "spill"));
});
afterAll(async () => {
  await duck[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

function rulesOf(id: string): ProtocolRules {
  const rules = readRules(root, protocolNamed(id));
  if (!rules.ok) throw new Error(JSON.stringify(rules.problems));
  return rules.value;
}

/** All rules on a delivery, or only the ones named. */
async function check(
  protocol: string,
  records: SmallRecords,
  previous?: SmallRecords,
  only?: readonly string[],
): Promise<Map<string, RuleResult>> {
  const about = { protocol: protocolNamed(protocol), period: protocol === "vt-2015" ? "2018H1" : "2024H1" };
  const current = await smallRecords(duck, records, about);
  const last = previous && (await smallRecords(duck, previous, about));
  const all = rulesOf(protocol);
  const rules = only ? { ...all, rules: all.rules.filter((it) => only.includes(it.id)) } : all;
  const report = await makeKwaliteitsrapport(current, last, { rules, memberships });
  return new Map(report.results.map((it) => [it.rule.id, it]));
}

const casus = { casusnummer: "C1", gemeente: inside, datum_start: "2024-02-01" };
const melding = {
  meldingnummer: "M1",
  casusnummer: "C1",
  datum: "2024-02-01",
  aard: ["03"],
  duur: "03",
  rol: "17",
  organisatie: "09",
};
const persoon = { casusnummer: "C1", persoon: person(1), geboortejaar: 1980, geslacht: "V" };
const beoordeling = { beoordelingnummer: "B1", meldingnummer: "M1", datum: "2024-02-03", besluit: "01" };
const onderzoek = { dienstnummer: "D1", casusnummer: "C1", soort: "01", datum_start: "2024-02-05" };
const overdracht = { overdrachtnummer: "O1", casusnummer: "C1", datum: "2024-03-01", organisatie: "01" };
const advies = {
  adviesnummer: "A1",
  datum_start: "2024-03-01",
  aard: ["01"],
  duur: "01",
  rol: "01",
  organisatie: "88",
  gemeente: inside,
};
/** Nothing in it is odd. */
const sound: SmallRecords = {
  advies: [advies],
  casus: [casus],
  persoon: [persoon],
  melding: [melding],
  beoordeling: [beoordeling],
  dienst: [onderzoek],
  overdracht: [overdracht],
};
const add = (base: SmallRecords, type: string, ...records: SmallRecord[]): SmallRecords => ({
  ...base,
  [type]: [...(base[type] ?? []), ...records],
});
const other = (type: string, ...records: SmallRecord[]): SmallRecords => ({ ...sound, [type]: records });

/** For each rule, a delivery that it finds: the rule, the delivery, and how many records. */
const found: [rule: string, records: SmallRecords, hits: number][] = [
  ["advice-ends-before-start", add(sound, "advies", { ...advies, adviesnummer: "A2", datum_einde: "2024-02-28" }), 1],
  ["advice-outside-region", other("advies", { ...advies, gemeente: outside }), 1],
  ["advice-role-and-organisation", other("advies", { ...advies, organisatie: "09" }), 1],
  ["advice-professional-without-organisation", other("advies", { ...advies, rol: "13" }), 1],
  ["case-ends-before-start", other("casus", { ...casus, datum_einde: "2024-01-31" }), 1],
  ["case-outside-region", other("casus", { ...casus, gemeente: outside }), 1],
  ["case-without-persons", other("persoon"), 1],
  ["case-without-anything", add(sound, "casus", { ...casus, casusnummer: "C2" }), 1],
  ["same-person-twice", add(sound, "persoon", persoon), 2],
  ["born-after-report", other("persoon", { ...persoon, geboortejaar: 2025 }), 1],
  ["very-old-person", other("persoon", { ...persoon, geboortejaar: 1914 }), 1],
  ["report-before-case", other("casus", { ...casus, datum_start: "2024-02-02" }), 1],
  ["report-after-case", other("casus", { ...casus, datum_start: "2023-01-01", datum_einde: "2024-01-31" }), 1],
  ["report-role-and-organisation", other("melding", { ...melding, rol: "01" }), 1],
  ["report-police-officer-elsewhere", other("melding", { ...melding, organisatie: "06" }), 1],
  ["report-child-maltreatment-adults-only", other("melding", { ...melding, aard: ["01", "03"] }), 1],
  ["report-elder-abuse-nobody-65", other("melding", { ...melding, aard: ["04"] }), 1],
  ["report-not-assessed", other("beoordeling"), 1],
  ["assessment-before-report", other("beoordeling", { ...beoordeling, datum: "2024-01-31" }), 1],
  ["assessed-twice", add(sound, "beoordeling", { ...beoordeling, beoordelingnummer: "B2" }), 2],
  ["acute-without-next-steps", other("beoordeling", { ...beoordeling, besluit: "03", acuut: true }), 1],
  ["transfer-decided-not-delivered", { ...other("overdracht"), beoordeling: [{ ...beoordeling, besluit: "02" }] }, 1],
  ["service-ends-before-start", other("dienst", { ...onderzoek, datum_einde: "2024-02-04", voortijdig: true }), 1],
  ["service-before-case", other("dienst", { ...onderzoek, datum_start: "2024-01-31" }), 1],
  ["investigation-starts-late", other("dienst", { ...onderzoek, datum_start: "2024-02-07" }), 1],
  ["investigation-takes-long", other("dienst", { ...onderzoek, datum_einde: "2024-04-16", voortijdig: true }), 1],
  [
    "ended-early-with-outcome",
    other("dienst", { ...onderzoek, datum_einde: "2024-03-01", voortijdig: true, uitkomst: ["11"] }),
    1,
  ],
  ["ended-without-outcome", other("dienst", { ...onderzoek, datum_einde: "2024-03-01", voortijdig: false }), 1],
  ["outcome-before-end", other("dienst", { ...onderzoek, uitkomst: ["11"] }), 1],
  ["outcomes-contradict", other("dienst", { ...onderzoek, datum_einde: "2024-03-01", uitkomst: ["11", "13"] }), 1],
  ["transfer-before-case", other("overdracht", { ...overdracht, datum: "2024-01-31" }), 1],
];

describe("rules of protocol 2.0", () => {
  test("find nothing in a sound delivery", async () => {
    for (const [id, result] of await check("vt-2.0", sound)) expect(result.hits, id).toBe(0);
  });

  test.each(found)("%s", async (id, records, hits) => {
    const result = (await check("vt-2.0", records, undefined, [id])).get(id);
    expect(result?.hits).toBe(hits);
    expect(result?.first).toHaveLength(hits);
  });

  test("are all tried above or below", () => {
    const tried = new Set([...found.map(([id]) => id), "volume-changed", "more-unknown"]);
    expect(
      rulesOf("vt-2.0")
        .rules.map((it) => it.id)
        .filter((id) => !tried.has(id)),
    ).toEqual([]);
  });
});

const unknownPerson = add(sound, "persoon", { ...persoon, persoon: null, geboortejaar: null });
const fifthDay = { ...onderzoek, datum_start: "2024-02-06", datum_einde: "2024-04-16", voortijdig: true };
const right: [what: string, rule: string, records: SmallRecords][] = [
  [
    "an unborn or unknown person may be the child",
    "report-child-maltreatment-adults-only",
    { ...unknownPerson, melding: [{ ...melding, aard: ["01"] }] },
  ],
  [
    "an unknown person may be the older one",
    "report-elder-abuse-nobody-65",
    { ...unknownPerson, melding: [{ ...melding, aard: ["04"] }] },
  ],
  ["a person without a year of birth is not born too late", "born-after-report", unknownPerson],
  [
    "two persons without a number are not the same person",
    "same-person-twice",
    add(unknownPerson, "persoon", { ...persoon, persoon: null }),
  ],
  [
    "the same person can be in two cases",
    "same-person-twice",
    add(sound, "persoon", { ...persoon, casusnummer: "C2" }),
  ],
  [
    "a child can be born between two reports",
    "born-after-report",
    {
      ...add(sound, "melding", { ...melding, meldingnummer: "M2", datum: "2023-12-31" }),
      persoon: [{ ...persoon, geboortejaar: 2024 }],
    },
  ],
  ["an investigation may begin on the fifth day", "investigation-starts-late", other("dienst", fifthDay)],
  ["an investigation may take ten weeks", "investigation-takes-long", other("dienst", fifthDay)],
  [
    "a report of the last week needn't be assessed yet",
    "report-not-assessed",
    add(sound, "melding", { ...melding, meldingnummer: "M2", datum: "2024-06-24" }),
  ],
];

test.each(right)("%s", async (_what, id, records) => {
  expect((await check("vt-2.0", records, undefined, [id])).get(id)?.hits).toBe(0);
});

describe("what a rule finds", () => {
  test("is named by record number and the sender's own number, the first fifty, in order", async () => {
    const many = Array.from({ length: 80 }, (_, i) => ({ ...advies, adviesnummer: `A${i + 1}`, organisatie: "09" }));
    const result = (
      await check("vt-2.0", other("advies", advies, ...many), undefined, ["advice-role-and-organisation"])
    ).get("advice-role-and-organisation");
    expect(result?.hits).toBe(80);
    expect(result?.records).toBe(81);
    expect(result?.first).toHaveLength(50);
    expect(result?.first[0]).toEqual({ record: 2, key: "A1" });
    expect(result?.first.map((it) => it.record)).toEqual(Array.from({ length: 50 }, (_, i) => i + 2));
  });

  test("names no person and no year of birth", async () => {
    const results = await check("vt-2.0", add(sound, "persoon", persoon, { ...persoon, geboortejaar: 1901 }));
    const text = JSON.stringify([...results.values()]);
    expect(results.get("very-old-person")?.first).toEqual([{ record: 3, key: "C1" }]);
    for (const secret of [person(1), "1980", "1901"]) expect(text).not.toContain(secret);
  });

  test("in a year without a list of municipalities is not said", async () => {
    const current = await smallRecords(duck, other("casus", { ...casus, gemeente: outside }), { period: "2031H1" });
    const report = await makeKwaliteitsrapport(current, undefined, { rules: rulesOf("vt-2.0"), memberships });
    const result = report.results.find((it) => it.rule.id === "case-outside-region");
    expect(result?.hits).toBe(0);
    expect(result?.skipped).toContain("Van dit jaar is niet bekend");
  });
});

describe("beside the last delivery", () => {
  const advices = (n: number, unknown = 0): SmallRecords =>
    other(
      "advies",
      ...Array.from({ length: n }, (_, i) => ({
        ...advies,
        adviesnummer: `A${i}`,
        gemeente: i < unknown ? null : inside,
      })),
    );

  test("a change of more than a quarter is found, and up to a quarter is not", async () => {
    const more = (await check("vt-2.0", advices(126), advices(100), ["volume-changed"])).get("volume-changed");
    expect(more?.found).toEqual(["Adviezen: van 100 naar 126 (+26,0 %)"]);
    expect((await check("vt-2.0", advices(125), advices(100), ["volume-changed"])).get("volume-changed")?.hits).toBe(0);
    expect((await check("vt-2.0", advices(70), advices(100), ["volume-changed"])).get("volume-changed")?.found).toEqual(
      ["Adviezen: van 100 naar 70 (−30,0 %)"],
    );
  });

  test("a type of record that is gone, or new, is found", async () => {
    expect((await check("vt-2.0", advices(0), advices(40), ["volume-changed"])).get("volume-changed")?.found).toEqual([
      "Adviezen: van 40 naar 0 (−100,0 %)",
    ]);
    expect((await check("vt-2.0", advices(40), advices(0), ["volume-changed"])).get("volume-changed")?.found).toEqual([
      "Adviezen: van 0 naar 40",
    ]);
  });

  test("a field that is known less often is found", async () => {
    const result = (await check("vt-2.0", advices(100, 16), advices(100, 10), ["more-unknown"])).get("more-unknown");
    expect(result?.found).toEqual(["Adviezen, Gemeente: van 10,0 % naar 16,0 % niet bekend"]);
    expect(
      (await check("vt-2.0", advices(100, 15), advices(100, 10), ["more-unknown"])).get("more-unknown")?.hits,
    ).toBe(0);
  });

  test("without one, these rules say that they were not checked", async () => {
    const results = await check("vt-2.0", advices(100, 50));
    for (const id of ["volume-changed", "more-unknown"])
      expect(results.get(id)).toMatchObject({ hits: 0, skipped: "Er is geen vorige levering om mee te vergelijken." });
  });

  test("an assessment of a report in the last delivery is compared with that report", async () => {
    const early = other("beoordeling", { ...beoordeling, meldingnummer: "M9", datum: "2024-01-02" });
    const last = other("melding", { ...melding, meldingnummer: "M9", datum: "2024-01-03" });
    expect(
      (await check("vt-2.0", early, last, ["assessment-before-report"])).get("assessment-before-report")?.hits,
    ).toBe(1);
    expect(
      (await check("vt-2.0", early, undefined, ["assessment-before-report"])).get("assessment-before-report")?.hits,
    ).toBe(0);
  });
});

describe("rules of the protocol of 2015", () => {
  const report = {
    meldingnummer: "ML1",
    aanleiding: ["01"],
    aard: ["01"],
    datum: "2018-02-01",
    hoedanigheid: "01",
    vervolg: "01",
    onderzoeksnummer: "OZ1",
  };
  const inquiry = {
    onderzoeksnummer: "OZ1",
    aanleiding: ["01"],
    datum_start: "2018-02-05",
    datum_einde: "2018-04-01",
    uitkomst: ["03"],
    aard: ["01"],
    vervolg: ["01"],
  };
  const involved = { nummer: "ML1", persoon: person(1), geboortejaar: 1980, geslacht: "V" };
  const sound2015: SmallRecords = {
    melding: [report],
    onderzoek: [inquiry],
    betrokkene: [involved, { ...involved, nummer: "OZ1" }],
  };
  const change = (type: string, ...records: SmallRecord[]): SmallRecords => ({ ...sound2015, [type]: records });
  const track = { ...report, vervolg: "02", onderzoeksnummer: null };
  const inquiryPerson = { ...involved, nummer: "OZ1" };
  const found2015: [rule: string, records: SmallRecords, hits: number][] = [
    [
      "follow-up-ends-before-start",
      change("melding", { ...track, datum_start_vervolg: "2018-03-02", datum_einde: "2018-03-01" }),
      1,
    ],
    [
      "follow-up-before-report",
      change("melding", { ...track, datum_start_vervolg: "2018-01-31", datum_einde: "2018-03-01" }),
      1,
    ],
    ["investigation-not-delivered", change("onderzoek"), 1],
    ["investigation-starts-late", change("onderzoek", { ...inquiry, datum_start: "2018-02-07" }), 1],
    ["investigation-before-report", change("onderzoek", { ...inquiry, datum_start: "2018-01-31" }), 1],
    ["report-child-nature-adults-only", change("melding", { ...report, aard: ["01", "08"] }), 1],
    ["report-elder-abuse-nobody-65", change("melding", { ...report, aanleiding: ["03"] }), 1],
    ["report-without-persons", change("betrokkene", inquiryPerson), 1],
    ["investigation-without-persons", change("betrokkene", involved), 1],
    ["investigation-ends-before-start", change("onderzoek", { ...inquiry, datum_einde: "2018-02-04" }), 1],
    ["investigation-takes-long", change("onderzoek", { ...inquiry, datum_einde: "2018-04-17" }), 1],
    ["investigation-child-nature-adults-only", change("onderzoek", { ...inquiry, aard: ["09"] }), 1],
    ["outcomes-contradict", change("onderzoek", { ...inquiry, uitkomst: ["04", "06"] }), 1],
    ["confirmed-without-nature", change("onderzoek", { ...inquiry, aard: [] }), 1],
    ["same-person-twice", change("betrokkene", involved, involved, inquiryPerson), 2],
    ["born-after-report", change("betrokkene", { ...involved, geboortejaar: 2019 }, inquiryPerson), 1],
    ["born-after-investigation", change("betrokkene", involved, { ...inquiryPerson, geboortejaar: 2019 }), 1],
    ["very-old-person", change("betrokkene", { ...involved, geboortejaar: 1900 }, inquiryPerson), 1],
  ];

  test("find nothing in a sound delivery", async () => {
    for (const [id, result] of await check("vt-2015", sound2015)) expect(result.hits, id).toBe(0);
  });

  test.each(found2015)("%s", async (id, records, hits) => {
    expect((await check("vt-2015", records, undefined, [id])).get(id)?.hits).toBe(hits);
  });

  test("are all tried", () => {
    const tried = new Set([...found2015.map(([id]) => id), "volume-changed", "more-unknown"]);
    expect(
      rulesOf("vt-2015")
        .rules.map((it) => it.id)
        .filter((id) => !tried.has(id)),
    ).toEqual([]);
  });

  test("a report may point to an investigation of the last delivery", async () => {
    const results = await check("vt-2015", change("onderzoek"), sound2015);
    expect(results.get("investigation-not-delivered")?.hits).toBe(0);
  });
});
