import { z } from "zod";
import { addressSchema } from "./address.ts";
import type { Area, Membership } from "./area.ts";
import type { AreaNote } from "./area-note.ts";
import type { Codelist } from "./codelist.ts";
import type { ContextVariable } from "./context.ts";
import type { Event } from "./event.ts";
import type { Example } from "./example.ts";
import type { Term } from "./glossary.ts";
import { idSchema } from "./id.ts";
import type { Indicator } from "./indicator.ts";
import type { PlanStep } from "./plan-step.ts";
import type { Question } from "./question.ts";
import type { ReportInsert } from "./report-insert.ts";
import type { LocalSet } from "./local-set.ts";
import type { Source } from "./source.ts";
import type { Starters } from "./starters.ts";
import { textSchema, type Text } from "./text.ts";
import type { Theme } from "./theme.ts";
import type { Trait } from "./trait.ts";

/** Something that happened to areas: a merger, a move, a new name. */
export const areaChangeSchema = z.strictObject({
  id: idSchema,
  date: z.union([z.iso.date(), z.date().transform((it) => it.toISOString().slice(0, 10))]),
  title: textSchema,
  text: textSchema,
  from: z.array(z.string()).min(1),
  to: z.array(z.string()).min(1),
});
export const areaChangesSchema = z.array(areaChangeSchema);
export type AreaChange = Readonly<z.infer<typeof areaChangeSchema>>;

/** Whom a visitor can call, and where the quick exit leads. */
export const helpSchema = z.strictObject({
  numbers: z.array(
    z.strictObject({
      id: idSchema,
      name: textSchema,
      number: z.string(),
      what: textSchema,
      url: addressSchema.optional(),
      /** The day on which somebody last looked the number up. */
      lastChecked: z.iso.date(),
    }),
  ),
  quickExit: z.strictObject({ url: addressSchema, title: textSchema }),
});
export type Help = Readonly<z.infer<typeof helpSchema>>;

/** A text page of the site, in Markdown. */
export interface Page {
  readonly id: string;
  readonly title: Text;
  readonly description: Text;
  readonly body: Text;
}

/** Everything that says what is measured, where and by whom; checked as a whole. */
export interface Catalogue {
  readonly themes: readonly Theme[];
  readonly sources: readonly Source[];
  readonly indicators: readonly Indicator[];
  readonly codelists: readonly Codelist[];
  readonly glossary: readonly Term[];
  readonly questions: readonly Question[];
  /** The ten steps from a question to actions. */
  readonly planSteps: readonly PlanStep[];
  /** Questions of regions, worked out. */
  readonly examples: readonly Example[];
  readonly starters: Starters;
  /** What happened while figures were measured, oldest first. */
  readonly events: readonly Event[];
  readonly contextVariables: readonly ContextVariable[];
  /** By what areas are matched with areas like them. */
  readonly traits: readonly Trait[];
  /** What must be known of working practice to read the figures of an area. */
  readonly notes: readonly AreaNote[];
  /** Sets of indicators that a region chose beside the monitor, for others to look at. */
  readonly localSets: readonly LocalSet[];
  readonly areas: readonly Area[];
  readonly areaChanges: readonly AreaChange[];
  readonly memberships: readonly Membership[];
  /** Areas of two levels with the same territory, such as VT02 and PV22 (both Drenthe). */
  readonly equalTerritories: readonly (readonly [string, string])[];
  /** Province to landsdeel, COROP area to province. */
  readonly parts: readonly (readonly [string, string])[];
  /** Which outcome cohort studied a region. */
  readonly cohorts: readonly { readonly region: string; readonly cohort: "second" | "third" }[];
  readonly tiles: readonly Tile[];
  readonly help: Help;
  readonly pages: readonly Page[];
  /** What editors wrote for yearly reports. */
  readonly reportInserts: readonly ReportInsert[];
}

/** A place in the tile grid, our schematic alternative to a map. */
export interface Tile {
  readonly code: string;
  readonly column: number;
  readonly row: number;
  readonly label: string;
  readonly classification: string;
}
