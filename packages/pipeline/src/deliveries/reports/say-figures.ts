/** How figures are written in Dutch reports. */

const whole = new Intl.NumberFormat("nl-NL");
const oneDecimal = new Intl.NumberFormat("nl-NL", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const sayCount = (n: number): string => whole.format(n);

/** A share of nothing is nothing to say. */
export const shareOf = (part: number, all: number): number | undefined => (all === 0 ? undefined : part / all);

/** `12,3 %`; a dash where there is no share. */
export const sayShare = (share: number | undefined): string =>
  share === undefined ? "–" : `${oneDecimal.format(share * 100)} %`;

const signed = (n: number, text: string): string => `${n > 0 ? "+" : n < 0 ? "−" : ""}${text}`;

/** `+12`, `−3`, `0` */
export const sayChange = (n: number): string => signed(n, whole.format(Math.abs(n)));

/** Difference of two shares, in percentage points: `+1,2` */
export function sayPoints(now: number | undefined, then: number | undefined): string {
  if (now === undefined || then === undefined) return "–";
  const points = pointsBetween(now, then);
  return signed(points, oneDecimal.format(Math.abs(points)));
}

/** In tenths: a difference that is printed as 0,0 has no sign. */
export const pointsBetween = (now: number, then: number): number => Math.round((now - then) * 1000) / 10;

/** `1e halfjaar 2024` */
export function sayPeriod(code: string): string {
  const [, year, half] = /^(\d{4})H([12])$/.exec(code) ?? [];
  return year ? `${half}e halfjaar ${year}` : code;
}

/** `3 januari 2024`, from 2024-01-03. */
export function sayDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return date.toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

/** `een, twee en drie` */
export const sayList = (items: readonly string[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} en ${items.at(-1)}`;
