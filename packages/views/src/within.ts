import { parsePeriod } from "@impactmonitor/model/period";

/** From the beginning of one period to the end of another; either end may be open. */
export interface Within {
  readonly from?: string;
  readonly until?: string;
}

/** Whether a period lies in a stretch of time as a whole. */
export function isWithin(period: string, { from, until }: Within): boolean {
  const it = parsePeriod(period);
  const [first, last] = [from && parsePeriod(from), until && parsePeriod(until)];
  if (!it) return false;
  return (!first || it.start >= first.start) && (!last || it.end <= last.end);
}
