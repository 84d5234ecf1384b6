import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildEditions } from "@impactmonitor/pipeline/build-editions";
import { buildSite, contentHash } from "../apps/site/build.ts";
import { becomeSite, root } from "./serve.ts";

/**
 * `npm start`: builds the site, makes the editions from catalogue/ and figures/ when the data folder holds none, and serves them.
 * Editions made here are kept by the content they were made from: a changed figure gives a new folder, never a changed edition.
 */
const data = resolve(process.env.IMPACTMONITOR_DATA ?? join(root, "data"));
process.env.IMPACTMONITOR_DATA = data;

/** @returns whether there are editions to serve; if not, what to mend is printed */
function makeEditions(): boolean {
  const sealed = join(data, "editions");
  const entries = existsSync(sealed) ? readdirSync(sealed, { withFileTypes: true }) : [];
  if (entries.some((it) => it.isDirectory() && !it.name.startsWith("."))) return true;
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
  for (const message of built.ok ? [] : built.messages) console.error(message);
  return built.ok;
}

/** Runs a step; a folder or file that can't be used is named in one line, anything else is a bug. */
async function attempt<T>(what: string, step: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    console.error(`${what}: ${error.message.split("\n", 1)[0]}`);
    return undefined;
  }
}

const ready =
  (await attempt(
    `The data folder ${data} can’t be used. Name one that you may write to with IMPACTMONITOR_DATA`,
    makeEditions,
  )) &&
  (await attempt("The site can’t be built", async () => {
    await buildSite();
    return true;
  }));
if (ready) await becomeSite();
else process.exitCode = 1;
