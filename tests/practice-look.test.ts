import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startSite, type SiteProcess } from "../scripts/site-process.ts";
import { desktop, phone, useBrowser } from "./browser.ts";
import { makePracticeEdition } from "./practice-edition.ts";

/** Practice pages as a visitor sees them: on a screen, in the dark, on a phone and on paper. */
const data = mkdtempSync(join(tmpdir(), "impactmonitor-practice-look-"));
const { visit } = useBrowser();
let site: SiteProcess;

beforeAll(async () => {
  makePracticeEdition(inject("editions"), join(data, "practice/editions"));
  site = await startSite({ data, editions: inject("editions") });
});
afterAll(async () => {
  await site.stop();
  rmSync(data, { recursive: true, force: true });
});

const pages = [
  "/oefenen/",
  "/oefenen/regio/drenthe",
  "/oefenen/indicator/reports-received?regio=drenthe",
  "/en/practice/editions",
];

const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

async function findings(page: Page, runOnly: { type: string; values: readonly string[] }): Promise<string[]> {
  await page.evaluate(`window.axe || (() => { ${axe.source} })()`);
  const options = JSON.stringify({ runOnly, resultTypes: ["violations"] });
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${options})`);
  return violations.flatMap((it) => it.nodes.map((node) => `${it.id}: ${node.html.slice(0, 160)}`));
}
const everything = { type: "tag", values: levels };
/** What can differ between light and dark. */
const colours = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

test.each(pages)("axe finds nothing on %s, and nothing is wider than the screen", async (address) => {
  await visit({ reducedMotion: "reduce" }, async ({ page }) => {
    await page.goto(site.url + address);
    await page.evaluate(() => {
      for (const it of document.querySelectorAll("details")) it.open = true;
    });
    for (const [size, colorScheme, rules] of [
      [desktop, "light", everything],
      [desktop, "dark", colours],
      [phone, "dark", colours],
    ] as const) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      expect(await findings(page, rules), `${colorScheme} ${size.width}`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
    }
  });
});

test("the mark stays in sight while a page scrolls, and the page has a colour of its own", async () => {
  await visit({}, async ({ page }) => {
    const ground = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await page.goto(`${site.url}/regio/drenthe`);
    const real = await ground();
    await page.goto(`${site.url}/oefenen/regio/drenthe`);
    expect(await ground()).not.toBe(real);
    await page.evaluate(() => scrollTo(0, 3000));
    await expect.poll(async () => (await page.locator(".practice-bar").boundingBox())?.y).toBe(0);
    expect(await page.locator(".practice-bar").innerText()).toContain("verzonnen");
  });
});

test("a name that is typed leads to the practice page of that area", async () => {
  await visit({}, async ({ page }) => {
    await page.goto(`${site.url}/oefenen/`);
    await page.locator("input[name='plaats']").pressSequentially("kennem");
    await page.getByRole("option", { name: "Kennemerland", exact: true }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${site.url}/oefenen/regio/kennemerland`);
    await page.goto(`${site.url}/oefenen/indicatoren`);
    const rows = page.locator("tr[data-id]:visible");
    const all = await rows.count();
    await page.locator("input[type='search']").pressSequentially("hermelding");
    await expect.poll(() => rows.count()).toBeLessThan(all);
    expect(await rows.count()).toBeGreaterThan(0);
  });
});

test("on paper every sheet is marked", async () => {
  await visit({}, async ({ page }) => {
    const printed = async (address: string): Promise<number[]> => {
      await page.goto(site.url + address);
      return sheetsOf(await page.pdf({ format: "A4" })).map(largestLetters);
    };
    // Letters of that size are the mark: nothing else on a page comes near.
    const sheets = await printed("/oefenen/regio/drenthe");
    expect(sheets.length).toBeGreaterThan(2);
    expect(Math.min(...sheets)).toBeGreaterThan(60);
    expect(Math.max(...(await printed("/regio/drenthe")))).toBeLessThan(60);
  });
});

/** The drawing of each page of a PDF as Chromium writes it: what each `/Contents` points to, unpacked. */
function sheetsOf(pdf: Buffer): string[] {
  const text = pdf.toString("latin1");
  const numbers = [...text.matchAll(/\/Contents (\d+) 0 R/g)].map((it) => it[1]);
  return numbers.map((number) => {
    const start = text.indexOf("stream", new RegExp(`(^|\\n)${number} 0 obj`).exec(text)?.index ?? 0);
    const from = start + (text[start + 6] === "\r" ? 8 : 7);
    return inflateSync(pdf.subarray(from, text.indexOf("endstream", from))).toString("latin1");
  });
}

/** Largest size of letters in points, as `/F4 96 Tf` within a scale sets it. */
const largestLetters = (sheet: string): number =>
  Math.max(0, ...[...sheet.matchAll(/\/F\d+ ([\d.]+) Tf/g)].map((it) => Number(it[1])));
