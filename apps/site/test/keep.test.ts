import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { keepable, Shelf, type Kept } from "../src/keep.ts";
import { acceptsGzip } from "../src/send.ts";

const page = (words: string, size = 5000): Kept => keepable(200, "text/html; charset=utf-8", words.padEnd(size, words));
/** What cannot be packed, so that its size is known. */
const picture = (size: number): Kept => keepable(200, "image/png", new Uint8Array(size));

test("a page is kept packed only, a picture as it is, each in memory of its own size", () => {
  const html = page("Drenthe ");
  expect(html.packed).toBe(true);
  expect(gunzipSync(html.bytes).toString()).toMatch(/^(Drenthe )+/);
  const png = picture(3000);
  expect(png.packed).toBe(false);
  for (const it of [html, png]) expect(it.bytes.buffer.byteLength).toBe(it.bytes.length);
  expect(keepable(200, "text/plain", "short").packed).toBe(false);
});

test("the same content has the same tag, other content another", () => {
  expect(page("a").etag).toBe(page("a").etag);
  expect(page("a").etag).not.toBe(page("b").etag);
});

test("a shelf holds no more than its bytes, and drops what was not asked for longest", () => {
  const shelf = new Shelf(10_000);
  for (const name of ["a", "b", "c"]) shelf.put(name, picture(2500));
  shelf.get("a");
  shelf.put("d", picture(2500));
  expect(shelf.bytes).toBeLessThanOrEqual(10_000);
  expect(["a", "b", "c", "d"].map((it) => shelf.get(it) !== undefined)).toEqual([true, false, true, true]);
});

test("what is put twice counts once; what is larger than the shelf is given back and not kept", () => {
  const shelf = new Shelf(10_000);
  shelf.put("a", picture(2500));
  const before = shelf.bytes;
  shelf.put("a", picture(2500));
  expect(shelf.bytes).toBe(before);
  const large = picture(20_000);
  expect(shelf.put("b", large)).toBe(large);
  expect(shelf.get("b")).toBeUndefined();
  expect(shelf.bytes).toBe(0);
});

test("long addresses count too: empty answers under many of them don't fill the memory", () => {
  const shelf = new Shelf(100_000);
  const address = (i: number): string => `/regio/${"x".repeat(2000)}${i}`;
  for (let i = 0; i < 1000; i++) shelf.put(address(i), picture(0));
  const kept = Array.from({ length: 1000 }, (_, i) => shelf.get(address(i))).filter((it) => it !== undefined);
  expect(kept.length).toBeLessThan(50);
});

test("gzip goes to who accepts it", () => {
  for (const it of ["gzip", "gzip, deflate, br", "br;q=1.0, GZIP;q=0.8", "gzip;q=0.001"])
    expect(acceptsGzip(it), it).toBe(true);
  for (const it of [undefined, "", "br", "gzip;q=0", "gzip; q=0.0, br", "br, gzip;q=0"])
    expect(acceptsGzip(it), it).toBe(false);
});
