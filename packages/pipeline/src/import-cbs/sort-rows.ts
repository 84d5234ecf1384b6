import type { Text } from "@impactmonitor/model/text";
import type { Files } from "./files.ts";
import type { Row } from "./to-rows.ts";

/**
 * Sorts more rows than memory should hold: full lumps are sorted and spilled to a file each, and merged at the end.
 * One lump and one row per file is all that is in memory at a time.
 */
export interface RowSorter {
  readonly add: (row: Row) => void;
  /** Rows in order; the same row twice comes once. Stops at the first two rows that differ about one observation. */
  readonly merged: () => AsyncGenerator<Row | { readonly conflict: Text }>;
  /** Rows that came more than once and said the same. */
  readonly repeats: () => number;
  readonly dispose: () => void;
}

/** Some 20 MB of text. */
const defaultLump = 200_000;

const pack = (row: Row): string => [...row.key, row.value, row.absent, row.marks].join("\t");

/** Tabs sort before every character of a code, so lines sort as their fields do. */
const keyOf = (line: string): string => line.split("\t", 5).join("\t");

function unpack(line: string): Row {
  const [about, area, period, measure, breakdown, value, absent, marks] = line.split("\t");
  return {
    key: [about ?? "", area ?? "", period ?? "", measure ?? "", breakdown ?? ""],
    value: value ?? "",
    absent: absent ?? "",
    marks: marks ?? "",
  };
}

/** @param folder for the spilled lumps; emptied now and by `dispose` */
export function rowSorter(files: Files, folder: string, lump: number = defaultLump): RowSorter {
  files.remove(folder);
  let waiting: string[] = [];
  let spilled = 0;
  let added = 0;
  let repeats = 0;
  const spill = () => {
    waiting.sort();
    const writer = files.open(`${folder}/${String(++spilled).padStart(4, "0")}.tsv`);
    for (const line of waiting) writer.write(`${line}\n`);
    writer.close();
    waiting = [];
  };
  async function* lines(): AsyncGenerator<string> {
    if (spilled === 0) {
      yield* waiting.sort();
      return;
    }
    if (waiting.length > 0) spill();
    yield* mergeSorted(files.list(folder).map((name) => files.lines(`${folder}/${name}`)));
  }
  async function* merged(): AsyncGenerator<Row | { conflict: Text }> {
    let previous: string | undefined;
    let read = 0;
    for await (const line of lines()) {
      read += 1;
      if (line === previous) {
        repeats += 1;
        continue;
      }
      if (previous !== undefined && keyOf(line) === keyOf(previous)) {
        yield { conflict: twoValues(unpack(previous), unpack(line)) };
        return;
      }
      previous = line;
      yield unpack(line);
    }
    // Rows that vanish between disk and result would be figures that vanish.
    if (read !== added) throw new Error(`${added} rows went into the sort and ${read} came out`);
  }
  return {
    add: (row) => {
      waiting.push(pack(row));
      added += 1;
      if (waiting.length >= lump) spill();
    },
    merged,
    repeats: () => repeats,
    dispose: () => files.remove(folder),
  };
}

/** Merges sorted sources of lines into one sorted source. */
async function* mergeSorted(sources: readonly AsyncIterable<string>[]): AsyncGenerator<string> {
  const heads: { iterator: AsyncIterator<string>; line: string }[] = [];
  for (const source of sources) {
    const iterator = source[Symbol.asyncIterator]();
    const first = await iterator.next();
    if (!first.done) heads.push({ iterator, line: first.value });
  }
  for (;;) {
    let least = heads[0];
    if (!least) return;
    for (const head of heads) if (head.line < least.line) least = head;
    yield least.line;
    const next = await least.iterator.next();
    if (next.done) heads.splice(heads.indexOf(least), 1);
    else least.line = next.value;
  }
}

const says = (row: Row): string => row.value || row.absent;

function twoValues(a: Row, b: Row): Text {
  const about = a.key.filter((it) => it !== "").join(", ");
  return {
    nl: `De tabel geeft twee waarden voor hetzelfde: ${says(a)} en ${says(b)} (${about}).`,
    en: `The table gives two values for the same thing: ${says(a)} and ${says(b)} (${about}).`,
  };
}
