import { strFromU8, unzipSync } from "fflate";

/** An element of XML. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const plain = (text: string): string =>
  text.replace(/&(#?\w+);/g, (_, name: string) => {
    if (!name.startsWith("#")) return entities[name]!;
    const code = name[1] === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    if (code < 32 && ![9, 10, 13].includes(code)) throw new Error(`a sign that XML can't hold: ${name}`);
    return String.fromCodePoint(code);
  });

/** Reads XML as strictly as a program would: what is not well-formed throws. */
export function readXml(xml: string): Element {
  // eslint-disable-next-line no-control-regex -- what XML can't hold
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml) || !xml.isWellFormed())
    throw new Error("a sign that XML can't hold");
  const root: { children: (Element | string)[] } = { children: [] };
  const open: { name: string; children: (Element | string)[] }[] = [{ name: "", children: root.children }];
  const token =
    /<\?[^?]*\?>|<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*"(?:[^"<&]|&(?:amp|lt|gt|quot|apos|#x[0-9a-fA-F]+|#[0-9]+);)*")*)\s*(\/?)>|((?:[^<&]|&(?:amp|lt|gt|quot|apos|#x[0-9a-fA-F]+|#[0-9]+);)+)/y;
  while (token.lastIndex < xml.length) {
    const from = token.lastIndex;
    const found = token.exec(xml);
    if (!found) throw new Error(`not well-formed: ${xml.slice(from, from + 90)}`);
    const [, close, name, written = "", empty, text] = found;
    if (text !== undefined) open.at(-1)!.children.push(plain(text));
    if (name === undefined) continue;
    if (close) {
      if (open.pop()!.name !== name) throw new Error(`</${name}> closes another element`);
      continue;
    }
    const pairs = [...written.matchAll(/([\w:.-]+)\s*=\s*"([^"]*)"/g)].map(([, key, value]) => [key!, plain(value!)]);
    if (new Set(pairs.map(([key]) => key)).size !== pairs.length) throw new Error(`an attribute twice: ${found[0]}`);
    const element = { name, attributes: Object.fromEntries(pairs), children: [] };
    open.at(-1)!.children.push(element);
    if (!empty) open.push(element);
  }
  const elements = root.children.filter((it): it is Element => typeof it !== "string");
  if (open.length !== 1 || elements.length !== 1) throw new Error("not one root");
  return elements[0]!;
}

/** All elements of a name, in order. */
export const all = (it: Element, name: string): Element[] =>
  it.children.flatMap((child) =>
    typeof child === "string" ? [] : [...(child.name === name ? [child] : []), ...all(child, name)],
  );

export const textOf = (it: Element): string =>
  it.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");

/** A file of Office: every part by name, and the XML of those that are, read once. */
export interface Office {
  readonly names: readonly string[];
  readonly xml: (name: string) => Element;
  readonly bytes: (name: string) => Uint8Array;
}

export function readOffice(bytes: Uint8Array): Office {
  const parts = unzipSync(bytes);
  const read = new Map<string, Element>();
  return {
    names: Object.keys(parts),
    xml: (name) => {
      const known = read.get(name) ?? readXml(strFromU8(parts[name] ?? new Uint8Array()));
      read.set(name, known);
      return known;
    },
    bytes: (name) => parts[name]!,
  };
}

/** What is wrong with a package: XML, relations that lead nowhere, parts without a kind. Empty when nothing is. */
export function faultsOf(office: Office): string[] {
  const faults: string[] = [];
  const types = office.xml("[Content_Types].xml");
  const named = new Set(all(types, "Override").map((it) => it.attributes["PartName"]));
  const endings = new Set(all(types, "Default").map((it) => it.attributes["Extension"]));
  for (const name of named) if (!office.names.includes(name!.slice(1))) faults.push(`${name} is named but not there`);
  for (const name of office.names) {
    const ending = name.split(".").at(-1)!;
    if (name !== "[Content_Types].xml" && !named.has(`/${name}`) && !endings.has(ending))
      faults.push(`${name} has no kind`);
    if (!["xml", "rels", "svg"].includes(ending)) continue;
    try {
      office.xml(name);
    } catch (error) {
      faults.push(`${name}: ${String(error)}`);
    }
    if (ending !== "rels") continue;
    const folder = name.replace(/_rels\/[^/]*$/, "");
    for (const it of all(office.xml(name), "Relationship")) {
      const { Target: target = "", TargetMode: mode } = it.attributes;
      if (mode === "External") continue;
      const path = new URL(target, `http://here/${folder}`).pathname.slice(1);
      if (!office.names.includes(path)) faults.push(`${name}: ${target} is not there`);
    }
  }
  return faults;
}
