import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
/** What the program loads is compiled once for all tests that start it. */
const compiled = fileURLToPath(new URL("../../../node_modules/.cache/compiled", import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

/**
 * Runs `impactmonitor` with the given words and data folder.
 * @param killAfter milliseconds after which it is killed, as the power cut would do it
 */
export function runCli(words: readonly string[], data: string, killAfter?: number): Promise<Ran> {
  return new Promise((resolve) => {
    const running = spawn(process.execPath, [main, ...words], {
      env: { ...process.env, IMPACTMONITOR_DATA: data, NODE_COMPILE_CACHE: compiled, NODE_NO_WARNINGS: "1" },
    });
    const [out, err]: [string[], string[]] = [[], []];
    running.stdout.on("data", (chunk: Buffer) => out.push(chunk.toString()));
    running.stderr.on("data", (chunk: Buffer) => err.push(chunk.toString()));
    const timer = killAfter === undefined ? undefined : setTimeout(() => running.kill("SIGKILL"), killAfter);
    running.once("close", (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, out: out.join(""), err: err.join("") });
    });
  });
}
