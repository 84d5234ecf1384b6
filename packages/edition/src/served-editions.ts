import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { EditionKind, Withdrawal } from "@impactmonitor/model/edition";
import { openEditions, type Edition } from "./read-edition.ts";
import { readWithdrawals } from "./read-withdrawals.ts";

/** Where editions of one kind lie. */
export interface EditionPlace {
  /** Folders to look in; the first that holds any is served. */
  readonly editions: readonly string[];
  /** Folder with a file for each edition that was withdrawn. */
  readonly withdrawn: string;
}

/**
 * Where the editions of each kind lie in a data folder.
 * @param first a folder that goes before the one in the data folder, for published figures only
 */
export const editionPlaces = (data: string, first?: string): Readonly<Record<EditionKind, EditionPlace>> => ({
  published: {
    editions: [...(first === undefined ? [] : [first]), join(data, "editions")],
    withdrawn: join(data, "steering", "withdrawn"),
  },
  practice: {
    editions: [join(data, "practice", "editions")],
    withdrawn: join(data, "practice", "steering", "withdrawn"),
  },
});

/** Editions of one kind, oldest first, and which of them were withdrawn. */
export interface ServedEditions {
  readonly editions: readonly [Edition, ...Edition[]];
  readonly withdrawn: ReadonlyMap<string, Withdrawal>;
}

/** How many figures an edition has; 0 when it is not among these. */
export const figuresIn = (served: ServedEditions | undefined, edition: string): number =>
  served?.editions.find(({ manifest }) => manifest.id === edition)?.manifest.counts.observations ?? 0;

/** Told in one line what is left out, and how to mend it. */
export type Complain = (line: string) => void;

/**
 * The editions of one kind in the first of the folders that holds any; undefined when none does. An edition of the other kind among them
 * is named and left out: real and invented figures are never in one row.
 */
export function readServed(place: EditionPlace, kind: EditionKind, complain: Complain): ServedEditions | undefined {
  const opened = place.editions.map(openEditions);
  const chosen = opened.find((it) => it.editions.length > 0);
  for (const it of (chosen ? [chosen] : opened).flatMap((folder) => folder.refused)) complain(`${it.what} ${it.mend}`);
  const [first, ...rest] =
    chosen?.editions.filter(({ manifest, folder }) => {
      if (manifest.kind === kind) return true;
      complain(`${folder} holds a ${manifest.kind} edition and is not served here. Move it to where those belong.`);
      return false;
    }) ?? [];
  if (!first) return undefined;
  const { byId, faults } = readWithdrawals(place.withdrawn);
  for (const it of faults) complain(`${it.what} ${it.mend}`);
  return { editions: [first, ...rest], withdrawn: byId };
}

/**
 * Imported boundaries in a data folder, by the name of the map that they replace; of several years, the last. A damaged file is named
 * and left out.
 */
export function readBoundaries(data: string, complain: Complain): ReadonlyMap<string, string> {
  const folder = join(data, "boundaries");
  const maps = new Map<string, string>();
  if (!existsSync(folder)) return maps;
  for (const name of readdirSync(folder).sort()) {
    const match = /^(vt-region|province|municipality)-(\d{4})\.json$/.exec(name);
    if (!match) continue;
    const regions = Number(match[2]) < 2023 ? "regions-2022" : "regions";
    const key = match[1] === "province" ? "provinces" : match[1] === "municipality" ? "municipalities" : regions;
    const text = readFileSync(join(folder, name), "utf8");
    try {
      JSON.parse(text);
      maps.set(key, text);
    } catch {
      complain(
        `${join(folder, name)} is damaged; the schematic map is shown. Mend it with: impactmonitor import boundaries`,
      );
    }
  }
  return maps;
}
