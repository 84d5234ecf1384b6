import { blocksOf } from "./prune-style.ts";

/**
 * Puts the values of our theme into a component's style sheet, where it asks for one token after another and falls back on the
 * next. What a browser would work out for every visitor is worked out once, when the site is built; the look is the same.
 *
 * A token without a value makes its declaration invalid at computed-value time, which is `unset` and not the same as leaving
 * the declaration out (https://www.w3.org/TR/css-variables-1/#invalid-at-computed-value-time).
 *
 * @param css a component's sheet: flat rules, and rules within `@media` or `@supports`
 * @param tokens values of tokens by name; they may name colours and sizes of ours (`--im-…`), which stay as they are
 */
export function settleTokens(css: string, tokens: ReadonlyMap<string, string>): string {
  const own = ownTokens(css, tokens);
  const settled = inRules(css, (name, value) => {
    const found = settle(value, tokens, own);
    if (!name.startsWith("--")) return `${name}:${found ?? "unset"}`;
    return own.has(name) ? `${name}:${found ?? "initial"}` : undefined;
  });
  return withoutUnread(settled);
}

/** Leaves out what is set and read nowhere, and then what only that read. */
function withoutUnread(css: string): string {
  const read = new Set([...css.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name));
  const left = inRules(css, (name, value) =>
    name.startsWith("--") && !read.has(name) ? undefined : `${name}:${value}`,
  );
  return left === css ? css : withoutUnread(left);
}

/** The tokens of a theme: the declarations of a sheet that holds nothing but `:root`. */
export function tokensOf(css: string): ReadonlyMap<string, string> {
  const tokens = new Map<string, string>();
  inRules(css.replace(/\/\*[\s\S]*?\*\//g, ""), (name, value) => void tokens.set(name, value));
  return tokens;
}

/** What the sheet sets for itself with a value; one that is given none anywhere is as good as not set. */
function ownTokens(css: string, tokens: ReadonlyMap<string, string>): ReadonlySet<string> {
  let own = new Set<string>();
  inRules(css, (name) => void (name.startsWith("--") && !tokens.has(name) && own.add(name)));
  for (;;) {
    const valued = new Set<string>();
    inRules(css, (name, value) => void (own.has(name) && settle(value, tokens, own) !== undefined && valued.add(name)));
    if (valued.size === own.size) return own;
    own = valued;
  }
}

/** Every declaration told anew; a rule without any is left out. */
function inRules(css: string, tell: (name: string, value: string) => string | undefined | void): string {
  return blocksOf(css)
    .map(({ head, body }) => {
      if (body === undefined) return head;
      if (body.includes("{")) return `${head}{${inRules(body, tell)}}`;
      const told = declarations(body).flatMap(([name, value]) => tell(name, value) ?? []);
      return told.length === 0 ? "" : `${head}{${told.join(";")}}`;
    })
    .join("");
}

const declarations = (body: string): [name: string, value: string][] =>
  atTop(body, ";")
    .map((it): [string, string] => [it.slice(0, it.indexOf(":")).trim(), it.slice(it.indexOf(":") + 1).trim()])
    .filter(([name]) => name !== "");

/** A value with every `var()` worked out; undefined where one has neither value nor fallback. */
function settle(value: string, tokens: ReadonlyMap<string, string>, own: ReadonlySet<string>): string | undefined {
  const at = value.search(/var\(/);
  if (at < 0) return value;
  const end = closing(value, at + 3);
  const [name = "", ...fallbacks] = atTop(value.slice(at + 4, end), ",");
  const rest = settle(value.slice(end + 1), tokens, own);
  const found = one(name.trim(), fallbacks.length === 0 ? undefined : fallbacks.join(",").trim(), tokens, own);
  return found === undefined || rest === undefined ? undefined : value.slice(0, at) + found + rest;
}

function one(
  name: string,
  fallback: string | undefined,
  tokens: ReadonlyMap<string, string>,
  own: ReadonlySet<string>,
): string | undefined {
  const token = tokens.get(name);
  if (token !== undefined) return token;
  const instead = fallback === undefined ? undefined : settle(fallback, tokens, own);
  if (!own.has(name)) return instead;
  return instead === undefined ? `var(${name})` : `var(${name},${instead})`;
}

/** Where the bracket that opens at `open` closes. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === "(") depth += 1;
    if (text[i] === ")" && --depth === 0) return i;
  }
  throw new Error(`A bracket stays open in ${text}`);
}

/** Pieces between separators that stand outside brackets. */
function atTop(text: string, separator: string): string[] {
  const pieces: string[] = [];
  let [start, depth] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "(") depth += 1;
    if (text[i] === ")") depth -= 1;
    if (text[i] === separator && depth === 0) {
      pieces.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return [...pieces, text.slice(start)];
}
