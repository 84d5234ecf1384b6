import { z } from "zod";
import { levels } from "@impactmonitor/model/area";
import { idSchema } from "@impactmonitor/model/id";
import { measures } from "@impactmonitor/model/indicator";
import { periodKinds } from "@impactmonitor/model/period";
import { precisions } from "./precision.ts";

/** When a fact holds: a calendar period, a measurement of a cohort, or the year in which a cohort began. */
export const timeKinds = ["period", "wave", "cohort-year"] as const;
export type TimeKind = (typeof timeKinds)[number];

/** What a source may deliver as figures that it counted or estimated itself. `catalogue/contracts/<source>.yaml`. */
export const contractSchema = z.strictObject({
  source: idSchema.describe("The source in catalogue/sources that delivers"),
  times: z.array(z.enum(timeKinds)).min(1),
  periodKinds: z.array(z.enum(periodKinds)).min(1).describe("A survey has no half-years"),
  levels: z.array(z.enum(levels)).min(1).describe("Levels at which the source counts; often the nation only"),
  margins: z.enum(["none", "allowed", "required"]).describe("Whether a value comes with a lower and an upper limit"),
  ranges: z.boolean().default(false).describe("Whether two limits without a value between them are a figure"),
  needsN: z.array(z.enum(measures)).default([]).describe("Measures that need n, the number that was asked"),
  precision: z
    .partialRecord(z.enum(measures), z.array(z.enum(precisions)).min(1))
    .describe("Per measure that may be delivered: how exact it may be"),
  estimates: z.boolean().default(false).describe("Whether every value is an estimate"),
  changes: z.array(idSchema).default([]).describe("Indicators that are a change, and so may be below zero"),
  cohorts: z
    .record(z.string(), z.strictObject({ period: z.string(), waves: z.array(z.string()).min(1) }))
    .default({})
    .describe("Per study of the code list cohort: its years and its measurements"),
});
export type Contract = Readonly<z.output<typeof contractSchema>>;
