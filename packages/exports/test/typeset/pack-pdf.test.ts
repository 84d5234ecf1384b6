import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { expect, test } from "vitest";
import { packPdf } from "../../src/typeset/pack-pdf.ts";
import { hasPoppler, keepsToUa, pdfInfo, pdfPages, pdfStructure } from "./pdf.ts";

const source = `#set document(title: "Proef", date: datetime(year: 2026, month: 11, day: 22))
#set text(lang: "nl")
#for i in range(1, 4) [
  = Hoofdstuk #i
  #table(columns: 3, table.header[a][b][c], ..range(30).map(str))
  endobj, endstream, (haakje
]`;
const compiler = NodeCompiler.create({ workspace: "/typeset-from-memory" });
const plain = compiler.pdf({ mainFileContent: source }, { pdfStandard: "ua-1", creationTimestamp: 0 });

/** How large a file is differs, and nothing else. */
const withoutSize = (info: string): string => info.replace(/File size:.*/, "");

test("a packed document is a good deal smaller and still says to which standard it keeps", () => {
  const packed = packPdf(plain);
  expect(packed.length).toBeLessThan(plain.length * 0.7);
  expect(keepsToUa(packed)).toBe(true);
  expect(Buffer.from(packPdf(plain)).equals(Buffer.from(packed))).toBe(true);
});

test.skipIf(!hasPoppler)("another reader finds the same text, structure and properties in it (needs poppler)", () => {
  const packed = packPdf(plain);
  expect(pdfPages(packed)).toEqual(pdfPages(plain));
  expect(pdfStructure(packed)).toBe(pdfStructure(plain));
  expect(withoutSize(pdfInfo(packed))).toBe(withoutSize(pdfInfo(plain)));
});

test.each([
  ["no document", "hello"],
  ["one that ends too soon", "%PDF-1.7\nstartxref\n12\n%%EOF"],
  ["a document that is packed already", Buffer.from(packPdf(plain))],
])("%s is left as it is", (_what, content) => {
  const bytes = Buffer.from(content);
  expect(packPdf(bytes)).toBe(bytes);
});
