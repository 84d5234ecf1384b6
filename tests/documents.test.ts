import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openEditions } from "@impactmonitor/edition/read-edition";
import { childrenOf, memoryOf } from "../scripts/process-memory.ts";
import { startSite, type SiteProcess } from "../scripts/site-process.ts";

/** Documents of the running site, asked for by many at once. */
const data = mkdtempSync(join(tmpdir(), "impactmonitor-documents-"));
const waiting = 30;
let site: SiteProcess;
beforeAll(async () => {
  site = await startSite({
    data,
    editions: inject("editions"),
    settings: { IMPACTMONITOR_PRESS_WAITING: String(waiting), IMPACTMONITOR_DOCUMENTS_MB: "1" },
  });
});
afterAll(async () => {
  await site.stop();
  rmSync(data, { recursive: true, force: true });
});

/** Addresses of sheets of areas with figures, two languages each: more than can wait, and some asked for twice. */
function sheets(count: number): string[] {
  const { catalogue, observations } = openEditions(inject("editions")).editions.at(-1)!;
  const known = new Set<string>(catalogue.indicators.flatMap((it) => observations(it.id).map((one) => one.area)));
  const words = {
    "vt-region": ["regio", "region"],
    province: ["provincie", "province"],
    municipality: ["gemeente", "municipality"],
  };
  const addresses = catalogue.areas.flatMap((it) => {
    const [nl, en] = it.level in words ? words[it.level as keyof typeof words] : [];
    if (nl === undefined || en === undefined || !known.has(it.code)) return [];
    return [`/${nl}/${it.slug}/teamgesprek.pdf`, `/en/${en}/${it.slug}/team-talk.pdf`];
  });
  const different = [...new Set(addresses)];
  return Array.from({ length: count }, (_, i) => different[i % different.length]!);
}

test("two hundred orders at once all end well, pages are served meanwhile, and memory and disk stay bounded", async () => {
  const addresses = sheets(200);
  expect(new Set(addresses).size).toBeGreaterThan(2 * waiting);
  const before = memoryOf(site.pid).now;
  const orders = addresses.map(async (address) => {
    const answer = await fetch(site.url + address);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const type = answer.headers.get("content-type");
    if (answer.status === 200)
      return type === "application/pdf" && bytes.subarray(0, 5).toString() === "%PDF-" ? 200 : 0;
    if (answer.status === 202) return answer.headers.has("refresh") && bytes.includes("href=") ? 202 : 0;
    return answer.status === 503 && Number(answer.headers.get("retry-after")) > 0 ? 503 : 0;
  });
  const pages = ["/regio/drenthe", "/en/", "/indicatoren"].map(async (it) => (await fetch(site.url + it)).status);
  expect(await Promise.all(pages)).toEqual([200, 200, 200]);
  const ended = Map.groupBy(await Promise.all(orders), (it) => it);
  expect(ended.get(0) ?? []).toEqual([]);
  // Each that waits or is being made has been asked for twice at most.
  expect(ended.get(202)?.length ?? 0).toBeLessThanOrEqual(2 * (waiting + 2));
  expect(ended.get(503)?.length).toBeGreaterThan(0);
  expect(memoryOf(site.pid).now - before).toBeLessThan(150);
  for (const child of childrenOf(site.pid)) expect(memoryOf(child).most).toBeLessThan(1200);
  expect(childrenOf(site.pid).length).toBeLessThanOrEqual(2);
  expect(site.output()).not.toContain("Bug");
  expect(site.alive()).toBe(true);
});

test("who asks again gets the document in the end, kept on disk under no name of a person or place", async () => {
  const [address = ""] = sheets(1);
  await expect.poll(async () => (await fetch(site.url + address)).status, { timeout: 60_000, interval: 500 }).toBe(200);
  const kept = readdirSync(join(data, "cache", "documents"));
  expect(kept.length).toBeGreaterThan(0);
  for (const it of kept) expect(it).toMatch(/^[\w-]{32}(\.\d+\.part)?$/);
});
