import { beforeAll, describe, expect, it } from "vitest";
import type { Field } from "@impactmonitor/pipeline/deliveries/protocol";
import { dayText, halfYear } from "@impactmonitor/pipeline/practice/calendar";
import { passesElevenTest } from "@impactmonitor/pipeline/practice/numbers";
import { recordTypes, type RecordName } from "@impactmonitor/pipeline/practice/region-run";
import { checksums, collect, practiceOf, type Delivery, type Row } from "./collect.ts";

const practice = practiceOf();
const { protocol, places, settings } = practice;
const scale = 0.01;
let deliveries: Delivery[] = [];
beforeAll(async () => {
  deliveries = await collect(practice, { scale });
}, 60_000);
const key = (type: RecordName): string => Object.keys(protocol.records[type]!.fields)[0]!;

describe("practice deliveries", () => {
  it("come from 26 regions until 2022 and 25 after, for every half-year from 2019H1 to 2026H1", () => {
    const periods = new Map<string, string[]>();
    for (const { period, region } of deliveries) periods.set(period, [...(periods.get(period) ?? []), region]);
    expect([...periods.keys()]).toEqual(Object.keys(settings.volumes.halfYears));
    for (const [period, regions] of periods) {
      expect(new Set(regions).size).toBe(period < "2023" ? 26 : 25);
      expect(regions.includes("VT27")).toBe(period >= "2023");
      expect(regions.includes("VT16")).toBe(period < "2023");
    }
  });

  it("add up to the totals of the country", () => {
    for (const [period, national] of Object.entries(settings.volumes.halfYears))
      for (const kind of ["advies", "melding"] as const) {
        const count = deliveries
          .filter((it) => it.period === period)
          .reduce((sum, it) => sum + it.rows[kind].length, 0);
        expect(count).toBe(Math.round(national[kind] * scale));
      }
  });

  it("hold only what the protocol allows in each field, with every rule kept", () => {
    const wrong: string[] = [];
    for (const delivery of deliveries)
      for (const type of recordTypes)
        for (const row of delivery.rows[type]) wrong.push(...faultsOf(delivery, type, row));
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  it("refer to what is there, and number it once", () => {
    const earlier = new Map<string, Set<string>>();
    for (const { region, period, rows } of deliveries) {
      const cases = new Set(rows.casus.map((it) => it.casusnummer!));
      const reports = earlier.get(region) ?? new Set();
      for (const { meldingnummer } of rows.melding) reports.add(meldingnummer!);
      earlier.set(region, reports);
      const dangling = recordTypes
        .filter((type) => type !== "casus")
        .flatMap((type) => rows[type].filter((it) => it.casusnummer !== undefined && !cases.has(it.casusnummer)));
      expect(dangling, `${region} ${period}`).toEqual([]);
      expect(rows.beoordeling.filter((it) => !reports.has(it.meldingnummer!))).toEqual([]);
      for (const type of recordTypes.filter((it) => it !== "persoon"))
        expect(new Set(rows[type].map((it) => it[key(type)])).size, `${region} ${period} ${type}`).toBe(
          rows[type].length,
        );
    }
  });

  it("say of every number that it is made up", () => {
    const wrong: string[] = [];
    for (const { region, rows } of deliveries)
      for (const type of recordTypes)
        for (const row of rows[type]) {
          if (!/^OEF\d{2}[A-Z]\d{7}$/.test(row[key(type)]!)) wrong.push(`${region} ${type} ${row[key(type)]}`);
        }
    expect(wrong).toEqual([]);
  });

  it("hold no number that a person could have", () => {
    const numbers = deliveries.flatMap((it) => it.rows.persoon.map((row) => row.bsn!));
    const special = numbers.filter((it) => it === "000000000" || it === "999999999");
    expect(special.length / numbers.length).toBeGreaterThan(0.01);
    expect(numbers.filter((it) => it !== "000000000" && passesElevenTest(Number(it)))).toEqual([]);
  });

  it("have cases of two to five people, with all kinds of birth dates that a sender may write", () => {
    const dates = new Set<string>();
    for (const { rows } of deliveries) {
      const counts = new Map<string, number>();
      for (const it of rows.persoon) {
        counts.set(it.casusnummer!, (counts.get(it.casusnummer!) ?? 0) + 1);
        const date = it.geboortedatum!;
        dates.add(
          date === ""
            ? "absent"
            : date === "99999999"
              ? "unborn"
              : date.endsWith("0000")
                ? "year"
                : date.endsWith("00")
                  ? "month"
                  : "day",
        );
        if ((it.bsn === "999999999") !== (date === "99999999")) throw new Error(`${it.bsn} was born ${date}`);
      }
      expect(counts.size).toBe(rows.casus.length);
      expect([...counts.values()].filter((it) => it < 2 || it > 5)).toEqual([]);
    }
    expect([...dates].sort()).toEqual(["absent", "day", "month", "unborn", "year"]);
  });

  it("deliver a case that runs again under the same number, without an end until it has ended", () => {
    const seen = new Map<string, Row>();
    const wrong: Row[] = [];
    let again = 0;
    for (const { period, rows } of deliveries)
      for (const row of rows.casus) {
        const before = seen.get(row.casusnummer!);
        const [start, end] = [row.datum_start!, row.datum_einde!];
        if (before && (before.datum_einde !== "" || before.datum_start !== start)) wrong.push(row);
        if (end !== "" && (end < start || end < dayText(halfYear(period).first))) wrong.push(row);
        if (before) again++;
        seen.set(row.casusnummer!, row);
      }
    expect(wrong).toEqual([]);
    expect(again).toBeGreaterThan(1000);
  });

  it("let a region that merged carry on what its predecessors did", () => {
    const of = (region: string, period: string) =>
      deliveries.find((it) => it.region === region && it.period === period)!.rows;
    const now = new Set(of("VT27", "2023H1").casus.map((it) => it.casusnummer));
    for (const former of ["VT16", "VT26"]) {
      const open = of(former, "2022H2").casus.filter((it) => it.datum_einde === "");
      expect(open.length).toBeGreaterThan(2);
      expect(open.filter((it) => !now.has(it.casusnummer))).toEqual([]);
    }
  });
});

describe("the first delivery that is written", () => {
  it("refers to no report of before it, and the next one does", async () => {
    const [first, second] = await collect(practice, { scale: 0.1, from: "2024H1", until: "2024H2", regions: ["VT20"] });
    const reports = new Set(first!.rows.melding.map((it) => it.meldingnummer));
    expect(first!.rows.beoordeling.filter((it) => !reports.has(it.meldingnummer))).toEqual([]);
    expect(second!.rows.beoordeling.filter((it) => reports.has(it.meldingnummer)).length).toBeGreaterThan(3);
  });
});

describe("the same options", () => {
  it("give the same bytes, and another seed gives others", async () => {
    const options = { scale: 0.01, from: "2024H1", until: "2024H2", regions: ["VT01", "VT27"] };
    const first = await checksums(practice, { ...options, seed: 1 });
    expect(first.size).toBe(4);
    expect(await checksums(practiceOf(), { ...options, seed: 1 })).toEqual(first);
    const other = await checksums(practice, { ...options, seed: 2 });
    for (const [name, sum] of first) expect(other.get(name)).not.toBe(sum);
  });

  it("give a region and a half-year the same bytes, whatever else is made", async () => {
    const all = await checksums(practice, {
      scale: 0.01,
      seed: 3,
      until: "2024H1",
      regions: ["VT01", "VT07", "VT16", "VT26", "VT27"],
    });
    const some = await checksums(practice, {
      scale: 0.01,
      seed: 3,
      from: "2022H1",
      until: "2023H2",
      regions: ["VT07", "VT27"],
    });
    expect([...some.keys()]).toEqual([
      "VT07-2022H1",
      "VT07-2022H2",
      "VT07-2023H1",
      "VT27-2023H1",
      "VT07-2023H2",
      "VT27-2023H2",
    ]);
    // The first one leaves out what is decided about reports that weren't delivered.
    some.delete("VT07-2022H1");
    for (const [name, sum] of some) expect(all.get(name), name).toBe(sum);
  });

  it("leave out the last half-year of a few regions when deliveries are late", async () => {
    const options = { scale: 0.01, from: "2025H2", until: "2026H1" };
    const [all, late] = [await checksums(practice, options), await checksums(practice, { ...options, late: true })];
    const missing = [...all.keys()].filter((it) => !late.has(it));
    expect(missing.length).toBe(settings.regions.late);
    for (const it of missing) expect(it).toMatch(/-2026H1$/);
    for (const [name, sum] of late) expect(all.get(name)).toBe(sum);
  });
});

function faultsOf({ region, period }: Delivery, type: RecordName, row: Row): string[] {
  const record = protocol.records[type]!;
  const faults = Object.entries(record.fields).flatMap(([name, field]) =>
    fieldIsRight(field, row[name]!, region, period) ? [] : [`${region} ${period} ${type}.${name}: ${row[name]}`],
  );
  for (const { field, requiredIf, onlyIf } of record.rules) {
    const met = (answers: Readonly<Record<string, readonly string[]>>): boolean =>
      Object.entries(answers).every(([name, given]) => given.includes(row[name]!));
    if (requiredIf && met(requiredIf) && row[field] === "") faults.push(`${type}.${field} is required`);
    if (onlyIf && !met(onlyIf) && row[field] !== "") faults.push(`${type}.${field} is not allowed`);
  }
  return faults;
}

/** Written from the words of the protocol, not from the code that makes or checks deliveries. */
function fieldIsRight(field: Field, value: string, region: string, period: string): boolean {
  if (value === "") return field.type !== "key" && !field.required;
  const { first, last } = halfYear(period);
  switch (field.type) {
    case "key":
    case "reference":
      return /^[A-Z0-9]{1,20}$/.test(value);
    case "date":
      if (!isDay(value)) return false;
      if (field.within === "period" && value < dayText(first)) return false;
      return value <= dayText(last);
    case "birth-date":
      return value === "99999999" || isDay(value.replace(/0000$/, "0101").replace(/00$/, "01"), dayText(last));
    case "person":
      return /^\d{9}$/.test(value);
    case "code": {
      const answers = value.split(protocol.separator);
      const codes = protocol.lists[field.list]!.codes;
      if (answers.length > 1 && (!field.multiple || answers.some((it) => codes[it]?.alone))) return false;
      return new Set(answers).size === answers.length && answers.every((it) => Object.hasOwn(codes, it));
    }
    case "flag":
      return value === "J" || value === "N";
    case "municipality":
      return municipalitiesOf(region, period).has(value);
    case "number":
      return Number(value) >= field.from && Number(value) <= field.to;
  }
}

const municipalities = new Map<string, ReadonlySet<string>>();
function municipalitiesOf(region: string, period: string): ReadonlySet<string> {
  const name = `${region} ${period}`;
  const found =
    municipalities.get(name) ??
    new Set(
      places
        .territories(halfYear(period))
        .get(region)!
        .municipalities.map((it) => it.code),
    );
  municipalities.set(name, found);
  return found;
}

function isDay(value: string, until = "99999999"): boolean {
  const [year, month, day] = [value.slice(0, 4), value.slice(4, 6), value.slice(6)].map(Number) as [
    number,
    number,
    number,
  ];
  const date = new Date(Date.UTC(year, month - 1, day));
  return /^\d{8}$/.test(value) && date.getUTCMonth() === month - 1 && date.getUTCDate() === day && value <= until;
}
