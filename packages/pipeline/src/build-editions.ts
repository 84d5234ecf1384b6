import { claimFolder } from "@impactmonitor/edition/claim-folder";
import { openChain } from "@impactmonitor/edition/open-chain";
import { sealNext } from "@impactmonitor/edition/seal-next";
import type { Edition } from "@impactmonitor/edition/read-edition";
import type { Changes } from "@impactmonitor/model/edition";
import { chooseVintages } from "./choose-vintage.ts";
import { planEditions, type AskedEdition } from "./plan-editions.ts";
import { sayProblem, type Problem } from "./problem.ts";
import type { Imported } from "./read-csv.ts";
import { placeOfRow } from "./read-figures.ts";
import { readInputs } from "./read-inputs.ts";

export interface BuiltEdition {
  readonly id: string;
  readonly date: string;
  readonly folder: string;
  /** `unchanged`: it stood there already and was left byte for byte as it is. */
  readonly state: "written" | "unchanged";
  readonly observations: number;
  readonly changes: Changes;
}
export type Built =
  | {
      readonly ok: true;
      /** All editions of the folder, oldest first. */
      readonly editions: BuiltEdition[];
      /** Rows that were published after the newest edition's date: they wait for a later one. */
      readonly waiting: number;
    }
  | {
      readonly ok: false;
      readonly messages: string[];
      /** What was sealed before it went wrong. */
      readonly written: BuiltEdition[];
    };

/**
 * Catalogue and figures → the next sealed editions under `target`. Those that are sealed there are checked and kept byte
 * for byte; a new one is built on top of the newest, and only if something differs from it. Nothing is written when any
 * file, or any sealed edition, has a problem. The same input on the same sealed editions gives the same bytes.
 * For a folder in which others may build something else at the same time, see `buildAlone`.
 * @param root the folder that holds catalogue/ and figures/
 * @param imported folders with tables that `import cbs` and `import facts` made; they join what stands in figures/
 * @param asked an edition to build beside those of figures/editions.yaml
 */
export function buildEditions(root: string, target: string, imported: Imported = [], asked?: AskedEdition): Built {
  const refuse = (problems: readonly Problem[]): Built => fail(problems.map(sayProblem));
  const chain = openChain(target);
  if (!chain.ok) return fail(chain.faults.map(({ what, mend }) => `${what} ${mend}`));
  const inputs = readInputs(root, imported);
  if (!inputs.ok) return refuse(inputs.problems);
  const { catalogue, plan, context, maps } = inputs.value;
  const manifests = chain.editions.map((it) => it.manifest);
  const toBuild = planEditions(plan, manifests, asked);
  if (!toBuild.ok) return refuse(toBuild.problems);

  const placeOf = (row: string): string => placeOfRow(row, imported);
  const chosen = toBuild.value.map((it) => ({
    ...it,
    figures: chooseVintages(inputs.value.figures, it.date, placeOf),
  }));
  const contradictions = chosen.flatMap((it) => (it.figures.ok ? [] : it.figures.problems));
  if (contradictions.length > 0) return refuse(contradictions);

  const editions = chain.editions.map((it) => built(it, "unchanged"));
  let newest = chain.editions.at(-1);
  for (const { id, date, figures } of chosen) {
    if (!figures.ok) continue;
    const content = { id, kind: "published" as const, date, maps, context };
    const sealed = sealNext(target, newest, { ...content, catalogue, observations: figures.value });
    if (!sealed.ok)
      return fail(
        [`${sealed.what} ${sealed.mend}`],
        editions.filter((it) => it.state === "written"),
      );
    if (sealed.state === "nothing-new") continue;
    editions.push(built(sealed.edition, sealed.state));
    newest = sealed.edition;
  }
  const last = newest?.manifest.date ?? "";
  const waiting = inputs.value.figures.filter((it) => it.reading.published.slice(0, 10) > last).length;
  return { ok: true, editions, waiting };
}

/** The same in a folder that is claimed for it: of two builds at once one is made, and the other says so. */
export function buildAlone(...[root, target, imported, asked]: Parameters<typeof buildEditions>): Built {
  const claimed = claimFolder(target);
  if (!claimed.ok) return fail([`${claimed.what} ${claimed.mend}`]);
  try {
    return buildEditions(root, target, imported, asked);
  } finally {
    claimed.release();
  }
}

const fail = (messages: string[], written: BuiltEdition[] = []): Built => ({ ok: false, messages, written });

const built = ({ manifest, folder, changes }: Edition, state: BuiltEdition["state"]): BuiltEdition => ({
  id: manifest.id,
  date: manifest.date,
  folder,
  state,
  observations: manifest.counts.observations,
  changes,
});
