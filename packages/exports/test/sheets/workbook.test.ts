import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Area } from "@impactmonitor/model/area";
import { sourceSchema } from "@impactmonitor/model/source";
import { languages } from "@impactmonitor/model/text";
import { formatDate } from "@impactmonitor/views/format";
import { editionName, practiceWords } from "@impactmonitor/views/practice-words";
import { figure } from "../../../edition/test/sample-edition.ts";
import { builtBook } from "../../../pipeline/test/built-edition.ts";
import { sampleArea, sampleBook, sampleIndicator } from "../../../views/test/sample-book.ts";
import { CannotMake, makeDocument } from "../../src/documents/make-document.ts";
import type { Subject } from "../../src/documents/order.ts";
import { cellText, harmless, unharmed } from "../../src/sheets/plain-text.ts";
import { columnLetters, headerFooter, rowHeight } from "../../src/sheets/sheet-xml.ts";
import type { Workbook } from "../../src/sheets/workbook.ts";
import { writeWorkbook } from "../../src/sheets/write-workbook.ts";
import { madeOnce } from "../made-once.ts";
import { openPackage, type OpenPackage } from "./open-package.ts";
import { readBack, rowsOf } from "./read-back.ts";
import { orderOf, paperOf } from "./sample-paper.ts";
import { elementsOf } from "./read-xml.ts";

const book = builtBook();
const paper = paperOf(book);
const drenthe: Subject = { kind: "area", area: "VT02" };
const made = madeOnce(paper);

const about = { title: "A title", language: "en", date: "2026-11-22", above: "", below: "" } as const;
const tableOf = (rows: Iterable<readonly (string | number | undefined)[]>, columns: readonly string[]): Workbook => ({
  ...about,
  sheets: [
    {
      kind: "table",
      name: "Figures",
      columns: columns.map((title) => ({ title, width: 12 })),
      rows,
      wrap: true,
      source: "",
    },
  ],
});

/** What the tables of a workbook must be for a spreadsheet to open it without mending. */
function checkTables(opened: OpenPackage): void {
  for (const { path, table } of opened.sheets) {
    if (table === undefined) continue;
    const elements = opened.elements(table);
    const names = elements.filter((it) => it.name === "tableColumn").map((it) => it.attributes.name);
    const head = [...(opened.parts.get(path) ?? "").matchAll(/<c r="[A-Z]+2" s="\d+" t="s"><v>(\d+)<\/v>/g)];
    expect(names).toEqual(head.map(([, index]) => opened.texts[Number(index)]));
    expect(new Set(names.map((it) => it?.toLowerCase())).size).toBe(names.length);
    const rows = opened.elements(path).filter((it) => it.name === "row").length;
    const area = `A2:${columnLetters(names.length - 1)}${rows}`;
    expect(elements[0]?.attributes.ref).toBe(area);
    expect(elements.find((it) => it.name === "autoFilter")?.attributes.ref).toBe(area);
    const pane = opened.elements(path).find((it) => it.name === "pane");
    expect(pane?.attributes).toMatchObject({ ySplit: "2", state: "frozen", topLeftCell: "A3" });
  }
}

describe("a workbook", () => {
  test("of a region is a whole package with a table on each sheet of data, in both languages", async () => {
    for (const language of ["nl", "en"] as const) {
      const opened = openPackage(await made(orderOf(drenthe, "xlsx", language)));
      expect(opened.sheets.map((it) => it.name)).toEqual(
        language === "nl"
          ? ["Voorblad", "Overzicht", "Cijfers", "Wat ontbreekt", "Het gebied", "Over de cijfers", "Kolommen"]
          : ["Cover", "Overview", "Figures", "What is missing", "The area", "About the figures", "Columns"],
      );
      expect(opened.sheets.slice(1).every((it) => it.table !== undefined)).toBe(true);
      checkTables(opened);
    }
  });

  test("of an indicator, a comparison and the edition is a whole package too", async () => {
    const subjects: Subject[] = [
      { kind: "indicator", indicator: "reports-received" },
      { kind: "edition" },
      { kind: "comparison", areas: ["VT02", "VT01"], indicators: [{ indicator: "reports-received" }], form: "index" },
    ];
    for (const subject of subjects) {
      const opened = openPackage(await made(orderOf(subject)));
      expect(opened.sheets.filter((it) => it.table)).toHaveLength(3);
      checkTables(opened);
    }
  });

  test("is the same bytes each time, in whatever time zone", async () => {
    const [first, second] = [await made(orderOf(drenthe)), await makeDocument(paper, orderOf(drenthe))];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    const zone = process.env.TZ;
    process.env.TZ = "Pacific/Auckland";
    const elsewhere = await makeDocument(paper, orderOf(drenthe));
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(Buffer.from(first).equals(Buffer.from(elsewhere))).toBe(true);
  });

  test("says on its cover what it is, from when, with which licence, and what every mark and reason means", async () => {
    const { texts } = openPackage(await made(orderOf(drenthe)));
    const all = texts.join("\n");
    for (const words of [
      "Alle cijfers: Drenthe",
      "Editie 2026-11",
      "22 november 2026",
      "info@example.org",
      "CC BY 4.0",
      "(suppressed)",
      "(not-delivered)",
      "(unspecified)",
      "(provisional)",
      "(break)",
      "Noem daarbij de bron van het cijfer",
    ])
      expect(all).toContain(words);
  });

  test("prints figures on one page beside each other, up to their marks, and repeats the heads", async () => {
    for (const kind of ["published", "practice"] as const) {
      const opened = openPackage(await makeDocument(paperOf({ ...book, kind }), orderOf(drenthe)));
      const names = opened.parts.get("xl/workbook.xml") ?? "";
      const tables = opened.sheets.filter((it) => it.table);
      expect(names.match(/_xlnm\.Print_Titles" localSheetId="\d">'[^']+'!\$2:\$2</g)).toHaveLength(tables.length);
      expect(names.match(/_xlnm\.Print_Area/g)).toHaveLength(tables.length);
      // For practice the first column repeats what stands above each page.
      const [first, last] = kind === "published" ? ["A", "K"] : ["B", "L"];
      const path = opened.sheets.find((it) => it.name === "Cijfers")?.path ?? "";
      const rows = opened.elements(path).filter((it) => it.name === "row").length;
      expect(names).toContain(`'Cijfers'!$${first}$2:$${last}$${rows}<`);
      const head = new RegExp(`<c r="${last}2" s="\\d+" t="s"><v>(\\d+)<`).exec(opened.parts.get(path) ?? "");
      expect(opened.texts[Number(head?.[1])]).toBe("Tekens bij de waarde");
      expect(opened.elements(path).find((it) => it.name === "pageSetup")?.attributes).toMatchObject({
        fitToWidth: "1",
        fitToHeight: "0",
        // What of a row goes onto another page lies next in the pile.
        pageOrder: "overThenDown",
      });
    }
  });

  test("shows numbers as the pages do and keeps them as they are", async () => {
    const opened = openPackage(await made(orderOf({ kind: "edition" })));
    const formats = opened
      .elements("xl/styles.xml")
      .filter((it) => it.name === "numFmt")
      .map((it) => it.attributes.formatCode);
    expect(formats).toEqual(["#,##0", '#,##0"%"', "#,##0.0", '#,##0.0"%"', "#,##0.00", '#,##0.00"%"']);
  });
});

test("of an area without any figure tells what is missing, and has no table of nothing", async () => {
  const area = book.areasAt("municipality", book.date).find((it) => book.indicatorsOf(it.code).length === 0);
  const opened = openPackage(await makeDocument(paper, orderOf({ kind: "area", area: area?.code ?? "" })));
  expect(opened.sheets.map((it) => it.name)).toEqual(["Voorblad", "Wat ontbreekt", "Het gebied", "Kolommen"]);
  checkTables(opened);
});

describe("a practice edition", () => {
  const practice = paperOf({ ...book, kind: "practice" });
  const band = practiceWords.band.nl;

  test("is marked on the cover, above each printed sheet, in the title and on each row of figures", async () => {
    const bytes = await makeDocument(practice, orderOf(drenthe));
    const opened = openPackage(bytes);
    for (const { path } of opened.sheets)
      expect(opened.parts.get(path)).toContain(`<oddHeader>&amp;C&amp;B${band}</oddHeader>`);
    expect(opened.parts.get("docProps/core.xml")).toContain("<dc:title>Oefencijfers: Alle cijfers: Drenthe");
    const sheets = await readBack(bytes);
    for (const name of ["Overzicht", "Cijfers", "Wat ontbreekt"])
      for (const row of rowsOf(sheets, name)) expect(row.Oefencijfers).toBe(band);
    const comparison: Subject = {
      kind: "comparison",
      areas: ["VT02", "VT01"],
      indicators: [{ indicator: "reports-received" }],
      form: "rate",
    };
    for (const row of rowsOf(await readBack(await makeDocument(practice, orderOf(comparison))), "Vergelijking"))
      expect(row.Oefencijfers).toBe(band);
  });

  test("is marked on each line of both kinds of CSV", async () => {
    for (const format of ["csv-excel", "csv-machine"] as const) {
      const text = new TextDecoder().decode(await makeDocument(practice, orderOf(drenthe, format)));
      const lines = text.trimEnd().split("\r\n").slice(1);
      expect(lines.length).toBeGreaterThan(50);
      for (const line of lines) expect(line.startsWith(format === "csv-excel" ? band : `"${band}"`)).toBe(true);
    }
  });

  test("leaves no mark on real figures", async () => {
    const { parts } = openPackage(await made(orderOf(drenthe)));
    for (const xml of parts.values()) expect(xml).not.toMatch(/OEFEN|Oefencijfers/);
  });
});

describe("edition, date, source and what marks them stand on every sheet of every workbook", () => {
  const area = book.areasAt("municipality", book.date).find((it) => book.indicatorsOf(it.code).length === 0);
  const subjects: readonly Subject[] = [
    drenthe,
    { kind: "area", area: "NL01" },
    { kind: "area", area: area?.code ?? "" },
    { kind: "indicator", indicator: "reports-received" },
    { kind: "indicator", indicator: "reports-received", area: "VT02" },
    { kind: "comparison", areas: ["VT02", "VT01"], indicators: [{ indicator: "reports-received" }], form: "rate" },
    { kind: "edition" },
  ];
  const kinds = { published: made, practice: madeOnce(paperOf({ ...book, kind: "practice" })) };

  test.each(["published", "practice"] as const)("of %s figures, in sight and on paper", async (kind) => {
    for (const language of languages)
      for (const subject of subjects) {
        const opened = openPackage(await kinds[kind](orderOf(subject, "xlsx", language)));
        const said = `Impactmonitor, ${editionName({ kind, id: book.id }, language)}, ${formatDate(book.date, language)} – `;
        const band = practiceWords.band[language];
        for (const { name, path, table } of opened.sheets) {
          const [, above] = /<oddHeader>(.*?)<\/oddHeader>/.exec(opened.parts.get(path) ?? "") ?? [];
          expect(above).toBe(kind === "practice" ? `&amp;C&amp;B${band}` : undefined);
          const [, below = ""] = /<oddFooter>(.*?)<\/oddFooter>/.exec(opened.parts.get(path) ?? "") ?? [];
          expect(below.startsWith(`&amp;L${said}`), `${name}: ${below}`).toBe(true);
          const [, source = ""] = /&#10;(.+)&amp;R&amp;P \/ &amp;N$/.exec(below) ?? [];
          expect(source).toMatch(/bron|source|Opgesteld door|Drawn up by/i);
          expect(source).not.toContain("…");
          if (table === undefined) continue;
          const [, index] = /<c r="A1" s="\d+" t="s"><v>(\d+)</.exec(opened.parts.get(path) ?? "") ?? [];
          const line = opened.texts[Number(index)] ?? "";
          expect(line.startsWith(kind === "practice" ? `${band} – ${said}` : said), line).toBe(true);
          expect(line.endsWith(` – ${source}`), line).toBe(true);
        }
      }
  });
});

test("an edition that was withdrawn says so on the cover and above each printed sheet", async () => {
  const why = { nl: "Er zat een fout in.", en: "There was a mistake in it." };
  const opened = openPackage(await makeDocument(paperOf(book, { withdrawn: why }), orderOf(drenthe)));
  expect(opened.texts).toEqual(expect.arrayContaining(["DEZE EDITIE IS INGETROKKEN", why.nl]));
  for (const { path } of opened.sheets)
    expect(opened.parts.get(path)).toContain("<oddHeader>&amp;C&amp;BDEZE EDITIE IS INGETROKKEN</oddHeader>");
});

describe("what readers chose", () => {
  const figures = async (subject: Subject, choices: Parameters<typeof orderOf>[3]) =>
    rowsOf(await readBack(await makeDocument(paper, orderOf(subject, "xlsx", "nl", choices))), "Cijfers");

  test("periods: only figures that lie wholly within them", async () => {
    const rows = await figures(drenthe, { from: "2020", until: "2021H1" });
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(String(row["Periode (code)"])).toMatch(/^2020|^2021H1$|^2021Q[12]$/);
  });

  test("themes: only those", async () => {
    const theme = book.indicators.get("reports-received")?.theme ?? "";
    const rows = await figures(drenthe, { themes: [theme] });
    expect(new Set(rows.map((row) => row["Thema (code)"]))).toEqual(new Set([theme]));
  });

  test("areas beside it: their figures too", async () => {
    const rows = await figures(drenthe, { beside: ["VT01", "NL01"] });
    expect(new Set(rows.map((row) => row["Gebied (code)"]))).toEqual(new Set(["VT02", "VT01", "NL01"]));
  });

  test("an area, indicator, theme or period that is not there is refused in words", async () => {
    const orders: [Subject, Parameters<typeof orderOf>[3]?][] = [
      [{ kind: "area", area: "VT99" }],
      [{ kind: "indicator", indicator: "nothing" }],
      [drenthe, { themes: ["nothing"] }],
      [drenthe, { from: "soon" }],
      [drenthe, { from: "1950", until: "1951" }],
      [{ kind: "comparison", areas: ["VT02"], indicators: [{ indicator: "nothing" }], form: "rate" }],
      [{ kind: "comparison", areas: [], indicators: [], form: "rate" }],
    ];
    for (const [subject, choices] of orders)
      await expect(makeDocument(paper, orderOf(subject, "xlsx", "nl", choices))).rejects.toThrow(CannotMake);
  });
});

describe("the writer", () => {
  test("goes on to another sheet where one is full", async () => {
    const rows = Array.from({ length: 25 }, (_, i) => [`row ${i}`, i]);
    const bytes = await writeWorkbook(tableOf(rows, ["a", "b"]), 11);
    const opened = openPackage(bytes);
    expect(opened.sheets.map((it) => it.name)).toEqual(["Figures", "Figures 2", "Figures 3"]);
    checkTables(opened);
    const read = await readBack(bytes);
    expect([...read.values()].flat().map((row) => row.b)).toEqual(rows.map(([, i]) => i));
  });

  test("makes no table of nothing", async () => {
    const opened = openPackage(await writeWorkbook(tableOf([], ["a", "b"])));
    expect(opened.sheets).toEqual([{ name: "Figures", path: "xl/worksheets/sheet1.xml" }]);
  });

  test("takes rows one at a time: none is made before the one before it was written", async () => {
    let made = 0;
    let most = 0;
    let taken = 0;
    function* rows(): Generator<readonly (string | number)[]> {
      for (; made < 3000; made++) {
        most = Math.max(most, made - taken);
        yield [made];
        taken = made;
      }
    }
    await writeWorkbook(tableOf(rows(), ["a"]));
    expect(made).toBe(3000);
    expect(most).toBeLessThanOrEqual(1);
  });

  test("fails with what went wrong while a row was made", async () => {
    function* rows(): Generator<readonly string[]> {
      yield ["a"];
      throw new RangeError("no more");
    }
    await expect(writeWorkbook(tableOf(rows(), ["a"]))).rejects.toThrow("no more");
  });

  test("writes any text so that the package stays whole and it is read back", async () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "=cmd|'/C calc'!A0",
        "</t></si>",
        "&amp;",
        "_x0041_",
        "\u0000",
        "\ud800",
        "]]>",
        "'",
        " a ",
        "\n\n",
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(hostile, fc.integer()), { minLength: 1, maxLength: 5 }), async (rows) => {
        const opened = openPackage(await writeWorkbook({ ...tableOf(rows, ["a", "b"]), title: rows[0]?.[0] ?? "" }));
        for (const text of opened.texts) expect(harmless(unharmed(text))).toBe(text);
        const written = rows.map(([text]) => text).filter((it) => it !== "");
        expect(opened.texts).toEqual(expect.arrayContaining(written.map(cellText)));
      }),
      { numRuns: 40 },
    );
  });

  test("keeps what is hostile in a catalogue from becoming a formula or a command, in all formats", async () => {
    const formula = `=HYPERLINK("http://x","y")`;
    const text = { nl: `${formula}&P`, en: formula };
    const area: Area = sampleArea("VT02", "vt-region", formula);
    const bad = sampleBook({
      indicators: [sampleIndicator({ title: text, doesNotSay: [text] })],
      areas: [area],
      sources: [
        sourceSchema.parse({ ...book.catalogue.sources[0], id: "veilig-thuis", title: text, shortTitle: text }),
      ],
      figures: [
        figure({ area: area.code, reading: { title: formula, url: formula, published: "2022", primary: true } }),
      ],
    });
    const subject: Subject = { kind: "area", area: "VT02" };
    const opened = openPackage(await makeDocument(paperOf(bad), orderOf(subject)));
    for (const it of opened.texts) expect(it).not.toMatch(/^\s*[=+\-@]/);
    expect(opened.parts.get("xl/worksheets/sheet1.xml")).not.toMatch(/<f>/);
    for (const format of ["csv-excel", "csv-machine"] as const) {
      const csv = new TextDecoder().decode(await makeDocument(paperOf(bad), orderOf(subject, format)));
      expect(csv).not.toMatch(/(^|[;,])"?=/m);
      expect(csv).toContain("'=HYPERLINK");
    }
  });
});

describe("above and below a printed sheet", () => {
  const plain = (xml: string): string =>
    xml.replace(/&(amp|lt|gt|quot|#10);/g, (_, it: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[it] ?? "\n");

  test("stays within what Excel takes, and a sign & is no command", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 600 }),
      fc.string({ unit: fc.constantFrom("&", "😀") }),
    );
    fc.assert(
      fc.property(text, text, text, (above, below, source) => {
        const xml = headerFooter({ above, below }, source);
        const read = elementsOf(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`);
        expect(read[0]?.name).toBe("headerFooter");
        for (const [, words = ""] of xml.matchAll(/<odd(?:Header|Footer)>(.*?)<\//gs)) {
          expect(plain(words).length).toBeLessThanOrEqual(255);
          // Each & of a text stands twice: what is left are our own commands.
          expect(plain(words).replaceAll("&&", "").match(/&./gsu)?.join("") ?? "").toMatch(/^(&C&B?|&L&R&P&N)/);
        }
      }),
    );
    expect(headerFooter({ above: "A & B", below: "C" }, "")).toContain("&amp;BA &amp;&amp; B");
  });
});

test("a row is as high as its longest text needs, and no higher than Excel takes", () => {
  expect(rowHeight([["one line", 20]])).toBe(15);
  expect(rowHeight([["one two three four five six", 10]])).toBe(45);
  expect(rowHeight([["a\nb\nc", 20]])).toBe(45);
  expect(rowHeight([["x".repeat(10_000), 10]])).toBe(409);
});
