import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { parse as parseYaml } from "yaml";
import { z } from "zod";
import { root } from "../scripts/serve.ts";

/** A row of `figures/<source>.csv` as it stands in the file: all text. Read apart from the pipeline, to check on it. */
export interface PublishedRow {
  readonly file: string;
  /** Line in the file; the header is line 1. */
  readonly line: number;
  readonly indicator: string;
  readonly area: string;
  readonly period: string;
  readonly measure: string;
  readonly breakdown: string;
  readonly value: string;
  readonly lower: string;
  readonly upper: string;
  readonly absent: string;
  readonly marks: string;
  readonly primary: string;
  readonly published: string;
}
export interface AreaRow {
  readonly code: string;
  readonly level: string;
  readonly name: string;
  readonly slug: string;
}
export interface ContextRow {
  readonly area: string;
  readonly year: string;
  readonly variable: string;
  readonly value: string;
  readonly status: string;
}

function rows(path: string): { line: number; fields: Record<string, string> }[] {
  const text = readFileSync(join(root, path), "utf8");
  const records: Record<string, string>[] = parse(text, { columns: true });
  const lines = text.trimEnd().split("\n").length;
  if (records.length !== lines - 1)
    throw new Error(`${path}: a row must be one line, for its number to say which it is`);
  return records.map((fields, i) => ({ line: i + 2, fields }));
}

const field = (fields: Record<string, string>, name: string): string => {
  const value = fields[name];
  if (value === undefined) throw new Error(`No column ${name}`);
  return value;
};

/** All rows of all sources, by the address that a page gives them: veilig-thuis:12. */
export function publishedRows(): Map<string, PublishedRow> {
  const found = new Map<string, PublishedRow>();
  for (const name of readdirSync(join(root, "figures")).sort()) {
    if (!name.endsWith(".csv") || /^(context|context-sources|population-estimates)\.csv$/.test(name)) continue;
    const file = name.replace(".csv", "");
    for (const { line, fields } of rows(`figures/${name}`)) {
      const get = (column: string): string => field(fields, column);
      found.set(`${file}:${line}`, {
        file,
        line,
        indicator: get("indicator"),
        area: get("area"),
        period: get("period"),
        measure: get("measure"),
        breakdown: get("breakdown"),
        value: get("value"),
        lower: get("lower"),
        upper: get("upper"),
        absent: get("absent"),
        marks: get("marks"),
        primary: get("primary"),
        published: get("published"),
      });
    }
  }
  return found;
}

/** Two rows with the same fact are the same figure in two publications. */
export const factOf = (it: PublishedRow): string =>
  [it.indicator, it.area, it.period, it.measure, it.breakdown].join("|");

/** Per fact the row that stands: of the publisher itself before others, then the one published last. */
export function standingRows(all: Iterable<PublishedRow>): Map<string, PublishedRow> {
  const standing = new Map<string, PublishedRow>();
  const rank = (it: PublishedRow): string => `${it.primary === "yes" ? 1 : 0}${it.published}`;
  for (const it of all) {
    const before = standing.get(factOf(it));
    if (!before || rank(it) > rank(before)) standing.set(factOf(it), it);
  }
  return standing;
}

/** Areas by code; of a code that had several names, the last. */
export function areaRows(): Map<string, AreaRow> {
  return new Map(
    rows("catalogue/areas/areas.csv").map(({ fields }) => [
      field(fields, "code"),
      {
        code: field(fields, "code"),
        level: field(fields, "level"),
        name: field(fields, "name"),
        slug: field(fields, "slug"),
      },
    ]),
  );
}

export const contextRows = (): ContextRow[] =>
  rows("figures/context.csv").map(({ fields }) => ({
    area: field(fields, "area"),
    year: field(fields, "year"),
    variable: field(fields, "variable"),
    value: field(fields, "value"),
    status: field(fields, "status"),
  }));

/** Slugs of regions that were merged into another. */
export function endedRegions(): string[] {
  const last = new Map<string, string>();
  const ends = rows("catalogue/areas/areas.csv").filter(({ fields }) => field(fields, "level") === "vt-region");
  for (const { fields } of ends) {
    const before = last.get(field(fields, "slug"));
    const end = field(fields, "valid_to") || "never";
    if (before === undefined || end > before) last.set(field(fields, "slug"), end);
  }
  return [...last].filter(([, end]) => end !== "never").map(([slug]) => slug);
}

/** Codes of areas with the same territory as an area, itself included: region and province Drenthe. */
export function equalAreas(): (code: string) => ReadonlySet<string> {
  const pairs = rows("catalogue/areas/equal.csv").map(({ fields }) => [field(fields, "area"), field(fields, "equals")]);
  return (code) => new Set([code, ...pairs.filter((pair) => pair.includes(code)).flat()]);
}

/** Titles of the categories of every code list: "reporter-type=police" → { nl, en }. */
export function categoryTitles(): Map<string, { nl: string; en: string }> {
  const titles = new Map<string, { nl: string; en: string }>();
  const folder = join(root, "catalogue/codelists");
  for (const name of readdirSync(folder)) {
    const list = codelistSchema.parse(parseYaml(readFileSync(join(folder, name), "utf8")));
    for (const code of list.codes) titles.set(`${list.id}=${code.id}`, code.title);
  }
  return titles;
}

const codelistSchema = z.object({
  id: z.string(),
  codes: z.array(z.object({ id: z.string(), title: z.object({ nl: z.string(), en: z.string() }) })),
});

/** Titles of the context variables, by id. */
export const contextTitles = (): { id: string; title: { nl: string; en: string } }[] =>
  z
    .array(z.object({ id: z.string(), title: z.object({ nl: z.string(), en: z.string() }) }))
    .parse(parseYaml(readFileSync(join(root, "catalogue/context.yaml"), "utf8")));

const levelWords: Readonly<Record<string, string>> = {
  municipality: "gemeente",
  province: "provincie",
  landsdeel: "landsdeel",
  corop: "corop",
};

/** What `?regio=` holds for an area. */
export function areaParameter(area: AreaRow): string {
  if (area.level === "nation") return "nederland";
  return area.level === "vt-region" ? area.slug : `${levelWords[area.level]}/${area.slug}`;
}
