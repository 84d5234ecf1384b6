import { z } from "zod";
import { idSchema } from "@impactmonitor/model/id";

/**
 * Rules between fields, records and deliveries, as data: `catalogue/protocols/rules/<protocol>.yaml`. They warn; what makes a
 * delivery impossible to use is refused on receipt and doesn't come here.
 */

const name = z.string().regex(/^[a-z][a-z0-9_]*$/);
/** A column of the record as it is kept; with `^` of the record around it, with `^^` of the one around that. */
const place = z.string().regex(/^\^*[a-z][a-z0-9_]*$/, "write the name of a column, with ^ for the record around it");
const codes = z.array(z.string()).min(1);

/** A day: of a field, or the first or last day of the period, perhaps some days earlier or later. */
const daySchema = z.union([
  place,
  z.strictObject({ field: place, plusDays: z.number().int() }),
  z.strictObject({ period: z.enum(["start", "end"]), plusDays: z.number().int().default(0) }),
]);
export type Day = Readonly<z.output<typeof daySchema>>;

const ageSchema = z
  .strictObject({
    /** A column with a year of birth. */
    born: place,
    on: daySchema,
    atLeast: z.number().int().optional(),
    below: z.number().int().optional(),
  })
  .refine((it) => (it.atLeast === undefined) !== (it.below === undefined), "say either atLeast or below");

export interface Related {
  readonly of: string;
  /** Column of the other record → column of this one. */
  readonly match: Readonly<Record<string, string>>;
  readonly when?: Condition | undefined;
  /** Also looks in the delivery of the last period. */
  readonly earlier?: boolean | undefined;
}

/** True, false, or (where a field in it is empty) neither; a rule finds what is true. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  /** The field has an answer. */
  | { readonly filled: string }
  | { readonly empty: string }
  /** Each of these fields has one of these answers. */
  | { readonly has: Readonly<Record<string, readonly string[]>> }
  /** One of the answers makes sense for a child only. */
  | { readonly childOnly: string }
  | { readonly yes: string }
  | { readonly no: string }
  /** The first day lies before the second. */
  | { readonly before: readonly [Day, Day] }
  /** Year of the day less year of birth: a year older than the age, or the same. */
  | { readonly age: z.output<typeof ageSchema> }
  /** There is such a record. */
  | { readonly some: Related }
  | { readonly none: Related }
  /** Another record of this type has the same values. */
  | { readonly repeated: readonly string[] }
  /** The municipality lay in another region in the year of the period. */
  | { readonly outsideRegion: string };

const lazy = z.lazy(() => conditionSchema);
const relatedSchema = z.strictObject({
  of: name,
  match: z.record(name, place),
  when: lazy.optional(),
  earlier: z.boolean().optional(),
});
export const conditionSchema: z.ZodType<Condition> = z.union([
  z.strictObject({ all: z.array(lazy).min(1) }),
  z.strictObject({ any: z.array(lazy).min(1) }),
  z.strictObject({ not: lazy }),
  z.strictObject({ filled: place }),
  z.strictObject({ empty: place }),
  z.strictObject({ has: z.record(place, codes) }),
  z.strictObject({ childOnly: place }),
  z.strictObject({ yes: place }),
  z.strictObject({ no: place }),
  z.strictObject({ before: z.tuple([daySchema, daySchema]) }),
  z.strictObject({ age: ageSchema }),
  z.strictObject({ some: relatedSchema }),
  z.strictObject({ none: relatedSchema }),
  z.strictObject({ repeated: z.array(name).min(1) }),
  z.strictObject({ outsideRegion: place }),
]);

const words = {
  id: idSchema,
  title: z.string().min(1).describe("Dutch, plain: what was found, as one sentence without a full stop"),
  means: z.string().min(1).describe("Dutch: why that is odd, and what it does to figures"),
  mend: z.string().min(1).describe("Dutch: what the sender can do"),
  severity: z
    .enum(["waarschuwing", "signaal"])
    .describe("waarschuwing: cannot be right. signaal: can be right, and is worth a look"),
};
const recordRuleSchema = z.strictObject({
  ...words,
  of: name.describe("The type of record that is counted"),
  among: conditionSchema.optional().describe("Which of them the share is taken of; all, without this"),
  when: conditionSchema,
});
const deliveryRuleSchema = z.strictObject({
  ...words,
  delivery: z.union([
    z.strictObject({ volume: z.strictObject({ percent: z.number().positive(), from: z.number().int() }) }),
    z.strictObject({ unknown: z.strictObject({ points: z.number().positive(), from: z.number().int() }) }),
  ]),
});
export type RecordRule = Readonly<z.output<typeof recordRuleSchema>>;
export type DeliveryRule = Readonly<z.output<typeof deliveryRuleSchema>>;
export type Rule = RecordRule | DeliveryRule;

export const protocolRulesSchema = z.strictObject({
  protocol: z.string(),
  rules: z.array(z.union([recordRuleSchema, deliveryRuleSchema])).min(1),
  /** Dutch sentences: what can't be checked from what is kept, and why. */
  notChecked: z.array(z.string().min(1)).default([]),
});
export type ProtocolRules = Readonly<z.output<typeof protocolRulesSchema>>;
