import { describe, expect, it } from "vitest";
import { halfYear } from "@impactmonitor/pipeline/practice/calendar";
import { isDerangement } from "@impactmonitor/pipeline/practice/settings";
import { profilesOf, volumesOf } from "@impactmonitor/pipeline/practice/volumes";
import { readCsv } from "../../src/read-csv.ts";
import { practiceOf, root } from "./collect.ts";

const practice = practiceOf();
const { settings, places, protocol } = practice;
const halves = Object.keys(settings.volumes.halfYears);

const columns = [
  "indicator,area,period,measure,breakdown,value,lower,upper,n,absent,marks,primary,published",
  "source_title,source_url,note",
];

function figures() {
  const read = readCsv(root, "figures/veilig-thuis.csv", columns.join(",").split(","));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.rows;
}

describe("the calibration", () => {
  it("carries the published totals of the country as this project holds them", () => {
    const rows = figures();
    const published = (indicator: string, period: string) =>
      rows
        .map((it) => it.fields)
        .filter(
          (it) =>
            it.indicator === indicator &&
            it.area === "NL01" &&
            it.period === period &&
            it.breakdown === "" &&
            it.measure === "count",
        )
        .map((it) => Number(it.value));
    let compared = 0;
    for (const [period, { advies, melding, status }] of Object.entries(settings.volumes.halfYears)) {
      if (status !== "published" && status !== "rounded") continue;
      expect(published("advice-started", period), period).toContain(advies);
      expect(published("reports-received", period), period).toContain(melding);
      compared++;
    }
    expect(compared).toBe(9);
    const split = ["2023H1", "2023H2"].map((it) => settings.volumes.halfYears[it]!);
    expect(published("advice-started", "2023")).toContain(split.reduce((sum, it) => sum + it.advies, 0));
    expect(published("reports-received", "2023")).toContain(split.reduce((sum, it) => sum + it.melding, 0));
  });

  it("gives every region the way of working of another", () => {
    const { takes } = settings.regions;
    const regions = new Set(halves.flatMap((it) => [...places.territories(halfYear(it)).keys()]));
    expect(Object.keys(takes).sort()).toEqual([...regions].sort());
    expect(isDerangement(takes)).toBe(true);
    expect(isDerangement({ VT01: "VT01", VT02: "VT02" })).toBe(false);
    expect(isDerangement({ VT01: "VT02", VT02: "VT02" })).toBe(false);
    // Nor that of what became of it, or what it was made of.
    for (const [region, former] of [
      ["VT27", "VT16"],
      ["VT27", "VT26"],
    ] as const) {
      expect(takes[region]).not.toBe(former);
      expect(takes[former]).not.toBe(region);
    }
  });

  it("divides the totals of the country over 26 regions until 2022 and 25 after, without a remainder", () => {
    const profiles = profilesOf(settings, places, 5);
    for (const [period, national] of Object.entries(settings.volumes.halfYears)) {
      const parts = [...volumesOf(settings, places, profiles, period, 1).values()];
      expect(parts.length).toBe(period < "2023" ? 26 : 25);
      for (const kind of ["advies", "melding"] as const)
        expect(parts.reduce((sum, it) => sum + it[kind], 0)).toBe(national[kind]);
    }
  });

  it("has real numbers of inhabitants: every municipality has some, and together they are the country", () => {
    for (const period of halves) {
      const territories = [...places.territories(halfYear(period)).values()];
      const all = territories.flatMap((it) => it.municipalities);
      expect(all.filter((it) => it.inhabitants === 0)).toEqual([]);
      const country = all.reduce((sum, it) => sum + it.inhabitants, 0);
      expect(country).toBeGreaterThan(17_300_000);
      expect(country).toBeLessThan(18_200_000);
    }
  });

  it("keeps regions apart, around the country", () => {
    const profiles = [...profilesOf(settings, places, 5).values()];
    const kept = profiles.map((it) => it.decisions[0]!);
    expect(Math.max(...kept) - Math.min(...kept)).toBeGreaterThan(0.2);
    for (const it of profiles) {
      expect(it.decisions.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
      expect(it.volume.advies).toBeGreaterThan(0.4);
      expect(it.volume.advies).toBeLessThan(2.5);
    }
    const other = [...profilesOf(settings, places, 6).values()];
    expect(other.map((it) => it.decisions[0])).not.toEqual(kept);
  });

  it("uses codes of the protocol only, and all of its codes of decisions, durations and transfers", () => {
    const { shares } = settings;
    const codes = (list: string): string[] => Object.keys(protocol.lists[list]!.codes).sort();
    expect(Object.keys(shares.decisions.shares).sort()).toEqual(codes("besluit"));
    expect(Object.keys(shares.durations.melding).sort()).toEqual(codes("duur"));
    expect(Object.keys(shares.durations.advies)).toEqual(Object.keys(shares.durations.melding));
    expect(Object.keys(shares.transfers.organisations).sort()).toEqual(codes("overdracht"));
    expect(Object.keys(shares.transfers.organisationsWhenAcute).sort()).toEqual(codes("overdracht"));
    expect(Object.keys(shares.transfers.help).sort()).toEqual(codes("hulp"));
    for (const [role, organisation] of shares.reporters.groups.flatMap((it) => it.origins)) {
      expect(codes("rol")).toContain(role);
      expect(codes("organisatie")).toContain(organisation);
    }
    for (const { id, origins } of shares.reporters.groups)
      for (const [rol, organisatie] of origins) {
        const answers: Record<string, string> = { rol, organisatie };
        const line = protocol.recodes["reporter-type"]!.find(({ when }) =>
          Object.entries(when ?? {}).every(([field, given]) => given.includes(answers[field]!)),
        );
        expect(line?.is, `${rol} ${organisatie}`).toBe(id);
      }
  });
});
