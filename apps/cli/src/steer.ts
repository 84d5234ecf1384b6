import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { diffEditions } from "@impactmonitor/edition/diff";
import { openEdition, openEditions, type Edition } from "@impactmonitor/edition/read-edition";
import { sealedContent } from "@impactmonitor/edition/sealed-content";
import { editionDaySchema, editionIdPattern, type Manifest } from "@impactmonitor/model/edition";
import type { Text } from "@impactmonitor/model/text";
import { csvLine } from "@impactmonitor/pipeline/csv-line";
import { approveEdition } from "@impactmonitor/pipeline/steer/approve-edition";
import type { Decided } from "@impactmonitor/pipeline/steer/decision";
import { discardDraft } from "@impactmonitor/pipeline/steer/discard-draft";
import { placesOf, type Places } from "@impactmonitor/pipeline/steer/places";
import { publishEdition } from "@impactmonitor/pipeline/steer/publish-edition";
import { sayProblem } from "@impactmonitor/pipeline/problem";
import { readSteps } from "@impactmonitor/pipeline/steer/steering-log";
import { withdrawEdition } from "@impactmonitor/pipeline/steer/withdraw-edition";
import { changesTable, describeChanges } from "./describe-changes.ts";
import { dataFolder, root } from "./root.ts";

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;
const shared = { data: text, by: text, practice: flag } as const;

interface Asked {
  readonly id: string;
  readonly by: string;
  readonly places: Places;
  readonly data: string;
}

/** Which edition, and who says so; undefined, with a word about what lacks, when that isn't clear. */
function asked(
  positionals: readonly string[],
  values: { data?: string; by?: string; practice?: boolean },
): Asked | undefined {
  const [id] = positionals;
  const by = (values.by ?? process.env.IMPACTMONITOR_STEWARD ?? "").trim();
  if (id === undefined || !editionIdPattern.test(id)) console.error("Name the edition, as 2026-12 or 2026-11-2.");
  else if (by === "") console.error("Say who you are: --by NAME, or IMPACTMONITOR_STEWARD.");
  else {
    const data = dataFolder(values.data);
    return { id, by, data, places: placesOf(data, values.practice ? "practice" : "published") };
  }
  return undefined;
}

/** Makes the next edition as a draft, and says what it would change. */
export async function editionDraft(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { ...shared, date: text, corrects: text, "notice-nl": text, "notice-en": text },
  });
  const who = asked(positionals, values);
  if (!who) return 2;
  const { date, corrects } = values;
  if (date === undefined || !editionDaySchema.safeParse(date).success) {
    console.error("Give the day up to which the edition holds what is known: --date 2026-12-20");
    return 2;
  }
  const notice = bothLanguages(values["notice-nl"], values["notice-en"]);
  if ((corrects === undefined) !== (notice === undefined)) {
    console.error(
      "A correction names the edition that it mends (--corrects) and says what was wrong (--notice-nl, --notice-en).",
    );
    return 2;
  }
  // Counting records takes an engine that no other step needs.
  const { standingRecords } = await import("@impactmonitor/pipeline/steer/standing-records");
  const { practiceTitle } = await import("@impactmonitor/pipeline/practice/build-practice");
  const { draftEdition } = await import("@impactmonitor/pipeline/steer/draft-edition");
  const records = standingRecords({
    root,
    deliveries: who.places.deliveries,
    id: who.id,
    title: who.places.kind === "practice" ? practiceTitle : "Geteld uit leveringen van Veilig Thuis (Impactmonitor)",
    date,
    spill: join(who.data, `.spill-${process.pid}`),
    progress: console.error,
  });
  if (!records.ok) {
    for (const problem of records.problems) console.error(sayProblem(problem));
    return 1;
  }
  const drafted = await draftEdition({
    root,
    ...who,
    date,
    when: new Date(),
    imported: [join(who.data, "cbs"), join(who.data, "imported")],
    ...(records.value ? { records: records.value, progress: console.error } : {}),
    ...(corrects !== undefined && notice ? { correction: { corrects, notice } } : {}),
  });
  if (!drafted.ok) {
    for (const message of drafted.messages) console.error(message);
    return 1;
  }
  const { edition, changes, replaced } = drafted;
  console.log(`draft of edition ${who.id}${replaced ? ", in place of the one before" : ""}: ${edition.folder}`);
  for (const line of describeChanges(changes, edition.catalogue, isCorrection(edition))) console.log(line);
  console.log(`Somebody else than ${who.by} approves it: impactmonitor edition approve ${who.id} --by NAME`);
  return 0;
}

/** Says what an edition or a draft changes, against the one before it or another one; with `--csv` every figure. */
export function editionDiff(words: string[]): number {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { data: text, practice: flag, against: text, csv: text },
  });
  const [id] = positionals;
  if (id === undefined) {
    console.error("Name the edition or the draft: impactmonitor edition diff 2026-12 [--against 2026-11] [--csv FILE]");
    return 2;
  }
  const places = placesOf(dataFolder(values.data), values.practice ? "practice" : "published");
  const edition = found(places, id);
  const other = values.against === undefined ? undefined : found(places, values.against);
  if (!edition || (values.against !== undefined && !other)) return 1;
  const changes = other
    ? diffEditions({ id: other.manifest.id, ...sealedContent(other) }, sealedContent(edition))
    : edition.changes;
  for (const line of describeChanges(changes, edition.catalogue, isCorrection(edition))) console.log(line);
  if (values.csv !== undefined) {
    writeFileSync(values.csv, [...changesTable(changes, isCorrection(edition))].map(csvLine).join(""));
    console.log(`Every figure that differs: ${values.csv}`);
  }
  return 0;
}

/** A published edition or else a draft; neither is said. */
function found(places: Places, id: string): Edition | undefined {
  for (const parent of [places.editions, places.drafts]) {
    const opened = openEdition(join(parent, id));
    if (opened.ok) return opened.edition;
    if (!opened.what.includes("no manifest.json")) console.error(`${opened.what} ${opened.mend}`);
  }
  console.error(`There is no whole edition or draft ${id} in ${places.editions} or ${places.drafts}.`);
  return undefined;
}

export const editionApprove = (words: string[]): number =>
  decide(
    words,
    approveEdition,
    (id, by) => `${by} approved edition ${id}. Publish it: impactmonitor edition publish ${id} --by NAME`,
  );
export const editionPublish = (words: string[]): number =>
  decide(words, publishEdition, (id, by) => `${by} published edition ${id}. A running site shows it after a restart.`);
export const editionDiscard = (words: string[]): number =>
  decide(words, discardDraft, (id, by) => `${by} threw the draft of edition ${id} away.`);

function decide(words: string[], act: typeof approveEdition, say: (id: string, by: string) => string): number {
  const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options: shared });
  const who = asked(positionals, values);
  if (!who) return 2;
  return report(act({ ...who, when: new Date() }), say(who.id, who.by));
}

/** Takes a published edition back, with a reason that its readers see. */
export function editionWithdraw(words: string[]): number {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { ...shared, role: text, "reason-nl": text, "reason-en": text },
  });
  const who = asked(positionals, values);
  if (!who) return 2;
  const reason = bothLanguages(values["reason-nl"], values["reason-en"]);
  if (!reason) {
    console.error("Tell readers why, in both languages: --reason-nl TEXT --reason-en TEXT");
    return 2;
  }
  const byRole = values.role?.trim() ?? "";
  if (byRole === "") {
    console.error("Readers see who decided, as a role and not as a name: --role “data steward”");
    return 2;
  }
  return report(
    withdrawEdition({ ...who, reason, byRole, when: new Date() }),
    `Edition ${who.id} is withdrawn: its link keeps working and says why.`,
  );
}

/** Every edition and draft, with who did what. */
export function editionList(words: string[]): number {
  const { values } = parseArgs({ args: words, options: { data: text, practice: flag } });
  const kind: Manifest["kind"] = values.practice ? "practice" : "published";
  const places = placesOf(dataFolder(values.data), kind);
  const log = readSteps(places.steering);
  if (!log.ok) {
    console.error(`${log.what} ${log.mend}`);
    return 1;
  }
  for (const [state, parent] of [
    ["published", places.editions],
    ["draft", places.drafts],
  ] as const)
    for (const { manifest } of openEditions(parent).editions) {
      console.log(`${manifest.id}  ${state}  ${manifest.date}  ${manifest.counts.observations} figures`);
      for (const it of log.entries.filter((step) => step.digest === manifest.digest))
        console.log(`    ${it.act} by ${it.by}, ${it.when.slice(0, 16).replace("T", " ")}`);
    }
  return 0;
}

const isCorrection = ({ manifest }: Edition): boolean => manifest.corrects !== undefined;

function report(decided: Decided, done: string): number {
  if (decided.ok) console.log(done);
  else console.error(`${decided.what} ${decided.mend}`);
  return decided.ok ? 0 : 1;
}

const bothLanguages = (nl: string | undefined, en: string | undefined): Text | undefined =>
  nl?.trim() && en?.trim() ? { nl: nl.trim(), en: en.trim() } : undefined;
