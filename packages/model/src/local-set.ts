import { z } from "zod";
import { textSchema } from "./text.ts";

/** A set of indicators that a region chose for itself, beside the monitor: an example for others, without figures. */
export const localSetSchema = z.strictObject({
  region: z.string().describe("Area code of the region that made the set"),
  source: textSchema.describe("Where the set was published"),
  sources: z.array(
    z.strictObject({
      number: z.number().int().min(1),
      title: textSchema.describe("The local registration"),
      level: textSchema.describe("For which areas it can give figures"),
    }),
  ),
  themes: z.array(
    z.strictObject({
      title: textSchema,
      indicators: z.array(
        z.strictObject({
          id: z.string().regex(/^KL-\d{2}$/),
          title: textSchema,
          source: z.number().int().min(1).describe("Number of its source above"),
          series: z.boolean().describe("Whether it can be followed through time"),
          note: textSchema.optional(),
        }),
      ),
    }),
  ),
});
export const localSetsSchema = z.array(localSetSchema);
export type LocalSet = Readonly<z.infer<typeof localSetSchema>>;
