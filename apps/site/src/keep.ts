import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";

/** An answer ready to send: an edition never changes, so neither does this. */
export interface Kept {
  readonly status: number;
  readonly type: string;
  /** What is sent; packed with gzip where that makes it smaller, and then kept in that form only. */
  readonly bytes: Buffer;
  readonly packed: boolean;
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
}

export function keepable(
  status: number,
  type: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Kept {
  const plain = typeof body === "string" ? Buffer.from(body) : body;
  const packed = /^(text|application\/(json|javascript)|image\/svg)/.test(type) && plain.length > 400;
  return {
    status,
    type,
    bytes: exactly(packed ? gzipSync(plain, { level: 9, memLevel: 9 }) : plain),
    packed,
    etag: `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`,
    headers,
  };
}

/** A copy with memory of its own size: what packing returns is a view of a larger piece, which it would hold as long. */
function exactly(bytes: Uint8Array): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  copy.set(bytes);
  return copy;
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

  /** @returns what was put, also when it is too large to stay */
  put(address: string, it: Kept): Kept {
    this.#drop(address);
    this.#kept.set(address, it);
    this.#bytes += size(address, it);
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#limit) break;
      this.#drop(oldest);
    }
    return it;
  }

  #drop(address: string): void {
    const it = this.#kept.get(address);
    if (!it) return;
    this.#kept.delete(address);
    this.#bytes -= size(address, it);
  }

  get bytes(): number {
    return this.#bytes;
  }
}

/** Bytes, address and name of the file, and about what the objects around them take. */
const size = (address: string, it: Kept): number =>
  it.bytes.length + 2 * address.length + 2 * (it.headers["content-disposition"]?.length ?? 0) + 500;
