import { expect, test } from "vitest";
import { readCalendar } from "@impactmonitor/pipeline/read-calendar";
import { builtEdition, root } from "../../../packages/pipeline/test/built-edition.ts";
import { createSite } from "../src/app.ts";
import { openLibrary } from "../src/library.ts";
import { assets } from "./assets.ts";

const read = readCalendar(root);
const calendar = read.ok ? read.value : undefined;

function site(withCalendar: boolean): (address: string) => Promise<Response> {
  const options = { assets, contact: "contact@example.org", boundaries: new Map<string, string>() };
  const app = createSite({
    library: openLibrary([builtEdition()], withCalendar ? { ...options, calendar } : options),
    files: new Map(),
    keepBytes: 0,
    draw: () => Promise.reject(new Error("no pictures are drawn here")),
    report: (error) => {
      throw error;
    },
  });
  return async (address) => app.request(address);
}

test("the page of editions says when new figures are expected, and that it is no promise", async () => {
  const html = await (await site(true)("/edities")).text();
  expect(html).toContain("Wanneer komen er nieuwe cijfers?");
  expect(html).toContain("verwachting op grond van eerdere jaren, niet aangekondigd");
  expect(html).toContain('href="/edities.ics"');
  for (const it of calendar?.entries ?? []) expect(html).toContain(it.title.nl);
});

test.each(["/edities.ics", "/en/editions.ics"])("%s holds each entry", async (address) => {
  const answer = await site(true)(address);
  expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  const text = await answer.text();
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(calendar?.entries.length ?? 0);
});

test("without a calendar there is no such part, and no file", async () => {
  expect(await (await site(false)("/edities")).text()).not.toContain("Wanneer komen er nieuwe cijfers?");
  expect((await site(false)("/edities.ics")).status).toBe(404);
});
