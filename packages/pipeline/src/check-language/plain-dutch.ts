import { z } from "zod";

const words = z.array(z.string().trim().min(1)).min(1);

/** What plain Dutch is here: numbers and lists that an editor can change. */
export const plainDutchSchema = z.strictObject({
  longestSentence: z
    .strictObject({ page: z.number().int().min(10), entry: z.number().int().min(10) })
    .describe("Words in a sentence, at most: of a page, and of a text beside a figure that must define it in one"),
  averageSentence: z.number().min(5).describe("Words in a sentence on average over a page, at most"),
  passiveShare: z.number().min(0).max(1).describe("Share of the sentences of a text that may be passive"),
  fewestSentences: z.number().int().min(1).describe("Texts with fewer sentences have no average and no share"),
  words: z
    .array(z.strictObject({ avoid: words, write: z.string().trim().min(1), where: z.enum(["everywhere", "pages"]) }))
    .describe("Words that are hard to read or claim too much, and what to write for them"),
  concepts: z
    .array(
      z.strictObject({
        term: z.string().trim().min(1).describe("The one word for this concept, as in docs/glossary.md"),
        avoid: words,
      }),
    )
    .describe("One word for one concept"),
  except: z.array(z.string().trim().min(1)).default([]).describe("Names and titles in which such a word may stand"),
});
export type PlainDutch = Readonly<z.infer<typeof plainDutchSchema>>;
