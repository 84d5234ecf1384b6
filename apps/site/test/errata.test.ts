import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openEditions, type Edition } from "@impactmonitor/edition/read-edition";
import { sealNext } from "@impactmonitor/edition/seal-next";
import { sealedContent } from "@impactmonitor/edition/sealed-content";
import { isValue } from "@impactmonitor/model/cell";
import type { Withdrawal } from "@impactmonitor/model/edition";
import { builtEdition } from "../../../packages/pipeline/test/built-edition.ts";
import { createSite } from "../src/app.ts";
import { openLibrary } from "../src/library.ts";
import { assets } from "./assets.ts";

/** Three editions: one with a mistake, one that mends it, and a later one that is withdrawn or not. */
const folder = mkdtempSync(join(tmpdir(), "impactmonitor-errata-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const notice = { nl: "Eén aantal was verkeerd overgenomen", en: "One count was copied wrongly" };
const withdrawal: Withdrawal = {
  id: "2026-12",
  when: "2026-12-20",
  reason: { nl: "Een bestand was dubbel geteld", en: "A file was counted twice" },
  byRole: "approver",
};
let editions: readonly [Edition, ...Edition[]];

beforeAll(() => {
  const content = { ...sealedContent(builtEdition()), kind: "published" as const, date: "2026-11-22" };
  const seal = (id: string, add: number, more: object, before?: Edition): Edition => {
    const observations = content.observations.map((it) =>
      it.indicator === "reports-received" && it.area === "NL01" && it.measure === "count" && isValue(it.cell)
        ? { ...it, cell: { ...it.cell, value: it.cell.value + add } }
        : it,
    );
    const sealed = sealNext(folder, before, { ...content, id, observations, ...more });
    if (!sealed.ok || sealed.state === "nothing-new") throw new Error("not sealed");
    return sealed.edition;
  };
  const first = seal("2026-11", 0, {});
  const second = seal("2026-11-2", 5, { corrects: "2026-11", notice }, first);
  seal("2026-12", 10, { date: "2026-12-15" }, second);
  const [oldest, ...rest] = openEditions(folder).editions;
  editions = [oldest!, ...rest];
});

function site(withdrawn: readonly Withdrawal[] = []): (address: string) => Promise<string> {
  const app = createSite({
    library: openLibrary(editions, {
      assets,
      contact: "contact@example.org",
      boundaries: new Map(),
      withdrawn: new Map(withdrawn.map((it) => [it.id, it])),
    }),
    files: new Map(),
    keepBytes: 1_000_000,
    draw: () => Promise.reject(new Error("no pictures are drawn here")),
    report: (error) => {
      throw error;
    },
  });
  return async (address) => (await app.request(address)).text();
}
const words = (html: string): string => html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");

describe("a correction", () => {
  test("says on each of its pages what it mends, and links to the edition that was wrong", async () => {
    const ask = site([withdrawal]);
    for (const address of ["/", "/regio/drenthe", "/indicator/reports-received"]) {
      const html = await ask(address);
      expect(words(html)).toContain(
        "Deze editie herstelt een fout in editie 2026-11 . Eén aantal was verkeerd overgenomen.",
      );
      expect(html).toContain('href="/?editie=2026-11"');
    }
    expect(words(await ask("/en/"))).toContain("One count was copied wrongly.");
  });

  test("is named on each page of the edition that it corrects, which stays as it was", async () => {
    const html = await site()("/indicator/reports-received?editie=2026-11");
    expect(words(html)).toContain("In deze editie zit een fout. Die is hersteld in editie 2026-11-2 .");
    expect(words(html)).toContain("U bekijkt een oudere editie.");
    expect(html).not.toContain("is-practice");
  });

  test("tells from what to what each figure went, and that a mistake was mended", async () => {
    const html = words(await site()("/nieuw?editie=2026-11-2"));
    expect(html).toMatch(/Veranderd sinds editie 2026-11: 0 nieuw, \d+ aangepast, 0 vervallen\./);
    expect(html).toContain("fout hersteld, zie het bericht bij deze editie");
    const rows: Record<string, string>[] = parse(await site()("/nieuw.csv?editie=2026-11-2"), { columns: true });
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(Number(row.value) - Number(row.value_before)).toBe(5);
      expect(row).toMatchObject({ change: "revised", reason: "correction", edition_before: "2026-11" });
    }
  });

  test("of a change without a correction no reason is made up", async () => {
    expect(words(await site()("/nieuw?editie=2026-12"))).toContain("de bron noemt geen reden");
  });
});

describe("a withdrawn edition", () => {
  test("is not the newest: the one before it is", async () => {
    expect(words(await site()("/"))).toContain("Editie 2026-12 (15 december 2026)");
    expect(words(await site([withdrawal])("/"))).toContain("Editie 2026-11-2 (22 november 2026)");
    expect(await site([withdrawal])("/healthz")).toBe("ok 2026-11-2\n");
    expect(words(await site([withdrawal])("/edities"))).toMatch(/2026-11-2 \(nieuwste\)/);
  });

  test("stays at its own address, and says on each page that it was withdrawn, when and why", async () => {
    const ask = site([withdrawal]);
    for (const address of ["/", "/regio/drenthe", "/indicator/reports-received"]) {
      const html = words(await ask(`${address}?editie=2026-12`));
      expect(html).toContain("Deze editie is ingetrokken. Gebruik deze cijfers niet meer.");
      expect(html).toContain("Ingetrokken op 20 december 2026. Een bestand was dubbel geteld.");
      expect(html).not.toContain("U bekijkt een oudere editie");
    }
    expect(await ask("/regio/drenthe?editie=2026-12")).toContain('href="/regio/drenthe"');
    expect(words(await ask("/edities"))).toContain("Ingetrokken op 20 december 2026. Een bestand was dubbel geteld.");
    expect(await ask("/indicator/reports-received.svg?editie=2026-12")).toContain("Deze editie is ingetrokken.");
  });

  test("is nobody's reason to say since when a figure is shown", async () => {
    const first = { ...withdrawal, id: "2026-11" };
    const untouched = "/indicator/dv-victims";
    expect(words(await site()(untouched))).toContain("In deze monitor sinds editie 2026-11.");
    expect(words(await site([first])(untouched))).toContain("In deze monitor sinds editie 2026-11-2.");
  });

  test("that is the only one stays up, and says so on each page", async () => {
    const all = editions.map((it) => ({ ...withdrawal, id: it.manifest.id }));
    const html = words(await site(all)("/"));
    expect(html).toContain("Deze editie is ingetrokken.");
    expect(words(await site(all)("/edities"))).not.toContain("nieuwste");
  });
});
