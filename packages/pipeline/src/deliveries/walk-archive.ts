import { crc32, createInflateRaw } from "node:zlib";
import { mostCells, sheetBounds } from "./sheet-bounds.ts";

/** Unpacked bytes of a workbook: no delivery comes near, and a small file can't fill the memory. */
export const mostUnpacked = 256 * 2 ** 20;

/** What keeps an archive from being opened as a workbook. */
export type ArchiveFault = "unreadable" | "workbook-large";

/** An archive that can be opened: how large it is when it is unpacked. */
export interface Archive {
  /** Bytes. */
  readonly unpacked: number;
  /** Cells of its sheets, the empty ones in between too. */
  readonly cells: number;
}

/**
 * Goes through a zip archive as the reader of workbooks does, from one entry to the next, and keeps nothing: whether every entry is whole
 * (its checksum holds) and all of them unpacked stay below a limit, whatever the archive says of its sizes.
 * @param most unpacked bytes
 */
export async function walkArchive(archive: Buffer, most = mostUnpacked): Promise<Archive | ArchiveFault> {
  let [at, left, cells] = [0, most, 0];
  while (signatureAt(archive, at) === entrySignature) {
    const entry = entryAt(archive, at);
    if (entry === undefined || entry.encrypted) return "unreadable";
    // The reader makes room for what an entry says it is.
    if (entry.size > left) return "workbook-large";
    const unpacked = await unpack(archive, entry, left);
    if (typeof unpacked === "string") return unpacked;
    // The reader would leave out what is more.
    if (!entry.streamed && unpacked.size !== entry.size) return "unreadable";
    left -= unpacked.size;
    cells += unpacked.cells;
    if (cells > mostCells) return "workbook-large";
    const after = entry.streamed ? descriptorAt(archive, unpacked.end) : { next: unpacked.end, crc: entry.crc };
    if (after === undefined || after.crc !== unpacked.crc) return "unreadable";
    at = after.next;
  }
  // The reader would also take entries that come after the directory.
  const whole = at > 0 && signatureAt(archive, at) === directorySignature && archive.indexOf(entryStart, at) < 0;
  return whole ? { unpacked: most - left, cells } : "unreadable";
}

const entrySignature = 0x04034b50;
const entryStart = Buffer.from("PK\u0003\u0004");
const directorySignature = 0x02014b50;
const descriptorSignature = 0x08074b50;

const signatureAt = (archive: Buffer, at: number): number | undefined =>
  at + 4 <= archive.length ? archive.readUInt32LE(at) : undefined;

interface Entry {
  readonly name: string;
  readonly encrypted: boolean;
  /** Sizes and checksum stand behind the entry. */
  readonly streamed: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly start: number;
}

/** The header of an entry: APPNOTE.TXT of PKWARE, 4.3.7. */
function entryAt(archive: Buffer, at: number): Entry | undefined {
  if (at + 30 > archive.length) return undefined;
  const nameEnd = at + 30 + archive.readUInt16LE(at + 26);
  const start = nameEnd + archive.readUInt16LE(at + 28);
  if (start > archive.length) return undefined;
  const flags = archive.readUInt16LE(at + 6);
  const long = longSizes(archive.subarray(nameEnd, start));
  const [packed, size] = [archive.readUInt32LE(at + 18), archive.readUInt32LE(at + 22)];
  return {
    name: archive.toString("utf8", at + 30, nameEnd),
    encrypted: (flags & 1) !== 0,
    streamed: (flags & 8) !== 0,
    method: archive.readUInt16LE(at + 8),
    crc: archive.readUInt32LE(at + 14),
    packed: packed === 0xffffffff ? (long?.packed ?? packed) : packed,
    size: size === 0xffffffff ? (long?.size ?? size) : size,
    start,
  };
}

/** Sizes of eight bytes (Zip64, 4.5.3), which some writers use whatever the size. */
function longSizes(extra: Buffer): { readonly packed: number; readonly size: number } | undefined {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2))
    if (extra.readUInt16LE(at) === 1 && at + 20 <= extra.length)
      return { size: Number(extra.readBigUInt64LE(at + 4)), packed: Number(extra.readBigUInt64LE(at + 12)) };
  return undefined;
}

interface Unpacked {
  readonly cells: number;
  readonly size: number;
  readonly crc: number;
  /** Where the packed bytes end. */
  readonly end: number;
}

/** Unpacks an entry, piece by piece, and keeps no piece. */
async function unpack(archive: Buffer, entry: Entry, most: number): Promise<Unpacked | ArchiveFault> {
  const { method, packed, start, streamed } = entry;
  const bounds = sheetBounds();
  let [size, crc, end] = [0, 0, start + packed];
  if (end > archive.length || (method === 0 ? streamed : method !== 8)) return "unreadable";
  const take = (piece: Buffer): void => {
    size += piece.length;
    crc = crc32(piece, crc);
    if (entry.name.startsWith("xl/worksheets/")) bounds.take(piece);
  };
  if (method === 0) take(archive.subarray(start, end));
  else {
    const inflate = createInflateRaw();
    inflate.end(archive.subarray(start));
    try {
      for await (const piece of inflate as AsyncIterable<Buffer>) {
        take(piece);
        if (size > most) return "workbook-large";
      }
    } catch (error) {
      if (!(error instanceof Error && "code" in error)) throw error;
      return "unreadable";
    }
    const ended = start + inflate.bytesWritten;
    if (!streamed && ended !== end) return "unreadable";
    end = ended;
  }
  return { size, crc, end, cells: bounds.cells() };
}

/** What stands behind an entry whose sizes were not known when it was begun (4.3.9): its checksum, and where the next one is. */
function descriptorAt(archive: Buffer, at: number): { readonly crc: number; readonly next: number } | undefined {
  const begin = signatureAt(archive, at) === descriptorSignature ? at + 4 : at;
  const crc = signatureAt(archive, begin);
  // Sizes of four bytes, or of eight.
  const next = [begin + 12, begin + 20].find((it) => {
    const signature = signatureAt(archive, it);
    return signature === entrySignature || signature === directorySignature;
  });
  return crc === undefined || next === undefined ? undefined : { crc, next };
}
