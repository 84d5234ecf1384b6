import type { Membership } from "@impactmonitor/model/area";
import { identifier } from "../../duck.ts";
import { storedColumns } from "../protocol.ts";
import type { ReceivedRecords } from "../received-records.ts";
import { daysOf } from "./field-classes.ts";
import type { ProtocolRules, DeliveryRule, RecordRule, Rule } from "./rule.ts";
import { pointsBetween, sayCount, sayShare, shareOf } from "./say-figures.ts";
import { compileCondition, type RuleSetting } from "./rule-sql.ts";
import {
  comparable,
  makeSpiegelrapport,
  subjectOf,
  type ReportSubject,
  type Spiegelrapport,
} from "./spiegelrapport.ts";

/** What doesn't seem right in a delivery, by rules that look at more than one field. */
export interface Kwaliteitsrapport {
  readonly about: ReportSubject;
  readonly results: readonly RuleResult[];
  /** Sentences: what this report can't see. */
  readonly notChecked: readonly string[];
}

export interface RuleResult {
  readonly rule: Rule;
  /** Title of the type of record that the rule is about; absent for a rule about the whole delivery. */
  readonly about?: string;
  /** Records among which it was sought. */
  readonly records: number;
  readonly hits: number;
  /** The first of them, by their place in the file. Never who they are about. */
  readonly first: readonly FoundRecord[];
  /** What was found, in words, for a rule about the whole delivery. */
  readonly found: readonly string[];
  /** Why it was not checked. */
  readonly skipped?: string;
}

export interface FoundRecord {
  /** Number of the record in its file, 1 for the first. */
  readonly record: number;
  /** Number that the sender gave the record, or the case or report that it belongs to. */
  readonly key: string;
}

/** What rules need besides records. */
export interface RuleContext {
  readonly rules: ProtocolRules;
  readonly memberships: readonly Membership[];
}

/** So many records are named per rule; a sender finds the others in the same way. */
export const mostNamed = 50;

/**
 * Checks every rule of the protocol.
 * @param mirror the spiegelrapport of the same two deliveries, where it was made before
 */
export async function makeKwaliteitsrapport(
  current: ReceivedRecords,
  previous: ReceivedRecords | undefined,
  { rules, memberships }: RuleContext,
  mirror?: Spiegelrapport,
): Promise<Kwaliteitsrapport> {
  const setting = settingOf(current, comparable(current, previous), memberships);
  const aboutWhole = rules.rules.some((it) => "delivery" in it);
  const seen = mirror ?? (aboutWhole ? await makeSpiegelrapport(current, previous) : undefined);
  const results: RuleResult[] = [];
  for (const rule of rules.rules)
    if (!("delivery" in rule)) results.push(await checkRecords(rule, current, setting));
    else if (seen) results.push(checkDelivery(rule, seen));
  return { about: subjectOf(current, previous), results, notChecked: rules.notChecked };
}

function settingOf(
  current: ReceivedRecords,
  previous: ReceivedRecords | undefined,
  memberships: readonly Membership[],
): RuleSetting {
  const days = daysOf(current.period);
  const year = Number(days.start.slice(0, 4));
  const municipalities = memberships
    .filter((it) => it.year === year && it.region === current.region)
    .map((it) => it.municipality);
  const source = (type: string, earlier: boolean): string =>
    earlier && previous
      ? `(SELECT * FROM ${current.source(type)} UNION ALL BY NAME SELECT * FROM ${previous.source(type)})`
      : current.source(type);
  return { protocol: current.protocol, source, period: days, municipalities };
}

async function checkRecords(rule: RecordRule, current: ReceivedRecords, setting: RuleSetting): Promise<RuleResult> {
  const type = current.protocol.records[rule.of];
  const compiled = compileCondition(rule.when, rule.of, setting);
  const among = rule.among && compileCondition(rule.among, rule.of, setting);
  // Rules are checked when they are read.
  if (!type || !compiled.ok || (among && !among.ok)) throw new Error(`the rule ${rule.id} doesn't fit its protocol`);
  const about = type.title.nl;
  const nothing = { rule, about, records: 0, hits: 0, first: [], found: [] };
  if (setting.municipalities.length === 0 && JSON.stringify(rule.when).includes('"outsideRegion"'))
    return { ...nothing, skipped: "Van dit jaar is niet bekend welke gemeenten bij de regio horen." };
  const key = keyColumn(current, rule.of);
  const [row] = await current.duck.rows<{ records: number; hits: number; record: unknown; key: unknown }>(
    `SELECT count(*) FILTER (WHERE among) AS records, count(*) FILTER (WHERE hit) AS hits,
       min(record, ${mostNamed}) FILTER (WHERE hit) AS record,
       arg_min(key, record, ${mostNamed}) FILTER (WHERE hit) AS key
     FROM (SELECT t0.record AS record, coalesce(${key}, '') AS key, ${compiled.sql} AS hit,
       ${among?.ok ? among.sql : "true"} AS among FROM ${current.source(rule.of)} AS t0)`,
  );
  const keys = listOf(row?.key).map(String);
  const first = listOf(row?.record).map((it, i): FoundRecord => ({ record: Number(it), key: keys[i] ?? "" }));
  return { ...nothing, records: row?.records ?? 0, hits: row?.hits ?? 0, first };
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The record's own number, else that of the record it belongs to. */
function keyColumn({ protocol }: ReceivedRecords, name: string): string {
  const type = protocol.records[name];
  const fields = Object.entries(type?.fields ?? {});
  const key = fields.find(([, it]) => it.type === "key") ?? fields.find(([, it]) => it.type === "reference");
  const column = type && storedColumns(type).find((it) => it.name === key?.[0]);
  return column ? `t0.${identifier(column.name)}` : "''";
}

function checkDelivery(rule: DeliveryRule, mirror: Spiegelrapport): RuleResult {
  const nothing = { rule, records: 0, hits: 0, first: [], found: [] };
  if (mirror.about.before === undefined)
    return { ...nothing, skipped: "Er is geen vorige levering om mee te vergelijken." };
  const { records, found } =
    "volume" in rule.delivery ? volumes(rule.delivery.volume, mirror) : unknowns(rule.delivery.unknown, mirror);
  return { ...nothing, records, hits: found.length, found };
}

/** Types of record whose number changed by more than the limit. Where both numbers are small, any change is large. */
function volumes(
  limit: { readonly percent: number; readonly from: number },
  { types }: Spiegelrapport,
): { records: number; found: string[] } {
  const counted = types.filter((it) => Math.max(it.records, it.before ?? 0) >= limit.from);
  const found = counted.flatMap(({ title, records, before = 0 }) => {
    if (before > 0 && (Math.abs(records - before) / before) * 100 <= limit.percent) return [];
    const change =
      before > 0 ? ` (${records > before ? "+" : "−"}${sayShare(Math.abs(records - before) / before)})` : "";
    return [`${title}: van ${sayCount(before)} naar ${sayCount(records)}${change}`];
  });
  return { records: counted.length, found };
}

/** Fields of which the share that is unknown or empty rose by more than the limit. */
function unknowns(
  limit: { readonly points: number; readonly from: number },
  { types }: Spiegelrapport,
): { records: number; found: string[] } {
  const found: string[] = [];
  let fields = 0;
  for (const type of types)
    for (const { title, counts, before } of type.fields) {
      if (!before || counts.records < limit.from || before.records < limit.from) continue;
      fields += 1;
      const [then, now] = [before, counts].map((it) => shareOf(it.records - it.filled, it.records) ?? 0);
      if (pointsBetween(now!, then!) <= limit.points) continue;
      found.push(`${type.title}, ${title}: van ${sayShare(then)} naar ${sayShare(now)} niet bekend`);
    }
  return { records: fields, found };
}
