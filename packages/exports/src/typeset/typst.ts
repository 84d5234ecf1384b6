import { readFileSync } from "node:fs";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { fontFiles } from "./fonts.ts";
import { packPdf } from "./pack-pdf.ts";
import { allShowable } from "./showable.ts";

/** What the source reads, by name in the root: text and bytes as they are, all else as JSON in which every character can be set. */
export type TypesetFiles = Readonly<Record<string, string | Uint8Array | Readonly<Record<string, unknown>>>>;

export interface TypesetOptions {
  /** Day that the document says it was made, ISO: that of its edition, so that the same order gives the same bytes. */
  readonly date: string;
}

/** Typst refused, or warned: a font that isn't there, a picture without words. A fault of ours, never of a reader. */
export class TypesetError extends Error {
  readonly diagnostics: readonly string[];
  constructor(diagnostics: readonly string[]) {
    super(diagnostics.join("; "));
    this.diagnostics = diagnostics;
  }
}

/** A folder that isn't there: what is set comes from memory, and no source can read this machine. */
const nowhere = "/typeset-from-memory";
const sheet = readFileSync(new URL("./sheet.typ", import.meta.url), "utf8");

let shared: NodeCompiler | undefined;
/** Fonts are read once, and what two documents have alike is set once. */
const compiler = (): NodeCompiler =>
  (shared ??= NodeCompiler.create({
    workspace: nowhere,
    fontArgs: [{ fontBlobs: fontFiles.map((it) => readFileSync(it)) }],
  }));

/**
 * A Typst source as PDF/UA-1 with the typeface of the pages. The source may import `/sheet.typ`, the look that all documents share. What
 * readers and editors wrote goes in as JSON and is read with `json`, never spliced into the source: as data, markup is only text.
 * @throws TypesetError on every error and every warning
 */
export function typeset(source: string, files: TypesetFiles, { date }: TypesetOptions): Uint8Array {
  const it = compiler();
  it.resetShadow();
  for (const [name, content] of Object.entries({ "sheet.typ": sheet, ...files }))
    it.mapShadow(`${nowhere}/${name}`, bytesOf(content));
  it.mapShadow(`${nowhere}/main.typ`, Buffer.from(source));
  try {
    const result = it.compile({ mainFilePath: `${nowhere}/main.typ`, resetRead: true });
    const said = result.takeError() ?? result.takeWarnings();
    if (said) throw new TypesetError(said.shortDiagnostics.map((one) => words(one)));
    const document = result.result;
    if (!document) throw new TypesetError(["nothing was set"]);
    return packPdf(
      it.pdf(document, { pdfStandard: "ua-1", creationTimestamp: Date.parse(`${date}T00:00:00Z`) / 1000 }),
    );
  } catch (error) {
    throw error instanceof TypesetError ? error : new TypesetError([words(error)]);
  } finally {
    it.resetShadow();
    // What wasn't used by the last few documents is forgotten: memory stays within bounds.
    it.evictCache(4);
  }
}

function bytesOf(content: TypesetFiles[string]): Buffer {
  if (typeof content === "string") return Buffer.from(content);
  if (content instanceof Uint8Array) return Buffer.from(content);
  return Buffer.from(JSON.stringify(allShowable(content)));
}

/** The library puts what went wrong in plain objects or, where it throws, in `code`. */
function words(it: unknown): string {
  if (it instanceof Error) return "code" in it ? String(it.code) : it.message;
  if (typeof it === "object" && it !== null && "message" in it) return String(it.message);
  return JSON.stringify(it);
}
