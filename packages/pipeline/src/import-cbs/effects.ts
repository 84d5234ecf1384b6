import { realFiles, type Files } from "./files.ts";

/** A screen on which the last line can be drawn again. */
export interface Terminal {
  readonly columns: number;
  readonly write: (text: string) => void;
}

/** Everything by which an import touches the world; a test brings its own. */
export interface Effects {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly now: () => Date;
  /** One line for people. */
  readonly log: (line: string) => void;
  /** Absent when the output is a file or a pipe. */
  readonly terminal: Terminal | undefined;
  readonly files: Files;
}

/** The real network, clock, screen and disk. */
export const realEffects: Effects = {
  fetch: (url, init) => fetch(url, init),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  now: () => new Date(),
  log: (line) => {
    process.stderr.write(`${line}\n`);
  },
  terminal: process.stderr.isTTY
    ? {
        columns: process.stderr.columns,
        write: (text) => {
          process.stderr.write(text);
        },
      }
    : undefined,
  files: realFiles,
};
