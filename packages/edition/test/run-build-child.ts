import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const child = fileURLToPath(new URL("build-child.ts", import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly said: string;
}

/** Runs build-child.ts and waits for its end. */
export function runBuildChild(folder: string, ...words: readonly number[]): Promise<Ended> {
  return new Promise((resolve) => {
    const running = spawn(process.execPath, [child, folder, ...words.map(String)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    running.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
    running.once("close", (code, signal) => resolve({ code, signal, said: said.trim() }));
  });
}
