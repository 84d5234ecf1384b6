import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { ZipFile } from "yazl";
import { joined } from "./csv.ts";

/** A file of parts that are made, packed and added one after another: none has to be in memory as a whole. */
export interface PackedFile {
  /** Resolves when the part is in it. */
  readonly add: (path: string, pieces: Iterable<Uint8Array>) => Promise<void>;
  readonly bytes: () => Promise<Uint8Array>;
}

/** Opens a zip file. @param day the time of every part, ISO: no clock is asked, and the same parts give the same bytes */
export function packedFile(day: string): PackedFile {
  const [year = 1980, month = 1, date = 1] = day.split("-").map(Number);
  // A zip file holds local time: midnight here is midnight everywhere, once the field with the true moment is left out.
  const options = { mtime: new Date(year, month - 1, date), forceDosTimestamp: true, mode: 0o100644 };
  const zip = new ZipFile();
  const packed: Uint8Array[] = [];
  // `add` fails with what went wrong while a part was made.
  zip.on("error", () => undefined);
  const done = finished(zip.outputStream.on("data", (piece: Uint8Array) => packed.push(piece)));
  // Whoever asks for the bytes hears of it; until then it is no unhandled failure.
  done.catch(() => undefined);
  return {
    async add(path, pieces) {
      const stream = Readable.from(pieces, { objectMode: false });
      zip.addReadStreamLazy(path, options, (give) => give(null, stream));
      await finished(stream);
    },
    async bytes() {
      zip.end();
      await done;
      return joined(packed);
    },
  };
}
