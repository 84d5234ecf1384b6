import { z } from "zod";
import { textSchema } from "./text.ts";

/** One of the ten steps from a question to actions. */
export const planStepSchema = z.strictObject({
  number: z.number().int().min(1).max(10),
  title: textSchema.describe("What is done in this step, as an order to the reader"),
  ask: z.array(textSchema).min(1).describe("The questions that it answers"),
  gives: textSchema.describe("What there is when it is done"),
});
export type PlanStep = Readonly<z.infer<typeof planStepSchema>>;

export const planStepsSchema = z
  .array(planStepSchema)
  .length(10)
  .refine((all) => all.every((it, i) => it.number === i + 1), "number the steps from 1 to 10, in order");
