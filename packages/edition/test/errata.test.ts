import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openEdition } from "../src/read-edition.ts";
import { sealNext } from "../src/seal-next.ts";
import { writeEdition } from "../src/write-edition.ts";
import { figure, sampleContent } from "./sample-edition.ts";

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "errata-"));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

const notice = { nl: "Eén cijfer was verkeerd overgenomen.", en: "One figure was copied wrongly." };

test("a correction says what it corrects and what was wrong, sealed with the rest", () => {
  const first = writeEdition(parent, sampleContent());
  const opened = first.ok ? openEdition(first.folder) : first;
  if (!opened.ok) throw new Error(opened.what);
  const { changes: _, ...content } = sampleContent({ id: "2026-11-2", observations: [figure()] });
  const sealed = sealNext(parent, opened.edition, { ...content, corrects: "2026-11", notice });
  if (!sealed.ok || sealed.state === "nothing-new") throw new Error("not sealed");
  expect(sealed.edition.manifest).toMatchObject({ corrects: "2026-11", notice });
});

test("an edition without errata says nothing of them", () => {
  const written = writeEdition(parent, sampleContent());
  const opened = written.ok ? openEdition(written.folder) : written;
  expect(opened.ok && Object.keys(opened.edition.manifest)).not.toContain("notice");
  expect(opened.ok && Object.keys(opened.edition.manifest)).not.toContain("corrects");
});
