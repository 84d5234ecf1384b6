import { z } from "zod";
import { levels } from "./area.ts";
import { periodKinds } from "./period.ts";
import { idSchema } from "./id.ts";
import { synonymsSchema, textSchema } from "./text.ts";

/** What a number is: `per-10000` is per 10,000 inhabitants; `persons` and `count` are whole numbers. */
export const measures = [
  "count",
  "persons",
  "percent",
  "per-10000",
  "per-100000",
  "per-million",
  "mean",
  "years",
] as const;
export type Measure = (typeof measures)[number];

/** Which way is better. Most volumes are `neither`: more reports can mean more trust. */
export const polarities = ["lower-is-better", "higher-is-better", "neither"] as const;

export const statuses = ["available", "partly", "advised", "to-be-determined"] as const;
export type IndicatorStatus = (typeof statuses)[number];

export const modelParts = ["structure", "process", "result"] as const;

export const breakdownSchema = z.strictObject({
  dimension: idSchema.describe("Id of a code list"),
  response: z
    .enum(["exclusive", "multiple"])
    .describe("exclusive: each case in one category. multiple: a case can be in several; shares add up to over 100 %"),
});

/** What a figure does not say. Where more than one of them could follow a sentence, `fits` tells which does. */
export const limitSchema = textSchema.extend({
  fits: z
    .array(z.enum(["anywhere", "areas", "moments", "amount"]))
    .optional()
    .describe(
      "Beside which sentence it goes: of areas, of moments, or anywhere. amount: it weighs what more and fewer can mean",
    ),
});
export type Limit = Readonly<z.infer<typeof limitSchema>>;

export const indicatorSchema = z
  .strictObject({
    id: idSchema,
    title: textSchema,
    shortTitle: textSchema,
    theme: idSchema,
    modelPart: z.enum(modelParts),
    counts: textSchema.describe("What it counts, in one plain sentence"),
    numerator: textSchema.optional(),
    denominator: textSchema.optional(),
    measures: z.array(z.enum(measures)).min(1).describe("The first is the one that a page leads with"),
    unit: textSchema.describe("The thing counted, as it follows a number: meldingen / reports"),
    unitOne: textSchema.optional().describe("The same for exactly one: melding / report"),
    sentence: textSchema
      .optional()
      .describe(
        "States the value without judging. Places: {period} {area} {value} {category}; [was|were] for one or more",
      ),
    categorySentence: textSchema.optional().describe("The same for one category of a breakdown, with {category}"),
    breakdowns: z.array(breakdownSchema).default([]),
    lead: z
      .string()
      .optional()
      .describe("The category a page begins with, as dimension=code; without it the total, or else the largest"),
    shareOf: idSchema
      .optional()
      .describe("The indicator whose total the categories are parts of: their shares may then be computed"),
    percentOf: idSchema
      .optional()
      .describe("The indicator whose total the published percentages are percentages of: how many they rest on"),
    levels: z.array(z.enum(levels)).describe("Levels at which the source gives figures"),
    periodKinds: z.array(z.enum(periodKinds)),
    series: z.boolean().describe("Whether the source gives a comparable series over time"),
    source: idSchema.optional().describe("Absent while no source exists"),
    tables: z.array(z.string()).default([]).describe("StatLine tables that hold it"),
    frequency: textSchema,
    polarity: z.enum(polarities),
    decimals: z.partialRecord(z.enum(measures), z.number().int().min(0).max(2)).default({}),
    rounding: textSchema.optional().describe("How the source rounds"),
    breaks: z
      .array(z.strictObject({ at: z.string().describe("First period of the new series"), reason: textSchema }))
      .default([]),
    deviatingDefinition: textSchema.optional().describe("Where it departs from the legal definitions"),
    doesNotSay: z.array(limitSchema).min(1).describe("What this figure does not say; in words of its own"),
    formerNames: z.array(z.string()).default([]),
    synonyms: synonymsSchema.default({ nl: [], en: [] }),
    status: z.enum(statuses),
    statusReason: textSchema.optional(),
    supplier: textSchema.optional().describe("Who could supply what is missing"),
    register: z.strictObject({
      instrument02: z.array(z.string().regex(/^I2-\d{2}$/)).default([]),
      appendix2: z.array(z.string().regex(/^A2-\d{2}[a-c]?$/)).default([]),
    }),
    related: z.array(idSchema).default([]),
  })
  .refine((it) => it.status === "available" || it.statusReason, {
    path: ["statusReason"],
    message: "an indicator that is not simply available says why",
  })
  .refine((it) => it.status === "advised" || it.status === "to-be-determined" || it.source, {
    path: ["source"],
    message: "an indicator with figures names its source",
  });
export type Indicator = Readonly<z.infer<typeof indicatorSchema>>;
