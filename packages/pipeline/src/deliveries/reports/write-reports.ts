import { fileURLToPath } from "node:url";
import { realFiles, type Files } from "../../import-cbs/files.ts";
import type { Outcome, Problem } from "../../problem.ts";
import { readAreas } from "../../read-areas.ts";
import type { ReceivedRecords } from "../received-records.ts";
import { daysOf } from "./field-classes.ts";
import { kwaliteitsrapportPage } from "./kwaliteitsrapport-page.ts";
import { makeKwaliteitsrapport, type Kwaliteitsrapport } from "./kwaliteitsrapport.ts";
import { mirrorFindings } from "./mirror-findings.ts";
import { qualityFindings } from "./quality-findings.ts";
import { readRules } from "./read-rules.ts";
import type { ReportCover } from "./report-page.ts";
import { mirrorSheets, qualitySheets } from "./report-sheets.ts";
import { reportWorkbook } from "./report-workbook.ts";
import { spiegelrapportPage } from "./spiegelrapport-page.ts";
import { makeSpiegelrapport, type Spiegelrapport } from "./spiegelrapport.ts";

/** The folder that holds catalogue/. */
const ownRoot = fileURLToPath(new URL("../../../../..", import.meta.url)).replace(/\/$/, "");

export interface ReportOptions {
  /** The folder that holds catalogue/: rules of the protocol, names of areas, which municipality is in which region. */
  readonly root?: string;
  /** Says on every report that the delivery is made up. */
  readonly practice?: boolean;
  readonly files?: Files;
}

/**
 * Writes spiegelrapport and kwaliteitsrapport of a delivery, each as HTML and XLSX. Nothing is written before all four are
 * made, and each file appears only when it is whole. They hold small counts: they are for the sender and the steward.
 * @param previous the delivery of the period before, of the same sender
 * @param madeOn ISO day that the reports name
 * @returns the two reports; or what is wrong with the rules or the list of areas, and then nothing is written
 */
export async function writeReports(
  folder: string,
  current: ReceivedRecords,
  previous: ReceivedRecords | undefined,
  madeOn: string,
  { root = ownRoot, practice = false, files = realFiles }: ReportOptions = {},
): Promise<Outcome<{ readonly mirror: Spiegelrapport; readonly quality: Kwaliteitsrapport }>> {
  const rules = readRules(root, current.protocol);
  if (!rules.ok) return rules;
  const known = namesOf(root, current);
  if (!known.ok) return known;
  const { regionName, areaNames, memberships } = known.value;
  const mirror = await makeSpiegelrapport(current, previous, areaNames);
  const quality = await makeKwaliteitsrapport(current, previous, { rules: rules.value, memberships }, mirror);
  const cover: ReportCover = { regionName, madeOn, practice };
  const { about } = mirror;
  const made: [name: string, content: string | Uint8Array][] = [
    ["spiegelrapport.html", spiegelrapportPage(mirror, cover)],
    [
      "spiegelrapport.xlsx",
      await reportWorkbook("Spiegelrapport", about, cover, mirrorFindings(mirror), mirrorSheets(mirror)),
    ],
    ["kwaliteitsrapport.html", kwaliteitsrapportPage(quality, cover)],
    [
      "kwaliteitsrapport.xlsx",
      await reportWorkbook("Kwaliteitsrapport", about, cover, qualityFindings(quality), qualitySheets(quality)),
    ],
  ];
  for (const [name, content] of made) files.write(`${folder}/${name}`, content);
  return { ok: true, value: { mirror, quality } };
}

type Known = Pick<ReturnType<typeof readAreas>, "memberships"> & {
  readonly regionName: string;
  readonly areaNames: ReadonlyMap<string, string>;
};

/** Names as they were on the last day of the period. */
function namesOf(root: string, { region, period }: ReceivedRecords): Outcome<Known> {
  const problems: Problem[] = [];
  const { areas, memberships } = readAreas(root, problems);
  if (problems.length > 0) return { ok: false, problems };
  const { end } = daysOf(period);
  const names = new Map<string, string>();
  // The name that holds at the end of the period goes before an earlier or later one.
  for (const it of areas) {
    const holds = it.validFrom <= end && (it.validTo === undefined || it.validTo >= end);
    if (holds || !names.has(it.code)) names.set(it.code, it.name);
  }
  const areaNames = new Map([...names].filter(([code]) => code.startsWith("GM")));
  return { ok: true, value: { memberships, areaNames, regionName: names.get(region) ?? region } };
}
