import { expect, test } from "vitest";
import type { Multiples, PanelPoint } from "@impactmonitor/views/comparison/multiples";
import { fileInk } from "../src/ink.ts";
import { drawPanels } from "../src/panels-chart.ts";
import { markBehind } from "../src/practice-mark.ts";
import { tagsOf } from "./well-formed.ts";

const point = (at: number, value: number): PanelPoint => ({
  at,
  value,
  label: String(at),
  text: String(value),
  provisional: false,
  startsNew: false,
});
const all: Multiples = {
  kind: "multiples",
  unit: "procent",
  percent: true,
  index: false,
  panels: ["Drenthe", "A <b> & c", "Zeeland", "Fryslân"].map((area, i) => ({
    area,
    points: [point(2020, 10 + i), point(2021, 20 + i)],
    alternative: "",
  })),
  from: 2020,
  to: 2021,
  low: 0,
  high: 24,
};

test("each area has its own small chart under its name, three beside each other", () => {
  const { body, width, height } = drawPanels(all, fileInk);
  for (const name of ["Drenthe", "A &lt;b&gt; &amp; c", "Zeeland", "Fryslân"]) expect(body).toContain(`>${name}<`);
  for (const value of [20, 21, 22, 23]) expect(body).toContain(`>${value}<`);
  const one = drawPanels({ ...all, panels: all.panels.slice(0, 1) }, fileInk);
  const three = drawPanels({ ...all, panels: all.panels.slice(0, 3) }, fileInk);
  expect(three.height).toBe(one.height);
  expect(three.width).toBeGreaterThan(one.width * 3 - 1);
  expect([width, height > three.height]).toEqual([three.width, true]);
  expect(tagsOf(`<svg>${body}</svg>`).length).toBeGreaterThan(12);
});

test("the words of practice lie behind a drawing, which keeps its size", () => {
  const plain = drawPanels(all, fileInk);
  const marked = markBehind(plain, { across: "OEFENEN", band: "OEFENCIJFERS" }, fileInk);
  expect([marked.width, marked.height]).toEqual([plain.width, plain.height]);
  expect(marked.body.indexOf("OEFENEN")).toBeLessThan(marked.body.indexOf("Drenthe"));
  expect(marked.body.endsWith(plain.body)).toBe(true);
});
