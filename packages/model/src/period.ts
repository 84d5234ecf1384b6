import { periodCode, type PeriodCode } from "./id.ts";

/**
 * Periods are exact:
 * year 2023 · half-year 2021H1 · quarter 2021Q3 · month 2021-03 · reference date 2023-12-31 ·
 * years 2016/2020 · quarters 2025Q1-Q3.
 * A cohort wave ("one year after the report") is no calendar period and lives in a breakdown.
 */
export const periodKinds = ["year", "half-year", "quarter", "month", "date", "years", "quarters"] as const;
export type PeriodKind = (typeof periodKinds)[number];

export interface Period {
  readonly code: PeriodCode;
  readonly kind: PeriodKind;
  /** First day, ISO. */
  readonly start: string;
  /** Last day, ISO. */
  readonly end: string;
}

const pad = (n: number): string => String(n).padStart(2, "0");
const lastDay = (year: number, month: number): string =>
  `${year}-${pad(month)}-${pad(new Date(Date.UTC(year, month, 0)).getUTCDate())}`;

function months(kind: PeriodKind, code: string, from: [number, number], to: [number, number]): Period {
  return {
    code: periodCode(code),
    kind,
    start: `${from[0]}-${pad(from[1])}-01`,
    end: lastDay(to[0], to[1]),
  };
}

/** The same few hundred codes are read over and over, in every comparison of two figures. */
const known = new Map<string, Period>();
/** Codes also come out of addresses: whatever is asked, no more than this is remembered. */
const mostKnown = 2_000;

/**
 * Reads a period code.
 * @returns the period, or undefined when the text is no period code of ours.
 */
export function parsePeriod(code: string): Period | undefined {
  const before = known.get(code);
  if (before) return before;
  const period = readPeriod(code);
  if (period && known.size < mostKnown) known.set(code, period);
  return period;
}

function readPeriod(code: string): Period | undefined {
  // "0021" is a slip of the pen, and Date would take it for 1921.
  if (!/^[12]\d{3}/.test(code)) return undefined;
  let m: RegExpExecArray | null;
  if ((m = /^(\d{4})$/.exec(code))) return months("year", code, [+m[1]!, 1], [+m[1]!, 12]);
  if ((m = /^(\d{4})H([12])$/.exec(code))) {
    const first = m[2] === "1" ? 1 : 7;
    return months("half-year", code, [+m[1]!, first], [+m[1]!, first + 5]);
  }
  if ((m = /^(\d{4})Q([1-4])$/.exec(code))) {
    const first = (+m[2]! - 1) * 3 + 1;
    return months("quarter", code, [+m[1]!, first], [+m[1]!, first + 2]);
  }
  if ((m = /^(\d{4})Q([1-4])-Q([1-4])$/.exec(code)) && +m[2]! < +m[3]!)
    return months("quarters", code, [+m[1]!, (+m[2]! - 1) * 3 + 1], [+m[1]!, +m[3]! * 3]);
  if ((m = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(code))) return months("month", code, [+m[1]!, +m[2]!], [+m[1]!, +m[2]!]);
  if ((m = /^(\d{4})\/(\d{4})$/.exec(code)) && +m[1]! < +m[2]!) return months("years", code, [+m[1]!, 1], [+m[2]!, 12]);
  if ((m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(code))) {
    const date = new Date(`${code}T00:00:00Z`);
    if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== code) return undefined;
    return { code: periodCode(code), kind: "date", start: code, end: code };
  }
  return undefined;
}

/** Later period last; of two that end together, the shorter first; of two on the same days, by code. */
export function comparePeriods(a: Period, b: Period): number {
  if (a.end !== b.end) return a.end < b.end ? -1 : 1;
  if (a.start !== b.start) return a.start > b.start ? -1 : 1;
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}
