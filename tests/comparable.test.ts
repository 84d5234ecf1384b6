import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { phone, useBrowser } from "./browser.ts";

/** Which regions are like Drenthe, weighed by the visitor: as it is done in a browser, with and without script. */
const { site, visit } = useBrowser();

const listed = (page: Page): Promise<string[]> => page.locator(".near-list strong").allTextContents();
const weigh = (page: Page, trait: string, weight: string): Promise<string[]> =>
  page.locator(".near-weights label", { hasText: trait }).locator("select").selectOption({ label: weight });

async function chooseDrenthe(page: Page): Promise<void> {
  await page.goto("/vergelijkbaar");
  await page.locator("select[name=regio]").selectOption({ label: "Drenthe" });
  await page.getByRole("button", { name: "Toon" }).click();
  await page.waitForURL("**/vergelijkbaar?regio=drenthe");
}

describe("comparable regions of Drenthe", () => {
  test.each([true, false])(
    "weighed, one left out, and shared by its address (script: %s)",
    async (javaScriptEnabled) => {
      const shared = await visit({ javaScriptEnabled }, async ({ page, complaints, strangers }) => {
        await chooseDrenthe(page);
        const before = await listed(page);
        expect(before).toHaveLength(5);
        expect(before).toContain("Zeeland");
        expect(before).not.toContain("Drenthe");

        await weigh(page, "Inkomen per inwoner", "niet");
        await weigh(page, "Aandeel kinderen tot 15 jaar", "zwaar");
        await page.getByRole("checkbox", { name: "Zeeland" }).check();
        await page.getByLabel("Hoeveel gebieden?").selectOption("3");
        await page.getByRole("button", { name: "Pas toe" }).click();
        await page.waitForURL("**aantal=3");
        // One short address, though the form named every trait.
        expect(page.url()).toBe(
          `${site}/vergelijkbaar?regio=drenthe&gewicht=children:2,income:0&zonder=zeeland&aantal=3`,
        );
        const chosen = await page.locator(".chosen").textContent();
        for (const part of ["U liet weg: inkomen per inwoner.", "zwaar: aandeel kinderen", "gebieden weg: Zeeland."])
          expect(chosen).toContain(part);
        expect(complaints).toEqual([]);
        expect(strangers).toEqual([]);
        return { url: page.url(), areas: await listed(page) };
      });
      expect(shared.areas).toHaveLength(3);
      expect(shared.areas).not.toContain("Zeeland");

      await visit({}, async ({ page }) => {
        await page.goto(shared.url);
        expect(await listed(page)).toEqual(shared.areas);
        await page.getByRole("link", { name: "English" }).click();
        await page.waitForURL("**/en/comparable?**");
        expect(await listed(page)).toEqual(shared.areas);
        expect(await page.locator(".chosen").textContent()).toContain("You left out: income per inhabitant.");
        await page.getByRole("link", { name: "Back to the usual choice" }).click();
        await page.waitForURL("**/en/comparable?regio=drenthe");
        expect(await page.locator(".chosen").count()).toBe(0);
      });
    },
  );

  test("lead on to a comparison with the own region first, and are reached from its page", async () => {
    await visit({}, async ({ page }) => {
      await page.goto("/regio/drenthe");
      expect(await page.locator("[aria-labelledby='vergelijkbaar'] li").count()).toBe(3);
      await page.getByRole("link", { name: "Bekijk waarin, en kies zelf wat meetelt" }).click();
      await page.waitForURL("**/vergelijkbaar?regio=drenthe");
      const href = await page.getByRole("link", { name: "Vergelijk met deze gebieden" }).getAttribute("href");
      expect(href).toMatch(/^\/vergelijken\?gebieden=drenthe,zeeland(,[a-z-]+){4}$/);
    });
  });

  test("are given without a rank, a number before a name or a word that judges", async () => {
    await visit({}, async ({ page }) => {
      await page.goto("/vergelijkbaar?regio=drenthe&aantal=10");
      expect(await page.locator("main ol").count()).toBe(0);
      const said = (await page.locator("main").innerText()).replace("niet welk gebied het beter doet", "");
      expect(said).not.toMatch(/\b(beter|slechter|beste|slechtste|plaats \d|nummer \d|doordat|dankzij)\b/i);
      // Each drawn point is in the text too: the alternative of a chart names the own and all near regions.
      for (const chart of await page.locator("svg.chart-near").all()) {
        const spoken = (await chart.getAttribute("aria-label")) ?? "";
        for (const point of await chart.locator(".pt").all())
          expect(spoken).toContain(await point.getAttribute("data-l"));
      }
    });
  });

  test("what can’t be read in an address is said, and no address leads in a circle", async () => {
    for (const bad of ["gewicht=income:9", "zonder=gemeente/assen", "aantal=99", "regio=atlantis"]) {
      const answer = await fetch(`${site}/vergelijkbaar?regio=drenthe&${bad}`.replace("regio=drenthe&regio", "regio"));
      expect(answer.status, bad).toBe(400);
    }
    const encoded = await fetch(`${site}/vergelijkbaar?regio=drenthe&gewicht=income%3A0`, { redirect: "manual" });
    expect(encoded.status).toBe(200);
    const long = await fetch(`${site}/vergelijkbaar?regio=drenthe&gewicht=income:1&gewicht=children:0`, {
      redirect: "manual",
    });
    expect([long.status, long.headers.get("location")]).toEqual([
      303,
      "/vergelijkbaar?regio=drenthe&gewicht=children:0",
    ]);
  });
});

test("a note on working practice stands with the figure it belongs to, in print too, and not with others", async () => {
  await visit({}, async ({ page }) => {
    await page.goto("/indicator/advice-seeker-role?regio=gelderland-zuid");
    const note = page.locator("[aria-labelledby='werkwijze']");
    expect(await note.textContent()).toContain("elk advies vast te leggen");
    expect(await note.getByRole("link").getAttribute("href")).toMatch(/^https:/);
    // Beside the figures of other areas too: whoever compares with this region is led to it.
    await page.goto("/indicator/advice-seeker-role?periode=2023");
    const list = page.getByText("Lees eerst de opmerking over de werkwijze bij:");
    await list.getByRole("link", { name: "Gelderland-Zuid" }).click();
    expect(await note.textContent()).toContain("elk advies vast te leggen");
    await page.emulateMedia({ media: "print" });
    expect(await note.isVisible()).toBe(true);
    await page.emulateMedia({ media: "screen" });
    await page.goto("/indicator/reports-received?regio=gelderland-zuid");
    expect(await note.count()).toBe(0);
    await page.goto("/en/region/gelderland-zuid");
    expect(await note.textContent()).toContain("its policy is to record every advice");
  });
});

test("axe finds nothing on a choice, on a phone in the dark", async () => {
  await visit({ reducedMotion: "reduce", colorScheme: "dark", viewport: phone }, async ({ page }) => {
    await page.goto("/vergelijkbaar?regio=drenthe&gewicht=income:0&zonder=zeeland&aantal=3");
    await page.evaluate(`window.axe || (() => { ${axe.source} })()`);
    const { violations } = await page.evaluate<AxeResults>("axe.run(document)");
    expect(violations.map((it) => `${it.id} ${it.nodes[0]?.html.slice(0, 120)}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  });
});
