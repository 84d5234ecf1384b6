import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContextOptions } from "playwright-core";
import { buildEditions } from "@impactmonitor/pipeline/build-editions";
import { buildSite } from "../apps/site/build.ts";
import { openBrowser } from "./chromium.ts";
import { root } from "./serve.ts";
import { startSite } from "./site-process.ts";

/** `npm run screenshots`: writes docs/screenshots/*.png, the top of six pages of the site as it is now. */
const folder = join(root, "docs/screenshots");

interface Screenshot {
  readonly name: string;
  readonly path: string;
  readonly context?: BrowserContextOptions;
}

/** Kilobytes: pictures stay in the history of the repository for good. */
const heaviest = 150;
const desktop = { width: 1280, height: 800 };
const shots: readonly Screenshot[] = [
  { name: "home", path: "/" },
  { name: "region", path: "/regio/drenthe" },
  { name: "indicator", path: "/indicator/reports-received" },
  { name: "overview", path: "/indicatoren" },
  {
    name: "phone",
    path: "/indicator/reports-received?regio=drenthe",
    context: { viewport: { width: 390, height: 844 } },
  },
  { name: "dark", path: "/indicator/reports-received?regio=drenthe", context: { colorScheme: "dark" } },
];

const data = mkdtempSync(join(tmpdir(), "impactmonitor-screenshots-"));
try {
  const built = buildEditions(root, join(data, "editions"));
  if (!built.ok) throw new Error(built.messages.join("\n"));
  await buildSite();
  const site = await startSite({ data });
  const browser = await openBrowser();
  mkdirSync(folder, { recursive: true });
  for (const { name, path, context } of shots) {
    // The pages show a font only when it is there at once: a second look, from the cache, has it.
    const opened = await browser.newContext({
      viewport: desktop,
      locale: "nl-NL",
      reducedMotion: "reduce",
      ...context,
    });
    const page = await opened.newPage();
    for (let look = 0; look < 2; look++) {
      const answer = await page.goto(`${site.url}${path}`, { waitUntil: "networkidle" });
      if (answer?.status() !== 200) throw new Error(`${path} answers ${answer?.status()}`);
    }
    const file = join(folder, `${name}.png`);
    await page.screenshot({ path: file, animations: "disabled" });
    const kilobytes = statSync(file).size / 1000;
    console.log(`docs/screenshots/${name}.png: ${kilobytes.toFixed(0)} kB, ${path}`);
    if (kilobytes > heaviest) console.error(`  heavier than ${heaviest} kB: take a smaller part of the page`);
    await opened.close();
  }
  await browser.close();
  await site.stop();
} finally {
  rmSync(data, { recursive: true, force: true });
}
