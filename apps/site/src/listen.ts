import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";

/** How much of the site one connection may ask for; a server in front may be stricter. Times in milliseconds. */
export interface Limits {
  /** For the head of a request to arrive whole. */
  readonly head: number;
  /** For a request to arrive whole, its body too. */
  readonly request: number;
  /** For a connection to stay open without a request. */
  readonly idle: number;
  /** For a connection to stay open while nothing goes in or out, such as with somebody who doesn't read the answer. */
  readonly silence: number;
  /** How often these times are looked at. */
  readonly check: number;
  /** Bytes of the address and headers together. */
  readonly headBytes: number;
  /** Connections open at once; further ones are closed at once. */
  readonly connections: number;
}

/** Forms are a few words and pages small: who needs longer than this is not reading. */
export const limits: Limits = {
  head: 8000,
  request: 15_000,
  idle: 15_000,
  silence: 30_000,
  check: 1000,
  headBytes: 8192,
  connections: 1000,
};

/** An HTTP server that no slow, large or numerous client can hold on to. It doesn't listen yet. */
export function openServer(fetch: Parameters<typeof getRequestListener>[0], within: Limits = limits): Server {
  const server = createServer(
    {
      headersTimeout: within.head,
      requestTimeout: within.request,
      keepAliveTimeout: within.idle,
      connectionsCheckingInterval: within.check,
      maxHeaderSize: within.headBytes,
    },
    getRequestListener(fetch),
  );
  server.maxConnections = within.connections;
  server.timeout = within.silence;
  return server;
}

/** Takes no new request, lets those under way be answered for at most `grace` milliseconds, and closes what is left. */
export async function closeServer(server: Server, grace: number): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  // A connection becomes idle when its answer is sent; the server itself looks only once, at the moment of closing.
  const idle = setInterval(() => server.closeIdleConnections(), 20);
  const late = setTimeout(() => server.closeAllConnections(), grace);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}
