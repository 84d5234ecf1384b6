import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";

/** A file being written; nobody sees it under its own name before `close`. */
export interface Writer {
  readonly write: (text: string) => void;
  /** Flushes to disk and gives the file its name. */
  readonly close: () => void;
  /** Throws away what was written. */
  readonly discard: () => void;
}

/** What an import does with files; errors of the disk (full, no permission) are thrown. */
export interface Files {
  readonly exists: (path: string) => boolean;
  readonly isFolder: (path: string) => boolean;
  readonly read: (path: string) => Buffer;
  /** Names in a folder; none when there is no such folder. */
  readonly list: (folder: string) => string[];
  readonly lines: (path: string) => AsyncIterable<string>;
  readonly stream: (path: string) => AsyncIterable<Buffer>;
  /** Writes beside the file and renames: there is either the old file or the whole new one. */
  readonly write: (path: string, content: string | Uint8Array) => void;
  readonly open: (path: string) => Writer;
  /** Creates a file only if there is none. @returns whether it did. */
  readonly claim: (path: string, content: string) => boolean;
  readonly remove: (path: string) => void;
}

const unfinished = (path: string): string => `${path}.${process.pid}.part`;

/** Texts go to disk in lumps of about this many characters. */
const lump = 1 << 16;

function openFor(path: string): Writer {
  mkdirSync(dirname(path), { recursive: true });
  const part = unfinished(path);
  const file = openSync(part, "w");
  let waiting = "";
  const flush = () => {
    const bytes = Buffer.from(waiting, "utf8");
    let at = 0;
    while (at < bytes.length) at += writeSync(file, bytes, at);
    waiting = "";
  };
  return {
    write: (text) => {
      waiting += text;
      if (waiting.length >= lump) flush();
    },
    close: () => {
      flush();
      fsyncSync(file);
      closeSync(file);
      renameSync(part, path);
    },
    discard: () => {
      closeSync(file);
      rmSync(part, { force: true });
    },
  };
}

/** Lines without their ends. Not node:readline: its iterator drops lines that come before it is first asked. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of createReadStream(path, "utf8")) {
    const lines = (rest + String(chunk)).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}

export const realFiles: Files = {
  exists: existsSync,
  isFolder: (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false,
  read: (path) => readFileSync(path),
  list: (folder) => (existsSync(folder) ? readdirSync(folder).sort() : []),
  lines: linesOf,
  stream: (path) => createReadStream(path),
  write: (path, content) => {
    mkdirSync(dirname(path), { recursive: true });
    const part = unfinished(path);
    const file = openSync(part, "w");
    try {
      const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
      let at = 0;
      while (at < bytes.length) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(part, path);
  },
  open: openFor,
  claim: (path, content) => {
    mkdirSync(dirname(path), { recursive: true });
    let file: number;
    try {
      file = openSync(path, "wx");
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
      throw error;
    }
    writeSync(file, content);
    closeSync(file);
    return true;
  },
  remove: (path) => rmSync(path, { recursive: true, force: true }),
};
