import axe, { type AxeResults, type RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { desktop, goTo, phone, useBrowser } from "./browser.ts";
import { englishTemplates, templates, type Template } from "./templates.ts";

/**
 * No page may have a finding of axe: WCAG 2.0, 2.1 and 2.2 at A and AA, and best practices.
 * Each is looked at on a desktop and on a phone, light and dark, with everything unfolded; every fourth also as it comes.
 */
const { visit } = useBrowser();
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
/** What can differ between light and dark. */
const colours = ["color-contrast", "link-in-text-block"];

const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const it of document.querySelectorAll("details")) it.open = true;
  });

/** @returns per finding: rule, what it is, where, and the first elements */
async function findings(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(`window.axe || (() => { ${axe.source} })()`);
  const options: RunOptions = {
    runOnly: rules ? { type: "rule", values: [...rules] } : { type: "tag", values: tags },
    resultTypes: ["violations"],
  };
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return violations.flatMap((it) =>
    it.nodes.slice(0, 4).map((node) => {
      const why = [...node.any, ...node.all, ...node.none].map((check) => check.message).join("; ");
      const places = it.nodes.length > 4 ? ` (${it.nodes.length} places)` : "";
      return `${it.id}: ${it.help}\n  ${node.html.slice(0, 160)}\n  ${why}${places}`;
    }),
  );
}

/** Each page on a desktop and on a phone, each in light or dark; contrast on the desktop in both. */
async function look(page: Page, it: Template, turn: number): Promise<string[]> {
  const list: string[] = [];
  const add = (where: string, more: string[]): void => void list.push(...more.map((text) => `[${where}] ${text}`));
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(desktop);
  await goTo(page, it);
  if ((await page.locator("details").count()) > 0 && turn % 4 === 0) add("desktop, folded", await findings(page));
  await unfold(page);
  add("desktop, light", await findings(page));
  await page.emulateMedia({ colorScheme: "dark" });
  add("desktop, dark", await findings(page, colours));
  await page.emulateMedia({ colorScheme: turn % 2 === 0 ? "dark" : "light" });
  await page.setViewportSize(phone);
  add("phone", await findings(page));
  return list;
}

const all = [...templates, ...englishTemplates];
const found = new Map<Template, string[]>();

// Two at a time, as many as the smallest machine that this runs on has cores; the tests then tell page by page.
beforeAll(async () => {
  const queue = [...all.entries()];
  const work = (): Promise<void> =>
    visit({ reducedMotion: "reduce" }, async ({ page }) => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const [turn, it] = next;
        found.set(it, await look(page, it, turn));
      }
    });
  await Promise.all([work(), work()]);
}, 900_000);

test.each(all)("axe finds nothing on $name", (it) => {
  const told = [...new Set(found.get(it) ?? ["not looked at"])];
  expect(told.length, `\n${told.join("\n")}\n`).toBe(0);
});
