import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Observation } from "@impactmonitor/model/observation";
import { buildAlone, buildEditions, type BuiltEdition } from "../src/build-editions.ts";
import { replaced } from "./catalogue-copy.ts";
import { figureHeader, figureRow, smallProject, type SmallProject } from "./small-project.ts";

const november = ["2026-11", "2026-11-22"] as const;
const december = ["2026-12", "2026-12-20"] as const;
const first = figureRow({ value: 1105 });
const second = figureRow({ value: 900, area: "VT03" });

let parent = "";
let project: SmallProject;
let target = "";
let round = 0;
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), "next-editions-"));
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));
/** Each test finds one sealed edition with two figures. */
beforeEach(() => {
  project = smallProject();
  project.plan(november);
  project.figures([first, second]);
  target = join(parent, String((round += 1)));
  build();
  return () => project.clean();
});

function build(...[imported, asked]: [string?, { id: string; date?: string }?]): BuiltEdition[] {
  const built = buildEditions(project.root, target, imported, asked);
  if (!built.ok) throw new Error(built.messages.join("\n"));
  return built.editions;
}
function refusal(asked?: { id: string; date?: string }): string {
  const before = filesOf(target);
  const built = buildEditions(project.root, target, undefined, asked);
  expect(filesOf(target), "nothing is written").toEqual(before);
  return built.ok ? "" : built.messages.join("\n");
}
const filesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((it) => it.isFile())
      .map((it) => join(it.parentPath, it.name))
      .map((path) => [path.slice(folder.length), readFileSync(path, "base64")]),
  );
const states = (editions: readonly BuiltEdition[]): string => editions.map((it) => `${it.id} ${it.state}`).join(", ");
const changeText = (): void =>
  project.spoil("catalogue/glossary.yaml", replaced("nl: huiselijk geweld\n", "nl: geweld in huis\n"));
/** The changes of the newest edition, in few words. */
function told(): unknown {
  const { since, added, revised, withdrawn, resourced, catalogue, context } = build().at(-1)?.changes ?? fail();
  const value = ({ cell }: Observation) => ("value" in cell ? cell.value : undefined);
  return {
    since,
    added: added.map(value),
    revised: revised.map((it) => [value(it.from), value(it.to)]),
    withdrawn: withdrawn.map(value),
    resourced: resourced?.map(value),
    catalogue: catalogue?.changed,
    context: context?.added,
  };
}
function fail(): never {
  throw new Error("there is no edition");
}
const nothing = { added: [], revised: [], withdrawn: [], resourced: [], catalogue: [], context: [] };

describe("a sealed edition", () => {
  test("is kept byte for byte, and only the new one is built on top of it", () => {
    const before = filesOf(join(target, "2026-11"));
    changeText();
    project.figures([figureRow({ value: 1200 })]);
    project.plan(november, december);
    expect(states(build())).toBe("2026-11 unchanged, 2026-12 written");
    expect(filesOf(join(target, "2026-11"))).toEqual(before);
    expect(readdirSync(target).sort()).toEqual(["2026-11", "2026-12"]);
  });

  test("is what the changes are computed against: new, revised from one to another, withdrawn, another source", () => {
    project.figures([first, second, figureRow({ value: 50, area: "VT04" })]);
    project.plan(november, december);
    build();
    const elsewhere = { published: "2026-12-24", url: "https://example.org/2" };
    project.figures([
      figureRow({ value: 1200 }),
      figureRow({ value: 50, area: "VT04" }),
      figureRow({ value: 50, area: "VT04", ...elsewhere }),
      figureRow({ value: 7, area: "VT05" }),
    ]);
    project.plan(november, december, ["2027-01", "2027-01-20"]);
    build();
    expect(told()).toEqual({
      ...nothing,
      since: "2026-12",
      added: [7],
      revised: [[1105, 1200]],
      withdrawn: [900],
      resourced: [50],
    });
  });

  test("says of a figure that was revised what it said, though figures/ has forgotten it", () => {
    project.figures([figureRow({ value: 1200 }), second]);
    project.plan(november, december);
    build();
    expect(told()).toEqual({ ...nothing, since: "2026-11", revised: [[1105, 1200]] });
  });

  test("that is damaged stops the build, which names the file and writes nothing", () => {
    project.figures([]);
    rmSync(join(target, "2026-11/changes.json"));
    expect(refusal()).toBe(
      `${join(target, "2026-11")}: changes.json is missing. Put back a whole copy of this edition, or move the folder away.`,
    );
  });

  test("of a later version of the format stops the build, and the message says so", () => {
    const path = join(target, "2026-11/manifest.json");
    writeFileSync(path, readFileSync(path, "utf8").replace(`"formatVersion": 1`, `"formatVersion": 2`));
    expect(refusal()).toContain("manifest.json says format version 2; this Impactmonitor reads version 1. Update");
  });

  test("can't get another date, and none can come before it", () => {
    project.plan(["2026-11", "2026-11-30"]);
    expect(refusal()).toMatch(
      /editions\.yaml:1 {2}Edition 2026-11 was sealed with the date 2026-11-22, not 2026-11-30/,
    );
    project.plan(["2026-05", "2026-05-20"], november);
    expect(refusal()).toMatch(/editions\.yaml:1 {2}Edition 2026-05 can't be built any more: 2026-11 \(2026-11-22\)/);
  });
});

test("the oldest sealed edition may go to an archive, while the plan still names it", () => {
  project.figures([first]);
  project.plan(november, december);
  build();
  rmSync(join(target, "2026-11"), { recursive: true });
  expect(states(build())).toBe("2026-12 unchanged");
  project.figures([second]);
  project.plan(november, december, ["2027-01", "2027-01-20"]);
  expect(states(build())).toBe("2026-12 unchanged, 2027-01 written");
});

describe("when nothing differs", () => {
  test("no edition is built, also when the plan has a later one, rows moved or a comment came", () => {
    const before = filesOf(target);
    project.figures([second, "", first]);
    project.plan(november, december);
    project.spoil("catalogue/glossary.yaml", (text) => `# Nothing for readers.\n${text}`);
    expect(states(build())).toBe("2026-11 unchanged");
    expect(states(build(undefined, { id: "2026-12" }))).toBe("2026-11 unchanged");
    expect(states(build(undefined, { id: "2026-11" }))).toBe("2026-11 unchanged");
    expect(filesOf(target)).toEqual(before);
  });

  test("rows that were published after the newest edition are counted: they wait for a later one", () => {
    project.figures([first, second, figureRow({ value: 3, area: "VT05", published: "2026-12-01" })]);
    expect(buildEditions(project.root, target)).toMatchObject({ ok: true, waiting: 1, editions: [{ id: "2026-11" }] });
    project.plan(november, december);
    expect(buildEditions(project.root, target)).toMatchObject({ waiting: 0, editions: [{}, { id: "2026-12" }] });
  });
});

describe("a change that no planned edition takes in", () => {
  test("in the catalogue only gives a second edition of the month, which says so", () => {
    const before = filesOf(join(target, "2026-11"));
    changeText();
    expect(states(build())).toBe("2026-11 unchanged, 2026-11-2 written");
    expect(told()).toEqual({ ...nothing, since: "2026-11", catalogue: ["glossary/domestic-violence"] });
    expect(filesOf(join(target, "2026-11"))).toEqual(before);
    expect(states(build())).toBe("2026-11 unchanged, 2026-11-2 unchanged");
    project.figures([first]);
    expect(states(build())).toBe("2026-11 unchanged, 2026-11-2 unchanged, 2026-11-3 written");
  });

  test("has the date of the edition before: it holds what was published up to the same day", () => {
    changeText();
    project.figures([first, second, figureRow({ value: 3, area: "VT05", published: "2026-12-01" })]);
    expect(build().at(-1)).toMatchObject({ date: "2026-11-22", observations: 2 });
  });

  test("in a table that was imported late, and published before the sealed edition, is new in the next one", () => {
    const imported = join(parent, "cbs");
    mkdirSync(imported, { recursive: true });
    writeFileSync(
      join(imported, "84847NED.csv"),
      `${figureHeader}\n${figureRow({ value: 42, area: "VT06" })}\n${figureRow({ value: 1111, published: "2022-05-01" })}\n`,
    );
    expect(states(build(imported))).toBe("2026-11 unchanged, 2026-11-2 written");
    expect(build(imported).at(-1)?.changes).toMatchObject({
      added: [{ area: "VT06", cell: { value: 42 } }],
      revised: [{ from: { cell: { value: 1105 } }, to: { cell: { value: 1111 } } }],
    });
  });

  test("in the context is told too", () => {
    project.context(["GM0003,2020,2020,population-total,11642,official,cbs-03759ned"]);
    build();
    expect(told()).toEqual({ ...nothing, since: "2026-11", context: ["population-total/2020"] });
  });

  test("can get an edition of its own name, with the date of the one before or a later one", () => {
    changeText();
    expect(build(undefined, { id: "2026-12" }).at(-1)).toMatchObject({ id: "2026-12", date: "2026-11-22" });
    project.figures([first]);
    const asked = { id: "2027-01", date: "2027-01-05" };
    expect(build(undefined, asked).at(-1)).toMatchObject({ ...asked, changes: { since: "2026-12" } });
    expect(states(build(undefined, asked))).toContain("2027-01 unchanged");
  });

  test("can't get the name of a sealed edition, or a date before it", () => {
    changeText();
    expect(refusal({ id: "2026-11" })).toMatch(/Edition 2026-11 exists already with other content.*another id/);
    expect(refusal({ id: "2026-10", date: "2026-10-20" })).toMatch(/can't have the date 2026-10-20: 2026-11 is sealed/);
  });
});

describe("the same input on the same sealed editions", () => {
  test("gives the same bytes", () => {
    changeText();
    project.figures([figureRow({ value: 1200 }), figureRow({ value: 3, area: "VT05" })]);
    project.plan(november, december);
    const [one, other] = [target, `${target}-copy`];
    cpSync(one, other, { recursive: true });
    build();
    target = other;
    build();
    expect(filesOf(other)).toEqual(filesOf(one));
    expect(Object.keys(filesOf(other))).toContain("/2026-12/changes.json");
  });
});

describe("a build that has the folder to itself", () => {
  test("says so when another one is at it, and writes nothing", () => {
    project.figures([first]);
    const mark = join(target, ".building-1");
    mkdirSync(mark);
    writeFileSync(join(mark, "pid"), String(process.ppid));
    const built = buildAlone(project.root, target);
    expect(built.ok ? "" : built.messages[0]).toMatch(
      /^Another build is writing editions to .+ \(process \d+\)\. Wait/,
    );
    expect(readdirSync(target).sort()).toEqual([".building-1", "2026-11"]);
  });

  test("gives it back afterwards, also when it was refused", () => {
    project.figures([first]);
    expect(buildAlone(project.root, target)).toMatchObject({ ok: true });
    project.figures(["nonsense"]);
    expect(buildAlone(project.root, target)).toMatchObject({ ok: false, written: [] });
    expect(readdirSync(target).sort()).toEqual(["2026-11", "2026-11-2"]);
  });
});
