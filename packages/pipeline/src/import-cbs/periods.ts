import type { PeriodKind } from "@impactmonitor/model/period";

export interface CbsPeriod {
  readonly code: string;
  readonly kind: PeriodKind;
}

const two = (n: number): string => String(n).padStart(2, "0");

/**
 * Reads a period code of CBS: 2021JJ00 year, 2021HJ01 half-year, 2021KW03 quarter, 2021MM11 month, 20210101 day.
 * @returns our period, or undefined for every other kind (weeks, school years, averages): those are not ours to guess
 */
export function readPeriodCode(code: string): CbsPeriod | undefined {
  const day = /^(\d{4})(\d{2})(\d{2})$/.exec(code);
  if (day) return checkedDay(`${day[1]}-${day[2]}-${day[3]}`);
  const m = /^(\d{4})(JJ|HJ|KW|MM)(\d{2})$/.exec(code);
  if (!m) return undefined;
  return inYear(m[1]!, m[2]!, Number(m[3]));
}

function inYear(year: string, kind: string, n: number): CbsPeriod | undefined {
  if (kind === "JJ") return n === 0 ? { code: year, kind: "year" } : undefined;
  if (kind === "HJ") return n === 1 || n === 2 ? { code: `${year}H${n}`, kind: "half-year" } : undefined;
  if (kind === "KW") return n >= 1 && n <= 4 ? { code: `${year}Q${n}`, kind: "quarter" } : undefined;
  return n >= 1 && n <= 12 ? { code: `${year}-${two(n)}`, kind: "month" } : undefined;
}

function checkedDay(iso: string): CbsPeriod | undefined {
  const date = new Date(`${iso}T00:00:00Z`);
  const real = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === iso;
  return real ? { code: iso, kind: "date" } : undefined;
}

const months = "januari februari maart april mei juni juli augustus september oktober november december".split(" ");

/**
 * Reads a period as StatLine prints it: “2023*”, “1e halfjaar 2023”, “2023 1e halfjaar”, “2e kwartaal 2021”,
 * “2021 november”. Asterisks say how provisional it is and are read by `marksOfTitle`.
 */
export function readPeriodTitle(title: string): CbsPeriod | undefined {
  const plain = title.replace(/\*+$/, "").trim();
  const year = /^\d{4}$/.exec(plain);
  if (year) return { code: plain, kind: "year" };
  const m = /^(\d{4}) (.+)$/.exec(plain) ?? swapped(/^(.+) (\d{4})$/.exec(plain));
  if (!m) return undefined;
  const part = /^(\d)e (halfjaar|kwartaal)$/.exec(m[2]!);
  if (part) return inYear(m[1]!, part[2] === "halfjaar" ? "HJ" : "KW", Number(part[1]));
  const month = months.indexOf(m[2]!);
  return month < 0 ? undefined : inYear(m[1]!, "MM", month + 1);
}

const swapped = (m: RegExpExecArray | null): readonly string[] | undefined => (m ? [m[0], m[2]!, m[1]!] : undefined);
