import { z } from "zod";
import { idSchema } from "./id.ts";
import { textSchema } from "./text.ts";

/** How much a trait counts when areas are matched: not, as usual, or twice. */
export const traitWeights = [0, 1, 2] as const;
export type TraitWeight = (typeof traitWeights)[number];

/** What an area is like, as far as that helps to find areas like it. Made from context, never from what is to be compared. */
export const traitSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  unit: textSchema.describe("As it follows a value; empty is not allowed, so write % for a percentage"),
  decimals: z.number().int().min(0).max(2),
  more: textSchema.describe("How another area is when it has more of it: meer, hoger, groter"),
  less: textSchema.describe("The same for less: minder, lager, kleiner"),
  made: z
    .discriminatedUnion("how", [
      z.strictObject({ how: z.literal("direct"), variable: idSchema }),
      z.strictObject({ how: z.literal("log"), variable: idSchema }),
      z.strictObject({
        how: z.literal("ratio"),
        of: idSchema,
        to: idSchema,
        times: z.number().positive().describe("100 for a percentage, 1 for an average"),
      }),
    ])
    .describe(
      "direct: a context variable. log: the same, where twice as much is as far as half. ratio: one to another",
    ),
  weight: z.literal(traitWeights).describe("How much it counts unless a visitor chooses otherwise"),
  why: textSchema.describe("Why it matters when figures of areas are compared"),
});
export type Trait = Readonly<z.infer<typeof traitSchema>>;
export const traitsSchema = z.array(traitSchema);

/** Context variables that a trait is made from. */
export const variablesOf = ({ made }: Trait): readonly string[] =>
  made.how === "ratio" ? [made.of, made.to] : [made.variable];
