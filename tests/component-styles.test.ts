import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { settleTokens, tokensOf } from "../apps/site/settle-tokens.ts";
import { root } from "../scripts/serve.ts";
import { useBrowser } from "./browser.ts";

/** The sheets of components are worked out when the site is built: a browser must see in them what it saw in the originals. */
const { visit } = useBrowser();

const style = join(root, "apps/site/src/style");
const read = (name: string): string => readFileSync(join(style, name), "utf8");
const require = createRequire(join(style, "main.css"));
const sheets = [...read("main.css").matchAll(/@import "(@[^"]+)" layer\(vendor\)/g)].map(([, path = ""]) =>
  readFileSync(require.resolve(path), "utf8").replace(/\/\*[\s\S]*?\*\//g, ""),
);
const ours = read("tokens.css");
const theme = read("component-tokens.css");

const page = (css: string): string => `<!doctype html><html lang="nl"><title>x</title><style>${css}</style>
  <a class="nl-skip-link nl-skip-link--visible-on-focus" href="#x">x</a>
  <button class="nl-button nl-button--primary">x</button><a class="nl-button nl-button--secondary" href="#x">x</a>
  <button class="nl-button nl-button--secondary" disabled>x</button>
  <label class="utrecht-form-label">x</label>
  <input class="utrecht-textbox utrecht-textbox--html-input" placeholder="x">
  <input class="utrecht-textbox utrecht-textbox--html-input" type="number" readonly value="1">
  <input class="utrecht-textbox utrecht-textbox--html-input" aria-invalid="true">
  <input class="utrecht-textbox utrecht-textbox--html-input" disabled>
  <select class="utrecht-select utrecht-select--html-select"><option>x</select>
  <select class="utrecht-select utrecht-select--html-select" disabled><option>x</select>`;

/** Every property of an element and of what stands before, after and for its text. */
const properties = (element: Element): string[] =>
  [null, "::before", "::after", "::placeholder"].flatMap((part) => {
    const computed = getComputedStyle(element, part);
    return [...computed]
      .filter((name) => !name.startsWith("--"))
      .map((name) => `${element.className} ${part ?? ""} ${name}: ${computed.getPropertyValue(name)}`);
  });

/** All elements at rest, with the focus and under the mouse. */
async function looks(css: string): Promise<string[]> {
  return visit({}, async ({ page: it }) => {
    await it.setContent(page(css));
    const seen: string[] = [];
    for (const element of await it.locator("body > *").all()) {
      seen.push(...(await element.evaluate(properties)));
      if (!(await element.isEnabled())) continue;
      await element.focus();
      seen.push(...(await element.evaluate(properties)));
      if (await element.evaluate((of) => of.tagName === "A" && of.className.startsWith("nl-skip-link"))) continue;
      await element.hover();
      seen.push(...(await element.evaluate(properties)));
    }
    return seen;
  });
}

test("components look the same with their tokens settled", async () => {
  const before = await looks(`${sheets.join("\n")}\n${ours}\n${theme}`);
  const after = await looks(`${sheets.map((it) => settleTokens(it, tokensOf(theme))).join("\n")}\n${ours}`);
  expect(before.length).toBeGreaterThan(10_000);
  expect(before.some((it) => it.includes("rgb(11, 92, 122)"))).toBe(true);
  expect(after.filter((it, i) => it !== before[i])).toEqual([]);
});
