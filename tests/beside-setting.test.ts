import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { phone, useBrowser } from "./browser.ts";

/** A figure beside a fact about its areas: chosen by keyboard, read in a table, printed; with script and without. */
const { site, visit } = useBrowser();
const address = "/indicator/reports-previous-involvement?regio=provincie/drenthe";
const chosen = `${address}&naast=population-65plus`;
const section = "section[aria-labelledby='in-zijn-omgeving']";

/** The rows of the table, each as its three cells. */
const rows = (page: Page): Promise<string[][]> =>
  page.locator(`${section} tbody tr`).evaluateAll((list) =>
    list.map((row) =>
      [...row.children].map((cell) => {
        const copy = cell.cloneNode(true);
        if (copy instanceof Element) for (const mark of copy.querySelectorAll("sup")) mark.remove();
        return copy.textContent ?? "";
      }),
    ),
  );

test.each([true, false])(
  "a fact is chosen with the keyboard and read in the table by name (script: %s)",
  async (javaScriptEnabled) => {
    await visit({ javaScriptEnabled }, async ({ page, complaints, strangers }) => {
      await page.goto(address);
      expect(await page.locator(`${section} svg`).count()).toBe(0);
      await page.locator("select[name=naast]").focus();
      await page.keyboard.type("Ouderen");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => url.searchParams.get("naast") === "population-65plus");
      expect(new URL(page.url()).searchParams.get("regio")).toBe("provincie/drenthe");
      expect(new URL(page.url()).hash).toBe("#in-zijn-omgeving");

      await page.locator(`${section} summary`).first().focus();
      await page.keyboard.press("Enter");
      const [country, ...areas] = await rows(page);
      expect(country).toEqual(["Nederland", "28,5%", "20,5%"]);
      expect(areas).toContainEqual(["Drenthe", "25,2%", "24,9%"]);
      const names = areas.map(([name]) => name!);
      expect(names).toHaveLength(12);
      expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, "nl")));
      expect([...complaints, ...strangers]).toEqual([]);
    });
  },
);

test("the picture says both values of each area to whoever uses the arrow keys", async () => {
  await visit({}, async ({ page }) => {
    await page.goto(chosen);
    await page.locator(`${section} svg`).focus();
    await page.keyboard.press("Home");
    const live = page.locator("[aria-live=polite]").last();
    await expect.poll(() => live.textContent()).toMatch(/^Flevoland: 37,5% \(voorlopig\); 15,6% \(Ouderen/);
    await page.keyboard.press("End");
    await expect.poll(() => live.textContent()).toMatch(/^Drenthe: 25,2%/);
  });
});

test("beside the picture stands what it does not show, on a phone too, and nothing is wider than the screen", async () => {
  await visit({ viewport: phone }, async ({ page }) => {
    for (const place of [chosen, "/regio/drenthe"]) {
      await page.goto(place);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
    }
    await page.goto(chosen);
    const said = (await page.locator(section).innerText()).replaceAll(/\s+/g, " ");
    for (const words of [
      "geen oorzaak",
      "niets over gezinnen of huishoudens",
      "verschillen in grootte",
      "een jaar later",
    ])
      expect(said).toContain(words);
  });
});

test("on paper the table is open and the form is gone; a choice that was not made leaves nothing", async () => {
  await visit({}, async ({ page }) => {
    await page.emulateMedia({ media: "print" });
    await page.goto(chosen);
    expect(await page.locator(`${section} form`).isVisible()).toBe(false);
    expect(await page.locator(`${section} table`).isVisible()).toBe(true);
    await page.goto(address);
    expect(await page.locator(section).isVisible()).toBe(false);
  });
});

test("the page of an area leads from a figure to this place, and only where there is one", async () => {
  await visit({}, async ({ page }) => {
    await page.goto("/provincie/drenthe");
    const link = page.locator("main a[href*='#in-zijn-omgeving']");
    expect(await link.count()).toBeGreaterThan(0);
    for (const href of await link.evaluateAll((list) => list.map((it) => it.getAttribute("href")!)))
      expect(await (await fetch(site + href.split("#")[0])).text()).toContain(`id="in-zijn-omgeving"`);
    await page.goto("/nederland");
    expect(await link.count()).toBe(0);
  });
});

test("a fact that does not exist is a bad address; one that can't stand here is said", async () => {
  expect((await fetch(`${site}${address}&naast=no-such-fact`)).status).toBe(400);
  expect((await fetch(`${site}${address}&naast=population-total`)).status).toBe(400);
  const answer = await fetch(`${site}${address}&naast=low-income`);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain("“Huishoudens met een laag inkomen” is hier niet te kiezen");
});

test("its file says what the page says under it", async () => {
  const answer = await fetch(
    `${site}/indicator/reports-previous-involvement.svg?regio=provincie/drenthe&grafiek=omgeving&naast=population-65plus`,
  );
  const words = (await answer.text()).replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
  for (const part of [
    "geen oorzaak",
    "een jaar later",
    "Ouderen van 65 jaar en ouder: CBS, Kerncijfers",
    "editie 2026-11",
  ])
    expect(words).toContain(part);
  const none = await fetch(`${site}/indicator/reports-previous-involvement.svg?grafiek=omgeving`);
  expect(none.status).toBe(404);
});
