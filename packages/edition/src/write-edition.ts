import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Catalogue } from "@impactmonitor/model/catalogue";
import type { ContextSource, ContextValue } from "@impactmonitor/model/context";
import { formatVersion, type Changes, type Manifest } from "@impactmonitor/model/edition";
import type { Observation } from "@impactmonitor/model/observation";
import type { Protection } from "@impactmonitor/model/protection";
import { toColumns } from "./columns.ts";
import { sealedParts } from "./later-parts.ts";
import { toParquet } from "./parquet.ts";
import { processAlive } from "./process-alive.ts";
import { openEdition } from "./read-edition.ts";
import { flushFolder, writeFlushed } from "./write-flushed.ts";

/** What goes into an edition. Observations are in their fixed order. */
export interface EditionContent {
  readonly id: string;
  readonly kind: Manifest["kind"];
  readonly date: string;
  readonly previous?: { readonly id: string; readonly digest: string };
  /** For a correction: the edition that was wrong, and what readers should know of it. */
  readonly corrects?: Manifest["corrects"];
  readonly notice?: Manifest["notice"];
  readonly catalogue: Catalogue;
  readonly observations: readonly Observation[];
  readonly context: { readonly values: readonly ContextValue[]; readonly sources: readonly ContextSource[] };
  /** Map name (`regions`, `regions-2022`, …) → JSON text. */
  readonly maps: ReadonlyMap<string, string>;
  readonly changes: Changes;
  /** Only of an edition with figures that were derived from records. */
  readonly protection?: Protection;
}

export type Written =
  | { readonly ok: true; readonly folder: string; readonly state: "written" | "unchanged" }
  | { readonly ok: false; readonly what: string; readonly mend: string };

/**
 * Writes an edition as one folder under `parent`, all or nothing: files go to a folder of their own beside it,
 * are flushed to disk, and one rename makes them the edition. Killed at any moment there is the old edition or the new.
 * An edition that exists is never changed: the same content is left as it is, other content is refused.
 */
export function writeEdition(parent: string, content: EditionContent): Written {
  const partial = join(parent, `.${content.id}.${process.pid}.partial`);
  try {
    return writeWhole(parent, partial, content);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    rmSync(partial, { recursive: true, force: true });
    return {
      ok: false,
      what: `The edition can't be written to ${parent}: ${error.message}.`,
      mend: "Check the data folder: space and rights.",
    };
  }
}

function writeWhole(parent: string, partial: string, content: EditionContent): Written {
  const files = editionFiles(content);
  const listing = [...files].map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: sha256(bytes) }));
  listing.sort((a, b) => (a.path < b.path ? -1 : 1));
  const withFigures = new Set(content.observations.map((it) => it.indicator)).size;
  const head = {
    format: "impactmonitor-edition" as const,
    formatVersion,
    id: content.id,
    kind: content.kind,
    date: content.date,
    ...(content.previous ? { previous: content.previous } : {}),
    ...(content.corrects ? { corrects: content.corrects } : {}),
    ...(content.notice ? { notice: content.notice } : {}),
    counts: { indicators: content.catalogue.indicators.length, withFigures, observations: content.observations.length },
    files: listing,
  };
  const manifest: Manifest = { ...head, digest: sha256(utf8(JSON.stringify(head))) };

  const folder = join(parent, content.id);
  mkdirSync(parent, { recursive: true });
  sweep(parent);
  if (existsSync(folder)) return compare(folder, manifest);
  // A killed build may have had this process id before us: in a container every build has the same one.
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  files.set("manifest.json", utf8(`${JSON.stringify(manifest, null, 1)}\n`));
  for (const [path, bytes] of files) writeFlushed(join(partial, path), bytes);
  for (const path of new Set([...files.keys()].map((it) => dirname(it)))) flushFolder(join(partial, path));
  try {
    renameSync(partial, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    // Another build finished first; its folder stands.
    rmSync(partial, { recursive: true, force: true });
    return compare(folder, manifest);
  }
  flushFolder(parent);
  return { ok: true, folder, state: "written" };
}

function compare(folder: string, manifest: Manifest): Written {
  const found = openEdition(folder);
  if (found.ok && found.edition.manifest.digest === manifest.digest) return { ok: true, folder, state: "unchanged" };
  return {
    ok: false,
    what: found.ok
      ? `Edition ${manifest.id} exists already with other content, and an edition is never changed.`
      : `A folder ${manifest.id} exists already and is no whole edition: ${found.what}`,
    mend: found.ok ? "Give the new edition another id." : "Move that folder away, then build again.",
  };
}

function editionFiles(content: EditionContent): Map<string, Uint8Array> {
  const json = (value: unknown): Uint8Array => utf8(JSON.stringify(value));
  const files = new Map<string, Uint8Array>([
    ["catalogue.json", json(sealedParts(content.catalogue))],
    ["context.json", json(content.context)],
    ["changes.json", json(content.changes)],
    ["observations.parquet", toParquet(content.observations)],
  ]);
  if (content.protection) files.set("protection.json", json(content.protection));
  const byIndicator = Map.groupBy(content.observations, (it) => it.indicator);
  for (const [id, observations] of byIndicator) files.set(`observations/${id}.json`, json(toColumns(id, observations)));
  for (const [name, text] of content.maps) files.set(`maps/${name}.json`, utf8(text));
  return files;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Removes what a killed build left behind; a running build's folder stays. */
function sweep(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = /^\..+\.(\d+)\.partial$/.exec(name)?.[1];
    if (pid !== undefined && Number(pid) !== process.pid && !processAlive(Number(pid)))
      rmSync(join(parent, name), { recursive: true, force: true });
  }
}
