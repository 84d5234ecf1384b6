import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { addDelivery, checkDelivery, type DeliveryRequest } from "../../src/deliveries/add-delivery.ts";
import { sayFault, showable, type Fault } from "../../src/deliveries/fault.ts";
import { catalogue, goodTables, request, toCsv, withCells, writeDelivery } from "./sample-delivery.ts";

const parent = mkdtempSync(join(tmpdir(), "faults-"));
afterAll(() => rmSync(parent, { recursive: true, force: true }));
let number = 0;

type Files = Parameters<typeof writeDelivery>[1];
async function faultsOf(files: Files, more: Partial<DeliveryRequest> = {}): Promise<readonly Fault[]> {
  number += 1;
  const path = more.path ?? writeDelivery(join(parent, `in-${number}`), files);
  const outcome = await checkDelivery(request(path, join(parent, "data"), more));
  if (outcome.outcome === "failed") throw new Error(outcome.what);
  return outcome.outcome === "rejected" ? outcome.faults : [];
}

/** `kind file:line field “shown”` of each place. */
const places = (faults: readonly Fault[]): string[] =>
  faults.flatMap((it) =>
    it.places.map(({ line, shown }) =>
      [it.kind, `${it.file}:${line}`, it.field, shown === undefined ? undefined : `“${shown}”`]
        .filter(Boolean)
        .join(" "),
    ),
  );

const csv = (type: string): string => toCsv(goodTables[type]!);
const header = (more: object): Files => ({
  "levering.json": JSON.stringify({ organisatie: "VT10", periode: "2024H1", ...more }),
});

describe("made-up and real records", () => {
  const madeUp = withCells({ "melding 2 meldingnummer": "OEF10M1000001" });
  test("are never received together: a made-up one is named and rejects a real delivery", async () => {
    expect(places(await faultsOf(madeUp))).toContain("practice-record melding.csv:3 meldingnummer “OEF10M1000001”");
  });
  test("nor the other way round: a real one has no place in the practice environment", async () => {
    const kinds = new Set((await faultsOf(madeUp, { practice: true })).map((it) => it.kind));
    expect(kinds).toContain("not-practice");
    expect(kinds).not.toContain("practice-record");
  });
});

describe("a value that can't be right is named with file, line, field and value", () => {
  const cases: readonly (readonly [cells: Record<string, string>, place: string])[] = [
    [{ "melding 2 meldingnummer": "" }, "key-missing melding.csv:3 meldingnummer"],
    [{ "advies 2 adviesnummer": "AD1" }, "key-double advies.csv:3 adviesnummer “AD1”"],
    [{ "casus 1 casusnummer": "C".repeat(65) }, "text-long casus.csv:2 casusnummer “" + "C".repeat(24) + "…”"],
    [{ "advies 1 duur": "" }, "required advies.csv:2 duur"],
    [{ "advies 2 duur": "44" }, "code-unknown advies.csv:3 duur “44”"],
    [{ "advies 2 aard": "01|77" }, "code-unknown advies.csv:3 aard “01|77”"],
    [{ "advies 2 aard": "01||03" }, "code-unknown advies.csv:3 aard “01||03”"],
    [{ "advies 2 aard": "01|99" }, "code-alone advies.csv:3 aard “01|99”"],
    [{ "dienst 2 uitkomst": "11" }, "only-if dienst.csv:3 uitkomst “11”"],
    [{ "melding 1 datum": "20240231" }, "date-impossible melding.csv:2 datum “20240231”"],
    [{ "melding 1 datum": "2024-1-5" }, "date-impossible melding.csv:2 datum “2024-1-5”"],
    [{ "melding 1 datum": "5 januari" }, "date-impossible melding.csv:2 datum “5 januari”"],
    [{ "melding 1 datum": "20240701" }, "date-outside melding.csv:2 datum “20240701”"],
    [{ "melding 1 datum": "20231231" }, "date-outside melding.csv:2 datum “20231231”"],
    [{ "beoordeling 1 datum": "2024-07-01" }, "date-outside beoordeling.csv:2 datum “2024-07-01”"],
    [{ "overdracht 1 casusnummer": "C9" }, "reference-missing overdracht.csv:2 casusnummer “C9”"],
    [{ "beoordeling 2 meldingnummer": "ML9" }, "reference-missing beoordeling.csv:3 meldingnummer “ML9”"],
    [{ "beoordeling 1 acuut": "ja" }, "flag-unknown beoordeling.csv:2 acuut “ja”"],
    [{ "casus 2 gemeente": "9998" }, "municipality-unknown casus.csv:3 gemeente “9998”"],
    // Weesp became part of Amsterdam in 2022.
    [{ "casus 2 gemeente": "GM0457" }, "municipality-unknown casus.csv:3 gemeente “GM0457”"],
    [{ "monitoring 1 veiligheidsscore": "zes" }, "number-unreadable monitoring.csv:2 veiligheidsscore “zes”"],
    [{ "monitoring 1 veiligheidsscore": "10,1" }, "number-outside monitoring.csv:2 veiligheidsscore “10,1”"],
  ];
  test("each in a delivery with as many others as fit", async () => {
    const left = [...cases];
    while (left.length > 0) {
      const cells: Record<string, string> = {};
      const expected: string[] = [];
      for (const one of left.slice()) {
        const [[at, value] = ["", ""]] = Object.entries(one[0]);
        if (Object.hasOwn(cells, at)) continue;
        cells[at] = value;
        expected.push(one[1]);
        left.splice(left.indexOf(one), 1);
      }
      expect(places(await faultsOf(withCells(cells)))).toEqual(expect.arrayContaining(expected));
    }
  });

  test("all of them at once, and nothing else", async () => {
    const faults = await faultsOf(
      withCells({ "advies 1 duur": "x", "melding 2 datum": "x", "persoon 3 geslacht": "X" }),
    );
    expect(places(faults)).toEqual([
      "code-unknown advies.csv:2 duur “x”",
      "code-unknown persoon.csv:4 geslacht “X”",
      "date-impossible melding.csv:3 datum “x”",
    ]);
  });
});

describe("what could name a person is never shown", () => {
  test.each([
    [{ "persoon 1 bsn": "12345678" }, "bsn-length persoon.csv:2 bsn"],
    [{ "persoon 1 bsn": "12345678X" }, "bsn-digits persoon.csv:2 bsn"],
    [{ "persoon 3 geboortedatum": "20100231" }, "birth-date-impossible persoon.csv:4 geboortedatum"],
    [{ "persoon 3 geboortedatum": "20101301" }, "birth-date-impossible persoon.csv:4 geboortedatum"],
    [{ "persoon 3 geboortedatum": "20100015" }, "birth-date-impossible persoon.csv:4 geboortedatum"],
    [{ "persoon 3 geboortedatum": "20240701" }, "birth-date-impossible persoon.csv:4 geboortedatum"],
  ])("%j", async (cells, place) => {
    const faults = await faultsOf(withCells(cells));
    expect(places(faults)).toEqual([place]);
    for (const value of Object.values(cells)) expect(JSON.stringify(faults)).not.toContain(value);
  });

  test("not in another field either, when a column was filled from the wrong one", async () => {
    const faults = await faultsOf(withCells({ "melding 1 duur": "123456782", "melding 2 datum": "19800230" }));
    expect(places(faults)).toEqual(
      ["code-unknown melding.csv:2 duur “#########”", "date-impossible melding.csv:3 datum “########”"].sort((a) =>
        a.startsWith("date") ? -1 : 1,
      ),
    );
    expect(showable("bsn 123.456.782 van Jan")).toBe("bsn ###.###.### van Jan");
  });

  test("partial dates of birth, unknown and unborn are no fault", async () => {
    expect(await faultsOf(withCells({ "persoon 1 geboortedatum": "19800000", "persoon 2 bsn": "000000000" }))).toEqual(
      [],
    );
  });
});

describe("a file that can't be read is named with its line", () => {
  const melding = csv("melding");
  const lines = melding.split("\n");
  const cases: readonly (readonly [name: string, files: Files, place: string])[] = [
    ["missing", { "casus.csv": undefined }, "file-missing in-#/casus.csv:1"],
    ["double", { "VT10_2024H1_casus.csv": csv("casus") }, "file-double casus.csv:1"],
    ["empty", { "casus.csv": "" }, "file-empty casus.csv:1"],
    ["an open quotation mark", { "melding.csv": melding.replace("C2;", '"C2;') }, "quote-open melding.csv:3"],
    ["text after a quotation mark", { "melding.csv": melding.replace("C2;", '"C2"x;') }, "quote-text melding.csv:3"],
    ["cut off", { "melding.csv": melding.slice(0, -12) }, "fields-few melding.csv:3"],
    ["too many fields", { "melding.csv": lines.with(1, `${lines[1]};x`).join("\n") }, "fields-many melding.csv:2"],
    ["mixed line ends", { "melding.csv": melding.replace("\n", "\r\n") }, "line-ends-mixed melding.csv:2"],
    ["UTF-16", { "casus.csv": Buffer.from(`\uFEFF${csv("casus")}`, "utf16le") }, "wrong-encoding casus.csv:1"],
    [
      "half UTF-8",
      { "casus.csv": Buffer.concat([Buffer.from(`\uFEFF${csv("casus")}`), Buffer.from([0xe9, 0x0a])]) },
      "wrong-encoding casus.csv:4",
    ],
    [
      "no known encoding",
      { "casus.csv": Buffer.from(csv("casus").replace("C2", "C\x81"), "latin1") },
      "wrong-encoding casus.csv:3",
    ],
    ["NUL", { "casus.csv": csv("casus").replace("C2", "C\0") }, "null-byte casus.csv:3"],
    ["a huge field", { "casus.csv": csv("casus").replace("C2", "C".repeat(3_000_000)) }, "field-huge casus.csv:3"],
    [
      "a missing column",
      { "casus.csv": csv("casus").replace("gemeente", "plaats") },
      "column-missing casus.csv:1 gemeente",
    ],
    [
      "a double column",
      { "casus.csv": csv("casus").replace("gemeente", "Datum_Start") },
      "column-double casus.csv:1 datum_start",
    ],
    ["no workbook", { "casus.csv": undefined, "casus.xlsx": "PK not a workbook" }, "unreadable casus.xlsx:1"],
  ];
  test.each(cases)("%s", async (_, files, place) => {
    const found = places(await faultsOf(files));
    expect(found).toContain(place.replace("#", String(number)));
  });

  test("also after values with line ends in them", async () => {
    const broken = csv("melding").replace("ML1;", '"ML\n\n1";').replace(";01;11;06", ";99;11;06");
    const faults = await faultsOf({
      "melding.csv": broken,
      "beoordeling.csv": withCells({ "beoordeling 1 meldingnummer": "ML\n\n1" })["beoordeling.csv"],
    });
    expect(places(faults)).toEqual(["code-unknown melding.csv:5 duur “99”"]);
  });

  test("and after blank lines", async () => {
    const faults = await faultsOf({
      "melding.csv": csv("melding").replaceAll("\n", "\n\n").replace(";01;11;06", ";99;11;06"),
    });
    expect(places(faults)).toEqual(["code-unknown melding.csv:5 duur “99”"]);
  });
});

describe("whose delivery it is must be clear", () => {
  const loop = join(parent, "loop");
  symlinkSync("loop", loop);
  const cases: readonly (readonly [name: string, files: Files, more: Partial<DeliveryRequest>, kinds: string[]])[] = [
    ["unknown protocol", header({ protocol: "vt-9" }), {}, ["protocol-unknown"]],
    ["unknown region", header({ organisatie: "VT99" }), {}, ["region-unknown"]],
    ["a region that merged in 2023", header({ organisatie: "VT26" }), {}, ["region-unknown"]],
    ["a period before the protocol", header({ periode: "2018H2", protocol: "vt-2.0" }), {}, ["period-wrong"]],
    ["no half-year", header({ periode: "2024" }), {}, ["period-wrong"]],
    ["a period to come", header({ periode: "2025H1" }), {}, ["period-future"]],
    ["nothing said", { "levering.json": undefined }, {}, ["not-said", "not-said"]],
    ["no JSON", { "levering.json": "{" }, {}, ["header-file", "not-said", "not-said"]],
    ["the option says otherwise", {}, { said: { region: "VT11" } }, ["contradiction"]],
    [
      "the name of a file says otherwise",
      { "casus.csv": undefined, "VT10_2023H2_casus.csv": csv("casus") },
      {},
      ["contradiction"],
    ],
    ["nothing there", {}, { path: join(parent, "nowhere") }, ["nothing-to-read"]],
    ["a link that leads to itself", {}, { path: loop }, ["nothing-to-read"]],
  ];
  test.each(cases)("%s", async (_, files, more, kinds) => {
    const faults = await faultsOf(files, more);
    expect(faults.map((it) => it.kind)).toEqual(kinds);
    for (const it of faults) expect(it.places[0]?.line).toBeGreaterThan(0);
  });

  test("and what stands in its place is not repeated when it could be the number of a person", async () => {
    const wrong = header({ organisatie: "123456782", periode: "1234 56 782", protocol: "123456782" });
    for (const more of [{}, { said: { region: "VT10", period: "2024H1", protocol: "vt-2.0" } }]) {
      const faults = await faultsOf(wrong, more);
      expect(faults.length).toBeGreaterThan(1);
      expect(JSON.stringify(faults)).not.toMatch(/123.?45/);
    }
    const data = join(parent, "data-of-nobody");
    await addDelivery(request(writeDelivery(join(parent, "in-of-nobody"), wrong), data));
    expect(readFileSync(join(data, "register.jsonl"), "utf8")).not.toContain("123456782");
  });

  test("a file that is a folder, or a link that leads nowhere or to itself, is missing", async () => {
    const path = writeDelivery(join(parent, "in-of-links"), {
      "advies.csv": undefined,
      "casus.csv": undefined,
      "melding.csv": undefined,
    });
    mkdirSync(join(path, "advies.csv"));
    symlinkSync("casus.csv", join(path, "casus.csv"));
    symlinkSync("nowhere", join(path, "melding.csv"));
    expect(places(await faultsOf({}, { path }))).toEqual(
      ["advies", "casus", "melding"].map((type) => `file-missing in-of-links/${type}.csv:1`),
    );
  });

  test("a period written as CBS does, and a protocol that follows from it, are fine", async () => {
    expect(await faultsOf({ "levering.json": '{"organisatie":"vt10","periode":"2024HJ01"}' })).toEqual([]);
  });
});

describe("rules between fields of the protocol of 2015", () => {
  const tables: Record<string, string> = {
    "levering.json": '{"organisatie":"VT10","periode":"2016H1"}',
    "advies.csv": "adviesnummer,aanleiding,hoedanigheid\nA1,01,01\n",
    "melding.csv":
      "meldingnummer,aanleiding,aard,datum,hoedanigheid,vervolg,onderzoeksnummer,datum_start_vervolg,datum_einde\n" +
      "M1,01,01,20160102,01,01,OZ1,,\nM2,01,01,20160102,01,02,,20160110,20160201\n",
    "onderzoek.csv":
      "onderzoeksnummer,aanleiding,datum_start,datum_einde,uitkomst,aard,vervolg\nOZ1,01,20151101,20160301,03,01,21\n",
    "betrokkene.csv": "nummer,bsn,geboortedatum,geslacht\nM1,123456782,19800101,V\nOZ1,000000000,20100000,M\n",
  };
  const without = Object.fromEntries(Object.keys(goodTables).map((type) => [`${type}.csv`, undefined]));
  test("are kept by a good delivery, and broken ones named", async () => {
    expect(places(await faultsOf({ ...without, ...tables }))).toEqual([]);
    const melding = tables["melding.csv"]!.replace("01,OZ1,,", "01,,,").replace("02,,20160110", "02,OZ1,20160110");
    const onderzoek = tables["onderzoek.csv"]!.replace("03,01,21", "07|03,01,21|01");
    expect(
      places(await faultsOf({ ...without, ...tables, "melding.csv": melding, "onderzoek.csv": onderzoek })),
    ).toEqual([
      "required-if melding.csv:2 onderzoeksnummer",
      "only-if melding.csv:3 onderzoeksnummer “OZ1”",
      "code-alone onderzoek.csv:2 uitkomst “07|03”",
      "code-alone onderzoek.csv:2 vervolg “21|01”",
    ]);
  });
});

test("at most twenty places, and the whole count", async () => {
  const rows = Array.from({ length: 50 }, (_, i) => ["C1", "123456782", "19800101", i < 5 ? "V" : "X"]);
  const faults = await faultsOf({ "persoon.csv": toCsv([goodTables.persoon![0]!, ...rows]) });
  expect(faults).toMatchObject([{ kind: "code-unknown", count: 45 }]);
  expect(faults[0]?.places.map((it) => it.line)).toEqual(Array.from({ length: 20 }, (_, i) => i + 7));
  expect(sayFault(faults[0]!, "nl").at(-1)).toBe("  en nog 25");
});

test("in a large file, looking up municipalities leaves every record in its place", async () => {
  const towns = ["GM0546", "GM0484", "0546", "484", ""];
  const rows = Array.from({ length: 6_000 }, (_, i) => [`X${i}`, towns[i % towns.length]!, "20240201", ""]);
  const cases = [...goodTables.casus!, ...rows, ["X1234", "GM0546", "20240201", ""]];
  expect(places(await faultsOf({ "casus.csv": toCsv(cases) }))).toEqual([
    "key-double casus.csv:6004 casusnummer “X1234”",
  ]);
});

test("a municipality of another region, an unknown column and an unknown file are warnings", async () => {
  const files = {
    "casus.csv": withCells({ "casus 1 gemeente": "GM0363" })["casus.csv"],
    "melding.csv": csv("melding")
      .replace("organisatie", "organisatie;opmerking")
      .replaceAll(/;(06|09)\n/g, ";$1;x\n"),
    "notities.doc": "x",
  };
  const outcome = await checkDelivery(request(writeDelivery(join(parent, "soft"), files), join(parent, "data")));
  expect(outcome.outcome).toBe("accepted");
  if (outcome.outcome !== "accepted") return;
  expect(places(outcome.warnings)).toEqual([
    "file-unknown notities.doc:1",
    "column-unknown melding.csv:1 opmerking",
    "municipality-outside casus.csv:2 gemeente “GM0363”",
  ]);
});

test("every fault has words in both languages that say what and how to mend", async () => {
  const { faultWords, faultKinds } = await import("../../src/deliveries/fault-words.ts");
  for (const kind of faultKinds)
    for (const text of Object.values(faultWords(kind, { field: "f", named: "n", expected: "e" })))
      for (const words of [text.nl, text.en]) expect(words).toMatch(/^.{5,}[.]$/);
  expect(catalogue.protocols.size).toBe(2);
});
