import { afterAll, beforeAll, inject } from "vitest";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { openBrowser } from "../scripts/chromium.ts";
import type { Template } from "./templates.ts";

/** A visit: one window without a history, and all that went wrong in it. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses asked from any other host than the site's. */
  readonly strangers: string[];
  /** What the browser complained about: errors in scripts, policy breaches, missing files. */
  readonly complaints: string[];
}

export const desktop = { width: 1280, height: 900 };
export const phone = { width: 390, height: 844 };

/** One Chromium for the tests of a file; every visit gets a context of its own and is closed after it. */
export function useBrowser() {
  const site = inject("site");
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  async function open(options: BrowserContextOptions = {}): Promise<Visit> {
    const context = await browser.newContext({ viewport: desktop, locale: "nl-NL", baseURL: site, ...options });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const strangers: string[] = [];
    const complaints: string[] = [];
    context.on("request", (it) => {
      if (!it.url().startsWith(site) && !it.url().startsWith("data:")) strangers.push(it.url());
    });
    page.on("pageerror", (it) => complaints.push(String(it)));
    page.on("console", (it) => {
      // A page that says 404 on purpose is no error of the page.
      if (it.type() === "error" && !/status of 40[04]/.test(it.text())) complaints.push(it.text());
    });
    return { page, context, strangers, complaints };
  }
  /** Opens a window, does something in it, closes it. */
  async function visit<T>(options: BrowserContextOptions, act: (it: Visit) => Promise<T>): Promise<T> {
    const it = await open(options);
    try {
      return await act(it);
    } finally {
      await it.context.close();
    }
  }
  return { site, visit };
}

/** Goes to a template; a posted form is filled in and sent as a person would without script. */
export async function goTo(page: Page, it: Template): Promise<void> {
  if (it.post === undefined) {
    await page.goto(it.address);
    return;
  }
  const [field = "", words = ""] = it.post.split("=");
  await page.goto(field === "plaats" ? "/regios" : it.address);
  const input = page.locator(`input[name="${field}"]`);
  await input.fill(words);
  // With script, what is found over everything comes into the page itself.
  const answered = Promise.any([
    page.waitForEvent("load"),
    page.locator("[data-found-count]:not(:empty)").waitFor({ state: "attached" }),
  ]);
  await input.press("Enter");
  await answered;
}
