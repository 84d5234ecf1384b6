/**
 * Leaves out of a component's style sheet the rules for variants that no page of ours has. Only rules go of which
 * every selector names a class that is not in use; a rule that we can't place stays.
 *
 * @param css style sheet without strings that hold braces, such as those of the NL Design System
 * @param used classes that occur in our pages
 */
export function pruneStyle(css: string, used: ReadonlySet<string>): string {
  return blocksOf(css.replace(/\/\*[\s\S]*?\*\//g, ""))
    .map(({ head, body }) => {
      if (body === undefined) return head;
      if (/^@(media|supports|layer)\b/.test(head)) {
        const inner = pruneStyle(body, used);
        return inner === "" ? "" : `${head}{${inner}}`;
      }
      if (head.startsWith("@")) return `${head}{${body}}`;
      const selectors = splitSelectors(head).filter((it) => isUsed(it, used));
      return selectors.length === 0 ? "" : `${selectors.join(",")}{${body}}`;
    })
    .join("");
}

/** Names that look like a class of a component, wherever they stand in our sources. */
export const classesIn = (source: string): string[] => source.match(/\b(?:nl|utrecht)-[a-z0-9_-]+/g) ?? [];

/** What stands within `:not()` does not have to be there. */
const isUsed = (selector: string, used: ReadonlySet<string>): boolean =>
  [...selector.replace(/:not\((?:[^()]|\([^()]*\))*\)/g, "").matchAll(/\.([\w-]+)/g)].every(([, name = ""]) =>
    /^(nl|utrecht)-/.test(name) ? used.has(name) : true,
  );

export interface Block {
  readonly head: string;
  /** Absent for a statement such as `@charset "utf-8";`. */
  readonly body?: string;
}

/** The rules and statements of a sheet, one after another. */
export function blocksOf(css: string): Block[] {
  const blocks: Block[] = [];
  let [start, depth, open] = [0, 0, 0];
  for (let i = 0; i < css.length; i++) {
    const it = css[i];
    if (it === "{" && depth++ === 0) open = i;
    if (it === ";" && depth === 0) {
      blocks.push({ head: css.slice(start, i + 1).trim() });
      start = i + 1;
    }
    if (it === "}" && --depth === 0) {
      blocks.push({ head: css.slice(start, open).trim(), body: css.slice(open + 1, i) });
      start = i + 1;
    }
  }
  if (depth !== 0 || css.slice(start).trim() !== "") throw new Error("A style sheet of a component breaks off.");
  return blocks;
}

/** At commas outside brackets: `:is(a, b)` is one selector. */
function splitSelectors(head: string): string[] {
  const list: string[] = [];
  let [start, depth] = [0, 0];
  for (let i = 0; i < head.length; i++) {
    if (head[i] === "(" || head[i] === "[") depth += 1;
    if (head[i] === ")" || head[i] === "]") depth -= 1;
    if (head[i] === "," && depth === 0) {
      list.push(head.slice(start, i).trim());
      start = i + 1;
    }
  }
  return [...list, head.slice(start).trim()];
}
