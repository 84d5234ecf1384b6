import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, stop, type Plugin } from "esbuild";
import { sayProblem } from "@impactmonitor/pipeline/problem";
import { readCalendar } from "@impactmonitor/pipeline/read-calendar";
import subsetFont from "subset-font";
import { features, letters } from "./font-letters.ts";
import { brotliQuality, pack } from "./src/coding.ts";
import type { Assets } from "./src/desk.ts";
import { classesIn, pruneStyle } from "./prune-style.ts";
import { settleTokens, tokensOf } from "./settle-tokens.ts";

const here = dirname(fileURLToPath(import.meta.url));
const finished = join(here, "dist");
/** Built beside its place and put there in one go: a site that is started meanwhile finds all of it, or makes it itself. */
const dist = join(here, `dist-${process.pid}`);

/**
 * Builds the site: the server with its pages, the browser's script and style, and the fonts,
 * each with a hash of its content in its name so that browsers may keep it.
 */
export async function buildSite(): Promise<void> {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(join(dist, "static"), { recursive: true });
  const browser = await build({
    absWorkingDir: here,
    entryPoints: {
      main: "src/browser/main.ts",
      everything: "src/browser/everything.ts",
      style: "src/style/main.css",
      compare: "src/style/compare-page.css",
      guide: "src/style/guide-page.css",
      search: "src/style/search-page.css",
    },
    outdir: join(dist, "static"),
    entryNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    bundle: true,
    minify: true,
    format: "esm",
    target: ["es2022", "chrome110", "firefox115", "safari16.4"],
    loader: { ".woff2": "file" },
    metafile: true,
    plugins: [onlyUsedComponents(), onlyUsedLetters()],
    logLevel: "warning",
  });
  // Others' pages name it, so its address holds no hash.
  await build({
    absWorkingDir: here,
    entryPoints: ["src/browser/embed.ts"],
    outfile: join(dist, "static/embed.js"),
    bundle: true,
    minify: true,
    format: "iife",
    target: ["es2022"],
    logLevel: "warning",
  });
  const made = Object.keys(browser.metafile.outputs).map((it) => basename(it));
  const find = (start: string, end: string): string => {
    const name = made.find((it) => it.startsWith(start) && it.endsWith(end));
    if (!name) throw new Error(`The build made no ${start}*${end}`);
    return `/static/${name}`;
  };
  cpSync(join(here, "src/icon.svg"), join(dist, "static/icon.svg"));
  packStatic(join(dist, "static"));
  const assets: Assets = {
    style: find("style-", ".css"),
    script: find("main-", ".js"),
    needs: {
      compare: { style: find("compare-", ".css") },
      guide: { style: find("guide-", ".css") },
      search: { style: find("search-", ".css"), script: find("everything-", ".js") },
    },
    font: find("source-sans-3-latin-400", ".woff2"),
    fontBold: find("source-sans-3-latin-600", ".woff2"),
  };
  writeFileSync(join(dist, "assets.json"), JSON.stringify(assets));
  writeCalendar(join(dist, "calendar.json"));
  copyTemplates();
  await build({
    absWorkingDir: here,
    entryPoints: {
      server: "src/server.ts",
      "png-process": "@impactmonitor/exports/png-process",
      "press-process": "src/press-process.ts",
    },
    outdir: dist,
    bundle: true,
    // What makes a kind of document is read when the first of its kind is made, and never by the site itself.
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node22",
    jsx: "automatic",
    jsxImportSource: "preact",
    external: [
      "@resvg/resvg-js",
      "@expo-google-fonts/*",
      "@myriaddreamin/typst-ts-node-compiler",
      "docx",
      "pptxgenjs",
      "write-excel-file",
      "yazl",
    ],
    banner: {
      js: `import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);`,
    },
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
  await stop();
  rmSync(finished, { recursive: true, force: true });
  renameSync(dist, finished);
}

/** Beside each style sheet and script the same packed as small as Brotli can: it takes long, so it is done here and not at each start. */
function packStatic(folder: string): void {
  for (const name of readdirSync(folder).filter((it) => /\.(css|js)$/.test(it)))
    writeFileSync(join(folder, `${name}.br`), pack(readFileSync(join(folder, name)), "br", brotliQuality.built));
}

/**
 * Templates of documents lie beside the code that reads them, in the built site as in the source, and the list of exact packages with them:
 * documents that were kept are made anew when any of it changed.
 */
function copyTemplates(): void {
  const exports = join(here, "../../packages/exports/src");
  const copied = new Set<string>();
  for (const name of readdirSync(exports, { recursive: true, encoding: "utf8" }).filter((it) => it.endsWith(".typ"))) {
    if (copied.has(basename(name)))
      throw new Error(`Two templates are called ${basename(name)}; give one another name.`);
    copied.add(basename(name));
    cpSync(join(exports, name), join(dist, basename(name)));
  }
  cpSync(join(here, "../../package-lock.json"), join(dist, "packages.json"));
}

/** The calendar of new figures, as it is now; one with a mistake is named and left out, and the figures come all the same. */
function writeCalendar(file: string): void {
  const calendar = readCalendar(join(here, "../.."));
  if (calendar.ok) writeFileSync(file, JSON.stringify(calendar.value));
  else for (const it of calendar.problems) console.error(`No calendar on the site: ${sayProblem(it)}`);
}

/** Of the style sheets of the NL Design System, only what our pages use goes into ours, with the values of our theme: a third. */
function onlyUsedComponents(): Plugin {
  const sources = readdirSync(join(here, "src"), { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile() && /\.tsx?$/.test(it.name))
    .map((it) => readFileSync(join(it.parentPath, it.name), "utf8"));
  const used = new Set(sources.flatMap(classesIn));
  const theme = tokensOf(readFileSync(join(here, "src/style/component-tokens.css"), "utf8"));
  return {
    name: "only-used-components",
    setup: ({ onLoad }) => {
      onLoad({ filter: /[\\/]node_modules[\\/]@(utrecht|nl-design-system-candidate)[\\/].*\.css$/ }, ({ path }) => ({
        contents: settleTokens(pruneStyle(readFileSync(path, "utf8"), used), theme),
        loader: "css",
      }));
    },
  };
}

/** Of the fonts only our letters, at two thirds of the bytes; what else a text may hold falls back to the system's font. */
function onlyUsedLetters(): Plugin {
  return {
    name: "only-used-letters",
    setup: ({ onLoad }) => {
      onLoad({ filter: /\.woff2$/ }, async ({ path }) => ({
        contents: await subsetFont(readFileSync(path), letters, { targetFormat: "woff2", keepFeatures: features }),
        loader: "file",
      }));
    },
  };
}

/** Names the content of files, for knowing whether something must be built again. */
export function contentHash(files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildSite();
