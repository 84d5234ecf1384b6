import type { Text } from "@impactmonitor/model/text";

/** Why an import stopped; a caller can act on the kind, a person on the words. */
export type FailureKind =
  | "unreachable"
  | "not-found"
  | "bad-answer"
  | "refused"
  | "mapping"
  | "data"
  | "changed"
  | "file"
  | "busy"
  | "catalogue";

/** What went wrong, where, and how to mend it, in both languages. */
export interface Failure {
  readonly kind: FailureKind;
  /** An address, a file or a place in one. */
  readonly where: string;
  readonly what: Text;
  readonly mend: Text;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export const done = <T>(value: T): Result<T> => ({ ok: true, value });

export function fail(kind: FailureKind, where: string, what: Text, mend: Text): { ok: false; failure: Failure } {
  return { ok: false, failure: { kind, where, what, mend } };
}

/** A failure for people: one line in Dutch, one in English, and the place. */
export function sayFailure(it: Failure): string {
  return `${it.what.nl} ${it.mend.nl}\n${it.what.en} ${it.mend.en}\n  ${it.where}`;
}
