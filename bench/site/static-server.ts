import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";

/**
 * What the site is compared with, run as a process of its own: `node static-server.ts FILE`. Serves one file, the least
 * that a server in Node can do: `/disk` reads it for each request, `/memory` once. Prints its address.
 */
const file = process.argv[2]!;
const kept = readFileSync(file);

const server = createServer(async (request, response) => {
  const body = request.url === "/memory" ? kept : await readFile(file);
  response.writeHead(200, {
    "content-type": "text/html; charset=utf-8",
    "content-encoding": "gzip",
    "content-length": body.length,
  });
  response.end(body);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address && typeof address === "object") console.log(`http://127.0.0.1:${address.port}`);
});
process.on("SIGTERM", () => process.exit(0));
