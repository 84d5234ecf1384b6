import { pdfElements } from "./pdf.ts";

/** An element of the structure of a PDF, as an independent reader finds it. */
export interface Tagged {
  readonly role: string;
  /** Of a heading, what it says. */
  readonly title: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly kids: readonly Tagged[];
}

type Open = { role: string; title: string; attributes: Record<string, string>; kids: Open[]; indent: number };

/** The tree that `pdfinfo -struct` writes, an element a line, two spaces deeper at each level. */
export function readStructure(bytes: Uint8Array): Tagged {
  const root: Open = { role: "Root", title: "", attributes: {}, kids: [], indent: -1 };
  const open = [root];
  for (const line of pdfElements(bytes).split("\n").filter(Boolean)) {
    const indent = line.search(/\S/);
    const [, attribute, value = ""] = /^\s*\/(\w+) (.*)$/.exec(line) ?? [];
    if (attribute !== undefined) {
      const last = open.at(-1);
      if (last) last.attributes[attribute] = value;
      continue;
    }
    while (open.length > 1 && (open.at(-1)?.indent ?? 0) >= indent) open.pop();
    const within = open.at(-1) ?? root;
    const [, role = "?", title = ""] = /^\s*(\w+)(?: "(.*)" \()?/.exec(line) ?? [];
    const element: Open = { role, title, attributes: {}, kids: [], indent };
    within.kids.push(element);
    open.push(element);
  }
  return root;
}

/** Every element with those around it, outermost first, in reading order. */
export function* walk(it: Tagged, around: readonly Tagged[] = []): Generator<readonly [Tagged, readonly Tagged[]]> {
  yield [it, around];
  for (const kid of it.kids) yield* walk(kid, [...around, it]);
}
