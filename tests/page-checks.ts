import { attribute, elements, findAll, textOf, type Element } from "./html.ts";
import type { Page } from "./crawl.ts";

type Fail = (what: string) => void;

/** What must hold for any page, whatever it shows. @returns one sentence per problem */
export function checkPage(page: Page): string[] {
  const problems: string[] = [];
  const fail: Fail = (what) => void problems.push(`${page.address}: ${what}`);
  checkNames(page, fail);
  checkIds(page.root, fail);
  checkWords(page.root, fail);
  checkAddress(page, fail);
  checkPolicy(page, fail);
  return problems;
}

/** A page says what it is: its language, a title, one h1 and headings without a gap. */
function checkNames({ root, language }: Page, fail: Fail): void {
  if (attribute(root, "lang") !== language) fail(`lang is ${attribute(root, "lang")}`);
  const titles = findAll(root, (it) => it.tag === "title" && it.parent?.tag === "head");
  if (titles.length !== 1 || textOf(titles[0]!).length < 8) fail("no title");
  const headings = findAll(root, (it) => it.tag === "h1");
  if (headings.length !== 1 || textOf(headings[0]!) === "") fail(`${headings.length} h1`);
  let level = 0;
  for (const it of elements(root)) {
    const match = /^h([1-6])$/.exec(it.tag);
    if (!match) continue;
    if (Number(match[1]) > level + 1) fail(`h${level || "–"} is followed by ${it.tag} “${textOf(it)}”`);
    level = Number(match[1]);
  }
}

/** No id twice, and what is referred to is there. */
function checkIds(root: Element, fail: Fail): void {
  const ids = new Map<string, number>();
  for (const it of elements(root)) {
    const id = attribute(it, "id");
    if (id !== undefined) ids.set(id, (ids.get(id) ?? 0) + 1);
  }
  for (const [id, times] of ids) if (times > 1) fail(`id ${id} ${times} times`);
  for (const it of elements(root))
    for (const name of ["aria-labelledby", "aria-describedby", "aria-controls", "for"]) {
      const value = attribute(it, name);
      if (value === undefined) continue;
      for (const id of value.split(" ")) if (id !== "" && !ids.has(id)) fail(`${name}=${id} points nowhere`);
    }
}

/** Nothing that a program forgot to fill in. Attributes for script may hold a place such as {n}. */
function checkWords(root: Element, fail: Fail): void {
  const slip = /\b(undefined|NaN|null|Infinity)\b|\[object|\{\w+\}/;
  const text = textOf(root);
  const found = slip.exec(text);
  if (found) fail(`says “${text.slice(Math.max(0, found.index - 40), found.index + 40)}”`);
  for (const it of elements(root))
    for (const [name, value] of it.attributes)
      if (slip.test(value) && (!name.startsWith("data-") || name === "data-l")) fail(`${name}=“${value.slice(0, 80)}”`);
  if (/\b\d+\.\d{4,}\b(?!["/])/.test(text.replace(/https?:\S+/g, "")))
    fail("shows a number with four or more decimals");
}

/** Dutch speaks to the reader as "u", everywhere: in text, and in what only a screen reader or a script says. */
function checkAddress({ root, language }: Page, fail: Fail): void {
  if (language !== "nl") return;
  const familiar = /(?<![\p{L}-])(je|jij|jou|jouw|jullie|jezelf)(?![\p{L}-])/iu;
  const said = [textOf(root), ...elements(root).flatMap((it) => [...it.attributes.values()])];
  // What others called their campaign or report is quoted as it is.
  for (const text of said.map((it) => it.replaceAll(/‘[^’]*’/gu, "‘…’"))) {
    const found = familiar.exec(text);
    if (found)
      fail(`says “${text.slice(Math.max(0, found.index - 40), found.index + 40)}” to a reader whom it calls u`);
  }
}

/** Nothing inline: the policy would forbid it. */
function checkPolicy({ root, html }: Page, fail: Fail): void {
  for (const it of elements(root)) {
    for (const name of it.attributes.keys())
      if (name === "style" || name.startsWith("on")) fail(`<${it.tag} ${name}>: the policy forbids it`);
    if (it.tag === "style" || (it.tag === "script" && !it.attributes.has("src"))) fail(`inline <${it.tag}>`);
  }
  if (/<(iframe|object|embed|base)\b/i.test(html)) fail("holds a frame or base");
}
