import { z } from "zod";
import { idSchema } from "./id.ts";
import { textSchema } from "./text.ts";

/** What a comparison with the country came to, as far as a conversation starts from it. */
export const directions = ["higher", "lower", "unclear", "noFigure"] as const;
export type Direction = (typeof directions)[number];

const question = z.strictObject({
  nl: z.string().trim().endsWith("?").describe("An open question, in plain Dutch"),
  en: z.string().trim().endsWith("?").describe("The same in English"),
});
const questions = z.array(question).default([]);

const startersPart = {
  any: questions.describe("Fit whatever the figure is"),
  higher: questions.describe("When the figure lies above that of the country"),
  lower: questions.describe("When the figure lies below that of the country"),
  unclear: questions.describe("When there is no clear difference"),
  noFigure: questions.describe("When the area has no figure"),
};
const partner = textSchema.describe("Who should see it, as it stands after “to”: de politie / the police");

/** Questions with which a talk about a figure begins, and with whom to have it. A figure ends at questions, never at answers. */
export const startersSchema = z.strictObject({
  always: z.strictObject(startersPart).describe("For figures of every theme"),
  themes: z.array(z.strictObject({ theme: idSchema, partners: z.array(partner).min(2).max(6), ...startersPart })),
  indicators: z.array(
    z.strictObject({
      indicator: idSchema,
      partners: z.array(partner).min(1).max(6).optional().describe("Instead of those of the theme"),
      ...startersPart,
    }),
  ),
});
export type Starters = Readonly<z.infer<typeof startersSchema>>;
export type StarterQuestions = Readonly<
  Record<Direction | "any", readonly { readonly nl: string; readonly en: string }[]>
>;
