import { createHash, createHmac } from "node:crypto";

/** Turns person ids into pseudonyms; docs/decisions/2026-11-22-pseudonyms.md says how and why. */
export interface PseudonymKey {
  /** 32 bytes, made from the secret for this use only. */
  readonly bytes: Buffer;
  /** Tells one key and one way of hashing from another without giving the key away. */
  readonly fingerprint: string;
  /** The keyed hash of a person id, as a UUID: the first 128 bits. */
  readonly pseudonym: (id: string) => string;
}

/** Stands for the way of hashing below: another way needs another name, so that pseudonyms of both are never taken for each other. */
const way = "impactmonitor pseudonym 2";

/** A key for pseudonyms from bytes that stay secret. */
export function pseudonymKey(secret: Buffer): PseudonymKey {
  const derived = (name: string): Buffer => createHmac("sha256", secret).update(name).digest();
  const bytes = derived(way);
  return {
    bytes,
    fingerprint: derived(`${way}, fingerprint`).toString("hex").slice(0, 12),
    pseudonym: (id) => uuid(createHash("sha256").update(bytes).update(id).digest("hex")),
  };
}

const uuid = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");

/** The same as `pseudonym`, in SQL: so that an id is hashed in the vector in which it was read. */
export function pseudonymSql(id: string, { bytes }: PseudonymKey): string {
  return `left(sha256(${blob(bytes)} || encode(${id})), 32)::UUID`;
}

const blob = (bytes: Buffer): string =>
  `'${[...bytes].map((it) => `\\x${it.toString(16).padStart(2, "0")}`).join("")}'::BLOB`;
