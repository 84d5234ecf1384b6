import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { addDelivery, type DeliveryRequest } from "../deliveries/add-delivery.ts";
import { readLayouts } from "../deliveries/layout.ts";
import { pseudonymKey } from "../deliveries/pseudonym.ts";
import { readProtocols } from "../deliveries/read-protocol.ts";
import { editionsSchema } from "../plan-editions.ts";
import { sayProblem } from "../problem.ts";
import { readCatalogue } from "../read-catalogue.ts";
import { readYaml } from "../read-yaml.ts";
import { draftEdition } from "../steer/draft-edition.ts";
import { placesOf } from "../steer/places.ts";
import { publishEdition } from "../steer/publish-edition.ts";
import { standingRecords } from "../steer/standing-records.ts";
import { deliveryFolder } from "./delivery-folder.ts";
import { generateDeliveries, type GenerateOptions } from "./generate.ts";
import { readPractice } from "./practice.ts";

export interface PracticeJob extends Pick<GenerateOptions, "seed" | "from" | "until" | "scale" | "late"> {
  readonly root: string;
  readonly data: string;
  readonly now?: () => Date;
  /** Whether to try if hidden counts can be worked out, as for every edition. True when left out. */
  readonly audit?: boolean;
  /** Hears what is being done. */
  readonly progress?: (step: string) => void;
}

export type PracticeBuilt =
  | { readonly ok: true; readonly folder: string; readonly deliveries: number; readonly figures: number }
  | { readonly ok: false; readonly messages: readonly string[] };

/** What stands under every figure of a practice edition. */
export const practiceTitle = "Oefencijfers: bedacht, niet over echte regio’s of mensen";

/**
 * Makes a practice edition the way a real one is made: deliveries are made up, received and checked, counted, protected and sealed.
 * Records are thrown away when it is done. It is named and dated like the newest planned edition.
 */
export async function buildPractice(job: PracticeJob): Promise<PracticeBuilt> {
  const places = placesOf(job.data, "practice");
  const making = join(job.data, "practice", `.making-${process.pid}`);
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  try {
    return await make(job, places, making);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

async function make(job: PracticeJob, places: ReturnType<typeof placesOf>, making: string): Promise<PracticeBuilt> {
  const { root, progress = () => {}, now = () => new Date() } = job;
  const plan = readYaml(root, "figures/editions.yaml", editionsSchema);
  if (!plan.ok) return refuse(...plan.problems.map(sayProblem));
  const { id, date } = plan.value.value.at(-1)!;
  const received = await receiveAll(job, making, now);
  if (typeof received === "string") return refuse(received);
  const records = standingRecords({
    root,
    deliveries: join(making, "deliveries"),
    id,
    title: practiceTitle,
    date,
    spill: join(making, "spill"),
    progress,
  });
  if (!records.ok) return refuse(...records.problems.map(sayProblem));
  const by = { places, id, by: "practice", when: now() };
  const drafted = await draftEdition({
    ...by,
    root,
    date,
    ...(records.value ? { records: records.value } : {}),
    ...(job.audit === false ? { audit: "none" as const } : {}),
    progress,
  });
  if (!drafted.ok) return refuse(...drafted.messages);
  const published = publishEdition(by);
  if (!published.ok) return refuse(`${published.what} ${published.mend}`);
  const { folder, manifest } = published.edition;
  return { ok: true, folder, deliveries: received, figures: manifest.counts.observations };
}

/** Makes up every delivery and receives it as if a sender had handed it in. @returns how many, or what went wrong */
async function receiveAll(job: PracticeJob, making: string, now: () => Date): Promise<number | string> {
  const { root, progress = () => {} } = job;
  const practice = readPractice(root);
  if (!practice.ok) return practice.problems.map(sayProblem).join("\n");
  const against = readAgainst(root);
  if (typeof against === "string") return against;
  // Nobody needs this key again: the persons are made up, and the records go when the edition is there.
  const key = pseudonymKey(randomBytes(32));
  const input = join(making, "in");
  let count = 0;
  const { seed, from, until, scale, late } = job;
  const asked = Object.fromEntries(
    Object.entries({ seed, from, until, scale, late }).filter(([, it]) => it !== undefined),
  );
  for await (const { organisatie, periode } of generateDeliveries(practice.value, {
    open: deliveryFolder(input, practice.value.protocol),
    ...asked,
  })) {
    const path = join(input, `${organisatie}-${periode}`);
    const done = await addDelivery({
      ...against,
      path,
      folder: join(making, "deliveries"),
      by: "practice",
      said: {},
      practice: true,
      key,
      now,
      progress: () => {},
    });
    if (done.outcome === "failed") return `${organisatie} ${periode}: ${done.what} ${done.mend}`;
    if (done.outcome === "rejected")
      return `The practice delivery ${organisatie} ${periode} was rejected: ${done.faults.map((it) => it.kind).join(", ")}.`;
    rmSync(path, { recursive: true, force: true });
    count += 1;
    progress(`deliveries made and received: ${count} (${periode})`);
  }
  return count;
}

function readAgainst(root: string): Pick<DeliveryRequest, "catalogue" | "layouts"> | string {
  const catalogue = readCatalogue(root);
  if (!catalogue.ok) return catalogue.problems.map(sayProblem).join("\n");
  const protocols = readProtocols(root, catalogue.value.codelists);
  if (!protocols.ok) return protocols.problems.map(sayProblem).join("\n");
  const layouts = readLayouts(root, protocols.value);
  if (!layouts.ok) return layouts.problems.map(sayProblem).join("\n");
  const { areas, memberships } = catalogue.value;
  return { catalogue: { areas, memberships, protocols: protocols.value }, layouts: layouts.value };
}

const refuse = (...messages: string[]): PracticeBuilt => ({ ok: false, messages });
