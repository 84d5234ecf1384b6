import { z } from "zod";
import { addressSchema } from "./address.ts";
import { idSchema } from "./id.ts";
import { textSchema } from "./text.ts";

const figureSchema = z.strictObject({
  kind: z.literal("figure"),
  indicator: idSchema,
  category: z.string().optional().describe("As in figures/: dimension=code"),
  of: z.enum(["area", "nation"]).default("area"),
  beside: z.boolean().default(false).describe("Whether the country’s figure and what the difference is worth follow"),
  period: z.string().optional().describe("Another period than that of the example"),
});

/** A part of a step: our words, a live figure, or what the report says. */
const partSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text"), text: textSchema }),
  z.strictObject({ kind: z.literal("list"), items: z.array(textSchema).min(1) }),
  z.strictObject({
    kind: z.literal("indicators"),
    items: z
      .array(z.strictObject({ indicator: idSchema, asks: textSchema.describe("What the report asks of it") }))
      .min(1),
  }),
  figureSchema,
  z.strictObject({
    kind: z.literal("stated"),
    text: textSchema.describe("What the report states, in our words"),
    why: textSchema.describe("Why it can’t be redone here"),
  }),
  z.strictObject({
    kind: z.literal("differs"),
    one: textSchema.describe("What the report says in one place"),
    other: textSchema.describe("What stands elsewhere"),
    ours: textSchema.describe("Which we use, and why"),
  }),
  z.strictObject({ kind: z.literal("questions"), items: z.array(textSchema).min(1) }),
]);
export type ExamplePart = Readonly<z.infer<typeof partSchema>>;
export type ExampleFigure = Readonly<z.infer<typeof figureSchema>>;

/** A question of one region, worked out from step 1 to step 6 by somebody else, and redone here with the figures of that time. */
export const exampleSchema = z.strictObject({
  id: idSchema,
  order: z.number().int(),
  area: z.string(),
  period: z.string().describe("Of all its figures, such as 2021H1"),
  title: textSchema,
  lede: textSchema,
  question: idSchema.describe("The question of the route guide that it belongs to"),
  report: z.strictObject({
    by: z.string(),
    title: z.string(),
    published: z.string().describe("ISO, as exact as the report says"),
    url: addressSchema.optional(),
  }),
  steps: z
    .array(z.strictObject({ step: z.number().int().min(1).max(6), parts: z.array(partSchema).min(1) }))
    .length(6)
    .refine((all) => all.every((it, i) => it.step === i + 1), "give the steps 1 to 6, in order"),
});
export type Example = Readonly<z.infer<typeof exampleSchema>>;
