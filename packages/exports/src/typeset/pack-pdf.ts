import { deflateSync } from "node:zlib";

/** Objects in one packed stream: a reader unpacks it as a whole, even for a single object. */
const perStream = 400;

interface Found {
  readonly number: number;
  readonly bytes: Buffer;
}
interface Place {
  readonly number: number;
  /** Where it begins in the file; or the number of the stream that holds it, and its place in there. */
  readonly at: number | readonly [number, number];
}

/**
 * The same document, smaller: the typesetter writes the structure that makes a document accessible as plain text, often more than the pages
 * themselves. Here it goes into object streams (ISO 32000-1, 7.5.7) with a cross-reference stream (7.5.8). Nothing that a reader sees changes.
 * @param pdf a document with one cross-reference table, no encryption, and objects of generation 0, as Typst writes it
 * @returns the document itself when it has another form
 */
export function packPdf(pdf: Uint8Array): Uint8Array {
  const all = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const read = readObjects(all);
  if (!read) return pdf;
  const { objects, trailer, begin } = read;
  const chunks: Buffer[] = [all.subarray(0, begin)];
  let length = begin;
  const places: Place[] = [];
  const write = (number: number, bytes: Buffer): void => {
    places.push({ number, at: length });
    const whole = Buffer.concat([Buffer.from(`${number} 0 obj\n`), bytes, Buffer.from("\nendobj\n")]);
    chunks.push(whole);
    length += whole.length;
  };
  const plain = objects.filter((it) => !isStream(it.bytes));
  for (const it of objects) if (isStream(it.bytes)) write(it.number, it.bytes);
  let next = Math.max(...objects.map((it) => it.number)) + 1;
  for (let i = 0; i < plain.length; i += perStream) {
    const group = plain.slice(i, i + perStream);
    group.forEach((it, index) => places.push({ number: it.number, at: [next, index] }));
    write(next, objectStream(group));
    next += 1;
  }
  const start = length;
  places.push({ number: next, at: start });
  write(next, crossReferences(places, next + 1, trailer));
  chunks.push(Buffer.from(`startxref\n${start}\n%%EOF`));
  return Buffer.concat(chunks);
}

/** A stream may hold any bytes, but only a stream ends like one. */
const isStream = (bytes: Buffer): boolean => bytes.subarray(-9).equals(Buffer.from("endstream"));

function readObjects(all: Buffer): { objects: Found[]; trailer: string; begin: number } | undefined {
  const end = all.toString("latin1", all.length - 64);
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1]);
  const head = /^xref\n0 (\d+)\n/.exec(all.toString("latin1", start, start + 32));
  if (!Number.isInteger(start) || !head) return undefined;
  const table = start + head[0].length;
  const size = Number(head[1]);
  const entries = Array.from({ length: size }, (_, number) => {
    const entry = all.toString("latin1", table + number * 20, table + number * 20 + 18);
    return { number, offset: Number(entry.slice(0, 10)), used: entry.endsWith("00000 n") };
  }).filter((it) => it.used);
  const inOrder = entries.toSorted((a, b) => a.offset - b.offset);
  const objects = inOrder.flatMap(({ number, offset }, i): Found[] => {
    const open = Buffer.from(`${number} 0 obj\n`);
    const close = all.lastIndexOf("\nendobj", inOrder[i + 1]?.offset ?? start);
    return all.subarray(offset, offset + open.length).equals(open)
      ? [{ number, bytes: all.subarray(offset + open.length, close) }]
      : [];
  });
  const trailer = /trailer\n<<([\s\S]*?)>>\s*startxref/.exec(all.toString("latin1", table + size * 20))?.[1];
  if (trailer === undefined || objects.length !== entries.length || inOrder[0] === undefined) return undefined;
  return { objects, trailer, begin: inOrder[0].offset };
}

function objectStream(group: readonly Found[]): Buffer {
  let offset = 0;
  const index = group.map(({ number, bytes }) => {
    const at = `${number} ${offset}`;
    offset += bytes.length + 1;
    return at;
  });
  const head = Buffer.from(`${index.join(" ")}\n`);
  const body = group.flatMap(({ bytes }) => [bytes, Buffer.from("\n")]);
  return streamOf(`/Type /ObjStm /N ${group.length} /First ${head.length}`, Buffer.concat([head, ...body]));
}

/** Each entry: its kind in a byte, a place or a stream in four, an index in two. */
function crossReferences(places: readonly Place[], size: number, trailer: string): Buffer {
  const table = Buffer.alloc(size * 7);
  table.writeUInt16BE(65_535, 5);
  for (const { number, at } of places) {
    const [kind, where, index] = typeof at === "number" ? [1, at, 0] : [2, at[0], at[1]];
    table.writeUInt8(kind, number * 7);
    table.writeUInt32BE(where, number * 7 + 1);
    table.writeUInt16BE(index, number * 7 + 5);
  }
  const rest = trailer.replace(/\/Size \d+/, "").trim();
  return streamOf(`/Type /XRef /Size ${size} /W [1 4 2] ${rest}`, table);
}

function streamOf(entries: string, plain: Buffer): Buffer {
  const packed = deflateSync(plain, { level: 9 });
  const head = `<< ${entries} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), packed, Buffer.from("\nendstream")]);
}
