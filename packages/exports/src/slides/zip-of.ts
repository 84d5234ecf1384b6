import { zipSync, type Zippable } from "fflate";

/** The oldest day that a zip can hold: the same content gives the same bytes on any day. */
const day = new Date(1980, 0, 1, 0, 0, 0);

/** Files as one zip, in this order. */
export function zipOf(files: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const parts: Zippable = {};
  for (const [name, bytes] of files) parts[name] = [bytes, { mtime: day, level: 6 }];
  return zipSync(parts);
}
