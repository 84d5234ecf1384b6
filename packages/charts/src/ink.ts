/**
 * How a shape gets its colour. On a page a class, so that the style sheet decides (dark mode, high contrast, print);
 * in a file the colour itself, since a file travels without a style sheet.
 */
export type Role =
  | "grid"
  | "axis"
  | "zero"
  | "label"
  | "value"
  | "main-line"
  | "main-area"
  | "main-point"
  | "main-open"
  | "compare-line"
  | "compare-point"
  | "compare-label"
  | "break"
  | "break-sign"
  | "event-sign"
  | "event-lead"
  | "event-span"
  | "sign-text"
  | "bar"
  | "bar-chosen"
  | "track"
  | "whisker"
  | "mark"
  | "mark-edge"
  | "ordinary"
  | "dot"
  | "dot-chosen"
  | "near-ring"
  | "other-tick"
  | "dot-label"
  | "dot-quiet"
  | "ordinary-edge"
  | "map-0"
  | "map-1"
  | "map-2"
  | "map-3"
  | "map-4"
  | "map-absent"
  | "map-none"
  | "map-chosen"
  | "land"
  | "border"
  | "map-text"
  | "map-text-on-dark"
  | "practice-band"
  | "practice-text"
  | "practice-across";

export type Ink = (role: Role) => string;

/** For pages: `class="k-bar"`. */
export const pageInk: Ink = (role) => ` class="k-${role}"`;

const blue = "#0b5c7a";
const ink = "#1c2b33";
const quiet = "#4d606b";
const file: Readonly<Record<Role, string>> = {
  grid: ` stroke="#d5dde1" stroke-width="1" fill="none"`,
  axis: ` fill="${quiet}" font-size="12"`,
  zero: ` stroke="${quiet}" stroke-width="1.5" fill="none"`,
  label: ` fill="${ink}" font-size="13"`,
  // The edge of words that stand over a line keeps them readable.
  value: ` fill="${ink}" font-size="13" font-weight="700" stroke="#fff" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`,
  "main-line": ` stroke="${blue}" stroke-width="2.5" fill="none" stroke-linejoin="round"`,
  "main-area": ` fill="${blue}" fill-opacity="0.14"`,
  "main-point": ` fill="${blue}" stroke="#fff" stroke-width="1.5"`,
  "main-open": ` fill="#fff" stroke="${blue}" stroke-width="2"`,
  "compare-line": ` stroke="#7a6a53" stroke-width="2" fill="none" stroke-dasharray="5 4"`,
  "compare-point": ` fill="#7a6a53"`,
  "compare-label": ` fill="#65563f" font-size="12" stroke="#fff" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`,
  break: ` stroke="#7b3f00" stroke-width="1.5" stroke-dasharray="2 3" fill="none"`,
  "break-sign": ` fill="#fff" stroke="#7b3f00" stroke-width="1.5"`,
  "event-sign": ` fill="#fff" stroke="${quiet}" stroke-width="1.5"`,
  "event-lead": ` stroke="${quiet}" stroke-width="1" fill="none"`,
  "event-span": ` stroke="${quiet}" stroke-width="4" fill="none"`,
  "sign-text": ` fill="${ink}" font-size="12" font-weight="700"`,
  bar: ` fill="#5b93a8"`,
  "bar-chosen": ` fill="${blue}"`,
  track: ` fill="#eef2f4"`,
  whisker: ` stroke="${ink}" stroke-width="1.5" fill="none"`,
  mark: ` stroke="#7a4b00" stroke-width="2.5" fill="none"`,
  "mark-edge": ` stroke="#fff" stroke-width="6" fill="none"`,
  ordinary: ` fill="#7a6a53" fill-opacity="0.16"`,
  dot: ` fill="#5b93a8" fill-opacity="0.75" stroke="#fff" stroke-width="1"`,
  "dot-chosen": ` fill="#0b3c52" stroke="#fff" stroke-width="1.5"`,
  "near-ring": ` fill="#fff" stroke="${blue}" stroke-width="2.5"`,
  "other-tick": ` stroke="#8fa3ae" stroke-width="1.5" stroke-opacity="0.7" fill="none"`,
  "dot-label": ` fill="${ink}" font-size="12" stroke="#fff" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`,
  "dot-quiet": ` fill="#9aa7ae" fill-opacity="0.8"`,
  "ordinary-edge": ` stroke="#8a6d3d" stroke-width="1.5" stroke-dasharray="3 3" fill="none"`,
  "map-0": ` fill="#d6e7ec" stroke="#fff" stroke-width="2"`,
  "map-1": ` fill="#a3cbd8" stroke="#fff" stroke-width="2"`,
  "map-2": ` fill="#5d9fb6" stroke="#fff" stroke-width="2"`,
  "map-3": ` fill="#24728f" stroke="#fff" stroke-width="2"`,
  "map-4": ` fill="#0b475f" stroke="#fff" stroke-width="2"`,
  "map-absent": ` fill="#efe9dd" stroke="#b9ad98" stroke-width="1.5"`,
  "map-none": ` fill="#f4f6f7" stroke="#c3ced4" stroke-width="1.5"`,
  "map-chosen": ` fill="none" stroke="${ink}" stroke-width="6" stroke-linejoin="round"`,
  land: ` fill="#f4f6f7" stroke="#c3ced4" stroke-width="1.5" fill-rule="evenodd"`,
  border: ` fill="none" stroke="#c3ced4" stroke-width="1.5"`,
  "map-text": ` fill="${ink}" font-size="13"`,
  "map-text-on-dark": ` fill="#fff" font-size="13"`,
  "practice-band": ` fill="#4a1170"`,
  "practice-text": ` fill="#fff" font-weight="700"`,
  "practice-across": ` fill="#4a1170" fill-opacity="0.16" font-weight="700"`,
};

/** For files: colours of the light theme, checked for contrast on white. */
export const fileInk: Ink = (role) => file[role];
