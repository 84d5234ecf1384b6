/** Days are whole numbers from 1 January 1998 on, so that a child of 18 in the first half-year that is made has a birthday in them. */
const firstYear = 1998;
const lastYear = 2032;
const dayLength = 86_400_000;
const epoch = Date.UTC(firstYear, 0, 1);

const texts: string[] = [];
for (let at = epoch; at < Date.UTC(lastYear + 1, 0, 1); at += dayLength)
  texts.push(new Date(at).toISOString().slice(0, 10).replaceAll("-", ""));

/** A day as it is delivered: `20240131`. Throws outside 1998–2032, which is a bug. */
export function dayText(day: number): string {
  const text = texts[day];
  if (text === undefined) throw new RangeError(`Day ${day} is outside the calendar.`);
  return text;
}

export const dayOf = (year: number, month: number, date: number): number =>
  Math.round((Date.UTC(year, month - 1, date) - epoch) / dayLength);

/** A half-year with its first and last day. */
export interface HalfYear {
  readonly code: string;
  readonly year: number;
  readonly first: number;
  readonly last: number;
}

/** @param code such as `2024H1` */
export function halfYear(code: string): HalfYear {
  const year = Number(code.slice(0, 4));
  const second = code.endsWith("H2");
  return {
    code,
    year,
    first: dayOf(year, second ? 7 : 1, 1),
    last: second ? dayOf(year, 12, 31) : dayOf(year, 6, 30),
  };
}

/** All half-years from one to another, both included. */
export function halfYears(from: string, until: string): readonly string[] {
  const codes: string[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(until.slice(0, 4)); year++)
    for (const half of [`${year}H1`, `${year}H2`]) if (half >= from && half <= until) codes.push(half);
  return codes;
}

/** How busy each day of a half-year is: the product of the weight of its month and of its day of the week. */
export function dayWeights(period: HalfYear, months: readonly number[], weekdays: readonly number[]): number[] {
  const weights: number[] = [];
  for (let day = period.first; day <= period.last; day++) {
    const month = Number(dayText(day).slice(4, 6));
    // 1 January 1998 was a Thursday.
    weights.push(months[month - 1]! * weekdays[(day + 3) % 7]!);
  }
  return weights;
}
