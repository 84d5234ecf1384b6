import { storedColumns, type Protocol } from "../deliveries/protocol.ts";
import type { StoredDelivery } from "../deliveries/stored-delivery.ts";
import { identifier, literal, type Duck } from "../duck.ts";
import type { Counting } from "./definition.ts";
import type { Places } from "./places.ts";

/** Half-years are numbered by year × 2, plus 1 for the second half: 2024H2 is 4049. */
export const halfOf = (date: string): string => `(year(${date}) * 2 + (month(${date}) > 6)::INTEGER)`;
export const halfNumber = (period: string): number => Number(period.slice(0, 4)) * 2 + Number(period.slice(5)) - 1;

/** Sender and half-year of a delivery as rows: later ones have a higher number. */
export function inOrder(deliveries: readonly StoredDelivery[]): StoredDelivery[] {
  const key = (it: StoredDelivery): string => `${it.period} ${it.region}`;
  return deliveries.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/**
 * Makes a view of all records of each type, with `delivery`, `sender` and `organisation`: `raw_<type>`. `record` numbers them through all
 * deliveries, which joins faster than the numbers that senders give.
 */
export async function viewRecords(
  duck: Duck,
  deliveries: readonly StoredDelivery[],
  { protocol, places }: { readonly protocol: Protocol; readonly places: Places },
): Promise<void> {
  for (const [type, record] of Object.entries(protocol.records)) {
    const files = inOrder(deliveries).map((it, i) => ({ ...it, i, file: `${it.folder}/${type}.parquet` }));
    const rows = files.map(({ file, i, region }) => {
      const organisation = places.successors.get(region) ?? region;
      return `(${[literal(file), i, literal(region), literal(organisation)].join(", ")})`;
    });
    const columns = storedColumns(record).map((it) => `r.${identifier(it.name)}`);
    await duck.run(
      `CREATE OR REPLACE TEMP TABLE files_${type} AS
       SELECT * FROM (VALUES ${rows.join(", ")}) AS it(file, delivery, sender, organisation)`,
    );
    await duck.run(
      `CREATE OR REPLACE TEMP VIEW raw_${type} AS
       SELECT f.delivery, f.sender, f.organisation, (f.delivery::BIGINT << 32) + r.file_row_number AS record, ${columns.join(", ")}
       FROM read_parquet([${files.map((it) => literal(it.file)).join(", ")}], filename = true, file_row_number = true) r
       JOIN files_${type} f ON f.file = r.filename`,
    );
  }
}

/**
 * Makes `kept_<type>`: one number of one sender is one thing, and what was delivered last about it counts. In one delivery a number
 * stands once, or it would have been rejected.
 */
export async function keepLatest(duck: Duck, type: string, protocol: Protocol): Promise<void> {
  const key = identifier(keyOf(protocol, type));
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE again_${type} AS
     SELECT sender, ${key} AS number, max(delivery) AS delivery FROM raw_${type}
     WHERE sender IN (SELECT sender FROM files_${type} GROUP BY sender HAVING count(*) > 1) GROUP BY ALL HAVING count(*) > 1`,
  );
  await duck.run(
    `CREATE OR REPLACE TEMP VIEW kept_${type} AS
     SELECT r.* FROM raw_${type} r ANTI JOIN again_${type} a
     ON a.sender = r.sender AND a.number = r.${key} AND a.delivery > r.delivery`,
  );
}

/** Makes `latest_<type>`: of several records that point to one thing, the last by date, on one day the highest number. */
export async function pickLatest(
  duck: Duck,
  type: string,
  {
    counting,
    protocol,
    reference,
  }: { readonly counting: Counting; readonly protocol: Protocol; readonly reference: string },
): Promise<void> {
  const rule = counting.latest[type];
  if (!rule) return;
  const columns = storedColumns(protocol.records[type]!).map((it) => identifier(it.name));
  const [date, by, key] = [rule.date, rule.by, keyOf(protocol, type)].map(identifier);
  const rest = columns.filter((it) => it !== date && it !== key);
  const packed = [date, key, ...rest].map((it) => `${it} := ${it}`);
  const until = `${date} <= DATE ${literal(reference)}`;
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE several_${type} AS
     SELECT sender, ${by} AS target FROM kept_${type} WHERE ${until} GROUP BY ALL HAVING count(*) > 1`,
  );
  // Comparing whole records takes long, so only where there is something to choose.
  const same = `s.sender = r.sender AND s.target = r.${by}`;
  await duck.run(
    `CREATE OR REPLACE TEMP VIEW latest_${type} AS
     SELECT sender, ${[`${by} AS target`, date, key, ...rest].join(", ")}
     FROM kept_${type} r ANTI JOIN several_${type} s ON ${same} WHERE ${until}
     UNION ALL
     SELECT sender, target, unnest(it) FROM (
       SELECT sender, ${by} AS target, max(struct_pack(${packed.join(", ")})) AS it
       FROM kept_${type} r SEMI JOIN several_${type} s ON ${same} WHERE ${until} GROUP BY ALL)`,
  );
}

/** Name of the field that numbers the records of a type. */
export const keyOf = (protocol: Protocol, type: string): string =>
  Object.entries(protocol.records[type]?.fields ?? {}).find(([, it]) => it.type === "key")?.[0] ?? "record";

/** Makes `towns`: the municipalities of each region per half-year, an empty one for not known among them; and `spans`: half-year → periods that can be complete. */
export async function tablePlaces(duck: Duck, { halves }: Places): Promise<void> {
  const towns = halves.flatMap(({ code, regions, municipalities }) => {
    const row = (region: string, it: string, province: string, landsdeel: string): string =>
      `(${[halfNumber(code), ...[region, it, province, landsdeel].map(literal)].join(", ")})`;
    return [
      ...regions.map((it) => row(it, "", "", "")),
      ...municipalities
        .filter((it) => regions.includes(it.region))
        .map((it) => row(it.region, it.municipality, it.province, it.landsdeel)),
    ];
  });
  const spans = halves.flatMap(({ code, year, wholeYear }) =>
    [code, ...(wholeYear ? [year] : [])].map((it) => `(${halfNumber(code)}, ${literal(it)})`),
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE towns AS
     SELECT * FROM (VALUES ${towns.join(", ")}) AS it(half, region, municipality, province, landsdeel)`,
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE spans AS SELECT * FROM (VALUES ${spans.join(", ")}) AS it(half, period)`,
  );
}
