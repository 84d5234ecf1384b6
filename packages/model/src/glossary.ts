import { z } from "zod";
import { idSchema } from "./id.ts";
import { textSchema, synonymsSchema } from "./text.ts";

/** A term of the field, explained in place and on the glossary page. */
export const termSchema = z.strictObject({
  id: idSchema,
  term: textSchema,
  explanation: textSchema,
  law: textSchema.optional().describe("The law or source the definition leans on"),
  group: z.enum(["domestic-violence", "child-maltreatment", "veilig-thuis", "justice", "approach", "reading-figures"]),
  forms: synonymsSchema
    .optional()
    .describe("The words by which it is explained in running text; without: the term itself; an empty list: nowhere"),
  synonyms: synonymsSchema.default({ nl: [], en: [] }),
  see: z.array(idSchema).default([]),
});
export type Term = Readonly<z.infer<typeof termSchema>>;
export const glossarySchema = z.array(termSchema);
