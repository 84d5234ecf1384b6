import type { AreaCode } from "./id.ts";

export const levels = ["nation", "landsdeel", "province", "vt-region", "corop", "municipality"] as const;
export type Level = (typeof levels)[number];

/**
 * An area is a code *and* the time for which code, name and territory hold:
 * VT15 gained two municipalities in 2023 under the same code.
 */
export interface Area {
  readonly code: AreaCode;
  readonly level: Level;
  readonly name: string;
  /** Part of the address; unique within its level; never changes. */
  readonly slug: string;
  /** First day, ISO. */
  readonly validFrom: string;
  /** Last day, ISO; absent while the area exists. */
  readonly validTo?: string;
  /** Earlier and popular names, for finding it. */
  readonly aliases: readonly string[];
  /** What changed at the edges of this validity, as a code of `catalogue/areas/changes.yaml`. */
  readonly changes: readonly string[];
}

/** Which region and province a municipality belonged to in a year. */
export interface Membership {
  readonly municipality: AreaCode;
  readonly year: number;
  readonly region: AreaCode;
  readonly province: AreaCode;
}
