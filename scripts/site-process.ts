import { spawn } from "node:child_process";
import { once } from "node:events";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const server = join(resolve(dirname(fileURLToPath(import.meta.url)), ".."), "apps/site/dist/server.js");

export interface SiteProcess {
  /** Without a slash at the end. */
  readonly url: string;
  readonly pid: number;
  /** Milliseconds from starting the process to its first good answer on /healthz. */
  readonly startedIn: number;
  readonly stop: () => Promise<void>;
}

export interface SiteProcessOptions {
  /** Folder with `editions/` in it, and nothing of the machine's own data folder. */
  readonly data: string;
  /** Megabytes of rendered pages to keep; the site's own default when left out. */
  readonly keepMb?: number;
  /** Arguments for Node itself, such as `--cpu-prof`. */
  readonly nodeArguments?: readonly string[];
}

/** Starts the built site as a process of its own on a free port of the loopback. */
export async function startSite({ data, keepMb, nodeArguments = [] }: SiteProcessOptions): Promise<SiteProcess> {
  const { IMPACTMONITOR_EDITIONS: _own, IMPACTMONITOR_KEEP_MB: _kept, ...environment } = process.env;
  const began = performance.now();
  const child = spawn(process.execPath, [...nodeArguments, server], {
    env: {
      ...environment,
      PORT: "0",
      HOST: "127.0.0.1",
      IMPACTMONITOR_DATA: data,
      ...(keepMb === undefined ? {} : { IMPACTMONITOR_KEEP_MB: String(keepMb) }),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "exit");
  let said = "";
  const url = await new Promise<string>((found, failed) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const address = /on (http:\/\/[^\s/]+)\//.exec(said)?.[1];
      if (address) found(address);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("exit", (code) => failed(new Error(`The site stopped with code ${code}: ${said}`)));
  });
  const answer = await fetch(`${url}/healthz`);
  if (answer.status !== 200) throw new Error(`/healthz answers ${answer.status}`);
  await answer.text();
  const startedIn = performance.now() - began;
  return {
    url,
    pid: child.pid!,
    startedIn,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
