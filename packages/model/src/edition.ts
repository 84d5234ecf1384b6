import { z } from "zod";
import type { Observation } from "./observation.ts";

export const editionKinds = ["published", "practice"] as const;

/** What an edition says of itself; `manifest.json`. */
export const manifestSchema = z.strictObject({
  format: z.literal("impactmonitor-edition"),
  formatVersion: z.literal(1),
  id: z.string().regex(/^\d{4}-\d{2}(-[a-z0-9]+)*$/),
  kind: z.enum(editionKinds),
  /** The day on which this was what was known, ISO. */
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  previous: z.strictObject({ id: z.string(), digest: z.string() }).optional(),
  counts: z.strictObject({ indicators: z.number(), withFigures: z.number(), observations: z.number() }),
  /** Sorted by path. */
  files: z.array(z.strictObject({ path: z.string(), bytes: z.number(), sha256: z.string() })),
  /** SHA-256 over the list of files: names the content of this edition. */
  digest: z.string(),
});
export type Manifest = Readonly<z.infer<typeof manifestSchema>>;

/** What changed since the previous edition. */
export interface Changes {
  readonly since?: string;
  readonly added: readonly Observation[];
  readonly revised: readonly { readonly from: Observation; readonly to: Observation }[];
  readonly withdrawn: readonly Observation[];
  readonly indicatorsAdded: readonly string[];
  readonly indicatorsRemoved: readonly string[];
}
