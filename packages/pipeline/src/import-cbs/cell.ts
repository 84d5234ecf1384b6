import type { Absence } from "@impactmonitor/model/cell";
import type { Measure } from "@impactmonitor/model/indicator";
import type { Text } from "@impactmonitor/model/text";
import type { RawCell } from "./table.ts";

/** A cell as it goes into a row: digits, or why there are none. */
export type ReadCell =
  | { readonly value: string }
  | { readonly absent: Absence }
  /** A ValueAttribute that nobody has given a meaning. */
  | { readonly attribute: string }
  | { readonly problem: Text };

/**
 * CBS's signs. “.” is unknown, unreliable or secret, and CBS does not say which; a blank can't occur. Newer tables
 * also have x for secret. A dash is CBS's sign for nil, which is a value.
 */
const signs: Readonly<Record<string, ReadCell>> = {
  ".": { absent: "unspecified" },
  x: { absent: "suppressed" },
  X: { absent: "suppressed" },
  "-": { value: "0" },
};

const attributes: Readonly<Record<string, Absence>> = { Impossible: "not-applicable" };

/**
 * Says what a published cell means.
 * @param own meanings of further ValueAttributes, from the mapping file
 */
export function readCell(raw: RawCell, measure: Measure, own: Readonly<Record<string, Absence>>): ReadCell {
  const attribute = raw.attribute === "None" ? "" : raw.attribute;
  if (attribute !== "") {
    const absent = attributes[attribute] ?? own[attribute];
    if (absent === undefined) return { attribute };
    return raw.value === undefined ? { absent } : { problem: valueAndReason(attribute) };
  }
  if (raw.value !== undefined) return plausible(raw.value, measure);
  const text = raw.text.trim();
  if (text === "") return { absent: raw.blank };
  const sign = signs[text];
  if (sign) return sign;
  // A count is written in digits alone: “64.000” is not read as 64, nor guessed to be 64 thousand.
  const form = isWhole(measure) ? /^\d+$/ : /^-?\d+(\.\d+)?$/;
  return form.test(text) ? plausible(Number(text), measure) : { problem: notANumber(text) };
}

const isWhole = (measure: Measure): boolean => measure === "count" || measure === "persons";

/** More than five times the people of the Netherlands: no count of ours can be above it. */
const largest = 100_000_000;

function plausible(value: number, measure: Measure): ReadCell {
  const limit = measure === "percent" ? 100 : largest;
  const written = String(value);
  if (
    !Number.isFinite(value) ||
    value < 0 ||
    value > limit ||
    (isWhole(measure) && !Number.isInteger(value)) ||
    /e/.test(written)
  ) {
    return {
      problem: {
        nl: `De waarde ${written} kan niet (${measure}).`,
        en: `The value ${written} is impossible for ${measure}.`,
      },
    };
  }
  return { value: written };
}

const valueAndReason = (attribute: string): Text => ({
  nl: `Er staat een waarde en ook een reden waarom die er niet is (${attribute}).`,
  en: `There is a value and also a reason for its absence (${attribute}).`,
});

const notANumber = (text: string): Text => ({
  nl: `“${text}” is geen getal en geen bekend teken.`,
  en: `“${text}” is no number and no known sign.`,
});
