import { beforeAll, describe, expect, it } from "vitest";
import { between } from "@impactmonitor/pipeline/practice/draws";
import { collect, practiceOf, type Row } from "./collect.ts";

/** One year of the whole country at a twelfth, with two years before it: shares lie within a tolerance of what they are calibrated to. */
const practice = practiceOf();
const { shares } = practice.settings;
const scale = 1 / 12;
const rows: Record<string, Row[]> = {};
beforeAll(async () => {
  const deliveries = await collect(practice, { scale, from: "2023H1", until: "2023H2" });
  for (const it of deliveries)
    for (const [type, found] of Object.entries(it.rows)) rows[type] = rows[type]?.concat(found) ?? found;
}, 60_000);

const share = (type: string, fits: (row: Row) => boolean): number =>
  rows[type]!.filter(fits).length / rows[type]!.length;
const total = (weights: readonly number[]): number => weights.reduce((sum, it) => sum + it, 0);

describe("what practice deliveries say about the country", () => {
  it("has the reporters of the calibration", () => {
    for (const kind of ["advies", "melding"] as const)
      for (const group of shares.reporters.groups) {
        const pairs = new Set(group.origins.map(([role, organisation]) => `${role} ${organisation}`));
        const found = share(kind, (it) => pairs.has(`${it.rol} ${it.organisatie}`));
        const wanted = group[kind] / total(shares.reporters.groups.map((it) => it[kind]));
        expect(Math.abs(found - wanted), `${kind} ${group.id}`).toBeLessThan(0.015);
      }
    expect(share("melding", (it) => it.organisatie === "09")).toBeGreaterThan(0.63);
  });

  it("has the types and durations of the violence", () => {
    for (const kind of ["advies", "melding"] as const) {
      const { combinations } = shares.natures;
      for (const code of ["01", "02", "03", "04", "05", "06", "07", "99"]) {
        const wanted = total(combinations.filter((it) => it.answers.includes(code)).map((it) => it[kind])) / 100;
        const found = share(kind, (it) => it.aard!.split("|").includes(code));
        expect(Math.abs(found - wanted), `${kind} ${code}`).toBeLessThan(0.02);
      }
      for (const [code, wanted] of Object.entries(shares.durations[kind]))
        expect(Math.abs(share(kind, (it) => it.duur === code) - wanted / 100)).toBeLessThan(0.015);
      expect(share(kind, (it) => it.aanvullend === "01")).toBeGreaterThan(0.002);
    }
  });

  it("has four decisions, and some reports of the end of the period without one", () => {
    const wanted = Object.entries(shares.decisions.shares);
    for (const [code, weight] of wanted) {
      const found = share("beoordeling", (it) => it.besluit === code);
      expect(Math.abs(found - weight / total(wanted.map((it) => it[1]))), code).toBeLessThan(0.02);
    }
    const assessed = new Set(rows.beoordeling!.map((it) => it.meldingnummer));
    const without = rows.melding!.filter((it) => !assessed.has(it.meldingnummer));
    // Of the second half of the year, and those that never come: half of 3.5 % and some.
    expect(without.length / rows.melding!.length).toBeGreaterThan(0.012);
    expect(without.length / rows.melding!.length).toBeLessThan(0.04);
    expect(without.filter((it) => it.datum! >= "20231215").length).toBeGreaterThan(without.length / 2);
  });

  it("has acute and structural that overlap", () => {
    const acute = share("beoordeling", (it) => it.acuut === "J");
    const either = share("beoordeling", (it) => it.acuut === "J" || it.structureel === "J");
    const both = share("beoordeling", (it) => it.acuut === "J" && it.structureel === "J");
    expect(Math.abs(acute - between(shares.safety.acute, "2023H2"))).toBeLessThan(0.008);
    expect(Math.abs(either - between(shares.safety.either, "2023H2"))).toBeLessThan(0.02);
    expect(Math.abs(both / acute - shares.safety.structuralWhenAcute)).toBeLessThan(0.06);
  });

  it("knows people from earlier about as often as was published", () => {
    const first = new Map<string, string>();
    for (const it of rows.casus!) first.set(it.casusnummer!, it.datum_start!);
    const followUp = share("melding", (it) => first.get(it.casusnummer!)! < it.datum!);
    const { involvement } = shares;
    const all = 127_340;
    const published = (involvement.duringAssessment + involvement.afterAssessment + involvement.duringMonitoring) / all;
    expect(Math.abs(followUp - published)).toBeLessThan(0.015);
    const nameless = new Set(rows.casus!.map((it) => it.casusnummer));
    for (const it of rows.persoon!)
      if (it.bsn !== "000000000" && it.bsn !== "999999999") nameless.delete(it.casusnummer);
    expect(
      Math.abs(
        share("melding", (it) => nameless.has(it.casusnummer) && first.get(it.casusnummer!) === it.datum) -
          involvement.unclassified / all,
      ),
    ).toBeLessThan(0.006);
  });

  it("ends about as many investigations as was published, with their outcomes", () => {
    const ended = rows.dienst!.filter((it) => it.soort === "01" && it.datum_einde !== "");
    expect(Math.abs(ended.length / (7350 * scale) - 1)).toBeLessThan(0.12);
    const whole = ended.filter((it) => it.voortijdig === "N");
    expect(Math.abs(whole.length / ended.length - 5595 / 7350)).toBeLessThan(0.04);
    const with11 = whole.filter((it) => it.uitkomst!.split("|").includes("11"));
    expect(Math.abs(with11.length / whole.length - 2900 / 5595)).toBeLessThan(0.05);
    expect(ended.filter((it) => it.voortijdig === "J" && it.uitkomst !== "")).toEqual([]);
  });

  it("is quieter in August and at weekends", () => {
    const month = (code: string): number => rows.melding!.filter((it) => it.datum!.slice(4, 6) === code).length;
    expect(month("08")).toBeLessThan(month("10"));
    const weekday = (text: string): number =>
      new Date(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}T00:00:00Z`).getUTCDay();
    const sunday = share("advies", (it) => weekday(it.datum_start!) === 0);
    expect(sunday).toBeGreaterThan(0.005);
    expect(sunday).toBeLessThan(0.04);
  });

  it("divides a region over its municipalities by inhabitants", () => {
    const count = (code: string): number => rows.casus!.filter((it) => it.gemeente === code).length;
    // Utrecht (GM0344) and Veenendaal (GM0345) are in one region; about five to one.
    expect(count("GM0344") / count("GM0345")).toBeGreaterThan(4);
    expect(count("GM0344") / count("GM0345")).toBeLessThan(7.5);
  });
});
