import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { getPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { hostileRequests, secret, type HostileRequest } from "./hostile-requests.ts";
import { attribute, findAll, parseHtml, textOf } from "./html.ts";
import { childrenOf, memoryOf } from "../scripts/process-memory.ts";
import { startSite, type SiteProcess } from "../scripts/site-process.ts";

/** The site under fire: a process of its own, so that what it says and what memory it takes is only of this. */
const data = mkdtempSync(join(tmpdir(), "impactmonitor-hostile-"));
let site: SiteProcess;

beforeAll(async () => {
  site = await startSite({ data, editions: inject("editions") });
});
afterAll(async () => {
  await site.stop();
  rmSync(data, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Sends bytes and reads all that comes back until the server closes; status 0 when nothing does. */
function send(request: Pick<HostileRequest, "head" | "body">, patience = 8000): Promise<Answer | "silent"> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    const socket = connect(Number(new URL(site.url).port), "127.0.0.1");
    const end = (silent = false): void => {
      clearTimeout(timer);
      socket.destroy();
      const text = Buffer.concat(parts).toString("latin1");
      resolve(silent ? "silent" : { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text });
    };
    const timer = setTimeout(() => end(parts.length === 0), patience);
    socket.on("data", (part) => parts.push(part));
    socket.on("end", () => end());
    socket.on("close", () => end());
    socket.on("error", () => end());
    socket.write(Buffer.from(request.head, "latin1"));
    for (const part of request.body) socket.write(part);
  });
}

const traces = /\n\s+at |node_modules|file:\/\/|\.tsx?:\d|server\.js:\d|TypeError|ReferenceError|URIError|ENOENT/;

test("10 000 requests that nobody means well with: each answered in words, none with 5xx, none that breaks it", async () => {
  const wrong: string[] = [];
  const seen = new Map<number, number>();
  const requests = hostileRequests(10_000, 20_261_122);
  const fire = async (): Promise<void> => {
    for (const request of requests) {
      const answer = await send(request, request.maySayNothing ? 300 : 8000);
      const fail = (why: string): void => void wrong.push(`${request.what}: ${why}`);
      if (answer === "silent") {
        if (!request.maySayNothing) fail("no answer");
        continue;
      }
      seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
      if (answer.status === 0 && !request.maySayNothing) fail("closed without an answer");
      if (answer.status >= 500) fail(String(answer.status));
      const [head = "", body = ""] = answer.text.split("\r\n\r\n", 2);
      if (traces.test(body)) fail(`shows its inside: ${traces.exec(body)?.[0]}`);
      const location = /\r\nlocation: ([^\r]*)/i.exec(head)?.[1];
      if (location !== undefined && !/^\/(?![/\\])/.test(location)) fail(`leads to ${location}`);
      if (/\r\nset-cookie:/i.test(head)) fail("sets a cookie");
      if (answer.status === 200 && !/content-security-policy/i.test(head)) fail("answers without a policy");
      if (/<script>alert|<img src=x/.test(body)) fail("repeats markup that was sent");
    }
  };
  await Promise.all(Array.from({ length: 16 }, fire));
  expect(wrong.slice(0, 20)).toEqual([]);
  expect(site.alive()).toBe(true);
  // If nearly all were refused by Node itself, nothing of ours would have been tried.
  expect(seen.get(200) ?? 0).toBeGreaterThan(500);
  expect(seen.get(404) ?? 0).toBeGreaterThan(2000);
  expect(seen.get(400) ?? 0).toBeGreaterThan(500);
}, 300_000);

test("after that it is as quick as before, small, and has written down nothing", async () => {
  const began = performance.now();
  const answer = await fetch(`${site.url}/regio/drenthe`);
  expect(answer.status).toBe(200);
  await answer.text();
  expect(performance.now() - began).toBeLessThan(1000);
  expect(memoryOf(site.pid).most).toBeLessThan(350);
  expect(site.output()).not.toMatch(new RegExp(secret, "i"));
  expect(site.output().trim().split("\n").length, site.output().slice(0, 2000)).toBe(1);
});

test("many different addresses of the same page don't fill the memory", async () => {
  const ask = async (from: number): Promise<void> => {
    for (let i = from; i < from + 400; i++)
      await (await fetch(`${site.url}/regio/drenthe?utm=${i}&regio=x${i}`)).arrayBuffer();
  };
  await Promise.all([ask(0), ask(1000), ask(2000), ask(3000)]);
  expect(memoryOf(site.pid).now).toBeLessThan(350);
});

describe("bodies too large to keep", () => {
  const post = (to: string, ...lines: string[]): string =>
    [
      `POST ${to} HTTP/1.1`,
      "host: localhost",
      "connection: close",
      "content-type: application/x-www-form-urlencoded",
      ...lines,
      "",
      "",
    ].join("\r\n");
  const megabyte = Buffer.alloc(1_000_000, "a");

  test("sent with their length", async () => {
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        send(
          { head: post("/vind", "content-length: 60000000"), body: Array.from({ length: 60 }, () => megabyte) },
          20_000,
        ),
      ),
    );
    for (const it of answers) expect(it === "silent" ? 0 : it.status).toBeLessThan(500);
    expect(site.alive()).toBe(true);
    expect(memoryOf(site.pid).most).toBeLessThan(350);
  });

  test("sent in chunks without a length", async () => {
    const chunk = Buffer.concat([Buffer.from(`${megabyte.length.toString(16)}\r\n`), megabyte, Buffer.from("\r\n")]);
    const body = [...Array.from({ length: 60 }, () => chunk), Buffer.from("0\r\n\r\n")];
    const head = post("/indicatoren", "transfer-encoding: chunked");
    const answers = await Promise.all(Array.from({ length: 4 }, () => send({ head, body }, 20_000)));
    for (const it of answers) expect(it === "silent" ? 0 : it.status).toBeLessThan(500);
    expect(site.alive()).toBe(true);
    expect(memoryOf(site.pid).most).toBeLessThan(350);
  });

  test.each([
    ["/vind", "content-length: 4001"],
    ["/en/indicators", "transfer-encoding: chunked"],
    ["/en/find", "content-length: 60000000"],
  ])("just over the limit: %s (%s) is refused in words, and the connection is closed", async (address, line) => {
    const body = line.startsWith("transfer")
      ? [Buffer.from(`fa1\r\n${"a".repeat(4001)}\r\n0\r\n\r\n`)]
      : [Buffer.alloc(4001, "a")];
    const head = post(address, line).replace("connection: close\r\n", "");
    const answer = await send({ head, body });
    expect(answer === "silent" ? 0 : answer.status).toBe(413);
    expect(answer === "silent" ? "" : answer.text).toMatch(/\r\nconnection: close/i);
  });

  test.each(["GET", "PUT", "DELETE"])("sent with %s: not read, and the connection is closed", async (method) => {
    const head = `${method} /regio/drenthe HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n`;
    // No end: who waits for it never answers.
    const answer = await send({ head, body: [Buffer.from("10\r\nonly the start")] });
    expect(answer === "silent" ? 0 : answer.status).toBe(method === "GET" ? 200 : 404);
    expect(answer === "silent" ? "" : answer.text).toMatch(/\r\nconnection: close/i);
  });

  test("begun and never finished: others are answered meanwhile", async () => {
    const hanging = Array.from({ length: 50 }, () =>
      send({ head: post("/vind", "content-length: 100"), body: [Buffer.from("plaats=")] }, 3000),
    );
    const began = performance.now();
    expect((await fetch(`${site.url}/`)).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(1000);
    await Promise.all(hanging);
    expect(site.alive()).toBe(true);
  });
});

describe("pictures", () => {
  const addresses = ["", "?grafiek=kaart", "?grafiek=verdeling", "?regio=drenthe", "?regio=flevoland"].flatMap(
    (query) =>
      ["reports-received", "advice-started", "reporter-type"].flatMap((id) => [
        `/indicator/${id}.png${query}`,
        `/en/indicator/${id}.png${query}`,
      ]),
  );
  const ask = async (address: string): Promise<[number, string, string]> => {
    const answer = await fetch(site.url + address);
    const body = Buffer.from(await answer.arrayBuffer()).toString("latin1");
    return [answer.status, answer.headers.get("retry-after") ?? "", body];
  };

  test("more at once than can be drawn: each is a picture, or a page that says to come back; pages are served", async () => {
    const asked = addresses.map(ask);
    expect((await fetch(`${site.url}/regio/utrecht`)).status).toBe(200);
    const answers = await Promise.all(asked);
    const of = (status: number): (readonly [number, string, string])[] => answers.filter((it) => it[0] === status);
    expect(of(200).length + of(404).length + of(503).length).toBe(answers.length);
    expect(of(200).length).toBeGreaterThan(0);
    for (const [, , body] of of(200)) expect(body).toContain("IEND");
    expect(of(503).length).toBeGreaterThan(0);
    for (const [, retry, body] of of(503)) {
      expect(Number(retry)).toBeGreaterThan(0);
      expect(body).toMatch(/Probeer het over een paar tellen|try again in a few seconds/);
    }
  });

  test("many, one after the other: neither the site nor what draws them grows", async () => {
    for (const address of addresses) expect([200, 404]).toContain((await ask(address))[0]);
    const drawing = childrenOf(site.pid);
    expect(drawing.length).toBe(1);
    expect(getPriority(drawing[0]!), "pages go first").toBeGreaterThan(getPriority(site.pid));
    expect(memoryOf(drawing[0]!).most).toBeLessThan(200);
    expect(memoryOf(site.pid).most).toBeLessThan(350);
  });

  test("what draws them may break down: the next picture is drawn", async () => {
    for (const it of childrenOf(site.pid)) process.kill(it, "SIGKILL");
    await expect.poll(() => childrenOf(site.pid)).toEqual([]);
    const [status, , body] = await ask("/indicator/reports-received.png?regio=zeeland");
    expect(status).toBe(200);
    expect(body).toContain("IEND");
    expect(site.alive()).toBe(true);
  });
});

describe("a wrong address is answered with a way on", () => {
  test.each([
    ["/regio/drente", 404, "/regio/drenthe"],
    ["/regio/zaanstreek", 404, "/regio/zaanstreek-waterland"],
    ["/regio/assen", 404, "/regio/drenthe|/gemeente/assen"],
    ["/gemeente/asen", 404, "/gemeente/assen|/regio/drenthe"],
    ["/provincie/drente", 404, "/provincie/drenthe"],
    ["/indicator/report-received", 404, "/indicator/reports-received"],
    ["/indicator/reports-recieved.csv", 404, "/indicator/reports-received"],
    ["/indicator/reports-recieved.csv", 404, "/indicator/reports-received\\.csv"],
    ["/en/indicator/reports-recieved.png", 404, "/en/indicator/reports-received"],
    ["/indicator/reports-received.ods", 404, "/indicator/reports-received\\.csv"],
    ["/indicator/reports-received.png?regio=nergens", 400, "/regios"],
    ["/thema/sizes", 404, "/thema/size"],
    ["/bron/veiligthuis", 404, "/bron/veilig-thuis"],
    ["/en/region/drente", 404, "/en/region/drenthe"],
    ["/en/indicator/report-received", 404, "/en/indicator/reports-received"],
    ["/drenthe", 404, "/regio/drenthe"],
    ["/indicator/reports-received?editie=1999-01", 404, "/edities"],
    ["/indicator/reports-received?regio=nergens", 400, "/regios"],
    ["/indicator/reports-received?periode=2023H9", 400, "/indicatoren"],
    ["/indicator/reports-received?uitsplitsing=a=b=c", 400, "/indicatoren"],
    ["/indicator/reports-received?van=gisteren&tot=2020", 400, "/indicatoren"],
    ["/indicator/reports-received?gebeurtenissen=misschien", 400, "/indicatoren"],
    ["/indicator/reports-received.svg?gebeurtenissen=misschien", 400, "/indicatoren"],
    ["/indicatoren?thema=bestaat-niet", 400, "/indicatoren"],
    ["/indicatoren?niveau=wijk", 400, "/indicatoren"],
  ] as const)("%s: %i, with a link to %s", async (address, status, way) => {
    const answer = await fetch(site.url + address);
    const html = await answer.text();
    expect(answer.status).toBe(status);
    const root = parseHtml(html);
    const main = findAll(root, (it) => it.tag === "main")[0]!;
    const links = findAll(main, (it) => it.tag === "a").map((it) => attribute(it, "href") ?? "");
    expect(
      links.some((it) => new RegExp(`^(${way})$`).test(it)),
      `${links.join(" ")}`,
    ).toBe(true);
    expect(textOf(main)).not.toMatch(traces);
    for (const it of links) expect((await fetch(new URL(it, site.url))).status, it).toBe(200);
  });

  test.each([
    ["/indicator/reports-received?periode=2005", "a period without a figure"],
    ["/indicator/reports-received?van=2005&tot=2020H1", "a moment without a figure"],
    ["/indicator/reports-received?regio=kennemerland", "an area without a figure"],
    ["/indicator/reporter-type?uitsplitsing=reporter-type=bestaat-niet", "a category that does not exist"],
  ])("%s: the page says that there is none, and shows what there is (%s)", async (address) => {
    const answer = await fetch(site.url + address);
    expect(answer.status).toBe(200);
    const main = findAll(parseHtml(await answer.text()), (it) => it.tag === "main")[0]!;
    expect(textOf(main)).toMatch(/geen cijfer/i);
  });

  test("other methods than reading are refused without a fuss", async () => {
    for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS"]) {
      const answer = await fetch(`${site.url}/regio/drenthe`, { method });
      expect([404, 405], method).toContain(answer.status);
    }
    const head = await fetch(`${site.url}/regio/drenthe`, { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe("");
  });
});
