import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Catalogue } from "@impactmonitor/model/catalogue";
import type { ContextSource, ContextValue } from "@impactmonitor/model/context";
import { formatVersion, manifestSchema, type Changes, type Manifest } from "@impactmonitor/model/edition";
import type { Observation } from "@impactmonitor/model/observation";
import type { Protection } from "@impactmonitor/model/protection";
import { fromColumns, type Columns } from "./columns.ts";
import { withLaterParts } from "./later-parts.ts";

/** A sealed edition, checked and ready to read. */
export interface Edition {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly catalogue: Catalogue;
  readonly changes: Changes;
  readonly context: { readonly values: readonly ContextValue[]; readonly sources: readonly ContextSource[] };
  /** Observations of one indicator in their fixed order; empty when it has none. Read once, then kept. */
  readonly observations: (indicator: string) => readonly Observation[];
  /** How figures that were derived from records are protected; absent without such figures. */
  readonly protection?: Protection;
  /** JSON text of a map, or undefined. */
  readonly map: (name: string) => string | undefined;
}

export type Opened =
  | { readonly ok: true; readonly edition: Edition }
  | { readonly ok: false; readonly what: string; readonly mend: string };

const putBack = "Put back a whole copy of this edition, or move the folder away.";
const elsewhere = "Name another folder, or move this one away.";

/**
 * Opens an edition after checking every file against the manifest.
 * @returns the edition, or what is wrong with the folder and how to mend it; never a half-read edition.
 */
export function openEdition(folder: string): Opened {
  const refuse = (what: string, mend = putBack): Opened => ({ ok: false, what: `${folder}: ${what}`, mend });
  if (!existsSync(join(folder, "manifest.json")))
    return refuse("this folder holds no edition (no manifest.json).", elsewhere);
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  } catch {
    return refuse("manifest.json is cut off or damaged.");
  }
  const said = new Map<string, unknown>(Object.entries(raw ?? {}));
  if (said.get("format") !== "impactmonitor-edition")
    return refuse("this is not an edition of the Impactmonitor.", elsewhere);
  const version = said.get("formatVersion");
  if (typeof version === "number" && version !== formatVersion)
    return refuse(
      `manifest.json says format version ${version}; this Impactmonitor reads version ${formatVersion}.`,
      version > formatVersion ? "Update the Impactmonitor." : "Open it with the Impactmonitor that made it.",
    );
  const parsed = manifestSchema.safeParse(raw);
  if (!parsed.success)
    return refuse("manifest.json has a form that this version doesn't know.", "Update the Impactmonitor.");
  const manifest = parsed.data;
  const { digest, ...head } = manifest;
  if (sha256(Buffer.from(JSON.stringify(head))) !== digest) return refuse("manifest.json was changed after sealing.");

  const bytes = new Map<string, Buffer>();
  for (const file of manifest.files) {
    const path = join(folder, file.path);
    if (file.path.includes("..") || !statSync(path, { throwIfNoEntry: false })?.isFile())
      return refuse(`${file.path} is missing.`);
    const content = readFileSync(path);
    if (content.length !== file.bytes || sha256(content) !== file.sha256)
      return refuse(`${file.path} differs from its checksum.`);
    if (!file.path.endsWith(".parquet")) bytes.set(file.path, content);
  }
  const lacking = ["catalogue.json", "context.json", "changes.json"].find((path) => !bytes.has(path));
  if (lacking) return refuse(`${lacking} is missing.`);
  const strangers = walk(folder).filter(
    (path) => path !== "manifest.json" && !manifest.files.some((it) => it.path === path),
  );
  if (strangers.length > 0) return refuse(`${strangers[0]} does not belong to this edition.`);

  const json = <T>(path: string): T => JSON.parse(bytes.get(path)?.toString("utf8") ?? "null") as T;
  const kept = new Map<string, readonly Observation[]>();
  let changes: Changes | undefined;
  return {
    ok: true,
    edition: {
      folder,
      manifest,
      catalogue: withLaterParts(json<Catalogue>("catalogue.json")),
      // A hundred thousand revised figures take a while to read, and few pages ask for them.
      get changes() {
        return (changes ??= json<Changes>("changes.json"));
      },
      context: json<Edition["context"]>("context.json"),
      observations: (indicator) => {
        const known = kept.get(indicator);
        if (known) return known;
        const path = `observations/${indicator}.json`;
        const observations = bytes.has(path) ? fromColumns(json<Columns>(path)) : [];
        if (bytes.has(path)) kept.set(indicator, observations);
        return observations;
      },
      ...(bytes.has("protection.json") ? { protection: json<Protection>("protection.json") } : {}),
      map: (name) => bytes.get(`maps/${name}.json`)?.toString("utf8"),
    },
  };
}

/** Sealed editions under a folder, oldest first; folders that are no edition are named in `refused`. */
export function openEditions(parent: string): { editions: Edition[]; refused: { what: string; mend: string }[] } {
  const editions: Edition[] = [];
  const refused: { what: string; mend: string }[] = [];
  if (!existsSync(parent)) return { editions, refused };
  for (const entry of readdirSync(parent, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!entry.isDirectory() || entry.name.startsWith(".")) continue;
    const opened = openEdition(join(parent, entry.name));
    if (opened.ok) editions.push(opened.edition);
    else refused.push(opened);
  }
  return { editions: inOrder(editions), refused };
}

/** By date; of one date each after the one that it names as the edition before it. */
function inOrder(editions: readonly Edition[]): Edition[] {
  const byDigest = new Map(editions.map((it) => [it.manifest.digest, it]));
  const depth = ({ manifest }: Edition): number => {
    const before = byDigest.get(manifest.previous?.digest ?? "");
    return before ? depth(before) + 1 : 0;
  };
  const place = (it: Edition): string => `${it.manifest.date} ${String(depth(it)).padStart(6, "0")} ${it.manifest.id}`;
  return editions.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

function walk(folder: string, prefix = ""): string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(folder, `${prefix}${entry.name}/`) : [`${prefix}${entry.name}`],
  );
}
