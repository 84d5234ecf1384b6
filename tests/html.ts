/**
 * A strict reader of the HTML that the site itself writes: every element but the void ones must be closed, in order.
 * It stands in for a parser that mends mistakes silently, because here a mistake must be seen.
 */
export interface Element {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (Element | string)[];
  readonly parent: Element | undefined;
}

const voids = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

const decode = (text: string): string =>
  text.includes("&")
    ? text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (all, code: string) =>
        code.startsWith("#")
          ? String.fromCodePoint(code[1] === "x" ? Number.parseInt(code.slice(2), 16) : Number(code.slice(1)))
          : (named[code] ?? all),
      )
    : text;

const tagPattern =
  /<!doctype html>|<!--[^]*?-->|<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s=>/"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*(\/?)>/gy;
const attributePattern = /([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/**
 * @returns the html element
 * @throws where a tag can't be read, or closes another than the open one
 */
export function parseHtml(html: string): Element {
  const top: Element = { tag: "#document", attributes: new Map(), children: [], parent: undefined };
  let open = top;
  let at = 0;
  const fail = (what: string): never => {
    throw new Error(`${what} at “${html.slice(Math.max(0, at - 60), at + 60)}”`);
  };
  while (at < html.length) {
    const next = html.indexOf("<", at);
    const text = html.slice(at, next < 0 ? undefined : next);
    if (text !== "") open.children.push(decode(text));
    if (next < 0) break;
    at = next;
    tagPattern.lastIndex = at;
    const match = tagPattern.exec(html) ?? fail("A tag that can't be read");
    at += match[0].length;
    const [, closing, name, attributes = "", selfClosing] = match;
    if (name === undefined) continue;
    const tag = name.toLowerCase();
    if (closing) {
      if (open.tag !== tag) fail(`</${tag}> closes <${open.tag}>`);
      open = open.parent ?? top;
      continue;
    }
    const element: Element = { tag, attributes: readAttributes(attributes), children: [], parent: open };
    open.children.push(element);
    if (!voids.has(tag) && !selfClosing) open = element;
  }
  if (open !== top) fail(`<${open.tag}> is not closed`);
  return find(top, (it) => it.tag === "html") ?? fail("No html element");
}

function readAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = "", double, single, bare] of text.matchAll(attributePattern)) {
    if (attributes.has(name)) throw new Error(`Attribute ${name} twice: ${text}`);
    attributes.set(name, decode(double ?? single ?? bare ?? ""));
  }
  return attributes;
}

const lists = new WeakMap<Element, readonly Element[]>();

/** The element and everything in it, in document order. That of a page is kept, since pages are asked many questions. */
export function elements(of: Element): readonly Element[] {
  const before = lists.get(of);
  if (before) return before;
  const list: Element[] = [];
  const collect = (it: Element): void => {
    list.push(it);
    for (const child of it.children) if (typeof child !== "string") collect(child);
  };
  collect(of);
  if (of.tag === "html") lists.set(of, list);
  return list;
}

export const find = (of: Element, test: (it: Element) => boolean): Element | undefined => elements(of).find(test);

export const findAll = (of: Element, test: (it: Element) => boolean): Element[] => elements(of).filter(test);

/** The nearest element around it (or itself) that passes. */
export function closest(of: Element, test: (it: Element) => boolean): Element | undefined {
  for (let it: Element | undefined = of; it; it = it.parent) if (test(it)) return it;
  return undefined;
}

export const attribute = (of: Element, name: string): string | undefined => of.attributes.get(name);

/** Text as a reader gets it, white space folded; parts that `skip` names are left out. */
export function textOf(of: Element, skip: (it: Element) => boolean = () => false): string {
  const collect = (it: Element): string =>
    it.children.map((child) => (typeof child === "string" ? child : skip(child) ? "" : collect(child))).join(" ");
  return collect(of).replace(/\s+/g, " ").trim();
}
