import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { phone, useBrowser } from "./browser.ts";

/** A user sets Drenthe beside the country and three others: on screen, by keyboard, on paper, and as an index. */
const { visit } = useBrowser();
const group = "gebieden=drenthe,groningen,friesland,flevoland";
const many =
  "/vergelijken?gebieden=drenthe,groningen,friesland,flevoland,utrecht,zeeland,haaglanden,gelderland-midden&cijfers=advice-started,reports-received,advice-seeker-type,reporter-type,unsafe-reports-share,cases-with-report,reporter-role,advice-seeker-role,investigation-outcomes,reports-previous-involvement,services-conditions,services-investigation";

async function findings(page: Page): Promise<string[]> {
  await page.evaluate(`window.axe || (() => { ${axe.source} })()`);
  const { violations } = await page.evaluate<axe.AxeResults>("axe.run(document)");
  return violations.map((it) => `${it.id}: ${it.nodes[0]?.html.slice(0, 120)}`);
}

/** Presses Tab until what has the focus matches; a keyboard user has nothing else. */
async function tabTo(page: Page, selector: string, most = 120): Promise<void> {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((css) => document.activeElement?.matches(css) ?? false, selector)) return;
  }
  throw new Error(`${selector} is not reached with ${most} times Tab`);
}

test("by keyboard and without script: choose four regions and a figure, and find which are not clearly different", async () => {
  await visit({ javaScriptEnabled: false }, async ({ page, complaints }) => {
    await page.goto("/vergelijken?cijfers=reports-received");
    await tabTo(page, "select[name=gebieden]");
    await page.keyboard.type("Drenthe");
    for (const slug of ["flevoland", "friesland", "groningen"]) {
      await tabTo(page, `input[name=gebieden][value=${slug}]`);
      await page.keyboard.press("Space");
    }
    await tabTo(page, "form.compare-form button");
    await Promise.all([page.waitForURL(/gebieden=/), page.keyboard.press("Enter")]);
    // One address that can be kept, with the own area first.
    expect(page.url()).toContain(
      "/vergelijken?gebieden=drenthe,flevoland,friesland,groningen&cijfers=reports-received",
    );
    expect(await page.locator("h1").innerText()).toBe("Drenthe vergeleken met Flevoland, Friesland en Groningen");
    const rows = await page.locator(".compare-words tbody tr").allInnerTexts();
    expect(rows).toHaveLength(5);
    expect(rows.filter((it) => it.includes("niet duidelijk anders")).length).toBeGreaterThan(0);
    expect(await page.locator("main").innerText()).toContain("Bewaar dit adres");
    expect(complaints).toEqual([]);
  });
});

test("changes to an index and back, and to one table of everything, by links", async () => {
  await visit({}, async ({ page }) => {
    await page.goto(`/vergelijken?${group}&cijfers=reports-received,advice-started`);
    await page.getByRole("link", { name: "als index" }).click();
    await page.waitForURL(/als=index/);
    expect(await page.locator("main").innerText()).toContain("Nederland is 100");
    const drenthe = page.locator(".compare-words").first().locator("tr", { hasText: "Drenthe" });
    expect(await drenthe.locator("td").nth(1).innerText()).toMatch(/^\d{2,3}$/);
    await page.getByRole("link", { name: "alles in één tabel" }).click();
    await page.waitForURL(/beeld=overzicht/);
    expect(await page.locator("table.heat thead th").count()).toBe(3);
    expect(await page.locator(".switches a[aria-current=true]").allInnerTexts()).toEqual([
      "als index",
      "alles in één tabel",
    ]);
  });
});

test("a table of twelve figures is printed on its side, with all of its columns", async () => {
  // The width of the sheet within its margins, in the pixels that paper has: 277 mm.
  await visit({ viewport: { width: 1046, height: 720 } }, async ({ page }) => {
    await page.goto(many);
    const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
    const sheets = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, w, h]) => Number(w) > Number(h));
    expect(sheets).toContain(true);
    await page.emulateMedia({ media: "print" });
    const clipped = await page.evaluate(() => {
      const edge = document.documentElement.clientWidth + 1;
      const cells = [...document.querySelectorAll(".heat th, .heat td")];
      return cells.filter((it) => it.getBoundingClientRect().right > edge || it.scrollWidth > it.clientWidth + 1)
        .length;
    });
    expect(await page.locator(".heat thead th").count()).toBeGreaterThan(8);
    expect(clipped).toBe(0);
    expect(await page.locator(".heat thead").evaluate((it) => getComputedStyle(it).display)).toBe("table-header-group");
  });
});

test("on a phone the page does not slide, the table does, and the names of the areas stay", async () => {
  await visit({ viewport: phone }, async ({ page }) => {
    await page.goto(many);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
    expect(await page.locator(".slide-hint").isVisible()).toBe(true);
    const name = page.locator(".heat tbody th").first();
    const before = await name.boundingBox();
    await page.locator(".compare-all .scroll").evaluate((it) => it.scrollBy(300, 0));
    expect((await name.boundingBox())?.x).toBe(before?.x);
  });
});

test.each(["light", "dark"] as const)("axe finds nothing on a comparison, %s", async (colorScheme) => {
  await visit({ colorScheme, reducedMotion: "reduce" }, async ({ page }) => {
    for (const address of [many, `/vergelijken?${group}&cijfers=reports-received`, "/vergelijken?gebieden=nergens"]) {
      await page.goto(address);
      await page.evaluate(() => {
        for (const it of document.querySelectorAll("details")) it.open = true;
      });
      expect(await findings(page), address).toEqual([]);
    }
  });
});
