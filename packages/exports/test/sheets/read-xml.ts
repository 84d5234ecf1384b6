/** An element of an XML file with its attributes; namespaces stay in the names. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string | undefined) =>
    code === undefined ? (entities[name ?? ""] ?? "") : String.fromCodePoint(Number(code)),
  );

/**
 * Reads XML as strictly as a spreadsheet does: quoted attributes, none twice, elements that close in order, one root, no
 * character that XML 1.0 doesn't allow.
 * @returns the elements in their order; throws and says what is wrong
 */
export function elementsOf(xml: string): readonly Element[] {
  // oxlint-disable-next-line no-control-regex -- these are what XML 1.0 does not allow
  const strange = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.exec(xml);
  if (strange || !xml.isWellFormed()) throw new Error(`a character that XML doesn't allow at ${strange?.index ?? "?"}`);
  const body = /^<\?xml version="1\.0" encoding="UTF-8" standalone="yes"\?>\n/.exec(xml);
  if (!body) throw new Error("no XML declaration");
  const elements: Element[] = [];
  const open: string[] = [];
  const token =
    /(?:[^<>&]|&(?:amp|lt|gt|quot|apos|#\d+);)+|<(\/?)([a-zA-Z:]+)((?: [a-zA-Z:]+="(?:[^"<&]|&(?:amp|lt|gt|quot|#\d+);)*")*)(\/?)>/gy;
  token.lastIndex = body[0].length;
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const [whole = "", close, name, attributes = "", empty] = token.exec(xml) ?? [];
    if (whole === "") throw new Error(`no XML: ${xml.slice(at, at + 80)}`);
    if (name === undefined) {
      if (open.length === 0) throw new Error("text outside the root");
      continue;
    }
    const pairs = [...attributes.matchAll(/ ([a-zA-Z:]+)="([^"]*)"/g)].map(
      ([, key = "", value = ""]) => [key, unescaped(value)] as const,
    );
    if (new Set(pairs.map(([key]) => key)).size !== pairs.length) throw new Error(`an attribute twice: ${whole}`);
    if (close && open.pop() !== name) throw new Error(`</${name}> closes another element`);
    if (!close && open.length === 0 && elements.length > 0) throw new Error("a second root");
    if (!close && !empty) open.push(name);
    if (!close) elements.push({ name, attributes: Object.fromEntries(pairs) });
  }
  if (open.length > 0) throw new Error(`${open.join(", ")} never closed`);
  return elements;
}

/** The texts of a file of shared strings, with the escapes of workbooks taken away. */
export const sharedTexts = (xml: string): readonly string[] =>
  [...xml.matchAll(/<si><t xml:space="preserve">([^<]*)<\/t><\/si>/g)].map(([, text = ""]) =>
    unescaped(text).replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    ),
  );
