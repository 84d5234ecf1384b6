import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, describe, expect, it, vi } from "vitest";
import { practiceDeliveries } from "../src/practice.ts";
import { runCli } from "./run-cli.ts";

const folder = mkdtempSync(`${tmpdir()}/practice-cli-`);
afterAll(() => rmSync(folder, { recursive: true }));

describe("impactmonitor practice deliveries", () => {
  it("writes deliveries, marks them as made up and says how to make them again", async () => {
    const out = `${folder}/all`;
    const words = ["practice", "deliveries", "--out", out, "--scale", "0.01", "--from", "2026H1", "--late", "--errors"];
    const ran = await runCli([...words, "--seed", "4"], folder);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(readdirSync(out).filter((it) => it.startsWith("VT")).length).toBe(23);
    expect(existsSync(`${out}/fouten/fouten.json`)).toBe(true);
    const mark: unknown = JSON.parse(readFileSync(`${out}/oefening.json`, "utf8"));
    expect(mark).toMatchObject({ oefening: true, hoe: { seed: 4, from: "2026H1", until: "2026H1", scale: 0.01 } });
  });

  it("makes one of a given size", async () => {
    const ran = await runCli(["practice", "deliveries", "--out", `${folder}/large`, "--records", "2000"], folder);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.out).toContain("2000 records in");
  });

  it("says what is wrong with what was asked", async () => {
    const asked = [
      [[], "--out DIR"],
      [["--out", folder, "--from", "2018H1"], "There is no 2018H1"],
      [["--out", folder, "--from", "2024H1", "--until", "2023H1"], "2024H1 is after 2023H1"],
      [["--out", folder, "--seed", "x"], "--seed"],
      [["--out", folder, "--scale", "0"], "--scale"],
      [["--out", folder, "--region", "VT99"], "There is no region VT99"],
      [["--out", folder, "--records", "5"], "from 1000 on"],
      [["--out", folder, "--records", "5000", "--region", "VT16"], "VT16 delivers nothing in 2026H1"],
    ] as const;
    const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
    for (const [words, said] of asked) {
      expect(await practiceDeliveries([...words]), said).toBe(2);
      expect(told.mock.lastCall?.join(" ")).toContain(said);
    }
    told.mockRestore();
  });
});
