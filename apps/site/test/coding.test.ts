import { brotliDecompressSync, gunzipSync } from "node:zlib";
import * as fc from "fast-check";
import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { codingFor, pack, unpack, type Coding } from "../src/coding.ts";
import { keepable, ready, type Kept } from "../src/keep.ts";
import { send } from "../src/send.ts";

describe("an answer is packed as its visitor accepts", () => {
  test.each<[string | undefined, Coding]>([
    ["gzip, deflate, br, zstd", "br"],
    ["gzip", "gzip"],
    ["GZIP;q=0.8, br;q=0.5", "gzip"],
    ["br;q=1.0, gzip;q=0.8", "br"],
    ["br ; q = 0.2", "br"],
    ["gzip;q=0.001", "gzip"],
    ["x-gzip", "gzip"],
    ["*", "br"],
    ["br;q=0, *", "gzip"],
    ["gzip;q=0, br, *", "br"],
    ["*;q=0", "identity"],
    ["gzip;q=0", "identity"],
    ["gzip; q=0.0, br;q=0.000", "identity"],
    ["identity, gzip;q=0.5", "identity"],
    ["identity;q=0.5, gzip", "gzip"],
    ["identity;q=0, deflate", "identity"],
    ["gzip;q=nonsense", "identity"],
    ["gzip;q=2", "identity"],
    ["brotli, gzipped", "identity"],
    ["", "identity"],
    [undefined, "identity"],
  ])("%s: %s", (header, expected) => {
    expect(codingFor(header)).toBe(expected);
  });

  test("never in a form that is forbidden or not named", () => {
    const name = fc.constantFrom("br", "gzip", "identity", "deflate");
    const weight = fc.constantFrom("", ";q=0", ";q=0.000", ";q=0.3", "; q=1", ";q=1.000");
    const one = fc.tuple(name, weight);
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ([it]) => it }), (list) => {
        const found = codingFor(list.map(([it, q]) => it + q).join(", "));
        const allowed = list.filter(([, q]) => Number(/q=(.*)/.exec(q)?.[1] ?? 1) > 0).map(([it]) => it);
        expect([...allowed, "identity"]).toContain(found);
      }),
    );
  });

  test("whatever a header holds is read", () => {
    fc.assert(
      fc.property(fc.string(), (it) => {
        expect(["br", "gzip", "identity"]).toContain(codingFor(it));
      }),
    );
  });
});

test("what is packed is unpacked to the same bytes", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 2000 }),
      fc.constantFrom<Coding>("br", "gzip", "identity"),
      (bytes, coding) => {
        expect(unpack(pack(bytes, coding), coding).equals(Buffer.from(bytes))).toBe(true);
      },
    ),
  );
});

describe("what is sent", () => {
  const text = "Drenthe ".repeat(500);
  const ask = async (it: Kept, headers: Record<string, string>): Promise<Response> =>
    new Hono().get("/", (c) => send(c, it)).request("/", { headers });
  const page = keepable(200, "text/html; charset=utf-8", text);
  const opened = async (answer: Response): Promise<string> => {
    const bytes = Buffer.from(await answer.arrayBuffer());
    const coding = answer.headers.get("content-encoding");
    return (coding === "br" ? brotliDecompressSync(bytes) : coding === "gzip" ? gunzipSync(bytes) : bytes).toString();
  };

  test.each([
    ["br", "br"],
    ["gzip", "gzip"],
    ["deflate", null],
  ])("to who accepts %s, fresh or kept, is the same page in that form and says so", async (accepted, coding) => {
    for (const it of [page, ready(page, "br"), ready(page, "gzip"), ready(ready(page, "br"), "gzip")]) {
      const answer = await ask(it, { "accept-encoding": accepted });
      expect(answer.headers.get("content-encoding")).toBe(coding);
      expect(answer.headers.get("vary")).toBe("accept-encoding");
      const length = Number(answer.headers.get("content-length"));
      expect(length < text.length).toBe(coding !== null);
      expect(await opened(answer)).toBe(text);
    }
  });

  test("has another strong tag in another form, and each of them is known again", async () => {
    const tags = new Set<string>();
    for (const accepted of ["br", "gzip", "identity"]) {
      const tag = (await ask(page, { "accept-encoding": accepted })).headers.get("etag")!;
      tags.add(tag);
      for (const known of [tag, `W/${tag}`, `"other", ${tag}`]) {
        const again = await ask(page, { "accept-encoding": "br", "if-none-match": known });
        expect(again.status, known).toBe(304);
        expect(again.headers.get("vary")).toBe("accept-encoding");
        expect(await again.text()).toBe("");
      }
    }
    expect(tags.size).toBe(3);
    expect((await ask(page, { "if-none-match": '"other"' })).status).toBe(200);
  });

  test("is a picture as it is", async () => {
    const answer = await ask(keepable(200, "image/png", new Uint8Array(3000)), { "accept-encoding": "br, gzip" });
    expect(answer.headers.get("content-encoding")).toBeNull();
    expect((await answer.arrayBuffer()).byteLength).toBe(3000);
  });
});
