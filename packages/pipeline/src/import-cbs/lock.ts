import { hostname } from "node:os";
import { fail, type Result } from "./failure.ts";
import type { Files } from "./files.ts";

/**
 * Claims a table for this import: two imports of one table at once would mix their pages. A lock whose process is
 * gone (killed, machine restarted) is taken over.
 * @returns what releases the lock, or that another import is busy
 */
export function lockTable(files: Files, file: string, now: Date): Result<() => void> {
  const mine = `${process.pid} ${hostname()} ${now.toISOString()}\n`;
  for (let attempt = 0; attempt < 2; attempt++) {
    if (files.claim(file, mine)) return { ok: true, value: () => files.remove(file) };
    const [pid, host, since] = (files.exists(file) ? files.read(file).toString("utf8") : "").trim().split(" ");
    if (host !== hostname() || isAlive(Number(pid))) return busy(file, since ?? "");
    files.remove(file);
  }
  return busy(file, "");
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, under another user.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function busy(file: string, since: string): Result<never> {
  const what = {
    nl: `Een andere import is bezig met deze tabel${since ? ` (sinds ${since})` : ""}.`,
    en: `Another import is busy with this table${since ? ` (since ${since})` : ""}.`,
  };
  const mend = {
    nl: "Wacht tot die klaar is. Loopt er zeker geen import? Verwijder dan dit bestand.",
    en: "Wait until it has finished. If surely no import runs, remove this file.",
  };
  return fail("busy", file, what, mend);
}
