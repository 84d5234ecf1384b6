import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { processAlive } from "@impactmonitor/edition/process-alive";
import { standingIn, type RegisterLine } from "./register.ts";

/**
 * Removes what killed processes left: folders that were not finished, records that no line in the register made stand or that were
 * replaced, and reports of deliveries that were never registered. Only whoever claimed the folder may do this.
 */
export function sweepDeliveries(folder: string, lines: readonly RegisterLine[]): void {
  for (const name of namesIn(folder)) {
    const pid = /^\.(?:received|spill)\.(\d+)\.partial$/.exec(name)?.[1];
    if (pid !== undefined && (Number(pid) === process.pid || !processAlive(Number(pid)))) remove(folder, name);
  }
  const standing = new Set(standingIn(folder, lines).map((it) => it.id));
  for (const name of namesIn(join(folder, "records"))) if (!standing.has(name)) remove(join(folder, "records"), name);
  const registered = new Set(lines.map((it) => it.id));
  for (const name of namesIn(join(folder, "reports"))) if (!registered.has(name)) remove(join(folder, "reports"), name);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

const remove = (folder: string, name: string): void => rmSync(join(folder, name), { recursive: true, force: true });
