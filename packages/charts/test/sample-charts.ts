import type { Distribution } from "@impactmonitor/views/comparison/distribution";
import type { PanelPoint } from "@impactmonitor/views/comparison/multiples";
import type { Tile } from "@impactmonitor/model/catalogue";
import type { NearStrip } from "../src/near-strip.ts";
import type {
  BarChart,
  LineChart,
  LinePoint,
  MapChart,
  MapShapes,
  ScatterChart,
  StripChart,
} from "@impactmonitor/views/chart-state";

/** Small charts that hold each thing a chart can hold. `name` goes into every label, to see what becomes of it. */
const words = (name: string) => ({
  title: `${name}: a title`,
  alternative: "All values are in the table.",
  unit: `number of ${name}`,
  signs: ["* provisional", "≈ estimate"],
});

const point = (year: number, value: number | undefined, more: Partial<LinePoint> = {}): LinePoint => ({
  at: year + 0.5,
  label: String(year),
  text: value === undefined ? "×" : String(value),
  ...(value === undefined ? {} : { value }),
  provisional: false,
  startsNew: false,
  ...more,
});

/** A gap in 2018, a break in 2020, a margin in 2021, a range without a middle in 2022, a provisional end. */
export const sampleLine = (name = "reports"): LineChart => ({
  kind: "line",
  ...words(name),
  percent: false,
  breaks: [{ at: 2020, label: `${name} counted in another way` }],
  series: [
    {
      name,
      role: "main",
      points: [
        point(2016, 100),
        point(2017, 120),
        point(2018, undefined),
        point(2019, 90),
        point(2020, 40, { startsNew: true }),
        point(2021, 50, { lower: 45, upper: 60 }),
        point(2022, undefined, { lower: 40, upper: 70, text: "40–70" }),
        point(2023, 60, { provisional: true, marked: { signs: "*", words: "provisional" } }),
      ],
    },
    { name: "Netherlands", role: "compare", points: [point(2016, 80), point(2019, 70), point(2023, 75)] },
  ],
});

/** The same with what happened meanwhile: before the first point, two close together, one that lasted, one at a break. */
export const sampleTimeline = (name = "reports"): LineChart => ({
  ...sampleLine(name),
  events: [
    { at: 2016.1, label: `${name}: an act` },
    { at: 2019.2, label: `${name}: a campaign` },
    { at: 2019.25, until: 2019.6, label: `${name}: schools close` },
    { at: 2020, label: `${name}: a protocol` },
    { at: 2023.9, label: `${name}: a plan` },
  ],
});

/** A whole with two parts, a hidden category, a range, the chosen one, and the country as a mark. */
export const sampleBars = (name = "reports"): BarChart => ({
  kind: "bars",
  ...words(name),
  compareName: "Netherlands",
  bars: [
    {
      label: `${name} by professionals`,
      text: "70%",
      value: 70,
      depth: 0,
      chosen: false,
      compare: { value: 65, text: "65%" },
    },
    {
      label: `${name} by the police`,
      text: "55%",
      value: 55,
      lower: 50,
      upper: 60,
      depth: 1,
      chosen: true,
      compare: { value: 64, text: "64%" },
    },
    {
      label: `${name} by schools and by everybody else who teaches, whatever the age of the pupils`,
      text: "15%",
      value: 15,
      depth: 1,
      chosen: false,
    },
    { label: `${name} by doctors`, text: "×", depth: 1, chosen: false },
    {
      label: `${name} by citizens`,
      text: "5–9%",
      marked: { signs: "≈", words: "estimate" },
      lower: 5,
      upper: 9,
      depth: 0,
      chosen: false,
    },
    { label: `${name} by nobody`, text: "0%", value: 0, depth: 0, chosen: false },
  ],
});

export const sampleStrip = (name = "reports"): StripChart => ({
  kind: "strip",
  ...words(name),
  compare: { label: "Netherlands", value: 42.8, text: "42.8%" },
  dots: [20, 24, 24.1, 24.2, 31, 44, 55.6].map((value, i) => ({
    label: `${name} ${i}`,
    text: `${value}%`,
    value,
    chosen: i === 6,
  })),
});

/** Twelve areas of which some lie close together, the country, and the chosen one among others; a mark on one value. */
export const sampleScatter = (name = "reports"): ScatterChart => ({
  kind: "scatter",
  ...words(name),
  unit: "",
  x: {
    title: `${name} beside which it stands, a long title that takes a line or two`,
    unit: "per cent",
    percent: true,
  },
  y: { title: name, unit: "per 10,000 inhabitants", percent: false },
  compare: { label: "Netherlands", x: { value: 20, text: "20%" }, y: { value: 42, text: "42" }, chosen: false },
  dots: [12, 13, 13.2, 18, 18.4, 21, 22, 22.1, 25, 27, 27.5, 30].map((value, i) => ({
    label: `${name} ${i}`,
    x: { value, text: `${value}%` },
    y: {
      value: (i * 37) % 60,
      text: String((i * 37) % 60),
      ...(i === 1 ? { marked: { signs: "≈", words: "estimate" } } : {}),
    },
    chosen: i === 5,
  })),
});

export const sampleMap = (name = "reports"): MapChart => ({
  kind: "map",
  ...words(name),
  legend: ["less than 20", "20 to 40", "40 or more"],
  noFigure: "no figure in this edition",
  areas: [
    { code: "VT01", label: `${name} North`, short: "Nrd", text: "12", class: 0, chosen: false, href: "/regio/north" },
    { code: "VT02", label: `${name} East`, short: "Oost", text: "48", class: 2, chosen: true, href: "/regio/east" },
    { code: "VT03", label: `${name} South`, short: "Zuid", text: "×", class: "suppressed", chosen: false },
    {
      code: "VT04",
      label: `${name} West`,
      short: "West",
      text: "no figure in this edition",
      class: "no-figure",
      chosen: false,
    },
  ],
});

/** Four squares; the last one is on the map and not in the chart. */
export const sampleShapes: MapShapes = {
  kind: "schematic",
  attribution: { nl: "Schematische kaart", en: "Schematic map" },
  classification: "2023",
  width: 200,
  height: 200,
  shapes: ["VT01", "VT02", "VT03", "VT04", "VT05"].map((code, i) => ({
    code,
    path: `M${i * 40} 0h38v38h-38z`,
    label: [i * 40 + 19, 19] as const,
  })),
};

export const sampleTiles: readonly Tile[] = ["VT01", "VT02", "VT03", "VT04"].map((code, i) => ({
  code,
  column: i % 2,
  row: Math.floor(i / 2),
  label: `t${i}`,
  classification: "2023",
}));

/** A number of which a few are very large, with two areas near the own one. */
export const sampleNear = (name = "inhabitants"): NearStrip => ({
  log: true,
  own: { label: name, value: 500, text: `500 ${name}` },
  near: [
    { label: "Region <1>", value: 400, text: `400 ${name}` },
    { label: "Region 2", value: 650, text: `650 ${name}` },
  ],
  others: [100, 120, 3000, 1400],
});

/** Regions of which three were chosen, with the band of ordinary differences. */
export const sampleDistribution = (more: Partial<Distribution> = {}): Distribution => ({
  kind: "distribution",
  unit: "reports per 10,000 inhabitants",
  percent: false,
  signs: [],
  alternative: "The values of the regions run from 40 to 95.",
  level: "vt-region",
  others: [40, 48.2, 52, 52.4, 60, 61, 75, 95],
  chosen: [
    { label: "Drenthe", value: 44, text: "44.0", first: true },
    { label: "Groningen", value: 66.4, text: "66.4", first: false },
    { label: "Zeeland & co", value: 67, text: "67.0", first: false },
  ],
  nation: { label: "Netherlands", value: 68.2, text: "68.2" },
  ordinary: { lower: 47, upper: 88, area: "Drenthe" },
  ...more,
});

/** A series with a break in it and a provisional end. */
export const samplePanel: readonly PanelPoint[] = [
  { at: 2020.5, label: "2020", text: "44.0", value: 44, provisional: false, startsNew: true },
  { at: 2021.5, label: "2021", text: "48.0", value: 48, provisional: false, startsNew: false },
  { at: 2022.5, label: "2022", text: "30.0", value: 30, provisional: false, startsNew: true },
  { at: 2023.5, label: "2023", text: "32.5 (provisional)", value: 32.5, provisional: true, startsNew: false },
];
export const sampleScale = {
  from: 2019.5,
  to: 2023.5,
  low: 0,
  high: 70,
  nation: samplePanel.map((it) => ({ ...it, value: 60 })),
};
