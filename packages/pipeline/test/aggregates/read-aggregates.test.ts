import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readAggregates } from "../../src/aggregates/read-aggregates.ts";
import { contractedSources, readContract } from "../../src/aggregates/read-contract.ts";
import { writeAggregates } from "../../src/aggregates/write-aggregates.ts";
import { realFiles } from "../../src/import-cbs/files.ts";
import { readFigures } from "../../src/read-figures.ts";
import { root } from "../built-edition.ts";
import { catalogue, contractOf, csv, deliver, dropFolder, facts, type Drop, type Row } from "./contracts.ts";

let drop: Drop;
beforeAll(() => {
  drop = dropFolder();
});
afterAll(() => drop.clean());

const faultsOf = (source: string, ...rows: Row[]): string[] => {
  const read = deliver(drop, source, rows);
  return read.ok ? [] : read.problems.map((it) => `${it.line} ${it.what} ${it.mend}`);
};
const fact = (source: string): Row => facts[source] ?? {};
/** What is wrong with the sound fact of a source after a change. */
const changed = (source: string, change: Row): string[] => faultsOf(source, { ...fact(source), ...change });

test("every source with a contract has a delivery here, and every source but Veilig Thuis has a contract", () => {
  expect(Object.keys(facts).sort()).toEqual(contractedSources(root));
  const others = catalogue.sources.map((it) => it.id as string).filter((it) => it !== "veilig-thuis");
  expect(contractedSources(root)).toEqual(others.sort());
});

describe.each(Object.keys(facts))("a delivery of %s", (source) => {
  test("is accepted, and reads back as figures of the monitor", () => {
    const read = deliver(drop, source, [fact(source)]);
    expect(read.ok ? [] : read.problems).toEqual([]);
    if (!read.ok) return;
    const data = join(drop.folder, source);
    const { file, rows } = writeAggregates(data, read.value);
    expect(rows).toBe(1);
    const figures = readFigures(drop.folder, catalogue, join(data, "imported"));
    const added = figures.ok ? figures.value.filter((it) => it.row.startsWith("imported/")) : [];
    expect(added).toHaveLength(1);
    expect(file).toBe(join(data, "imported", `${source}-${fact(source).edition}.csv`));
    expect(`${added[0]?.indicator}/${added[0]?.measure}`).toBe(fact(source).measure);
    expect(added[0]?.reading).toMatchObject({ published: fact(source).edition, primary: true });
  });
});

describe("a figure carries", () => {
  const cellOf = (source: string, change: Row = {}): unknown => {
    const read = deliver(drop, source, [{ ...fact(source), ...change }]);
    if (!read.ok) return read.problems;
    const data = join(drop.folder, "cells");
    realFiles.remove(data);
    writeAggregates(data, read.value);
    const figures = readFigures(drop.folder, catalogue, join(data, "imported"));
    const added = figures.ok ? figures.value.find((it) => it.row.startsWith("imported/")) : undefined;
    return added && { ...added.cell, period: added.period, area: added.area, breakdown: added.breakdown };
  };

  test("its limits, its n, and that it is an estimate after a break", () => {
    expect(cellOf("prevalence-monitor")).toEqual({
      value: 9,
      lower: 8,
      upper: 10,
      n: 23000,
      marks: ["estimate", "rounded", "break"],
      period: "2024",
      area: "NL01",
      breakdown: {},
    });
  });

  test("two limits alone, where the source gives no middle", () => {
    expect(cellOf("prevalence-programme")).toMatchObject({ range: { lower: 90000, upper: 127000 } });
  });

  test("the years of the study for a wave, and the wave as a category", () => {
    expect(cellOf("cohort-studies")).toMatchObject({
      period: "2021/2023",
      breakdown: { cohort: "third", wave: "one-year" },
      n: 576,
    });
  });

  test("why it is absent, or zero where there were none at all", () => {
    expect(cellOf("police", { value: "", valueState: "suppressed" })).toMatchObject({ absent: "suppressed" });
    expect(cellOf("police", { value: "", valueState: "missing" })).toMatchObject({ absent: "not-delivered" });
    expect(cellOf("police", { value: "", valueState: "not_applicable" })).toMatchObject({ absent: "not-applicable" });
    expect(cellOf("police", { value: "", valueState: "nil" })).toMatchObject({ value: 0 });
    expect(cellOf("police", { value: "0" })).toMatchObject({ value: 0 });
  });

  test("how final it is", () => {
    expect(cellOf("police")).toMatchObject({ marks: ["provisional"] });
    expect(cellOf("police", { status: "revised" })).toMatchObject({ marks: ["revised-provisional"] });
    expect(cellOf("police", { status: "final" })).toMatchObject({ marks: [] });
  });

  test("a change below zero, for an indicator that is a change", () => {
    const change = { measure: "incidents-change-first-year/percent", value: "-46", wave: "one-year" };
    expect(cellOf("cohort-studies", change)).toMatchObject({ value: -46 });
  });
});

const refused: [why: string, source: string, change: Row, says: string][] = [
  [
    "a half-year of a survey",
    "prevalence-monitor",
    { period: "2024H1" },
    "period: prevalence-monitor has no figures of dv-victims by half-year. Deliver by year.",
  ],
  [
    "a region of a source that counts for the nation",
    "public-prosecution",
    { region: "VT10" },
    "region: public-prosecution has no figures of om-inflow for level vt-region. Deliver for: nation.",
  ],
  [
    "a youth region as a Veilig Thuis region",
    "child-protection-board",
    { region: "VT10" },
    "region: child-protection-board has no figures",
  ],
  ["limits without a value", "prevalence-monitor", { value: "" }, "value: There are limits without a value."],
  [
    "a value without the limits it needs",
    "prevalence-monitor",
    { lower: "", upper: "" },
    "lower: A value of prevalence-monitor needs its limits.",
  ],
  ["one limit", "prevalence-monitor", { upper: "" }, "upper".replace("upper", "upper: Only one limit is there.")],
  ["limits of a source that has none", "police", { lower: "1500", upper: "1520" }, "lower: police delivers no limits."],
  [
    "limits the wrong way round",
    "prevalence-monitor",
    { lower: "10", upper: "8" },
    "lower: The lower limit 10 is above the upper limit 8.",
  ],
  ["a value outside its limits", "prevalence-monitor", { value: "12" }, "value: 12 lies outside 8 to 10."],
  ["a percentage without n", "recidivism", { n: "" }, "n: percent needs n"],
  [
    "a mean without n",
    "cohort-studies",
    { measure: "parenting-stress/mean", unit: "score", precision: "dec1", n: "" },
    "n: mean needs n",
  ],
  ["n that is no number of cases", "recidivism", { n: "12.5" }, "n: 12.5 is no number of cases."],
  [
    "rounding that isn't as promised",
    "police",
    { value: "1512" },
    "value: 1512 is not a multiple of 5, as round5 promises.",
  ],
  [
    "limits that aren't rounded as promised",
    "prevalence-programme",
    { lower: "90500" },
    "lower: 90500 is not a multiple of 1000",
  ],
  ["a fraction of a count", "judiciary", { value: "12.5" }, "value: 12.5 is not a whole number"],
  ["too many decimals", "recidivism", { value: "9.65" }, "value: 9.65 is not a number with one decimal at most"],
  [
    "a precision that the contract doesn't have",
    "judiciary",
    { precision: "round5", value: "4215" },
    "precision: “round5” is no precision of count in the contract of judiciary. Choose from: exact.",
  ],
  ["an unknown precision", "police", { precision: "about" }, "precision: “about” is no precision"],
  [
    "an unknown indicator",
    "police",
    { measure: "police-reports/count" },
    "measure: There is no indicator “police-reports”.",
  ],
  [
    "an indicator of another source",
    "police",
    { measure: "om-inflow/count" },
    "measure: om-inflow belongs to public-prosecution.",
  ],
  [
    "a measure that the indicator lacks",
    "police",
    { measure: "police-reports-to-vt/percent" },
    "measure: police-reports-to-vt has no measure “percent”. Choose from: police-reports-to-vt/count.",
  ],
  ["no measure", "police", { measure: "" }, "measure: There is no indicator “”."],
  ["an unknown area", "police", { region: "VT99" }, "region: There is no area VT99."],
  [
    "an area of another time",
    "youth",
    { region: "GM0457", period: "2024H1" },
    "region: GM0457 did not exist in 2024H1.",
  ],
  ["an unknown dimension", "homicide", { dims: "colour=red" }, "dims: homicide-victims has no breakdown colour."],
  ["an unknown code", "homicide", { dims: "sex=other" }, "dims: The code list sex has no code other."],
  ["dims that can't be read", "homicide", { dims: "women" }, "dims: “women” is no breakdown."],
  ["an unknown period", "police", { period: "2024-H1" }, "period: “2024-H1” is no period."],
  ["no time", "police", { period: "" }, "period: It isn't said when this holds. Fill in period, one of them."],
  ["two times", "recidivism", { period: "2018" }, "There are 2 times"],
  [
    "a calendar year where a cohort is meant",
    "recidivism",
    { period: "2018", cohortYear: "" },
    "period: recidivism has no period. Use cohortYear instead.",
  ],
  ["a wave of a source without waves", "police", { period: "", wave: "report" }, "wave: police has no wave."],
  ["a wave without its study", "cohort-studies", { dims: "" }, "dims: It isn't said of which cohort this is."],
  [
    "a wave that the study didn't have",
    "cohort-studies",
    { wave: "one-and-a-half-years" },
    "wave: The cohort third has no wave “one-and-a-half-years”. Choose from: report, one-year.",
  ],
  [
    "a wave among the dims",
    "cohort-studies",
    { dims: "cohort=third;wave=report" },
    "dims: The wave has a column of its own.",
  ],
  [
    "a period where a wave is needed",
    "cohort-studies",
    { wave: "", period: "2021/2023" },
    "wave: outcome-violence-stopped is measured in waves.",
  ],
  [
    "the wrong years of a study",
    "cohort-studies",
    {
      measure: "outcome-sample/count",
      unit: "count",
      precision: "exact",
      wave: "",
      period: "2016/2020",
      dims: "cohort=third|participant=families",
    },
    "period: The cohort third was of 2021/2023.",
  ],
  [
    "a region of the other study",
    "cohort-studies",
    { region: "VT01" },
    "region: VT01 took part in the cohort second, not in third.",
  ],
  ["a number that is none", "police", { value: "about 1500" }, "value: “about 1500” is no number."],
  ["a thousands sign", "police", { value: "1.510.000" }, "value: “1.510.000” is no number."],
  ["a thousands point", "police", { value: "1.510" }, "value: 1.510 is not a whole number"],
  ["a count below zero", "judiciary", { value: "-3" }, "value: -3 is below zero."],
  ["a share over 100", "recidivism", { value: "101" }, "value: 101 % is over 100 %."],
  ["no value and no reason", "police", { value: "" }, "value: The value is missing."],
  [
    "a value and a reason for having none",
    "police",
    { valueState: "suppressed" },
    "value: The value is suppressed, and there is a number.",
  ],
  [
    "a number where there are none",
    "police",
    { valueState: "nil" },
    "value: nil means none at all, and there is a number.",
  ],
  ["an unknown state", "police", { valueState: "hidden" }, "valueState: “hidden” is no state of a value."],
  ["an unknown status", "police", { status: "new" }, "status: “new” is no status."],
  ["an unknown break", "police", { breakBefore: "ja" }, "breakBefore: “ja” is neither true nor false."],
  ["a unit of another measure", "police", { unit: "%" }, "unit: “%” doesn't go with count. Write count or aantal."],
  ["no unit", "police", { unit: "" }, "unit: The unit is missing."],
  ["another source", "police", { source: "judiciary" }, "source: “judiciary” is not police."],
  ["an edition that is no date", "police", { edition: "autumn" }, "edition: “autumn” is no edition."],
  ["an edition on a day that doesn't exist", "police", { edition: "2024-13" }, "edition: “2024-13” is no edition."],
  ["an edition that is a path", "police", { edition: "../2024" }, "edition: “../2024” is no edition."],
];

test.each(refused)("%s is refused, with its line and field", (_why, source, change, says) => {
  const faults = changed(source, change);
  expect(faults.map((it) => it.slice(0, 2))).toEqual(faults.map(() => "2 "));
  expect(faults.join("\n")).toContain(says);
});

describe("a file", () => {
  test("with a fact twice is refused, naming both lines", () => {
    const twin = { ...fact("homicide"), value: "3" };
    expect(faultsOf("homicide", fact("homicide"), { ...fact("homicide"), dims: "" }, twin)).toEqual([
      "4 measure: Line 2 gives this fact too. Keep one of the two.",
    ]);
  });

  test("with two editions is refused", () => {
    const other = { ...fact("police"), region: "", edition: "2024-11" };
    expect(faultsOf("police", fact("police"), other)).toEqual([
      "3 edition: The first row is of edition 2024-10-31. Deliver one edition per file.",
    ]);
  });

  test("may use any sign between fields, any encoding, and columns in any order", () => {
    const rows = [{ ...fact("recidivism"), note: "cijfer van één jaar – voorlopig" }];
    const reversed = rows.map((it) => Object.fromEntries(Object.entries(it).reverse()));
    const expected = deliver(drop, "recidivism", rows);
    expect(expected.ok).toBe(true);
    const utf8 = (text: string): Uint8Array => Buffer.from(text, "utf8");
    const saved: Uint8Array[] = [
      ...[",", ";", "\t", "|", "^", "~"].map((it) => utf8(csv(reversed, it))),
      utf8(`\ufeff${csv(rows)}`),
      utf8(csv(rows).replaceAll("\n", "\r\n")),
      Buffer.from(csv(rows).replace("–", "\u0096"), "latin1"),
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csv(rows), "utf16le")]),
    ];
    for (const bytes of saved)
      expect(readAggregates(drop.put(bytes), contractOf("recidivism"), catalogue)).toEqual(expected);
  });

  test("may write a comma before decimals, unless commas stand between the fields", () => {
    expect(changed("recidivism", { value: "9,6" })).toEqual([]);
    const file = drop.put(csv([{ ...fact("recidivism"), value: "9,6" }], ","));
    expect(readAggregates(file, contractOf("recidivism"), catalogue)).toMatchObject({
      ok: false,
      problems: [{ what: "value: “9,6” is no number." }, {}],
    });
  });

  test.each([
    ["that isn't there", undefined, "The file does not exist."],
    ["that is empty", "", "The first line doesn't name the columns."],
    ["with a head alone", csv([fact("police")]).split("\n")[0] + "\n", "There are no facts in this file."],
    ["with an unknown column", csv([{ ...fact("police"), colour: "red" }]), "“colour” is no column."],
    ["with a column twice", csv([fact("police")]).replace("region", "period"), "The column “period” is there twice."],
    ["without a column", csv([{ source: "police", edition: "2024" }]), "These columns are missing: measure, value"],
    [
      "with a field too many",
      `${csv([fact("police")]).trimEnd()};x\n`,
      "This line has 11 fields and the first line 10.",
    ],
    ["with an open quote", csv([fact("police")]).replace("VT10", '"VT10'), "From here on the file can't be read."],
    ["that is no text", "source\0\0;", "This is no text file."],
  ])("%s is refused", (_what, content, says) => {
    const file = content === undefined ? join(drop.folder, "none.csv") : drop.put(content);
    const read = readAggregates(file, contractOf("police"), catalogue);
    expect(read.ok ? [] : read.problems.map((it) => it.what)).toEqual([expect.stringContaining(says)]);
  });

  test("that is wrong throughout is described by its first faults", () => {
    const rows = Array.from({ length: 700 }, (_, i) => ({ ...fact("police"), period: `${1000 + i}`, value: "1512" }));
    const faults = faultsOf("police", ...rows);
    expect(faults).toHaveLength(501);
    expect(faults.at(-1)).toContain("There are 1600 more faults.");
  });

  test("of any content is read or refused, and never crashes", () => {
    const sound = csv([fact("police"), fact("cohort-studies"), fact("recidivism")]);
    const cut = fc.tuple(fc.nat(sound.length), fc.nat(sound.length), fc.string({ maxLength: 12, unit: "binary" }));
    fc.assert(
      fc.property(cut, fc.constantFrom("police", "cohort-studies", "recidivism"), ([a, b, text], source) => {
        const mutated = sound.slice(0, Math.min(a, b)) + text + sound.slice(Math.max(a, b));
        const read = readAggregates(drop.put(mutated), contractOf(source), catalogue);
        for (const it of read.ok ? [] : read.problems) expect(it).toMatchObject({ line: expect.any(Number) });
      }),
      { numRuns: 120 },
    );
  });
});

describe("a re-delivery", () => {
  const half = (period: string, value: string): Row => ({ ...fact("police"), period, value });
  const imported = (data: string): string => readFileSync(join(data, "imported", "police-2024-10-31.csv"), "utf8");
  const write = (data: string, ...rows: Row[]): ReturnType<typeof writeAggregates> => {
    const read = deliver(drop, "police", rows);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return writeAggregates(data, read.value);
  };

  test("takes the place of the whole edition, and leaves other editions", () => {
    const data = join(drop.folder, "again");
    expect(write(data, half("2023H2", "1400"), half("2024H1", "1510"))).toMatchObject({ rows: 2, replaced: false });
    const next = deliver(drop, "police", [{ ...half("2024H2", "1505"), edition: "2025-04" }]);
    if (next.ok) writeAggregates(data, next.value);
    expect(write(data, half("2024H1", "1515"))).toMatchObject({ rows: 1, replaced: true });
    expect(imported(data).trimEnd().split("\n")).toHaveLength(2);
    expect(imported(data)).toContain("2024H1,count,,1515,");
    expect(realFiles.list(join(data, "imported"))).toEqual(["police-2024-10-31.csv", "police-2025-04.csv"]);
  });

  test("that the disk refuses leaves the earlier one", () => {
    const data = join(drop.folder, "full");
    write(data, half("2024H1", "1510"));
    const before = imported(data);
    const full = {
      ...realFiles,
      write: () => {
        throw new Error("ENOSPC");
      },
    };
    const read = deliver(drop, "police", [half("2024H1", "1515")]);
    expect(() => read.ok && writeAggregates(data, read.value, full)).toThrow("ENOSPC");
    expect(imported(data)).toBe(before);
  });

  test("gives the same bytes for the same facts in another order", () => {
    const [a, b] = [join(drop.folder, "x"), join(drop.folder, "y")];
    write(a, half("2023H2", "1400"), half("2024H1", "1510"));
    write(b, half("2024H1", "1510"), half("2023H2", "1400"));
    expect(imported(a)).toBe(imported(b));
  });
});

describe("a contract", () => {
  test("of an unknown source is no path", () => {
    for (const source of ["../indicators/om-inflow", "veilig-thuis", ""])
      expect(readContract(root, source, catalogue)).toMatchObject({ ok: false });
  });

  test("with a level, code or id that isn't there is refused with its line", () => {
    const folder = join(drop.folder, "catalogue", "contracts");
    realFiles.write(join(folder, "police.yaml"), "");
    writeFileSync(
      join(folder, "police.yaml"),
      `source: police
times: [wave]
periodKinds: [half-year]
levels: [nation, municipality]
margins: none
precision: { count: [exact] }
changes: [om-inflow]
cohorts:
  fourth: { period: "2020-2021", waves: [two-years] }
`,
    );
    const read = readContract(drop.folder, "police", catalogue);
    expect(read.ok ? [] : read.problems.map((it) => `${it.line} ${it.what}`)).toEqual([
      "4 police has no figures for level municipality.",
      "7 om-inflow is no indicator of police.",
      "9 There is no cohort fourth.",
      "9 “2020-2021” is no period.",
      "9 There is no wave two-years.",
    ]);
  });
});
