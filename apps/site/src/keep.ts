import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";

/** An answer ready to send: an edition never changes, so neither does this. */
export interface Kept {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
  readonly gzip: Buffer | undefined;
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
}

export function keepable(
  status: number,
  type: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Kept {
  const bytes = typeof body === "string" ? Buffer.from(body) : Buffer.from(body);
  const zip = /^(text|application\/(json|javascript)|image\/svg)/.test(type) && bytes.length > 400;
  return {
    status,
    type,
    body: bytes,
    gzip: zip ? gzipSync(bytes, { level: 6 }) : undefined,
    etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`,
    headers,
  };
}

/** Answers by address, the least recently used dropped first; bounded in bytes, so that no visitor can fill the memory. */
export class Shelf {
  readonly #kept = new Map<string, Kept>();
  readonly #limit: number;
  #bytes = 0;

  constructor(limitBytes: number) {
    this.#limit = limitBytes;
  }

  get(address: string): Kept | undefined {
    const it = this.#kept.get(address);
    if (it) {
      this.#kept.delete(address);
      this.#kept.set(address, it);
    }
    return it;
  }

  put(address: string, it: Kept): void {
    if (this.#limit === 0) return;
    this.#kept.set(address, it);
    this.#bytes += size(it);
    for (const [oldest, value] of this.#kept) {
      if (this.#bytes <= this.#limit) break;
      this.#kept.delete(oldest);
      this.#bytes -= size(value);
    }
  }

  get bytes(): number {
    return this.#bytes;
  }
}

const size = (it: Kept): number => it.body.length + (it.gzip?.length ?? 0) + 300;
