import { readFileSync } from "node:fs";
import { fontFiles } from "./fonts.ts";

/** Stands for a character that the typeface lacks: said, not left out. */
const unknown = "\u25a1";

/**
 * Text in which every character can be set: a document for everyone may hold no glyph that isn't there. Line ends and tabs become spaces,
 * characters that are not seen but turn text around are left out, what the typeface lacks becomes a box; so does a text of which nothing is
 * left, since a title must hold something.
 */
export function showable(text: string): string {
  let out = "";
  for (const it of text.normalize("NFC").replace(/\s/gu, keptSpace)) {
    const code = it.codePointAt(0)!;
    if (known().has(code)) out += it;
    else if (!/[\p{Cc}\p{Cf}]/u.test(it)) out += unknown;
  }
  const seen = out.replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, "");
  return seen === "" && text !== "" ? unknown : seen;
}

/** Narrow and hard spaces hold a number and its sign together. */
const keptSpace = (it: string): string => (it === "\u202f" || it === "\u00a0" ? it : " ");

/** The same for everything in a piece of plain data. */
export function allShowable<T>(data: T): T;
export function allShowable(data: unknown): unknown {
  if (typeof data === "string") return showable(data);
  if (Array.isArray(data)) return data.map((it) => allShowable(it));
  if (data === null || typeof data !== "object") return data;
  return Object.fromEntries(Object.entries(data).map(([key, it]) => [key, allShowable(it)]));
}

let found: ReadonlySet<number> | undefined;
/** Characters that every weight of the typeface has. */
function known(): ReadonlySet<number> {
  if (!found) {
    const [first, ...others] = fontFiles.map((it) => charactersOf(readFileSync(it)));
    found = new Set([...(first ?? [])].filter((code) => others.every((it) => it.has(code))));
  }
  return found;
}

/** The characters of a font, from its `cmap` table (OpenType 1.9, §5.2), formats 4 and 12. */
export function charactersOf(font: Buffer): Set<number> {
  const tables = font.readUInt16BE(4);
  for (let i = 0; i < tables; i++) {
    const at = 12 + i * 16;
    if (font.toString("latin1", at, at + 4) === "cmap") return inCmap(font, font.readUInt32BE(at + 8));
  }
  return new Set();
}

function inCmap(font: Buffer, cmap: number): Set<number> {
  const all = new Set<number>();
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const at = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4);
    const format = font.readUInt16BE(at);
    if (format === 4) addSegments(font, at, all);
    if (format === 12)
      for (let group = 0; group < font.readUInt32BE(at + 12); group++) {
        const [first, last] = [font.readUInt32BE(at + 16 + group * 12), font.readUInt32BE(at + 20 + group * 12)];
        for (let code = first; code <= last; code++) all.add(code);
      }
  }
  return all;
}

/** Segments of format 4: ends, then after a pad their starts, deltas and offsets into the glyphs. */
function addSegments(font: Buffer, at: number, all: Set<number>): void {
  const twice = font.readUInt16BE(at + 6);
  for (let i = 0; i < twice; i += 2) {
    const [end, start] = [font.readUInt16BE(at + 14 + i), font.readUInt16BE(at + 16 + twice + i)];
    const offsetAt = at + 16 + 3 * twice + i;
    const [delta, offset] = [font.readUInt16BE(at + 16 + 2 * twice + i), font.readUInt16BE(offsetAt)];
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const glyph = offset === 0 ? (code + delta) & 0xffff : font.readUInt16BE(offsetAt + offset + 2 * (code - start));
      if (glyph !== 0) all.add(code);
    }
  }
}
