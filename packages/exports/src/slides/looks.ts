import { fileInk, type Role } from "@impactmonitor/charts/ink";

/** The colour that charts in files have for a role, as Office writes it: "0B5C7A". */
export function inkColour(role: Role): string {
  const found = /(?:fill|stroke)="#([0-9a-f]{6})"/.exec(fileInk(role))?.[1];
  if (found === undefined) throw new Error(`no colour for ${role}`);
  return found.toUpperCase();
}

export const colours = {
  ink: "1C2B33",
  quiet: "4D606B",
  blue: inkColour("main-line"),
  deep: inkColour("dot-chosen"),
  line: "C3CED4",
  pale: "EEF4F6",
  warm: "FBF3E4",
  warmInk: "5C3A00",
  white: "FFFFFF",
  practice: "4A1170",
  withdrawn: "7B3F00",
} as const;

/**
 * Arial is on every Windows and Apple computer, and Liberation Sans, which takes its place elsewhere, has letters of the same width: a
 * slide that fits here fits there. The typeface of the site would be replaced by another one, and text would run out of its box.
 */
export const typeface = "Arial";

/** Inches. */
export const page = { width: 13.333, height: 7.5, side: 0.6, band: 0.34, foot: 6.98 } as const;
export const inner = page.width - 2 * page.side;

/** Height of a line of Arial, in parts of its size. */
export const lineHeight = 1.2;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}
