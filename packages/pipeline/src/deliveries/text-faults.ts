import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { fault, type Fault } from "./fault.ts";
import type { Survey } from "./survey-file.ts";

/** What keeps the bytes of a file from being read as text, each with its line. */
export async function textFaults(path: string, file: string, survey: Survey): Promise<Fault[]> {
  if (survey.bytes === 0) return [fault({ kind: "file-empty", file })];
  const expected = "UTF-8";
  if (survey.utf16) return [fault({ kind: "wrong-encoding", file, named: "UTF-16", expected })];
  const faults: Fault[] = [];
  const at = async (test: (line: Buffer) => boolean) => ({ places: [{ line: await firstLine(path, test) }] });
  if (survey.nullByte) faults.push(fault({ kind: "null-byte", file, ...(await at((line) => line.includes(0))) }));
  if (survey.utf8Mark && !survey.utf8)
    faults.push(
      fault({ kind: "wrong-encoding", file, named: "UTF-8", expected, ...(await at((line) => !isUtf8(line))) }),
    );
  else if (survey.strangeBytes) {
    const place = await at((line) => line.some((byte) => [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte)));
    faults.push(fault({ kind: "wrong-encoding", file, named: "Windows-1252", expected, ...place }));
  }
  return faults;
}

/** The first line for which a test holds, from 1; lines end in LF, CR LF or CR. */
async function firstLine(path: string, test: (line: Buffer) => boolean): Promise<number> {
  let line = 1;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let start = 0;
    for (let i = 0; i < bytes.length - 1; i += 1) {
      if (bytes[i] !== 0x0a && (bytes[i] !== 0x0d || bytes[i + 1] === 0x0a)) continue;
      if (test(bytes.subarray(start, i))) return line;
      start = i + 1;
      line += 1;
    }
    rest = Buffer.from(bytes.subarray(start));
    if (rest.length > 1 << 22) break;
  }
  return line;
}
