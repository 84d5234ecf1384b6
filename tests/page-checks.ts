import { attribute, elements, findAll, textOf } from "./html.ts";
import type { Page } from "./crawl.ts";

const references = ["aria-labelledby", "aria-describedby", "aria-controls", "for"];

/** What must hold for any page, whatever it shows. @returns one sentence per problem */
export function checkPage(page: Page): string[] {
  const { root, address, language, html } = page;
  const problems: string[] = [];
  const fail = (what: string): void => void problems.push(`${address}: ${what}`);

  if (attribute(root, "lang") !== language) fail(`lang is ${attribute(root, "lang")}`);
  const titles = findAll(root, (it) => it.tag === "title" && it.parent?.tag === "head");
  if (titles.length !== 1 || textOf(titles[0]!).length < 8) fail("no title");
  const headings = findAll(root, (it) => it.tag === "h1");
  if (headings.length !== 1 || textOf(headings[0]!) === "") fail(`${headings.length} h1`);

  const ids = new Map<string, number>();
  for (const it of elements(root)) {
    const id = attribute(it, "id");
    if (id !== undefined) ids.set(id, (ids.get(id) ?? 0) + 1);
  }
  for (const [id, times] of ids) if (times > 1) fail(`id ${id} ${times} times`);
  const all = elements(root);
  for (const it of all)
    for (const name of references)
      for (const id of (attribute(it, name) ?? "").split(" ").filter(Boolean))
        if (!ids.has(id)) fail(`${name}=${id} points nowhere`);

  let level = 0;
  for (const it of elements(root)) {
    const match = /^h([1-6])$/.exec(it.tag);
    if (!match) continue;
    if (Number(match[1]) > level + 1) fail(`h${level || "–"} is followed by ${it.tag} “${textOf(it)}”`);
    level = Number(match[1]);
  }

  const told = [
    textOf(root),
    ...[...elements(root)].flatMap((it) =>
      [...it.attributes].filter(([name]) => !name.startsWith("data-") || name === "data-l").map(([, value]) => value),
    ),
  ];
  for (const text of told) {
    const slip = /\b(undefined|NaN|null|Infinity)\b|\[object|\{\w+\}/.exec(text);
    if (slip) fail(`says “${text.slice(Math.max(0, slip.index - 40), slip.index + 40)}”`);
  }
  if (/\b\d+\.\d{4,}\b(?!["/])/.test(textOf(root).replace(/https?:\S+/g, "")))
    fail("shows a number with four or more decimals");

  for (const it of elements(root)) {
    for (const name of it.attributes.keys())
      if (name === "style" || name.startsWith("on")) fail(`<${it.tag} ${name}>: the policy forbids it`);
    if (it.tag === "style" || (it.tag === "script" && !it.attributes.has("src"))) fail(`inline <${it.tag}>`);
  }
  if (/<(iframe|object|embed|base)\b/i.test(html)) fail("holds a frame or base");
  return problems;
}
