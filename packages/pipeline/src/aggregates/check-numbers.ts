import type { Absence, Mark } from "@impactmonitor/model/cell";
import type { Measure } from "@impactmonitor/model/indicator";
import type { Contract } from "./contract.ts";
import type { Fact } from "./fact.ts";
import { isCoarse, precisions, roundingFault, type Precision } from "./precision.ts";
import type { TableRow } from "./read-table.ts";

/** What is wrong with a field, and how to mend it. */
export type Fault = readonly [field: string, what: string, mend: string];
export type Numbers = Pick<Fact, "value" | "lower" | "upper" | "n" | "absent" | "marks">;

const statusMarks: Readonly<Record<string, readonly Mark[]>> = {
  provisional: ["provisional"],
  revised: ["revised-provisional"],
  final: [],
};
const stateAbsences: Readonly<Record<string, Absence>> = {
  suppressed: "suppressed",
  missing: "not-delivered",
  not_applicable: "not-applicable",
};
const states = ["ok", ...Object.keys(stateAbsences), "nil"];

/** Words that a supplier may use for a measure; a mean or a rate has a unit of its own. */
const units: Partial<Readonly<Record<Measure, readonly string[]>>> = {
  count: ["count", "aantal"],
  persons: ["persons", "personen"],
  percent: ["percent", "%"],
  years: ["years", "jaar"],
};

/** Checks value, limits, n, status, rounding and the rest that doesn't depend on place or time. Faults are added to `faults`. */
export function checkNumbers(
  { fields }: TableRow,
  { indicator, measure }: { readonly indicator: string; readonly measure: Measure },
  contract: Contract,
  delimiter: string,
  faults: Fault[],
): Numbers {
  const [value, lower, upper, n] = (["value", "lower", "upper", "n"] as const).map((name) =>
    numberOf(name, fields[name], delimiter, faults),
  ) as [string, string, string, string];
  const marks: Mark[] = [...(statusMarks[fields.status] ?? [])];
  if (!statusMarks[fields.status])
    faults.push(["status", `“${fields.status}” is no status.`, `Choose from: ${Object.keys(statusMarks).join(", ")}.`]);
  if (contract.estimates) marks.push("estimate");
  const precision = precisions.find((it) => it === fields.precision);
  checkPrecision(fields.precision, precision, measure, contract, faults);
  if (precision)
    for (const [name, text] of [
      ["value", value],
      ["lower", lower],
      ["upper", upper],
    ] as const) {
      const should = text === "" ? undefined : roundingFault(text, precision, measure);
      if (should)
        faults.push([name, `${text} is not ${should}, as ${precision} promises.`, "Round it, or mend the precision."]);
    }
  if (precision && isCoarse(precision)) marks.push("rounded");
  if (fields.breakBefore === "true") marks.push("break");
  else if (!["", "false"].includes(fields.breakBefore))
    faults.push(["breakBefore", `“${fields.breakBefore}” is neither true nor false.`, "Write true, false or nothing."]);
  const known = units[measure];
  if (fields.unit === "")
    faults.push(["unit", "The unit is missing.", `Write ${known?.[0] ?? "what the number counts"}.`]);
  else if (known && !known.includes(fields.unit.toLowerCase()))
    faults.push(["unit", `“${fields.unit}” doesn't go with ${measure}.`, `Write ${known.join(" or ")}.`]);
  checkSigns({ value, lower, upper, n }, indicator, measure, contract, faults);
  return { ...checkState(fields.valueState, { value, lower, upper, n }, measure, contract, faults), marks };
}

/** @returns the number with a point before decimals, or nothing */
function numberOf(name: string, text: string, delimiter: string, faults: Fault[]): string {
  const pointed = delimiter === "," ? text : text.replace(/^(-?\d+),(\d+)$/, "$1.$2");
  if (pointed === "" || /^-?\d{1,15}(\.\d{1,10})?$/.test(pointed)) return pointed;
  faults.push([name, `“${text}” is no number.`, "Write digits, with a point before decimals and no thousands sign."]);
  return "";
}

function checkPrecision(
  text: string,
  precision: Precision | undefined,
  measure: Measure,
  contract: Contract,
  faults: Fault[],
): void {
  const allowed = contract.precision[measure] ?? [];
  if (!precision || !allowed.includes(precision))
    faults.push([
      "precision",
      `“${text}” is no precision of ${measure} in the contract of ${contract.source}.`,
      allowed.length > 0 ? `Choose from: ${allowed.join(", ")}.` : "Deliver another measure.",
    ]);
}

type Texts = Pick<Fact, "value" | "lower" | "upper" | "n">;

function checkSigns(texts: Texts, indicator: string, measure: Measure, contract: Contract, faults: Fault[]): void {
  const { value, lower, upper, n } = texts;
  if (n !== "" && !/^\d+$/.test(n)) faults.push(["n", `${n} is no number of cases.`, "Write a whole number."]);
  if (lower !== "" && upper !== "" && Number(lower) > Number(upper))
    faults.push(["lower", `The lower limit ${lower} is above the upper limit ${upper}.`, "Swap them."]);
  else if (value !== "" && ((lower !== "" && +value < +lower) || (upper !== "" && +value > +upper)))
    faults.push(["value", `${value} lies outside ${lower} to ${upper}.`, "Check the three numbers."]);
  if (contract.changes.includes(indicator)) return;
  for (const [name, text] of [
    ["value", value],
    ["lower", lower],
    ["upper", upper],
  ] as const) {
    if (text === "") continue;
    if (Number(text) < 0) faults.push([name, `${text} is below zero.`, "Check the number."]);
    if (measure === "percent" && Number(text) > 100)
      faults.push([name, `${text} % is over 100 %.`, "Check the number."]);
  }
}

function checkState(
  state: string,
  texts: Texts,
  measure: Measure,
  contract: Contract,
  faults: Fault[],
): Texts & Pick<Fact, "absent"> {
  const { value, lower, upper, n } = texts;
  const margins = (lower !== "" ? 1 : 0) + (upper !== "" ? 1 : 0);
  if (!states.includes(state)) {
    faults.push(["valueState", `“${state}” is no state of a value.`, `Choose from: ${states.join(", ")}.`]);
    return { ...texts, absent: "" };
  }
  if (margins > 0 && contract.margins === "none" && !contract.ranges)
    faults.push(["lower", `${contract.source} delivers no limits.`, "Leave lower and upper empty."]);
  if (margins === 1)
    faults.push([lower === "" ? "lower" : "upper", "Only one limit is there.", "Fill in both, or neither."]);
  if (state === "nil") {
    if (Number(value) !== 0 || margins > 0)
      faults.push(["value", "nil means none at all, and there is a number.", "Write 0 or nothing, or another state."]);
    return { value: "0", lower: "", upper: "", n, absent: "" };
  }
  const absent = stateAbsences[state];
  if (absent) {
    if (value !== "" || margins > 0)
      faults.push(["value", `The value is ${state}, and there is a number.`, "Leave it empty, or write ok."]);
    return { value: "", lower: "", upper: "", n: "", absent };
  }
  if (value === "" && margins > 0 && !contract.ranges)
    faults.push(["value", "There are limits without a value.", "Fill in the value, or say why there is none."]);
  else if (value === "" && margins === 0)
    faults.push(["value", "The value is missing.", "Fill it in, or say in valueState why there is none."]);
  else if (value !== "" && margins === 0 && contract.margins === "required")
    faults.push(["lower", `A value of ${contract.source} needs its limits.`, "Fill in lower and upper."]);
  if (value !== "" && n === "" && contract.needsN.includes(measure))
    faults.push(["n", `${measure} needs n: of how many it was measured.`, "Fill in n."]);
  return { ...texts, absent: "" };
}
