import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { codingFor, type Coding } from "./coding.ts";
import { formOf, type Kept } from "./keep.ts";

/** How the answer to a request is packed. */
export const codingOf = (c: Context): Coding => codingFor(c.req.header("accept-encoding"));

/** Sends a kept answer, or only word that the visitor's own copy is still right. */
export function send(c: Context, it: Kept): Response {
  const wanted = it.packable ? codingOf(c) : "identity";
  const headers: Record<string, string> = {
    "content-type": it.type,
    "cache-control": "public, max-age=300",
    vary: "accept-encoding",
    etag: `"${it.tag}${suffix[wanted]}"`,
    ...it.headers,
  };
  if (holds(c.req.header("if-none-match"), it.tag)) return c.body(null, 304, headers);
  const { bytes, coding } = formOf(it, wanted);
  if (coding !== "identity") headers["content-encoding"] = coding;
  headers["content-length"] = String(bytes.length);
  return c.body(
    new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length) as Uint8Array<ArrayBuffer>,
    it.status as ContentfulStatusCode,
    headers,
  );
}

/** Other bytes, another strong tag (RFC 9110, section 8.8.3.3). */
const suffix: Readonly<Record<Coding, string>> = { identity: "", gzip: "-g", br: "-b" };

/** Whether a visitor has the content already, in whatever form; a server between may have made the tag a weak one. */
const holds = (header: string | undefined, tag: string): boolean =>
  header !== undefined &&
  header.split(",").some(
    (it) =>
      it
        .trim()
        .replace(/^W\//, "")
        .replace(/^"|(-[gb])?"$/g, "") === tag,
  );
