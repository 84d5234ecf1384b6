import { z } from "zod";
import type { Observation } from "./observation.ts";
import { textSchema } from "./text.ts";

export const editionKinds = ["published", "practice"] as const;
export type EditionKind = (typeof editionKinds)[number];

/** The form of an edition that this code writes and reads; a form that it can't read gets another number. */
export const formatVersion = 1 as const;

/** A month and, for a second edition of that month, what tells it apart: `2026-11`, `2026-11-2`. */
export const editionIdPattern = /^\d{4}-\d{2}(-[a-z0-9]+)*$/;

/** The day up to which an edition holds what was published, ISO; a day that exists. */
export const editionDaySchema = z.iso.date("write a date as 2026-11-22");

/** What an edition says of itself; `manifest.json`. */
export const manifestSchema = z.strictObject({
  format: z.literal("impactmonitor-edition"),
  formatVersion: z.literal(formatVersion),
  id: z.string().regex(editionIdPattern),
  kind: z.enum(editionKinds),
  /** The day on which this was what was known, ISO. */
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  previous: z.strictObject({ id: z.string(), digest: z.string() }).optional(),
  /** Id of the earlier edition that this one corrects. Absent in most, and in all that were sealed before errata were told. */
  corrects: z.string().regex(editionIdPattern).optional(),
  /** What was wrong, what changed and since when, for readers. */
  notice: textSchema.optional(),
  counts: z.strictObject({ indicators: z.number(), withFigures: z.number(), observations: z.number() }),
  /** Sorted by path. */
  files: z.array(z.strictObject({ path: z.string(), bytes: z.number(), sha256: z.string() })),
  /** SHA-256 over the list of files: names the content of this edition. */
  digest: z.string(),
});
export type Manifest = Readonly<z.infer<typeof manifestSchema>>;

/**
 * What `steering/withdrawn/<id>.json` in the data folder says: this edition should not be used any more. It is beside the
 * sealed folder and not in it, because a sealed edition never changes.
 */
export const withdrawalSchema = z.strictObject({
  id: z.string().regex(editionIdPattern),
  /** The day, or the moment, ISO. */
  when: z.union([z.iso.date(), z.iso.datetime({ offset: true })]),
  reason: textSchema,
  /** Who decided, as a role and never as a name. */
  byRole: z.string().trim().min(1),
});
export type Withdrawal = Readonly<z.infer<typeof withdrawalSchema>>;

/** Names of entries that came, differ or went, each list in alphabetical order. */
export interface EntryChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** What changed since the previous edition. Laid over the previous edition's figures they give this one's. */
export interface Changes {
  readonly since?: string;
  readonly added: readonly Observation[];
  readonly revised: readonly { readonly from: Observation; readonly to: Observation }[];
  readonly withdrawn: readonly Observation[];
  /** The figure stands, but its source line or its earlier publications differ. Absent where `catalogue` is. */
  readonly resourced?: readonly Observation[];
  readonly indicatorsAdded: readonly string[];
  readonly indicatorsRemoved: readonly string[];
  /**
   * Entries of the catalogue, such as `indicators/dv-victims`, `pages/about` or `map/regions`.
   * Absent in a first edition, and in editions that were sealed before this was told.
   */
  readonly catalogue?: EntryChanges;
  /** Context by variable and year, such as `population-total/2024`, and its `sources/…`. Absent where `catalogue` is. */
  readonly context?: EntryChanges;
}
