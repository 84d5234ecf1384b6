import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly said: string;
}

/** Runs build-child.ts and waits for its end. */
export const runBuildChild = (folder: string, ...words: readonly number[]): Promise<Ended> =>
  run(path("build-child.ts"), folder, words);

/** Runs next-child.ts and waits for its end. */
export const runNextChild = (folder: string, ...words: readonly number[]): Promise<Ended> =>
  run(path("next-child.ts"), folder, words);

function run(child: string, folder: string, words: readonly number[]): Promise<Ended> {
  return new Promise((resolve) => {
    const running = spawn(process.execPath, [child, folder, ...words.map(String)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    running.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
    running.once("close", (code, signal) => resolve({ code, signal, said: said.trim() }));
  });
}
