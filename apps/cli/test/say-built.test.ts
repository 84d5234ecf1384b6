import { describe, expect, test } from "vitest";
import type { Changes } from "@impactmonitor/model/edition";
import { sayBuilt } from "../src/say-built.ts";

const none: Changes = { added: [], revised: [], withdrawn: [], indicatorsAdded: [], indicatorsRemoved: [] };
const edition = (id: string, state: "written" | "unchanged", changes: Changes = none) => ({
  id,
  date: "2026-11-22",
  folder: `data/editions/${id}`,
  state,
  observations: 1308,
  changes,
});

describe("what a build says", () => {
  test("of a catalogue that changed is how many entries did", () => {
    const changes: Changes = {
      ...none,
      since: "2026-11",
      catalogue: { added: ["pages/a"], changed: ["themes"], removed: [] },
      context: { added: [], changed: ["population-total/2024"], removed: [] },
    };
    const editions = [edition("2026-11", "unchanged"), edition("2026-11-2", "written", changes)];
    expect(sayBuilt({ ok: true, editions, waiting: 0 })).toEqual([
      "edition 2026-11: 1308 figures, unchanged: data/editions/2026-11",
      "edition 2026-11-2: 1308 figures, written: data/editions/2026-11-2",
      "  since 2026-11: 0 new, 0 revised, 0 withdrawn figures; catalogue changed: 2 entries; context changed: 1 entry",
    ]);
  });

  test("of rows that wait for a later edition is how many, and what takes them in", () => {
    expect(sayBuilt({ ok: true, editions: [edition("2026-11", "unchanged")], waiting: 1 })).toEqual([
      "edition 2026-11: 1308 figures, unchanged: data/editions/2026-11",
      "Nothing differs from edition 2026-11: no new edition.",
      "1 row published after 2026-11-22: not in edition 2026-11. A later edition in figures/editions.yaml takes them in.",
    ]);
  });

  test("of one that broke off names what was sealed before that, and never claims that nothing was", () => {
    const messages = ["The disk is full."];
    expect(sayBuilt({ ok: false, messages, written: [] })).toEqual([...messages, "", "No edition was written."]);
    expect(sayBuilt({ ok: false, messages, written: [edition("2026-12", "written")] })).toEqual([
      ...messages,
      "",
      "Before that:",
      "edition 2026-12: 1308 figures, written: data/editions/2026-12",
    ]);
  });
});
