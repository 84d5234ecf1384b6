import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { sayProblem } from "../../src/problem.ts";
import { checkMappings } from "../../src/import-cbs/check-mappings.ts";
import { importCbs } from "../../src/import-cbs/import-cbs.ts";
import { mappedTables, readCbsAreas } from "../../src/import-cbs/read-mapping.ts";
import { startCbsServer, type CbsServer, type TestTable } from "./cbs-server.ts";
import { testEffects } from "./test-root.ts";
import { fullTable } from "./test-table.ts";

/** The project's own mapping files, against tables with the published titles and made-up numbers and codes. */
const root = resolve(import.meta.dirname, "../../../..");

let server: CbsServer | undefined;
afterEach(async () => server?.close());

async function importing(table: TestTable) {
  const data = mkdtempSync(join(tmpdir(), "cbs-"));
  try {
    server = await startCbsServer(table);
    const outcome = await importCbs({ root, data, tables: [table.id], base: server.v4, quiet: true }, testEffects());
    const text = (name: string) => readFileSync(`${data}/cbs/${name}`, "utf8");
    const failure = outcome.failed[0]?.failure;
    return {
      failure,
      csv: failure ? "" : text(`${table.id}.csv`),
      report: failure?.kind === "mapping" ? text(`${table.id}.mapping-report.txt`) : "",
    };
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

const codes = (...titles: string[]) => titles.map((title, i) => ({ identifier: `T${String(900 + i)}`, title }));
const regions = {
  identifier: "RegioS",
  title: "Regio’s",
  kind: "GeoDimension",
  codes: [
    { identifier: "NL01", title: "Nederland" },
    { identifier: "LD01", title: "Noord-Nederland (LD)" },
    { identifier: "PV21", title: "Fryslân (PV)" },
    { identifier: "VT04", title: "Friesland (VT)" },
    { identifier: "GM0080", title: "Leeuwarden" },
  ],
};
const periods = {
  identifier: "Perioden",
  title: "Perioden",
  kind: "TimeDimension",
  codes: [
    { identifier: "2023HJ01", title: "1e halfjaar 2023", status: "Voorlopig" },
    { identifier: "2023JJ00", title: "2023", status: "Voorlopig" },
  ],
};
const count = (title: string, ...group: string[]) => ({
  identifier: `M${title.length}${group.length}${group.join("").length}`,
  title,
  unit: "aantal",
  group,
});

describe("the mapping files", () => {
  test("are there for the ten Veilig Thuis tables and the population, and fit the catalogue", () => {
    expect(mappedTables(root)).toEqual([
      "03759ned",
      "70072ned",
      "84847NED",
      "84848NED",
      "84849NED",
      "84850NED",
      "84851NED",
      "84852NED",
      "84853NED",
      "84854NED",
      "84855NED",
      "85361NED",
    ]);
    const checked = checkMappings(root);
    expect(checked.ok ? [] : checked.problems.map(sayProblem)).toEqual([]);
    expect(readCbsAreas(root).ok).toBe(true);
  });

  test("take the published titles of 84852NED", async () => {
    const { failure, csv } = await importing(
      fullTable({
        id: "84852NED",
        title: "Huiselijk geweld; veiligheidsbeoordeling en -taxatie Veilig Thuis, regio",
        dimensions: [
          {
            identifier: "Veiligheidstaxatie",
            title: "Veiligheidstaxatie",
            kind: "Dimension",
            codes: codes("Totaal", "Acute onveiligheid"),
          },
          {
            identifier: "Veiligheidsbeoordeling",
            title: "Veiligheidsbeoordeling",
            kind: "Dimension",
            codes: codes(
              "Totaal",
              "Vervolgstappen beleggen bij Veilig Thuis",
              "Overdracht",
              "Geen vervolgstappen nodig",
              "Inzet regionaal maatwerk Veilig Thuis",
              "Nog niet beoordeeld",
            ),
          },
          regions,
          periods,
        ],
        measures: [count("Ontvangen meldingen")],
      }),
    );
    expect(failure).toBeUndefined();
    for (const start of [
      "reports-received,GM0080,2023H1,count,,",
      "safety-assessment-outcome,VT04,2023,count,assessment-outcome=next-steps-at-veilig-thuis,",
      "unsafe-reports,PV21,2023,count,safety=acute,",
    ])
      expect(csv).toContain(`\n${start}`);
    expect(csv).toContain(
      `,provisional,yes,2025-01-01,"CBS StatLine 84852NED: Huiselijk geweld; veiligheidsbeoordeling`,
    );
  });

  test("take the published titles of 84849NED: roles, organisations and durations in one dimension", async () => {
    const { failure, csv } = await importing(
      fullTable({
        id: "84849NED",
        title: "Huiselijk geweld; rol/functie, organisatie, duur geweld, regio",
        dimensions: [
          {
            identifier: "KenmerkenAdviezenMeldingen",
            title: "Kenmerken adviezen/meldingen",
            kind: "Dimension",
            codes: codes(
              "Totaal",
              "Beroepsmatig totaal",
              "J en V: politie: totaal",
              "Duur geweld: > 1 jaar,< 5 jaar",
              "Onbekend",
            ),
          },
          regions,
          periods,
        ],
        measures: [count("Gestarte adviezen"), count("Ontvangen meldingen")],
      }),
    );
    expect(failure).toBeUndefined();
    for (const start of [
      "advice-started,NL01,2023,count,,",
      "advice-seeker-role,NL01,2023,count,role-or-organisation=professional,",
      "reporter-role,LD01,2023,count,role-or-organisation=organisation-police,",
      "violence-duration-reports,NL01,2023H1,count,violence-duration=1-to-5-years,",
    ])
      expect(csv).toContain(`\n${start}`);
  });

  test("take the published groups of 85361NED", async () => {
    const follow = "Vervolgmelding tijdens betrokkenheid VT";
    const [absolute, relative] = ["Ontvangen meldingen", "Ontvangen meldingen (relatief)"];
    const titles: [string, ...string[]][] = [
      ["Ontvangen meldingen, totaal"],
      ["1e melding, geen betrokkenen bekend VT"],
      ["Totaal", "Hermelding"],
      ["Meerdere betrokkenen al bekend bij VT", "Hermelding"],
      ["Eén betrokkene al bekend bij VT", "Hermelding"],
      ["Totaal", follow],
      ["Tijdens veiligheidsbeoordeling", follow],
      ["Na veiligheidsbeoordeling", follow],
      ["Tijdens monitoring", follow],
      ["Melding niet ingedeeld"],
    ];
    const measures = [absolute, relative].flatMap((top, t) =>
      titles.map(([title, ...group], i) => ({
        identifier: `M${t}${i}`,
        title,
        group: [top!, ...group],
        unit: t === 0 ? "aantal" : "%",
      })),
    );
    const { failure, csv } = await importing(
      fullTable(
        {
          id: "85361NED",
          title: "Huiselijk geweld; meldingen naar eerdere betrokkenheid Veilig Thuis, regio",
          dimensions: [regions, periods],
          measures,
        },
        (i) => ({ value: i % 97 }),
      ),
    );
    expect(failure).toBeUndefined();
    for (const part of [
      "count,previous-involvement=repeat-report,",
      "percent,previous-involvement=follow-up-during-monitoring,",
    ])
      expect(csv).toContain(`reports-previous-involvement,NL01,2023,${part}`);
    expect(csv).toContain("reports-received,NL01,2023,count,,");
    expect(csv).not.toContain("reports-received,NL01,2023,percent");
  });

  test.each(["84854NED", "84855NED"])(
    "say that the titles of %s are unknown: its first import stops with a report of them all",
    async (id) => {
      const { failure, report } = await importing(
        fullTable({
          id,
          title: "Huiselijk geweld; organisatie van overdracht, type hulp",
          dimensions: [
            {
              identifier: "Organisatie",
              title: "Organisatie van overdracht",
              kind: "Dimension",
              codes: codes("Totaal", "Verzonnen organisatie"),
            },
            regions,
            periods,
          ],
          measures: [count("Overdrachten")],
        }),
      );
      expect(failure?.kind).toBe("mapping");
      expect(report).toContain("Labels of this table: unknown.");
      for (const title of ["Organisatie van overdracht", "Verzonnen organisatie", "Overdrachten"])
        expect(report).toContain(title);
    },
  );

  test("take the population of 70072ned and leave its other measures out", async () => {
    const { failure, csv } = await importing(
      fullTable({
        id: "70072ned",
        title: "Regionale kerncijfers Nederland",
        dimensions: [
          {
            ...regions,
            codes: [
              ...regions.codes.slice(0, 3),
              { identifier: "CR01", title: "Oost-Groningen (CR)" },
              { identifier: "GM0001", title: "Adorp" },
            ],
          },
          { ...periods, codes: [periods.codes[1]!] },
        ],
        measures: [
          count("Totale bevolking", "Bevolking", "Bevolkingssamenstelling op 1 januari"),
          { identifier: "M999", title: "Afstand tot supermarkt", unit: "km" },
        ],
      }),
    );
    expect(failure).toBeUndefined();
    expect(csv).toContain("\nNL01,2023,2023,population-total,11,official,cbs-70072ned\n");
    expect(csv.trimEnd().split("\n")).toHaveLength(5);
  });
});
