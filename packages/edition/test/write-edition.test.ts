import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openEdition, openEditions } from "../src/read-edition.ts";
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
const child = fileURLToPath(new URL("build-child.ts", import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly said: string;
}
function buildInChild(folder: string, ...words: (string | number)[]): Promise<Ended> {
  return new Promise((resolve) => {
    const process_ = spawn(process.execPath, [child, folder, ...words.map(String)], { stdio: ["ignore", "pipe", 2] });
    let said = "";
    process_.stdout?.on("data", (chunk: Buffer) => (said += chunk.toString()));
    process_.once("close", (code, signal) => resolve({ code, signal, said: said.trim() }));
  });
}

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

describe("a build that is killed", () => {
  test("at any file operation leaves no edition or a whole one, the old one as it was, and the next build succeeds", async () => {
    const old = join(parent, "old");
    writeEdition(old, sampleContent({ id: "2025-11", date: "2025-11-22" }));
    const before = filesOf(join(old, "2025-11"));
    let finished = 0;
    const dieAt = async (step: number): Promise<void> => {
      const folder = join(parent, String(step));
      cpSync(old, folder, { recursive: true });
      const { signal, code } = await buildInChild(folder, step);
      if (signal === null) {
        expect(code).toBe(0);
        finished += 1;
      } else expect(signal).toBe("SIGKILL");

      const { editions, refused } = openEditions(folder);
      expect(refused, `killed at step ${step}`).toEqual([]);
      expect(["2025-11", "2025-11 2026-11"]).toContain(editions.map((it) => it.manifest.id).join(" "));
      expect(filesOf(join(folder, "2025-11"))).toEqual(before);

      const next = writeEdition(folder, sampleContent({ observations: [figure({ cell: { value: 1, marks: [] } })] }));
      expect(next, `killed at step ${step}`).toMatchObject({ ok: true });
      expect(readdirSync(folder).sort(), "leftovers are swept").toEqual(["2025-11", "2026-11"]);
    };
    // Four at a time; on past the last operation, so that none is left out.
    for (let step = 1; finished === 0; step += 4) await Promise.all([0, 1, 2, 3].map((more) => dieAt(step + more)));
    expect(finished).toBeGreaterThan(0);
  }, 60_000);

  test("leaves nothing that a later build with the same process id could take into its edition", () => {
    const stale = join(parent, `.2026-11.${process.pid}.partial`, "observations");
    mkdirSync(stale, { recursive: true });
    writeFileSync(join(stale, "withdrawn-since.json"), "{}");
    expect(writeEdition(parent, sampleContent())).toMatchObject({ ok: true, state: "written" });
    expect(openEdition(join(parent, "2026-11"))).toMatchObject({ ok: true });
  });
});

describe("two builds at once", () => {
  test("of the same content both succeed, and one edition stands", async () => {
    for (const round of [1, 2, 3]) {
      const folder = join(parent, String(round));
      const start = Date.now() + 700;
      const ended = await Promise.all([1, 2].map(() => buildInChild(folder, 0, start)));
      expect(ended.map((it) => it.code)).toEqual([0, 0]);
      expect(ended.map((it) => it.said).sort()).toEqual(["unchanged", "written"]);
      expect(openEdition(join(folder, "2026-11"))).toMatchObject({ ok: true });
      expect(readdirSync(folder)).toEqual(["2026-11"]);
    }
  }, 30_000);

  test("of different content: one stands whole, the other is refused", async () => {
    const start = Date.now() + 700;
    const ended = await Promise.all([1, 2].map((value) => buildInChild(parent, 0, start, value)));
    expect(ended.map((it) => it.code).sort()).toEqual([0, 1]);
    expect(ended.find((it) => it.code === 1)?.said).toContain("exists already with other content");
    expect(openEdition(join(parent, "2026-11"))).toMatchObject({ ok: true });
    expect(readdirSync(parent)).toEqual(["2026-11"]);
  }, 30_000);

  test("don't sweep each other's unfinished work, only that of builds that are dead", async () => {
    const [mine, dead] = [`.2025-01.${process.ppid}.partial`, ".2025-02.999999999.partial"];
    for (const name of [mine, dead, ".something-else"]) mkdirSync(join(parent, name));
    writeEdition(parent, sampleContent());
    expect(readdirSync(parent).sort()).toEqual([mine, ".something-else", "2026-11"].sort());
  });
});
