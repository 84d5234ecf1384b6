import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openEdition } from "../src/read-edition.ts";
import { writeEdition } from "../src/write-edition.ts";
import { figure, sampleContent } from "./sample-edition.ts";

let parent = "";
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "edition-"));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

const filesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((it) => it.isFile())
      .map((it) => join(it.parentPath, it.name))
      .map((path) => [path.slice(folder.length), readFileSync(path).toString("base64")]),
  );
describe("the same content", () => {
  test("gives the same bytes in every file of every folder", () => {
    const [one, two] = [
      writeEdition(join(parent, "a"), sampleContent()),
      writeEdition(join(parent, "b"), sampleContent()),
    ];
    expect([one, two]).toMatchObject([{ state: "written" }, { state: "written" }]);
    const files = filesOf(join(parent, "a", "2026-11"));
    expect(files).toEqual(filesOf(join(parent, "b", "2026-11")));
    expect(Object.keys(files).sort()).toEqual([
      "/catalogue.json",
      "/changes.json",
      "/context.json",
      "/manifest.json",
      "/maps/regions.json",
      "/observations.parquet",
      "/observations/advice-started.json",
      "/observations/reports-received.json",
    ]);
  });

  test("written twice leaves the edition as it is", () => {
    writeEdition(parent, sampleContent());
    const before = filesOf(parent);
    expect(writeEdition(parent, sampleContent())).toEqual({
      ok: true,
      folder: join(parent, "2026-11"),
      state: "unchanged",
    });
    expect(filesOf(parent)).toEqual(before);
  });

  test("is read back as it was put in", () => {
    const content = sampleContent();
    writeEdition(parent, content);
    const opened = openEdition(join(parent, "2026-11"));
    if (!opened.ok) throw new Error(opened.what);
    const { edition } = opened;
    expect(edition.catalogue).toEqual(content.catalogue);
    expect(edition.context).toEqual(content.context);
    expect(edition.changes).toEqual(content.changes);
    expect(edition.map("regions")).toBe(content.maps.get("regions"));
    expect(edition.map("elsewhere")).toBeUndefined();
    expect([...edition.observations("advice-started"), ...edition.observations("reports-received")]).toEqual(
      content.observations,
    );
    expect(edition.observations("no-such-indicator")).toEqual([]);
    expect(edition.manifest).toMatchObject({ id: "2026-11", counts: { withFigures: 2, observations: 2 } });
  });
});

describe("an edition that can't be written", () => {
  test("because the folder is a file, is refused in words", () => {
    const file = join(parent, "a-file");
    writeFileSync(file, "");
    const written = writeEdition(file, sampleContent());
    expect(written).toMatchObject({ ok: false, mend: "Check the data folder: space and rights." });
    expect(written.ok ? "" : written.what).toContain(`can't be written to ${file}`);
  });
});

describe("an edition that exists", () => {
  test("is never changed: other content under its name is refused", () => {
    writeEdition(parent, sampleContent());
    const before = filesOf(parent);
    const written = writeEdition(parent, sampleContent({ observations: [figure({ cell: { value: 1, marks: [] } })] }));
    expect(written).toMatchObject({ ok: false, mend: "Give the new edition another id." });
    expect(filesOf(parent)).toEqual(before);
  });

  test("but is damaged is not repaired by stealth, and the message says what to do", () => {
    writeEdition(parent, sampleContent());
    rmSync(join(parent, "2026-11", "context.json"));
    const written = writeEdition(parent, sampleContent());
    expect(written).toMatchObject({ ok: false, mend: "Move that folder away, then build again." });
    expect(existsSync(join(parent, "2026-11", "context.json"))).toBe(false);
  });

  test("is not overwritten by a build when the folder of its name is empty or of somebody else", () => {
    mkdirSync(join(parent, "2026-11"));
    expect(writeEdition(parent, sampleContent())).toMatchObject({ ok: false });
    writeFileSync(join(parent, "2026-11", "holiday.txt"), "photos");
    expect(writeEdition(parent, sampleContent())).toMatchObject({ ok: false });
    expect(readdirSync(join(parent, "2026-11"))).toEqual(["holiday.txt"]);
  });
});
