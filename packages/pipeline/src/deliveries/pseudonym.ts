import { createHash, createHmac } from "node:crypto";

/** HMAC as in RFC 2104 with SHA-256: the key, padded to 64 bytes, goes in twice. */
export interface PseudonymKey {
  readonly inner: Buffer;
  readonly outer: Buffer;
  /** Tells one key from another without giving it away. */
  readonly fingerprint: string;
  /** The keyed hash of a person id, as a UUID: the first 128 bits. */
  readonly pseudonym: (id: string) => string;
}

const block = 64;

/** A key for pseudonyms from bytes that stay secret. */
export function pseudonymKey(secret: Buffer): PseudonymKey {
  const padded = Buffer.alloc(block);
  (secret.length > block ? createHash("sha256").update(secret).digest() : secret).copy(padded);
  const hmac = (text: string): string => createHmac("sha256", secret).update(text).digest("hex");
  return {
    inner: Buffer.from(padded.map((it) => it ^ 0x36)),
    outer: Buffer.from(padded.map((it) => it ^ 0x5c)),
    fingerprint: hmac("impactmonitor key").slice(0, 12),
    pseudonym: (id) => uuid(hmac(id)),
  };
}

const uuid = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");

/** The same as `pseudonym`, in SQL: so that an id is hashed in the vector in which it was read. */
export function pseudonymSql(id: string, { inner, outer }: PseudonymKey): string {
  const first = `unhex(sha256(${blob(inner)} || encode(${id})))`;
  return `left(sha256(${blob(outer)} || ${first}), 32)::UUID`;
}

const blob = (bytes: Buffer): string =>
  `'${[...bytes].map((it) => `\\x${it.toString(16).padStart(2, "0")}`).join("")}'::BLOB`;
