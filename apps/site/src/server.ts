import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { openEditions } from "@impactmonitor/edition/read-edition";
import { createSite } from "./app.ts";
import type { Assets } from "./desk.ts";
import { openLibrary } from "./library.ts";
import { readStatic } from "./static.ts";

const here = dirname(fileURLToPath(import.meta.url));

/** Starts the public site on sealed editions; says in one line what to do when there are none. */
function main(): void {
  const data = resolve(process.env.IMPACTMONITOR_DATA ?? "data");
  const folders = [process.env.IMPACTMONITOR_EDITIONS, join(data, "editions")].filter((it) => it !== undefined);
  const opened = folders.map(openEditions).find((it) => it.editions.length > 0) ?? { editions: [], refused: [] };
  for (const it of opened.refused) console.error(`${it.what} ${it.mend}`);
  // Practice figures get a place and a mark of their own; until then they are not served at all.
  const [first, ...rest] = opened.editions.filter((it) => it.manifest.kind === "published");
  if (!first) {
    console.error(
      `No edition found in ${folders.join(" or ")}. Make one with: npm start, or impactmonitor edition build.`,
    );
    process.exitCode = 1;
    return;
  }
  const assets = JSON.parse(readFileSync(join(here, "assets.json"), "utf8")) as Assets;
  const library = openLibrary([first, ...rest], {
    assets,
    contact: process.env.IMPACTMONITOR_CONTACT ?? "contact@example.org",
    boundaries: readBoundaries(join(data, "boundaries")),
  });
  const app = createSite({
    library,
    files: readStatic(join(here, "static")),
    keepBytes: Number(process.env.IMPACTMONITOR_KEEP_MB ?? 48) * 1_000_000,
    report: (error) => console.error(error instanceof Error ? error.stack : error),
  });
  const port = Number(process.env.PORT ?? 3000);
  const hostname = process.env.HOST ?? "127.0.0.1";
  const server = serve({ fetch: app.fetch, port, hostname }, (info) => {
    console.log(`Impactmonitor: edition ${library.newest.book.id} on http://${hostname}:${info.port}/`);
  });
  server.on("error", (error: NodeJS.ErrnoException) => {
    console.error(
      error.code === "EADDRINUSE" ? `Port ${port} is taken. Choose another: PORT=3001 npm start` : error.message,
    );
    process.exit(1);
  });
  const stop = (): void => {
    server.close(() => process.exit(0));
    setTimeout(() => process.exit(0), 3000).unref();
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  process.on("unhandledRejection", (error) => console.error("unhandled:", error));
}

/** Imported boundaries, by the name of the map that they replace. */
function readBoundaries(folder: string): Map<string, string> {
  const maps = new Map<string, string>();
  if (!existsSync(folder)) return maps;
  for (const name of readdirSync(folder).sort()) {
    const match = /^(vt-region|province)-(\d{4})\.json$/.exec(name);
    if (!match) continue;
    const key = match[1] === "province" ? "provinces" : Number(match[2]) < 2023 ? "regions-2022" : "regions";
    maps.set(key, readFileSync(join(folder, name), "utf8"));
  }
  return maps;
}

main();
