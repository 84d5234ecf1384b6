import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe, { type AxeResults } from "axe-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { startSite, type SiteProcess } from "../scripts/site-process.ts";
import { desktop, phone, useBrowser } from "./browser.ts";
import { makePracticeEdition } from "./practice-edition.ts";

/** The exercise lies among practice figures; what somebody writes in it comes back on a page and stays nowhere. */
const data = mkdtempSync(join(tmpdir(), "impactmonitor-exercise-"));
const { site: real, visit } = useBrowser();
let site: SiteProcess;

beforeAll(async () => {
  makePracticeEdition(inject("editions"), join(data, "practice/editions"));
  site = await startSite({ data, editions: inject("editions") });
});
afterAll(async () => {
  await site.stop();
  rmSync(data, { recursive: true, force: true });
});

const post = (address: string, body: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(site.url + address, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(body),
  });

describe("the exercise", () => {
  test.each([
    ["/oefenen/oefening?regio=drenthe", "/oefenen/indicator/"],
    ["/en/practice/exercise?regio=groningen", "/en/practice/indicator/"],
  ])(
    "%s: seven steps, each with an answer, links that work, then own words to print; no script, axe finds nothing",
    async (address, inside) => {
      await visit({ javaScriptEnabled: false, baseURL: site.url }, async ({ page }) => {
        await page.goto(address);
        expect(await page.locator("main section details").count()).toBe(7);
        expect(await page.locator("main section details data[data-row]").count()).toBeGreaterThan(1);
        const links = await page
          .locator("main section a")
          .evaluateAll((all) => all.map((it) => it.getAttribute("href") ?? ""));
        expect(links.some((it) => it.startsWith(inside))).toBe(true);
        for (const it of new Set(links)) expect((await fetch(site.url + it)).status, it).toBe(200);
        await page.locator("[name=zin]").fill("Mijn <b>zin</b>");
        await page.locator("form:has([name=zin]) button").click();
        expect(await page.locator(".exercise-own").allTextContents()).toEqual([
          "Mijn <b>zin</b>",
          expect.stringMatching(/^\(/),
        ]);
        expect(page.url()).not.toContain("zin=");
      });
      await visit({ baseURL: site.url }, async ({ page }) => {
        await page.goto(address);
        await page.evaluate(() => document.querySelectorAll("details").forEach((it) => (it.open = true)));
        await page.evaluate(`(() => { ${axe.source} })()`);
        const { violations } = await page.evaluate<AxeResults>("axe.run(document)");
        expect(violations.map((it) => `${it.id}: ${it.nodes[0]?.html.slice(0, 120)}`)).toEqual([]);
      });
    },
  );

  test.each([
    ["/oefenen/oefening?regio=drenthe", "Mijn oefening: "],
    ["/en/practice/exercise?regio=groningen", "My exercise: "],
  ])("%s: the sheet that comes of it fits any screen and paper, axe finds nothing", async (address, title) => {
    // One word as long as can be, and one with breaks: neither may push the sheet aside.
    const [zin, vraag] = ["a".repeat(300), "Herkennen jullie dit?\nEn wat zien wij nog niet?"] as const;
    await visit({ baseURL: site.url, reducedMotion: "reduce" }, async ({ page, complaints }) => {
      await page.goto(address);
      await page.locator("[name=zin]").fill(zin);
      await page.locator("[name=vraag]").fill(vraag);
      await page.locator("form:has([name=zin]) button").click();
      await page.locator(".exercise-own").first().waitFor();
      expect(await page.locator("h1").textContent()).toContain(title);
      expect(await page.locator(".exercise-own").last().innerText()).toContain("dit?\nEn wat");
      await page.evaluate(`(() => { ${axe.source} })()`);
      for (const [media, colorScheme, viewport] of [
        ["screen", "light", desktop],
        ["screen", "dark", phone],
        ["print", "light", { width: 680, height: 960 }],
      ] as const) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ media, colorScheme });
        // The word across a sheet is pale on purpose: what is written there is read through it.
        const { violations } = await page.evaluate<AxeResults>(
          `axe.run({ include: [["html"]], exclude: [[".practice-sheet"]] })`,
        );
        const told = violations.map((it) => `${it.id}: ${it.nodes[0]?.html.slice(0, 120)}`);
        expect(told, `${media}, ${viewport.width} px`).toEqual([]);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width, `${media}, ${viewport.width} px`).toBeLessThanOrEqual(viewport.width);
      }
      await page.emulateMedia({ media: "print" });
      expect(await page.locator(".actions:visible, .copy:visible, form:visible").count(), "of use on paper").toBe(0);
      expect(await page.locator(".practice-sheet:visible").count(), "marked on paper").toBe(1);
      expect(complaints).toEqual([]);
    });
  });

  test("what is written is cut, escaped and kept by nobody; a region that isn’t there is refused", async () => {
    const answer = await post("/oefenen/oefening", { regio: "drenthe", zin: `<script>${"a".repeat(600)}`, vraag: "" });
    const html = await answer.text();
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(html).not.toContain("<script>a");
    expect(html).toContain("a".repeat(292));
    expect(html).not.toContain("a".repeat(293));
    expect((await post("/oefenen/oefening", { regio: "../x" })).status).toBe(400);
    expect((await post("/oefenen/oefening", { zin: "a".repeat(9000) })).status).toBe(413);
  });

  test("it is not among real figures, and without practice figures the page says how to get them", async () => {
    expect((await fetch(`${real}/oefening`)).status).toBe(404);
    const answer = await fetch(`${real}/oefenen/oefening`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("npm run practice");
  });
});
