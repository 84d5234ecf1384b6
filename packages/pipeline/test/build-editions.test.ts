import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openEdition, type Edition } from "@impactmonitor/edition/read-edition";
import { breakdownKey } from "@impactmonitor/model/observation";
import { buildEditions, type BuiltEdition } from "../src/build-editions.ts";
import { allObservations, builtEdition, root } from "./built-edition.ts";
import { catalogueCopy, lineOf, replaced, type CatalogueCopy } from "./catalogue-copy.ts";

let copy: CatalogueCopy;
let folder = "";
let round = 0;
beforeAll(() => {
  copy = catalogueCopy();
  folder = mkdtempSync(join(tmpdir(), "editions-"));
});
afterEach(() => copy.mend());
afterAll(() => {
  copy.clean();
  rmSync(folder, { recursive: true, force: true });
});

const target = (): string => join(folder, String((round += 1)));
function build(from: string, into: string): BuiltEdition[] {
  const built = buildEditions(from, into);
  if (!built.ok) throw new Error(built.messages.join("\n"));
  return built.editions;
}
function open(it: BuiltEdition | undefined): Edition {
  const opened = openEdition(it?.folder ?? "");
  if (!opened.ok) throw new Error(opened.what);
  return opened.edition;
}
function messages(): string {
  const into = target();
  const built = buildEditions(copy.root, into);
  expect(existsSync(into) ? readdirSync(into) : [], "nothing is written").toEqual([]);
  return built.ok ? "" : built.messages.join("\n");
}
const filesOf = (parent: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(parent, { recursive: true, withFileTypes: true })
      .filter((it) => it.isFile())
      .map((it) => join(it.parentPath, it.name))
      .map((path) => [path.slice(parent.length), readFileSync(path, "base64")]),
  );

describe("the committed catalogue and figures", () => {
  test("give the same bytes in every file, in another folder and from a copy of the project", () => {
    const into = target();
    expect(build(copy.root, into).map((it) => it.state)).toEqual(["written"]);
    const files = filesOf(into);
    expect(Object.keys(files).length).toBeGreaterThan(40);
    expect(files).toEqual(filesOf(dirname(builtEdition().folder)));
    expect(build(root, into).map((it) => it.state)).toEqual(["unchanged"]);
    expect(filesOf(into)).toEqual(files);
  });

  test("are the figures in the Parquet file: every shown one and every vintage, none else", async () => {
    const bytes = readFileSync(join(builtEdition().folder, "observations.parquet"));
    const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
    const key = (row: Record<string, unknown>): string =>
      JSON.stringify(
        ["indicator", "area", "period", "measure", "breakdown", "value", "lower", "upper", "absent"]
          .concat(["source_url", "published", "shown"])
          .map((name) => row[name] ?? null),
      );
    const expected = allObservations().flatMap((figure) =>
      [{ ...figure, shown: true }, ...figure.vintages.map((old) => ({ ...old, shown: false }))].map((at) => ({
        indicator: figure.indicator,
        area: figure.area,
        period: figure.period,
        measure: figure.measure,
        breakdown: breakdownKey(figure.breakdown),
        value: "value" in at.cell ? at.cell.value : null,
        lower: "range" in at.cell ? at.cell.range.lower : "value" in at.cell ? at.cell.lower : null,
        upper: "range" in at.cell ? at.cell.range.upper : "value" in at.cell ? at.cell.upper : null,
        absent: "absent" in at.cell ? at.cell.absent : "",
        source_url: at.reading.url,
        published: at.reading.published,
        shown: at.shown,
      })),
    );
    expect(rows.map(key).sort()).toEqual(expected.map(key).sort());
  });

  test("hold maps, help and pages in the edition, so that it can be read without the project", () => {
    const edition = builtEdition();
    expect(JSON.parse(edition.map("regions") ?? "null")).toMatchObject({ shapes: expect.any(Array) });
    expect(edition.catalogue.help.numbers.map((it) => it.id)).toContain("veilig-thuis");
    expect(edition.catalogue.pages.map((it) => it.id)).toContain("about");
    expect(edition.context.values.length).toBeGreaterThan(1000);
  });
});

describe("adding an indicator", () => {
  test("is adding a file: the edition has it, with its figure", () => {
    const like = copy.read("catalogue/indicators/police-reports-to-vt.yaml");
    copy.spoil("catalogue/indicators/new-indicator.yaml", () =>
      like
        .replace("id: police-reports-to-vt", "id: new-indicator")
        .replace(/instrument02: \[.*\]/, "instrument02: []")
        .replace(/appendix2: \[.*\]/, "appendix2: []"),
    );
    copy.spoil("figures/police.csv", (text) => {
      const [header, row = ""] = text.split("\n");
      return `${header}\n${row.replace("police-reports-to-vt", "new-indicator")}\n${text.slice(text.indexOf("\n") + 1)}`;
    });
    const [it] = build(copy.root, target());
    const edition = open(it);
    expect(edition.catalogue.indicators.map((one) => one.id)).toContain("new-indicator");
    expect(edition.observations("new-indicator")).toHaveLength(1);
    expect(edition.manifest.counts.indicators).toBe(builtEdition().manifest.counts.indicators + 1);
    expect(edition.manifest.counts.withFigures).toBe(builtEdition().manifest.counts.withFigures + 1);
  });
});

describe("two editions", () => {
  const plan = "- { id: 2021-12, date: 2021-12-31 }\n- { id: 2026-11, date: 2026-11-22 }\n";

  test("follow each other: the second says what is new, the first holds only what was known", () => {
    copy.spoil("figures/editions.yaml", () =>
      plan.replaceAll(/(\d{4}-\d{2}-\d{2})/g, '"$1"').replaceAll(/id: ([\d-]+)/g, 'id: "$1"'),
    );
    const [first, second] = build(copy.root, target()).map(open);
    if (!first || !second) throw new Error("two editions were asked for");
    expect(first.changes).toMatchObject({ added: [], revised: [], withdrawn: [] });
    for (const { id } of first.catalogue.indicators)
      for (const it of first.observations(id)) expect(it.reading.published.slice(0, 10) <= "2021-12-31").toBe(true);
    expect(second.manifest.previous).toEqual({ id: "2021-12", digest: first.manifest.digest });
    expect(second.changes.since).toBe("2021-12");
    expect(second.changes.added.length).toBe(
      second.manifest.counts.observations - first.manifest.counts.observations + second.changes.withdrawn.length,
    );
    expect(second.changes.added.length).toBeGreaterThan(100);
  });

  test("out of order, or one of them twice, are refused before anything is written", () => {
    for (const [one, two] of [
      [`{ id: "2026-11", date: "2026-11-22" }`, `{ id: "2021-12", date: "2021-12-31" }`],
      [`{ id: "2026-11", date: "2026-11-22" }`, `{ id: "2026-11", date: "2026-12-22" }`],
    ]) {
      copy.spoil("figures/editions.yaml", () => `- ${one}\n- ${two}\n`);
      expect(messages()).toMatch(/figures\/editions\.yaml:2 {2}/);
    }
  });

  test("need a plan: without figures/editions.yaml nothing is built, and the message says so", () => {
    copy.spoil("figures/editions.yaml", () => undefined);
    expect(messages()).toContain("figures/editions.yaml:1  The file does not exist.");
  });

  test("need a date that exists", () => {
    copy.spoil("figures/editions.yaml", () => `- { id: "2026-13", date: "2026-13-40" }\n`);
    expect(messages()).toContain("figures/editions.yaml:1  ");
  });
});

describe("a build with a mistake writes nothing and names", () => {
  test("the row with a wrong number", () => {
    copy.spoil("figures/police.csv", (text) => text.replace(/,count,,(\d+),/, ',count,,"1.234,5",'));
    const line = lineOf(copy.read("figures/police.csv"), "1.234,5");
    expect(messages()).toContain(`figures/police.csv:${line}  value “1.234,5” is no number.`);
  });

  test("the catalogue file with a mistake", () => {
    copy.spoil("catalogue/indicators/dv-victims.yaml", replaced("theme: size", "theme: sizes"));
    expect(messages()).toContain("There is no theme sizes.");
  });

  test("the two rows that contradict each other", () => {
    copy.spoil("figures/police.csv", (text) => {
      const [, row = ""] = text.split("\n");
      const rival = row.replace(/,count,,(\d+),/, ",count,,1,").replace(/https:\/\/[^,]+/, "https://example.org/rival");
      return `${text}${rival}\n`;
    });
    expect(messages()).toMatch(
      /figures\/police\.csv:\d+ {2}This row and figures\/police\.csv:\d+ give different values/,
    );
  });
});
