import { levels, type Level } from "@impactmonitor/model/area";
import { sayProblem } from "../problem.ts";
import { readCsv } from "../read-csv.ts";
import { done, fail, type Result } from "./failure.ts";
import { plainTitle } from "./table.ts";

/** An area of ours with every name it has or had. */
export interface NamedArea {
  readonly code: string;
  readonly level: Level;
  /** Official names, over the years. */
  readonly names: ReadonlySet<string>;
  /** Popular names: weaker, as a popular name can belong to two areas. */
  readonly aliases: ReadonlySet<string>;
}

export type AreaIndex = ReadonlyMap<string, NamedArea>;

const file = "catalogue/areas/areas.csv";
const columns = ["code", "level", "name", "slug", "valid_from", "valid_to", "aliases", "changes"] as const;
const isLevel = (text: string): text is Level => levels.some((it) => it === text);

/** Reads code, level, names and former names of all areas; an area has a line for each time its name or territory changed. */
export function readAreaIndex(root: string): Result<AreaIndex> {
  let read: ReturnType<typeof readCsv<(typeof columns)[number]>>;
  try {
    read = readCsv(root, file, columns);
  } catch {
    return unreadable("");
  }
  if (!read.ok) return unreadable(read.problems.map(sayProblem).join("; "));
  const index = new Map<string, NamedArea>();
  for (const { fields } of read.rows) {
    if (!isLevel(fields.level)) continue;
    const known = index.get(fields.code);
    const names = new Set([...(known?.names ?? []), plainTitle(fields.name)]);
    const more = fields.aliases
      .split("|")
      .map(plainTitle)
      .filter((name) => name !== "");
    const aliases = new Set([...(known?.aliases ?? []), ...more]);
    index.set(fields.code, { code: fields.code, level: fields.level, names, aliases });
  }
  return done(index);
}

function unreadable(detail: string): Result<never> {
  const what = { nl: "De lijst van gebieden is niet te lezen.", en: "The list of areas can't be read." };
  const mend = { nl: `Verbeter het bestand. ${detail}`, en: `Mend the file. ${detail}` };
  return fail("catalogue", file, what, mend);
}
