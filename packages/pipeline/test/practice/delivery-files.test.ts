import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, describe, expect, it } from "vitest";
import { deliveryFolder } from "@impactmonitor/pipeline/practice/delivery-folder";
import { faults, writeFaultyDeliveries } from "@impactmonitor/pipeline/practice/faulty-deliveries";
import { generateDeliveries } from "@impactmonitor/pipeline/practice/generate";
import { largeDelivery } from "@impactmonitor/pipeline/practice/large-delivery";
import { recordTypes } from "@impactmonitor/pipeline/practice/region-run";
import { practiceOf } from "./collect.ts";

const practice = practiceOf();
const folder = mkdtempSync(`${tmpdir()}/practice-`);
afterAll(() => rmSync(folder, { recursive: true }));
const files = [...recordTypes.map((it) => `${it}.csv`), "levering.json"].sort();
const lines = (path: string): string[] => readFileSync(path, "utf8").trimEnd().split("\n");

describe("a practice delivery on disk", () => {
  it("is a folder with a file per type of record, each with the fields of the protocol, and who sent it", async () => {
    const open = deliveryFolder(folder, practice.protocol);
    const options = { open, scale: 0.01, from: "2024H1", until: "2024H1", regions: ["VT10"] };
    for await (const _ of generateDeliveries(practice, options));
    expect(readdirSync(`${folder}/VT10-2024H1`).sort()).toEqual(files);
    for (const type of recordTypes) {
      const [header, ...rows] = lines(`${folder}/VT10-2024H1/${type}.csv`);
      expect(header!.split(",")).toEqual(Object.keys(practice.protocol.records[type]!.fields));
      expect(rows.length).toBeGreaterThan(0);
    }
    expect(JSON.parse(readFileSync(`${folder}/VT10-2024H1/levering.json`, "utf8"))).toEqual({
      organisatie: "VT10",
      periode: "2024H1",
      protocol: "vt-2.0",
    });
  });
});

describe("a large delivery", () => {
  it("has exactly as many records as were asked for, and refers to what is there", () => {
    largeDelivery(practice, { open: deliveryFolder(folder, practice.protocol), records: 20_000 });
    const rows = new Map(recordTypes.map((it) => [it, lines(`${folder}/VT18-2026H1/${it}.csv`).slice(1)]));
    expect([...rows.values()].reduce((sum, it) => sum + it.length, 0)).toBe(20_000);
    const cases = new Set(rows.get("casus")!.map((it) => it.split(",")[0]));
    expect(rows.get("melding")!.filter((it) => !cases.has(it.split(",")[1]))).toEqual([]);
    expect(rows.get("persoon")!.filter((it) => !cases.has(it.split(",")[0]))).toEqual([]);
    const share = rows.get("advies")!.length / 20_000;
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.4);
  });
});

describe("deliveries with a mistake", () => {
  it("each differ from a right one in what is spoiled, and say what ought to happen", async () => {
    const open = deliveryFolder(`${folder}/right`, practice.protocol);
    const options = { open, scale: 0.03, from: "2025H2", until: "2025H2", regions: ["VT10"] };
    for await (const _ of generateDeliveries(practice, options));
    expect(await writeFaultyDeliveries(practice, `${folder}/fouten`, { until: "2025H2" })).toBe(faults.length);
    expect(readdirSync(`${folder}/fouten`).length).toBe(faults.length + 1);
    const list: unknown = JSON.parse(readFileSync(`${folder}/fouten/fouten.json`, "utf8"));
    expect(list).toEqual(faults.map(({ id, outcome, about }) => ({ id, outcome, about })));
    for (const { id } of faults) {
      const made = readdirSync(`${folder}/fouten/${id}`);
      const differs = files.filter(
        (it) =>
          !made.includes(it) ||
          readFileSync(`${folder}/fouten/${id}/${it}`, "utf8") !==
            readFileSync(`${folder}/right/VT10-2025H2/${it}`, "utf8"),
      );
      expect(differs.length, id).toBe(id === "semicolons" ? files.length - 1 : 1);
    }
  });
});
