import { z } from "zod";
import { addressSchema } from "./address.ts";
import { idSchema } from "./id.ts";
import { textSchema } from "./text.ts";

/** A way of working or recording in an area that must be known to read its figures. It travels with them. */
export const areaNoteSchema = z
  .strictObject({
    id: idSchema,
    areas: z
      .array(z.string())
      .min(1)
      .describe("Codes. A note on a region also belongs to figures of the municipalities in it"),
    indicators: z.array(idSchema).default([]).describe("Empty: every figure of the area"),
    from: z.iso.date().describe("First day of the figures for which it matters"),
    until: z.iso.date().optional().describe("Last day; absent while it matters still, as far as is known"),
    text: textSchema.describe("What was done or recorded, as the source says; no verdict, no cause"),
    source: z.strictObject({ title: z.string().trim().min(1), url: addressSchema }),
    author: textSchema.describe("Who wrote this note"),
    written: z.iso.date(),
  })
  .refine((it) => it.until === undefined || it.from <= it.until, {
    path: ["until"],
    message: "the last day is before the first",
  });
export type AreaNote = Readonly<z.infer<typeof areaNoteSchema>>;
export const areaNotesSchema = z.array(areaNoteSchema);
