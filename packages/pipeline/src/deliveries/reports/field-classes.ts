import type { Period } from "@impactmonitor/model/period";
import { parsePeriod } from "@impactmonitor/model/period";
import { identifier, literal } from "../../duck.ts";
import type { Field, Protocol } from "../protocol.ts";

/** One class of a distribution: its key in SQL and its words. */
export interface FieldClass {
  readonly key: string;
  readonly label: string;
}

/** How the values of a field are put in classes. */
export interface Classed {
  /** SQL that gives the key of the class, or NULL where the field is empty. */
  readonly sql: string;
  /** The classes in reading order. Where `open`, other keys can occur, and each is its own label. */
  readonly classes: readonly FieldClass[];
  readonly open: boolean;
}

/** Classes of age, in years that begin on 1 January: of a date of birth only the year is kept. */
const ages = [
  { from: 0, label: "0 tot en met 3 jaar" },
  { from: 4, label: "4 tot en met 11 jaar" },
  { from: 12, label: "12 tot en met 17 jaar" },
  { from: 18, label: "18 tot en met 22 jaar" },
  { from: 23, label: "23 tot en met 44 jaar" },
  { from: 45, label: "45 tot en met 64 jaar" },
  { from: 65, label: "65 tot en met 79 jaar" },
  { from: 80, label: "80 tot en met 109 jaar" },
  { from: 110, label: "110 jaar of ouder" },
] as const;

const months = [
  "januari",
  "februari",
  "maart",
  "april",
  "mei",
  "juni",
  "juli",
  "augustus",
  "september",
  "oktober",
  "november",
  "december",
] as const;

/** A period as its days, or a bug: a delivery was received for it. */
export function daysOf(code: string): Period {
  const period = parsePeriod(code);
  if (!period) throw new Error(`${code} is no period`);
  return period;
}

/** How a field is classed; undefined for what names a record or a person, and for fields with several answers. */
export function classesOf(
  name: string,
  field: Field,
  protocol: Protocol,
  period: string,
  areaNames: ReadonlyMap<string, string>,
): Classed | undefined {
  const column = identifier(name);
  switch (field.type) {
    case "key":
    case "reference":
    case "person":
      return undefined;
    case "code":
      return { sql: column, classes: codesOf(field.list, protocol), open: true };
    case "flag":
      return {
        sql: `CASE ${column} WHEN true THEN 'J' WHEN false THEN 'N' END`,
        classes: [
          { key: "J", label: "Ja" },
          { key: "N", label: "Nee" },
        ],
        open: false,
      };
    case "municipality":
      return { sql: column, classes: [...areaNames].map(([key, label]) => ({ key, label })), open: true };
    case "date":
      return dateClasses(column, daysOf(period));
    case "birth-date":
      return ageClasses(identifier(field.as), daysOf(period));
    case "number":
      return numberClasses(column, field.from, field.to);
  }
}

/** The codes of a list in their order; JavaScript puts names that are whole numbers first, so those are sorted. */
export function codesOf(list: string, protocol: Protocol): FieldClass[] {
  const codes = Object.entries(protocol.lists[list]?.codes ?? {});
  if (codes.every(([key]) => /^\d+$/.test(key))) codes.sort(([a], [b]) => (a < b ? -1 : 1));
  return codes.map(([key, code]) => ({ key, label: code.title }));
}

/**
 * Months of the period one by one, and what lies outside as the distance to it: so the first month of this period can stand
 * beside the first month of the last one.
 */
function dateClasses(column: string, { start, end }: Period): Classed {
  const [year = 0, first = 1] = start.split("-").map(Number);
  const count = Number(end.slice(5, 7)) - first + 1;
  const inside = Array.from({ length: count }, (_, i) => ({
    key: `m${i + 1}`,
    label: `${months[first - 1 + i]} ${year}`,
  }));
  const sql = `CASE
    WHEN ${column} > DATE ${literal(end)} THEN 'na'
    WHEN ${column} >= DATE ${literal(start)} THEN 'm' || (month(${column}) - ${first - 1})
    WHEN ${column} >= DATE ${literal(start)} - INTERVAL 1 YEAR THEN 'v1'
    WHEN ${column} >= DATE ${literal(start)} - INTERVAL 2 YEAR THEN 'v2'
    WHEN ${column} >= DATE ${literal(start)} - INTERVAL 5 YEAR THEN 'v5'
    WHEN ${column} IS NOT NULL THEN 'v9' END`;
  const before = [
    { key: "v9", label: "5 jaar of langer voor de periode" },
    { key: "v5", label: "2 tot 5 jaar voor de periode" },
    { key: "v2", label: "1 tot 2 jaar voor de periode" },
    { key: "v1", label: "in het jaar voor de periode" },
  ];
  return { sql, classes: [...before, ...inside, { key: "na", label: "na de periode" }], open: false };
}

function ageClasses(column: string, { end }: Period): Classed {
  const age = `(${Number(end.slice(0, 4))} - ${column})`;
  const cases = ages.toReversed().map(({ from }) => `WHEN ${age} >= ${from} THEN 'a${from}'`);
  return {
    sql: `CASE ${cases.join(" ")} WHEN ${column} IS NOT NULL THEN 'na' END`,
    classes: [
      ...ages.map(({ from, label }) => ({ key: `a${from}`, label })),
      { key: "na", label: "geboren na het jaar van de periode" },
    ],
    open: false,
  };
}

/** Five classes of the same width; the upper limit belongs to the last one. */
function numberClasses(column: string, from: number, to: number): Classed {
  const count = 5;
  const limit = (i: number): number => from + ((to - from) * i) / count;
  const say = (it: number): string => new Intl.NumberFormat("nl-NL", { maximumFractionDigits: 2 }).format(it);
  const cases = Array.from({ length: count - 1 }, (_, i) => `WHEN ${column} < ${limit(i + 1)} THEN 'g${i}'`);
  return {
    sql: `CASE ${cases.join(" ")} WHEN ${column} IS NOT NULL THEN 'g${count - 1}' END`,
    classes: Array.from({ length: count }, (_, i) => ({
      key: `g${i}`,
      label: `${say(limit(i))} ${i === count - 1 ? "tot en met" : "tot"} ${say(limit(i + 1))}`,
    })),
    open: false,
  };
}
