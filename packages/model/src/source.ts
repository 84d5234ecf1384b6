import { z } from "zod";
import { addressSchema } from "./address.ts";
import { idSchema } from "./id.ts";
import { textSchema } from "./text.ts";

export const sourceKinds = ["study", "registration"] as const;

/** One of the monitor's sources: who measures, how, and who answers for the figures. */
export const sourceSchema = z.strictObject({
  id: idSchema,
  number: z.number().int().min(1).describe("Number in the overview of indicators (instrument 02): 1 to 11"),
  title: textSchema,
  shortTitle: textSchema,
  kind: z.enum(sourceKinds),
  owner: textSchema.describe("Who owns the source"),
  about: textSchema.describe("What it is, in two or three plain sentences"),
  method: textSchema.describe("How the figures come about"),
  population: textSchema.describe("Whom or what it covers"),
  limits: z.array(textSchema).min(1).describe("What to keep in mind, each a sentence of its own"),
  vouchedBy: textSchema.describe("Who answers for the figures"),
  checkedByCbs: z.boolean().describe("Whether CBS compiled and checked the figures itself"),
  licence: textSchema,
  links: z.array(z.strictObject({ title: textSchema, url: addressSchema })).min(1),
  frequency: textSchema,
  twoSided: textSchema
    .optional()
    .describe("Beside each count or rate: that more is not simply more violence. {unit}: what was counted"),
  countsRoundedTo: z
    .number()
    .int()
    .min(2)
    .optional()
    .describe("Counts that are a multiple of this may have been rounded to it, and can be half of it off"),
  expected: z
    .array(z.strictObject({ month: z.number().int().min(1).max(12), what: textSchema }))
    .default([])
    .describe("Calendar: in which months new figures are expected, and which"),
  levels: z.array(z.enum(["nation", "landsdeel", "province", "vt-region", "corop", "municipality"])).min(1),
  formerNames: z.array(z.string()).default([]),
  breaks: z
    .array(z.strictObject({ at: z.string().describe("First period of the new series"), reason: textSchema }))
    .default([]),
});
export type Source = Readonly<z.infer<typeof sourceSchema>>;
