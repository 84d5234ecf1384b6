import { describe, expect, test } from "vitest";
import { goTo, useBrowser } from "./browser.ts";
import { templates } from "./templates.ts";

/** Script only adds: everything can be read and asked without it. */
const { visit } = useBrowser();
const plain = { javaScriptEnabled: false };

describe("without JavaScript", () => {
  test("a region is found by posting its name", async () => {
    await visit(plain, async ({ page }) => {
      await page.goto("/");
      await page.locator("input[name=plaats]").fill("Hoogeveen");
      await page.locator("form:has(input[name=plaats]) button[type=submit]").click();
      await page.waitForURL("**/regio/drenthe");
      expect(await page.locator("main data[data-row]").count()).toBeGreaterThan(10);
    });
  });

  test("a name with two meanings gives a choice, a typing error a suggestion", async () => {
    await visit(plain, async ({ page }) => {
      for (const [typed, meant] of [
        ["Bergen", ["Bergen (NH.)", "Bergen (L.)"]],
        ["Hogeveen", ["Hoogeveen"]],
      ] as const) {
        await page.goto("/regios");
        await page.locator("input[name=plaats]").fill(typed);
        await page.locator("form:has(input[name=plaats]) button[type=submit]").click();
        for (const name of meant) await page.getByRole("link", { name }).first().waitFor();
        expect(await page.locator("input[name=plaats]").inputValue()).toBe(typed);
      }
    });
  });

  test("region, period and category are chosen with a button", async () => {
    await visit(plain, async ({ page }) => {
      await page.goto("/indicator/reports-received");
      const form = page.locator("form:has(select[name=periode])");
      await form.locator("select[name=periode]").selectOption("2021H1");
      await form.locator("button[type=submit]").click();
      expect(await page.locator("h1").textContent()).toContain("60.880");

      await page.goto("/indicator/reporter-type?regio=drenthe&periode=2021H1");
      await page.locator("select[name=uitsplitsing]").selectOption("reporter-type=citizen");
      await page.locator("form:has(select[name=uitsplitsing]) button[type=submit]").click();
      expect(await page.locator("h1").textContent()).toMatch(/11,1%.*burger/i);
      await page.locator("select[name=regio]").selectOption("");
      await page.locator("form:has(select[name=regio]) button[type=submit]").click();
      expect(await page.locator("h1").textContent()).toContain("Nederland");
    });
  });

  test("a figure is put beside itself at two chosen moments, and what does not compare is refused in words", async () => {
    await visit(plain, async ({ page }) => {
      await page.goto("/indicator/om-inflow");
      const form = page.locator("form:has(select[name=van])");
      await form.locator("select[name=van]").selectOption("2020");
      await form.locator("select[name=tot]").selectOption("2021");
      await form.locator("button[type=submit]").click();
      await page.waitForURL(/van=2020&tot=2021/);
      const answer = page.locator(".moments dd").last();
      expect(await answer.textContent()).toMatch(
        /^9\.150 .*\(2021\)\. Eerder was het 10\.200 \(2020\); het verschil is −1\.050\. Daarna is het cijfer met 10,3% gedaald/,
      );

      // 2018 lies before a break: it is no choice, and an address that asks for it gets no difference.
      expect(await form.locator("select[name=van] option[value='2018']").count()).toBe(0);
      await page.goto("/indicator/om-inflow?van=2018&tot=2021");
      expect(await answer.textContent()).toMatch(/^2018 en 2021: deze cijfers zijn niet te vergelijken: .*breuk/);
      await page.goto("/indicator/reports-received?regio=drenthe&van=2020H1&tot=2020H2");
      expect(await page.locator(".moments").textContent()).toMatch(/de eerste en de tweede helft van een jaar/);
    });
  });

  test("what happened meanwhile stands under a line, and a link leaves it out and brings it back", async () => {
    await visit(plain, async ({ page }) => {
      await page.goto("/indicator/reports-received?periode=2021H1");
      const marks = page.locator(".chart-line .time-mark");
      const names = page.locator(".event-names li");
      expect(await marks.count()).toBeGreaterThan(3);
      expect(await names.count()).toBe(await marks.count());
      await page.locator(".events details summary").click();
      await page.locator(".events details a[href^='https://www.cbs.nl/']").first().waitFor();
      await page.getByRole("button", { name: "Verberg gebeurtenissen" }).click();
      await page.waitForURL(/periode=2021H1&gebeurtenissen=nee/);
      expect([await marks.count(), await names.count()]).toEqual([0, 0]);
      expect(await page.locator("h1").textContent()).toContain("60.880");
      await page.getByRole("button", { name: "Toon wat er in die tijd gebeurde" }).click();
      await page.waitForURL((it) => !it.search.includes("gebeurtenissen"));
      expect(await marks.count()).toBeGreaterThan(3);
    });
  });

  test("the overview is filtered and searched, with a slip of the keyboard too", async () => {
    await visit(plain, async ({ page }) => {
      await page.goto("/indicatoren");
      const all = await page.locator("tr[data-id]").count();
      await page.locator("select[name=thema]").selectOption("size");
      await page.locator("form:has(select[name=thema]) button[type=submit]").click();
      await page.waitForURL(/thema=size/);
      const some = await page.locator("tr[data-id]").count();
      expect(some).toBeGreaterThan(0);
      expect(some).toBeLessThan(all / 2);

      for (const typed of ["hermelding", "hermeldnig"]) {
        await page.goto("/indicatoren");
        await page.locator("input[type=search]").fill(typed);
        await page.locator("form:has(input[type=search]) button[type=submit]").click();
        await page.locator("tr[data-id='reports-previous-involvement']").waitFor();
        expect(await page.locator("tr[data-id]").count()).toBeLessThan(all / 2);
      }
    });
  });

  test("every chart is drawn, and its values stand in a table that can be opened", async () => {
    await visit(plain, async ({ page }) => {
      for (const address of [
        "/indicator/reports-received?regio=drenthe",
        "/indicator/violence-type-reports?regio=drenthe",
        "/indicator/reports-received",
      ]) {
        await page.goto(address);
        const charts = page.locator("[data-chart] svg");
        expect(await charts.count(), address).toBeGreaterThan(0);
        for (const chart of await charts.all()) {
          const box = await chart.boundingBox();
          expect(box && box.width > 100 && box.height > 40, `${address}: a chart has no size`).toBe(true);
        }
        for (const summary of await page.locator("main details:has(table) summary").all()) {
          await summary.click();
          const table = summary.locator("xpath=..").locator("table");
          expect(await table.first().isVisible()).toBe(true);
          expect(await table.locator("[data-row]").count()).toBeGreaterThan(0);
        }
      }
    });
  });

  test("no button stands there that does nothing", async () => {
    await visit(plain, async ({ page }) => {
      for (const it of templates) {
        await goTo(page, it);
        const dead = await page.locator("button:not([type=submit]):visible").count();
        expect(dead, it.name).toBe(0);
        expect(await page.locator("[data-exit]").getAttribute("href")).toMatch(/^https:/);
      }
    });
  });
});
