import { identifier, literal } from "../duck.ts";
import type { FaultDetails, FaultKind } from "./fault-words.ts";
import type { Field, Protocol, RecordType } from "./protocol.ts";
import { pseudonymSql, type PseudonymKey } from "./pseudonym.ts";

/** What the values of a delivery are read against. */
export interface Reading {
  readonly protocol: Protocol;
  /** First and last day of the period, ISO. */
  readonly period: { readonly code: string; readonly start: string; readonly end: string };
  readonly key: PseudonymKey;
}

/** Something that can be wrong with a value: SQL that is true where it is. */
export interface Check extends FaultDetails {
  readonly kind: FaultKind;
  readonly sql: string;
}

/** A field in SQL: its typed value, out of its text, and what can be wrong with it. */
export interface FieldSql {
  readonly field: string;
  readonly column: string;
  readonly value: string;
  /** May use the text and, as a column of its own name, the typed value. */
  readonly checks: readonly Check[];
  /** Whether a wrong value may be shown to the sender. */
  readonly shown: boolean;
}

/** The column with the text of a field, as it was read. */
export const rawColumn = (field: string): string => identifier(`raw ${field}`);

/** Macro: the code of a municipality as it was written, or NULL. */
export const municipalityMacro = "municipality_of";
const longestKey = 64;
const earliest = "DATE '1900-01-01'";

/**
 * The fields of a record type in SQL. Texts come in `rawColumn`s, trimmed, NULL when empty; a person and a date of birth that were
 * read outside the engine (`safe`) come as `safePerson` and `safeBirthDate` write them.
 */
export function fieldsSql(type: RecordType, reading: Reading, safe: boolean): FieldSql[] {
  return Object.entries(type.fields).map(([name, field]) => {
    const raw = rawColumn(name);
    const one = compile(name, field, raw, reading, safe);
    const required: Check[] =
      field.type === "key"
        ? [{ kind: "key-missing", field: name, sql: `${raw} IS NULL` }]
        : field.required
          ? [{ kind: "required", field: name, sql: `${raw} IS NULL` }]
          : [];
    return { ...one, checks: [...required, ...one.checks, ...ruleChecks(name, type, reading.protocol)] };
  });
}

function compile(name: string, field: Field, raw: string, reading: Reading, safe: boolean): FieldSql {
  const base = { field: name, column: name, shown: true };
  const typed = identifier(name);
  switch (field.type) {
    case "key":
    case "reference": {
      const long = {
        kind: "text-long",
        field: name,
        expected: String(longestKey),
        sql: `length(${raw}) > ${longestKey}`,
      };
      return { ...base, value: raw, checks: [long as Check] };
    }
    case "date":
      return { ...base, value: dateSql(raw), checks: dateChecks(name, field.within, raw, typed, reading) };
    case "birth-date":
      return birthDate(name, field.as, raw, reading, safe);
    case "person":
      return person(name, field.as, raw, reading, safe);
    case "code":
      return code(name, field, raw, reading.protocol);
    case "flag":
      return {
        ...base,
        value: `CASE ${raw} WHEN 'J' THEN true WHEN 'N' THEN false END`,
        checks: [{ kind: "flag-unknown", field: name, sql: `${raw} NOT IN ('J', 'N')` }],
      };
    case "municipality":
      return {
        ...base,
        value: `${municipalityMacro}(${raw})`,
        checks: [
          {
            kind: "municipality-unknown",
            field: name,
            named: reading.period.code.slice(0, 4),
            sql: `${raw} IS NOT NULL AND ${typed} IS NULL AND ${raw} NOT IN ('9999', 'GM9999')`,
          },
        ],
      };
    case "number":
      return number(name, field, raw, typed);
  }
}

/** Eight digits, or ten characters with hyphens; nothing else that an engine would take for a date. */
const dateSql = (raw: string): string =>
  `CASE length(${raw}) WHEN 8 THEN try_strptime(${raw}, '%Y%m%d') WHEN 10 THEN try_strptime(${raw}, '%Y-%m-%d') END::DATE`;

function dateChecks(
  name: string,
  within: string | undefined,
  raw: string,
  typed: string,
  { period }: Reading,
): Check[] {
  const impossible: Check = {
    kind: "date-impossible",
    field: name,
    sql: `${raw} IS NOT NULL AND (${typed} IS NULL OR ${typed} < ${earliest} OR ${typed} > DATE '2199-12-31')`,
  };
  if (within === undefined) return [impossible];
  const late = `${typed} > DATE '${period.end}'`;
  const outside = within === "period" ? `(${late} OR ${typed} < DATE '${period.start}')` : late;
  const expected = within === "period" ? `${period.start} – ${period.end}` : `≤ ${period.end}`;
  const possible = `${typed} BETWEEN ${earliest} AND DATE '2199-12-31'`;
  return [impossible, { kind: "date-outside", field: name, expected, sql: `${possible} AND ${outside}` }];
}

function birthDate(name: string, column: string, raw: string, { period }: Reading, safe: boolean): FieldSql {
  const kind = "birth-date-impossible";
  const base = { field: name, column, shown: false };
  const year = `try_cast(left(${raw}, 4) AS SMALLINT)`;
  if (safe) return { ...base, value: year, checks: [{ kind, field: name, sql: `${raw} = '${unsafe}'` }] };
  const whole = `try_strptime(${raw}, '%Y%m%d')::DATE`;
  const month = `substr(${raw}, 5, 4)`;
  const last = compact(period.end);
  const possible =
    `CASE WHEN ${plainDay(raw, last)} THEN true WHEN NOT regexp_full_match(${raw}, '[0-9]{8}') THEN false WHEN ${raw} = '99999999' THEN true ` +
    `WHEN ${month} = '0000' THEN ${raw} BETWEEN '19000000' AND '${last}' ` +
    `WHEN right(${raw}, 2) = '00' THEN ${month} BETWEEN '0100' AND '1200' AND ${raw} BETWEEN '19000000' AND '${last}' ` +
    `ELSE coalesce(${whole} BETWEEN ${earliest} AND DATE '${period.end}', false) END`;
  return {
    ...base,
    value: `nullif(${year}, 9999)`,
    checks: [{ kind, field: name, sql: `${raw} IS NOT NULL AND NOT ${possible}` }],
  };
}

/**
 * Whether a text is a day that exists, from 1900 up to `last`, for most of them: the first 28 days of each month. It takes a third of the time
 * of reading a date. Eight characters that make a number of eight digits are digits, unless they are like 199e5, which ends in 00.
 */
const plainDay = (raw: string, last: string): string =>
  `strlen(${raw}) = 8 AND try_cast(${raw} AS INTEGER) BETWEEN 19000101 AND ${last} ` +
  `AND try_cast(${raw} AS INTEGER) % 10000 BETWEEN 101 AND 1228 AND try_cast(${raw} AS INTEGER) % 100 BETWEEN 1 AND 28`;

const compact = (day: string): string => day.replaceAll("-", "");

function person(name: string, column: string, raw: string, { key }: Reading, safe: boolean): FieldSql {
  const base = { field: name, column, shown: false };
  const is = (kind: "bsn-length" | "bsn-digits", sql: string): Check => ({ kind, field: name, sql });
  if (safe)
    return {
      ...base,
      value: `try_cast(${raw} AS UUID)`,
      checks: [is("bsn-length", `${raw} = '${unsafe}length'`), is("bsn-digits", `${raw} = '${unsafe}digits'`)],
    };
  const unnamed = `${raw} IN ('000000000', '999999999')`;
  return {
    ...base,
    value: `CASE WHEN ${raw} IS NULL OR ${unnamed} THEN NULL ELSE ${pseudonymSql(raw, key)} END`,
    checks: [
      is("bsn-length", `length(${raw}) <> 9`),
      is("bsn-digits", `length(${raw}) = 9 AND NOT ${raw} GLOB '${"[0-9]".repeat(9)}'`),
    ],
  };
}

/** Begins a value that stands in for one that can't be read. */
const unsafe = "!";

/** A person id as it may go into a table: hashed, `-` for unknown or unborn, or what is wrong with it. */
export function safePerson(text: string, key: PseudonymKey): string {
  if (text === "") return "";
  if ([...text].length !== 9) return `${unsafe}length`;
  if (!/^\d{9}$/.test(text)) return `${unsafe}digits`;
  return text === "000000000" || text === "999999999" ? "-" : key.pseudonym(text);
}

/** A date of birth as it may go into a table: its year, `-` for unborn, or that it can't be. */
export function safeBirthDate(text: string, end: string): string {
  if (text === "" || text === "99999999") return text === "" ? "" : "-";
  const m = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (!m || text < "19000000" || text > compact(end)) return unsafe;
  const [year, month, day] = [Number(m[1]), Number(m[2]), Number(m[3])];
  if (month === 0 && day === 0) return m[1]!;
  if (month < 1 || month > 12) return unsafe;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day <= days ? m[1]! : unsafe;
}

function code(name: string, field: Field & { type: "code" }, raw: string, protocol: Protocol): FieldSql {
  // Sorted: an object has its keys without a zero in front first.
  const codes = Object.entries(protocol.lists[field.list]!.codes).sort(([a], [b]) => (a < b ? -1 : 1));
  const list = codes.map(([it]) => literal(it));
  const expected = codes.map(([it]) => it).join(", ");
  const base = { field: name, column: name, shown: true };
  const unknown = (sql: string): Check => ({ kind: "code-unknown", field: name, expected, sql });
  // Not written as NOT IN: the engine makes a join of that, which every column then goes through.
  const known = `list_contains([${list.join(", ")}], ${raw})`;
  if (!field.multiple) return { ...base, value: raw, checks: [unknown(`NOT ${known}`)] };
  const typed = identifier(name);
  const several = `contains(${raw}, ${literal(protocol.separator)})`;
  const parts = answersSql(raw, protocol);
  const alone = codes.filter(([, it]) => it.alone).map(([it]) => it);
  const checks = [
    unknown(`CASE WHEN ${several} THEN NOT list_has_all([${list.join(", ")}], ${typed}) ELSE NOT ${known} END`),
  ];
  if (alone.length > 0)
    checks.push({
      kind: "code-alone",
      field: name,
      expected: alone.join(", "),
      sql:
        `CASE WHEN ${several} THEN len(${typed}) > 1 ` +
        `AND list_has_any(${typed}, [${alone.map(literal).join(", ")}]) ELSE false END`,
    });
  const value =
    `CASE WHEN ${raw} IS NULL THEN []::VARCHAR[] WHEN ${several} THEN list_sort(list_distinct(${parts})) ` +
    `ELSE [${raw}] END`;
  return { ...base, value, checks };
}

const answersSql = (raw: string, protocol: Protocol): string => `string_split(${raw}, ${literal(protocol.separator)})`;

function number(name: string, field: Field & { type: "number" }, raw: string, typed: string): FieldSql {
  const expected = `${field.from} – ${field.to}`;
  const isNumber = `regexp_full_match(${raw}, '-?[0-9]{1,15}([.,][0-9]{1,15})?')`;
  return {
    field: name,
    column: name,
    shown: true,
    value: `CASE WHEN ${isNumber} THEN try_cast(replace(${raw}, ',', '.') AS DOUBLE) END`,
    checks: [
      { kind: "number-unreadable", field: name, expected, sql: `${raw} IS NOT NULL AND ${typed} IS NULL` },
      { kind: "number-outside", field: name, expected, sql: `${typed} NOT BETWEEN ${field.from} AND ${field.to}` },
    ],
  };
}

function ruleChecks(name: string, type: RecordType, protocol: Protocol): Check[] {
  const raw = rawColumn(name);
  return type.rules
    .filter((it) => it.field === name)
    .flatMap(({ requiredIf, onlyIf }): Check[] => [
      ...(requiredIf
        ? [
            {
              kind: "required-if" as const,
              field: name,
              expected: sayAnswers(requiredIf),
              sql: `${raw} IS NULL AND ${answered(requiredIf, type, protocol)}`,
            },
          ]
        : []),
      ...(onlyIf
        ? [
            {
              kind: "only-if" as const,
              field: name,
              expected: sayAnswers(onlyIf),
              sql: `${raw} IS NOT NULL AND NOT ${answered(onlyIf, type, protocol)}`,
            },
          ]
        : []),
    ]);
}

type Answers = Readonly<Record<string, readonly string[]>>;

function answered(answers: Answers, type: RecordType, protocol: Protocol): string {
  const met = Object.entries(answers).map(([name, codes]) => {
    const raw = rawColumn(name);
    const list = codes.map(literal).join(", ");
    const field = type.fields[name];
    return field?.type === "code" && field.multiple
      ? `coalesce(list_has_any(${answersSql(raw, protocol)}, [${list}]), false)`
      : `coalesce(${raw} IN (${list}), false)`;
  });
  return `(${met.join(" AND ")})`;
}

const sayAnswers = (answers: Answers): string =>
  Object.entries(answers)
    .map(([name, codes]) => `${name} = ${codes.join(" / ")}`)
    .join(", ");
