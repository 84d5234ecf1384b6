import { gunzipSync } from "node:zlib";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Kept } from "./keep.ts";

/** Sends a kept answer, or only word that the visitor's own copy is still right. */
export function send(c: Context, it: Kept): Response {
  const headers: Record<string, string> = {
    "content-type": it.type,
    "cache-control": "public, max-age=300",
    vary: "accept-encoding",
    etag: it.etag,
    ...it.headers,
  };
  if (c.req.header("if-none-match") === it.etag) return c.body(null, 304, headers);
  const asIs = !it.packed || acceptsGzip(c.req.header("accept-encoding"));
  if (it.packed && asIs) headers["content-encoding"] = "gzip";
  const body = asIs ? it.bytes : gunzipSync(it.bytes);
  headers["content-length"] = String(body.length);
  return c.body(
    new Uint8Array(body.buffer, body.byteOffset, body.length) as Uint8Array<ArrayBuffer>,
    it.status as ContentfulStatusCode,
    headers,
  );
}

/** Whether an Accept-Encoding header allows gzip; `gzip;q=0` forbids it. */
export const acceptsGzip = (header = ""): boolean => /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(header);
