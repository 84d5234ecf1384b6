import { open, readFile, stat, type FileHandle } from "node:fs/promises";
import type { Context } from "hono";
import { documentName, formatFiles } from "@impactmonitor/exports/documents/document-name";
import type { Kept } from "@impactmonitor/exports/press/cupboard";
import type { Language } from "@impactmonitor/model/text";
import type { Asked } from "./answers/answer.tsx";
import { documentBusy, documentMissing, documentWaiting } from "./answers/document-answers.tsx";
import { trouble, unknownEdition } from "./answers/problem-answers.tsx";
import { ask, askNothing, unkept, type Counter } from "./counter.ts";
import type { Ordered, OrderRead } from "./document-query.ts";

/** Milliseconds that an answer waits for its document before a page says how far it is. */
const patience = 4000;
/** Seconds after which that page asks again. */
const again = 3;

/**
 * Answers with a document: at once when it lies ready, else when it is made; if that takes long, with a page that says how far it is and
 * asks again by itself. Who leaves that page asks no more, and the order lapses: nothing is kept about anybody.
 */
export async function document(
  counter: Counter,
  c: Context,
  language: Language,
  read: (asked: Asked) => OrderRead,
): Promise<Response> {
  const asked = ask(counter, c, language);
  if (!asked) return unkept(c, unknownEdition(askNothing(counter, language)));
  const it = read(asked);
  if ("page" in it) return unkept(c, it.page);
  const { press, kind } = counter;
  if (!press) return unkept(c, documentBusy(it, 60_000), { "retry-after": "60" });
  const headers = headersOf(it, press.nameOf(kind, it.order));
  if (c.req.header("if-none-match") === headers.etag) return c.body(null, 304, headers);
  // Who asks for the headers only gets what is known of them; it is no reason to make a document.
  if (c.req.method === "HEAD") {
    const bytes = press.ready(kind, it.order)?.bytes;
    return c.body(null, 200, { ...headers, ...(bytes === undefined ? {} : { "content-length": String(bytes) }) });
  }
  const brought = await press.bring(kind, it.order, { signal: c.req.raw.signal, wait: patience });
  if (brought.ok) return (await sent(c, brought.made, headers)) ?? unkept(c, trouble(it.asked, 500));
  switch (brought.why) {
    case "waiting":
      return unkept(c, documentWaiting(it, brought), { refresh: String(again) });
    case "busy":
      return unkept(c, documentBusy(it, brought.after), { "retry-after": String(secondsOf(brought.after)) });
    case "cannot":
      return unkept(c, documentMissing(it, brought.said));
    case "left":
      return c.body(null, 503);
    case "failed":
      return unkept(c, trouble(it.asked, 500));
  }
}

/** Not sooner than anybody could do anything about it, nor so late that they give up. */
const secondsOf = (milliseconds: number): number => Math.min(120, Math.max(5, Math.ceil(milliseconds / 1000)));

function headersOf({ order, asked }: Ordered, name: string): Readonly<Record<string, string>> {
  const { mark, language } = asked;
  const file = documentName(mark.book, mark.desk(language).standing.withdrawn !== undefined, order);
  return {
    "content-type": formatFiles[order.format].type,
    "content-disposition": `attachment; filename="${file}"`,
    "cache-control": "public, max-age=300",
    etag: `"${name}"`,
  };
}

/** Undefined when it was just thrown away. */
async function sent(
  c: Context,
  { path }: Kept,
  headers: Readonly<Record<string, string>>,
): Promise<Response | undefined> {
  try {
    const { size } = await stat(path);
    const body = size <= inOneGo ? await readFile(path) : pieces(await open(path));
    return c.body(body, 200, { ...headers, "content-length": String(size) });
  } catch {
    return undefined;
  }
}

/** Bytes that are read at once, so that nothing stays open for who reads slowly. */
const inOneGo = 1_000_000;

/** From disk, piece by piece: a large document takes no more memory than a small one. */
function pieces(file: FileHandle): ReadableStream<Uint8Array<ArrayBuffer>> {
  const bytes = 65_536;
  return new ReadableStream({
    pull: async (to) => {
      const { bytesRead, buffer } = await file.read(new Uint8Array(bytes), 0, bytes);
      if (bytesRead > 0) return to.enqueue(buffer.subarray(0, bytesRead));
      to.close();
      await file.close();
    },
    cancel: () => file.close(),
  });
}
