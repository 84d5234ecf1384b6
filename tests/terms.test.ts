import axe, { type AxeResults } from "axe-core";
import { describe, expect, test } from "vitest";
import { desktop, phone, useBrowser } from "./browser.ts";
import { attribute, elements, parseHtml, type Element } from "./html.ts";

/** Terms explain themselves where they stand; without script they lead to the glossary. */
const { site, visit } = useBrowser();

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
        const term = page.locator(".term[role=button]").first();
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

  test.each(["/begrippen", "/en/glossary"])(
    "%s: each term stands out, and on paper none is cut in two",
    async (address) => {
      await visit({ javaScriptEnabled: false }, async ({ page }) => {
        await page.goto(address);
        const style = (name: string): Promise<string> =>
          page
            .locator(".terms > div")
            .first()
            .evaluate((it, of) => getComputedStyle(it).getPropertyValue(of), name);
        const term = page.locator(".terms dt").first();
        expect(await term.evaluate((it) => getComputedStyle(it).fontWeight)).toBe("700");
        await page.emulateMedia({ media: "print" });
        expect(await style("break-inside")).toBe("avoid");
      });
    },
  );

  test("on a phone, by touch, the explanation stays within the screen", async () => {
    await visit({ viewport: phone, hasTouch: true }, async ({ page }) => {
      await page.goto("/lezen");
      const terms = page.locator(".term[role=button]");
      await terms.last().tap();
      const box = await page.locator(".term-box:popover-open").boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= phone.width).toBe(true);
      expect(box && box.y >= 0 && box.y + box.height <= phone.height).toBe(true);
    });
  });

  const besideFigures = [
    "/indicator/reports-received?regio=drenthe",
    "/en/indicator/unsafe-reports-share",
    "/regio/drenthe",
    "/en/region/drenthe",
    "/nederland",
    "/thema/size",
    "/vergelijken?gebieden=drenthe,groningen,friesland&cijfers=reports-received,advice-started",
    "/vragen/earlier-in-view?regio=drenthe",
    "/en/questions/how-big-and-how-much-seen?regio=drenthe",
  ];
  /** Where a mark would be in the way: it names something, leads elsewhere, opens something or is drawn. */
  const never = new Set("h1 h2 h3 h4 a button summary label th svg figcaption nav footer".split(" "));
  const termsOf = async (address: string): Promise<Element[]> => {
    const html = await (await fetch(site + address)).text();
    return [...elements(parseHtml(html))].filter((it) => attribute(it, "class") === "term");
  };
  const around = (it: Element): Element[] => (it.parent ? [it.parent, ...around(it.parent)] : []);

  test.each(besideFigures)("%s: each term is marked once, in running text only", async (address) => {
    const terms = await termsOf(address);
    expect(terms.length).toBeGreaterThan(0);
    const ids = terms.map((it) => attribute(it, "href")?.split("#")[1]);
    expect(ids.toSorted()).toEqual([...new Set(ids)].toSorted());
    for (const it of terms) {
      expect(it.tag).toBe("a");
      expect(attribute(it, "href")).toMatch(/^\/(begrippen|en\/glossary)#[a-z0-9-]+$/);
      expect(
        around(it)
          .map((outer) => outer.tag)
          .filter((tag) => never.has(tag)),
      ).toEqual([]);
    }
  });

  test("what a figure counts, and what a theme is about, is explained where it stands", async () => {
    const within = (it: Element, name: string): boolean =>
      around(it).some((outer) => attribute(outer, "class")?.split(" ").includes(name) === true);
    const definition = await termsOf("/indicator/shelter-beds");
    expect(definition.filter((it) => within(it, "definition")).length).toBeGreaterThan(0);
    for (const address of ["/regio/drenthe", "/nederland"]) {
      const region = await termsOf(address);
      expect(region.filter((it) => within(it, "order-why")).length, address).toBeGreaterThan(0);
      expect(region.filter((it) => within(it, "missing")).length, address).toBeGreaterThan(0);
    }
  });

  test.each([
    ["on a wide window", undefined],
    ["on a phone", phone],
  ])("%s the buttons that script makes stand exactly where the links stood", async (_, viewport) => {
    await visit(viewport ? { viewport } : {}, async ({ page, complaints }) => {
      // One visit for both: a font that comes late is not used by a page, and another visit may have had it in time.
      const script = Promise.withResolvers<void>();
      await page.route(/\/static\/[^/]+\.js$/, async (route) => {
        await script.promise;
        await route.continue();
      });
      const places = async (): Promise<string[]> => {
        await page.evaluate("document.fonts.ready");
        return page.locator(".term").evaluateAll((all) =>
          all.map((it) => {
            const box = it.closest("p, li, dd")!.getBoundingClientRect();
            const own = it.getBoundingClientRect();
            return [it.textContent, own.x - box.x, own.y - box.y, own.width, own.height, box.height].join(" ");
          }),
        );
      };
      await page.goto("/vragen/earlier-in-view?regio=drenthe", { waitUntil: "commit" });
      await page.locator("footer.foot p").last().waitFor();
      const isStyled = "getComputedStyle(document.querySelector('.term')).cursor === 'help'";
      await page.waitForFunction(isStyled);
      const links = await places();
      expect(await page.locator(".term[role=button]").count()).toBe(0);
      script.resolve();
      await page.locator(".term[role=button]").first().waitFor({ state: "attached" });
      expect(await places()).toEqual(links);
      expect(links.length).toBeGreaterThan(3);
      expect(complaints).toEqual([]);
    });
  });

  test("beside figures a term opens by keyboard and by touch, and one opens at a time", async () => {
    await visit({ viewport: phone, hasTouch: true }, async ({ page, complaints }) => {
      await page.goto("/indicator/reports-received?regio=drenthe");
      const terms = page.locator(".term[role=button]");
      await terms.first().focus();
      await page.keyboard.press("Space");
      await page.locator(".term-box:popover-open").waitFor();
      await page.keyboard.press("Escape");
      await terms.last().tap();
      const open = page.locator(".term-box:popover-open");
      await open.waitFor();
      expect(await open.count()).toBe(1);
      const box = await open.boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= phone.width && box.y + box.height <= phone.height).toBe(true);
      expect(complaints).toEqual([]);
    });
  });

  test("on paper a term is a word like any other", async () => {
    await visit({}, async ({ page }) => {
      await page.goto("/regio/drenthe");
      await page.emulateMedia({ media: "print" });
      const looks = await page.locator(".term").evaluateAll((all) => [
        ...new Set(
          all.map((it) => {
            const [own, around] = [getComputedStyle(it), getComputedStyle(it.parentElement!)];
            return `${own.textDecorationLine} ${own.color === around.color} ${own.fontWeight === around.fontWeight}`;
          }),
        ),
      ]);
      expect(looks).toEqual(["none true true"]);
    });
  });

  test("what is shown in somebody else’s page marks none", async () => {
    expect(await termsOf("/insluiten/reports-received?regio=drenthe")).toEqual([]);
  });

  test.each(
    ["/lezen", "/en/reading"].flatMap((address) =>
      (["light", "dark"] as const).flatMap((colorScheme) =>
        [desktop, phone].map((viewport) => [address, colorScheme, viewport.width, viewport] as const),
      ),
    ),
  )("%s, %s, %i px wide: axe finds nothing on a page with an explanation open", async (address, colorScheme, _, it) => {
    await visit({ viewport: it, colorScheme, reducedMotion: "reduce" }, async ({ page }) => {
      await page.goto(address);
      await page.locator(".term[role=button]").nth(1).click();
      await page.locator(".term-box:popover-open").waitFor();
      await page.evaluate(`(() => { ${axe.source} })()`);
      const { violations } = await page.evaluate<AxeResults>("axe.run(document)");
      expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html.slice(0, 120)}`)).toEqual([]);
      expect(await page.locator(".term-box:popover-open").count(), "still open").toBe(1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(it.width);
    });
  });
});
