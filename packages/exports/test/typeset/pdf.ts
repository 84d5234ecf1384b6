import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";

/** Whether the readers that tests look with are on this machine. */
export const hasPoppler = spawnSync("pdfinfo", ["-v"]).status === 0;

/** What an independent reader says of a PDF. */
function read(bytes: Uint8Array, command: string, options: readonly string[], after: readonly string[] = []): string {
  const folder = mkdtempSync(join(tmpdir(), "pdf-"));
  try {
    const file = join(folder, "it.pdf");
    writeFileSync(file, bytes);
    return execFileSync(command, [...options, file, ...after], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const pdfInfo = (bytes: Uint8Array): string => read(bytes, "pdfinfo", []);
export const pdfStructure = (bytes: Uint8Array): string => read(bytes, "pdfinfo", ["-struct-text"]);
/** The same without its text, which takes that reader minutes for a book. */
export const pdfElements = (bytes: Uint8Array): string => read(bytes, "pdfinfo", ["-struct"]);
export const pdfFonts = (bytes: Uint8Array): string => read(bytes, "pdffonts", []);
/** The text page by page, in reading order. */
export const pdfPages = (bytes: Uint8Array): readonly string[] =>
  read(bytes, "pdftotext", ["-layout"], ["-"]).split("\f").slice(0, -1);

/** The metadata that says which standard a PDF keeps to. */
export const keepsToUa = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes).toString("latin1").includes("<pdfuaid:part>1</pdfuaid:part>");

/** The objects of a PDF as text: those that are packed in streams too. */
export function pdfObjects(bytes: Uint8Array): string {
  const all = Buffer.from(bytes);
  const text = all.toString("latin1");
  const packed = [...text.matchAll(/\/Type \/ObjStm[^>]*\/Length (\d+) >>\nstream\n/g)].map((it) => {
    const begin = it.index + it[0].length;
    return inflateSync(all.subarray(begin, begin + Number(it[1]))).toString("latin1");
  });
  return [text, ...packed].join("\n");
}
