import { colours, typeface } from "../slides/looks.ts";

export { colours, typeface };

/** Lengths of Word: twentieths of a point. */
export const cm = (value: number): number => Math.round((value / 2.54) * 1440);
export const points = (value: number): number => Math.round(value * 20);

/** A4 upright, with room in the margin to hold it and to write. */
export const sheet = {
  width: cm(21),
  height: cm(29.7),
  margin: { top: cm(2.2), bottom: cm(2), left: cm(2.2), right: cm(2.2) },
} as const;
export const inner = sheet.width - sheet.margin.left - sheet.margin.right;

/** Most that a chart takes, in pixels of a 96th of an inch. */
export const chartRoom = { width: 520, height: 330 } as const;
