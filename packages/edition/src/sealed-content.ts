import type { Observation } from "@impactmonitor/model/observation";
import type { Setting } from "./entry-changes.ts";
import type { Edition } from "./read-edition.ts";

/** All that a sealed edition says, as it was put in: its figures in their fixed order, and what they are set in. */
export function sealedContent(edition: Edition): Setting & { readonly observations: readonly Observation[] } {
  const named = (folder: string): string[] =>
    edition.manifest.files
      .flatMap(({ path }) => (path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1, -".json".length)] : []))
      .sort();
  return {
    catalogue: edition.catalogue,
    context: edition.context,
    maps: new Map(named("maps").map((name) => [name, edition.map(name) ?? ""])),
    observations: named("observations").flatMap((indicator) => edition.observations(indicator)),
  };
}
