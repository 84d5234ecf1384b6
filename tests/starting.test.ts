import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { childrenOf, memoryOf } from "../scripts/process-memory.ts";
import { root } from "../scripts/serve.ts";
import { startSite, SiteStopped, type SiteProcess, type SiteProcessOptions } from "../scripts/site-process.ts";

/** What whoever runs the site sees when something is in the way: one line that says how to mend it, and an exit code. */
let data: string;
const running: SiteProcess[] = [];
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "impactmonitor-starting-"));
});
afterEach(async () => {
  for (const it of running.splice(0)) await it.stop();
  rmSync(data, { recursive: true, force: true });
});

const start = async (options: Partial<SiteProcessOptions> = {}): Promise<SiteProcess> => {
  const site = await startSite({ data, editions: inject("editions"), ...options });
  running.push(site);
  return site;
};
/** Starts a site that can't start. @returns its exit code and its lines */
const refused = async (options: Partial<SiteProcessOptions>): Promise<{ code: number | null; lines: string[] }> => {
  const stopped = await start(options).catch((error: unknown) => error);
  if (!(stopped instanceof SiteStopped)) throw new Error("The site started", { cause: stopped });
  return { code: stopped.code, lines: stopped.output.trim().split("\n") };
};
/** A copy of the editions, to damage. @returns the folder of the first */
const copyEditions = (): string => {
  cpSync(inject("editions"), join(data, "editions"), { recursive: true });
  return join(data, "editions", readdirSync(join(data, "editions"))[0]!);
};

describe("it does not start, says why in one line, and exits with 1", () => {
  test("the port is taken", async () => {
    const { url } = await start();
    const { code, lines } = await refused({ settings: { PORT: new URL(url).port } });
    expect(code).toBe(1);
    expect(lines).toEqual([`Port ${new URL(url).port} is taken. Choose another: PORT=3001 npm start`]);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  test.each([
    [{ PORT: "http" }, /^PORT is "http"; it must be a number/],
    [{ PORT: "70000" }, /^PORT is "70000"/],
    [{ HOST: "203.0.113.9" }, /^HOST is "203\.0\.113\.9"/],
    [{ IMPACTMONITOR_KEEP_MB: "much" }, /^IMPACTMONITOR_KEEP_MB is "much"/],
  ])("%o", async (settings, line) => {
    const { code, lines } = await refused({ settings });
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(line);
  });

  test("there is no edition", async () => {
    const { code, lines } = await refused({ editions: undefined });
    expect(code).toBe(1);
    expect(lines).toEqual([`No edition to serve in ${join(data, "editions")}. Make one with: npm start`]);
  });

  test("the folder of editions is a file", async () => {
    writeFileSync(join(data, "editions"), "");
    const { code, lines } = await refused({ editions: undefined });
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(data);
    expect(lines[0]).toMatch(/ENOTDIR/);
  });

  test("the only edition is damaged: the file is named", async () => {
    writeFileSync(join(copyEditions(), "context.json"), "{}");
    const { code, lines } = await refused({ editions: undefined });
    expect(code).toBe(1);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain("context.json differs from its checksum.");
    expect(lines[1]).toMatch(/^No edition to serve/);
  });

  test("npm start can't write to the data folder", () => {
    writeFileSync(join(data, "file"), "");
    const run = spawnSync(process.execPath, [join(root, "scripts/start.ts")], {
      env: { PATH: process.env.PATH, PORT: "0", IMPACTMONITOR_DATA: join(data, "file", "data") },
      encoding: "utf8",
    });
    expect(run.status).toBe(1);
    expect(run.stderr.trim().split("\n")).toHaveLength(1);
    expect(run.stderr).toContain("IMPACTMONITOR_DATA");
  });
});

describe("it starts without what is damaged, and names that", () => {
  test("one edition of several", async () => {
    const damaged = copyEditions();
    cpSync(damaged, `${damaged}-copy`, { recursive: true });
    writeFileSync(join(damaged, "manifest.json"), "{");
    const site = await start({ editions: undefined });
    expect(site.output()).toContain(`${damaged}: manifest.json is cut off or damaged.`);
    expect((await fetch(`${site.url}/regio/drenthe`)).status).toBe(200);
  });

  test("imported boundaries", async () => {
    mkdirSync(join(data, "boundaries"));
    writeFileSync(join(data, "boundaries", "vt-region-2025.json"), "{");
    const site = await start();
    expect(site.output()).toMatch(/vt-region-2025\.json is damaged; .* impactmonitor import boundaries/);
    expect((await fetch(`${site.url}/`)).status).toBe(200);
  });
});

/** Opens a request with a body that it does not send, and waits until the server has begun with it. */
async function begin(site: SiteProcess): Promise<Socket> {
  const socket = connect(Number(new URL(site.url).port), "127.0.0.1");
  socket.write(
    "POST /vind HTTP/1.1\r\nhost: localhost\r\ncontent-length: 12\r\nexpect: 100-continue\r\ncontent-type: application/x-www-form-urlencoded\r\n\r\n",
  );
  const [first] = await new Promise<[Buffer]>((resolve) => socket.once("data", (it: Buffer) => resolve([it])));
  expect(first.toString()).toMatch(/^HTTP\/1\.1 100/);
  return socket;
}
const refusesNew = (site: SiteProcess): Promise<boolean> =>
  fetch(`${site.url}/healthz`, { headers: { connection: "close" } }).then(
    () => false,
    () => true,
  );

describe("told to stop", () => {
  test("it answers what is under way, takes nothing new, and exits with 0", async () => {
    const site = await start();
    const socket = await begin(site);
    let answer = "";
    socket.on("data", (part: Buffer) => (answer += part.toString()));
    const closed = new Promise((resolve) => socket.once("close", resolve));
    const stopped = site.stop();
    await expect.poll(() => refusesNew(site), { timeout: 2500 }).toBe(true);
    socket.write("plaats=Assen");
    await closed;
    expect(answer).toMatch(
      /^HTTP\/1\.1 303 [\s\S]*location: \/gemeente\/assen|^HTTP\/1\.1 303 [\s\S]*location: \/regio\/drenthe/i,
    );
    expect(await stopped).toBe(0);
    expect(site.output().trim().split("\n")).toHaveLength(1);
  });

  test("it does not wait for ever for who never finishes, nor for connections without a request", async () => {
    const site = await start();
    await (await fetch(`${site.url}/healthz`)).text();
    const socket = await begin(site);
    socket.on("error", () => undefined);
    expect(await site.stop()).toBe(0);
  });

  test("it takes the process that draws with it", async () => {
    const site = await start();
    expect((await fetch(`${site.url}/indicator/reports-received.png`)).status).toBe(200);
    const children = childrenOf(site.pid);
    expect(children).toHaveLength(1);
    await site.stop();
    await expect.poll(() => memoryOf(children[0]!).now).toBe(0);
  });
});

describe("a bug", () => {
  const on = (signal: string, what: string): string[] => [
    "--import",
    `data:text/javascript,process.on("${signal}", () => { ${what} })`,
  ];

  test("that nobody caught: one line without a stack, and exit code 1, so that it is started anew", async () => {
    const site = await start({ nodeArguments: on("SIGUSR2", `throw new Error("on purpose")`) });
    process.kill(site.pid, "SIGUSR2");
    await expect.poll(() => site.alive()).toBe(false);
    expect(await site.stop()).toBe(1);
    const lines = site.output().trim().split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^Stopped by a bug: Error: on purpose/);
  });

  test("in a promise that nobody waits for: one line, and the site stays", async () => {
    const site = await start({ nodeArguments: on("SIGUSR2", `Promise.reject(new TypeError("on purpose"))`) });
    process.kill(site.pid, "SIGUSR2");
    await expect.poll(() => site.output()).toMatch(/\nBug: TypeError: on purpose[^\n]*\n$/);
    expect((await fetch(`${site.url}/healthz`)).status).toBe(200);
  });
});
