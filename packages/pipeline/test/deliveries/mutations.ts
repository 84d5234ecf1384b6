import * as fc from "fast-check";
import { unzip, zip, type Entries, type Lie } from "./zip-entries.ts";

/** The files of a delivery; a folder is one that stands where a file should be, a link points at another name. */
export type Files = Readonly<Record<string, Buffer | "folder" | { readonly link: string }>>;

/** One change to a delivery. Numbers from 0 to 1 say where: in a file, among its lines, its columns or the files. */
export type Mutation = Readonly<{ file: number; at: number; to: number }> & Change;
type Change =
  | Readonly<{ kind: "insert" | "replace"; bytes: readonly number[] }>
  | Readonly<{ kind: "flip"; bit: number }>
  | Readonly<{ kind: "remove" | "repeat"; length: number }>
  | Readonly<{ kind: (typeof plainKinds)[number] }>
  | Readonly<{ kind: "huge-field"; length: number }>
  | Readonly<{ kind: "separators"; by: string }>
  | Readonly<{ kind: "encode"; as: (typeof encodings)[number] }>
  | Readonly<{ kind: "cell"; text: string }>
  | Readonly<{ kind: "said"; field: "organisatie" | "periode" | "protocol"; text: string }>
  | Readonly<{ kind: "name"; text: string }>
  | Readonly<{ kind: "become"; what: (typeof becomings)[number] }>
  | Readonly<{ kind: "in-book"; inner: BookChange }>;
/** A change inside a workbook; `bytes` changes are made to one of its parts, and the archive is made whole again. */
type BookChange =
  | Readonly<{ kind: "insert" | "replace"; bytes: readonly number[] }>
  | Readonly<{ kind: "remove" | "repeat"; length: number }>
  | Readonly<{ kind: "reference"; text: string }>
  | Readonly<{ kind: "bomb"; megabytes: number; part: string }>
  | Readonly<{ kind: "lie" } & Lie>
  | Readonly<{ kind: "lose" | "double-sheet" | "entities" }>;

const plainKinds = [
  "cut",
  "swap-columns",
  "swap-names",
  "double-line",
  "lose-line",
  "swap-lines",
  "open-quote",
] as const;
const encodings = ["utf16le", "utf16le without mark", "utf16be", "mark in the middle", "mark twice", "latin1"] as const;
const becomings = [
  "empty",
  "folder",
  "nothing",
  "dangling",
  "loop",
  "line ends",
  "mark",
  "gzip",
  "double",
  "only names",
] as const;

const byte = fc.oneof(
  fc.integer({ min: 0, max: 255 }),
  // What means something in a file.
  fc.constantFrom(...Buffer.from(";,\t|\"\r\n 019-.'*?[\\<>&/"), 0, 0x1a, 0x1f, 0xef, 0xff),
);
const bytes = fc.array(byte, { minLength: 1, maxLength: 6 });
const length = fc.integer({ min: 1, max: 80 });
const text = fc.oneof(
  fc.constantFrom(
    ..."0 -1 1e999 NaN null 00000000 99999999 20240230 20241301 0020240101 =1+1 GM9999 VT10 123456782 J '' ;DROP".split(
      " ",
    ),
    "' OR ''='",
    "\u202e20240101",
    "２０２４０１０１",
    "a\u0301".repeat(40),
    "9".repeat(400),
    "01|01|99",
    "|".repeat(300),
    "\u0000",
  ),
  fc.array(fc.integer({ min: 1, max: 0x2fff }), { maxLength: 12 }).map((it) => String.fromCharCode(...it)),
);
const bookBytes: fc.Arbitrary<BookChange> = fc.oneof(
  fc.record({ kind: fc.constantFrom("insert" as const, "replace" as const), bytes }),
  fc.record({ kind: fc.constantFrom("remove" as const, "repeat" as const), length }),
);
const bookChange: fc.Arbitrary<BookChange> = fc.oneof(
  { weight: 6, arbitrary: bookBytes },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("reference" as const),
      text: fc.constantFrom(
        "XFD1",
        "A1048576",
        "XFD1048576",
        "ZZZZZZ1",
        "A99999999",
        "A0",
        "1A",
        "",
        "A1e9",
        "&#90;ZZZZZZ2",
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("bomb" as const),
      megabytes: fc.constantFrom(1, 40, 300),
      part: fc.constantFrom("xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/media/picture.png"),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("lie" as const),
      size: fc.constantFrom(0, 1, 1_000_000, 0xffffffff),
      crc: fc.constantFrom(0, 0xdeadbeef),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom("lose" as const, "double-sheet" as const, "entities" as const) }),
  },
);

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom("insert" as const, "replace" as const), bytes }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("flip" as const), bit: fc.integer({ min: 0, max: 7 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("remove" as const, "repeat" as const), length }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constantFrom(...plainKinds) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("huge-field" as const),
      length: fc.constantFrom(65, 9_999, 10_001, 100_000, 3_000_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("separators" as const),
      by: fc.constantFrom(";", ",", "\t", "|", ":", "^", "||", " ", "\u0001"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("encode" as const), as: fc.constantFrom(...encodings) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("cell" as const), text }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("said" as const),
      field: fc.constantFrom("organisatie" as const, "periode" as const, "protocol" as const),
      text: fc.oneof(
        text,
        fc.constantFrom(
          "VT99",
          "VT11",
          "vt10",
          "2024H2",
          "2024H3",
          "2016H1",
          "1024H1",
          "2024HJ01",
          "vt-2.0",
          "vt-2015",
          "../x",
        ),
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("name" as const),
      text: fc.constantFrom("VT11_2024H1_", "VT10_2023H2_", "2024H9 ", "*", "[a]", "?", "a'b_", "é_", ".", "\n"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("become" as const), what: fc.constantFrom(...becomings) }) },
);
// Any place is as likely as another: left alone, the numbers would be small ones, and the changes in the first line.
const share = fc.noBias(fc.nat(9999)).map((it) => it / 10_000);
const where = { file: share, at: share, to: share };
const mutationOf = (of: fc.Arbitrary<Change>): fc.Arbitrary<Mutation> =>
  fc.tuple(fc.record(where), of).map(([place, it]) => ({ ...place, ...it }));

/** A change to any delivery. */
export const anyMutation = mutationOf(change);
/** A change to a workbook, mostly inside it. */
export const anyBookMutation = mutationOf(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant("in-book" as const), inner: bookChange }) },
    { weight: 2, arbitrary: change },
  ),
);

/** Spoils a delivery. */
export function mutate(files: Files, it: Mutation): Files {
  if (it.kind === "said") return { ...files, ...said(files["levering.json"], it.field, it.text) };
  const names = Object.keys(files).filter((name) => name !== "levering.json" || it.kind === "insert");
  const name = names[Math.floor(it.file * names.length)];
  const bytes = name === undefined ? undefined : files[name];
  if (name === undefined || !Buffer.isBuffer(bytes)) return files;
  if (it.kind === "become") return { ...files, ...become(name, bytes, it.what) };
  if (it.kind === "name") {
    const { [name]: _, ...others } = files;
    return { ...others, [`${it.text}${name}`]: bytes };
  }
  if (it.kind === "in-book") return { ...files, [name]: changeBook(bytes, it, it.inner) };
  return { ...files, [name]: changeBytes(bytes, it) };
}

function said(header: Files[string] | undefined, field: string, text: string): Files {
  if (header !== undefined && !Buffer.isBuffer(header)) return {};
  try {
    const before: unknown = JSON.parse(header?.toString("utf8") ?? "{}");
    return { "levering.json": Buffer.from(JSON.stringify({ ...(before as object), [field]: text })) };
  } catch {
    return {};
  }
}

function become(name: string, bytes: Buffer, what: (typeof becomings)[number]): Files {
  switch (what) {
    case "folder":
      return { [name]: "folder" };
    case "nothing":
      return { [name]: { link: "" } };
    case "dangling":
      return { [name]: { link: "elsewhere.csv" } };
    case "loop":
      return { [name]: { link: name } };
    case "double":
      return { [`VT10_2024H1_${name}`]: bytes };
    case "empty":
      return { [name]: Buffer.alloc(0) };
    case "line ends":
      return { [name]: Buffer.from("\n\r\n\n") };
    case "mark":
      return { [name]: Buffer.from([0xef, 0xbb, 0xbf]) };
    case "gzip":
      return { [name]: Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0]), bytes]) };
    case "only names":
      return { [name]: bytes.subarray(0, bytes.indexOf(10) + 1) };
  }
}

function changeBytes(file: Buffer, it: Exclude<Mutation, { kind: "said" | "become" | "name" | "in-book" }>): Buffer {
  const place = Math.floor(it.at * file.length);
  const [before, after] = [file.subarray(0, place), file.subarray(place)];
  switch (it.kind) {
    case "cut":
      return before;
    case "flip": {
      const copy = Buffer.from(file);
      if (copy.length > 0) copy[place] = copy[place]! ^ (1 << it.bit);
      return copy;
    }
    case "insert":
      return Buffer.concat([before, Buffer.from(it.bytes), after]);
    case "replace":
      return Buffer.concat([before, Buffer.from(it.bytes), after.subarray(it.bytes.length)]);
    case "remove":
      return Buffer.concat([before, after.subarray(it.length)]);
    case "repeat":
      return Buffer.concat([before, after.subarray(0, it.length), after]);
    case "open-quote":
      return Buffer.concat([before, Buffer.from('"'), after]);
    case "huge-field":
      return Buffer.concat([before, Buffer.alloc(it.length, "x"), after]);
    case "encode":
      return encode(file, place, it.as);
    default:
      return Buffer.from(changeLines(file.toString("latin1"), it), "latin1");
  }
}

function encode(file: Buffer, place: number, as: (typeof encodings)[number]): Buffer {
  const mark = Buffer.from([0xef, 0xbb, 0xbf]);
  switch (as) {
    case "utf16le":
      return Buffer.from(`\uFEFF${file.toString("utf8")}`, "utf16le");
    case "utf16le without mark":
      return Buffer.from(file.toString("utf8"), "utf16le");
    case "utf16be":
      return Buffer.from(`\uFEFF${file.toString("utf8")}`, "utf16le").swap16();
    case "mark in the middle":
      return Buffer.concat([file.subarray(0, place), mark, file.subarray(place)]);
    case "mark twice":
      return Buffer.concat([mark, mark, file]);
    case "latin1":
      return Buffer.concat([file.subarray(0, place), Buffer.from("é", "latin1"), file.subarray(place)]);
  }
}

function changeLines(
  file: string,
  it: Extract<Mutation, { kind: "separators" | "cell" | (typeof plainKinds)[number] }>,
): string {
  const lines = file.split(/(?<=\n)/);
  const separator = [";", ",", "\t"].find((one) => lines[0]?.includes(one)) ?? " ";
  const [line, other] = [Math.floor(it.at * lines.length), Math.floor(it.to * lines.length)];
  const cells = (text: string): string[] => text.split(separator);
  const swap = <T>(all: readonly T[], a: number, b: number): T[] => all.with(a, all[b]!).with(b, all[a]!);
  const columns = cells(lines[0] ?? "").length;
  const [column, beside] = [Math.floor(it.file * 7919 * columns) % columns, Math.floor(it.to * columns)];
  const swapped = (text: string): string =>
    cells(text).length === columns ? swap(cells(text), column, beside).join(separator) : text;
  switch (it.kind) {
    case "separators":
      return file.replaceAll(separator, it.by);
    case "swap-columns":
      return lines.map(swapped).join("");
    case "swap-names":
      return [swapped(lines[0] ?? ""), ...lines.slice(1)].join("");
    case "double-line":
      return lines.toSpliced(other, 0, lines[line] ?? "").join("");
    case "lose-line":
      return lines.toSpliced(line, 1).join("");
    case "swap-lines":
      return swap(lines, line, other).join("");
    case "cell": {
      const row = cells(lines[line] ?? "");
      return lines.with(line, row.with(Math.min(column, row.length - 1), it.text).join(separator)).join("");
    }
    default:
      return file;
  }
}

function changeBook(file: Buffer, { at, to }: Mutation, it: BookChange): Buffer {
  let parts: Entries;
  try {
    parts = unzip(file);
  } catch {
    return file;
  }
  const names = Object.keys(parts);
  // Most in the sheets and the list of texts.
  const held = names.filter((name) => /sheet\d+\.xml|sharedStrings/.test(name));
  const name = (to < 0.75 ? held : names)[Math.floor(((to * 101) % 1) * (to < 0.75 ? held : names).length)];
  if (name === undefined) return file;
  const part = parts[name]!;
  const place = { file: 0, at, to };
  switch (it.kind) {
    case "lose": {
      const { [name]: _, ...others } = parts;
      return zip(others);
    }
    case "lie":
      return zip(parts, { [name]: it });
    case "bomb":
      return zip({ ...parts, [it.part]: Buffer.alloc(it.megabytes << 20, " ") });
    case "double-sheet": {
      const book = parts["xl/workbook.xml"]?.toString("utf8").replace(/name="(melding|persoon)"/, 'name="casus"') ?? "";
      return zip({ ...parts, "xl/workbook.xml": Buffer.from(book) });
    }
    case "entities": {
      const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>';
      return zip({
        ...parts,
        [name]: Buffer.from(part.toString("utf8").replace("?>", `?>${bomb}`).replace("<t>", "<t>&b;")),
      });
    }
    case "reference": {
      const cells = [...part.toString("latin1").matchAll(/ r="[A-Z]*\d+"/g)];
      const cell = cells[Math.floor(at * cells.length)];
      if (!cell) return file;
      const row = /"\d/.test(cell[0]) ? it.text.replace(/^[A-Z]+/, "") : it.text;
      const [before, after] = [part.subarray(0, cell.index), part.subarray(cell.index + cell[0].length)];
      return zip({ ...parts, [name]: Buffer.concat([before, Buffer.from(` r="${row}"`), after]) });
    }
    default:
      return zip({ ...parts, [name]: changeBytes(part, { ...place, ...it }) });
  }
}
