import type { TestCell, TestTable } from "./cbs-server.ts";

/** Test data: every number in these tables is made up, and looks it. */

type Shape = Pick<TestTable, "id" | "title" | "dimensions" | "measures">;

/** A full table: every combination of codes, numbered through; the first dimension changes slowest. */
export function fullTable(
  shape: Shape,
  valueAt: (i: number) => Partial<TestCell> = (i) => ({ value: 11 * (i + 1) }),
): TestTable {
  const sizes = [shape.measures.length, ...shape.dimensions.map((it) => it.codes.length)];
  const table: TestTable = {
    ...shape,
    version: "202501010000",
    modified: "2025-01-01T02:00:00+01:00",
    size: sizes.reduce((product, size) => product * size, 1),
    pageSize: 100_000,
    at: (i) => {
      let rest = i;
      const places: number[] = [];
      for (const size of sizes.toReversed()) {
        places.unshift(rest % size);
        rest = Math.floor(rest / size);
      }
      const codes = shape.dimensions.map((it, at) => it.codes[places[at + 1]!]!.identifier);
      return { measure: shape.measures[places[0]!]!.identifier, codes, value: null, ...valueAt(i) };
    },
  };
  return table;
}

export const regions = {
  identifier: "RegioS",
  title: "Regio’s",
  kind: "GeoDimension",
  codes: [
    { identifier: "NL01", title: "Nederland" },
    { identifier: "VT04", title: "Friesland (VT)" },
    { identifier: "GM0080", title: "Leeuwarden" },
  ],
};

export const periods = {
  identifier: "Perioden",
  title: "Perioden",
  kind: "TimeDimension",
  codes: [
    { identifier: "2021HJ01", title: "1e halfjaar 2021", status: "Definitief" },
    { identifier: "2021JJ00", title: "2021", status: "NaderVoorlopig" },
    { identifier: "2023HJ02", title: "2e halfjaar 2023*", status: "Voorlopig" },
  ],
};

/** 99001NED: two breakdowns by region and period; 54 cells. */
export const safetyShape: Shape = {
  id: "99001NED",
  title: "Testtabel; verzonnen cijfers",
  dimensions: [
    {
      identifier: "Taxatie",
      title: "Taxatie",
      kind: "Dimension",
      codes: [
        { identifier: "T001", title: "Totaal" },
        { identifier: "A100", title: "Acute onveiligheid" },
      ],
    },
    {
      identifier: "Beoordeling",
      title: "Beoordeling",
      kind: "Dimension",
      codes: [
        { identifier: "T001", title: "Totaal" },
        { identifier: "B100", title: "Overdracht" },
        { identifier: "B200", title: "Nog niet beoordeeld" },
      ],
    },
    regions,
    periods,
  ],
  measures: [{ identifier: "M001", title: "Ontvangen meldingen", unit: "aantal" }],
};

export const safetyTable = (valueAt?: (i: number) => Partial<TestCell>): TestTable => fullTable(safetyShape, valueAt);

/** 99002NED: the categories are measures in groups, with titles that occur twice; 36 cells. */
export const groupedTable = (): TestTable =>
  fullTable(
    {
      id: "99002NED",
      title: "Testtabel; verzonnen cijfers in groepen",
      dimensions: [regions, periods],
      measures: [
        { identifier: "M010", title: "Totaal", unit: "aantal", group: ["Ontvangen meldingen", "Hermelding"] },
        { identifier: "M020", title: "Totaal", unit: "aantal", group: ["Ontvangen meldingen", "Vervolgmelding"] },
        { identifier: "M030", title: "Totaal", unit: "%", group: ["Ontvangen meldingen (relatief)", "Hermelding"] },
        { identifier: "M040", title: "Overig", unit: "aantal", group: ["Ontvangen meldingen"] },
      ],
    },
    (i) => ({ value: i % 50 }),
  );

/** 99003ned: only some codes and measures of a large table are wanted. */
export const populationTable = (): TestTable =>
  fullTable({
    id: "99003ned",
    title: "Testtabel; verzonnen bevolking",
    dimensions: [
      {
        identifier: "Geslacht",
        title: "Geslacht",
        kind: "Dimension",
        codes: [
          { identifier: "T001038", title: "Totaal mannen en vrouwen" },
          { identifier: "3000", title: "Mannen" },
          { identifier: "4000", title: "Vrouwen" },
        ],
      },
      {
        ...regions,
        codes: [
          ...regions.codes,
          { identifier: "GM0001", title: "Adorp" },
          { identifier: "AM01", title: "Groningen (AM)" },
        ],
      },
      { ...periods, codes: periods.codes.filter((it) => it.identifier.endsWith("JJ00")) },
    ],
    measures: [
      { identifier: "BevolkingOp1Januari_1", title: "Bevolking op 1 januari", unit: "aantal" },
      { identifier: "GemiddeldeBevolking_2", title: "Gemiddelde bevolking", unit: "aantal" },
    ],
  });
