import { describe, expect, test } from "vitest";
import { indicatorSchema } from "../src/indicator.ts";

const text = { nl: "woorden", en: "words" };
const good = {
  id: "reports-received",
  title: text,
  shortTitle: text,
  theme: "size",
  modelPart: "process",
  counts: text,
  measures: ["count"],
  unit: text,
  levels: ["nation"],
  periodKinds: ["year"],
  series: true,
  source: "veilig-thuis",
  frequency: text,
  polarity: "neither",
  doesNotSay: [text],
  status: "available",
  register: {},
};
const wrongPaths = (change: Record<string, unknown>): string[] =>
  (indicatorSchema.safeParse({ ...good, ...change }).error?.issues ?? []).map((it) => it.path.join("."));

describe("an indicator", () => {
  test("with everything filled in is accepted", () => {
    expect(wrongPaths({})).toEqual([]);
  });

  test.each([
    ["a text in one language only", { title: { nl: "alleen Nederlands" } }, "title.en"],
    ["a text of blanks", { title: { nl: "  ", en: "words" } }, "title.nl"],
    ["no limit to what it says", { doesNotSay: [] }, "doesNotSay"],
    ["no measure", { measures: [] }, "measures"],
    ["a measure that we don't know", { measures: ["per-1000"] }, "measures.0"],
    ["an id with capitals", { id: "Reports" }, "id"],
    ["half a status", { status: "partly" }, "statusReason"],
    ["figures but no source", { source: undefined }, "source"],
    ["a number of instrument 02 that is none", { register: { instrument02: ["I2-1"] } }, "register.instrument02.0"],
    ["a field that nobody reads", { colour: "red" }, ""],
  ])("with %s is refused", (_, change, path) => {
    expect(wrongPaths(change)).toEqual([path]);
  });

  test("that is only advised needs no source, but says why there are no figures", () => {
    expect(wrongPaths({ status: "advised", source: undefined })).toEqual(["statusReason"]);
    expect(wrongPaths({ status: "advised", source: undefined, statusReason: text })).toEqual([]);
  });
});
