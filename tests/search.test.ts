import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { useBrowser } from "./browser.ts";

/** The overview is searched while typing, with slips of the keyboard; the server finds the same without script. */
const { site, visit } = useBrowser();

const visible = (page: Page): Promise<string[]> =>
  page.locator("tr[data-id]:visible").evaluateAll((all) => all.map((it) => it.getAttribute("data-id") ?? ""));

async function posted(words: string): Promise<string[]> {
  const answer = await fetch(`${site}/indicatoren`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ zoek: words }),
  });
  return [...(await answer.text()).matchAll(/<tr [^>]*data-id="([^"]+)"/g)].map((it) => it[1]!);
}

/** What people type, and the subject that they mean by it. */
const searches: readonly (readonly [typed: string, meant: string])[] = [
  ["hermelding", "reports-previous-involvement"],
  ["hermeldign", "reports-previous-involvement"],
  ["ondertoesichtstelling", "ots-started"],
  ["ots", "ots-started"],
  ["ondertoezichtsteling", "ots-started"],
  ["raad voor de kinderbescherming", "rvdk-investigations"],
  ["femicide", "homicide-victims"],
  ["Politiemelding", "police-reports-to-vt"],
  ["recidive", "recidivism"],
  ["recidieve", "recidivism"],
  ["adviezen", "advice-started"],
  ["TRAUMA", "clinical-trauma-children"],
];

describe("live", () => {
  test.each(searches)("“%s” leaves %s", async (typed, meant) => {
    await visit({}, async ({ page }) => {
      await page.goto("/indicatoren");
      const all = await visible(page);
      await page.locator("input[type=search]").fill(typed);
      await expect.poll(async () => (await visible(page)).length).toBeLessThan(all.length);
      const left = await visible(page);
      expect(left).toContain(meant);
      expect(left.length).toBeLessThan(all.length / 2);
      // The count that is read out says the same.
      expect(await page.locator("[data-count]").textContent()).toContain(String(left.length));
      const heads = await page.locator(".overview-group:visible").count();
      expect(heads).toBeGreaterThan(0);
      await page.locator("input[type=search]").fill("");
      await expect.poll(async () => (await visible(page)).length).toBe(all.length);
    });
  });

  test("nonsense finds nothing, and says so", async () => {
    await visit({}, async ({ page }) => {
      await page.goto("/indicatoren");
      await page.locator("input[type=search]").fill("xqzvxqzv");
      await expect.poll(async () => (await visible(page)).length).toBe(0);
      expect(await page.locator("[data-count]").textContent()).toMatch(/^\D*0\b|geen/i);
    });
  });
});

describe("posted", () => {
  test.each(searches)("“%s” finds %s", async (typed, meant) => {
    const found = await posted(typed);
    expect(found).toContain(meant);
    expect(found.length).toBeLessThan(60);
  });
  test("nonsense finds nothing, and says what to do", async () => {
    expect(await posted("xqzvxqzv")).toEqual([]);
  });
  test("nothing typed shows everything", async () => {
    expect((await posted("")).length).toBeGreaterThan(69);
  });
});
