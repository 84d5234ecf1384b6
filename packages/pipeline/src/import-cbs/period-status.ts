import type { Mark } from "@impactmonitor/model/cell";

/** How final the figures of a period are. */
const marksOfStatus: Readonly<Record<string, readonly Mark[]>> = {
  "": [],
  definitief: [],
  voorlopig: ["provisional"],
  "nader voorlopig": ["revised-provisional"],
  nadervoorlopig: ["revised-provisional"],
};

/** @returns the marks of a Status of CBS, or undefined for one that we don't know */
export function marksOfPeriodStatus(status: string): readonly Mark[] | undefined {
  return marksOfStatus[status.trim().toLowerCase()];
}

/** StatLine prints `2023*` for provisional and `2023**` for revised provisional. */
export function marksOfPeriodTitle(title: string): readonly Mark[] {
  if (title.endsWith("**")) return ["revised-provisional"];
  return title.endsWith("*") ? ["provisional"] : [];
}
