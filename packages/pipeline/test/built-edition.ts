import { createHash } from "node:crypto";
import { cpSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openEdition, openEditions, type Edition } from "@impactmonitor/edition/read-edition";
import type { Observation } from "@impactmonitor/model/observation";
import { openBook, type Book } from "@impactmonitor/views/book";
import { buildEditions } from "../src/build-editions.ts";

/** The folder that holds the committed catalogue/ and figures/. */
export const root = fileURLToPath(new URL("../../..", import.meta.url)).replace(/\/$/, "");

const shelf = join(root, "node_modules/.cache/built-editions");

let edition: Edition | undefined;

/**
 * The newest edition of the committed catalogue and figures. Building takes a second and many test files want it,
 * so it is kept under node_modules/.cache by a key over everything that goes into it: catalogue, figures and our code.
 */
export function builtEdition(): Edition {
  if (edition) return edition;
  const folder = join(shelf, keyOfInputs());
  const kept = openEditions(folder).editions.at(-1);
  edition = kept ?? build(folder);
  if (!kept) sweep();
  return edition;
}

/** Lays a copy of that edition in a folder of editions, for programs that read or write there. */
export function layBuiltEdition(target: string): void {
  const { id } = builtEdition().manifest;
  cpSync(join(shelf, keyOfInputs(), id), join(target, id), { recursive: true });
}

/** Two test files may do this at once: an edition is written all or nothing, and the same bytes by both. */
function build(folder: string): Edition {
  const built = buildEditions(root, folder);
  if (!built.ok) throw new Error(built.messages.join("\n"));
  const opened = openEdition(built.editions.at(-1)?.folder ?? folder);
  if (!opened.ok) throw new Error(opened.what);
  return opened.edition;
}

function keyOfInputs(): string {
  const hash = createHash("sha256");
  for (const folder of ["catalogue", "figures", ...["model", "edition", "pipeline"].map((it) => `packages/${it}/src`)])
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      hash.update(path.slice(root.length)).update(readFileSync(path));
    }
  return hash.digest("hex").slice(0, 16);
}

/** Editions of an hour ago and more are of no use to a run that goes on now. */
function sweep(): void {
  for (const name of readdirSync(shelf)) {
    const path = join(shelf, name);
    const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
    if (Date.now() - made > 3_600_000) rmSync(path, { recursive: true, force: true });
  }
}

/** That edition with its indexes, as the views ask for it. */
export function builtBook(): Book {
  const { manifest, catalogue, observations, context } = builtEdition();
  const { id, date, kind } = manifest;
  return openBook({
    id,
    date,
    kind,
    catalogue,
    observations,
    contextValues: context.values,
    contextSources: context.sources,
  });
}

/** Every figure that the edition shows. */
export function allObservations(): readonly Observation[] {
  const { catalogue, observations } = builtEdition();
  return catalogue.indicators.flatMap((it) => observations(it.id));
}
