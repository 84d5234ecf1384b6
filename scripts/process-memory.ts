import { readdirSync, readFileSync } from "node:fs";

/** Resident memory of a process now and at most, in megabytes of 10⁶ bytes; 0 where the system does not say. */
export function memoryOf(pid: number): { readonly now: number; readonly most: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const read = (name: string): number =>
      (Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) * 1024) / 1e6;
    return { now: read("VmRSS"), most: read("VmHWM") };
  } catch {
    return { now: 0, most: 0 };
  }
}

/** Processes that a process started and that still run; none where the system does not say. */
export function childrenOf(pid: number): number[] {
  try {
    const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
    return all.map(Number).filter((it) => parentOf(it) === pid);
  } catch {
    return [];
  }
}

function parentOf(pid: number): number | undefined {
  try {
    return Number(/PPid:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  } catch {
    // It ended in the meantime.
    return undefined;
  }
}
