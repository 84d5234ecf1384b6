import { dayText } from "./calendar.ts";
import { writeServices } from "./follow-up.ts";
import { caseKey, datePast, municipalityCode, type RegionRun } from "./region-run.ts";

/**
 * Ends a half-year: services, cases and people as they stand on its last day are written, and closed cases are left behind.
 * @param stays whether a municipality is in the region's hands in the next half-year; a case of one that leaves closes now
 */
export function endHalfYear(run: RegionRun, stays: (municipality: string) => boolean): void {
  const { cases, period } = run;
  const staying = new Map<number, boolean>([[0, true]]);
  for (const at of run.live) {
    const place = cases.municipality(at);
    if (!staying.has(place)) staying.set(place, stays(municipalityCode(place)));
    if (staying.get(place) || cases.close(at) <= period.last) continue;
    run.gone.add(at);
    cases.closeOn(at, period.last);
  }
  writeServices(run);
  const running: number[] = [];
  for (const at of run.live) {
    if (run.write) writeCase(run, at);
    if (cases.close(at) > period.last) running.push(at);
    else run.serving.delete(at);
  }
  run.live = running;
}

function writeCase(run: RegionRun, at: number): void {
  const { cases } = run;
  const key = caseKey(run, at);
  run.write?.(
    "casus",
    `${key},${municipalityCode(cases.municipality(at))},${dayText(cases.start(at))},${datePast(run, cases.close(at))}\n`,
  );
  let rows = "";
  for (let i = 0; i < cases.personCount(at); i++) {
    const number = cases.personNumber(at, i);
    const born = cases.born(at, i);
    rows = `${key},${number === 0 ? "000000000" : number},${born === 0 ? "" : born},${String.fromCharCode(cases.sex(at, i))}\n`;
    run.write?.("persoon", rows);
  }
}
