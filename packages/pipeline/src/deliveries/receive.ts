import { existsSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { Duck } from "../duck.ts";
import { citizenNumbers } from "./citizen-numbers.ts";
import { keyFaults, mixedFaults, outsideRegion, referenceFaults } from "./cross-record-faults.ts";
import { fault, type Fault } from "./fault.ts";
import type { Reading } from "./field-sql.ts";
import { agree, listFiles, readHeader, sortFiles, type FoundFiles, type Said, type SaidBy } from "./find-files.ts";
import type { Layout } from "./layout.ts";
import { openDelivery, readFiles, surveyFiles, type ReadFile } from "./open-delivery.ts";
import type { PseudonymKey } from "./pseudonym.ts";
import type { ReceivedRecords } from "./received-records.ts";
import type { RecordSource } from "./record-source.ts";
import { municipalitiesIn, resolveDelivery, type DeliveryCatalogue, type Resolved } from "./resolve-delivery.ts";
import { loadMunicipalities, recordsIn, stageRecords } from "./stage-records.ts";
import type { StoredDelivery } from "./stored-delivery.ts";
import { watchProgress } from "./watch-progress.ts";
import { invalidValues, valueFaults } from "./value-faults.ts";

export interface Step {
  readonly doing: "checksum" | "read" | "check";
  /** File or record type. */
  readonly name: string;
  /** Bytes of a checksum; else a share from 0 to 1. */
  readonly done: number;
  readonly of: number | undefined;
}
export type Progress = (step: Step) => void;

/** What is handed in, and what it is read against. */
export interface Incoming {
  /** Folder of one sender and half-year, or a single file. */
  readonly path: string;
  /** What the person who hands it in says; may not differ from what the delivery says. */
  readonly said: Said;
  /** Fixed layout of its text files, by id. */
  readonly layout?: string;
  readonly catalogue: DeliveryCatalogue;
  readonly layouts: ReadonlyMap<string, Layout>;
  readonly key: PseudonymKey;
  /** Made-up records are received apart, and only these. False when left out. */
  readonly practice?: boolean;
  /** ISO day. */
  readonly today: string;
  readonly progress: Progress;
}

/** A delivery as it was found: whose it is, and its files with their checksums. */
export interface Found {
  readonly said: Said;
  readonly resolved?: Resolved;
  readonly files: readonly ReadFile[];
  readonly faults: readonly Fault[];
}

/** Everything about a delivery that can be known without reading its records, and how to read those. */
export async function findDelivery(
  incoming: Incoming,
): Promise<
  Found & { readonly read?: (duck: Duck, folder: string, standing: readonly StoredDelivery[]) => Promise<Read> }
> {
  const { path, catalogue, layouts, today } = incoming;
  const name = basename(path);
  const listed = listFiles(path);
  if (!listed || listed.length === 0)
    return { said: incoming.said, files: [], faults: [fault({ kind: "nothing-to-read", file: name })] };
  const types = [...new Set([...catalogue.protocols.values()].flatMap((it) => Object.keys(it.records)))];
  const files = sortFiles(listed, types, incoming.layout === undefined ? undefined : layouts.get(incoming.layout));
  const { said, faults: unclear } = whatIsSaid(incoming, files);
  const resolved = resolveDelivery(said, catalogue, files.header?.name ?? name, today);
  const surveys = await surveyFiles(files, incoming.progress);
  const read = readFiles(files, surveys);
  const faults = [...unclear, ...("region" in resolved ? [] : resolved)];
  if (files.csv.length + files.fixed.length + files.workbooks.length === 0)
    faults.push(fault({ kind: "nothing-to-read", file: name }));
  if (faults.length > 0 || !("region" in resolved)) return { said, files: read, faults };
  const reading: Reading = { protocol: resolved.protocol, period: resolved.period, key: incoming.key };
  const ofProtocol = withTypesOf(files, resolved);
  return {
    said,
    resolved,
    files: read,
    faults,
    read: async (duck, folder, standing) => {
      const municipalities = municipalitiesIn(catalogue, resolved);
      await loadMunicipalities(
        duck,
        municipalities.map((it) => it.code),
      );
      const opened = await openDelivery(duck, ofProtocol, surveys, reading, name);
      const members = municipalities.filter((it) => it.inRegion).map((it) => it.code);
      const found = await readRecords(
        duck,
        {
          ...opened,
          reading,
          region: resolved.region,
          practice: incoming.practice ?? false,
          members,
          folder,
          standing,
        },
        incoming.progress,
      );
      const changed = [...surveys].filter(
        ([file, { bytes }]) => statSync(file, { throwIfNoEntry: false })?.size !== bytes,
      );
      return {
        ...found,
        faults: [
          ...found.faults,
          ...changed.map(([file]) => fault({ kind: "changed-while-reading", file: basename(file) })),
        ],
      };
    },
  };
}

function whatIsSaid(incoming: Incoming, files: FoundFiles): { readonly said: Said; readonly faults: readonly Fault[] } {
  const header = files.header ? readHeader(files.header) : undefined;
  const wrong = header && "kind" in header ? [header] : [];
  const all: SaidBy[] = [{ ...incoming.said, file: basename(incoming.path) }];
  if (files.header && header && !("kind" in header)) all.push({ ...header, file: files.header.name });
  for (const it of [...files.csv, ...files.workbooks]) all.push({ ...it.said, file: it.name });
  for (const it of files.fixed) all.push({ protocol: it.layout.protocol, file: it.name });
  const { said, faults } = agree(all);
  return { said, faults: [...wrong, ...faults] };
}

/** Files of types that another protocol has are not read. */
const withTypesOf = (files: FoundFiles, { protocol }: Resolved): FoundFiles => ({
  ...files,
  csv: files.csv.filter((it) => Object.hasOwn(protocol.records, it.type)),
  unknown: [...files.unknown, ...files.csv.filter((it) => !Object.hasOwn(protocol.records, it.type))],
});

/** What reading the records of a delivery came to. */
export interface Read {
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
  /** Records by type. */
  readonly records: Readonly<Record<string, number>>;
  /** Absent when not every file could be read. */
  readonly received?: ReceivedRecords;
}

interface ToRead {
  readonly sources: readonly RecordSource[];
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
  readonly reading: Reading;
  readonly region: string;
  readonly practice: boolean;
  readonly members: readonly string[];
  readonly folder: string;
  readonly standing: readonly StoredDelivery[];
}

async function readRecords(duck: Duck, it: ToRead, progress: Progress): Promise<Read> {
  const { sources, reading, folder } = it;
  const { protocol, period } = reading;
  const faults = [...it.faults];
  const records: Record<string, number> = {};
  const valueErrors: Fault[] = [];
  for (const type of Object.keys(protocol.records)) {
    let source = sources.find((one) => one.type === type);
    const stage = () =>
      watchProgress(duck, { doing: "read", name: type }, progress, () =>
        stageRecords(duck, source, type, reading, join(folder, `${type}.parquet`)),
      );
    let staged = await stage();
    if (staged?.faulty && source?.trimmed !== undefined) {
      source = { ...source, sql: source.trimmed };
      staged = await stage();
    }
    if (!staged) faults.push(...(source ? await whyUncut(source) : []));
    else records[type] = staged.count;
    if (staged?.faulty && source) valueErrors.push(...(await valueFaults(duck, source, reading)));
  }
  const whole = Object.keys(protocol.records).every((type) => Object.hasOwn(records, type));
  faults.push(...valueErrors);
  if (!whole || it.faults.length > 0) return { faults, warnings: it.warnings, records };
  progress({ doing: "check", name: "", done: 0, of: undefined });
  const recordsOf = (type: string): string => recordsIn(join(folder, `${type}.parquet`));
  const earlier = it.standing.filter(
    (one) => one.region === it.region && one.period < period.code && one.protocol === protocol.id,
  );
  faults.push(...(await keyFaults(duck, protocol, sources, recordsOf)));
  faults.push(...(await mixedFaults(duck, protocol, sources, recordsOf, it.practice)));
  faults.push(
    ...(await referenceFaults(duck, protocol, sources, recordsOf, (type) =>
      earlier
        .map((one) => join(one.folder, `${type}.parquet`))
        .filter((file) => existsSync(file))
        .map(recordsIn),
    )),
  );
  const outside = await outsideRegion(duck, protocol, sources, recordsOf, it);
  const citizens = await citizenNumbers(duck, protocol, sources, recordsOf);
  faults.push(...citizens.faults);
  const received: ReceivedRecords = {
    duck,
    protocol,
    region: it.region,
    period: period.code,
    source: recordsOf,
    invalid: invalidValues(valueErrors),
  };
  return { faults, warnings: [...it.warnings, ...outside, ...citizens.warnings], records, received };
}

async function whyUncut(source: RecordSource): Promise<readonly Fault[]> {
  const faults = await source.cutFaults();
  return faults.length > 0 ? faults : [fault({ kind: "unreadable", file: source.file, type: source.type })];
}
