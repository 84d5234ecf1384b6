import axe, { type AxeResults, type RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { desktop, goTo, phone, useBrowser } from "./browser.ts";
import { englishTemplates, templates, type Template } from "./templates.ts";

/**
 * No page may have a finding of axe: WCAG 2.0, 2.1 and 2.2 at A and AA, and best practices.
 * Each is looked at on a desktop and on a phone, light and dark, as it comes and with everything unfolded.
 */
const { visit } = useBrowser();
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
/** What can differ between light and dark. */
const colours = ["color-contrast", "link-in-text-block"];

/** @returns whether there was anything to unfold */
const unfold = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const folded = [...document.querySelectorAll("details")];
    for (const it of folded) it.open = true;
    return folded.length > 0;
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

async function look(it: Template): Promise<string[]> {
  const found: string[] = [];
  const add = (where: string, list: string[]): void => void found.push(...list.map((text) => `[${where}] ${text}`));
  await visit({ viewport: desktop, colorScheme: "light" }, async ({ page, complaints }) => {
    await goTo(page, it);
    add("desktop, light", await findings(page));
    if (await unfold(page)) add("desktop, light, unfolded", await findings(page));
    await page.emulateMedia({ colorScheme: "dark" });
    add("desktop, dark, unfolded", await findings(page, colours));
    await page.setViewportSize(phone);
    add("phone, dark, unfolded", await findings(page));
    await page.emulateMedia({ colorScheme: "light" });
    add("phone, light, unfolded", await findings(page, colours));
    add("browser", complaints);
  });
  return found;
}

const all = [...templates, ...englishTemplates];
const found = new Map<Template, string[]>();

// Two at a time, as many as the smallest machine that this runs on has cores; the tests then tell page by page.
beforeAll(async () => {
  const queue = [...all];
  const work = async (): Promise<void> => {
    for (let it = queue.shift(); it; it = queue.shift()) found.set(it, await look(it));
  };
  await Promise.all([work(), work()]);
}, 900_000);

test.each(all)("axe finds nothing on $name", (it) => {
  const told = [...new Set(found.get(it) ?? ["not looked at"])];
  expect(told.length, `\n${told.join("\n")}\n`).toBe(0);
});
