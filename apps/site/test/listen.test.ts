import { once } from "node:events";
import type { Server } from "node:http";
import { connect, type Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { closeServer, limits, openServer, type Limits } from "../src/listen.ts";

let server: Server | undefined;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const it of sockets.splice(0)) it.destroy();
  if (server) await closeServer(server, 0);
  server = undefined;
});

/** A server with limits short enough to see them reached, and long ones elsewhere. @returns its port */
async function listen(
  within: Partial<Limits>,
  fetch = (): Response | Promise<Response> => new Response("read"),
): Promise<number> {
  const long = 600_000;
  server = openServer(fetch, { ...limits, head: long, request: long, idle: long, silence: long, check: 20, ...within });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}
function open(port: number, text = ""): Socket {
  const socket = connect(port, "127.0.0.1").on("error", () => undefined);
  sockets.push(socket);
  if (text) socket.write(text);
  return socket;
}
/** All that comes back until the server closes the connection; a server that never does fails by its test's time. */
async function all(socket: Socket): Promise<string> {
  let text = "";
  socket.on("data", (part: Buffer) => (text += part.toString()));
  await new Promise((closed) => socket.once("close", closed));
  return text;
}
const head = "GET / HTTP/1.1\r\nhost: localhost\r\n";

describe("a connection is closed", () => {
  test("when the head of its request does not come whole", async () => {
    const port = await listen({ head: 100 });
    expect(await all(open(port, head))).toMatch(/^HTTP\/1\.1 408/);
  });

  test("when a body that is waited for does not come whole", async () => {
    const port = await listen({ head: 100, request: 200 }, () => new Promise(() => undefined));
    expect(await all(open(port, "POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 10\r\n\r\nhalf"))).toMatch(
      /408/,
    );
  });

  test("when it asks for nothing more", async () => {
    const port = await listen({ idle: 50 });
    expect(await all(open(port, `${head}\r\n`))).toMatch(/^HTTP\/1\.1 200[\s\S]*read$/);
  });

  test("when nothing at all comes in", async () => {
    const port = await listen({ silence: 100 });
    expect(await all(open(port))).toBe("");
  });

  test("when its answer is not taken", async () => {
    const port = await listen({ silence: 100 }, () => new Response(new Uint8Array(30_000_000)));
    const socket = open(port, `${head}\r\n`);
    await once(socket, "readable");
    // Not read any further: the answer stays with the server until it gives up.
    await expect
      .poll(() => new Promise((count) => server?.getConnections((_, n) => count(n))), { timeout: 20_000 })
      .toBe(0);
  });

  test("when its head is too large: an answer in status 431", async () => {
    const port = await listen({});
    expect(await all(open(port, `${head}x: ${"a".repeat(limits.headBytes)}\r\n\r\n`))).toMatch(/^HTTP\/1\.1 431/);
  });

  test("at once when too many are open; those that are open are served", async () => {
    const port = await listen({ connections: 2 });
    const [first, second] = [open(port), open(port)];
    await Promise.all([once(first, "connect"), once(second, "connect")]);
    expect(await all(open(port, `${head}\r\n`))).toBe("");
    const answer = all(first);
    first.write(`${head}connection: close\r\n\r\n`);
    expect(await answer).toMatch(/^HTTP\/1\.1 200/);
  });
});

describe("closing", () => {
  test("lets what is under way be answered, closes what is idle, and listens no more", async () => {
    const asked: ((answer: Response) => void)[] = [];
    const port = await listen({}, () => new Promise((answer) => asked.push(answer)));
    const [idle, busy] = [open(port, `${head}\r\n`), open(port, `${head}\r\n`)];
    await expect.poll(() => asked.length).toBe(2);
    const texts = Promise.all([all(idle), all(busy)]);
    asked[0]!(new Response("read"));
    await Promise.race([once(idle, "data"), once(busy, "data")]);
    const closed = closeServer(server!, 600_000);
    expect(server?.listening).toBe(false);
    asked[1]!(new Response("read"));
    for (const text of await texts) expect(text).toMatch(/^HTTP\/1\.1 200[\s\S]*read$/);
    await closed;
  });

  test("gives up on what takes longer than the time it was given", async () => {
    const port = await listen({}, () => new Promise(() => undefined));
    const socket = open(port, `${head}\r\n`);
    await once(server!, "request");
    const told = all(socket);
    await closeServer(server!, 50);
    expect(await told).toBe("");
  });
});

test("nobody is kept on for longer than half a minute without a word, and most is refused much sooner", () => {
  expect(limits.head).toBeLessThanOrEqual(10_000);
  expect(limits.request).toBeLessThanOrEqual(20_000);
  expect(limits.silence).toBeLessThanOrEqual(30_000);
  expect(limits.check).toBeLessThanOrEqual(2000);
  expect(limits.headBytes).toBeLessThanOrEqual(16_384);
});
