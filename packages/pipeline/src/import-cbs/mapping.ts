import { z } from "zod";
import { absences } from "@impactmonitor/model/cell";
import { levels } from "@impactmonitor/model/area";
import { idSchema } from "@impactmonitor/model/id";
import { measures } from "@impactmonitor/model/indicator";
import { periodKinds } from "@impactmonitor/model/period";
import { plainTitle } from "./table.ts";

/**
 * `catalogue/cbs/<table>.yaml` says what a CBS table's own words mean here. Titles are matched exactly (after
 * trimming); whatever the table has and this file does not name stops the import with a mapping report.
 */

const titles = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .transform((it) => (typeof it === "string" ? [it] : it).map(plainTitle))
  .describe("The exact title in the CBS table, or several spellings of it");
const reason = z.string().trim().min(10).describe("Why it is left out, in a sentence");
const breakdown = z
  .record(idSchema, z.string().regex(/^[a-z0-9][a-z0-9-]*$/))
  .describe("Dimension of ours: code of ours");
const unseen = z
  .literal(true)
  .optional()
  .describe("The title is expected from other publications, not seen in this table");

const codeSchema = z
  .strictObject({
    title: titles.optional(),
    identifier: z.string().min(1).optional().describe("CBS's own code, once seen; then the title need not match"),
    total: z.literal(true).optional().describe("This code is the total: it adds nothing to the breakdown"),
    is: breakdown.optional(),
    ignore: reason.optional(),
    unseen,
  })
  .refine((it) => it.title !== undefined || it.identifier !== undefined, "give a title or an identifier")
  .refine(
    (it) => [it.total, it.is, it.ignore].filter((x) => x !== undefined).length === 1,
    "give one of total, is, ignore",
  );
export type CodeMapping = z.infer<typeof codeSchema>;

const rest = z.strictObject({ ignore: reason }).optional().describe("Leaves out everything that is not named");

const dimensionNames = { title: titles, identifier: z.string().min(1).optional() };
const dimensionSchema = z.discriminatedUnion("role", [
  z.strictObject({ role: z.literal("area"), ...dimensionNames }),
  z.strictObject({ role: z.literal("period"), ...dimensionNames }),
  z.strictObject({ role: z.literal("breakdown"), ...dimensionNames, codes: z.array(codeSchema), others: rest }),
]);
export type DimensionMapping = z.infer<typeof dimensionSchema>;

const givesSchema = z
  .strictObject({
    by: z
      .array(idSchema)
      .default([])
      .describe("The dimensions of ours that a cell is broken down by; none for the total"),
    indicator: idSchema.optional(),
    variable: idSchema.optional().describe("For a table with context instead of figures"),
    ignore: reason.optional(),
  })
  .refine((it) => [it.indicator, it.variable, it.ignore].filter((x) => x !== undefined).length === 1, {
    message: "give one of indicator, variable, ignore",
  });

const measureSchema = z.union([
  z.strictObject({ title: titles, group: z.array(z.string()).optional(), ignore: reason, unseen }),
  z.strictObject({
    title: titles,
    group: z
      .array(z.string())
      .optional()
      .describe("Titles of the groups it stands in, outermost first; needed where a title occurs twice"),
    identifier: z.string().min(1).optional(),
    unit: z.array(z.string()).min(1).describe("The unit as CBS writes it; another unit stops the import"),
    measure: z.enum(measures),
    is: breakdown.optional().describe("The category that the measure itself stands for"),
    gives: z.array(givesSchema).min(1),
    unseen,
  }),
]);
export type MeasureMapping = z.infer<typeof measureSchema>;
/** A measure that is taken, not left out. */
export type TakenMeasure = Extract<MeasureMapping, { gives: unknown }>;

export const cbsTableSchema = z.strictObject({
  table: z.string().regex(/^[0-9]{5}(ned|NED)$/),
  title: z.string(),
  output: z.enum(["figures", "context"]),
  url: z.url(),
  labels: z.enum(["seen", "partly", "unknown"]).describe("How far the table's own titles have been seen"),
  labelsNote: z.string().optional().describe("Where they were seen, and what is missing"),
  periodKinds: z.array(z.enum(periodKinds)).min(1).describe("Kinds of period the table is known to have"),
  levels: z.array(z.enum(levels)).min(1).describe("Levels whose areas are taken; others are left out"),
  otherAreas: rest,
  dimensions: z.array(dimensionSchema),
  measures: z.array(measureSchema),
  otherMeasures: rest,
  valueAttributes: z
    .record(z.string(), z.enum(absences))
    .default({})
    .describe("Meaning of ValueAttributes beside None and Impossible"),
});
export type CbsTableMapping = Readonly<z.infer<typeof cbsTableSchema>>;

/** `catalogue/cbs/areas.yaml`: how CBS names areas, for all tables. */
export const cbsAreasSchema = z.strictObject({
  codes: z
    .array(
      z
        .strictObject({
          title: titles.optional(),
          code: z.string().optional(),
          area: z.string().optional(),
          ignore: reason.optional(),
        })
        .refine((it) => (it.title === undefined) !== (it.code === undefined), "give a title or a code")
        .refine((it) => (it.area === undefined) !== (it.ignore === undefined), "give an area or ignore"),
    )
    .describe("Areas that their code or name alone does not settle"),
  prefixes: z
    .array(z.strictObject({ prefix: z.string().regex(/^[A-Z]{2}$/), ignore: reason }))
    .describe("Kinds of area that the monitor does not have"),
});
export type CbsAreas = Readonly<z.infer<typeof cbsAreasSchema>>;
