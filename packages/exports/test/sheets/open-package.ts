import { posix } from "node:path";
import { unzipSync } from "fflate";
import { elementsOf, sharedTexts, type Element } from "./read-xml.ts";

/** The parts of a workbook, read from its file and checked against each other. */
export interface OpenPackage {
  readonly parts: ReadonlyMap<string, string>;
  readonly elements: (path: string) => readonly Element[];
  readonly sheets: readonly { readonly name: string; readonly path: string; readonly table?: string }[];
  readonly texts: readonly string[];
}

/**
 * Opens an .xlsx by the rules of its package (ECMA-376 part 2): every part is well-formed XML and has a content type, every
 * relation leads to a part, every part but the content types is led to, and every number of a text or style is there.
 */
export function openPackage(bytes: Uint8Array): OpenPackage {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, decoder.decode(content)]));
  const read = new Map([...parts].map(([path, xml]) => [path, elementsOf(xml)]));
  const elements = (path: string): readonly Element[] => {
    const found = read.get(path);
    if (!found) throw new Error(`no part ${path}`);
    return found;
  };
  const reached = new Set(["[Content_Types].xml"]);
  const relationsOf = (path: string): ReadonlyMap<string, string> => {
    const at = posix.join(posix.dirname(path), "_rels", `${posix.basename(path)}.rels`);
    if (!parts.has(at)) return new Map();
    reached.add(at);
    return new Map(
      elements(at)
        .filter((it) => it.name === "Relationship")
        .map(({ attributes: { Id = "", Target = "" } }) => {
          const target = posix.join(posix.dirname(path), Target);
          elements(target);
          reached.add(target);
          return [Id, target];
        }),
    );
  };
  relationsOf("");
  const books = relationsOf("xl/workbook.xml");
  const texts = sharedTexts(parts.get("xl/sharedStrings.xml") ?? "");
  const styles = countOf(elements("xl/styles.xml"), "cellXfs");
  const sheets = elements("xl/workbook.xml")
    .filter((it) => it.name === "sheet")
    .map(({ attributes }) => {
      const path = books.get(attributes["r:id"] ?? "");
      if (path === undefined) throw new Error(`sheet ${attributes.name ?? ""} leads nowhere`);
      const tables = relationsOf(path);
      const part = elements(path).find((it) => it.name === "tablePart");
      const table = part && tables.get(part.attributes["r:id"] ?? "");
      if (part && !table) throw new Error(`the table of ${path} leads nowhere`);
      checkCells(elements(path), parts.get(path) ?? "", texts.length, styles);
      return { name: attributes.name ?? "", path, ...(table === undefined ? {} : { table }) };
    });
  checkTypes(elements("[Content_Types].xml"), [...parts.keys()]);
  for (const path of parts.keys()) if (!reached.has(path)) throw new Error(`nothing leads to ${path}`);
  return { parts, elements, sheets, texts };
}

const countOf = (elements: readonly Element[], name: string): number =>
  Number(elements.find((it) => it.name === name)?.attributes.count);

/** Cells stand in order, each once, with a style and a text that exist; none has a formula. */
function checkCells(elements: readonly Element[], xml: string, texts: number, styles: number): void {
  if (elements.some((it) => it.name === "f")) throw new Error("a formula");
  let row = 0;
  let column = "";
  for (const { name, attributes } of elements) {
    if (name === "row") {
      if (Number(attributes.r) <= row) throw new Error(`row ${attributes.r ?? ""} after ${row}`);
      row = Number(attributes.r);
      column = "";
    }
    if (name !== "c") continue;
    const [, letters = "", number = ""] = /^([A-Z]+)(\d+)$/.exec(attributes.r ?? "") ?? [];
    if (Number(number) !== row) throw new Error(`${attributes.r ?? ""} in row ${row}`);
    const later = letters.length > column.length || (letters.length === column.length && letters > column);
    if (!later) throw new Error(`${letters} after ${column}`);
    column = letters;
    if (Number(attributes.s) >= styles) throw new Error(`style ${attributes.s ?? ""}`);
  }
  for (const [, index] of xml.matchAll(/t="s"><v>(\d+)<\/v>/g))
    if (Number(index) >= texts) throw new Error(`text ${index ?? ""} of ${texts}`);
}

function checkTypes(elements: readonly Element[], paths: readonly string[]): void {
  const overrides = new Map(
    elements.filter((it) => it.name === "Override").map((it) => [it.attributes.PartName, it.attributes.ContentType]),
  );
  for (const path of overrides.keys())
    if (!paths.includes((path ?? "").slice(1))) throw new Error(`a content type for ${path ?? ""}, which isn't there`);
  for (const path of paths) {
    const own = path.endsWith(".rels") || path === "[Content_Types].xml" || overrides.has(`/${path}`);
    if (!own) throw new Error(`no content type for ${path}`);
  }
}
