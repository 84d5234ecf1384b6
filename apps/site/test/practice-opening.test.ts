import { expect, test } from "vitest";
import { builtEdition } from "../../../packages/pipeline/test/built-edition.ts";
import { createSite } from "../src/app.ts";
import { openLibrary, type Library } from "../src/library.ts";
import { assets } from "./assets.ts";

const options = { assets, contact: "contact@example.org", boundaries: new Map<string, string>() };
const real = builtEdition();
const practised = { ...real, manifest: { ...real.manifest, kind: "practice" as const } };

function site(practice: () => Library): { ask: (address: string) => Promise<Response>; reported: unknown[] } {
  const reported: unknown[] = [];
  const app = createSite({
    library: openLibrary([real], options),
    practice,
    files: new Map(),
    keepBytes: 1_000_000,
    draw: () => Promise.reject(new Error("no pictures are drawn here")),
    report: (error) => reported.push(error),
  });
  return { ask: async (address) => app.request(address), reported };
}

test("practice editions are opened when somebody first practises, and once", async () => {
  let times = 0;
  const { ask } = site(() => {
    times += 1;
    return openLibrary([practised], options);
  });
  await ask("/");
  await ask("/regio/drenthe");
  expect(times).toBe(0);
  expect(await (await ask("/oefenen/regio/drenthe")).text()).toContain("is-practice");
  expect(await (await ask("/en/practice/")).text()).toContain("is-practice");
  expect(times).toBe(1);
});

test("the two keep apart what they keep: the same page asked for in turn is never the other", async () => {
  const { ask } = site(() => openLibrary([practised], options));
  for (let i = 0; i < 2; i++)
    for (const path of ["regio/drenthe", "indicator/reports-received", "nieuw"]) {
      expect(await (await ask(`/${path}`)).text()).not.toContain("is-practice");
      expect(await (await ask(`/oefenen/${path}`)).text()).toContain("is-practice");
    }
});

test("practice editions that can't be opened are a problem of that page only", async () => {
  const { ask, reported } = site(() => {
    throw new Error("out of order");
  });
  const answer = await ask("/oefenen/regio/drenthe");
  expect(answer.status).toBe(500);
  expect(answer.headers.get("x-robots-tag")).toBe("noindex, nofollow");
  expect(await answer.text()).toContain("Er ging iets mis");
  expect(reported).toHaveLength(1);
  expect((await ask("/regio/drenthe")).status).toBe(200);
});
