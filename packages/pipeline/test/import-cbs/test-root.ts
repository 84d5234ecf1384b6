import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Effects } from "../../src/import-cbs/effects.ts";
import { realEffects } from "../../src/import-cbs/effects.ts";

const indicator = (id: string, breakdowns: string[], measures = "count"): string => `id: ${id}
measures: [${measures}]
breakdowns: [${breakdowns.map((it) => `{ dimension: ${it} }`).join(", ")}]
levels: [nation, landsdeel, province, vt-region, municipality]
periodKinds: [year, half-year]
`;

const codelist = (id: string, codes: string[]): string =>
  `id: ${id}\ncodes:\n${codes.map((it) => `  - { id: ${it} }\n`).join("")}`;

const common = `output: figures
url: https://www.cbs.nl/test
labels: seen
periodKinds: [year, half-year]
levels: [nation, vt-region, municipality]
`;

/** A small catalogue for the test tables. */
const files: Record<string, string> = {
  "catalogue/areas/areas.csv": `code,level,name,slug,valid_from,valid_to,aliases,changes
NL01,nation,Nederland,nederland,1986-01-01,,Holland,
PV21,province,Fryslân,fryslan,2015-01-01,,Friesland,
VT04,vt-region,Friesland,friesland,2015-01-01,,Fryslân,
VT15,vt-region,Noord-Brabant Midden,midden-brabant,2015-01-01,2022-12-31,Hart van Brabant,
VT15,vt-region,Midden-Brabant,midden-brabant,2023-01-01,,Hart van Brabant,
VT16,vt-region,Brabant Noordoost,brabant-noordoost,2015-01-01,2022-12-31,Noordoost-Brabant,
VT27,vt-region,Oost-Brabant,oost-brabant,2023-01-01,,Brabant Noordoost|Noordoost-Brabant,
GM0014,municipality,Groningen,groningen,2019-01-01,,Haren|Ten Boer,
GM0080,municipality,Leeuwarden,leeuwarden,2019-01-01,,,
`,
  "catalogue/indicators/reports-received.yaml": indicator("reports-received", []),
  "catalogue/indicators/safety-assessment-outcome.yaml": indicator("safety-assessment-outcome", ["assessment-outcome"]),
  "catalogue/indicators/unsafe-reports.yaml": indicator("unsafe-reports", ["safety"]),
  "catalogue/indicators/previous.yaml": indicator("previous", ["previous-involvement"], "count, percent"),
  "catalogue/codelists/assessment-outcome.yaml": codelist("assessment-outcome", ["transfer", "not-yet-assessed"]),
  "catalogue/codelists/safety.yaml": codelist("safety", ["acute"]),
  "catalogue/codelists/previous-involvement.yaml": codelist("previous-involvement", [
    "repeat-report",
    "follow-up-report",
  ]),
  "catalogue/context.yaml": "- id: population-total\n",
  "catalogue/cbs/areas.yaml": `codes: []\nprefixes:\n  - { prefix: AM, ignore: Labour market regions are no level of the monitor. }\n`,
  "catalogue/cbs/99001NED.yaml": `table: 99001NED
title: Testtabel; verzonnen cijfers
${common}dimensions:
  - { role: area, title: "Regio's" }
  - { role: period, title: Perioden }
  - role: breakdown
    title: Taxatie
    codes:
      - { title: Totaal, total: true }
      - { title: Acute onveiligheid, is: { safety: acute } }
  - role: breakdown
    title: Beoordeling
    codes:
      - { title: Totaal, total: true }
      - { title: Overdracht, is: { assessment-outcome: transfer } }
      - { title: Nog niet beoordeeld, is: { assessment-outcome: not-yet-assessed } }
measures:
  - title: Ontvangen meldingen
    unit: [aantal]
    measure: count
    gives:
      - { indicator: reports-received }
      - { by: [assessment-outcome], indicator: safety-assessment-outcome }
      - { by: [safety], indicator: unsafe-reports }
      - { by: [assessment-outcome, safety], ignore: One breakdown at a time. }
`,
  "catalogue/cbs/99002NED.yaml": `table: 99002NED
title: Testtabel; verzonnen cijfers in groepen
${common}dimensions:
  - { role: area, title: "Regio's" }
  - { role: period, title: Perioden }
measures:
  - title: Totaal
    group: [Ontvangen meldingen, Hermelding]
    unit: [aantal]
    measure: count
    is: { previous-involvement: repeat-report }
    gives: [{ by: [previous-involvement], indicator: previous }]
  - title: Totaal
    group: [Ontvangen meldingen, Vervolgmelding]
    unit: [aantal]
    measure: count
    is: { previous-involvement: follow-up-report }
    gives: [{ by: [previous-involvement], indicator: previous }]
  - title: Totaal
    group: [Ontvangen meldingen (relatief), Hermelding]
    unit: ["%"]
    measure: percent
    is: { previous-involvement: repeat-report }
    gives: [{ by: [previous-involvement], indicator: previous }]
  - { title: Overig, ignore: Not used in the test. }
`,
  "catalogue/cbs/99003ned.yaml": `table: 99003ned
title: Testtabel; verzonnen bevolking
output: context
url: https://www.cbs.nl/test
labels: seen
periodKinds: [year]
levels: [nation, municipality]
otherAreas: { ignore: Municipalities of long ago. }
dimensions:
  - { role: area, title: "Regio's" }
  - { role: period, title: Perioden }
  - role: breakdown
    title: Geslacht
    codes: [{ title: Totaal mannen en vrouwen, total: true }]
    others: { ignore: Both sexes together. }
measures:
  - { title: Bevolking op 1 januari, unit: [aantal], measure: persons, gives: [{ variable: population-total }] }
otherMeasures: { ignore: Only the count of 1 January. }
`,
};

export interface TestRoot {
  readonly root: string;
  readonly data: string;
  readonly write: (path: string, text: string | Uint8Array) => string;
  readonly clean: () => void;
}

/** A throwaway folder with a small catalogue and a data folder. */
export function testRoot(): TestRoot {
  const root = mkdtempSync(join(tmpdir(), "import-cbs-"));
  const write = (path: string, text: string | Uint8Array): string => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    return join(root, path);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  return { root, data: join(root, "data"), write, clean: () => rmSync(root, { recursive: true, force: true }) };
}

export interface TestEffects extends Effects {
  readonly lines: string[];
  readonly naps: number[];
}

/** The real disk and network, a clock that stands still, and no real waiting. */
export function testEffects(more: Partial<Effects> = {}): TestEffects {
  const [lines, naps]: [string[], number[]] = [[], []];
  return {
    ...realEffects,
    sleep: async (milliseconds) => void naps.push(milliseconds),
    now: () => new Date("2025-06-01T12:00:00Z"),
    log: (line) => void lines.push(line),
    terminal: undefined,
    ...more,
    lines,
    naps,
  };
}
