import { describe, expect, test } from "vitest";
import type { Derived } from "../../src/derive/counts.ts";
import type { ToDerive } from "../../src/derive/derive.ts";
import { Bench, onlyRegions } from "./counting-rules.ts";
import { person, type RecordOf, type Records } from "./write-delivery.ts";

/** Deliveries small enough to count by hand; above each test stands what a person counts. */

let next = 0;
const number = (letter: string): string => `${letter}${String(++next).padStart(4, "0")}`;
const advies = (datum_start: string, more: RecordOf = {}): RecordOf => ({
  adviesnummer: number("A"),
  datum_start,
  gemeente: "GM0202",
  aard: ["01"],
  duur: "01",
  rol: "01",
  organisatie: "88",
  ...more,
});
const casus = (casusnummer: string, gemeente: string | null = "GM0202", more: RecordOf = {}): RecordOf => ({
  casusnummer,
  gemeente,
  datum_start: "2019-01-01",
  ...more,
});
const melding = (casusnummer: string, datum: string, more: RecordOf = {}): RecordOf => ({
  meldingnummer: number("M"),
  casusnummer,
  datum,
  aard: ["01"],
  duur: "02",
  rol: "17",
  organisatie: "09",
  ...more,
});
const beoordeling = (meldingnummer: string, datum: string, more: RecordOf = {}): RecordOf => ({
  beoordelingnummer: number("B"),
  meldingnummer,
  datum,
  besluit: "02",
  ...more,
});
const dienst = (casusnummer: string, datum_einde: string | null, more: RecordOf = {}): RecordOf => ({
  dienstnummer: number("D"),
  casusnummer,
  soort: "01",
  datum_start: "2024-01-02",
  datum_einde,
  ...more,
});
const overdracht = (casusnummer: string, datum: string, organisatie: string, more: RecordOf = {}): RecordOf => ({
  overdrachtnummer: number("O"),
  casusnummer,
  datum,
  organisatie,
  ...more,
});
const persoon = (casusnummer: string, n: number | null): RecordOf => ({
  casusnummer,
  persoon: n === null ? null : person(n),
  geslacht: "O",
});

const midden = { catalogue: onlyRegions("VT05") };
async function counted(
  delivered: Readonly<Record<string, Records>>,
  more: Partial<ToDerive> = midden,
): Promise<(key: string) => string> {
  await using bench = new Bench();
  return reader(await bench.derived(delivered, more));
}
/** `melding safety=acute VT05 2024H1` → `3 of 2 cases`, `0` or `not delivered`. */
const reader =
  (derived: Derived) =>
  (key: string): string => {
    const [table = "", ...rest] = key.split(" ");
    const [period, area, category = ""] = rest.reverse();
    if (derived.incomplete.some((it) => it.area === area && it.period === period)) return "not delivered";
    const its = derived.tables.find((it) => it.id === table);
    if (!its) throw new Error(`no table ${table}`);
    const found = its.counts.filter((it) => it.category === category && it.area === area && it.period === period);
    if (found.length > 1) throw new Error(`${key} is there ${found.length} times`);
    const [it] = found;
    return it === undefined ? "0" : it.cases === undefined ? String(it.count) : `${it.count} of ${it.cases} cases`;
  };

describe("when and where a record counts", () => {
  // first half: 2 advices (1 January, 30 June). second half: 3 (1 July, and 31 December twice). year: 5.
  test("a half-year begins and ends at midnight, and a year is counted from records", async () => {
    const at = await counted({
      "VT05 2024H1": { advies: [advies("2024-01-01"), advies("2024-06-30")] },
      "VT05 2024H2": { advies: [advies("2024-07-01"), advies("2024-12-31"), advies("2024-12-31")] },
    });
    expect(["2024H1", "2024H2", "2024"].map((it) => at(`advies NL01 ${it}`))).toEqual(["2", "3", "5"]);
  });

  // 5 advices in VT05: 2 in Arnhem, 1 in Barneveld, 1 unknown, 1 in Amsterdam, which is another region's.
  test("an unknown municipality, or another region's, counts in region and nation only", async () => {
    const towns = ["GM0202", "GM0202", "GM0203", null, "GM0363"];
    const at = await counted({
      "VT05 2024H1": { advies: towns.map((gemeente) => advies("2024-03-01", { gemeente })) },
    });
    expect(["NL01", "VT05", "GM0202", "GM0203", "GM0363"].map((it) => at(`advies ${it} 2024H1`))).toEqual([
      "5",
      "5",
      "2",
      "1",
      "0",
    ]);
    expect(["PV25", "LD02"].map((it) => at(`advies ${it} 2024H1`))).toEqual(["3", "3"]);
  });

  // Appingedam became part of Eemsdelta on 1 January 2021. 2020: 1 in Appingedam. 2021: 1 in Eemsdelta, and 1 with the old code: unknown.
  test("a municipality that has merged away is unknown from then on", async () => {
    const at = await counted(
      {
        "VT08 2020H2": { advies: [advies("2020-12-31", { gemeente: "GM0003" })] },
        "VT08 2021H1": { advies: ["GM1979", "GM0003"].map((gemeente) => advies("2021-01-01", { gemeente })) },
      },
      { catalogue: onlyRegions("VT08") },
    );
    expect(["GM0003 2020H2", "GM0003 2021H1", "GM1979 2021H1"].map((it) => at(`advies ${it}`))).toEqual([
      "1",
      "0",
      "1",
    ]);
    expect(["VT08 2020H2", "VT08 2021H1", "PV20 2021H1"].map((it) => at(`advies ${it}`))).toEqual(["1", "2", "1"]);
  });

  // 2022H2: VT16 has 1, VT26 has 2. 2023H1: VT27, made of both, has 4, of which 1 in Eindhoven (GM0772), before in VT26.
  test("26 regions become 25: each period has its own", async () => {
    const advices = (n: number, day: string, gemeente: string | null = null) =>
      Array.from({ length: n }, () => advies(day, { gemeente }));
    const at = await counted(
      {
        "VT16 2022H2": { advies: advices(1, "2022-12-31") },
        "VT26 2022H2": { advies: advices(2, "2022-12-31", "GM0772") },
        "VT27 2023H1": { advies: [...advices(3, "2023-01-01"), ...advices(1, "2023-01-01", "GM0772")] },
      },
      { catalogue: onlyRegions("VT16", "VT26", "VT27") },
    );
    expect(["VT16", "VT26", "VT27", "NL01", "GM0772"].map((it) => at(`advies ${it} 2022H2`))).toEqual([
      "1",
      "2",
      "0",
      "3",
      "2",
    ]);
    expect(["VT16", "VT26", "VT27", "NL01", "GM0772"].map((it) => at(`advies ${it} 2023H1`))).toEqual([
      "0",
      "0",
      "4",
      "4",
      "1",
    ]);
    expect(at("advies NL01 2023")).toBe("not delivered");
  });

  // Gelderland has three regions; VT06 did not deliver. VT05 has its 1, and so have its municipalities; the province has no count.
  test("where a region did not deliver, province and nation have no count, and other regions do", async () => {
    const at = await counted(
      { "VT05 2024H1": { advies: [advies("2024-02-02")] }, "VT14 2024H1": {} },
      { catalogue: onlyRegions("VT05", "VT06", "VT14") },
    );
    expect(["NL01", "LD02", "PV25", "VT06", "GM0268"].map((it) => at(`advies ${it} 2024H1`))).toEqual(
      Array(5).fill("not delivered"),
    );
    expect(["VT05", "GM0202", "VT14"].map((it) => at(`advies ${it} 2024H1`))).toEqual(["1", "1", "0"]);
    expect(at("advies VT05 2024")).toBe("not delivered");
  });
});

describe("reports", () => {
  // report 1: child and partner; 2: partner; 3: unknown. child 1, partner 2, unknown 1, all 3. Duration and reporter: once each.
  test("several answers count in each category, and in the total once", async () => {
    const at = await counted({
      "VT05 2024H1": {
        casus: [casus("C1"), casus("C2")],
        melding: [
          melding("C1", "2024-02-01", { aard: ["01", "03"], aanvullend: ["01", "09"] }),
          melding("C1", "2024-02-02", { aard: ["03"], rol: "01", organisatie: "09" }),
          melding("C2", "2024-02-03", { aard: ["99"], rol: "99", organisatie: "99" }),
        ],
      },
    });
    const first = (category: string): string => at(`melding ${category} VT05 2024H1`);
    expect(at("melding VT05 2024H1")).toBe("3 of 2 cases");
    expect(first("violence-type=child-maltreatment")).toBe("1 of 1 cases");
    expect(first("violence-type=partner-violence")).toBe("2 of 1 cases");
    expect(first("violence-type=unknown")).toBe("1 of 1 cases");
    expect(first("additional-information=human-trafficking")).toBe("1 of 1 cases");
    // A citizen is one whatever the organisation says.
    expect(["police", "citizen", "unknown"].map((it) => first(`reporter-type=${it}`))).toEqual(
      Array(3).fill("1 of 1 cases"),
    );
    expect(first("role-or-organisation=organisation-police")).toBe("2 of 1 cases");
    expect(first("role-or-organisation=professional")).toBe("1 of 1 cases");
  });

  // 6 reports. assessed: 1 acute, 1 structural, 1 both, 1 neither, 1 with empty flags; 1 not assessed.
  // acute 2, structural 2, one or both 3; denominator 6 (or 5 without the one that isn't assessed).
  test("acute and structural overlap, empty is no, and what is not assessed stays in the denominator", async () => {
    const flags: RecordOf[] = [
      { acuut: true, structureel: false },
      { acuut: false, structureel: true },
      { acuut: true, structureel: true },
      { acuut: false, structureel: false },
      {},
    ];
    const reports = [0, 1, 2, 3, 4, 5].map((it) => melding(`C${it}`, "2024-04-04", { meldingnummer: `R${it}` }));
    const delivered = {
      "VT05 2024H1": {
        casus: reports.map((it) => casus(String(it["casusnummer"]))),
        melding: reports,
        beoordeling: flags.map((it, i) => beoordeling(`R${i}`, "2024-04-06", it)),
      },
    };
    await using bench = new Bench();
    const derived = await bench.derived(delivered, midden);
    const at = reader(derived);
    const safety = ["acute", "structural", "acute-or-structural"].map((it) => at(`melding safety=${it} VT05 2024H1`));
    expect(safety).toEqual(["2 of 2 cases", "2 of 2 cases", "3 of 3 cases"]);
    expect(at("melding assessment-outcome=not-yet-assessed VT05 2024H1")).toBe("1 of 1 cases");
    expect(at("melding assessment-outcome=transfer VT05 2024H1")).toBe("5 of 5 cases");
    expect(at("melding[safety=acute] reporter-type=police VT05 2024H1")).toBe("2 of 2 cases");
    const share = derived.formulas.find((it) => it.indicator === "unsafe-reports-share");
    expect(share?.denominator).toEqual({ table: "melding", category: "" });
    expect(derived.tables.find((it) => it.id === "melding[safety=acute]")?.within).toEqual([
      { table: "melding", category: "safety=acute", same: true },
    ]);
  });

  // R1: assessed on 3 May (01) and 9 May (03): the last counts. R2: twice on 3 May, B2 goes before B1. R3: assessed in the next half-year.
  test("the last assessment on the reference date counts, whichever delivery it is in", async () => {
    const delivered = {
      "VT05 2024H1": {
        casus: [casus("C1")],
        melding: ["R1", "R2", "R3"].map((meldingnummer) => melding("C1", "2024-05-02", { meldingnummer })),
        beoordeling: [
          beoordeling("R1", "2024-05-09", { besluit: "03", beoordelingnummer: "B0" }),
          beoordeling("R1", "2024-05-03", { besluit: "01", beoordelingnummer: "B9" }),
          beoordeling("R2", "2024-05-03", { besluit: "04", beoordelingnummer: "B2" }),
          beoordeling("R2", "2024-05-03", { besluit: "01", beoordelingnummer: "B1" }),
        ],
      },
      "VT05 2024H2": { beoordeling: [beoordeling("R3", "2024-07-01", { besluit: "02" })] },
    };
    const outcomes = ["no-next-steps", "regional-approach", "transfer", "not-yet-assessed"];
    const now = await counted(delivered);
    expect(outcomes.map((it) => now(`melding assessment-outcome=${it} NL01 2024H1`))).toEqual([
      ...Array(3).fill("1 of 1 cases"),
      "0",
    ]);
    const then = await counted(delivered, { ...midden, reference: "2024-06-30" });
    expect(outcomes.map((it) => then(`melding assessment-outcome=${it} NL01 2024H1`))).toEqual([
      "1 of 1 cases",
      "1 of 1 cases",
      "0",
      "1 of 1 cases",
    ]);
  });
});

describe("cases", () => {
  // C1: reports in both halves; C2: two in the second. first half 1, second half 2, year 2 (not 3). By type: C2 has child and partner.
  test("count once in each half-year and once in the year", async () => {
    const at = await counted({
      "VT05 2024H1": { casus: [casus("C1")], melding: [melding("C1", "2024-06-30")] },
      "VT05 2024H2": {
        casus: [casus("C1"), casus("C2"), casus("C3")],
        melding: [
          melding("C1", "2024-07-01", { aard: ["04"] }),
          melding("C2", "2024-08-01"),
          melding("C2", "2024-08-01", { aard: ["03"] }),
        ],
      },
    });
    expect(["2024H1", "2024H2", "2024"].map((it) => at(`casus(melding) VT05 ${it}`))).toEqual([
      "1 of 1 cases",
      "2 of 2 cases",
      "2 of 2 cases",
    ]);
    expect(at("casus(melding) violence-type=child-maltreatment VT05 2024")).toBe("2 of 2 cases");
    expect(at("casus(melding) violence-type=child-maltreatment VT05 2024H2")).toBe("1 of 1 cases");
    expect(at("casus(melding) violence-type=partner-violence VT05 2024")).toBe("1 of 1 cases");
    expect(at("melding VT05 2024")).toBe("4 of 2 cases");
  });

  // C1 moves from Arnhem to Barneveld: its reports count in each, the case of the year in Barneveld alone.
  test("that move count in the municipality of their last report", async () => {
    const at = await counted({
      "VT05 2024H1": { casus: [casus("C1", "GM0202")], melding: [melding("C1", "2024-02-01")] },
      "VT05 2024H2": { casus: [casus("C1", "GM0203")], melding: [melding("C1", "2024-09-01")] },
    });
    expect(["GM0202", "GM0203", "PV25"].map((it) => at(`melding ${it} 2024`))).toEqual([
      "1 of 1 cases",
      "1 of 1 cases",
      "2 of 1 cases",
    ]);
    expect(["GM0202", "GM0203", "PV25"].map((it) => at(`casus(melding) ${it} 2024`))).toEqual([
      "0",
      "1 of 1 cases",
      "1 of 1 cases",
    ]);
  });

  // C1, acute: to the child protection board twice and to prosecution: 1 case each. C2: report in June, to the board in July: only in the year.
  // C3, not acute: to police, and reported to police. 4 transfers in the first half, 1 in the second.
  test("with several transfers count once for each organisation; report and transfer must be in one period", async () => {
    const at = await counted({
      "VT05 2024H1": {
        casus: ["C1", "C2", "C3"].map((it) => casus(it)),
        melding: [
          melding("C1", "2024-03-01", { meldingnummer: "R1" }),
          melding("C1", "2024-03-02"),
          melding("C2", "2024-06-30"),
          melding("C3", "2024-04-01"),
        ],
        beoordeling: [beoordeling("R1", "2024-03-03", { acuut: true })],
        overdracht: [
          overdracht("C1", "2024-04-01", "02"),
          overdracht("C1", "2024-05-01", "02"),
          overdracht("C1", "2024-05-01", "04"),
          overdracht("C3", "2024-05-01", "03", { melding_politie: true }),
        ],
      },
      "VT05 2024H2": { casus: [casus("C2")], overdracht: [overdracht("C2", "2024-07-01", "02")] },
    });
    const cases = (condition: string): string[] =>
      ["2024H1", "2024H2", "2024"].map((it) => at(`casus(melding)${condition} VT05 ${it}`));
    expect(cases("[overdracht.organisatie=02]")).toEqual(["1 of 1 cases", "0", "2 of 2 cases"]);
    expect(cases("[overdracht.organisatie=04][safety=acute]")).toEqual(["1 of 1 cases", "0", "1 of 1 cases"]);
    expect(cases("[overdracht.organisatie=03][safety=acute]")).toEqual(["0", "0", "0"]);
    expect(cases("[overdracht.melding_politie=true]")).toEqual(["1 of 1 cases", "0", "1 of 1 cases"]);
    expect(cases("[safety=acute]")).toEqual(["1 of 1 cases", "0", "1 of 1 cases"]);
    expect(at("overdracht VT05 2024H1")).toBe("4 of 2 cases");
  });
});

// D1: still going in the first half, ended on 5 July: counts in the second. D2: ended early, its outcome doesn't count. D3: not early, two outcomes.
// D4: no word on early: counts as not early. D5: conditions. Ended in first half: D2, D3, D4 (3), not early 2.
test("services count when they end; an investigation that ended early has no outcome", async () => {
  const at = await counted({
    "VT05 2024H1": {
      casus: [casus("C1"), casus("C2")],
      dienst: [
        dienst("C1", null, { dienstnummer: "D1" }),
        dienst("C1", "2024-05-05", { voortijdig: true, uitkomst: ["11"] }),
        dienst("C1", "2024-05-05", { voortijdig: false, uitkomst: ["11", "32"] }),
        dienst("C2", "2024-05-05", { uitkomst: ["13"], aard: ["01", "03"] }),
        dienst("C2", "2024-06-30", { soort: "02", aard: ["03"], aanvullend: ["01"] }),
      ],
    },
    "VT05 2024H2": {
      casus: [casus("C1")],
      dienst: [dienst("C1", "2024-07-05", { dienstnummer: "D1", uitkomst: ["33"] })],
    },
  });
  const first = (category: string): string => at(`dienst[soort=01] ${category}VT05 2024H1`);
  expect(first("")).toBe("3 of 2 cases");
  expect(first("investigation-outcome=not-ended-early ")).toBe("2 of 2 cases");
  expect(first("investigation-outcome=child-maltreatment-confirmed ")).toBe("1 of 1 cases");
  expect(first("investigation-outcome=partner-violence-not-confirmed ")).toBe("1 of 1 cases");
  expect(first("violence-type=partner-violence ")).toBe("1 of 1 cases");
  expect(at("dienst[soort=01] VT05 2024H2")).toBe("1 of 1 cases");
  expect(at("dienst[soort=01] VT05 2024")).toBe("4 of 2 cases");
  expect(at("dienst[soort=02] additional-information=human-trafficking VT05 2024H1")).toBe("1 of 1 cases");
});

describe("previous involvement", () => {
  const groups = async (
    records: Records,
    earlier: Readonly<Record<string, Records>> = {},
    period = "2024H1",
    region = "VT05",
  ) => {
    const catalogue = onlyRegions(...new Set([region, ...Object.keys(earlier).map((it) => it.split(" ")[0]!)]));
    await using bench = new Bench();
    const derived = await bench.derived({ ...earlier, [`${region} ${period}`]: records }, { catalogue });
    const reports = derived.tables.find((it) => it.id === "melding")!.counts;
    return Object.fromEntries(
      reports
        .filter((it) => it.area === region && it.period === period && it.category.startsWith("previous-involvement="))
        .map((it) => [it.category.split("=")[1]!, it.count]),
    );
  };

  // Five reports on one case. R1 first. R2 next day, R1 not assessed: during. R3 on the day of R2's assessment: still during.
  // R4 a day later, R3 assessed before: after. R5, monitored on its own day: during monitoring.
  test("follow-ups lie during the assessment, after it, or during monitoring", async () => {
    const days = ["2024-02-01", "2024-02-02", "2024-02-05", "2024-02-09", "2024-06-01"];
    const of = await groups({
      casus: [casus("C1")],
      persoon: [persoon("C1", 1)],
      melding: days.map((day, i) => melding("C1", day, { meldingnummer: `R${i + 1}` })),
      beoordeling: [beoordeling("R2", "2024-02-05"), beoordeling("R3", "2024-02-08"), beoordeling("R4", "2024-02-12")],
      monitoring: [{ monitoringnummer: "X1", casusnummer: "C1", datum: "2024-06-01" }],
    });
    expect(of).toEqual({
      "first-report": 1,
      "follow-up-report": 4,
      "follow-up-during-assessment": 2,
      "follow-up-after-assessment": 1,
      "follow-up-during-monitoring": 1,
    });
  });

  // A monitoring moment on the day of the report before belongs to what came before it.
  test("a monitoring moment counts after the day of the report before", async () => {
    const of = await groups({
      casus: [casus("C1")],
      persoon: [persoon("C1", 1)],
      melding: [melding("C1", "2024-02-01", { meldingnummer: "R1" }), melding("C1", "2024-03-01")],
      beoordeling: [beoordeling("R1", "2024-02-03")],
      monitoring: [{ monitoringnummer: "X1", casusnummer: "C1", datum: "2024-02-01" }],
    });
    expect(of).toMatchObject({ "follow-up-after-assessment": 1 });
  });

  // Two reports on one day: the one with the lower number is first, the other a follow-up, also if the case closed on that day.
  test("of two reports on one day the second is a follow-up", async () => {
    const of = await groups({
      casus: [casus("C1", "GM0202", { datum_einde: "2024-02-01" })],
      persoon: [persoon("C1", 1)],
      melding: [melding("C1", "2024-02-01"), melding("C1", "2024-02-01")],
    });
    expect(of).toEqual({ "first-report": 1, "follow-up-report": 1, "follow-up-during-assessment": 1 });
  });

  // Both closed on 10 March. C1 has a report on 10 March: it is open still, a follow-up. C2 on 11 March: a repeat, both its persons known.
  test("on the day that it closes a case is open, on the next it is not", async () => {
    const of = await groups({
      casus: ["C1", "C2"].map((it) => casus(it, "GM0202", { datum_einde: "2024-03-10" })),
      persoon: [persoon("C1", 5), persoon("C2", 1), persoon("C2", 2), persoon("C2", 2), persoon("C2", null)],
      melding: [
        melding("C1", "2024-02-01"),
        melding("C2", "2024-02-01"),
        melding("C1", "2024-03-10"),
        melding("C2", "2024-03-11"),
      ],
    });
    expect(of).toEqual({
      "first-report": 2,
      "follow-up-report": 1,
      "follow-up-during-assessment": 1,
      "repeat-report": 1,
      "repeat-several-known": 1,
    });
  });

  // Closed on 1 December, reopened, and delivered as open in the next half-year: the report of January comes after a closing.
  test("a case that was closed and reopened gives a repeat, and then follow-ups again", async () => {
    const of = await groups(
      {
        casus: [casus("C1")],
        persoon: [persoon("C1", 1)],
        melding: [melding("C1", "2024-01-10"), melding("C1", "2024-01-12")],
      },
      {
        "VT05 2023H2": {
          casus: [casus("C1", "GM0202", { datum_einde: "2023-12-01" })],
          persoon: [persoon("C1", 1)],
          melding: [melding("C1", "2023-11-01")],
        },
      },
    );
    expect(of).toMatchObject({ "repeat-one-known": 1, "follow-up-during-assessment": 1 });
  });

  // Persons 1 and 2 were in C1 on 1 February. C2 on that day with both: not earlier, first. C3 later with both: several. C4 with 2 and 9: one.
  // C5 with 9 only, known since C4: one. C6 with 8: first. C7 with nobody known by number: unclassified.
  test("repeats are known by their persons, from an earlier day", async () => {
    const who: [string, string, (number | null)[]][] = [
      ["C1", "2024-02-01", [1, 2]],
      ["C2", "2024-02-01", [1, 2]],
      ["C3", "2024-02-02", [1, 2, null]],
      ["C4", "2024-02-03", [2, 9]],
      ["C5", "2024-02-04", [9]],
      ["C6", "2024-02-05", [8]],
      ["C7", "2024-02-06", [null]],
    ];
    const of = await groups({
      casus: who.map(([it]) => casus(it)),
      persoon: who.flatMap(([it, , people]) => people.map((n) => persoon(it, n))),
      melding: who.map(([it, day]) => melding(it, day)),
    });
    expect(of).toEqual({
      "first-report": 3,
      "repeat-report": 3,
      "repeat-several-known": 1,
      "repeat-one-known": 2,
      unclassified: 1,
    });
  });

  // Five years before 1 March 2024 is 1 March 2019: person 1 is still known, person 2, of a day earlier, no longer.
  test("what was more than five years ago is forgotten", async () => {
    const of = await groups(
      {
        casus: [casus("C3"), casus("C4")],
        persoon: [persoon("C3", 1), persoon("C4", 2)],
        melding: [melding("C3", "2024-03-01"), melding("C4", "2024-03-01")],
      },
      {
        "VT05 2019H1": {
          casus: [casus("C1"), casus("C2")],
          persoon: [persoon("C1", 1), persoon("C2", 2)],
          melding: [melding("C1", "2019-03-01"), melding("C2", "2019-02-28")],
        },
      },
    );
    expect(of).toEqual({ "repeat-report": 1, "repeat-one-known": 1, "first-report": 1 });
  });

  // Person 1 was reported in 2019, 2021 and 2024, person 2 in 2019 and 2024 only.
  test("who was reported long ago is known by a report since then, and by nothing else", async () => {
    const of = await groups(
      {
        casus: [casus("C4"), casus("C5")],
        persoon: [persoon("C4", 1), persoon("C5", 2)],
        melding: [melding("C4", "2024-03-01"), melding("C5", "2024-03-01")],
      },
      {
        "VT05 2019H1": {
          casus: [casus("C1"), casus("C2")],
          persoon: [persoon("C1", 1), persoon("C2", 2)],
          melding: [melding("C1", "2019-01-15"), melding("C2", "2019-01-15")],
        },
        "VT05 2021H1": {
          casus: [casus("C3")],
          persoon: [persoon("C3", 1)],
          melding: [melding("C3", "2021-03-01")],
        },
      },
    );
    expect(of).toEqual({ "repeat-report": 1, "repeat-one-known": 1, "first-report": 1 });
  });

  // VT26 went into VT27: what it knew is known there. VT05 is another organisation.
  test.each([
    ["VT26", "repeat-report"],
    ["VT15", "first-report"],
  ])("what %s knew makes a report in VT27 a %s", async (region, group) => {
    const one = (day: string): Records => ({
      casus: [casus("C1", null)],
      persoon: [persoon("C1", 1)],
      melding: [melding("C1", day)],
    });
    expect(
      await groups(one("2023-01-02"), { [`${region} 2022H2`]: one("2022-12-31") }, "2023H1", "VT27"),
    ).toMatchObject({ [group]: 1 });
  });
});

describe("deliveries", () => {
  test("of an older protocol are skipped, and said to be", async () => {
    await using bench = new Bench();
    const [one] = await bench.write({ "VT05 2024H1": { advies: [advies("2024-02-02")] } });
    const old = { ...one!, id: "VT05-2018H2-1", period: "2018H2", protocol: "vt-2015" };
    const found = await bench.outcome([one!, old], midden);
    expect(found).toMatchObject({
      ok: true,
      value: { periods: ["2024H1", "2024"], skipped: [{ delivery: "VT05-2018H2-1" }] },
    });
    expect(await bench.outcome([old], midden)).toMatchObject({
      ok: false,
      problems: [{ what: expect.stringMatching(/no delivery of protocol vt-2.0/) }],
    });
  });

  test("twice about one period, of a region that isn't there, or of a year without municipalities, are refused", async () => {
    await using bench = new Bench();
    const [one] = await bench.write({ "VT05 2024H1": {} });
    const what = async (...more: Partial<typeof one>[]): Promise<unknown> => {
      const found = await bench.outcome(
        more.map((it) => ({ ...one!, ...it })),
        {},
      );
      return found.ok ? [] : found.problems.map((it) => it.what);
    };
    expect(await what({}, { id: "VT05-2024H1-2" })).toEqual(["VT05-2024H1-1 is about the same sender and period."]);
    expect(await what({ region: "VT16" })).toEqual(["VT16 is no region in 2024H1."]);
    expect(await what({ period: "2031H1" })).toEqual(["Which municipality belongs where in 2031 is not known."]);
    expect(await what({ period: "2024" })).toEqual(["2024 is no half-year."]);
  });

  test("come out in one order, in whatever order they go in", async () => {
    await using bench = new Bench();
    const all = await bench.write({
      "VT05 2024H1": { casus: [casus("C1")], melding: [melding("C1", "2024-02-02"), melding("C1", "2024-03-02")] },
      "VT05 2024H2": { advies: [advies("2024-08-08"), advies("2024-08-09", { gemeente: "GM0203" })] },
    });
    const once = await bench.outcome(all, midden);
    expect(once.ok).toBe(true);
    expect(JSON.stringify(await bench.outcome(all.toReversed(), midden))).toBe(JSON.stringify(once));
  });
});
