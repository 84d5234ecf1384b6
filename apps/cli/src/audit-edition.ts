import { openEdition, type Edition } from "@impactmonitor/edition/read-edition";
import { auditEdition, type EditionExposure } from "@impactmonitor/pipeline/audit-edition/audit-edition";

/**
 * Prints what a sealed edition gives away of the counts that we derived, together with earlier ones. For the steward's eyes: it names
 * counts that are hidden.
 * @param earlier folders of earlier editions; put in order of their dates
 * @returns 0 when there is nothing, 1 when there is, 2 when a folder can't be read
 */
export async function auditEditionFolder(folder: string, earlier: readonly string[]): Promise<number> {
  const opened = [...earlier, folder].map((it) => openEdition(it));
  const editions: Edition[] = [];
  for (const it of opened)
    if (it.ok) editions.push(it.edition);
    else console.error(`${it.what} ${it.mend}`);
  const edition = editions.pop();
  if (edition === undefined || editions.length < earlier.length) return 2;
  const stranger = editions.find(({ manifest }) => manifest.kind !== edition.manifest.kind);
  if (stranger) {
    console.error(
      `${stranger.folder}: this is a ${stranger.manifest.kind} edition. Name earlier ${edition.manifest.kind} editions only.`,
    );
    return 2;
  }
  const before = editions.toSorted((a, b) => (a.manifest.date < b.manifest.date ? -1 : 1));
  const { counts, hidden, exposures, problems } = await auditEdition(edition, before);
  for (const problem of problems) console.error(problem);
  for (const it of exposures) console.log(sayExposure(it));
  console.log(`${counts} derived counts, ${hidden} hidden, ${exposures.length} can be narrowed too far.`);
  return exposures.length > 0 || problems.length > 0 ? 1 : 0;
}

function sayExposure({ spot, low, high, kind }: EditionExposure): string {
  const place = `${spot.table}${spot.category === "" ? "" : `:${spot.category}`} × ${spot.area} × ${spot.period}`;
  const value = low === high ? `is ${low}` : `is ${low} to ${high}`;
  switch (kind) {
    case "shown":
      return `${place}: is shown, as ${low}`;
    case "hidden":
      return `${place}: ${value}`;
    case "rest":
      return `${place}: what is in no table ${value}`;
    case "group":
      return `${place}: holds all of its group, or all but one`;
  }
}
