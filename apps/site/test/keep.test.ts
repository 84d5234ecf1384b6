import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { keepable, ready, Shelf, type Kept } from "../src/keep.ts";

const page = (words: string, size = 5000): Kept => keepable(200, "text/html; charset=utf-8", words.padEnd(size, words));
/** What cannot be packed, so that its size is known. */
const picture = (size: number): Kept => keepable(200, "image/png", new Uint8Array(size));

test("a page is kept packed only, a picture as it is, each in memory of its own size", () => {
  const html = ready(page("Drenthe "), "identity");
  expect([...html.forms.keys()]).toEqual(["gzip"]);
  expect(gunzipSync(html.forms.get("gzip")!).toString()).toMatch(/^(Drenthe )+$/);
  const png = ready(picture(3000), "br");
  expect([...png.forms.keys()]).toEqual(["identity"]);
  for (const it of [html, png])
    for (const bytes of it.forms.values()) expect(bytes.buffer.byteLength).toBe(bytes.length);
  expect(keepable(200, "text/plain", "short").packable).toBe(false);
});

test("a page is packed in each way that somebody asks for, and both are counted", () => {
  const shelf = new Shelf(10_000);
  shelf.put("a", page("Drenthe "), "gzip");
  const before = shelf.bytes;
  const both = shelf.get("a", "br")!;
  expect([...both.forms.keys()]).toEqual(["gzip", "br"]);
  expect(brotliDecompressSync(both.forms.get("br")!).equals(gunzipSync(both.forms.get("gzip")!))).toBe(true);
  expect(shelf.bytes).toBe(before + both.forms.get("br")!.length);
  expect(shelf.get("a", "br")).toBe(both);
  expect(shelf.get("a", "gzip")).toBe(both);
});

test("the same content has the same tag, other content another", () => {
  expect(page("a").tag).toBe(page("a").tag);
  expect(page("a").tag).not.toBe(page("b").tag);
});

test("a shelf holds no more than its bytes, and drops what was not asked for longest", () => {
  const shelf = new Shelf(10_000);
  for (const name of ["a", "b", "c"]) shelf.put(name, picture(2500), "gzip");
  shelf.get("a", "gzip");
  shelf.put("d", picture(2500), "gzip");
  expect(shelf.bytes).toBeLessThanOrEqual(10_000);
  expect(["a", "b", "c", "d"].map((it) => shelf.get(it, "gzip") !== undefined)).toEqual([true, false, true, true]);
});

test("what is put twice counts once; what is larger than the shelf is given back and not kept", () => {
  const shelf = new Shelf(10_000);
  shelf.put("a", picture(2500), "gzip");
  const before = shelf.bytes;
  shelf.put("a", picture(2500), "gzip");
  expect(shelf.bytes).toBe(before);
  const large = picture(20_000);
  expect(shelf.put("b", large, "gzip")).toBe(large);
  expect(shelf.get("b", "gzip")).toBeUndefined();
  expect(shelf.bytes).toBe(0);
});

test("long addresses count too: empty answers under many of them don't fill the memory", () => {
  const shelf = new Shelf(100_000);
  const address = (i: number): string => `/regio/${"x".repeat(2000)}${i}`;
  for (let i = 0; i < 1000; i++) shelf.put(address(i), picture(0), "gzip");
  const kept = Array.from({ length: 1000 }, (_, i) => shelf.get(address(i), "gzip")).filter((it) => it !== undefined);
  expect(kept.length).toBeLessThan(50);
});
