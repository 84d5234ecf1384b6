import { fault, type Fault } from "./fault.ts";
import type { RegisterLine } from "./register.ts";
import type { StoredDelivery } from "./stored-delivery.ts";

export interface Request {
  readonly region: string;
  readonly period: string;
  /** `add`: nothing stands yet. `replace`: something does. */
  readonly mode: "add" | "replace";
  /** A first delivery of a period older than what stands. */
  readonly first: boolean;
  readonly files: readonly { readonly sha256: string }[];
}

/**
 * Whether a delivery may take its place among those that stand: a period is replaced as a whole, and only the latest two of a sender
 * can still be corrected (the rule of the protocol of 2015).
 * @param file names the place in the faults
 */
export function replacementFaults(
  { region, period, mode, first, files }: Request,
  standing: readonly StoredDelivery[],
  lines: readonly RegisterLine[],
  file: string,
): Fault[] {
  const ofSender = standing.filter((it) => it.region === region).map((it) => it.period);
  const latest = ofSender.length > 0 ? ofSender.reduce((a, b) => (a > b ? a : b)) : undefined;
  const current = standing.find((it) => it.region === region && it.period === period);
  const same = standing.find((it) =>
    sameFiles(
      lines.find((line) => line.id === it.id),
      files,
    ),
  );
  if (same) return [fault({ kind: "duplicate", file, named: same.id })];
  if (current && mode === "add") return [fault({ kind: "stands-already", file, named: current.id })];
  if (!current && mode === "replace") return [fault({ kind: "nothing-stands", file, named: `${region} ${period}` })];
  if (latest === undefined || period >= latest) return [];
  const before = halfYearBefore(latest);
  if (current && period < before)
    return [fault({ kind: "too-old", file, named: period, expected: `${before}, ${latest}` })];
  if (!current && !first)
    return [fault({ kind: "later-stands", file, named: `${region} ${period}`, expected: latest })];
  return [];
}

/** Whether both are made of the same bytes, whatever the names; a delivery without records can look like any other. */
function sameFiles(line: RegisterLine | undefined, files: readonly { readonly sha256: string }[]): boolean {
  if (!line || Object.values(line.records ?? {}).every((it) => it === 0)) return false;
  const sums = (all: readonly { readonly sha256: string }[]): string =>
    all
      .map((it) => it.sha256)
      .sort()
      .join(" ");
  return sums(line.files) === sums(files);
}

/** 2023H2 for 2024H1. */
export function halfYearBefore(period: string): string {
  const year = Number(period.slice(0, 4));
  return period.endsWith("H2") ? `${year}H1` : `${year - 1}H2`;
}
