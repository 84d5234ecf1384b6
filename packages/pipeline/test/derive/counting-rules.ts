import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readProtocols } from "../../src/deliveries/read-protocol.ts";
import type { StoredDelivery } from "../../src/deliveries/stored-delivery.ts";
import type { Derived } from "../../src/derive/counts.ts";
import { derive, type ToDerive } from "../../src/derive/derive.ts";
import { readDefinitions } from "../../src/derive/read-definitions.ts";
import { openDuck, type Duck } from "../../src/duck.ts";
import type { Outcome } from "../../src/problem.ts";
import { readCatalogue } from "../../src/read-catalogue.ts";
import { root } from "../built-edition.ts";
import { writeDelivery, type Records } from "./write-delivery.ts";

const must = <T>(it: Outcome<T>): T => {
  if (!it.ok) throw new Error(JSON.stringify(it.problems));
  return it.value;
};
export const catalogue = must(readCatalogue(root));
export const protocols = must(readProtocols(root, catalogue.codelists));
export const definitions = must(readDefinitions(root, catalogue, protocols));
export const protocol = protocols.get("vt-2.0")!;

/** DuckDB and a folder of deliveries of its own, gone after the test. */
export class Bench implements AsyncDisposable {
  readonly folder = mkdtempSync(join(tmpdir(), "derive-"));
  readonly #duck: Promise<Duck> = openDuck({ spill: join(this.folder, "spill"), threads: 2, memoryMb: 500 });

  get duck(): Promise<Duck> {
    return this.#duck;
  }
  /** Writes what was delivered: `VT05 2024H1` → records. */
  async write(delivered: Readonly<Record<string, Records>>): Promise<StoredDelivery[]> {
    const written: StoredDelivery[] = [];
    for (const [key, records] of Object.entries(delivered)) {
      const [region = "", period = ""] = key.split(" ");
      written.push(await writeDelivery(await this.#duck, this.folder, { region, period, records, protocol }));
    }
    return written;
  }
  async outcome(deliveries: readonly StoredDelivery[], more: Partial<ToDerive> = {}): Promise<Outcome<Derived>> {
    return derive(await this.#duck, { deliveries, protocols, definitions, catalogue, ...more });
  }
  async derived(delivered: Readonly<Record<string, Records>>, more: Partial<ToDerive> = {}): Promise<Derived> {
    return must(await this.outcome(await this.write(delivered), more));
  }
  async [Symbol.asyncDispose](): Promise<void> {
    await (await this.#duck)[Symbol.asyncDispose]();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A catalogue in which only some regions exist, so that a few deliveries are all there are. */
export function onlyRegions(...regions: readonly string[]): typeof catalogue {
  return {
    ...catalogue,
    areas: catalogue.areas.filter((it) => it.level !== "vt-region" || regions.includes(it.code)),
    memberships: catalogue.memberships.filter((it) => regions.includes(it.region)),
  };
}
