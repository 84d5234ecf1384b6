import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { useBrowser } from "./browser.ts";

/** One page finds everything: posted without script, in the browser with it, and the same in both. */
const { site, visit } = useBrowser();

const found = (page: Page): Promise<string[]> =>
  page.locator("[data-found] li a").evaluateAll((all) => all.map((it) => it.getAttribute("href") ?? ""));

describe("search over everything", () => {
  test.each([
    ["/zoeken", "meldingen", "/indicator/reports-received"],
    ["/zoeken", "meldignen", "/indicator/reports-received"],
    ["/zoeken", "Hoogeveen", "/regio/drenthe"],
    ["/en/search", "rounding", "/en/reading"],
  ])("%s: “%s” leads to %s, with and without script the same", async (address, typed, meant) => {
    const without = await visit({ javaScriptEnabled: false }, async ({ page }) => {
      await page.goto(address);
      await page.locator("input[name=woorden]").fill(typed);
      await page.locator("form:has(input[name=woorden]) button").click();
      await page.locator("[data-found] li").first().waitFor();
      expect(page.url()).toBe(site + address);
      return found(page);
    });
    expect(without.some((it) => it.startsWith(meant))).toBe(true);
    await visit({}, async ({ page, complaints }) => {
      const posts: string[] = [];
      page.on("request", (it) => void (it.method() === "POST" && posts.push(it.url())));
      await page.goto(address);
      await page.locator("input[name=woorden]").pressSequentially(typed);
      await expect.poll(() => found(page)).toEqual(without);
      expect(await page.locator("[data-found-count]").textContent()).toMatch(/^\d+ resul/);
      await page.keyboard.press("Enter");
      expect(await found(page)).toEqual(without);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe(without[0]);
      expect(posts, "what is typed leaves the browser").toEqual([]);
      expect(complaints).toEqual([]);
    });
  });

  test("the list is fetched on the search page only, when somebody begins to type", async () => {
    await visit({}, async ({ page }) => {
      const asked: string[] = [];
      page.on("request", (it) => void asked.push(it.url()));
      await page.goto("/");
      await page.goto("/zoeken");
      expect(asked.filter((it) => it.includes("/static/everything.nl"))).toEqual([]);
      await page.locator("input[name=woorden]").focus();
      await expect.poll(() => asked.filter((it) => it.includes("/static/everything.nl")).length).toBe(1);
    });
  });

  test("markup that is typed is shown as text", async () => {
    const answer = await fetch(`${site}/zoeken`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ woorden: `"><script>alert(1)</script>` }),
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await answer.text()).not.toContain("<script>alert");
  });
});
