import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder of the whole project. */
export const root = join(import.meta.dirname, "..");

export interface RunningSite {
  /** Address without a slash at its end: http://127.0.0.1:41234 */
  readonly url: string;
  readonly pid: number;
  /** Everything the server wrote to stdout and stderr so far. */
  readonly output: () => string;
  readonly alive: () => boolean;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the built site as a process of its own, on a port that the system chooses.
 * @param editions folder with sealed editions
 * @param data a data folder without editions, so that nothing of this machine is served
 * @throws when the server says no address within ten seconds
 */
export async function runSite(editions: string, data: string): Promise<RunningSite> {
  const child = spawn(process.execPath, [join(root, "apps/site/dist/server.js")], {
    cwd: data,
    env: {
      PATH: process.env.PATH,
      PORT: "0",
      HOST: "127.0.0.1",
      IMPACTMONITOR_EDITIONS: editions,
      IMPACTMONITOR_DATA: data,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const alive = (): boolean => child.exitCode === null && child.signalCode === null;
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The site said no address:\n${output}`)), 10_000);
    const hear = (chunk: Buffer): void => {
      output += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("exit", () => reject(new Error(`The site stopped at its start:\n${output}`)));
  });
  const stop = async (): Promise<void> => {
    if (!alive()) return;
    const gone = once(child, "exit");
    child.kill("SIGTERM");
    await gone;
  };
  return { url, pid: child.pid ?? 0, output: () => output, alive, stop };
}

/** Memory that a process holds now and held at most, in megabytes; 0 where the system does not say. */
export function memoryOf(pid: number): { now: number; most: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const read = (name: string): number =>
      Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? Number.NaN) / 1024;
    return { now: read("VmRSS"), most: read("VmHWM") };
  } catch {
    return { now: 0, most: 0 };
  }
}
