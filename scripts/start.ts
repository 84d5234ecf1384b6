import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { buildEditions } from "@impactmonitor/pipeline/build-editions";
import { buildSite, contentHash } from "../apps/site/build.ts";

/**
 * `npm start`: builds the site, makes the editions from catalogue/ and figures/ when the data folder holds none, and serves them.
 * Editions made here are kept by the content they were made from: a changed figure gives a new folder, never a changed edition.
 */
const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const data = resolve(process.env.IMPACTMONITOR_DATA ?? join(root, "data"));
process.env.IMPACTMONITOR_DATA = data;

const sealed = join(data, "editions");
const entries = existsSync(sealed) ? readdirSync(sealed, { withFileTypes: true }) : [];
if (!entries.some((it) => it.isDirectory() && !it.name.startsWith("."))) {
  const inputs = ["catalogue", "figures", "packages/edition/src", "packages/pipeline/src", "packages/model/src"];
  const files = inputs.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((it) => it.isFile())
      .map((it) => join(it.parentPath, it.name)),
  );
  const made = join(data, "embedded", contentHash(files.sort()));
  process.env.IMPACTMONITOR_EDITIONS = made;
  if (!existsSync(made)) {
    mkdirSync(join(data, "embedded"), { recursive: true });
    for (const old of readdirSync(join(data, "embedded")))
      rmSync(join(data, "embedded", old), { recursive: true, force: true });
  }
  const built = buildEditions(root, made);
  if (!built.ok) {
    for (const message of built.messages) console.error(message);
    process.exit(1);
  }
}
await buildSite();
await import(join(root, "apps/site/dist/server.js"));
