import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openChain } from "@impactmonitor/edition/open-chain";
import { areaCode, periodCode } from "@impactmonitor/model/id";
import { policySchema } from "@impactmonitor/model/policy";
import { draftEdition, type DraftRequest, type FromRecords } from "../src/steer/draft-edition.ts";
import { placesOf, type Places } from "../src/steer/places.ts";
import { approveEdition } from "../src/steer/approve-edition.ts";
import { discardDraft } from "../src/steer/discard-draft.ts";
import { publishEdition } from "../src/steer/publish-edition.ts";
import { readSteps, type Step } from "../src/steer/steering-log.ts";
import { withdrawEdition } from "../src/steer/withdraw-edition.ts";
import { catalogueCopy, replaced, type CatalogueCopy } from "./catalogue-copy.ts";

let copy: CatalogueCopy;
let data = "";
let places: Places;
beforeAll(() => {
  copy = catalogueCopy();
});
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "steering-"));
  places = placesOf(data, "published");
});
afterEach(() => {
  copy.mend();
  rmSync(data, { recursive: true, force: true });
});
afterAll(() => copy.clean());

const when = new Date("2026-12-01T09:30:00Z");
const as = (id: string, by: string) => ({ places, id, by, when });
const draft = (id: string, more: Partial<DraftRequest> = {}) =>
  draftEdition({ root: copy.root, date: "2026-11-22", ...as(id, "Anna"), ...more });
async function publish(id: string, more: Partial<DraftRequest> = {}): Promise<void> {
  for (const done of [await draft(id, more), approveEdition(as(id, "Bram")), publishEdition(as(id, "Anna"))])
    if (!done.ok) throw new Error("messages" in done ? done.messages.join("\n") : done.what);
}
const steps = (): readonly Step[] => {
  const log = readSteps(places.steering);
  if (!log.ok) throw new Error(log.what);
  return log.entries;
};
const published = (): string[] => {
  const chain = openChain(places.editions, places.kind);
  if (!chain.ok) throw new Error(chain.faults[0]?.what);
  return chain.editions.map((it) => it.manifest.id);
};
const leak = { table: "melding", category: "", area: areaCode("VT02"), period: periodCode("2024H1") };
/** Changes one published figure, as a steward who mends a mistake does. */
const mendFigure = (): void =>
  copy.spoil(
    "figures/veilig-thuis.csv",
    replaced("advice-started,NL01,2019H2,count,,54540,", "advice-started,NL01,2019H2,count,,54545,"),
  );

describe("an edition on its way to the public", () => {
  test("is drafted by one, approved by another, and only then published; the log says who did what", async () => {
    const drafted = await draft("2026-12");
    expect(drafted.ok && drafted.replaced).toBe(false);
    expect(published(), "a draft is nowhere near the editions").toEqual([]);
    const early = publishEdition(as("2026-12", "Anna"));
    expect(early.ok ? "" : early.what).toBe("Edition 2026-12 is not approved as it lies there now.");
    for (const own of ["Anna", " anna ", "ANNA"]) {
      const refused = approveEdition(as("2026-12", own));
      expect(refused.ok ? "" : refused.what).toBe("Anna drafted edition 2026-12, and who drafts does not approve.");
    }
    expect(approveEdition(as("2026-12", "Bram")).ok).toBe(true);
    expect(publishEdition(as("2026-12", "Anna")).ok).toBe(true);
    expect(published()).toEqual(["2026-12"]);
    expect(readdirSync(places.drafts)).toEqual([]);
    expect(steps().map((it) => [it.act, it.by])).toEqual([
      ["drafted", "Anna"],
      ["approved", "Bram"],
      ["published", "Anna"],
    ]);
    expect(new Set(steps().map((it) => it.digest)).size).toBe(1);
  });

  test("needs a new approval when it was drafted again with other content", async () => {
    await draft("2026-12");
    approveEdition(as("2026-12", "Bram"));
    mendFigure();
    const again = await draft("2026-12");
    expect(again.ok && again.replaced).toBe(true);
    const refused = publishEdition(as("2026-12", "Anna"));
    expect(refused.ok ? "" : refused.what).toContain("not approved");
  });

  test("is not approved by somebody who drafted the same content too", async () => {
    await draft("2026-12");
    await draft("2026-12", { by: "Bram" });
    expect(approveEdition(as("2026-12", "Bram")).ok).toBe(false);
    approveEdition(as("2026-12", "Anna"));
    expect(publishEdition(as("2026-12", "Anna")).ok).toBe(false);
    expect(approveEdition(as("2026-12", "Chris")).ok).toBe(true);
    expect(publishEdition(as("2026-12", "Anna")).ok).toBe(true);
  });

  test("is refused when a hidden count could be worked out from it, and nothing of it stays", async () => {
    const refused = await draft("2026-12", {
      audit: async () => ({
        counts: 1,
        hidden: 1,
        problems: [],
        exposures: [{ spot: leak, low: 3, high: 3, kind: "hidden" }],
      }),
    });
    expect(refused.ok ? "" : refused.messages.join("\n")).toContain(
      "1 count can be worked out from what it shows.\n  melding, VT02, 2024H1: is 3",
    );
    expect(readdirSync(places.drafts)).toEqual([]);
    expect(steps()).toEqual([]);
  });

  test("has more hidden when earlier editions and it together give a count away, and is refused when that can't help", async () => {
    await publish("2026-12");
    mendFigure();
    const spots: string[] = [];
    const protection = {
      policy: policySchema.parse({ id: "default", about: { nl: "Proef", en: "Test" } }),
      tables: [],
    };
    const hidingMore = (hidden: number): FromRecords["hidingMore"] => {
      return ([place]) => {
        spots.push(`${place?.area} ${hidden}`);
        return hidden === 1 ? undefined : { ok: true, value: made(hidden + 1) };
      };
    };
    const made = (hidden: number): FromRecords => ({ figures: [], protection, hidingMore: hidingMore(hidden) });
    let audits = 0;
    const leaking = (times: number): Partial<DraftRequest> => ({
      records: async () => ({ ok: true, value: made(0) }),
      audit: async () => ({
        counts: 7,
        hidden: 1,
        problems: [],
        exposures: ++audits > times ? [] : [{ spot: leak, low: 3, high: 3, kind: "hidden" }],
      }),
    });
    const drafted = await draft("2027-01", leaking(1));
    expect(drafted.ok).toBe(true);
    expect([audits, spots]).toEqual([2, ["VT02 0"]]);
    const refused = await draft("2027-01", leaking(9));
    expect(refused.ok ? "" : refused.messages.join("\n")).toContain("melding, VT02, 2024H1: is 3");
    expect([audits, spots]).toEqual([4, ["VT02 0", "VT02 0", "VT02 1"]]);
  });

  test("is drafted again when another one was published in between", async () => {
    await draft("2027-01");
    approveEdition(as("2027-01", "Bram"));
    renameSync(join(places.drafts, "2027-01"), join(data, "aside"));
    await publish("2026-12");
    renameSync(join(data, "aside"), join(places.drafts, "2027-01"));
    const refused = publishEdition(as("2027-01", "Anna"));
    expect(refused.ok ? "" : refused.what).toBe(
      "Edition 2027-01 was drafted on top of nothing, and 2026-12 is the newest now.",
    );
  });

  test("can't take the place or the time of one that is published", async () => {
    await publish("2026-12");
    const twin = await draft("2026-12");
    const early = await draft("2026-10", { date: "2026-10-01" });
    const empty = await draft("2027-01");
    const messages = [twin, early, empty].map((it) => (it.ok ? "" : it.messages[0]));
    expect(messages[0]).toContain("is published already");
    expect(messages[1]).toContain("2026-12 is published with a later one");
    expect(messages[2]).toBe("Nothing differs from edition 2026-12: there is nothing to draft.");
  });

  test("counts as published when the process died after moving it: the next try writes the line", async () => {
    await draft("2026-12");
    approveEdition(as("2026-12", "Bram"));
    const { editions, drafts } = places;
    mkdirSync(editions, { recursive: true });
    renameSync(join(drafts, "2026-12"), join(editions, "2026-12"));
    expect(steps().at(-1)?.act).toBe("approved");
    expect(publishEdition(as("2026-12", "Anna")).ok).toBe(true);
    expect(steps().at(-1)?.act).toBe("published");
    expect(publishEdition(as("2026-12", "Anna")).ok, "and only once").toBe(false);
  });

  test("is made by one at a time", async () => {
    await draft("2026-12");
    // Process 1 is always there.
    const mark = join(places.drafts, ".building-1");
    mkdirSync(mark);
    writeFileSync(join(mark, "pid"), "1");
    const refused = approveEdition(as("2026-12", "Bram"));
    expect(refused.ok ? "" : refused.what).toContain("process 1");
    expect(steps()).toHaveLength(1);
  });

  test("can be thrown away; the log keeps that it was there", async () => {
    await draft("2026-12");
    expect(discardDraft(as("2026-12", "Anna")).ok).toBe(true);
    expect(existsSync(join(places.drafts, "2026-12"))).toBe(false);
    expect(steps().map((it) => it.act)).toEqual(["drafted", "discarded"]);
  });
});

describe("a mistake in a published edition", () => {
  test("is mended in a new edition that says what was wrong; the old one stays as it is", async () => {
    await publish("2026-12");
    const before = readFileSync(join(places.editions, "2026-12/manifest.json"), "utf8");
    mendFigure();
    const notice = { nl: "Eén aantal meldingen was onjuist.", en: "One number of reports was wrong." };
    const stranger = await draft("2026-12-2", { correction: { corrects: "2025-11", notice } });
    expect(stranger.ok ? "" : stranger.messages[0]).toContain("no published edition 2025-11");
    await publish("2026-12-2", { correction: { corrects: "2026-12", notice } });
    expect(published()).toEqual(["2026-12", "2026-12-2"]);
    expect(readFileSync(join(places.editions, "2026-12/manifest.json"), "utf8")).toBe(before);
    const chain = openChain(places.editions);
    const newest = chain.ok ? chain.editions.at(-1)! : undefined;
    expect(newest?.manifest).toMatchObject({ corrects: "2026-12", notice });
  });

  test("that is worse is withdrawn: a note beside the edition says when and why, once", async () => {
    await publish("2026-12");
    const reason = {
      nl: "De aantallen van Drenthe horen bij Groningen.",
      en: "The counts of Drenthe belong to Groningen.",
    };
    const byRole = "data steward";
    expect(withdrawEdition({ ...as("2026-12", "Bram"), reason, byRole }).ok).toBe(true);
    expect(published(), "its folder stays").toEqual(["2026-12"]);
    const note: unknown = JSON.parse(readFileSync(join(places.steering, "withdrawn/2026-12.json"), "utf8"));
    expect(note).toEqual({ id: "2026-12", when: "2026-12-01", reason, byRole });
    const again = withdrawEdition({ ...as("2026-12", "Bram"), reason, byRole });
    expect(again.ok ? "" : again.what).toBe("Edition 2026-12 is withdrawn already.");
    expect(withdrawEdition({ ...as("2020-01", "Bram"), reason, byRole }).ok).toBe(false);
  });
});
