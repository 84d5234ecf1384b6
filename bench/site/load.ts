import { createConnection, type Socket } from "node:net";

/**
 * A small load generator, run as a process of its own: `node load.ts URL CONNECTIONS SECONDS`.
 * Raw sockets that stay open; each asks again as soon as its answer is whole. Prints one line of JSON.
 */
export interface Load {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Answers other than 2xx and 3xx, and broken connections. */
  readonly failures: number;
}

const endOfHead = Buffer.from("\r\n\r\n");

function ask(url: URL, socket: Socket, request: string, done: (milliseconds: number, status: number) => void): void {
  let head: Buffer = Buffer.alloc(0);
  let left = -1;
  let status = 0;
  let began = performance.now();
  const again = (): void => {
    head = Buffer.alloc(0);
    left = -1;
    began = performance.now();
    socket.write(request);
  };
  socket.on("data", (chunk: Buffer) => {
    if (left < 0) {
      head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
      const end = head.indexOf(endOfHead);
      if (end < 0) return;
      const text = head.toString("latin1", 0, end);
      const length = /\r\ncontent-length: *(\d+)/i.exec(text)?.[1];
      if (length === undefined) throw new Error(`${url.href}: an answer without a length`);
      status = Number(text.slice(9, 12));
      left = Number(length) - (head.length - end - endOfHead.length);
    } else left -= chunk.length;
    if (left > 0) return;
    done(performance.now() - began, status);
    again();
  });
  again();
}

async function run(address: string, connections: number, seconds: number): Promise<Load> {
  const url = new URL(address);
  const path = url.pathname + url.search;
  const request = `GET ${path} HTTP/1.1\r\nHost: ${url.host}\r\nAccept-Encoding: gzip\r\n\r\n`;
  const times: number[] = [];
  let failures = 0;
  const began = performance.now();
  const sockets = await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = createConnection(Number(url.port), url.hostname);
      await new Promise((connected) => socket.once("connect", connected));
      socket.on("error", () => failures++);
      return socket;
    }),
  );
  for (const socket of sockets)
    ask(url, socket, request, (milliseconds, status) => {
      times.push(milliseconds);
      if (status < 200 || status >= 400) failures++;
    });
  await new Promise((passed) => setTimeout(passed, seconds * 1000));
  const elapsed = (performance.now() - began) / 1000;
  for (const socket of sockets) socket.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { perSecond: times.length / elapsed, p50: at(0.5), p99: at(0.99), failures };
}

const [address, connections, seconds] = process.argv.slice(2);
if (address !== undefined && process.argv[1]?.endsWith("load.ts"))
  console.log(JSON.stringify(await run(address, Number(connections), Number(seconds))));
