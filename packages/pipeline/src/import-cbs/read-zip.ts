import { Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";

export interface ZipEntry {
  /** Name without folders. */
  readonly name: string;
  /** The unpacked bytes; throws when they are damaged or cut off. */
  readonly open: () => AsyncIterable<Buffer>;
}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;
/** What the largest table unpacks to is some 100 MB; a file that claims far more is not from CBS. */
const largestUnpacked = 2 ** 31;

/**
 * Reads a zip as CBS makes it: stored or deflated entries, no encryption, no zip64 (ISO/IEC 21320-1).
 * @returns its files, or undefined when the bytes are no such zip
 */
export function readZip(bytes: Buffer): ZipEntry[] | undefined {
  const end = findEnd(bytes);
  if (end === undefined) return undefined;
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== directoryEntry) return undefined;
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const path = bytes.subarray(at + 46, at + 46 + nameLength!).toString("utf8");
    const entry = entryOf(bytes, at);
    if (!entry) return undefined;
    if (!path.endsWith("/")) entries.push({ name: path.split("/").at(-1)!, open: entry });
    at += 46 + nameLength! + extraLength! + noteLength!;
  }
  return entries;
}

function findEnd(bytes: Buffer): number | undefined {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--)
    if (bytes.readUInt32LE(at) === endOfDirectory) return at;
  return undefined;
}

function entryOf(bytes: Buffer, at: number): (() => AsyncIterable<Buffer>) | undefined {
  const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
  const [crc, packed, size, local] = [16, 20, 24, 42].map((offset) => bytes.readUInt32LE(at + offset));
  if ((flags & 1) !== 0 || (method !== 0 && method !== 8) || size! > largestUnpacked) return undefined;
  if (local! + 30 > bytes.length || bytes.readUInt32LE(local!) !== localEntry) return undefined;
  const start = local! + 30 + bytes.readUInt16LE(local! + 26) + bytes.readUInt16LE(local! + 28);
  const data = bytes.subarray(start, start + packed!);
  return () =>
    checked(method === 0 ? Readable.from([data]) : Readable.from([data]).pipe(createInflateRaw()), size!, crc!);
}

async function* checked(chunks: AsyncIterable<Buffer>, size: number, crc: number): AsyncGenerator<Buffer> {
  let [length, sum] = [0, 0];
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > size) break;
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (length !== size || sum !== crc) throw new Error("the zip is damaged");
}
