import { existsSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { importCbs } from "../../src/import-cbs/import-cbs.ts";
import { makeZip } from "./make-zip.ts";
import { testEffects, testRoot, type TestRoot } from "./test-root.ts";

let place: TestRoot;
beforeEach(() => {
  place = testRoot();
});
afterEach(() => place.clean());

async function importing(file: string, table = "99001NED") {
  const effects = testEffects({ fetch: () => Promise.reject(new Error("a file needs no network")) });
  const outcome = await importCbs({ root: place.root, data: place.data, tables: [table], file, quiet: true }, effects);
  const csv = `${place.data}/cbs/${table}.csv`;
  return { outcome, failure: outcome.failed[0]?.failure, csv: existsSync(csv) ? readFileSync(csv, "utf8") : "" };
}

/** The files of a download of the data portal, with made-up numbers. */
const dataset = (more: Record<string, string> = {}): Record<string, string> => ({
  "Properties.csv": `Identifier;Title;Description;Modified;Version;ObservationsModified;ObservationCount
99001NED;Testtabel; verzonnen cijfers;2025-02-01T00:00:00+01:00;202502010000;2025-01-31T00:00:00+01:00;6
`.replace("Testtabel; verzonnen cijfers;", '"Testtabel; verzonnen cijfers";"Twee regels\nin één veld";'),
  "Dimensions.csv": `Identifier;Title;Description;Kind
Taxatie;Taxatie;;Dimension
Beoordeling;Beoordeling;;Dimension
RegioS;Regio’s;;GeoDimension
Perioden;Perioden;;TimeDimension
`,
  "MeasureCodes.csv": `Identifier;MeasureGroupId;Index;Title;Description;DataType;Unit;Decimals
M001;;1;Ontvangen meldingen;;Long;aantal;0
`,
  "TaxatieCodes.csv": `Identifier;DimensionId;Index;Title;Description\nT001;Taxatie;1;Totaal;\n`,
  "BeoordelingCodes.csv": `Identifier;DimensionId;Index;Title;Description\nT001;Beoordeling;1;Totaal;\nB100;Beoordeling;2;Overdracht;\n`,
  "RegioSCodes.csv": `Identifier;DimensionGroupId;DimensionId;Index;Title;Description\nNL01;NL;RegioS;1;Nederland;\nVT04;VT;RegioS;2;Friesland (VT);"VT = Veilig Thuis"\n`,
  "PeriodenCodes.csv": `Identifier;DimensionGroupId;DimensionId;Index;Title;Description;Status\n2021HJ01;1;Perioden;1;1e halfjaar 2021;;Definitief\n2021JJ00;0;Perioden;2;2021;;Voorlopig\n`,
  "Observations.csv": `Id;Measure;Taxatie;Beoordeling;RegioS;Perioden;Value;StringValue;ValueAttribute
0;M001;T001;T001;NL01;2021HJ01;111;;None
1;M001;T001;T001;NL01;2021JJ00;222;;None
2;M001;T001;T001;VT04;2021HJ01;;.;None
3;M001;T001;T001;VT04;2021JJ00;33;;None
4;M001;T001;B100;NL01;2021HJ01;44;;None
5;M001;T001;B100;NL01;2021JJ00;;;Impossible
`,
  ...more,
});

describe("a whole table from the CBS data portal", () => {
  test("is read from the zip and from the folder, to the same figures", async () => {
    const zip = await importing(place.write("download/99001NED.zip", makeZip(dataset())));
    expect(zip.failure).toBeUndefined();
    expect(zip.csv).toContain("reports-received,NL01,2021H1,count,,111,,,,,,yes,2025-01-31,");
    expect(zip.csv).toContain("reports-received,NL01,2021,count,,222,,,,,provisional,yes,2025-01-31,");
    expect(zip.csv).toContain("reports-received,VT04,2021H1,count,,,,,,unspecified,,yes,");
    expect(zip.csv).toContain(
      "safety-assessment-outcome,NL01,2021,count,assessment-outcome=transfer,,,,,not-applicable,,yes,",
    );
    for (const [name, text] of Object.entries(dataset())) place.write(`unpacked/${name}`, text);
    expect((await importing(`${place.root}/unpacked`)).csv).toBe(zip.csv);
    expect((await importing(`${place.root}/unpacked/Observations.csv`)).csv).toBe(zip.csv);
  });

  test("of another table is refused", async () => {
    const other = dataset()["Properties.csv"]!.replace("99001NED", "99009NED");
    const { failure, csv } = await importing(place.write("x.zip", makeZip(dataset({ "Properties.csv": other }))));
    expect(failure?.what.nl).toBe("Dit is tabel 99009NED, niet 99001NED.");
    expect(csv).toBe("");
  });

  test("with half of its cells is refused", async () => {
    const half = dataset()["Observations.csv"]!.split("\n").slice(0, 4).join("\n");
    const { failure } = await importing(place.write("x.zip", makeZip(dataset({ "Observations.csv": half }))));
    expect(failure?.what.en).toContain("3 of 6 cells");
  });

  test("without a file that explains its codes names that file", async () => {
    const { RegioSCodes: _, ...rest } = Object.fromEntries(
      Object.entries(dataset()).map(([name, text]) => [name.replace(".csv", ""), text]),
    );
    const files = Object.fromEntries(Object.entries(rest).map(([name, text]) => [`${name}.csv`, text]));
    const { failure } = await importing(place.write("x.zip", makeZip(files)));
    expect(failure?.what.en).toBe("The file RegioSCodes.csv is missing.");
  });

  test("as a half or damaged zip is refused", async () => {
    const zip = makeZip(dataset());
    expect((await importing(place.write("half.zip", zip.subarray(0, zip.length - 200)))).failure?.kind).toBe("file");
    const damaged = Buffer.from(zip);
    damaged.fill(0x41, 60, 90);
    expect((await importing(place.write("damaged.zip", damaged))).failure?.kind).toBe("file");
    expect((await importing(place.write("no.zip", "this is no zip"))).failure?.kind).toBe("file");
  });
});

const selection = `"Testtabel; verzonnen cijfers"

"Taxatie";"Beoordeling";"Regio's";"Perioden";"Ontvangen meldingen (aantal)"
"Totaal";"Totaal";"Nederland";"1e halfjaar 2021";"111"
"Totaal";"Totaal";"Friesland (VT)";"2023*";"33"
"Totaal";"Overdracht";"Leeuwarden";"2e halfjaar 2023**";"."
"Acute onveiligheid";"Totaal";"Groningen (gemeente)";"2021";""
"Bron: CBS";"";"";"";""
`;

describe("a selection saved in StatLine", () => {
  test("is read by its titles, with provisional marks from the asterisks", async () => {
    const { failure, csv } = await importing(place.write("selectie.csv", selection));
    expect(failure).toBeUndefined();
    const tail = ",yes,,CBS StatLine 99001NED: Testtabel; verzonnen cijfers,https://www.cbs.nl/test,";
    expect(csv.trimEnd().split("\n").slice(1)).toEqual([
      `reports-received,NL01,2021H1,count,,111,,,,,${tail}`,
      `reports-received,VT04,2023,count,,33,,,,,provisional${tail}`,
      `safety-assessment-outcome,GM0080,2023H2,count,assessment-outcome=transfer,,,,,unspecified,${tail}`,
      `unsafe-reports,GM0014,2021,count,safety=acute,,,,,unspecified,${tail}`,
    ]);
  });

  test("gives the same figures with a byte order mark, with commas, in UTF-16 and with other line ends", async () => {
    const { csv } = await importing(place.write("a.csv", selection));
    const commas = selection.replaceAll('";"', '","');
    for (const text of [`\u{feff}${selection}`, commas, selection.replaceAll("\n", "\r\n")])
      expect((await importing(place.write("b.csv", text))).csv).toBe(csv);
    expect((await importing(place.write("c.csv", Buffer.from(`\u{feff}${selection}`, "utf16le")))).csv).toBe(csv);
  });

  test("in Windows-1252 keeps its accents", async () => {
    place.write(
      "catalogue/areas/areas.csv",
      `code,level,name,slug,valid_from,valid_to,aliases,changes\nNL01,nation,Nederland,nederland,1986-01-01,,,\nGM0070,municipality,Sûd-Test,sud-test,2019-01-01,,,\n`,
    );
    const text = `"Taxatie";"Beoordeling";"Regio\u0092s";"Perioden";"Ontvangen meldingen (aantal)"\n"Totaal";"Totaal";"S\u00fbd-Test";"2021";"7"\n`;
    const { failure, csv } = await importing(place.write("oud.csv", Buffer.from(text, "latin1")));
    expect(failure).toBeUndefined();
    expect(csv).toContain("reports-received,GM0070,2021,count,,7,");
  });

  test("with groups in its column names finds the right measures", async () => {
    const text = `"Regio's";"Perioden";"Ontvangen meldingen/Hermelding/Totaal (aantal)";"Ontvangen meldingen (relatief)/Hermelding/Totaal (%)"
"Nederland";"2021";"111";"12,5"
`;
    const { csv } = await importing(place.write("groepen.csv", text), "99002NED");
    expect(csv).toContain("previous,NL01,2021,count,previous-involvement=repeat-report,111,");
    expect(csv).toContain("previous,NL01,2021,percent,previous-involvement=repeat-report,12.5,");
  });

  test("of another table, or in the layout of the screen, is refused with what to choose instead", async () => {
    const other = `"Regio's";"Perioden";"Totale bevolking (aantal)"\n"Nederland";"2021";"5"\n`;
    expect((await importing(place.write("ander.csv", other))).failure?.mend.nl).toContain(
      "CSV met statistische symbolen",
    );
    const pivot = `"Testtabel"\n"";"Perioden";"2021";"2022"\n"Nederland";"aantal";"1";"2"\n`;
    expect((await importing(place.write("indeling.csv", pivot))).failure?.kind).toBe("file");
  });

  test("with a thousands sign is refused: 64.000 is neither 64 nor surely 64 thousand", async () => {
    const { failure, csv } = await importing(place.write("punten.csv", selection.replace('"111"', '"64.000"')));
    expect(failure?.kind).toBe("data");
    expect(failure?.where).toContain("line 3");
    expect(csv).toBe("");
  });

  test("with an unknown title stops with a mapping report", async () => {
    const { failure } = await importing(place.write("nieuw.csv", selection.replace('"Overdracht"', '"Terugdracht"')));
    expect(failure?.kind).toBe("mapping");
    expect(readFileSync(`${place.data}/cbs/99001NED.mapping-report.txt`, "utf8")).toContain("Terugdracht");
  });

  test("for a name that two regions have stops: Noordoost-Brabant is a popular name of VT16 and VT27", async () => {
    await importing(place.write("dubbel.csv", selection.replace("Friesland (VT)", "Noordoost-Brabant (VT)")));
    expect(readFileSync(`${place.data}/cbs/99001NED.mapping-report.txt`, "utf8")).toContain(
      "several areas have this name",
    );
    // The official name of a former region is that region's, though a later one also goes by it.
    const { csv } = await importing(
      place.write("oud.csv", selection.replace("Friesland (VT)", "Brabant Noordoost (VT)")),
    );
    expect(csv).toContain("reports-received,VT16,2023,");
  });
});

test("StatLine's raw dataset has no titles and is refused", async () => {
  const raw = `"ID";"RegioS";"Perioden";"OntvangenMeldingen_1"\n"0";"NL01  ";"2021JJ00";"     111"\n`;
  const { failure } = await importing(place.write("99001NED_UntypedDataSet_01022025_120000.csv", raw));
  expect(failure?.what.en).toContain("codes without titles");
});

test("a file that is not there, and a file without a table, are said so", async () => {
  expect((await importing(`${place.root}/nothing.csv`)).failure?.what.en).toBe("This file does not exist.");
  const outcome = await importCbs({ root: place.root, data: place.data, file: "x.csv", quiet: true }, testEffects());
  expect(outcome.failed[0]?.failure.what.en).toBe("A file goes with one table.");
});
