/** A number as people write it, read back. */
export interface Written {
  readonly value: number;
  readonly decimals: number;
  readonly percent: boolean;
}

const patterns = {
  nl: /^([−-]?)(\d{1,3}(?:\.\d{3})*|\d+)(?:,(\d+))?(%?)$/,
  en: /^([−-]?)(\d{1,3}(?:,\d{3})*|\d+)(?:\.(\d+))?(%?)$/,
} as const;

/**
 * Reads "60.880" or "55,6%" in Dutch, "60,880" or "55.6%" in English.
 * @returns undefined when the text is no number in that language; four digits or more need their separator.
 */
export function readWritten(text: string, language: "nl" | "en"): Written | undefined {
  const match = patterns[language].exec(text.trim());
  if (!match) return undefined;
  const [, sign, whole = "", fraction = "", percent] = match;
  const digits = whole.replace(/\D/g, "");
  if (digits.length > 3 && digits.length === whole.length) return undefined;
  const size = Number(`${digits}.${fraction || "0"}`);
  return { value: sign ? -size : size, decimals: fraction.length, percent: percent === "%" };
}

/** Whether a written number is this value, rounded to the decimals that are shown. */
export const isRounded = (written: Written, value: number): boolean =>
  Math.abs(written.value - value) <= 0.5 * 10 ** -written.decimals + 1e-9 * Math.max(1, Math.abs(value));
