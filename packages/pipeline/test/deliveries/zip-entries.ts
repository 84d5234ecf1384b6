import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";

/** Files of a zip archive, by name. */
export type Entries = Readonly<Record<string, Buffer>>;

/** What an archive says of an entry that isn't so. */
export interface Lie {
  readonly size?: number;
  readonly crc?: number;
}

/** Writes a zip archive, every entry deflated. @param lies by name, what the archive says of the entry against the truth */
export function zip(entries: Entries, lies: Readonly<Record<string, Lie>> = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, bytes] of Object.entries(entries)) {
    const packed = deflateRawSync(bytes);
    const { size = bytes.length, crc = crc32(bytes) } = lies[name] ?? {};
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc >>> 0, 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), common, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(
      Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), common, place, Buffer.from(name)]),
    );
    parts.push(local);
    at += local.length;
  }
  const all = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0, "latin1");
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(all.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, all, end]);
}

/** Reads an archive that `zip` or a workbook's writer made, by its directory. */
export function unzip(archive: Buffer): Entries {
  const entries: Record<string, Buffer> = {};
  const end = archive.lastIndexOf(Buffer.from("PK\u0005\u0006"));
  let at = archive.readUInt32LE(end + 16);
  for (let i = 0; i < archive.readUInt16LE(end + 10); i += 1) {
    const [method, packed] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)];
    const lengths = [28, 30, 32].map((it) => archive.readUInt16LE(at + it));
    const name = archive.toString("utf8", at + 46, at + 46 + lengths[0]!);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const bytes = archive.subarray(start, start + packed);
    entries[name] = method === 8 ? inflateRawSync(bytes) : Buffer.from(bytes);
    at += 46 + lengths[0]! + lengths[1]! + lengths[2]!;
  }
  return entries;
}
