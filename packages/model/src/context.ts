import { z } from "zod";
import { addressSchema } from "./address.ts";
import type { AreaCode } from "./id.ts";
import { idSchema } from "./id.ts";
import { textSchema } from "./text.ts";

/**
 * How a fact may be set beside a figure of other areas. `as-is`: it is a share, a mean or a density, and says the same of a
 * large area and a small one. Otherwise it is a total, and is divided by another total of the same area and year.
 */
const comparableSchema = z.union([
  z.literal("as-is"),
  z.strictObject({
    of: idSchema.describe("The variable that it is divided by: a total too"),
    per: z.union([z.literal(100), z.literal(1000), z.literal(10_000)]).describe("What it is multiplied by after that"),
    title: textSchema,
    unit: textSchema,
    decimals: z.number().int().min(0).max(2),
  }),
]);

/** A fact about an area that gives a figure its setting: never a cause, never summed with a figure. */
export const contextVariableSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  unit: textSchema,
  about: textSchema,
  group: z.enum(["population", "households", "prosperity", "space", "health", "safety", "youth-care"]),
  decimals: z.number().int().min(0).max(2),
  table: z
    .strictObject({ id: z.string(), title: textSchema, url: addressSchema })
    .describe("The public table it comes from"),
  note: textSchema.optional(),
  comparable: comparableSchema
    .optional()
    .describe("Left out for a class, and for a total that says no more than how large an area is"),
});
export type ContextVariable = Readonly<z.infer<typeof contextVariableSchema>>;
export const contextVariablesSchema = z.array(contextVariableSchema);

export interface ContextValue {
  readonly area: AreaCode;
  /** Year of the boundaries that the value is for: VT15 of 2022 is smaller than VT15 of 2023. */
  readonly classification: string;
  readonly year: number;
  readonly variable: string;
  readonly value: number;
  /** `official` as published, `approximation` summed or weighted by us from published figures, `estimate` interpolated. */
  readonly status: "official" | "approximation" | "estimate";
  readonly source: string;
}

/** The public table that context values were read from. */
export interface ContextSource {
  readonly id: string;
  readonly title: string;
  readonly table: string;
  readonly url: string;
}
