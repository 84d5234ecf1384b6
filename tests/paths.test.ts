import { spawnSync } from "node:child_process";
import { periodLabel } from "@impactmonitor/views/period-words";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { useBrowser } from "./browser.ts";
import { endedRegions, equalAreas, publishedRows } from "./published.ts";

/** What people come for, done as they would do it, in a real browser. */
const { site, visit } = useBrowser();
const rows = [...publishedRows().values()];

describe("find my region and print it", () => {
  test("type a municipality, choose it with the keyboard, arrive at its region", async () => {
    await visit({}, async ({ page, complaints }) => {
      await page.goto("/");
      const input = page.locator('input[name="plaats"]');
      await input.focus();
      await input.pressSequentially("Hoogev");
      const options = page.getByRole("option");
      await options.first().waitFor();
      expect(await input.getAttribute("aria-expanded")).toBe("true");
      await input.press("ArrowDown");
      expect(await options.first().getAttribute("aria-selected")).toBe("true");
      expect(await input.getAttribute("aria-activedescendant")).toBe(await options.first().getAttribute("id"));
      expect(await options.first().textContent()).toContain("Drenthe");
      await input.press("Enter");
      await page.waitForURL("**/regio/drenthe");
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("Drenthe");
      expect(complaints).toEqual([]);
    });
  });

  test.each([
    ["a former name", "Groesbeek", "/regio/gelderland-zuid"],
    ["without its accent and in capitals", "SUDWEST-FRYSLAN", "/regio/friesland"],
    ["a town that is no municipality", "Drachten", "/regio/friesland"],
  ])("%s: %s, then Enter without choosing", async (_, name, expected) => {
    await visit({}, async ({ page }) => {
      await page.goto("/");
      const input = page.locator('input[name="plaats"]');
      await input.fill(name);
      await input.press("Enter");
      await page.waitForURL((it) => it.pathname !== "/");
      const path = new URL(page.url()).pathname;
      expect(path).toBe(expected);
      // What was typed stands in no address.
      expect(page.url().toLowerCase()).not.toContain(name.toLowerCase());
      expect(await page.locator("main").textContent()).toMatch(/Gelderland|Friesland|Brabant/);
    });
  });

  test("no name that can be typed leads to a region that exists no more, but that region's own", async () => {
    const ended = new Set(endedRegions().map((it) => `/regio/${it}`));
    expect(ended.size).toBe(2);
    const names = z
      .array(z.tuple([z.string(), z.string(), z.string()]))
      .parse(await (await fetch(`${site}/static/areas.nl.json`)).json());
    expect(names.length).toBeGreaterThan(380);
    const stranded = names
      .filter(([, label, href]) => ended.has(href) && label.includes("→"))
      .map(([, label]) => label);
    expect(stranded).toEqual([]);
  });

  test("the printed region holds every figure of its page, and nothing that is only for a screen", async () => {
    await visit({}, async ({ page }) => {
      await page.goto("/regio/drenthe");
      expect(await page.locator("[data-print]").isVisible()).toBe(true);
      const shown = await page.locator("table [data-row]").evaluateAll((all) => all.map((it) => it.textContent ?? ""));
      expect(shown.length).toBeGreaterThan(15);
      const pdf = await page.pdf({ format: "A4", printBackground: false });
      expect(pdf.length).toBeGreaterThan(20_000);

      await page.emulateMedia({ media: "print" });
      const hidden = await page
        .locator("table [data-row]")
        .evaluateAll((all) =>
          all
            .filter((it) => !it.checkVisibility() || it.getBoundingClientRect().width === 0)
            .map((it) => it.textContent),
        );
      expect(hidden, "figures that are lost in print").toEqual([]);
      for (const screenOnly of [".exit", "nav", "button", "input", "select"])
        expect(await page.locator(`${screenOnly} >> visible=true`).count(), `${screenOnly} in print`).toBe(0);

      const text = pdfText(pdf);
      if (text === undefined) return;
      const numbers = shown.map((it) => /[\d.,]+%?/.exec(it)?.[0] ?? "").filter(Boolean);
      for (const number of numbers) expect(text).toContain(number);
      for (const word of ["Drenthe", "2023", "Veilig Thuis", "Impactmonitor", "2026-11"]) expect(text).toContain(word);
    });
  });
});

describe("print a figure", () => {
  test("with the button on its page, which is there with script only", async () => {
    await visit({}, async ({ page, context }) => {
      await context.addInitScript(() => {
        Reflect.set(window, "printed", 0);
        window.print = () => void Reflect.set(window, "printed", Number(Reflect.get(window, "printed")) + 1);
      });
      for (const address of ["/indicator/reports-received?regio=drenthe", "/en/indicator/attachment"]) {
        await page.goto(address);
        await page.getByRole("button", { name: /Druk deze pagina af|Print this page/ }).click();
        expect(await page.evaluate(() => Number(Reflect.get(window, "printed")))).toBe(1);
      }
    });
    await visit({ javaScriptEnabled: false }, async ({ page }) => {
      await page.goto("/indicator/reports-received?regio=drenthe");
      expect(await page.locator("[data-print]").isVisible()).toBe(false);
    });
  });

  test("the first sheet holds the figure, its source, its series and what it does not say", async () => {
    await visit({}, async ({ page }) => {
      await page.goto("/indicator/reports-received?regio=drenthe");
      const limits = await page.locator(".not-say li").allTextContents();
      const pdf = await page.pdf({ format: "A4", printBackground: false });
      await page.emulateMedia({ media: "print" });
      for (const screenOnly of [".exit", "nav", "button", "input", "select"])
        expect(await page.locator(`${screenOnly} >> visible=true`).count(), `${screenOnly} in print`).toBe(0);
      for (const part of [".cite", ".not-say", "#verloop", ".as-table td", "#per-regio"])
        expect(await page.locator(part).first().isVisible(), part).toBe(true);

      const text = pdfText(pdf, 1);
      if (text === undefined) return;
      const folded = text.replace(/\s+/g, " ");
      for (const part of ["1.905", "71,0", "37,8", "2.205", "Bron:", "editie 2026-11", "Wat dit cijfer niet zegt"])
        expect(folded).toContain(part);
      for (const limit of limits) expect(folded).toContain(limit.trim().split(" ").at(-1));
    });
  });
});

describe("which figures exist for Drenthe", () => {
  test("from the home page to a figure in two clicks, by region and by overview", async () => {
    await visit({}, async ({ page }) => {
      await page.goto("/");
      await page.locator("main").getByRole("link", { name: "Drenthe", exact: true }).first().click();
      await page.waitForURL("**/regio/drenthe");
      expect(await page.locator("main table data[data-row]").count()).toBeGreaterThan(10);

      await page.goto("/");
      await page.locator("header a[href='/indicatoren']").first().click();
      await page.waitForURL("**/indicatoren");
      await page.locator("tr[data-id='reports-received'] th a").click();
      await page.waitForURL("**/indicator/reports-received");
      expect(await page.locator("h1 data[data-row]").count()).toBe(1);
    });
  });

  test("from any page to any figure in two clicks: each page leads to the overview, which leads to every indicator", async () => {
    await visit({}, async ({ page }) => {
      for (const address of [
        "/",
        "/regio/drenthe",
        "/bron/veilig-thuis",
        "/privacy",
        "/begrippen",
        "/regio/bestaat-niet",
      ]) {
        await page.goto(address);
        expect(await page.locator("a[href='/indicatoren']").count(), address).toBeGreaterThan(0);
      }
      await page.goto("/indicatoren");
      const linked = await page
        .locator("tr[data-id] th a")
        .evaluateAll((all) => all.map((it) => it.getAttribute("href")));
      const missing = [...new Set(rows.map((it) => it.indicator))].filter((it) => !linked.includes(`/indicator/${it}`));
      expect(missing).toEqual([]);
    });
  });

  test("choosing Drenthe says per subject what there is before the click, as the figures have it", async () => {
    await visit({}, async ({ page }) => {
      await page.goto("/indicatoren");
      await page.locator("select[name=regio]").selectOption("drenthe");
      await page.waitForURL("**/indicatoren?regio=drenthe");
      const said = await page.locator("tr[data-id]").evaluateAll((all) =>
        all.map((row) => {
          const heads = [...(row.closest("table")?.querySelectorAll("thead th") ?? [])].map((it) => it.textContent);
          const cell = row.children[heads.indexOf("Drenthe")];
          return {
            id: row.getAttribute("data-id") ?? "",
            text: cell?.textContent?.trim() ?? "",
            href: cell?.querySelector("a")?.getAttribute("href") ?? "",
          };
        }),
      );
      expect(said.length).toBeGreaterThan(69);
      const own = equalAreas()("VT02");
      const wrong = said.filter((it) => {
        const periods = rows.filter((row) => row.indicator === it.id && own.has(row.area)).map((row) => row.period);
        const known = periods.map((period) => periodLabel(period, "nl"));
        const reason = it.href === "" && it.text.length > 10;
        return periods.length > 0 ? !it.href.includes("regio=drenthe") || !known.includes(it.text) : !reason;
      });
      expect(wrong).toEqual([]);
    });
  });

  test("the counts of regions in the overview are those of the figures, for the period and category of its table", async () => {
    const named = publishedRows();
    const equal = equalAreas();
    await visit({}, async ({ page }) => {
      await page.goto("/indicatoren");
      const told = await page.locator("tr[data-id] a[href$='#per-regio']").evaluateAll((all) =>
        all.map((it) => ({
          id: it.closest("tr")?.getAttribute("data-id") ?? "",
          href: it.getAttribute("href") ?? "",
          count: Number(it.textContent),
        })),
      );
      expect(told.length).toBeGreaterThan(5);
      for (const { id, href, count } of told) {
        await page.goto(href);
        const section = page.locator("#per-regio").locator("xpath=ancestor::section");
        const refs = await section
          .locator("tbody tr:not(.row-nation)")
          .evaluateAll((all) =>
            all.flatMap((it) => [...it.querySelectorAll("td.num data")].at(-1)?.getAttribute("data-row") ?? []),
          );
        const shown = named.get(refs[0]?.split(" ")[0] ?? "");
        const areas = rows
          .filter((it) => it.indicator === id && it.absent === "")
          .filter((it) => it.period === shown?.period && it.breakdown === shown.breakdown)
          .flatMap((it) => [...equal(it.area)]);
        expect(count, id).toBe(new Set(areas.filter((it) => it.startsWith("VT"))).size);
      }
    });
  });
});

test("how many reports were there in the first half of 2021, and who says so", async () => {
  await visit({ permissions: ["clipboard-read", "clipboard-write"] }, async ({ page }) => {
    await page.goto("/indicatoren");
    await page.locator("input[type=search]").fill("meldingen");
    await page.locator("tr[data-id='reports-received'] th a").click();
    await page.waitForURL("**/indicator/reports-received");
    await page.locator("select[name=periode]").selectOption("2021H1");
    await page.waitForURL("**/indicator/reports-received?*periode=2021H1*");
    const heading = await page.getByRole("heading", { level: 1 }).textContent();
    expect(heading).toContain("60.880");
    expect(heading).toMatch(/eerste helft van 2021/);
    const main = page.locator("main");
    expect(await main.textContent()).toMatch(/Bron: .*CBS/);
    expect(await main.locator("a[href='/bron/veilig-thuis']").count()).toBeGreaterThan(0);
    const outside = await main.locator("a[href^='https://www.cbs.nl/']").first().getAttribute("href");
    expect(outside).toContain("impactmonitor");

    await page.locator("button[data-copy]").first().click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    for (const part of ["60.880", "2021", "CBS", "editie 2026-11"]) expect(copied).toContain(part);
  });
});

test("a table can be copied with its source, and a click in it leaves it as it is", async () => {
  await visit({ permissions: ["clipboard-read", "clipboard-write"] }, async ({ page }) => {
    await page.goto("/indicator/reports-received");
    const table = page.locator("#per-regio").locator("xpath=ancestor::section").locator("table");
    const before = await table.innerText();
    await table.locator("td").first().click();
    await page.waitForTimeout(100);
    expect(await table.innerText()).toBe(before);
    const button = page.getByRole("button", { name: (await table.getAttribute("data-copy")) ?? "" });
    await button.locator("visible=true").first().click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain("\t");
    expect(copied).toMatch(/Drenthe\t[\d.,]+/);
    expect(copied).toMatch(/Bron: .*editie 2026-11/);
  });
});

/** Figures that two regions were shown to be found with the monitor: where each must be readable. */
const worked: readonly (readonly [id: string, address: string, dutch: string, english: string])[] = [
  ["ZW-05", "/indicator/unsafe-reports-share?regio=zaanstreek-waterland&periode=2021H1", "55,6%", "55.6%"],
  ["ZW-06", "/indicator/violence-duration-reports?regio=zaanstreek-waterland&periode=2021H1", "61%", "61%"],
  ["ZW-07", "/indicator/violence-duration-reports?regio=zaanstreek-waterland&periode=2021H1", "1,4%", "1.4%"],
  ["ZW-08", "/indicator/ots-started?regio=zaanstreek-waterland&periode=2021H1", "2,2", "2.2"],
  ["ZW-09", "/indicator/acute-cases-transferred-om?regio=zaanstreek-waterland&periode=2021H1", "0", "0"],
  ["ZW-10", "/indicator/cases-transferred-rvdk?regio=zaanstreek-waterland&periode=2021H1", "0,7%", "0.7%"],
  ["ZW-11", "/indicator/unsafe-reports-share?regio=zaanstreek-waterland&periode=2021H1", "42,8%", "42.8%"],
  ["DR-06", "/indicator/advice-started?regio=drenthe&periode=2021H1", "31,5", "31.5"],
  ["DR-07", "/indicator/reports-received?regio=drenthe&periode=2021H1", "23,5", "23.5"],
  ["DR-08", "/indicator/advice-seeker-type?regio=drenthe&periode=2021H1", "56,2%", "56.2%"],
  ["DR-09", "/indicator/advice-seeker-type?regio=drenthe&periode=2021H1", "11,4%", "11.4%"],
  ["DR-10", "/indicator/reporter-type?regio=drenthe&periode=2021H1", "54,6%", "54.6%"],
  ["DR-11", "/indicator/reporter-type?regio=drenthe&periode=2021H1", "11,1%", "11.1%"],
  ["DR-15", "/indicator/unsafe-reports-share?regio=drenthe&periode=2021H1", "23,9%", "23.9%"],
  ["DR-20", "/indicator/advice-seeker-type?regio=drenthe&periode=2021H1", "44,8%", "44.8%"],
  ["DR-23", "/indicator/reporter-type?regio=drenthe&periode=2021H1", "64,2%", "64.2%"],
];

describe("the figures of the worked examples are where people look for them", () => {
  test.each(worked)("%s", async (_, address, dutch, english) => {
    for (const [prefix, figure] of [
      ["", dutch],
      ["/en", english],
    ] as const) {
      const html = await (await fetch(`${site}${prefix}${address}`)).text();
      const figures = [...html.matchAll(/<data [^>]*data-row="[^"]*"[^>]*>([^<]*)/g)].map((it) => it[1]);
      expect(figures).toContain(figure);
      expect(html).toMatch(/2021, (1e helft|1st half)/);
    }
  });

  test("the region pages of both lead there in one click", async () => {
    const drenthe = await (await fetch(`${site}/regio/drenthe`)).text();
    const zaanstreek = await (await fetch(`${site}/regio/zaanstreek-waterland`)).text();
    for (const [, address] of worked) {
      const [path = "", region = ""] = address.split(/[?&]/).map((it) => it.replace("regio=", ""));
      const html = region === "drenthe" ? drenthe : zaanstreek;
      expect(html, address).toContain(`href="${path}?regio=${region}"`);
    }
  });
});

/** Text of a PDF, or of its first sheets, by poppler's tool; undefined where that is not installed. */
function pdfText(pdf: Buffer, sheets?: number): string | undefined {
  const last = sheets === undefined ? [] : ["-l", String(sheets)];
  const read = spawnSync("pdftotext", ["-layout", ...last, "-", "-"], { input: pdf, maxBuffer: 16_000_000 });
  return read.error ? undefined : read.stdout.toString();
}
