import { spawn } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** The folder of the whole project. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
/** The built site. */
export const server = join(root, "apps/site/dist/server.js");

/**
 * For Node itself, when it runs the site: what lives for one request only is cleared away in pieces of 2 MB instead of 16 MB.
 * It costs no time that can be measured, and saves some 20 MB (bench/README.md).
 */
export const serverFlags: readonly string[] = ["--max-semi-space-size=2"];

/**
 * Goes on as the site, with the environment as it is now. The process stays the same to whoever started it (number,
 * terminal, signals); the memory that building took is given back, some 90 MB. Where a system can't do that, the
 * site runs as a child, and this process only passes signals on.
 */
export async function becomeSite(): Promise<void> {
  // The builder that was told to stop is waited for, or it would stay in the list of processes as long as the site.
  await setTimeout(50);
  try {
    process.execve?.(process.execPath, [process.execPath, ...serverFlags, server], process.env);
  } catch {
    // Windows has no such call.
  }
  const child = spawn(process.execPath, [...serverFlags, server], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => {
    process.exitCode = code ?? 1;
  });
}
