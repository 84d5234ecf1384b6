import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync, gzipSync } from "node:zlib";

/** How an answer is packed on its way (RFC 9110, section 8.4). */
export type Coding = "br" | "gzip" | "identity";

/**
 * Which coding to answer in: of Brotli and gzip the one that the visitor weighs most, Brotli where they weigh the same. As it is
 * for who accepts neither, or says nothing; also for who forbids that too, since an answer is better than none.
 * @param header `Accept-Encoding` of the request, such as `gzip, br;q=0.5, *;q=0`
 */
export function codingFor(header = ""): Coding {
  const weights = new Map(
    header.split(",").map((it): [string, number] => {
      const [name = "", ...parameters] = it.split(";").map((part) => part.trim().toLowerCase());
      const weight = parameters.find((part) => /^q\s*=/.test(part))?.replace(/^q\s*=\s*/, "");
      return [name === "x-gzip" ? "gzip" : name, weight === undefined ? 1 : weightOf(weight)];
    }),
  );
  const weigh = (name: string): number => weights.get(name) ?? weights.get("*") ?? 0;
  const [br, gzip] = [weigh("br"), weigh("gzip")];
  const best = br >= gzip ? br : gzip;
  // Who would rather have it unpacked says so by name; one who only names codings did not.
  if (best === 0 || (weights.get("identity") ?? 0) > best) return "identity";
  return br >= gzip ? "br" : "gzip";
}

/** A weight that can't be read forbids: a visitor who can't unpack is worse off than one who could have had it smaller. */
const weightOf = (text: string): number => (/^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(text) ? Number(text) : 0);

/**
 * Brotli at 6 takes as long as gzip at 9 and gives 7 % less; at 9 it takes seven times as long for one more per cent, and at 11
 * eighty times for 16 % in all (a page of 118 kB: 2, 2, 17 and 160 ms). What is built once is packed at 11.
 */
export const brotliQuality = { answer: 6, built: 11 } as const;

/** Packs a text; in memory of its own size, since what packing returns is a view of a larger piece, which it would hold as long. */
export function pack(plain: Uint8Array, coding: Coding, quality: number = brotliQuality.answer): Buffer {
  if (coding === "identity") return exactly(plain);
  if (coding === "gzip") return exactly(gzipSync(plain, { level: 9, memLevel: 9 }));
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
  };
  return exactly(brotliCompressSync(plain, { params }));
}

export const unpack = (packed: Buffer, coding: Coding): Buffer =>
  coding === "identity" ? packed : coding === "gzip" ? gunzipSync(packed) : brotliDecompressSync(packed);

function exactly(bytes: Uint8Array): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  copy.set(bytes);
  return copy;
}
