import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useBrowser } from "./browser.ts";

/** Everything can be done without a mouse, and one sees where one is. */
const { visit } = useBrowser();

/** What has the focus, in words that a failing test can show. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const it = document.activeElement;
    return it
      ? `${it.tagName.toLowerCase()}${it.id ? `#${it.id}` : ""} ${(it.textContent ?? "").trim().slice(0, 40)}`
      : "";
  });

async function tabTo(page: Page, selector: string, most = 80): Promise<void> {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((it) => document.activeElement?.matches(it) ?? false, selector)) return;
  }
  throw new Error(`${most} times Tab does not lead to ${selector}; now at ${await focused(page)}`);
}

test("the first Tab reaches the skip link, which shows itself and leads past the menu", async () => {
  await visit({}, async ({ page }) => {
    await page.goto("/regio/drenthe");
    await page.keyboard.press("Tab");
    const link = page.locator("a[href='#inhoud']");
    expect(await link.evaluate((it) => it === document.activeElement)).toBe(true);
    const box = await link.boundingBox();
    expect(box && box.x >= 0 && box.y >= 0 && box.width > 40 && box.height > 16).toBe(true);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const inside = await page.evaluate(() => document.activeElement?.closest("main") !== null);
    expect(inside, await focused(page)).toBe(true);
  });
});

test("quick exit and help come before menu and content", async () => {
  await visit({}, async ({ page }) => {
    await page.goto("/");
    await tabTo(page, "[data-exit]", 5);
    expect(await page.evaluate(() => document.activeElement?.closest("main, nav") ?? null)).toBeNull();
  });
});

test.each(["/", "/indicatoren", "/indicator/reports-received?regio=drenthe", "/regio/drenthe", "/begrippen"])(
  "wherever Tab leads on %s, the place can be seen",
  async (address) => {
    await visit({ reducedMotion: "reduce" }, async ({ page }) => {
      await page.goto(address);
      const unseen: string[] = [];
      for (let i = 0; i < 60; i++) {
        await page.keyboard.press("Tab");
        const seen = await page.evaluate(() => {
          const it = document.activeElement;
          if (!it || it === document.body) return "";
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(it);
          const { width, height, top, bottom } = it.getBoundingClientRect();
          const marked = (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
          const inside = width > 0 && height > 0 && bottom > 0 && top < innerHeight;
          return marked && inside ? "" : `${marked ? "" : "no outline "}${inside ? "" : `at ${top} to ${bottom}`}`;
        });
        if (seen) unseen.push(`${await focused(page)}: ${seen}`);
      }
      expect(unseen).toEqual([]);
    });
  },
);

test("another region can be chosen with the keyboard alone, and the focus is not lost in the page", async () => {
  await visit({}, async ({ page }) => {
    await page.goto("/indicator/reports-received");
    await tabTo(page, "select[name=regio]");
    await page.keyboard.type("Dre");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/indicator/reports-received?regio=drenthe");
    expect(await page.locator("h1").textContent()).toContain("Drenthe");
  });
});

test("a region can be found with the keyboard alone", async () => {
  await visit({}, async ({ page }) => {
    await page.goto("/");
    await tabTo(page, "input[name=plaats]", 20);
    await page.keyboard.type("zaanst");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Escape");
    expect(await page.getByRole("option").count()).toBe(0);
    await page.keyboard.type("r");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowDown");
    // A region is what most people mean; a COROP area of the same name comes after it.
    await page.keyboard.press("Enter");
    await page.waitForURL((it) => it.pathname !== "/");
    expect(new URL(page.url()).pathname).toBe("/regio/zaanstreek-waterland");
  });
});

describe("a chart is read with the arrow keys", () => {
  test.each(["line", "bars", "strip"])("%s: each value is announced, from the first to the last", async (kind) => {
    await visit({}, async ({ page }) => {
      const bars = "/indicator/violence-type-reports?regio=drenthe";
      await page.goto(kind === "bars" ? bars : "/indicator/reports-received");
      const chart = page.locator(`[data-chart=${kind}]`).first();
      const labels = await chart
        .locator("[data-l]")
        .evaluateAll((all) => all.map((it) => it.getAttribute("data-l") ?? ""));
      expect(labels.length).toBeGreaterThan(2);
      const svg = chart.locator("svg[role=img]");
      expect((await svg.getAttribute("aria-label"))?.length).toBeGreaterThan(20);
      await svg.focus();
      const live = page.locator("[aria-live=polite]");
      await page.keyboard.press("ArrowRight");
      expect(await live.textContent()).toBe(labels[0]);
      await page.keyboard.press("ArrowRight");
      expect(await live.textContent()).toBe(labels[1]);
      await page.keyboard.press("ArrowLeft");
      expect(await live.textContent()).toBe(labels[0]);
      await page.keyboard.press("End");
      expect(await live.textContent()).toBe(labels.at(-1));
      await page.keyboard.press("ArrowRight");
      expect(await live.textContent()).toBe(labels.at(-1));
      await page.keyboard.press("Home");
      expect(await live.textContent()).toBe(labels[0]);
      await page.keyboard.press("Tab");
      expect(await svg.evaluate((it) => it === document.activeElement)).toBe(false);
    });
  });

  test("a map is one stop at most, not one per region", async () => {
    await visit({}, async ({ page }) => {
      await page.goto("/");
      const stops = await page
        .locator("svg a, svg [tabindex='0']")
        .evaluateAll((all) => all.filter((it) => it.getAttribute("tabindex") !== "-1").length);
      expect(stops).toBeLessThanOrEqual(1);
    });
  });
});

test("details open and close with Enter, and tables that scroll can be reached", async () => {
  await visit({}, async ({ page }) => {
    await page.goto("/indicator/reports-received");
    await tabTo(page, "main summary");
    await page.keyboard.press("Enter");
    const open = await page.evaluate(() => document.activeElement?.closest("details")?.open);
    expect(open).toBe(true);
    const unreachable = await page.evaluate(
      () =>
        [...document.querySelectorAll("main *")].filter(
          (it) =>
            it.scrollWidth > it.clientWidth + 1 &&
            /auto|scroll/.test(getComputedStyle(it).overflowX) &&
            it.getAttribute("tabindex") !== "0" &&
            !it.querySelector("a, button, input, select"),
        ).length,
    );
    expect(unreachable).toBe(0);
  });
});
