import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import writeXlsxFile from "write-excel-file/node";
import { afterAll, describe, expect, test } from "vitest";
import { checkDelivery, type DeliveryRequest } from "../../src/deliveries/add-delivery.ts";
import { fieldsSql, safeBirthDate, safePerson, type Reading } from "../../src/deliveries/field-sql.ts";
import type { Layout } from "../../src/deliveries/layout.ts";
import { typedSql } from "../../src/deliveries/stage-records.ts";
import { openDuck } from "../../src/duck.ts";
import {
  catalogue,
  goodTables,
  layouts,
  request,
  testKey,
  toCsv,
  writeDelivery,
  type Tables,
} from "./sample-delivery.ts";

const parent = mkdtempSync(join(tmpdir(), "dialects-"));
afterAll(() => rmSync(parent, { recursive: true, force: true }));
let number = 0;

type Files = Parameters<typeof writeDelivery>[1];

/** All records of a delivery as they would be kept. */
async function kept(files: Files, more: Partial<DeliveryRequest> = {}): Promise<Record<string, unknown[]>> {
  number += 1;
  const records: Record<string, unknown[]> = {};
  // A check calls no reports; the records are looked at in the place where those would be made.
  const { addDelivery } = await import("../../src/deliveries/add-delivery.ts");
  const outcome = await addDelivery(
    request(writeDelivery(join(parent, `in-${number}`), files), join(parent, `data-${number}`), {
      ...more,
      reports: async ({ duck, protocol, source }) => {
        for (const type of Object.keys(protocol.records))
          records[type] = await duck.rows(`SELECT * FROM ${source(type)} ORDER BY record`);
      },
    }),
  );
  expect(outcome).toMatchObject({ outcome: "accepted" });
  return records;
}

const asFiles = (tables: Tables, write: (rows: readonly (readonly string[])[]) => string | Buffer): Files =>
  Object.fromEntries(Object.entries(tables).map(([type, rows]) => [`${type}.csv`, write(rows)]));
const noCsv: Files = Object.fromEntries(Object.keys(goodTables).map((type) => [`${type}.csv`, undefined]));

describe("however a delivery is written, the same records are kept", () => {
  const written: readonly (readonly [string, Files])[] = [
    ["commas", asFiles(goodTables, (rows) => toCsv(rows, ","))],
    ["tabs and CR LF", asFiles(goodTables, (rows) => toCsv(rows, "\t", "\r\n"))],
    ["vertical bars", asFiles(goodTables, (rows) => toCsv(rows, "|"))],
    ["CR alone", asFiles(goodTables, (rows) => toCsv(rows, ";", "\r"))],
    ["a byte order mark, no last line end", asFiles(goodTables, (rows) => `\uFEFF${toCsv(rows).trimEnd()}`)],
    [
      "everything quoted",
      asFiles(goodTables, (rows) => rows.map((row) => `${row.map((it) => `"${it}"`).join(",")}\n`).join("")),
    ],
    [
      "capitals and spaces",
      asFiles(goodTables, (rows) =>
        rows.map((row, i) => `${row.map((it) => (i === 0 ? ` ${it.toUpperCase()}` : ` ${it} `)).join(";")}\n`).join(""),
      ),
    ],
    ["columns in another order", asFiles(goodTables, (rows) => toCsv(rows.map((row) => row.toReversed())))],
    [
      "a separator at the end of each line",
      asFiles(goodTables, (rows) => rows.map((row) => `${row.join(";")};\n`).join("")),
    ],
    [
      "names with region and period",
      {
        ...noCsv,
        ...Object.fromEntries(
          Object.entries(goodTables).map(([type, rows]) => [`VT10_2024H1_${type.toUpperCase()}.CSV`, toCsv(rows)]),
        ),
      },
    ],
  ];
  test.each(written)("%s", async (_, files) => {
    expect(await kept(files)).toEqual(await good());
  });

  test("a workbook, with numbers and days as a spreadsheet keeps them", async () => {
    number += 1;
    const sheets = Object.entries(goodTables).map(([type, rows]) => ({
      sheet: type,
      data: rows.map((row, i) =>
        row.map((text) => {
          if (i === 0 || text === "") return text === "" ? null : { value: text };
          if (/^20\d{6}$/.test(text) && type !== "persoon")
            return {
              value: new Date(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`),
              type: Date,
              format: "dd-mm-yyyy",
            };
          return /^\d+$/.test(text) ? { value: Number(text), type: Number } : { value: text };
        }),
      ),
    }));
    const folder = writeDelivery(join(parent, `book-${number}`), noCsv);
    await writeXlsxFile(sheets).toFile(join(folder, "levering.xlsx"));
    const { readFileSync } = await import("node:fs");
    expect(await kept({ ...noCsv, "levering.xlsx": readFileSync(join(folder, "levering.xlsx")) })).toEqual(
      await good(),
    );
  });

  const fixedRow = (layout: Layout, type: string, row: readonly string[]): string => {
    const record = layout.records[type]!;
    const line = Array.from({ length: record.length ?? 0 }, () => " ");
    for (const [i, field] of goodTables[type]![0]!.entries()) {
      const { start } = record.fields[field]!;
      for (const [at, character] of [...row[i]!.replaceAll("-", "")].entries()) line[start - 1 + at] = character;
    }
    return line.join("");
  };
  const perType = layouts.get("vt-2.0-fixed")!;

  test("lines of a fixed layout, a file per type", async () => {
    const files = Object.entries(goodTables).map(([type, rows]) => [
      `${type}.txt`,
      rows
        .slice(1)
        .map((row) => `${fixedRow(perType, type, row)}\r\n`)
        .join(""),
    ]);
    expect(await kept({ ...noCsv, ...Object.fromEntries(files) }, { layout: "vt-2.0-fixed" })).toEqual(await good());
  });

  test("lines of a fixed layout, all in one file", async () => {
    const shifted = (type: string, code: string) => {
      const { length = 0, fields } = perType.records[type]!;
      const moved = Object.entries(fields).map(([name, it]) => [name, { ...it, start: it.start + 2 }]);
      return { code, length: length + 2, fields: Object.fromEntries(moved) };
    };
    const codes = Object.keys(goodTables).map((type, i) => [type, `R${i}`] as const);
    const all: Layout = {
      id: "one",
      protocol: "vt-2.0",
      encoding: "windows-1252",
      all: { file: "alles.asc", type: { start: 1, length: 2 } },
      records: Object.fromEntries(codes.map(([type, code]) => [type, shifted(type, code)])),
    };
    const lines = codes.flatMap(([type, code]) =>
      goodTables[type]!.slice(1).map((row) => `${code}${fixedRow(perType, type, row)}`),
    );
    const more = { layout: "one", layouts: new Map([["one", all]]) };
    expect(await kept({ ...noCsv, "alles.asc": lines.join("\n") }, more)).toEqual(await good());
    number += 1;
    const path = writeDelivery(join(parent, `in-${number}`), {
      ...noCsv,
      "alles.asc": lines.with(2, "XX").with(4, `${lines[4]} `).join("\n"),
    });
    const outcome = await checkDelivery(request(path, join(parent, "data"), more));
    expect(outcome.outcome === "rejected" && outcome.faults.map((it) => [it.kind, it.places[0]?.line])).toEqual([
      ["record-type", 3],
      ["line-length", 5],
    ]);
  });

  test("letters of Windows-1252 in a number of a record, those that Latin-1 lacks too", async () => {
    const named = (to: string): Tables =>
      Object.fromEntries(
        Object.entries(goodTables).map(([type, rows]) => [
          type,
          rows.map((row) => row.map((it) => (it === "ML1" ? to : it))),
        ]),
      );
    for (const [letters, bytes] of [
      ["é", "\xe9"],
      ["€š", "\x80\x9a"],
    ] as const) {
      const utf8 = await kept(asFiles(named(`M${letters}1`), (rows) => toCsv(rows)));
      expect(await kept(asFiles(named(`M${bytes}1`), (rows) => Buffer.from(toCsv(rows), "latin1")))).toEqual(utf8);
      expect(utf8.melding?.[0]).toMatchObject({ meldingnummer: `M${letters}1` });
    }
  });
});

let goodRecords: Promise<Record<string, unknown[]>> | undefined;
const good = (): Promise<Record<string, unknown[]>> => (goodRecords ??= kept({}));

test("what is kept of a person is a keyed hash and a year", async () => {
  const { persoon } = await good();
  expect(persoon?.[0]).toEqual({
    record: 1,
    casusnummer: "C1",
    persoon: testKey.pseudonym("123456782"),
    geboortejaar: 1980,
    geslacht: "V",
    faults: 0,
  });
  expect(persoon?.[1]).toMatchObject({ persoon: null, geboortejaar: null });
});

describe("the engine and plain code agree on every value", () => {
  const protocol = catalogue.protocols.get("vt-2.0")!;
  const reading: Reading = {
    protocol,
    period: { code: "2024H1", start: "2024-01-01", end: "2024-06-30" },
    key: testKey,
  };
  const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 7, maxLength: 10 });
  const odd = fc.string({ unit: fc.constantFrom(..."0129- +.xT:e"), minLength: 1, maxLength: 11 });
  const near = fc.tuple(
    fc.constantFrom("1900", "1980", "2024", "0024", "2023"),
    fc.constantFrom("00", "01", "02", "06", "12", "13"),
    fc.constantFrom("00", "01", "28", "29", "30", "31", "32"),
  );
  const dates = fc.oneof(
    digits,
    odd,
    near.map((it) => it.join("")),
    near.map((it) => it.join("-")),
  );

  /** Values and faults of one field, as the engine finds them. */
  async function byEngine(type: string, name: string, texts: readonly string[]) {
    await using duck = await openDuck({ spill: join(parent, "spill"), threads: 1, memoryMb: 200 });
    const field = fieldsSql(protocol.records[type]!, reading, false).find((it) => it.field === name)!;
    const rows = texts.map((it) => `('${it.replaceAll("'", "''")}')`).join(", ");
    const source = `(SELECT nullif(trim(t), '') AS "raw ${name}" FROM (VALUES ${rows}) AS v(t))`;
    const wrong = field.checks.map((it) => `coalesce(${it.sql}, false)`).join(" OR ");
    // Awaited here: the engine closes with this block.
    return await duck.rows<{ value: unknown; wrong: boolean }>(
      `SELECT "${field.column}"::VARCHAR AS value, ${wrong} AS wrong FROM ${typedSql(source, [field], reading, type)}`,
    );
  }

  test("days", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(dates, { minLength: 300, maxLength: 300 }), async (texts) => {
        const found = await byEngine("casus", "datum_einde", texts);
        for (const [i, text] of texts.entries()) {
          const m = /^(\d{4})(-?)(\d\d)\2(\d\d)$/.exec(text.trim());
          const iso = m ? `${m[1]}-${m[3]}-${m[4]}` : "";
          const exists =
            m !== null &&
            Number(m[1]) >= 1900 &&
            Number(m[1]) < 2200 &&
            new Date(`${iso}T00:00Z`).toJSON()?.slice(0, 10) === iso;
          expect([text, found[i]?.wrong]).toEqual([text, text.trim() !== "" && !exists]);
          expect(exists ? found[i]?.value : iso).toBe(iso);
        }
      }),
      { numRuns: 8 },
    );
  });

  test("dates of birth and person ids", async () => {
    const texts = fc.array(dates, { minLength: 200, maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(texts, async (all) => {
        const births = await byEngine("persoon", "geboortedatum", all);
        const persons = await byEngine(
          "persoon",
          "bsn",
          all.map((it) => it.slice(0, 9)),
        );
        for (const [i, text] of all.entries()) {
          const birth = safeBirthDate(text.trim(), reading.period.end);
          expect([text, births[i]?.wrong]).toEqual([text, birth === "!"]);
          const year = birth === "-" ? "" : birth;
          expect(birth === "!" ? year : String(births[i]?.value ?? "")).toBe(year);
          const person = safePerson(text.slice(0, 9).trim(), testKey);
          if (person === "") continue;
          expect([text, persons[i]?.wrong]).toEqual([text, person.startsWith("!")]);
          expect(person.startsWith("!") ? person : (persons[i]?.value ?? "-")).toBe(person);
        }
      }),
      { numRuns: 5 },
    );
  });
});
