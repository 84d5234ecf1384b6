import type { Effects } from "./effects.ts";

/** Tells how far an import is: a bar on a screen, now and then a line elsewhere, nothing when quiet. */
export interface Progress {
  readonly step: (records: number, total: number | undefined, pages: number) => void;
  readonly end: () => void;
}

const thousands = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, " ");
const barWidth = 24;

/** The state in words: `84852NED  [######------]  50%  126 065 of 252 130 · 2 pages · 12 s`. */
function describe(table: string, records: number, total: number | undefined, pages: number, seconds: number): string {
  const rest = `${pages} page${pages === 1 ? "" : "s"} · ${seconds} s`;
  if (total === undefined || total === 0) return `${table}  ${thousands(records)} records · ${rest}`;
  const share = Math.min(1, records / total);
  const filled = Math.round(share * barWidth);
  const bar = `[${"#".repeat(filled)}${"-".repeat(barWidth - filled)}]`;
  return `${table}  ${bar} ${String(Math.floor(share * 100)).padStart(3)}%  ${thousands(records)} of ${thousands(total)} · ${rest}`;
}

/** Between two plain lines there are at least this many milliseconds. */
const lineEvery = 5_000;

export function startProgress(
  table: string,
  quiet: boolean,
  effects: Pick<Effects, "terminal" | "log" | "now">,
): Progress {
  if (quiet) return { step: () => {}, end: () => {} };
  const began = effects.now().getTime();
  const seconds = (): number => Math.round((effects.now().getTime() - began) / 1000);
  const { terminal } = effects;
  if (terminal) {
    let drawn = false;
    return {
      step: (records, total, pages) => {
        const line = describe(table, records, total, pages, seconds()).slice(0, Math.max(20, terminal.columns - 1));
        terminal.write(`\r\u001b[2K${line}`);
        drawn = true;
      },
      end: () => {
        if (drawn) terminal.write("\n");
      },
    };
  }
  let last = Number.NEGATIVE_INFINITY;
  return {
    step: (records, total, pages) => {
      const now = effects.now().getTime();
      if (now - last < lineEvery && records !== total) return;
      last = now;
      effects.log(describe(table, records, total, pages, seconds()));
    },
    end: () => {},
  };
}
