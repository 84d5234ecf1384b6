import { z } from "zod";
import { editionDaySchema, editionIdPattern } from "./edition.ts";
import { idSchema } from "./id.ts";
import { textSchema } from "./text.ts";

export const calendarStatuses = ["planned", "published", "moved"] as const;

/** A month as long as no day is known: `2027-05`; else the day: `2027-05-17`. */
const calendarDateSchema = z
  .union([z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), editionDaySchema])
  .describe("A month (2027-05) or, once it is known, a day (2027-05-17)");

const entrySchema = z.strictObject({
  id: idSchema.describe("Never changes, also when the date does: calendars of readers know the entry by it"),
  date: calendarDateSchema,
  title: textSchema,
  expects: z.array(textSchema).min(1).describe("What new figures are expected, each a short phrase"),
  status: z.enum(calendarStatuses),
  announced: z
    .boolean()
    .default(false)
    .describe("Whether the source itself announced the date; else it is what earlier years make one expect"),
  edition: z.string().regex(editionIdPattern).optional().describe("The edition that it became, once published"),
  movedFrom: calendarDateSchema.optional().describe("The date as it was before, for what was moved"),
  reason: textSchema.optional().describe("Why it was moved"),
});
export type CalendarEntry = Readonly<z.infer<typeof entrySchema>>;

/** `figures/calendar.yaml`: when editions with new figures are planned, and what became of the plan. In order of date. */
export const calendarSchema = z
  .strictObject({
    checked: editionDaySchema.describe("The day on which somebody last looked whether this still holds"),
    entries: z.array(entrySchema),
  })
  .superRefine(({ entries }, context) =>
    entries.forEach((it, i) => {
      const wrong = (field: keyof CalendarEntry, message: string): void =>
        context.addIssue({ code: "custom", path: ["entries", i, field], message });
      if (entries.slice(0, i).some((one) => one.id === it.id)) wrong("id", `${it.id} is there twice`);
      if (i > 0 && entries[i - 1]!.date > it.date) wrong("date", "the entry before it has a later date");
      if ((it.status === "published") !== (it.edition !== undefined))
        wrong("status", "an entry names its edition when it is published, and only then");
      if ((it.status === "moved") !== (it.movedFrom !== undefined && it.reason !== undefined))
        wrong("status", "an entry has movedFrom and reason when it was moved, and only then");
    }),
  );
export type Calendar = Readonly<z.infer<typeof calendarSchema>>;
