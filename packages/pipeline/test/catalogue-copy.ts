import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "./built-edition.ts";

/** A copy of the committed catalogue and figures in which a test may spoil things. */
export interface CatalogueCopy {
  readonly root: string;
  readonly read: (file: string) => string;
  /** Writes, changes or (with `undefined`) removes a file; until `mend`. */
  readonly spoil: (file: string, edit: (text: string) => string | Uint8Array | undefined) => void;
  /** Puts everything back as it was. */
  readonly mend: () => void;
  readonly clean: () => void;
}

/** @param keep the indicators to keep, with their code lists: reading a few is much faster. All when not given. */
export function catalogueCopy(keep?: readonly string[]): CatalogueCopy {
  const copy = mkdtempSync(join(tmpdir(), "catalogue-"));
  for (const folder of ["catalogue", "figures"]) cpSync(join(root, folder), join(copy, folder), { recursive: true });
  if (keep) prune(copy, keep);
  const before = new Map<string, Uint8Array | undefined>();
  const put = (file: string, content: string | Uint8Array | undefined): void => {
    const path = join(copy, file);
    if (content === undefined) return rmSync(path, { force: true });
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  };
  return {
    root: copy,
    read: (file) => readFileSync(join(copy, file), "utf8"),
    spoil: (file, edit) => {
      const bytes = existsSync(join(copy, file)) ? readFileSync(join(copy, file)) : undefined;
      if (!before.has(file)) before.set(file, bytes);
      put(file, edit(bytes?.toString("utf8") ?? ""));
    },
    mend: () => {
      for (const [file, bytes] of before) put(file, bytes);
      before.clear();
    },
    clean: () => rmSync(copy, { recursive: true, force: true }),
  };
}

function prune(copy: string, keep: readonly string[]): void {
  const rewrite = (path: string, pattern: RegExp, text: string): void =>
    writeFileSync(path, readFileSync(path, "utf8").replace(pattern, text));
  const used = new Set(["sex.yaml"]);
  for (const name of readdirSync(join(copy, "catalogue/indicators"))) {
    const path = join(copy, "catalogue/indicators", name);
    if (!keep.includes(name.replace(/\.yaml$/, ""))) {
      rmSync(path);
      continue;
    }
    rewrite(path, /^related:.*\n(?:[ \]].*\n)*/m, "");
    for (const [, dimension] of readFileSync(path, "utf8").matchAll(/dimension: ([a-z-]+)/g))
      used.add(`${dimension}.yaml`);
  }
  for (const name of readdirSync(join(copy, "catalogue/codelists")))
    if (!used.has(name)) rmSync(join(copy, "catalogue/codelists", name));
  rewrite(
    join(copy, "catalogue/questions.yaml"),
    /^ {8}indicators:\n(?: {10}.*\n)*/gm,
    `        indicators: [${keep[0]}]\n`,
  );
  for (const name of readdirSync(join(copy, "catalogue/examples")))
    rewrite(join(copy, "catalogue/examples", name), /indicator: [a-z-]+$/gm, `indicator: ${keep[0]}`);
  for (const name of readdirSync(join(copy, "catalogue/pages"))) {
    const page = join(copy, "catalogue/pages", name);
    rewrite(page, /\{figure [a-z-]+\}/g, `{figure ${keep[0]}}`);
    rewrite(page, /\/indicator\/[a-z-]+/g, `/indicator/${keep[0]}`);
  }
  rewrite(join(copy, "catalogue/starters.yaml"), /^indicators:\n(?:.*\n)*/m, "indicators: []\n");
  rewrite(join(copy, "catalogue/notes.yaml"), /^ {2}indicators: .*$/gm, `  indicators: [${keep[0]}]`);
  rewrite(join(copy, "catalogue/events.yaml"), /^ {2}indicators:.*\n/gm, "");
  rewrite(join(copy, "catalogue/themes.yaml"), /^ {8}indicators: .*$/gm, `        indicators: [${keep[0]}]`);
}

/** Replaces `from`, which must be there: a test that spoils nothing proves nothing. */
export const replaced =
  (from: string | RegExp, to: string) =>
  (text: string): string => {
    const edited = text.replace(from, () => to);
    if (edited === text) throw new Error(`“${String(from)}” is not in the file`);
    return edited;
  };

/** Number of the first line that holds `words`. */
export function lineOf(text: string, words: string): number {
  const at = text.split("\n").findIndex((line) => line.includes(words));
  if (at < 0) throw new Error(`no line holds “${words}”`);
  return at + 1;
}
