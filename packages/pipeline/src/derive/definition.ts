import { z } from "zod";
import { idSchema } from "@impactmonitor/model/id";
import { levels } from "@impactmonitor/model/area";
import { measures } from "@impactmonitor/model/indicator";
import { periodKinds } from "@impactmonitor/model/period";
import { textSchema } from "@impactmonitor/model/text";

const name = z.string().regex(/^[a-z][a-z0-9_]*$/, "write small letters, digits and _");
const answers = z.record(name, z.array(z.union([z.string(), z.boolean()])).min(1));

/** `known`: a source says it. `deduced`: it follows from published figures. `assumed`: our choice, to be replaced when the rule is known. */
const mark = z.enum(["known", "deduced", "assumed"]);
export const noteSchema = z.strictObject({ mark, text: textSchema });

const conditionSchema = z.strictObject({
  fields: answers.optional().describe("The record has (one of) these codes or flags"),
  categories: z
    .record(idSchema, z.array(z.string()).min(1))
    .optional()
    .describe("The record is in (one of) these categories"),
  has: z
    .strictObject({ record: name, fields: answers })
    .optional()
    .describe("The case has such a record, with its date in the same period"),
});
export type Condition = Readonly<z.output<typeof conditionSchema>>;

/** How one indicator follows from records. `catalogue/definitions/<indicator>.yaml`. */
export const definitionSchema = z.strictObject({
  indicator: idSchema,
  protocol: z.string(),
  count: z.strictObject({
    record: name.describe("Which records are counted, each in the period and area that catalogue/counting says"),
    once: z.literal("case").optional().describe("Counts the cases of these records, each once per period and area"),
  }),
  where: conditionSchema.default({}).describe("Which of them; all must hold, for one and the same record"),
  by: z.array(idSchema).default([]).describe("Dimensions in which the count is divided"),
  total: z.boolean().describe("Whether the figure without a breakdown is one of the indicator"),
  measures: z.array(z.enum(measures)).min(1),
  of: z
    .strictObject({
      parameter: idSchema.optional().describe("Which of the choices counts"),
      where: conditionSchema
        .default({})
        .describe("Denominator of a percentage: the same kind of count under these conditions"),
    })
    .optional(),
  parameters: z
    .record(
      idSchema,
      z.strictObject({
        value: idSchema,
        choices: z.record(idSchema, conditionSchema).describe("What is added to the conditions of the denominator"),
        mark,
        why: textSchema,
      }),
    )
    .default({}),
  notDerived: z
    .array(
      z.strictObject({
        measure: z.enum(measures).optional(),
        breakdown: idSchema.optional(),
        category: z.string().optional().describe("As dimension=code"),
        level: z.enum(levels).optional(),
        periodKind: z.enum(periodKinds).optional(),
        reason: textSchema,
      }),
    )
    .default([])
    .describe("What the catalogue names and records do not give, and why"),
  notes: z.array(noteSchema).default([]),
});
export type Definition = Readonly<z.output<typeof definitionSchema>>;

/** Where the categories of a dimension come from. */
const sourceSchema = z.union([
  z
    .strictObject({ fields: z.array(name).min(1), without: name.optional(), always: z.string().optional() })
    .describe("Codes, through `is` in the protocol. None, and not `always`, if the flag `without` is set"),
  z.strictObject({ recode: idSchema }).describe("The recode of the protocol with this name"),
  z
    .strictObject({ latest: name, field: name, none: z.string() })
    .describe("A code of the latest related record; `none` if there is no such record"),
  z
    .strictObject({ latest: name, flags: z.record(z.string(), z.array(name).min(1)) })
    .describe("Category → flags of the latest related record, one of which is set. Categories may overlap"),
  z.strictObject({ method: z.literal("previous-involvement") }),
]);
export type DimensionSource = Readonly<z.output<typeof sourceSchema>>;

const place = z.strictObject({ record: name, key: name, date: name });
/** How records of a protocol are placed in time and space, and which attributes follow from several records. `catalogue/counting/<protocol>.yaml`. */
export const countingSchema = z.strictObject({
  protocol: z.string(),
  source: idSchema.describe("Each indicator with figures from this source has a definition"),
  records: z.record(
    name,
    z.strictObject({
      when: name.describe("The date that decides the period"),
      municipality: z.union([
        z.strictObject({ field: name }),
        z
          .strictObject({ of: name, by: name, field: name })
          .describe("Field of the record that `by` points to, in the same delivery"),
      ]),
      case: name.optional().describe("Field with the number of the case"),
      dimensions: z.record(idSchema, sourceSchema),
    }),
  ),
  latest: z
    .record(name, z.strictObject({ to: name, by: name, date: name }))
    .describe(
      "Of several records that point to one `to`, the last by date; on one day the one with the highest number",
    ),
  previousInvolvement: z.strictObject({
    reports: place,
    closings: place,
    persons: z.strictObject({ record: name, key: name, person: name }),
    assessments: place,
    monitoring: place,
    knownForYears: z.strictObject({ value: z.number().int().min(1).max(100), mark, why: textSchema }),
    knownBy: z.strictObject({ value: z.enum(["same-organisation", "any-organisation"]), mark, why: textSchema }),
  }),
  notes: z.array(noteSchema).default([]),
});
export type Counting = Readonly<z.output<typeof countingSchema>>;
