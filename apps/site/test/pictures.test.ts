import { beforeAll, expect, test } from "vitest";
import type { Drawn } from "@impactmonitor/exports/png-queue";
import { builtEdition } from "../../../packages/pipeline/test/built-edition.ts";
import { createSite, type SiteOptions } from "../src/app.ts";
import { openLibrary, type Library } from "../src/library.ts";
import { assets } from "./assets.ts";

/** What the site does with a picture that has to wait, fails, or is no longer wanted: pages come at once, a PNG may not. */
let library: Library;

beforeAll(() => {
  library = openLibrary([builtEdition()], {
    assets,
    contact: "contact@example.org",
    boundaries: new Map(),
  });
});

const site = (draw: SiteOptions["draw"]): ReturnType<typeof createSite> =>
  createSite({ library, files: new Map(), keepBytes: 1_000_000, draw, report: () => undefined });
const nl = "/indicator/reports-received.png";
const en = "/en/indicator/reports-received.png";

test("a picture is drawn once, then kept", async () => {
  const asked: string[] = [];
  const app = site(async (svg) => {
    asked.push(svg);
    return { ok: true, png: Buffer.from("a picture") };
  });
  for (let i = 0; i < 3; i++) {
    const answer = await app.request(nl);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("image/png");
    expect(answer.headers.get("content-disposition")).toMatch(/reports-received.*\.png"$/);
    expect(await answer.text()).toBe("a picture");
  }
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatch(/^<svg/);
});

test.each([
  [nl, "busy", 503, "Het is nu te druk voor deze afbeelding"],
  [en, "busy", 503, "Too busy for this picture right now"],
  [nl, "failed", 500, "Er ging iets mis"],
  [en, "failed", 500, "Something went wrong"],
] as const)("%s, %s: %i and %s; the next visitor may have better luck", async (address, why, status, words) => {
  let drawn: Drawn = { ok: false, why };
  const app = site(() => Promise.resolve(drawn));
  const answer = await app.request(address);
  expect(answer.status).toBe(status);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(Number(answer.headers.get("retry-after") ?? 0) > 0).toBe(status === 503);
  expect(await answer.text()).toContain(words);
  drawn = { ok: true, png: Buffer.from("a picture") };
  expect((await app.request(address)).status).toBe(200);
});

test("whoever goes away is told to the queue, and nothing is kept of it", async () => {
  let seen: AbortSignal | undefined;
  const app = site((_, signal) => {
    seen = signal;
    return new Promise((tell) => signal?.addEventListener("abort", () => tell({ ok: false, why: "left" })));
  });
  const visitor = new AbortController();
  const answer = app.request(nl, { signal: visitor.signal });
  await expect.poll(() => seen).toBeDefined();
  visitor.abort();
  expect((await answer).status).toBe(503);
  expect(await (await answer).text()).toBe("");
});

test("pages are answered while a picture is being drawn", async () => {
  const finish: ((drawn: Drawn) => void)[] = [];
  const app = site(() => new Promise((tell) => finish.push(tell)));
  const picture = app.request(nl);
  expect((await app.request("/regio/drenthe")).status).toBe(200);
  expect((await app.request("/indicator/reports-received.csv")).status).toBe(200);
  finish[0]!({ ok: true, png: Buffer.from("a picture") });
  expect((await picture).status).toBe(200);
});
