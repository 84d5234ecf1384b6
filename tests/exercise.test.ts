import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe, { type AxeResults } from "axe-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { startSite, type SiteProcess } from "../scripts/site-process.ts";
import { useBrowser } from "./browser.ts";
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
