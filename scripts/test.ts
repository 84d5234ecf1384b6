import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { findChromium, noChromium } from "./chromium.ts";

/**
 * `npm test`: unit tests, then the tests of the running site in a real browser.
 * Closes with one line: N passed, N failed.
 */
const root = resolve(fileURLToPath(import.meta.url), "../..");
if (!findChromium()) {
  console.error(noChromium);
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), "impactmonitor-tests-"));
let [passed, failed] = [0, 0];
for (const project of ["unit", "browser"]) {
  const report = join(folder, `${project}.json`);
  const run = spawnSync(
    process.execPath,
    [
      join(root, "node_modules/vitest/vitest.mjs"),
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    { cwd: root, stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, FORCE_COLOR: "0" } },
  );
  const counts = readCounts(report);
  passed += counts.passed;
  // A run that broke down without a failing test has failed all the same.
  failed += run.status === 0 ? counts.failed : Math.max(counts.failed, 1);
}
rmSync(folder, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function readCounts(file: string): { passed: number; failed: number } {
  try {
    const { numPassedTests = 0, numFailedTests = 0 } = JSON.parse(readFileSync(file, "utf8")) as {
      numPassedTests?: number;
      numFailedTests?: number;
    };
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
