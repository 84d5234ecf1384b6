import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Load } from "./load.ts";

const run = promisify(execFile);
const wrk = ["/usr/bin/wrk", "/usr/local/bin/wrk", "/opt/homebrew/bin/wrk"].find((it) => existsSync(it));

/** Which program asks: wrk where it is installed, else the small one beside this file. */
export const generator = wrk ? "wrk" : "bench/site/load.ts";
export const connections = 8;

/** Requests an address as fast as it is answered, from another process, with connections that stay open. */
export async function measure(url: string, seconds: number): Promise<Load> {
  if (!wrk) {
    const load = fileURLToPath(new URL("load.ts", import.meta.url));
    const { stdout } = await run(process.execPath, [load, url, String(connections), String(seconds)]);
    return JSON.parse(stdout) as Load;
  }
  const words = ["-t1", `-c${connections}`, `-d${seconds}s`, "--latency", "-H", "Accept-Encoding: gzip", url];
  const { stdout } = await run(wrk, words);
  const find = (pattern: RegExp): string => pattern.exec(stdout)?.[1] ?? "";
  return {
    perSecond: Number(find(/Requests\/sec:\s+([\d.]+)/)),
    p50: milliseconds(find(/^ +50% +(\S+)/m)),
    p99: milliseconds(find(/^ +99% +(\S+)/m)),
    failures:
      Number(find(/Non-2xx or 3xx responses: (\d+)/) || 0) +
      [...(/Socket errors: (.*)/.exec(stdout)?.[1] ?? "").matchAll(/\d+/g)].reduce((sum, it) => sum + Number(it[0]), 0),
  };
}

/** "850.00us", "12.3ms" or "1.20s" → milliseconds. */
function milliseconds(text: string): number {
  const value = Number.parseFloat(text);
  return text.endsWith("us") ? value / 1000 : text.endsWith("ms") ? value : value * 1000;
}
