import { describe, expect, test } from "vitest";
import { phone, useBrowser } from "./browser.ts";

/** Terms explain themselves where they stand; without script they lead to the glossary. */
const { visit } = useBrowser();

describe("terms in place", () => {
  test.each([
    ["/vraag-en-antwoord", "/begrippen#"],
    ["/lezen", "/begrippen#"],
    ["/en/reading", "/en/glossary#"],
  ])("%s: without script a link, never in a heading or another link", async (address, leads) => {
    await visit({ javaScriptEnabled: false }, async ({ page }) => {
      await page.goto(address);
      const links = page.locator("main a.term");
      expect(await links.count()).toBeGreaterThan(0);
      expect(await links.first().getAttribute("href")).toContain(leads);
      expect(await page.locator(":is(h1, h2, h3, h4, summary, button) .term, a .term").count()).toBe(0);
      await links.first().click();
      expect(await page.locator(":target").isVisible()).toBe(true);
    });
  });

  test.each([["/lezen"], ["/en/reading"]])(
    "%s: opens by keyboard, moves nothing, closes, gives the focus back",
    async (address) => {
      await visit({}, async ({ page, complaints }) => {
        await page.goto(address);
        const term = page.locator("button.term").first();
        await term.focus();
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        await page.keyboard.press("Enter");
        const box = page.locator(".term-box:popover-open");
        await box.waitFor();
        expect((await box.textContent())?.length).toBeGreaterThan(30);
        expect(await term.getAttribute("aria-expanded")).toBe("true");
        expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height);
        await page.keyboard.press("Escape");
        await box.waitFor({ state: "hidden" });
        expect(await term.evaluate((it) => it === document.activeElement)).toBe(true);
        expect(complaints).toEqual([]);
      });
    },
  );

  test("on a phone, by touch, the explanation stays within the screen", async () => {
    await visit({ viewport: phone, hasTouch: true }, async ({ page }) => {
      await page.goto("/lezen");
      const terms = page.locator("button.term");
      await terms.last().tap();
      const box = await page.locator(".term-box:popover-open").boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= phone.width).toBe(true);
      expect(box && box.y >= 0 && box.y + box.height <= phone.height).toBe(true);
    });
  });
});
