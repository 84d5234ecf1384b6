import { z } from "zod";
import { addressSchema } from "./address.ts";
import type { AreaCode } from "./id.ts";
import { idSchema } from "./id.ts";
import { textSchema } from "./text.ts";

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
