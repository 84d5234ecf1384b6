import { describe, expect, inject, test } from "vitest";
import { goTo, useBrowser } from "./browser.ts";
import { englishTemplates, templates } from "./templates.ts";

/** Somebody may be reading along: the site must be left at once, and must leave nothing behind. */
const { visit, site } = useBrowser();

describe("quick exit", () => {
  /** The address to go to, answered by us: no test needs another host. */
  async function atHome(act: (it: Parameters<Parameters<typeof visit>[1]>[0] & { away: string }) => Promise<void>) {
    await visit({}, async (it) => {
      await it.page.goto("/regio/drenthe");
      const away = (await it.page.locator("[data-exit]").getAttribute("href")) ?? "";
      expect(away).toMatch(/^https:\/\//);
      await it.page.route(`${away}**`, (route) =>
        route.fulfill({ contentType: "text/html", body: "<title>Elsewhere</title><p>Elsewhere" }),
      );
      await act({ ...it, away });
    });
  }

  test("one click leaves, and Back does not lead to the page that was left", async () => {
    await atHome(async ({ page, away }) => {
      await page.locator("[data-exit]").click();
      await page.waitForURL(`${away}**`);
      await page.goBack().catch(() => null);
      expect(page.url().startsWith(site)).toBe(false);
      expect(await page.locator("body").textContent()).not.toContain("Drenthe");
    });
  });

  test("three times Shift leaves", async () => {
    await atHome(async ({ page, away }) => {
      for (let i = 0; i < 3; i++) await page.keyboard.press("Shift");
      await page.waitForURL(`${away}**`);
      await page.goBack().catch(() => null);
      expect(page.url().startsWith(site)).toBe(false);
    });
  });

  test("typing capitals does not", async () => {
    await atHome(async ({ page }) => {
      await page.goto("/");
      await page.locator("input[name=plaats]").focus();
      for (const letter of ["D", "E", "N", "H"]) await page.keyboard.press(`Shift+${letter}`);
      await page.waitForTimeout(300);
      expect(page.url().startsWith(site)).toBe(true);
      expect(await page.locator("input[name=plaats]").inputValue()).toBe("DENH");
    });
  });

  test("the page is empty at once, even when the other site is slow", async () => {
    await atHome(async ({ page, away }) => {
      await page.unroute(`${away}**`);
      let release = (): void => undefined;
      const slow = new Promise<void>((resolve) => (release = resolve));
      await page.route(`${away}**`, async (route) => {
        await slow;
        await route.fulfill({ contentType: "text/html", body: "Elsewhere" });
      });
      // While a page is on its way out it answers no question, so it has to tell by itself.
      await page.evaluate(() => {
        const tell = (): void => console.log(`left: ${document.body.checkVisibility()} ${document.title}`);
        document.addEventListener("click", () => setTimeout(tell, 50));
      });
      const told = page.waitForEvent("console", (it) => it.text().startsWith("left:"));
      await page.locator("[data-exit]").click({ noWaitAfter: true });
      const text = (await told).text();
      expect(text).toMatch(/^left: false/);
      expect(text).not.toMatch(/Drenthe|geweld|violence|Impactmonitor/i);
      release();
      await page.waitForURL(`${away}**`);
    });
  });

  test("is on every page, can be seen without scrolling, also on a phone, and tells the other site nothing", async () => {
    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 320, height: 568 },
    ])
      await visit({ viewport }, async ({ page }) => {
        for (const it of [...templates, ...englishTemplates].filter((_, i) => i % 3 === 0)) {
          await goTo(page, it);
          const exit = page.locator("[data-exit]");
          const box = await exit.boundingBox();
          expect(
            box && box.y + box.height <= viewport.height && box.height >= 24,
            `${it.name}: ${JSON.stringify(box)}`,
          ).toBe(true);
          expect(await exit.getAttribute("rel")).toContain("noreferrer");
          expect(await page.locator("a[href='tel:112']").count(), it.name).toBeGreaterThan(0);
          expect(await page.locator("a[href^='tel:0800']").count(), it.name).toBeGreaterThan(0);
        }
      });
  });

  test("stays in sight while scrolling", async () => {
    await visit({}, async ({ page }) => {
      await page.goto("/regio/drenthe");
      await page.mouse.wheel(0, 3000);
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(500);
      const box = await page.locator("[data-exit]").boundingBox();
      expect(box && box.y >= 0 && box.y < 900).toBe(true);
    });
  });
});

test("a visit asks nothing of another host, and leaves no cookie and nothing stored", async () => {
  await visit({}, async ({ page, context, strangers, complaints }) => {
    for (const it of [...templates, ...englishTemplates]) await goTo(page, it);
    await page.goto("/");
    await page.locator("input[name=plaats]").fill("Assen");
    await page.getByRole("option").first().waitFor();
    await page.goto("/indicatoren");
    await page.locator("input[type=search]").fill("politie");
    await page.goto("/indicator/reports-received?regio=drenthe");
    await page.locator("[data-chart=line] [data-l]").first().hover({ force: true });
    expect(strangers).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    const kept = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }));
    expect(kept).toEqual({ local: 0, session: 0, databases: 0, caches: 0, workers: 0 });
  });
});

test("what is typed goes into no address", async () => {
  await visit({}, async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (it) => asked.push(it.url()));
    await page.goto("/");
    await page.locator("input[name=plaats]").pressSequentially("Schiermonnikoog");
    await page.locator("input[name=plaats]").press("Enter");
    await page.waitForURL((it) => it.pathname !== "/");
    await page.goto("/indicatoren");
    await page.locator("input[type=search]").pressSequentially("verkrachting");
    await page.locator("input[type=search]").press("Enter");
    await page.waitForLoadState("networkidle");
    expect(asked.filter((it) => /schiermonnik|verkracht/i.test(it))).toEqual([]);
    expect(page.url()).toBe(`${inject("site")}/indicatoren`);
  });
});

describe("the page on browsing safely", () => {
  test.each([
    ["/veilig-kijken", "drie keer op Shift", "wist uw geschiedenis niet"],
    ["/en/safe-browsing", "Shift three times", "not erase your history"],
  ])(
    "%s tells of the quick exit, what it does not do, and names each number once checked",
    async (address, how, not) => {
      await visit({}, async ({ page }) => {
        await page.goto(address);
        const text = (await page.locator("main").innerText()).replace(/\s+/g, " ");
        expect(text).toContain(how);
        expect(text).toContain(not);
        const called = await page.locator("main a[href^='tel:']").evaluateAll((all) => all.map((it) => it.textContent));
        expect(called).toEqual(["112", "0800-2000", "113", "0800-0432"]);
      });
    },
  );
});
