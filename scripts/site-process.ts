import { spawn } from "node:child_process";
import { once } from "node:events";
import { server, serverFlags } from "./serve.ts";

/** The built site as a process of its own, for tests, measurements and screenshots. */
export interface SiteProcess {
  /** Address without a slash at its end: http://127.0.0.1:41234 */
  readonly url: string;
  readonly pid: number;
  /** Milliseconds from starting the process to its first good answer on /healthz. */
  readonly startedIn: number;
  /** Everything that it wrote to stdout and stderr so far. */
  readonly output: () => string;
  readonly alive: () => boolean;
  /** Asks it to stop, and waits until it did. @returns its exit code */
  readonly stop: () => Promise<number | null>;
}

export interface SiteProcessOptions {
  /** The data folder, so that nothing of this machine's own is served. */
  readonly data: string;
  /** A folder with editions that goes before `editions/` in the data folder. */
  readonly editions?: string;
  /** Megabytes of rendered pages to keep; the site's own default when left out. */
  readonly keepMb?: number;
  /** Milliseconds that it may take to say its address; twenty seconds when left out, little for a large edition on a busy machine. */
  readonly within?: number;
  /** Further arguments for Node itself, such as `--cpu-prof`. */
  readonly nodeArguments?: readonly string[];
  /** Further settings, such as PORT. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Starts the built site as `npm start` does, on a free port of the loopback.
 * @throws with what it said, when it stops or gives no good answer in time
 */
export async function startSite(options: SiteProcessOptions): Promise<SiteProcess> {
  const { data, editions, keepMb, within = 20_000, nodeArguments = [], settings = {} } = options;
  const began = performance.now();
  const child = spawn(process.execPath, [...serverFlags, ...nodeArguments, server], {
    cwd: data,
    env: {
      PATH: process.env.PATH,
      PORT: "0",
      HOST: "127.0.0.1",
      IMPACTMONITOR_DATA: data,
      ...(editions === undefined ? {} : { IMPACTMONITOR_EDITIONS: editions }),
      ...(keepMb === undefined ? {} : { IMPACTMONITOR_KEEP_MB: String(keepMb) }),
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "close");
  const alive = (): boolean => child.exitCode === null && child.signalCode === null;
  let said = "";
  const url = await new Promise<string>((found, failed) => {
    const late = setTimeout(() => {
      child.kill("SIGKILL");
      failed(new Error(`The site said no address:\n${said}`));
    }, within);
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const address = / on (http:\/\/[^\s/]+)\//.exec(said)?.[1];
      if (!address) return;
      clearTimeout(late);
      found(address);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("close", (code) => {
      clearTimeout(late);
      failed(new SiteStopped(code, said));
    });
  });
  const answer = await fetch(`${url}/healthz`);
  if (answer.status !== 200) throw new Error(`/healthz answers ${answer.status}`);
  await answer.text();
  const startedIn = performance.now() - began;
  const stop = async (): Promise<number | null> => {
    if (alive()) child.kill("SIGTERM");
    await ended;
    return child.exitCode;
  };
  return { url, pid: child.pid ?? 0, startedIn, output: () => said, alive, stop };
}

/** The site stopped before it listened. */
export class SiteStopped extends Error {
  readonly code: number | null;
  /** What it wrote to stdout and stderr. */
  readonly output: string;
  constructor(code: number | null, output: string) {
    super(`The site stopped at its start with code ${code}:\n${output}`);
    this.code = code;
    this.output = output;
  }
}
