import { z } from "zod";
import { idSchema } from "./id.ts";
import { textSchema } from "./text.ts";

/** A theme of the monitor. One without indicators exists all the same and says why (R060). */
export const themeSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  shortTitle: textSchema,
  about: textSchema.describe("What this theme is about, in one or two plain sentences"),
  order: z.number().int(),
  aliases: z.array(z.string()).default([]).describe("Other names the theme has had"),
  readingOrder: z
    .strictObject({
      why: textSchema.describe("In one plain line: the order, and what a reader gains by it"),
      steps: z
        .array(
          z.strictObject({
            ask: textSchema.describe("The question that this step answers"),
            indicators: z.array(idSchema).min(1).describe("Indicators to read for it, the first one first"),
          }),
        )
        .min(2),
    })
    .optional()
    .describe("In which order to read the figures of this theme; left out where there is nothing to read yet"),
  gap: textSchema.optional().describe("What is missing in this theme, why, and who could supply it"),
});
export type Theme = Readonly<z.infer<typeof themeSchema>>;
export const themesSchema = z.array(themeSchema);
