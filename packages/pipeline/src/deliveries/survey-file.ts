import { isAscii, isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

export type Encoding = "utf-8" | "windows-1252";

/** What one pass over the bytes of a file tells. */
export interface Survey {
  readonly sha256: string;
  readonly bytes: number;
  /** First bytes: `FF FE` or `FE FF`. */
  readonly utf16: boolean;
  readonly utf8Mark: boolean;
  readonly utf8: boolean;
  readonly ascii: boolean;
  readonly nullByte: boolean;
  readonly separatorByte: boolean;
  /** Of a file that isn't UTF-8: bytes 80 to 9F, which Windows-1252 has and Latin-1 doesn't. */
  readonly windowsBytes: boolean;
  /** Of a file that isn't UTF-8: bytes that Windows-1252 doesn't have either. */
  readonly strangeBytes: boolean;
  /** A line end that may be between quotation marks, or one of these that is never closed. */
  readonly quotedBreaks: boolean;
}

/** The unit separator: no text holds it, so it can stand for "no separator". */
export const unitSeparator = 0x1f;

/**
 * Reads a file once for its checksum and for what must be known before its records are read.
 * @param onBytes is told how many bytes were read so far
 */
export async function surveyFile(path: string, onBytes: (bytes: number) => void = () => {}): Promise<Survey> {
  const hash = createHash("sha256");
  const quotes = quotedBreaks();
  let [bytes, utf8, ascii, nullByte, separatorByte] = [0, true, true, false, false];
  let start: Buffer = Buffer.alloc(0);
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    if (start.length < 4) start = Buffer.concat([start, chunk.subarray(0, 4)]);
    bytes += chunk.length;
    ascii &&= isAscii(chunk);
    nullByte ||= chunk.includes(0);
    separatorByte ||= chunk.includes(unitSeparator);
    quotes.take(chunk);
    if (utf8) {
      const whole = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      const end = lastBoundary(whole);
      utf8 = isUtf8(whole.subarray(0, end));
      rest = Buffer.from(whole.subarray(end));
    }
    onBytes(bytes);
  }
  utf8 &&= isUtf8(rest);
  return {
    sha256: hash.digest("hex"),
    bytes,
    utf16: (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff),
    utf8Mark: start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf,
    utf8,
    ascii,
    nullByte,
    separatorByte,
    ...(utf8 ? { windowsBytes: false, strangeBytes: false } : await highBytes(path)),
    quotedBreaks: quotes.seen(),
  };
}

const strange: readonly number[] = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

async function highBytes(path: string): Promise<Pick<Survey, "windowsBytes" | "strangeBytes">> {
  const there = new Uint8Array(256);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>)
    for (const byte of chunk) there[byte] = 1;
  return { windowsBytes: there.subarray(0x80, 0xa0).includes(1), strangeBytes: strange.some((it) => there[it] === 1) };
}

/** Where the last whole character of a chunk ends. */
function lastBoundary(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(4, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return bytes.length - back;
  }
  return bytes.length;
}

function quotedBreaks(): { take: (chunk: Buffer) => void; seen: () => boolean } {
  let [any, open, found] = [false, false, false];
  return {
    take(chunk) {
      if (found) return;
      any ||= chunk.includes(0x22);
      if (!any) return;
      for (let i = 0; i < chunk.length; i += 1) {
        const byte = chunk[i]!;
        if (byte === 0x22) open = !open;
        else if (open && (byte === 0x0a || byte === 0x0d)) {
          found = true;
          return;
        }
      }
    },
    seen: () => found || open,
  };
}
