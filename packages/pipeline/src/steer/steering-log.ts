import { join } from "node:path";
import { z } from "zod";
import { editionKinds } from "@impactmonitor/model/edition";
import { textSchema } from "@impactmonitor/model/text";
import { appendToLog, readLog, type Log } from "../chained-log.ts";

/** What happened to an edition on its way to the public, and by whom. */
export const stepSchema = z.strictObject({
  act: z.enum(["drafted", "approved", "published", "withdrawn", "discarded"]),
  edition: z.string(),
  kind: z.enum(editionKinds),
  /** Digest of the content that this step is about: an approval holds for exactly that content. */
  digest: z.string(),
  by: z.string(),
  when: z.iso.datetime(),
  /** Why it was withdrawn. */
  reason: textSchema.optional(),
  /** How many counts were made here out of records, and that none of those that are hidden can be worked out. */
  audited: z.strictObject({ derived: z.number(), exposures: z.literal(0) }).optional(),
});
export type Step = Readonly<z.infer<typeof stepSchema>>;

const fileIn = (steering: string): string => join(steering, "log.jsonl");

export const readSteps = (steering: string): Log<Step> => readLog(fileIn(steering), stepSchema);
export const writeStep = (steering: string, step: Step): void => appendToLog(fileIn(steering), step);

/** Names are compared as people read them: case and spaces make nobody another person. */
export const samePerson = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (name: string): string => name.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
