import { z } from "zod";

/** The two languages of the product. Dutch comes first; English says the same. */
export const languages = ["nl", "en"] as const;
export type Language = (typeof languages)[number];

/** A sentence or word in both languages. Both are required: a page never falls back to the other language. */
export const textSchema = z.strictObject({
  nl: z.string().trim().min(1).describe("Dutch, plain (B1)"),
  en: z.string().trim().min(1).describe("English, saying the same"),
});
export type Text = Readonly<z.infer<typeof textSchema>>;

/** Words a visitor may type for this thing, beside its titles. */
export const synonymsSchema = z.strictObject({
  nl: z.array(z.string().trim().min(1)).default([]),
  en: z.array(z.string().trim().min(1)).default([]),
});
