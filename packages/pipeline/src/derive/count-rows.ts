import type { Duck } from "../duck.ts";
import type { Places } from "./places.ts";
import { halfNumber } from "./prepare-records.ts";
import { bit, type Bits } from "./bits.ts";

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
export async function countRecords(duck: Duck, type: string, { positions, places }: Cells): Promise<AreaCounts[]> {
  const sums = positions.map((it, i) => `sum(${bit(it)}) AS c${i}`);
  const fine = await read(
    duck,
    `SELECT half, sender, municipality, ${sums.join(", ")} FROM rows_${type} GROUP BY half, sender, municipality`,
  );
  const codes = new Map(places.halves.map((it) => [halfNumber(it.code), it]));
  const all = new AreaSums(places, positions.length);
  for (const {
    of: [half, sender, municipality],
    counts,
  } of fine) {
    const { code, year } = codes.get(Number(half))!;
    for (const period of [code, year]) all.addPlace(period, year, sender, municipality, counts);
  }
  return all.list();
}
interface Cells {
  readonly positions: readonly number[];
  readonly places: Places;
}

/** A cell of a table of cases: a bit of the case's own records and, perhaps, one of other records of the case in the same period. */
export interface CaseCell {
  readonly position: number;
  readonly related?: { readonly type: string; readonly position: number };
}

interface YearOfCases extends Cells {
  readonly bits: Bits;
  readonly related: readonly Related[];
  readonly year: string;
  readonly halves: readonly number[];
  readonly cells: readonly CaseCell[];
}
interface Related {
  readonly type: string;
  readonly bits: Bits;
}

/**
 * The cases of records in one year and its half-years.
 * @returns `behind`: distinct cases behind the records with a bit, in every area where these count. `once`: cases with a bit, each in one
 * municipality per period, that of its last record.
 */
export async function countCases(
  duck: Duck,
  type: string,
  work: YearOfCases,
): Promise<{ behind: AreaCounts[]; once: AreaCounts[] }> {
  const { bits, positions, year, places } = work;
  const inYear = `half IN (${work.halves.join(", ")})`;
  const or = bits.columns.map((it) => `bit_or(r.${it}) AS ${it}`).join(", ");
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE cases AS
     SELECT s.period, sender, casus, min(municipality) AS municipality, max(municipality) AS other, ${or}
     FROM rows_${type} r JOIN spans s USING (half) WHERE ${inYear} GROUP BY s.period, sender, casus`,
  );
  const sums = positions.map((it, i) => `sum(${bit(it)}) AS c${i}`).join(", ");
  const behind = new AreaSums(places, positions.length);
  // Nearly every case stays in its municipality; only for the others does the number of distinct cases depend on the level.
  const stayed =
    positions.length === 0
      ? []
      : await read(
          duck,
          `SELECT period, sender, municipality, ${sums} FROM cases WHERE municipality = other GROUP BY period, sender, municipality`,
        );
  for (const {
    of: [period, sender, municipality],
    counts,
  } of stayed)
    behind.addPlace(period, year, sender, municipality, counts);
  const [movers] = await duck.rows<{ n: number }>("SELECT count(*) AS n FROM cases WHERE municipality <> other");
  const moved =
    positions.length === 0 || movers?.n === 0
      ? []
      : await read(
          duck,
          `WITH moved AS (
       SELECT s.period, r.sender, r.casus, ${or}, a.area
       FROM rows_${type} r JOIN spans s USING (half)
       JOIN cases c ON c.period = s.period AND c.sender = r.sender AND c.casus = r.casus AND c.municipality <> c.other
       JOIN towns t ON t.half = r.half AND t.region = r.sender AND t.municipality = r.municipality,
         unnest([t.municipality, t.province, t.landsdeel, t.region, 'NL01']) AS a(area)
       WHERE r.${inYear} AND a.area <> '' GROUP BY ALL)
     SELECT period, area, '', ${sums} FROM moved GROUP BY period, area`,
        );
  for (const {
    of: [period, area],
    counts,
  } of moved)
    behind.add(area, period, counts);
  const once = work.cells.length === 0 ? [] : await countOnce(duck, type, { ...work, inYear });
  await duck.run("DROP TABLE cases");
  return { behind: behind.list(), once };
}

async function countOnce(
  duck: Duck,
  type: string,
  { related, inYear, cells, year, places }: YearOfCases & { readonly inYear: string },
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
  const fine = await read(
    duck,
    `WITH last_place AS (
       SELECT s.period, r.sender, r.casus,
         max(struct_pack(day := r.day, number := r.number, it := r.municipality)).it AS place
       FROM rows_${type} r JOIN spans s USING (half)
       JOIN cases c ON c.period = s.period AND c.sender = r.sender AND c.casus = r.casus AND c.municipality <> c.other
       WHERE r.${inYear} GROUP BY ALL)
     SELECT c.period, c.sender, coalesce(l.place, c.municipality) AS municipality, ${sums.join(", ")}
     FROM cases c LEFT JOIN last_place l ON l.period = c.period AND l.sender = c.sender AND l.casus = c.casus
     ${joined.join(" ")} GROUP BY ALL`,
  );
  const all = new AreaSums(places, cells.length);
  for (const {
    of: [period, sender, municipality],
    counts,
  } of fine)
    all.addPlace(period, year, sender, municipality, counts);
  return all.list();
}

/** Adds up what was counted per municipality to the areas above it: each thing in it has one municipality, or none. */
class AreaSums {
  readonly #above = new Map<string, readonly string[]>();
  readonly #sums = new Map<string, number[]>();
  readonly #width: number;

  constructor(places: Places, width: number) {
    this.#width = width;
    for (const { year, municipalities } of places.halves)
      for (const it of municipalities)
        this.#above.set(`${year} ${it.region} ${it.municipality}`, [it.municipality, it.province, it.landsdeel]);
  }
  addPlace(period: string, year: string, sender: string, municipality: string, counts: readonly number[]): void {
    const areas = this.#above.get(`${year} ${sender} ${municipality}`) ?? [];
    for (const area of [...areas, sender, "NL01"]) this.add(area, period, counts);
  }
  add(area: string, period: string, counts: readonly number[]): void {
    const key = `${area} ${period}`;
    const sums = this.#sums.get(key) ?? Array.from({ length: this.#width }, () => 0);
    for (let i = 0; i < this.#width; i++) sums[i]! += counts[i]!;
    this.#sums.set(key, sums);
  }
  list(): AreaCounts[] {
    return [...this.#sums].map(([key, counts]) => {
      const [area = "", period = ""] = key.split(" ");
      return { area, period, counts };
    });
  }
}

/** Rows of three names and then counts. */
async function read(duck: Duck, sql: string): Promise<{ of: [string, string, string]; counts: number[] }[]> {
  const rows = await duck.connection.runAndReadAll(sql);
  return rows
    .getRows()
    .map(([a, b, c, ...counts]) => ({ of: [String(a), String(b), String(c)], counts: counts.map(Number) }));
}
