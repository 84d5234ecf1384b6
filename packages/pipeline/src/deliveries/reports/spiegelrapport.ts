import type { Text } from "@impactmonitor/model/text";
import type { Field } from "../protocol.ts";
import type { ReceivedRecords } from "../received-records.ts";
import { countFields, type CountedField, type FieldCounts } from "./count-fields.ts";

/** What a delivery says, field by field, held up to its sender. */
export interface Spiegelrapport {
  readonly about: ReportSubject;
  readonly types: readonly MirroredType[];
}

/** Which delivery a report is about. */
export interface ReportSubject {
  readonly region: string;
  readonly period: string;
  readonly protocol: { readonly id: string; readonly title: Text };
  /** The period that this one is compared with; absent without one, or where that had another protocol. */
  readonly before?: string;
}

export interface MirroredType {
  readonly name: string;
  readonly title: string;
  readonly records: number;
  readonly before?: number;
  readonly fields: readonly MirroredField[];
}

export interface MirroredField {
  readonly name: string;
  readonly title: string;
  readonly kind: Field["type"];
  readonly required: boolean;
  /** A record can be in several lines of the distribution. */
  readonly multiple: boolean;
  readonly counts: FieldCounts;
  readonly before?: FieldCounts;
  /** Empty for what names a record or a person. */
  readonly distribution: readonly DistributionLine[];
}

export interface DistributionLine {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  /** The same class in the last period; for a month, the month in the same place. */
  readonly before?: number;
}

/** Deliveries under different protocols have different fields: then there is nothing to compare. */
export const comparable = (
  current: ReceivedRecords,
  previous: ReceivedRecords | undefined,
): ReceivedRecords | undefined => (previous?.protocol.id === current.protocol.id ? previous : undefined);

/** @returns what a report on this delivery is about */
export function subjectOf(current: ReceivedRecords, previous: ReceivedRecords | undefined): ReportSubject {
  const { region, period, protocol } = current;
  const before = comparable(current, previous)?.period;
  const { id, title } = protocol;
  return { region, period, protocol: { id, title }, ...(before === undefined ? {} : { before }) };
}

/**
 * Filling, unknowns, invalid values and distribution of every field, beside those of the last period.
 * @param areaNames names of municipalities by code; a code without one stands for itself
 */
export async function makeSpiegelrapport(
  current: ReceivedRecords,
  previous?: ReceivedRecords,
  areaNames: ReadonlyMap<string, string> = new Map(),
): Promise<Spiegelrapport> {
  const last = comparable(current, previous);
  const types: MirroredType[] = [];
  for (const [name, type] of Object.entries(current.protocol.records)) {
    const now = await countFields(current, name, type, areaNames);
    const then = last && (await countFields(last, name, type, areaNames));
    const fields = Object.entries(type.fields).map(([fieldName, field]): MirroredField => {
      const counted = now.fields.get(fieldName);
      if (!counted) throw new Error(`${name}.${fieldName} was not counted`);
      const before = then?.fields.get(fieldName);
      return {
        name: fieldName,
        title: field.title.nl,
        kind: field.type,
        required: field.type === "key" || field.required,
        multiple: field.type === "code" && field.multiple,
        counts: counted.counts,
        ...(before ? { before: before.counts } : {}),
        distribution: linesOf(counted, before),
      };
    });
    const before = then ? { before: then.records } : {};
    types.push({ name, title: type.title.nl, records: now.records, ...before, fields });
  }
  return { about: subjectOf(current, previous), types };
}

/** Known classes in their order, also those without records; then, by size, what came besides. */
function linesOf(now: CountedField, then: CountedField | undefined): DistributionLine[] {
  const known = new Map(now.classes.map(({ key, label }) => [key, label]));
  for (const { key, label } of then?.classes ?? []) if (!known.has(key)) known.set(key, label);
  const others = new Set([...now.byClass.keys(), ...(then?.byClass.keys() ?? [])].filter((key) => !known.has(key)));
  const line = (key: string, label: string): DistributionLine => ({
    key,
    label,
    count: now.byClass.get(key) ?? 0,
    ...(then ? { before: then.byClass.get(key) ?? 0 } : {}),
  });
  const besides = [...others].map((key) => line(key, key)).sort((a, b) => b.count - a.count);
  return [...[...known].map(([key, label]) => line(key, label)), ...besides];
}
