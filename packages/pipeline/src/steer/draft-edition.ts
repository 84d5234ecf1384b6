import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { claimFolder } from "@impactmonitor/edition/claim-folder";
import { openChain } from "@impactmonitor/edition/open-chain";
import type { Edition } from "@impactmonitor/edition/read-edition";
import { sealNext } from "@impactmonitor/edition/seal-next";
import { areaCode, periodCode } from "@impactmonitor/model/id";
import type { Changes } from "@impactmonitor/model/edition";
import type { Text } from "@impactmonitor/model/text";
import { chooseVintages } from "../choose-vintage.ts";
import { sayProblem, type Outcome } from "../problem.ts";
import { auditEdition, type EditionExposure } from "../audit-edition/audit-edition.ts";
import type { FiguresFromRecords } from "../figures-from-records.ts";
import type { Place } from "../protect/true-counts.ts";
import type { Imported } from "../read-csv.ts";
import { placeOfRow } from "../read-figures.ts";
import { readInputs, type Inputs } from "../read-inputs.ts";
import type { Places } from "./places.ts";
import { writeStep } from "./steering-log.ts";

export interface DraftRequest {
  readonly root: string;
  readonly places: Places;
  readonly id: string;
  /** The day up to which it holds what was published, ISO. */
  readonly date: string;
  readonly by: string;
  readonly when: Date;
  /** Folders with tables that an importer made. */
  readonly imported?: Imported;
  /** Makes figures out of records, protected against what earlier editions showed. A practice edition holds nothing else. */
  readonly records?: (inputs: Inputs, earlier: readonly Edition[]) => Promise<Outcome<FromRecords>>;
  readonly correction?: { readonly corrects: string; readonly notice: Text };
  /** Hears what is being done. */
  readonly progress?: (step: string) => void;
  /**
   * Finds what the sealed draft gives away, together with the editions before it; the draft is refused when there is anything. `none` for
   * practice figures, behind which there is nobody; the log then says nothing of an audit.
   */
  readonly audit?: typeof auditEdition | "none";
}

/** What a draft needs of figures from records. Without `hidingMore` a draft that gives something away is refused at once. */
export interface FromRecords extends Pick<FiguresFromRecords, "figures" | "protection"> {
  readonly hidingMore?: ((exposed: readonly Place[]) => Outcome<FromRecords> | undefined) | undefined;
}

/** So often a draft is made again with more hidden, at most. */
const mostRounds = 12;

export type Drafted =
  | { readonly ok: true; readonly edition: Edition; readonly changes: Changes; readonly replaced: boolean }
  | { readonly ok: false; readonly messages: readonly string[] };

/**
 * Makes the next edition as a draft: sealed like any other, but in a place that is never served. A draft of that id that is there
 * already is replaced, and what was approved of it holds no more, as approval is of one content.
 */
export async function draftEdition(request: DraftRequest): Promise<Drafted> {
  const { places } = request;
  const claimed = claimFolder(places.drafts);
  if (!claimed.ok) return refuse(`${claimed.what} ${claimed.mend}`);
  const fresh = join(places.drafts, `.fresh-${process.pid}`);
  try {
    rmSync(fresh, { recursive: true, force: true });
    return await makeDraft(request, fresh);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    claimed.release();
  }
}

async function makeDraft(request: DraftRequest, fresh: string): Promise<Drafted> {
  const { root, places, imported } = request;
  const chain = openChain(places.editions, places.kind);
  if (!chain.ok) return refuse(...chain.faults.map(({ what, mend }) => `${what} ${mend}`));
  const newest = chain.editions.at(-1);
  const unfit = misfit(request, chain.editions);
  if (unfit) return refuse(unfit);
  const inputs = readInputs(root, imported);
  if (!inputs.ok) return refuse(...inputs.problems.map(sayProblem));
  const counted = await request.records?.(inputs.value, chain.editions);
  if (counted && !counted.ok) return refuse(...counted.problems.map(sayProblem));
  let made = counted?.value;
  for (let round = 1; ; round++) {
    const sealed = sealDraft(request, newest, inputs.value, made, fresh);
    if (!sealed.ok) return sealed;
    if (request.audit === "none") return setDown(request, sealed.edition, sealed.changes, undefined);
    request.progress?.("auditing what was sealed");
    const found = await (request.audit ?? auditEdition)(sealed.edition, chain.editions);
    const leaks = [...found.problems, ...found.exposures.map(sayExposure)];
    if (leaks.length === 0) return setDown(request, sealed.edition, sealed.changes, found.counts);
    // What an edition gives away by itself should have been hidden at once: to hide it now would hide that it was not.
    const ended = newest === undefined || found.problems.length > 0 || round === mostRounds;
    const again = ended ? undefined : hidingMore(made, found.exposures);
    if (!again?.ok)
      return refuse(`The draft is refused: ${count(leaks.length)} can be worked out from what it shows.`, ...leaks);
    request.progress?.("hiding more, for what it tells together with earlier editions");
    made = again.value;
    rmSync(fresh, { recursive: true, force: true });
  }
}

const hidingMore = (made: FromRecords | undefined, exposures: readonly EditionExposure[]) =>
  made?.hidingMore?.(
    exposures.map(({ spot }) => ({ ...spot, area: areaCode(spot.area), period: periodCode(spot.period) })),
  );

function sealDraft(
  request: DraftRequest,
  newest: Edition | undefined,
  inputs: Inputs,
  made: FromRecords | undefined,
  fresh: string,
) {
  const { places, id, date, imported, correction } = request;
  const { catalogue, context, maps } = inputs;
  const derived = made?.figures ?? [];
  // Real and practice figures never stand together: a practice edition holds what was made from practice records only.
  const figures = places.kind === "practice" ? derived : [...inputs.figures, ...derived];
  const chosen = chooseVintages(figures, date, (row) => placeOfRow(row, imported));
  if (!chosen.ok) return refuse(...chosen.problems.map(sayProblem));
  const sealed = sealNext(fresh, newest, {
    id,
    kind: places.kind,
    date,
    ...correction,
    catalogue,
    context,
    maps,
    ...(made ? { protection: made.protection } : {}),
    observations: chosen.value,
  });
  if (!sealed.ok) return refuse(`${sealed.what} ${sealed.mend}`);
  if (sealed.state === "nothing-new")
    return refuse(`Nothing differs from edition ${newest?.manifest.id}: there is nothing to draft.`);
  return sealed;
}

/** Puts the draft in its place, and writes down who made it. */
function setDown(request: DraftRequest, edition: Edition, changes: Changes, audited: number | undefined): Drafted {
  const { places, id, by, when } = request;
  const place = join(places.drafts, id);
  const replaced = existsSync(place);
  mkdirSync(places.drafts, { recursive: true });
  rmSync(place, { recursive: true, force: true });
  renameSync(edition.folder, place);
  writeStep(places.steering, {
    act: "drafted",
    edition: id,
    kind: places.kind,
    digest: edition.manifest.digest,
    by,
    when: when.toISOString(),
    ...(audited === undefined ? {} : { audited: { derived: audited, exposures: 0 as const } }),
  });
  return { ok: true, edition: { ...edition, folder: place }, changes, replaced };
}

/** Why this edition can't come next, or undefined. */
function misfit({ id, date, correction }: DraftRequest, editions: readonly Edition[]): string | undefined {
  const newest = editions.at(-1)?.manifest;
  if (editions.some((it) => it.manifest.id === id))
    return `Edition ${id} is published already, and an edition is never changed. Give this one another id, such as ${id}-2.`;
  if (newest && date < newest.date)
    return `Edition ${id} can't have the date ${date}: ${newest.id} is published with a later one. Give it ${newest.date} or a later day.`;
  if (correction && !editions.some((it) => it.manifest.id === correction.corrects))
    return `There is no published edition ${correction.corrects} to correct. Name one of: ${editions.map((it) => it.manifest.id).join(", ") || "(none)"}.`;
  return undefined;
}

/** For the steward, who holds the records: where a count is given away, and what it can still be. */
const sayExposure = ({ spot, low, high }: EditionExposure): string =>
  `  ${[spot.table, spot.category, spot.area, spot.period].filter((it) => it !== "").join(", ")}: ${low === high ? `is ${low}` : `is ${low} to ${high}`}`;

const count = (n: number): string => (n === 1 ? "1 count" : `${n} counts`);

const refuse = (...messages: string[]) => ({ ok: false, messages }) as const;
