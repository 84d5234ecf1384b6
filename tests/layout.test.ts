import { describe, expect, test } from "vitest";
import { desktop, goTo, phone, useBrowser } from "./browser.ts";
import { englishTemplates, templates } from "./templates.ts";

/** Pages hold still while they load, and fit any screen. */
const { visit } = useBrowser();
const all = [...templates, ...englishTemplates];
const third = all.filter((_, i) => i % 3 === 0);

interface Shift {
  readonly value: number;
  readonly what: string;
}
/** Runs in the page: keeps each shift of its layout that nobody asked for, with what moved. */
function noteShifts(): void {
  const shifts: Shift[] = [];
  Reflect.set(window, "shifts", shifts);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (Reflect.get(entry, "hadRecentInput")) continue;
      const sources: { node?: Node }[] = Reflect.get(entry, "sources") ?? [];
      const what = sources.map(({ node }) => (node instanceof Element ? node.outerHTML.slice(0, 60) : "text"));
      shifts.push({ value: Number(Reflect.get(entry, "value")), what: what.join(" | ") });
    }
  }).observe({ type: "layout-shift", buffered: true });
}

describe("nothing moves while a page loads, even when fonts come late", () => {
  test.each([
    ["a desktop", desktop, templates],
    ["a phone", phone, templates],
  ])("on %s", async (_, viewport, pages) => {
    const moved: string[] = [];
    await visit({ viewport }, async ({ page, context }) => {
      // A routed file is never kept by the browser: each page loads its fonts anew, and late.
      await context.route("**/*.woff2", async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 100));
        await route.continue();
      });
      await context.addInitScript(noteShifts);
      for (const it of pages) {
        await goTo(page, it);
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
        const shifts = await page.evaluate((): Shift[] => Reflect.get(window, "shifts"));
        const sum = shifts.reduce((total, shift) => total + shift.value, 0);
        if (sum > 0.0005) moved.push(`${it.name}: ${sum.toFixed(4)} ${shifts.map((shift) => shift.what).join("; ")}`);
      }
    });
    expect(moved).toEqual([]);
  });
});

/** Widths at which a page must need no sideways scrolling: 320 px is also 1280 px at 400 %. */
describe("a page never scrolls sideways", () => {
  test.each([
    ["320 px wide, or 1280 px at 400 %", { width: 320, height: 256 }, all],
    ["390 px", phone, third],
    ["768 px", { width: 768, height: 1024 }, templates],
    ["4K", { width: 3840, height: 2160 }, third],
  ])("%s", async (_, viewport, pages) => {
    const wide: string[] = [];
    await visit({ viewport }, async ({ page }) => {
      for (const it of pages) {
        await goTo(page, it);
        const out = await page.evaluate(() => {
          for (const details of document.querySelectorAll("details")) details.open = true;
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return "";
          const culprits = [...document.querySelectorAll("body *")].filter(
            (element) => element.getBoundingClientRect().right > width + 1 && element.children.length === 0,
          );
          return `${document.documentElement.scrollWidth} px: ${culprits
            .slice(0, 3)
            .map((element) => element.outerHTML.slice(0, 80))
            .join(" ")}`;
        });
        if (out) wide.push(`${it.name}: ${out}`);
      }
    });
    expect(wide).toEqual([]);
  });

  test("text can be enlarged to 200 % without being cut off", async () => {
    await visit({ viewport: { width: 640, height: 480 } }, async ({ page }) => {
      const cut: string[] = [];
      for (const it of third) {
        await goTo(page, it);
        const out = await page.evaluate(() => {
          document.documentElement.style.setProperty("font-size", "200%");
          return [...document.querySelectorAll("h1, h2, p, a, button, label, th, dt, dd")]
            .filter((element) => element.checkVisibility() && element.closest("svg") === null)
            .filter((element) => {
              const { overflow } = getComputedStyle(element);
              return overflow === "hidden" && element.scrollHeight > element.clientHeight + 2;
            })
            .map((element) => element.outerHTML.slice(0, 80));
        });
        if (out.length > 0) cut.push(`${it.name}: ${out.join(" ")}`);
      }
      expect(cut).toEqual([]);
    });
  });
});

test("who asked for less motion gets none", async () => {
  await visit({ reducedMotion: "reduce" }, async ({ page }) => {
    for (const address of ["/", "/regio/drenthe", "/indicator/reports-received", "/indicatoren"]) {
      await page.goto(address);
      const moving = await page.evaluate(() => {
        const long = (value: string): boolean => value.split(",").some((part) => Number.parseFloat(part) > 0.01);
        const found = [...document.querySelectorAll("*")].filter((it) => {
          const style = getComputedStyle(it);
          return long(style.transitionDuration) || long(style.animationDuration) || style.scrollBehavior === "smooth";
        });
        return [...found.map((it) => it.outerHTML.slice(0, 80)), ...document.getAnimations().map(String)];
      });
      expect(moving, address).toEqual([]);
    }
  });
});

test("in forced colours the charts can still be told from their ground", async () => {
  await visit({ forcedColors: "active" }, async ({ page }) => {
    for (const address of [
      "/indicator/reports-received?regio=drenthe",
      "/indicator/violence-type-reports?regio=drenthe",
    ]) {
      await page.goto(address);
      const lost = await page.evaluate(() => {
        const ground = getComputedStyle(document.body).backgroundColor;
        return [...document.querySelectorAll("[data-chart] .pt *")]
          .filter((it) => it.tagName !== "title" && it.tagName !== "text")
          .filter((it) => {
            const { fill, stroke } = getComputedStyle(it);
            const bare = (colour: string): boolean =>
              colour === "none" || colour === ground || colour === "rgba(0, 0, 0, 0)";
            return bare(fill) && bare(stroke);
          })
          .map((it) => it.outerHTML.slice(0, 80));
      });
      expect(lost, address).toEqual([]);
    }
  });
});
