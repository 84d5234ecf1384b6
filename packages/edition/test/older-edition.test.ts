import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { eventsSchema } from "@impactmonitor/model/event";
import { openEdition } from "../src/read-edition.ts";
import { sealNext } from "../src/seal-next.ts";
import { writeEdition } from "../src/write-edition.ts";
import { sampleContent } from "./sample-edition.ts";

/** `sampleContent()` as the code of 22 November 2026 sealed it. Never made anew: sealed editions can't be either. */
const sealed = fileURLToPath(new URL("sealed-0.1/2026-11", import.meta.url));
const parent = mkdtempSync(join(tmpdir(), "older-"));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

function openSealed() {
  const opened = openEdition(sealed);
  if (!opened.ok) throw new Error(opened.what);
  return opened.edition;
}
const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name))
    .map((path) => [path.slice(folder.length), readFileSync(path, "base64")])
    .sort();

test("an edition that was sealed by the first release opens, and says what it said", () => {
  const content = sampleContent();
  const edition = openSealed();
  expect(edition.catalogue).toMatchObject(content.catalogue);
  expect(edition.context).toEqual(content.context);
  expect(edition.changes).toEqual(content.changes);
  expect([...edition.observations("advice-started"), ...edition.observations("reports-received")]).toEqual(
    content.observations,
  );
});

test("the same content is still sealed as the same bytes", () => {
  const written = writeEdition(parent, sampleContent());
  expect(written.ok && filesOf(written.folder)).toEqual(filesOf(sealed));
});

test("has no events in an edition from before there were any, and keeps those that are sealed", () => {
  expect(openSealed().catalogue.events).toEqual([]);
  const content = sampleContent({ id: "2027-01" });
  const events = eventsSchema.parse([
    {
      id: "act",
      kind: "law",
      from: "2019-01-01",
      title: { nl: "Wet", en: "Act" },
      what: { nl: "De wet gaat in.", en: "The act takes effect." },
      themes: ["reach"],
      readings: [{ title: "A gazette", url: "https://example.org/act" }],
    },
  ]);
  const written = writeEdition(parent, { ...content, catalogue: { ...content.catalogue, events } });
  const opened = written.ok ? openEdition(written.folder) : written;
  expect(opened.ok && opened.edition.catalogue.events).toEqual(events);
});

test("nothing differs from an edition that the first release sealed, when nothing changed", () => {
  expect(sealNext(parent, openSealed(), { ...sampleContent(), id: "2026-12" })).toEqual({
    ok: true,
    state: "nothing-new",
  });
});
