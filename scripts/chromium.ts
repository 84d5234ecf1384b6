import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const places = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
];

/** Path of a Chromium on this machine; installs Debian's where that is possible. */
export function findChromium(): string | undefined {
  const found = (): string | undefined => places.find((it) => it !== undefined && it !== "" && existsSync(it));
  if (found()) return found();
  if (process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get"))
    try {
      execFileSync("apt-get", ["update"], { stdio: "ignore" });
      execFileSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { stdio: "ignore" });
    } catch {
      return undefined;
    }
  return found();
}

export const noChromium =
  "Chromium is missing: install it (Debian: sudo apt-get install chromium) or name one with CHROMIUM=/path/to/chromium";

/** A headless browser that talks to nobody but us. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(noChromium);
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
