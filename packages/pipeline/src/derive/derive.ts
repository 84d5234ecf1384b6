import type { Catalogue } from "@impactmonitor/model/catalogue";
import { areaCode, periodCode } from "@impactmonitor/model/id";
import type { Protocol } from "../deliveries/protocol.ts";
import type { StoredDelivery } from "../deliveries/stored-delivery.ts";
import type { Duck } from "../duck.ts";
import type { Outcome, Problem } from "../problem.ts";
import { Bits } from "./bits.ts";
import type { Count, CountTable, Derived } from "./counts.ts";
import { countCases, countRecords, type AreaCounts, type CaseCell } from "./count-rows.ts";
import type { Counting } from "./definition.ts";
import { placesOf, regionsIn, type Places } from "./places.ts";
import { planTables, type CountPlan, type PlannedTable } from "./plan-tables.ts";
import { findInvolvement } from "./previous-involvement.ts";
import { halfNumber, keepLatest, pickLatest, tablePlaces, viewRecords } from "./prepare-records.ts";
import { prepareRows } from "./prepare-rows.ts";
import type { Definitions } from "./read-definitions.ts";

export interface ToDerive {
  /** Deliveries that stand: at most one of a sender about a half-year. */
  readonly deliveries: readonly StoredDelivery[];
  readonly protocols: ReadonlyMap<string, Protocol>;
  readonly definitions: Definitions;
  readonly catalogue: Catalogue;
  /** What was assessed later is not assessed yet; the last day of the last half-year delivered when left out. ISO date. */
  readonly reference?: string;
}

/**
 * From records to counts: every table of the definitions, for every area and period (half-years and years) of which all deliveries are
 * there. Everything is counted from records, a year too. Tables, formulas and counts come in a fixed order.
 * @returns the counts, not protected yet; or what is wrong with the deliveries as a set.
 */
export async function derive(duck: Duck, job: ToDerive): Promise<Outcome<Derived>> {
  const { deliveries, definitions, catalogue } = job;
  const usable = deliveries.filter((it) => it.protocol === definitions.counting.protocol);
  const problems = faultsOf(usable, catalogue);
  const protocol = job.protocols.get(definitions.counting.protocol);
  if (usable.length === 0 || !protocol) problems.push(nothingToCount(definitions.counting.protocol));
  if (problems.length > 0 || !protocol) return { ok: false, problems };
  const plan = planTables({ ...definitions, protocol, catalogue });
  const places = placesOf(usable, catalogue);
  const found = await countAll(duck, usable, {
    plan,
    places,
    protocol,
    counting: definitions.counting,
    reference: job.reference,
  });
  const value: Derived = {
    tables: plan.tables.map((it): CountTable => ({
      id: it.id,
      adds: it.adds,
      divisions: it.divisions,
      within: it.within,
      counts: found.get(it.id)!,
    })),
    formulas: plan.formulas,
    areas: places.areas,
    periods: places.periods,
    incomplete: places.incomplete,
    skipped: deliveries
      .filter((it) => !usable.includes(it))
      .map((it) => ({ delivery: it.id, why: `No figure is derived from deliveries of protocol ${it.protocol}.` }))
      .sort((a, b) => (a.delivery < b.delivery ? -1 : 1)),
  };
  return { ok: true, value };
}

const nothingToCount = (protocol: string): Problem => ({
  file: "deliveries",
  line: 1,
  what: `There is no delivery of protocol ${protocol} to derive figures from.`,
  mend: "Add one, or derive later: what was delivered stays.",
});

function faultsOf(deliveries: readonly StoredDelivery[], catalogue: Catalogue): Problem[] {
  const problems: Problem[] = [];
  const first = new Map<string, StoredDelivery>();
  const years = new Set(catalogue.memberships.map((it) => String(it.year)));
  for (const it of deliveries) {
    const wrong = (what: string, mend: string): void => void problems.push({ file: it.id, line: 1, what, mend });
    const key = `${it.region} ${it.period}`;
    const other = first.get(key);
    if (other) wrong(`${other.id} is about the same sender and period.`, "Derive from the delivery that stands.");
    first.set(key, it);
    if (!/^\d{4}H[12]$/.test(it.period))
      wrong(`${it.period} is no half-year.`, "Deliver per half-year, such as 2024H1.");
    else if (!regionsIn(it.period, catalogue.areas).includes(it.region))
      wrong(
        `${it.region} is no region in ${it.period}.`,
        "Take the region that existed on the first day of the period.",
      );
    else if (!years.has(it.period.slice(0, 4)))
      wrong(
        `Which municipality belongs where in ${it.period.slice(0, 4)} is not known.`,
        "Add the municipalities of that year to catalogue/areas/membership.csv.",
      );
  }
  return problems;
}

interface Work {
  readonly plan: CountPlan;
  readonly places: Places;
  readonly protocol: Protocol;
  readonly counting: Counting;
  readonly reference: string | undefined;
}

/** Counts of each table, by id. */
async function countAll(duck: Duck, deliveries: readonly StoredDelivery[], work: Work): Promise<Map<string, Count[]>> {
  const { plan, places, protocol, counting } = work;
  const reference = work.reference ?? places.halves.at(-1)!.end;
  await viewRecords(duck, deliveries, { protocol, places });
  await tablePlaces(duck, places);
  const related = plan.tables.flatMap((it) => (it.has ? [it.has.record] : []));
  const types = [...new Set([...plan.tables.map((it) => it.record), ...related])].sort();
  const latest = Object.keys(counting.latest);
  for (const type of new Set([...types, ...latest])) await keepLatest(duck, type, protocol);
  for (const type of latest) await pickLatest(duck, type, { counting, protocol, reference });
  await findInvolvement(duck, counting, protocol);
  const bits = bitsOf(plan, types);
  for (const type of types) await prepareRows(duck, type, { counting, protocol, bits: bits.get(type)! });
  const found = new Map<string, Count[]>();
  for (const type of types) {
    const tables = plan.tables.filter((it) => it.record === type);
    const hasCase = counting.records[type]?.case !== undefined;
    for (const [id, counts] of await countTables(duck, type, { tables, bits, hasCase, places })) found.set(id, counts);
    // What is kept of records in memory is kept no longer than needed.
    if (!related.includes(type)) await duck.run(`DROP TABLE rows_${type}`);
  }
  for (const type of related) await duck.run(`DROP TABLE IF EXISTS rows_${type}`);
  return found;
}

/** Per type of record, a bit for each test of its tables and of the tables that ask for a related record. */
function bitsOf({ tables }: CountPlan, types: readonly string[]): Map<string, Bits> {
  const bits = new Map(types.map((it) => [it, new Bits()]));
  for (const it of tables) {
    for (const test of it.tests.values()) bits.get(it.record)!.of(test);
    if (it.has) bits.get(it.has.record)!.of(it.has.test);
  }
  return bits;
}

interface Tables {
  readonly tables: readonly PlannedTable[];
  readonly bits: ReadonlyMap<string, Bits>;
  readonly hasCase: boolean;
  readonly places: Places;
}

async function countTables(
  duck: Duck,
  type: string,
  { tables, bits, hasCase, places }: Tables,
): Promise<[string, Count[]][]> {
  const own = bits.get(type)!;
  const ofRecords = tables.filter((it) => !it.once);
  const ofCases = tables.filter((it) => it.once);
  const positions = [...new Set(ofRecords.flatMap((it) => [...it.tests.values()].map((test) => own.of(test))))];
  const cells = ofCases.flatMap((it) => [...it.tests.values()].map((test): CaseCell => cellOf(it, own.of(test), bits)));
  const has = [...new Set(ofCases.flatMap((it) => (it.has ? [it.has.record] : [])))];
  const related = has.map((it) => ({ type: it, bits: bits.get(it)! }));
  const records = await countRecords(duck, type, { positions, places });
  const behind: AreaCounts[] = [];
  const once: AreaCounts[] = [];
  if (hasCase)
    for (const [year, its] of Map.groupBy(places.halves, (it) => it.year)) {
      const halves = its.map((it) => halfNumber(it.code));
      const counted = await countCases(duck, type, { bits: own, related, positions, cells, places, year, halves });
      behind.push(...counted.behind);
      once.push(...counted.once);
    }
  const gone = new Set(places.incomplete.map((it) => `${it.area} ${it.period}`));
  const distinct = new Map(behind.map((it) => [`${it.area} ${it.period}`, it.counts]));
  const tableOf = (
    table: PlannedTable,
    from: readonly AreaCounts[],
    at: ReadonlyMap<string, number>,
  ): [string, Count[]] => [
    table.id,
    listCounts(
      table,
      from.filter((it) => !gone.has(`${it.area} ${it.period}`)),
      at,
      table.once || !hasCase ? undefined : distinct,
    ),
  ];
  let next = 0;
  return tables.map((table) => {
    if (table.once) return tableOf(table, once, new Map([...table.tests.keys()].map((it) => [it, next++])));
    return tableOf(
      table,
      records,
      new Map([...table.tests].map(([it, test]) => [it, positions.indexOf(own.of(test))])),
    );
  });
}

const cellOf = ({ has }: PlannedTable, position: number, bits: ReadonlyMap<string, Bits>): CaseCell =>
  has ? { position, related: { type: has.record, position: bits.get(has.record)!.of(has.test) } } : { position };

/** Counts above zero, by category, area and period. Without `distinct` the cases are what is counted, or there are none. */
function listCounts(
  { tests, once }: PlannedTable,
  from: readonly AreaCounts[],
  at: ReadonlyMap<string, number>,
  distinct: ReadonlyMap<string, readonly number[]> | undefined,
): Count[] {
  const key = (it: AreaCounts): string => `${it.area} ${it.period}`;
  const rows = from.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  return [...tests.keys()].flatMap((category) =>
    rows.flatMap((row): Count[] => {
      const count = row.counts[at.get(category)!]!;
      if (count === 0) return [];
      const cases = once ? count : distinct?.get(key(row))?.[at.get(category)!];
      return [
        {
          category,
          area: areaCode(row.area),
          period: periodCode(row.period),
          count,
          ...(cases === undefined ? {} : { cases }),
        },
      ];
    }),
  );
}
