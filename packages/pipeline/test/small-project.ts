import { readdirSync } from "node:fs";
import { join } from "node:path";
import { catalogueCopy, type CatalogueCopy } from "./catalogue-copy.ts";

export const figureHeader =
  "indicator,area,period,measure,breakdown,value,lower,upper,n,absent,marks,primary,published,source_title,source_url,note";
export const contextHeader = "area,classification,year,variable,value,status,source";

/** A row of `figures/`; what a test doesn't name is of no matter. */
export function figureRow(more: {
  readonly value: number | string;
  readonly area?: string;
  readonly period?: string;
  readonly published?: string;
  readonly url?: string;
}): string {
  const { value, area = "VT02", period = "2021H1", published = "2021-10-29", url = "https://example.org/1" } = more;
  return `reports-received,${area},${period},count,,${value},,,,,,yes,${published},A table,${url},`;
}

/** The committed catalogue with one indicator and with figures of a test's own: a build of it is quick. */
export interface SmallProject extends CatalogueCopy {
  readonly figures: (rows: readonly string[]) => void;
  readonly context: (rows: readonly string[]) => void;
  /** Id and date of each edition of the plan. */
  readonly plan: (...editions: readonly (readonly [id: string, date: string])[]) => void;
}

export function smallProject(): SmallProject {
  const copy = catalogueCopy(["reports-received"]);
  const put = (file: string, lines: readonly string[]): void => copy.spoil(file, () => `${lines.join("\n")}\n`);
  const needed = /^(veilig-thuis|context|context-sources)\.csv$|\.yaml$/;
  for (const name of readdirSync(join(copy.root, "figures")))
    if (!needed.test(name)) copy.spoil(`figures/${name}`, () => undefined);
  const project: SmallProject = {
    ...copy,
    figures: (rows) => put("figures/veilig-thuis.csv", [figureHeader, ...rows]),
    context: (rows) => put("figures/context.csv", [contextHeader, ...rows]),
    plan: (...editions) =>
      put(
        "figures/editions.yaml",
        editions.map(([id, date]) => `- { id: "${id}", date: "${date}" }`),
      ),
  };
  project.figures([figureRow({ value: 1105 })]);
  project.context([]);
  return project;
}
