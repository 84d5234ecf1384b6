import { z } from "zod";
import { idSchema } from "./id.ts";
import { textSchema } from "./text.ts";

/** The categories of one dimension, in the order in which they are shown. */
export const codelistSchema = z.strictObject({
  id: idSchema.describe("The dimension, such as reporter-type"),
  title: textSchema,
  about: textSchema.optional(),
  codes: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "write a code in lower case with hyphens"),
        title: textSchema,
        parent: z.string().optional().describe("The code this one is part of"),
        note: textSchema.optional(),
      }),
    )
    .min(1),
});
export type Codelist = Readonly<z.infer<typeof codelistSchema>>;
