import * as fc from "fast-check";
import { absences, marks, type Cell } from "@impactmonitor/model/cell";
import { areaCode, indicatorId, periodCode } from "@impactmonitor/model/id";
import { measures } from "@impactmonitor/model/indicator";
import { observationKey, type Breakdown, type Observation, type Reading } from "@impactmonitor/model/observation";

/** Without minus nought, which no figure is and JSON doesn't know. */
const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((it) => it || 0);
const someMarks = fc.subarray([...marks]);
const maybe = fc.option(number, { nil: undefined });

export const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.record({ value: number, lower: maybe, upper: maybe, n: maybe, marks: someMarks }).map(withoutEmpty),
  fc.record({ range: fc.record({ lower: number, upper: number }), marks: someMarks }),
  fc.record({ absent: fc.constantFrom(...absences) }),
);

/** A field that is absent is left out, as the readers of figures do. */
function withoutEmpty<T extends object>(it: T): T {
  return Object.fromEntries(Object.entries(it).filter(([, value]) => value !== undefined)) as T;
}

const anyReading: fc.Arbitrary<Reading> = fc.record({
  title: fc.string(),
  url: fc.webUrl(),
  published: fc.constantFrom("", "2022", "2022-10", "2022-10-31"),
  primary: fc.boolean(),
});
const anyRow = fc.nat(9999).map((line) => `figures/veilig-thuis.csv:${line}`);

/** Few values of each part of the key, so that keys meet. */
export const anyObservation: fc.Arbitrary<Observation> = fc.record({
  indicator: fc.constant(indicatorId("reports-received")),
  area: fc.constantFrom("NL01", "VT02", "PV22").map(areaCode),
  period: fc.constantFrom("2021", "2021H1", "2021H2").map(periodCode),
  measure: fc.constantFrom(...measures.slice(0, 3)),
  breakdown: fc.constantFrom<Breakdown>({}, { sex: "women" }, { sex: "men" }, { age: "16-24", sex: "women" }),
  cell: anyCell,
  reading: anyReading,
  row: anyRow,
  vintages: fc.array(fc.record({ cell: anyCell, reading: anyReading, row: anyRow }), { maxLength: 2 }),
});

/** Each fact at most once, as in an edition. */
export const anyObservations = fc.uniqueArray(anyObservation, { selector: observationKey, maxLength: 20 });
