import type { Duck } from "../duck.ts";
import { bit, type Bits } from "./prepare-rows.ts";

/** Counts of one area and period, a number per cell in the order in which the cells were asked. */
export interface AreaCounts {
  readonly area: string;
  readonly period: string;
  readonly counts: readonly number[];
}

/**
 * Records of a type per area and period that have a bit. Counted per municipality and half-year first, which loses nothing: every
 * record has one municipality (or none) and one half-year.
 */
export function countRecords(duck: Duck, type: string, positions: readonly number[]): Promise<AreaCounts[]> {
  const sums = positions.map((it, i) => `sum(${bit(it)}) AS c${i}`);
  return areaCounts(
    duck,
    `WITH fine AS (SELECT half, sender, municipality, ${sums.join(", ")} FROM rows_${type} GROUP BY ALL)
     SELECT b.area, s.period, ${again(positions)} FROM fine f ${places} GROUP BY ALL`,
  );
}

/** A cell of a table of cases: a bit of the case's own records and, perhaps, one of other records of the case in the same period. */
export interface CaseCell {
  readonly position: number;
  readonly related?: { readonly type: string; readonly position: number };
}

/**
 * The cases of records in one year and its half-years.
 * @returns `behind`: distinct cases behind the records with a bit, in every area where these count. `once`: cases with a bit, each in one
 * municipality per period, that of its last record.
 */
export async function countCases(
  duck: Duck,
  type: string,
  {
    bits,
    related,
    halves,
    positions,
    cells,
  }: {
    readonly bits: Bits;
    readonly related: readonly { readonly type: string; readonly bits: Bits }[];
    readonly halves: readonly number[];
    readonly positions: readonly number[];
    readonly cells: readonly CaseCell[];
  },
): Promise<{ behind: AreaCounts[]; once: AreaCounts[] }> {
  const inYear = `half IN (${halves.join(", ")})`;
  const or = bits.columns.map((it) => `bit_or(r.${it}) AS ${it}`).join(", ");
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE cases AS
     SELECT s.period, max(r.half) AS half, sender, casus, min(municipality) AS municipality, max(municipality) AS other, ${or}
     FROM rows_${type} r JOIN spans s USING (half) WHERE ${inYear} GROUP BY s.period, sender, casus`,
  );
  const sums = positions.map((it, i) => `sum(${bit(it)}) AS c${i}`).join(", ");
  // Nearly every case stays in its municipality; only for the others does the number of distinct cases depend on the level.
  const behind = await areaCounts(
    duck,
    `WITH fine AS (
       SELECT period, half, sender, municipality, ${sums} FROM cases WHERE municipality = other GROUP BY ALL),
     moved AS (
       SELECT s.period, b.area, r.sender, r.casus, ${or}
       FROM rows_${type} r JOIN spans s USING (half)
       JOIN cases c ON c.period = s.period AND c.sender = r.sender AND c.casus = r.casus AND c.municipality <> c.other
       JOIN belongs b ON b.half = r.half AND b.region = r.sender AND b.municipality = r.municipality
       WHERE r.${inYear} GROUP BY ALL),
     parts AS (
       SELECT b.area, f.period, ${again(positions, "")} FROM fine f JOIN belongs b
         ON b.half = f.half AND b.region = f.sender AND b.municipality = f.municipality GROUP BY ALL
       UNION ALL SELECT area, period, ${sums} FROM moved GROUP BY ALL)
     SELECT area, period, ${again(positions)} FROM parts GROUP BY ALL`,
  );
  const once = cells.length === 0 ? [] : await countOnce(duck, type, { related, inYear, cells });
  await duck.run("DROP TABLE cases");
  return { behind, once };
}

async function countOnce(
  duck: Duck,
  type: string,
  {
    related,
    inYear,
    cells,
  }: {
    readonly related: readonly { readonly type: string; readonly bits: Bits }[];
    readonly inYear: string;
    readonly cells: readonly CaseCell[];
  },
): Promise<AreaCounts[]> {
  const joined = related.map(({ type: other, bits }) => {
    const or = bits.columns.map((it) => `bit_or(${it}) AS ${it}`).join(", ");
    return `LEFT JOIN (
      SELECT s.period, sender, casus, ${or} FROM rows_${other} JOIN spans s USING (half) WHERE ${inYear} GROUP BY ALL
    ) x_${other} ON x_${other}.period = c.period AND x_${other}.sender = c.sender AND x_${other}.casus = c.casus`;
  });
  const sums = cells.map(({ position, related: also }, i) => {
    const test = also
      ? `${bit(position, "c.")} * coalesce(${bit(also.position, `x_${also.type}.`)}, 0)`
      : bit(position, "c.");
    return `sum(${test}) AS c${i}`;
  });
  const positions = cells.map((_, i) => i);
  return areaCounts(
    duck,
    `WITH last_place AS (
       SELECT s.period, r.sender, r.casus, max(struct_pack(day := r.day, number := r.number, it := r.municipality)).it AS place
       FROM rows_${type} r JOIN spans s USING (half)
       JOIN cases c ON c.period = s.period AND c.sender = r.sender AND c.casus = r.casus AND c.municipality <> c.other
       WHERE r.${inYear} GROUP BY ALL),
     fine AS (
       SELECT c.period, c.half, c.sender, coalesce(l.place, c.municipality) AS municipality, ${sums.join(", ")}
       FROM cases c LEFT JOIN last_place l ON l.period = c.period AND l.sender = c.sender AND l.casus = c.casus ${joined.join(" ")}
       GROUP BY ALL)
     SELECT b.area, f.period, ${again(positions)} FROM fine f
     JOIN belongs b ON b.half = f.half AND b.region = f.sender AND b.municipality = f.municipality GROUP BY ALL`,
  );
}

const places = `JOIN belongs b ON b.half = f.half AND b.region = f.sender AND b.municipality = f.municipality
  JOIN spans s ON s.half = f.half`;
const again = (positions: readonly number[], cast = "::INTEGER"): string =>
  positions.map((_, i) => `sum(c${i})${cast} AS c${i}`).join(", ");

async function areaCounts(duck: Duck, sql: string): Promise<AreaCounts[]> {
  const rows = await duck.connection.runAndReadAll(sql);
  return rows
    .getRows()
    .map((row) => ({ area: String(row[0]), period: String(row[1]), counts: row.slice(2).map(Number) }));
}
