import { createHash } from "node:crypto";
import { pack, unpack, type Coding } from "./coding.ts";

/** An answer ready to send: an edition never changes, so neither does this. */
export interface Kept {
  readonly status: number;
  readonly type: string;
  /** What is sent, in each coding that somebody asked for; at least one. */
  readonly forms: ReadonlyMap<Coding, Buffer>;
  /** Whether packing makes it smaller; what is not packable has one form only. */
  readonly packable: boolean;
  /** Names the content, whatever its form. */
  readonly tag: string;
  readonly headers: Readonly<Record<string, string>>;
}

export function keepable(
  status: number,
  type: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Kept {
  const plain = Buffer.from(body);
  const packable = /^(text|application\/(json|javascript)|image\/svg)/.test(type) && plain.length > 400;
  return {
    status,
    type,
    forms: new Map([["identity", packable ? plain : pack(plain, "identity")]]),
    packable,
    tag: createHash("sha256").update(plain).digest("base64url").slice(0, 22),
    headers,
  };
}

/** Bytes of an answer in a coding; as they are where packing makes nothing smaller. */
export function formOf(it: Kept, wanted: Coding): { readonly bytes: Buffer; readonly coding: Coding } {
  const coding = it.packable ? wanted : "identity";
  const ready = it.forms.get(coding);
  if (ready) return { bytes: ready, coding };
  const [[first, bytes] = ["identity", Buffer.alloc(0)] as const] = it.forms;
  return { bytes: pack(unpack(bytes, first), coding), coding };
}

/** The answer with that form in hand. What can be packed is held packed only: it is unpacked for the few who ask for that. */
export function ready(it: Kept, coding: Coding): Kept {
  const form = formOf(it, coding === "identity" ? "gzip" : coding);
  if (it.forms.has(form.coding)) return it;
  const packed = [...it.forms].filter(([name]) => name !== "identity");
  return { ...it, forms: new Map([...packed, [form.coding, form.bytes]]) };
}

/** Answers by address, the least recently used dropped first; bounded in bytes, so that no visitor can fill the memory. */
export class Shelf {
  readonly #kept = new Map<string, Kept>();
  readonly #limit: number;
  #bytes = 0;

  constructor(limitBytes: number) {
    this.#limit = limitBytes;
  }

  /** @param coding how it will be sent: packed so once, and then kept beside its other form */
  get(address: string, coding: Coding): Kept | undefined {
    const it = this.#kept.get(address);
    const made = it && ready(it, coding);
    if (!made || made !== it) return made && this.put(address, made, coding);
    this.#kept.delete(address);
    this.#kept.set(address, it);
    return it;
  }

  /** @returns what was put, also when it is too large to stay */
  put(address: string, put: Kept, coding: Coding): Kept {
    const it = ready(put, coding);
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
  [...it.forms.values()].reduce((sum, bytes) => sum + bytes.length, 0) +
  2 * address.length +
  2 * (it.headers["content-disposition"]?.length ?? 0) +
  500;
