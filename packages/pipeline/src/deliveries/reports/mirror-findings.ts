import type { MirroredField, MirroredType, Spiegelrapport } from "./spiegelrapport.ts";
import { pointsBetween, sayCount, sayList, sayPeriod, sayShare, shareOf } from "./say-figures.ts";

/** Below so many records a share jumps up and down by itself. */
const fewest = 100;
/** Changes that are worth a sentence: of a number in per cent (as protocol 2015 asks), of shares in percentage points. */
const limits = { volume: 25, unknown: 5, distribution: 10 } as const;
/** So many sentences of a kind; the tables have the rest. */
const most = 6;

/** What stands out in a delivery, in sentences: what a reader should know before the tables. */
export function mirrorFindings({ about, types }: Spiegelrapport): string[] {
  const records = types.reduce((sum, it) => sum + it.records, 0);
  const sentences = [`U leverde ${sayCount(records)} records: ${sayList(types.map(counted))}.`];
  if (about.before === undefined) sentences.push("Er is geen vorige levering om mee te vergelijken.");
  const found = [...volumeFindings(types, about.before), ...invalidFindings(types), ...emptyFindings(types)];
  found.push(...unknownFindings(types), ...distributionFindings(types));
  return [...sentences, ...(found.length > 0 ? found : ["Verder valt er niets op."])];
}

const counted = (it: MirroredType): string => `${it.title.toLowerCase()} (${sayCount(it.records)})`;

function volumeFindings(types: readonly MirroredType[], period: string | undefined): string[] {
  const changed = types.flatMap((it) => {
    const { records, before } = it;
    if (before === undefined || Math.max(records, before) < 20) return [];
    if (before > 0 && (Math.abs(records - before) / before) * 100 <= limits.volume) return [];
    const share =
      before === 0 ? "eerst 0" : `${records > before ? "+" : "−"}${sayShare(Math.abs(records - before) / before)}`;
    return [{ more: records > before, text: `${it.title.toLowerCase()} (${share})` }];
  });
  return [true, false].flatMap((more) => {
    const list = changed.filter((it) => it.more === more).map(({ text }) => text);
    if (list.length === 0) return [];
    return [`Veel ${more ? "meer" : "minder"} records dan in het ${sayPeriod(period ?? "")}: ${sayList(list)}.`];
  });
}

const named = (type: MirroredType, field: MirroredField): string => `${type.title}, ${field.title}`;
const fieldsOf = (types: readonly MirroredType[]): (readonly [MirroredType, MirroredField])[] =>
  types.flatMap((type) => type.fields.map((field) => [type, field] as const));

function invalidFindings(types: readonly MirroredType[]): string[] {
  const fields = fieldsOf(types).filter(([, it]) => it.counts.invalid > 0);
  if (fields.length === 0) return [];
  const list = fields.map(([type, it]) => `${named(type, it)} (${sayCount(it.counts.invalid)})`);
  return [`Niet alle waarden waren te lezen. Zij tellen niet mee: ${sayList(list)}.`];
}

function emptyFindings(types: readonly MirroredType[]): string[] {
  const fields = fieldsOf(types).filter(([, { counts }]) => counts.records > 0 && counts.filled === 0);
  if (fields.length === 0) return [];
  return [`Nergens ingevuld: ${sayList(fields.map(([type, it]) => named(type, it)))}.`];
}

function unknownFindings(types: readonly MirroredType[]): string[] {
  const rises = fieldsOf(types).flatMap(([type, it]) => {
    if (!it.before || Math.min(it.counts.records, it.before.records) < fewest) return [];
    const [now, then] = [it.counts, it.before].map((one) => shareOf(one.records - one.filled, one.records) ?? 0);
    const points = pointsBetween(now!, then!);
    return points > limits.unknown ? [{ text: named(type, it), now, last: then, points }] : [];
  });
  return rises
    .sort((a, b) => b.points - a.points)
    .slice(0, most)
    .map(({ text, now, last }) => `${text}: vaker niet bekend, van ${sayShare(last)} naar ${sayShare(now)}.`);
}

/** Dates move with the calendar; what shifts there is no finding. */
function distributionFindings(types: readonly MirroredType[]): string[] {
  const shifts = fieldsOf(types).flatMap(([type, field]) => {
    const { counts, before, distribution } = field;
    if (field.kind === "date" || !before || Math.min(counts.filled, before.filled) < fewest) return [];
    return distribution.map((line) => {
      const [now, then] = [line.count / counts.records, (line.before ?? 0) / before.records];
      return { text: `${named(type, field)}: ‘${line.label}’`, now, last: then, points: pointsBetween(now, then) };
    });
  });
  return shifts
    .filter(({ points }) => Math.abs(points) > limits.distribution)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .slice(0, most)
    .map(({ text, now, last }) => `${text} ging van ${sayShare(last)} naar ${sayShare(now)}.`);
}
