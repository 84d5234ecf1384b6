import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** Writes a whole file and waits until the disk has it; makes the folder that it is in. */
export function writeFlushed(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, "w");
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Waits until the disk knows the names in a folder: without it a renamed file may be gone after a power cut. */
export function flushFolder(path: string): void {
  flushFile(path);
}

/** Waits until the disk has a file that something else wrote. */
export function flushFile(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
