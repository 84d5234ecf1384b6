import type { Delivered } from "./recount.ts";
import { person, type RecordOf, type Records } from "./write-delivery.ts";

/** Numbers that follow from a seed. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Deliveries in which things meet: few cases, persons and days, so that numbers come back, reports fall on one day, cases close, reopen and
 * move, and dates lie on the borders of periods.
 */
export function randomDeliveries(
  seed: number,
  {
    regions,
    periods,
    towns,
  }: { regions: (period: string) => readonly string[]; periods: readonly string[]; towns: readonly string[] },
): Delivered[] {
  const roll = dice(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(roll() * from.length)]!;
  const some = (from: readonly string[]): string[] =>
    [...new Set([pick(from), ...(roll() < 0.4 ? [pick(from)] : [])])].sort();
  const maybe = <T>(chance: number, it: () => T): T | null => (roll() < chance ? it() : null);
  const day = (period: string): string => {
    const [year, first] = [period.slice(0, 4), period.endsWith("1")];
    return `${year}-${pick(first ? ["01-01", "01-02", "02-28", "03-10", "03-11", "06-30"] : ["07-01", "07-02", "09-09", "09-10", "12-30", "12-31"])}`;
  };
  const earlier = (period: string): string => day(pick(periods.filter((it) => it <= period)));
  const nature = (): RecordOf => ({
    aard: roll() < 0.1 ? [pick(["07", "99"])] : some(["01", "02", "03", "04", "05", "06"]),
    aanvullend: roll() < 0.3 ? some(["01", "02", "09"]) : [],
  });
  const asked = (): RecordOf => ({
    ...nature(),
    duur: pick(["01", "02", "03", "04", "05", "06"]),
    rol: pick(["01", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "99"]),
    organisatie: pick([
      "01",
      "02",
      "03",
      "04",
      "05",
      "06",
      "07",
      "08",
      "09",
      "10",
      "11",
      "12",
      "13",
      "14",
      "15",
      "16",
      "88",
      "99",
    ]),
  });
  const list = (most: number, one: (i: number) => RecordOf): RecordOf[] =>
    Array.from({ length: Math.floor(roll() * (most + 1)) }, (_, i) => one(i));
  const flag = (): boolean | null => pick([true, false, false, null]);
  const cases = ["C1", "C2", "C3", "C4", "C5"];
  return periods.flatMap((period) =>
    regions(period)
      .filter(() => roll() < 0.97)
      .map((region): Delivered => {
        // Numbers mostly have the period in them; now and then one comes back.
        const number = (letter: string, i: number): string =>
          roll() < 0.85 ? `${letter}${period}-${i}` : `${letter}${i}`;
        const numbered = (field: string, letter: string, rows: readonly RecordOf[]): RecordOf[] =>
          [...new Map(rows.map((row, i) => [number(letter, i), row]))].map(([its, row]) => ({ [field]: its, ...row }));
        const own = (): RecordOf => ({ casusnummer: pick(cases) });
        const records: Records = {
          advies: numbered(
            "adviesnummer",
            "A",
            list(6, () => ({ datum_start: day(period), gemeente: maybe(0.85, () => pick(towns)), ...asked() })),
          ),
          casus: cases
            .filter(() => roll() < 0.95)
            .map((casusnummer) => ({
              casusnummer,
              gemeente: maybe(0.85, () => pick(towns)),
              datum_start: day(period),
              datum_einde: maybe(0.3, () => earlier(period)),
            })),
          persoon: list(9, () => ({
            ...own(),
            persoon: maybe(0.8, () => person(Math.floor(roll() * 14))),
            geslacht: "O",
          })),
          melding: numbered(
            "meldingnummer",
            "M",
            list(9, () => ({ ...own(), datum: day(period), ...asked() })),
          ),
          beoordeling: numbered(
            "beoordelingnummer",
            "B",
            list(9, (i) => ({
              meldingnummer: pick([`M${period}-${i}`, `M${period}-${i}`, `M${i}`, `M${pick(periods)}-${i}`]),
              datum: earlier(period),
              besluit: pick(["01", "02", "03", "04"]),
              acuut: flag(),
              structureel: flag(),
            })),
          ),
          dienst: numbered(
            "dienstnummer",
            "D",
            list(5, () => ({
              ...own(),
              ...nature(),
              soort: pick(["01", "02"]),
              datum_start: earlier(period),
              datum_einde: maybe(0.7, () => earlier(period)),
              voortijdig: flag(),
              uitkomst: roll() < 0.7 ? some(["11", "12", "13", "21", "22", "23", "31", "32", "33", "91"]) : [],
            })),
          ),
          overdracht: numbered(
            "overdrachtnummer",
            "O",
            list(6, () => ({
              ...own(),
              datum: day(period),
              organisatie: pick(["01", "02", "03", "04", "05"]),
              melding_politie: flag(),
            })),
          ),
          monitoring: numbered(
            "monitoringnummer",
            "X",
            list(4, () => ({ ...own(), datum: day(period) })),
          ),
        };
        return { region, period, records };
      }),
  );
}
