import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import writeXlsxFile from "write-excel-file/node";
import { afterAll, describe, expect, test } from "vitest";
import { walkArchive } from "../../src/deliveries/walk-archive.ts";
import { readWorkbook } from "../../src/deliveries/read-workbook.ts";
import { unzip, zip } from "./zip-entries.ts";

const folder = mkdtempSync(join(tmpdir(), "workbooks-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const good = await writeXlsxFile([
  {
    sheet: "casus",
    data: [
      [{ value: "casusnummer" }, { value: "gemeente" }],
      [{ value: "C1" }, { value: 546, type: Number }],
    ],
  },
]).toBuffer();
const parts = unzip(good);
const sheet = "xl/worksheets/sheet1.xml";
/** The workbook with another address for its last cell, and for the row that it is in. */
const withCell = (address: string): Buffer => {
  const text = parts[sheet]!.toString("utf8");
  const row = /\d+$/.exec(address)?.[0] ?? "";
  expect(text).toMatch(/<row r="2"[^]*r="A2"[^]* r="B2"/);
  const moved = text.replace('<row r="2"', `<row r="${row}"`).replace('r="A2"', `r="A${row}"`);
  return zip({ ...parts, [sheet]: Buffer.from(moved.replace('r="B2"', `r="${address}"`)) });
};

async function read(bytes: Buffer): Promise<unknown> {
  const path = join(folder, "levering.xlsx");
  writeFileSync(path, bytes);
  const book = await readWorkbook(path, "levering.xlsx");
  return "sheets" in book ? book.sheets : `${book.kind} ${book.file}:${book.places[0]?.line}`;
}

describe("a workbook is read in bounded memory, or named as what can't be", () => {
  const rows = [
    {
      sheet: "casus",
      data: [
        ["casusnummer", "gemeente"],
        ["C1", 546],
      ],
    },
  ];

  test("a good one is read, also when it is packed by another program", async () => {
    expect(await read(good)).toEqual(rows);
    expect(await read(zip(parts))).toEqual(rows);
  });

  test.each(["ZZZZZZ2", "&#90;ZZZZZ2", "XFD1048576", "B99999999"])(
    "a cell at %s doesn't fill the memory",
    async (address) => {
      expect(await read(withCell(address))).toBe("workbook-large levering.xlsx:1");
    },
  );

  test("what is small when packed may not be large when unpacked", async () => {
    const bomb = zip({ ...parts, "xl/media/picture.png": Buffer.alloc(260 << 20) });
    expect(bomb.length).toBeLessThan(1 << 20);
    expect(await read(bomb)).toBe("workbook-large levering.xlsx:1");
    expect(await read(zip(parts, { [sheet]: { size: 0xfffffff0 } }))).toBe("workbook-large levering.xlsx:1");
    expect(await walkArchive(zip({ a: Buffer.alloc(600), b: Buffer.alloc(600) }), 1000)).toBe("workbook-large");
    expect(await walkArchive(zip({ a: Buffer.alloc(600), b: Buffer.alloc(400) }), 1000)).toEqual({
      unpacked: 1000,
      cells: 0,
    });
  });

  test("a byte that changed after it was packed is found, wherever it is in what is read", async () => {
    const whole = zip({ a: Buffer.from("20240301;20240302") });
    const end = whole.indexOf(Buffer.from("PK\u0001\u0002"));
    for (let at = 0; at < end; at += 1) {
      // What no reader heeds: version, flags, time, the name.
      if ((at >= 4 && at < 8) || (at >= 10 && at < 14) || at === 30) continue;
      for (const bit of [1, 16]) {
        const changed = Buffer.from(whole);
        changed[at] = changed[at]! ^ bit;
        expect([at, bit, await walkArchive(changed)]).toEqual([at, bit, expect.any(String)]);
      }
    }
  });

  test("one that is cut off, goes on behind its end, or is none", async () => {
    expect(await read(good.subarray(0, good.length / 2))).toBe("unreadable levering.xlsx:1");
    expect(await read(Buffer.concat([good, good]))).toBe("unreadable levering.xlsx:1");
    expect(await read(Buffer.from("casusnummer;gemeente\n"))).toBe("unreadable levering.xlsx:1");
    expect(await read(zip({}))).toBe("unreadable levering.xlsx:1");
    const { "xl/workbook.xml": _, ...without } = parts;
    expect(await read(zip(without))).toBe("unreadable levering.xlsx:1");
  });
});
