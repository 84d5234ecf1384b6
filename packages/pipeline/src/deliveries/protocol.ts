import { z } from "zod";
import { idSchema } from "@impactmonitor/model/id";
import { textSchema } from "@impactmonitor/model/text";

/**
 * What a sender delivers: records, fields and codes of one version of a protocol. `catalogue/protocols/<id>.yaml`.
 * Another version is another file; no code knows a field by name.
 */

const name = z.string().regex(/^[a-z][a-z0-9_]*$/, "write small letters, digits and _");
const code = z.string().regex(/^[A-Z0-9]{1,4}$/);
/** Answers per field; met when every field named has (one of) these answers. */
const answersSchema = z.record(name, z.array(code).min(1));

/** `period`: in the period of the delivery. `until-end`: on or before its last day. */
const within = z.enum(["period", "until-end"]);

const shared = { title: textSchema, required: z.boolean().default(false) };
export const fieldSchema = z.discriminatedUnion("type", [
  /** Names the record; required, and unique in the delivery. */
  z.strictObject({ type: z.literal("key"), title: textSchema }),
  /** Key of a record of this delivery, or with `earlier` perhaps of an earlier one of the same sender. */
  z.strictObject({
    type: z.literal("reference"),
    to: z.union([name, z.array(name).min(1)]).transform((it) => (Array.isArray(it) ? it : [it])),
    earlier: z.boolean().default(false),
    ...shared,
  }),
  /** A day, written JJJJMMDD or JJJJ-MM-DD. */
  z.strictObject({ type: z.literal("date"), within: within.optional(), ...shared }),
  /** JJJJMMDD, with 00 for a day or month that isn't known, 99999999 for unborn. Only the year is kept, as `as`. */
  z.strictObject({ type: z.literal("birth-date"), as: name, ...shared }),
  /** A citizen service number; 000000000 is unknown, 999999999 unborn. Kept as a keyed hash only, as `as`. */
  z.strictObject({ type: z.literal("person"), as: name, ...shared }),
  z.strictObject({ type: z.literal("code"), list: name, multiple: z.boolean().default(false), ...shared }),
  /** J or N; empty is unknown. */
  z.strictObject({ type: z.literal("flag"), ...shared }),
  /** GM0363, 0363 or 363; empty or 9999 is unknown. */
  z.strictObject({ type: z.literal("municipality"), ...shared }),
  z.strictObject({ type: z.literal("number"), from: z.number(), to: z.number(), ...shared }),
]);
export type Field = Readonly<z.output<typeof fieldSchema>>;

/** A field that must be filled, or may only be filled, when other fields have these answers. */
export const conditionSchema = z.strictObject({
  field: name,
  requiredIf: answersSchema.optional(),
  onlyIf: answersSchema.optional(),
});

export const recordTypeSchema = z.strictObject({
  title: textSchema,
  /** A delivery without this file is not complete; an empty file is. */
  required: z.boolean(),
  fields: z.record(name, fieldSchema),
  rules: z.array(conditionSchema).default([]),
});
export type RecordType = Readonly<z.output<typeof recordTypeSchema>>;

export const codeSchema = z.strictObject({
  title: z.string().min(1),
  /** Categories of the catalogue that it counts towards. */
  is: z.array(idSchema).default([]),
  /** Says that the sender doesn't know. */
  unknown: z.boolean().default(false),
  /** Can't be combined with another answer in the same field. */
  alone: z.boolean().default(false),
  /** Makes sense for a child only. */
  childOnly: z.boolean().default(false),
});

export const protocolSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  title: textSchema,
  /** `proposal`: names and codes are ours, because the real ones are not public. */
  status: z.enum(["published", "proposal"]),
  periods: z.strictObject({
    kind: z.literal("half-year"),
    from: z.string().regex(/^\d{4}H[12]$/),
    until: z
      .string()
      .regex(/^\d{4}H[12]$/)
      .optional(),
  }),
  /** Stands between the answers of a field that may have several. */
  separator: z.string().length(1),
  records: z.record(name, recordTypeSchema),
  lists: z.record(name, z.strictObject({ maps: z.array(idSchema).default([]), codes: z.record(code, codeSchema) })),
  recodes: z
    .record(idSchema, z.array(z.strictObject({ when: answersSchema.optional(), is: idSchema })).min(1))
    .default({}),
});
export type Protocol = Readonly<z.output<typeof protocolSchema>>;

/** A column of the records as they are kept. */
export interface StoredColumn {
  readonly name: string;
  readonly sql: "VARCHAR" | "VARCHAR[]" | "DATE" | "SMALLINT" | "UUID" | "BOOLEAN" | "DOUBLE";
}

/**
 * The columns in which records of a type are kept. The number of the record in its file, 1 for the first, is the place of its row.
 * Absent is NULL, and an empty list for a field that may have several answers (these are sorted, each once). A person is a
 * keyed hash, of a date of birth only the year is left, a municipality is `GM0363`.
 */
export function storedColumns(type: RecordType): readonly StoredColumn[] {
  return Object.entries(type.fields).map(([name, field]): StoredColumn => {
    switch (field.type) {
      case "key":
      case "reference":
      case "municipality":
        return { name, sql: "VARCHAR" };
      case "code":
        return { name, sql: field.multiple ? "VARCHAR[]" : "VARCHAR" };
      case "date":
        return { name, sql: "DATE" };
      case "birth-date":
        return { name: field.as, sql: "SMALLINT" };
      case "person":
        return { name: field.as, sql: "UUID" };
      case "flag":
        return { name, sql: "BOOLEAN" };
      case "number":
        return { name, sql: "DOUBLE" };
    }
  });
}
