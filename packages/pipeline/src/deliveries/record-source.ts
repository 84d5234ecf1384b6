import type { Fault } from "./fault.ts";

/** The records of one type as they were delivered, before they are typed. */
export interface RecordSource {
  readonly type: string;
  /** The file (and sheet) as the sender knows it. */
  readonly file: string;
  /** SQL source with the text of each field in its `rawColumn`, in the order of the file. */
  readonly sql: string;
  /** The same without spaces around any text, for when something is wrong without: it takes twice the time to read. */
  readonly trimmed?: string;
  /** Whether persons and dates of birth were replaced before the engine saw them. */
  readonly safe: boolean;
  /** Physical lines of records, by number of the record. */
  readonly lines: (records: ReadonlySet<number>) => Promise<ReadonlyMap<number, number>>;
  /** Why the engine could not cut the file into records: looked for once it failed. */
  readonly cutFaults: () => Promise<readonly Fault[]>;
}

/** What was found in a delivery: sources, or why there are none; soft faults don't keep a delivery from being accepted. */
export interface Opened {
  readonly sources: readonly RecordSource[];
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}
