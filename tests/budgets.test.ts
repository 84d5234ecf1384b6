import { request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, inject, test } from "vitest";
import { letters } from "../apps/site/font-letters.ts";
import { attribute, elements, parseHtml, type Element } from "./html.ts";
import { englishTemplates, templates, type Template } from "./templates.ts";

/**
 * What a first visit costs, counted as bytes on the wire with gzip, which every browser and server between can do: head and body of the page and of everything
 * that it can load before anybody clicks. 1 kB is 1000 bytes.
 */
const site = inject("site");
const all = [...templates, ...englishTemplates];
const pageBudget = 60_000;
const scriptBudget = 40_000;

interface OnTheWire {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  /** Status line, headers and body as sent. */
  readonly bytes: number;
}

/** Asks without unpacking, as fetch can't. */
function load(path: string, post?: string, encoding = "gzip"): Promise<OnTheWire> {
  return new Promise((resolve, reject) => {
    const asked = request(
      site + path,
      {
        method: post === undefined ? "GET" : "POST",
        headers: {
          "accept-encoding": encoding,
          ...(post === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" }),
        },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("end", () => {
          const body = Buffer.concat(parts);
          const heads = answer.rawHeaders.reduce((sum, it) => sum + it.length + 2, 17);
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body, bytes: heads + body.length });
        });
      },
    );
    asked.on("error", reject);
    asked.end(post);
  });
}

/** Addresses that a page loads by itself: style, script, fonts and images; and what its style loads. */
async function loadedBy(html: string): Promise<Set<string>> {
  const loaded = new Set<string>();
  for (const it of elements(parseHtml(html))) {
    const rel = attribute(it, "rel") ?? "";
    const href = it.tag === "link" && /\b(stylesheet|preload|modulepreload|icon|manifest)\b/.test(rel) ? "href" : "src";
    const address = it.tag === "a" ? undefined : attribute(it, href);
    if (address !== undefined && !address.startsWith("data:")) loaded.add(address);
    for (const part of (attribute(it, "srcset") ?? "").split(",").filter(Boolean))
      loaded.add(part.trim().split(" ")[0]!);
  }
  for (const address of [...loaded].filter((it) => it.endsWith(".css"))) {
    const style = (await load(address, undefined, "identity")).body.toString();
    for (const [, inner = ""] of style.matchAll(/url\(["']?([^"')]+)["']?\)/g))
      if (!/^(data:|#)/.test(inner)) loaded.add(new URL(inner, site + address).href.replace(site, ""));
    if (/@import/.test(style)) loaded.add("@import in a style");
  }
  return loaded;
}

const page = (it: Template): Promise<OnTheWire> => load(it.address, it.post);
const htmlOf = async (it: Template): Promise<string> => (await load(it.address, it.post, "identity")).body.toString();

test.each(all)("$name: at most 60 kB at first view, of which at most 40 kB script", async (it) => {
  const answer = await page(it);
  expect(answer.status).toBe(it.status ?? 200);
  expect(answer.headers["content-encoding"]).toBe("gzip");
  const parts: [string, number][] = [["page", answer.bytes]];
  for (const address of await loadedBy(await htmlOf(it))) {
    expect(address, "loaded from another host").toMatch(/^\/[^/]/);
    const file = await load(address);
    expect(file.status, address).toBe(200);
    const small = file.body.length <= 400 || address.endsWith(".woff2");
    expect(file.headers["content-encoding"] ?? "small", address).toBe(small ? "small" : "gzip");
    parts.push([address, file.bytes]);
  }
  const told = parts.map(([name, bytes]) => `${name} ${bytes}`).join(", ");
  const script = parts.filter(([name]) => name.endsWith(".js")).reduce((sum, [, bytes]) => sum + bytes, 0);
  expect(parts.filter(([name]) => name.endsWith(".woff2")).length, "fonts that the style uses").toBeGreaterThan(0);
  expect(script, told).toBeLessThanOrEqual(scriptBudget);
  expect(
    parts.reduce((sum, [, bytes]) => sum + bytes, 0),
    told,
  ).toBeLessThanOrEqual(pageBudget);
});

test("the fonts hold every letter of every page, but for two signs that the system draws", async () => {
  const signs = ["\n", "\u202f", "▼"];
  const text = (of: Element): string =>
    of.children.map((it) => (typeof it === "string" ? it : it.tag === "script" ? "" : text(it))).join("");
  const missing = new Set<string>();
  for (const it of all)
    for (const letter of text(parseHtml(await htmlOf(it))))
      if (!letters.includes(letter) && !signs.includes(letter)) missing.add(`${letter} on ${it.address}`);
  expect([...missing]).toEqual([]);
});

test("no page of the whole overview, nation or regions is over the budget either", async () => {
  const heavy: string[] = [];
  const shared = [...(await loadedBy(await htmlOf(templates[0]!)))];
  let rest = 0;
  for (const it of shared) rest += (await load(it)).bytes;
  const html = (await load("/regios", undefined, "identity")).body.toString();
  const areas = [...html.matchAll(/href="(\/(?:regio|provincie|gemeente|landsdeel|corop)\/[^"]+)"/g)].map(
    (it) => it[1]!,
  );
  for (const address of new Set(areas)) {
    const { bytes } = await load(address);
    if (bytes + rest > pageBudget) heavy.push(`${address}: ${bytes + rest}`);
  }
  expect(areas.length).toBeGreaterThan(50);
  expect(heavy).toEqual([]);
});

test.each(all)("$name: strict headers, no cookie", async (it) => {
  const { headers } = await page(it);
  const policy = new Map(
    String(headers["content-security-policy"] ?? "")
      .split(";")
      .map((part) => part.trim().split(/\s+/))
      .map(([name = "", ...values]) => [name, values]),
  );
  expect(policy.get("default-src")).toEqual(["'none'"]);
  expect(policy.get("base-uri")).toEqual(["'none'"]);
  expect(policy.get("frame-ancestors")).toEqual(["'none'"]);
  expect(policy.get("form-action")).toEqual(["'self'"]);
  for (const [name, values] of policy)
    for (const value of values) expect(["'none'", "'self'", "data:"], `${name} ${value}`).toContain(value);
  for (const name of ["script-src", "style-src", "connect-src", "font-src"])
    expect(policy.get(name) ?? [], name).not.toContain("data:");
  expect(headers["set-cookie"]).toBeUndefined();
  expect(headers["referrer-policy"]).toBe("no-referrer");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["x-frame-options"] ?? "DENY").toBe("DENY");
  expect(headers["x-powered-by"]).toBeUndefined();
  expect(headers["content-type"]).toMatch(/^text\/html; charset=utf-8$/i);
});

test("files have the same headers, and names with a hash may be kept for good", async () => {
  for (const address of [
    ...(await loadedBy(await htmlOf(templates[0]!))),
    "/static/areas.nl.json",
    "/static/subjects.en.json",
  ]) {
    const { headers } = await load(address);
    expect(headers["x-content-type-options"], address).toBe("nosniff");
    expect(headers["content-security-policy"], address).toContain("default-src 'none'");
    expect(headers["set-cookie"], address).toBeUndefined();
    const forGood = /-[A-Z0-9]{8}\./.test(address);
    expect(headers["cache-control"], address).toMatch(forGood ? /immutable/ : /max-age=\d+$/);
  }
});

test("who accepts Brotli gets it, of pages and of files, and it is smaller", async () => {
  for (const address of ["/regio/drenthe", ...(await loadedBy(await htmlOf(templates[0]!)))]) {
    const gzip = await load(address);
    if (gzip.headers["content-encoding"] === undefined) continue;
    const br = await load(address, undefined, "gzip, deflate, br, zstd");
    expect(br.headers["content-encoding"], address).toBe("br");
    expect(br.headers.vary).toBe("accept-encoding");
    expect(br.body.length, address).toBeLessThan(gzip.body.length);
    expect(brotliDecompressSync(br.body).equals(gunzipSync(gzip.body)), address).toBe(true);
  }
});

test("a page that was not changed is not sent again", async () => {
  const first = await fetch(`${site}/regio/drenthe`);
  await first.text();
  const again = await fetch(`${site}/regio/drenthe`, { headers: { "if-none-match": first.headers.get("etag") ?? "" } });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe("");
});

test("what a visitor typed may be kept by nobody", async () => {
  for (const it of all.filter((page) => page.post !== undefined)) {
    const { headers } = await page(it);
    expect(headers["cache-control"], it.name).toContain("no-store");
  }
});
