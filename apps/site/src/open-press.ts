import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { figuresIn, type ServedEditions } from "@impactmonitor/edition/served-editions";
import { openCupboard, type Cupboard } from "@impactmonitor/exports/press/cupboard";
import { openPress, type Press } from "@impactmonitor/exports/press/press";
import type { EditionKind } from "@impactmonitor/model/edition";
import { inOneLine } from "./one-line.ts";
import type { Settings } from "./settings.ts";

/** What documents depend on besides their order and their edition. */
export interface PressContent {
  readonly served: Readonly<Partial<Record<EditionKind, ServedEditions>>>;
  readonly boundaries: ReadonlyMap<string, string>;
  readonly contact: string;
  /** Folder with the built site, whose code makes them. */
  readonly built: string;
}

/** The press of the site; where documents can't be kept in their folder, they are in one that is thrown away. */
export function openSitePress(
  settings: Settings["press"],
  content: PressContent,
  report: (line: string) => void,
): Press {
  const { processes, memory, waiting, folder, keepBytes } = settings;
  return openPress({
    entry: new URL("press-process.js", import.meta.url),
    processes,
    memory,
    waiting,
    cupboard: openFolder(folder, keepBytes, report),
    stamp: stamps(content),
    figures: (kind, id) => figuresIn(content.served[kind], id),
    report,
  });
}

function openFolder(folder: string, keepBytes: number, report: (line: string) => void): Cupboard {
  try {
    return openCupboard(folder, keepBytes);
  } catch (error) {
    report(
      `Documents are not kept in ${folder}: ${inOneLine(error)}. Name another folder with IMPACTMONITOR_DOCUMENTS.`,
    );
    return openCupboard(mkdtempSync(join(tmpdir(), "impactmonitor-documents-")), keepBytes);
  }
}

/**
 * The content and standing of an edition and of those before it, which tell how a figure came to be; our code; and what a steward set. Any
 * of them changed: another document.
 */
export function stamps({
  served,
  boundaries,
  contact,
  built,
}: PressContent): (kind: EditionKind, id: string) => string {
  const hash = (text: string): string => createHash("sha256").update(text).digest("base64url");
  const code = readdirSync(built, { withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => hash(readFileSync(join(built, it.name), "latin1")))
    .sort();
  const common = hash(JSON.stringify([code, contact, ...boundaries]));
  const known = new Map<string, string>();
  return (kind, id) => {
    const key = `${kind} ${id}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const { editions, withdrawn } = served[kind] ?? { editions: [], withdrawn: new Map() };
    const upTo = editions.slice(0, editions.findIndex((it) => it.manifest.id === id) + 1);
    const stamp = hash(
      JSON.stringify([
        common,
        ...upTo.map(({ manifest }) => [manifest.digest, withdrawn.get(manifest.id)?.reason ?? ""]),
      ]),
    );
    known.set(key, stamp);
    return stamp;
  };
}
