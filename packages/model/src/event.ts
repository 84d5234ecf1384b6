import { z } from "zod";
import { addressSchema } from "./address.ts";
import type { Area } from "./area.ts";
import { idSchema } from "./id.ts";
import type { Indicator } from "./indicator.ts";
import { textSchema } from "./text.ts";

export const eventKinds = [
  "law",
  "plan",
  "campaign",
  "lockdown",
  "protocol-change",
  "organisation",
  "research",
  "news",
] as const;
export type EventKind = (typeof eventKinds)[number];

/** A day. YAML reads an unquoted one as a date of its own. */
const daySchema = z.union([z.iso.date(), z.date().transform((it) => it.toISOString().slice(0, 10))]);

/** Something that happened while figures were measured. It stands beside a line and explains nothing. */
export const eventSchema = z
  .strictObject({
    id: idSchema,
    kind: z.enum(eventKinds),
    from: daySchema.describe("First day, as 2019-01-01"),
    until: daySchema.optional().describe("Last day, for what lasted"),
    title: textSchema.describe("Short, as it stands under a chart"),
    what: textSchema.describe("What happened, in one plain sentence; never what it brought about"),
    areas: z.array(z.string()).default([]).describe("Codes of the areas that it concerns; all when empty"),
    themes: z.array(idSchema).default([]).describe("It is shown with the indicators of these themes"),
    sources: z.array(idSchema).default([]).describe("and with those of these sources"),
    indicators: z.array(idSchema).default([]).describe("and with these indicators"),
    readings: z
      .array(z.strictObject({ title: z.string().trim().min(1), url: addressSchema }))
      .min(1)
      .describe("Where its dates can be read"),
  })
  .refine((it) => it.until === undefined || it.until >= it.from, {
    path: ["until"],
    message: "the last day comes before the first",
  })
  .refine((it) => it.themes.length + it.sources.length + it.indicators.length > 0, {
    path: ["id"],
    message: "name the themes, sources or indicators that it is shown with",
  });
export type Event = Readonly<z.infer<typeof eventSchema>>;
export const eventsSchema = z.array(eventSchema);

/** Whether an event is shown with an indicator for an area: as an editor chose, never as a claim that it mattered. */
export const concerns = (event: Event, indicator: Indicator, area: Area["code"]): boolean =>
  (event.areas.length === 0 || event.areas.includes(area)) &&
  (event.indicators.includes(indicator.id) ||
    event.themes.includes(indicator.theme) ||
    (indicator.source !== undefined && event.sources.includes(indicator.source)));
