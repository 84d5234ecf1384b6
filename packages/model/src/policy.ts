import { z } from "zod";
import { levels, type Level } from "./area.ts";
import { editionIdPattern } from "./edition.ts";
import { idSchema } from "./id.ts";
import { textSchema } from "./text.ts";

/**
 * How the counts of one edition are protected before anyone sees them: `catalogue/policies/<edition>.yaml`. The rules are no secret, and
 * are sealed with the edition: readers may know why a figure is missing, and an auditor must. What is secret (the numbers of a dominance
 * rule) stands nowhere in it.
 */

/** The policy of every edition that has none of its own. */
export const defaultPolicy = "default";

/** `years`: only whole years. `none`: not at all. */
const showSchema = z.enum(["all", "years", "none"]);
export type Show = z.infer<typeof showSchema>;

const shown = {
  totals: showSchema.optional().describe("Which periods of a table's totals are published"),
  breakdowns: showSchema.optional().describe("Which periods of its categories are published"),
};
const levelSchema = z.strictObject({
  threshold: z.number().int().min(1).max(1000).optional().describe("Instead of the threshold of the whole policy"),
  ...shown,
});

/** A table as derived, such as `melding[acuut]`. */
const tableName = z.string().min(1);
const category = z.string().regex(/^[a-z0-9-]+=[a-z0-9-]+$/, "write dimension=code");

const fewestDecimals = z.number().int().min(0).max(2);

export const policySchema = z.strictObject({
  id: z.string().refine((it) => it === defaultPolicy || editionIdPattern.test(it), {
    error: `write “${defaultPolicy}”, or the id of an edition such as 2026-11`,
  }),
  about: textSchema.describe("What is done and why, for readers"),
  profile: z
    .enum(["strict", "cbs-visible"])
    .default("strict")
    .describe("strict: a hidden count keeps threshold − 1 possible values. cbs-visible: at least two"),
  threshold: z.number().int().min(1).max(1000).default(10).describe("Counts from 1 up to this one are hidden"),
  roundingBase: z
    .number()
    .int()
    .min(1)
    .max(999)
    .refine((it) => it % 2 === 1, { error: "write an odd number: then no count lies halfway" })
    .default(5),
  zeros: z.enum(["open", "hidden"]).default("open"),
  levels: z.partialRecord(z.enum(levels), levelSchema).default({}),
  tables: z
    .record(tableName, z.strictObject({ levels: z.partialRecord(z.enum(levels), z.strictObject(shown)) }))
    .default({})
    .describe("What is published otherwise in one table"),
  percentages: z
    .strictObject({
      minDenominator: z.number().int().min(0),
      decimals: z
        .array(z.strictObject({ from: z.number().int().min(0), decimals: fewestDecimals }))
        .min(1)
        .describe("From which rounded denominator on a percentage has so many decimals, rising"),
    })
    .default({
      minDenominator: 100,
      decimals: [
        { from: 0, decimals: 0 },
        { from: 4000, decimals: 1 },
      ],
    }),
  rates: z.strictObject({ decimals: fewestDecimals }).default({ decimals: 1 }),
  structuralZeros: z
    .array(z.strictObject({ table: tableName, category }))
    .default([])
    .describe("Zeros that can't be otherwise, and so say nothing"),
  sensitive: z
    .array(idSchema)
    .default([])
    .describe("Dimensions in which nobody may see that a whole group, or all but one, falls in one category"),
});
export type Policy = Readonly<z.output<typeof policySchema>>;

/** What a policy says of a level of a table: which periods of totals and of breakdowns are published. */
export function shownAt(
  policy: Policy,
  table: string,
  level: Level,
): { readonly totals: Show; readonly breakdowns: Show } {
  const general = policy.levels[level];
  const own = policy.tables[table]?.levels[level];
  return {
    totals: own?.totals ?? general?.totals ?? "all",
    breakdowns: own?.breakdowns ?? general?.breakdowns ?? "all",
  };
}

/** The threshold at a level. */
export const thresholdAt = (policy: Policy, level: Level): number =>
  policy.levels[level]?.threshold ?? policy.threshold;

/** Decimals of a percentage of so many, by their rounded number. */
export function percentDecimals({ percentages }: Policy, denominator: number): number {
  return percentages.decimals.findLast((it) => denominator >= it.from)?.decimals ?? 0;
}
