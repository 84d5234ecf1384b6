import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { phone, useBrowser } from "./browser.ts";

/** What another website sees of us: a frame that fits, and nothing else. */
const { site, visit } = useBrowser();
let other: Server;
let host = "";
const framed = `${site}/insluiten/reports-received?regio=drenthe&grafiek=verloop`;
const pageOf = (script: boolean, src = framed): string =>
  `<!doctype html><html lang="nl"><title>Een andere site</title><iframe src="${src}" title="Meldingen" width="100%" height="640" style="border:0"></iframe>${script ? `<script src="${site}/insluiten.js" async></script>` : ""}</html>`;

beforeAll(async () => {
  other = createServer((request, answer) => {
    answer.setHeader("content-type", "text/html; charset=utf-8");
    answer.end(
      pageOf(request.url === "/met", request.url === "/pagina" ? `${site}/indicator/reports-received` : framed),
    );
  });
  await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
  host = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((done) => other.close(done)));

describe("in another website", () => {
  test("the frame grows as high as what is in it, also on a phone; nothing is kept and no one else asked", async () => {
    for (const viewport of [phone, { width: 1000, height: 800 }])
      await visit({ viewport }, async ({ page, context }) => {
        const asked: string[] = [];
        context.on("request", (it) => asked.push(new URL(it.url()).origin));
        await page.goto(`${host}/met`);
        const frame = page.frames().find((it) => it.url() === framed)!;
        const inside = (): Promise<number> =>
          frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
        await expect.poll(async () => (await page.locator("iframe").boundingBox())?.height).toBe(await inside());
        const fits = await frame.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
        expect(fits).toBe(true);
        expect(new Set(asked)).toEqual(new Set([host, site]));
        expect(await context.cookies()).toEqual([]);
        expect(await frame.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
      });
  });

  test("without our script it keeps its height and scrolls", async () => {
    await visit({}, async ({ page }) => {
      await page.goto(`${host}/zonder`);
      const frame = page.frames().find((it) => it.url() === framed)!;
      expect((await page.locator("iframe").boundingBox())?.height).toBe(640);
      expect(await frame.locator("h1").textContent()).toContain("Meldingen");
    });
  });

  test("another page of ours is not shown", async () => {
    await visit({}, async ({ page, complaints }) => {
      await page.goto(`${host}/pagina`);
      await expect.poll(() => complaints.join(" ")).toContain("frame-ancestors");
    });
  });
});

test.each(["light", "dark"] as const)("axe finds nothing in what is embedded, %s", async (colorScheme) => {
  for (const address of [
    framed,
    `${site}/en/embed/reports-received?regio=drenthe&grafiek=kaart`,
    `${site}/insluiten/niets`,
  ])
    await visit({ colorScheme }, async ({ page }) => {
      await page.goto(address);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((it) => `${it.id}: ${it.nodes[0]?.html}`)).toEqual([]);
    });
});

describe("a chart as a picture", () => {
  const open = "[aria-labelledby=verloop] .take-chart";
  test("is copied to the clipboard, and the reader is told", async () => {
    await visit({ permissions: ["clipboard-read", "clipboard-write"] }, async ({ page }) => {
      await page.goto("/indicator/reports-received?regio=drenthe");
      await page.locator(`${open} summary`).click();
      await page.locator(`${open} button[data-picture]`).click();
      const status = page.locator(`${open} [role=status]`);
      await expect.poll(() => status.textContent(), { timeout: 15_000 }).toContain("gekopieerd");
      const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap((it) => it.types));
      expect(types).toContain("image/png");
    });
  });

  test("is saved where the browser can't copy", async () => {
    await visit({}, async ({ page }) => {
      await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
      await page.goto("/indicator/reports-received?regio=drenthe");
      await page.locator(`${open} summary`).click();
      const saved = page.waitForEvent("download");
      await page.locator(`${open} button[data-picture]`).click();
      expect((await saved).suggestedFilename()).toMatch(/reports-received.*\.png$/);
      expect(await page.locator(`${open} [role=status]`).textContent()).toContain("bewaard als bestand");
    });
  });

  test("without script there are files only: no button that does nothing", async () => {
    await visit({ javaScriptEnabled: false }, async ({ page }) => {
      await page.goto("/indicator/reports-received?regio=drenthe");
      await page.locator(`${open} summary`).click();
      expect(await page.locator(`${open} button:visible`).count()).toBe(0);
      expect(await page.locator(`${open} a:visible`).count()).toBe(3);
    });
  });

  test("the code to embed names the site as the visitor reached it", async () => {
    await visit({}, async ({ page }) => {
      await page.goto("/indicator/reports-received?regio=drenthe");
      await page.locator(`${open} summary`).click();
      const code = await page.locator(`${open} textarea`).inputValue();
      expect(code).toContain(`src="${site}/insluiten/reports-received?`);
      expect(code).not.toContain("impactmonitor.example");
    });
  });
});
