import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { keepable, ready, type Kept } from "./keep.ts";

export type StaticFiles = ReadonlyMap<string, Kept>;

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Built files, packed with Brotli by the build where that makes them smaller; a name with a content hash in it may be kept by browsers for good. */
export function readStatic(folder: string): StaticFiles {
  return new Map(
    readdirSync(folder).flatMap((name): [string, Kept][] => {
      const type = types[extname(name)];
      if (!type) return [];
      const hashed = /-[A-Z0-9]{8}\./.test(name);
      const cache = hashed ? "public, max-age=31536000, immutable" : "public, max-age=3600";
      const it = ready(keepable(200, type, readFileSync(join(folder, name)), { "cache-control": cache }), "gzip");
      const brotli = join(folder, `${name}.br`);
      if (!it.packable || !existsSync(brotli)) return [[name, it]];
      return [[name, { ...it, forms: new Map([...it.forms, ["br", readFileSync(brotli)]]) }]];
    }),
  );
}
