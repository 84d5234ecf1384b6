import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { phone, useBrowser } from "./browser.ts";

/** A figure in a few sentences, the questions it raises, and whom to show it. */
const { visit } = useBrowser();
const drenthe = "/indicator/unsafe-reports-share?regio=drenthe&periode=2021H1";
const words =
  "In de eerste helft van 2021 was bij 23,9% van de meldingen in de regio Drenthe sprake van acute en/of structurele onveiligheid.";

/** @returns each finding of axe in a part of the page: rule and element */
async function findings(page: Page, part: string): Promise<string[]> {
  await page.evaluate(`window.axe || (() => { ${axe.source} })()`);
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(part)})`);
  return violations.flatMap((it) => it.nodes.map((node) => `${it.id}: ${node.html.slice(0, 120)}`));
}

describe("the figure of a region in a few sentences", () => {
  test("is copied with one button: sentences, marks in words, source and edition", async () => {
    await visit({ permissions: ["clipboard-read", "clipboard-write"] }, async ({ page, complaints }) => {
      await page.goto(drenthe);
      const button = page.getByRole("button", { name: "Kopieer deze tekst" });
      await button.click();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied.startsWith(words)).toBe(true);
      expect(copied).toContain("42,8% (voorlopig)");
      expect(copied).toContain(
        "Het cijfer ligt hier 18,9 procentpunt lager. Of dat toeval kan zijn, valt niet te zeggen",
      );
      expect(copied).toMatch(/Bron: Veilig Thuis \(CBS\); .*Impactmonitor, editie \d{4}-\d\d\.$/);
      await page.getByText("Gekopieerd").waitFor();
      expect(complaints).toEqual([]);
    });
  });

  test("can be read and selected without script; there is no button that does nothing", async () => {
    await visit({ javaScriptEnabled: false }, async ({ page }) => {
      await page.goto(drenthe);
      const section = page.locator("section", { has: page.getByRole("heading", { name: "In een paar zinnen" }) });
      expect(await section.innerText()).toContain("Regio’s kunnen daar verschillend in te werk gaan.");
      expect(await section.getByRole("button").count()).toBe(0);
    });
  });

  test("is short and honest where the region has no figure", async () => {
    await visit({}, async ({ page }) => {
      await page.goto("/indicator/dv-victims?regio=drenthe");
      const said = await page.locator(".few-sentences").innerText();
      expect(said).toContain("is er niet voor de regio Drenthe. De bron geeft dit niet per regio");
      expect(said).toContain("Dat landelijke cijfer geldt niet vanzelf voor dit gebied.");
    });
  });

  test("is in English on an English page", async () => {
    await visit({ locale: "en-GB" }, async ({ page }) => {
      await page.goto(`/en${drenthe}`);
      const said = await page.locator(".few-sentences").innerText();
      expect(said).toMatch(/In a few sentences\s+In the first half of 2021, 23\.9%/);
      expect(await page.locator(".talk").innerText()).toMatch(/Who should see this\? Show this to /);
    });
  });
});

describe("the reading of a figure ends", () => {
  test("with questions, whom to show it, and the way to the context", async () => {
    await visit({}, async ({ page }) => {
      await page.goto(drenthe);
      const questions = await page.locator(".talk li").allInnerTexts();
      expect(questions.length).toBeGreaterThanOrEqual(2);
      expect(questions.length).toBeLessThanOrEqual(4);
      expect(questions.filter((it) => !it.endsWith("?"))).toEqual([]);
      expect(questions[0]).toBe("Zijn de zaken hier lichter, wordt er eerder gemeld, of beoordelen wij anders?");
      expect(await page.locator(".talk").innerText()).toContain("Wie moet dit zien? Laat dit zien aan Veilig Thuis, ");
      await page.getByRole("link", { name: "Lees meer over dit gebied" }).click();
      await page.waitForURL("**/regio/drenthe#over-dit-gebied");
      expect(await page.locator("#over-dit-gebied").count()).toBe(1);
    });
  });

  test("per theme on the page of a region, folded, and unfolded on paper", async () => {
    await visit({}, async ({ page }) => {
      await page.goto("/regio/drenthe");
      const fold = page.locator("details.talk-fold").first();
      const list = fold.locator("ul");
      expect(await list.isVisible()).toBe(false);
      await fold.locator("summary").click();
      expect(await list.innerText()).toContain("?");
      await fold.locator("summary").click();
      await page.emulateMedia({ media: "print" });
      expect(await list.evaluate((it) => it.getBoundingClientRect().height)).toBeGreaterThan(20);
      expect(await page.getByText("Neem bij elke vergelijking de context mee").count()).toBeGreaterThan(0);
    });
  });
});

test("axe finds nothing in these parts, on a desktop and on a phone, light and dark", async () => {
  for (const [viewport, colorScheme] of [
    [{ width: 1280, height: 900 }, "light"],
    [phone, "dark"],
  ] as const)
    await visit({ viewport, colorScheme }, async ({ page }) => {
      await page.goto(drenthe);
      expect(await findings(page, ".few-sentences")).toEqual([]);
      expect(await findings(page, ".talk")).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(viewport.width);
    });
});
