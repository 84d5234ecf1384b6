import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { startSite, type SiteProcess } from "../scripts/site-process.ts";
import { attribute, findAll, parseHtml, textOf } from "./html.ts";
import { makePracticeEdition } from "./practice-edition.ts";

/** What is posted to the search page and to the exercise: whatever it is, a page answers, and nobody keeps it. */
const data = mkdtempSync(join(tmpdir(), "impactmonitor-posted-"));
let site: SiteProcess;

beforeAll(async () => {
  makePracticeEdition(inject("editions"), join(data, "practice/editions"));
  site = await startSite({ data, editions: inject("editions") });
});
afterAll(async () => {
  await site.stop();
  rmSync(data, { recursive: true, force: true });
});

/** Stands in all that is typed here, so that it can be looked for where it must not be. */
const secret = "Geheimstraat";
const formType = "application/x-www-form-urlencoded";

/** Where words are posted, in which fields, and where on the page they come back. */
const forms = [
  { address: "/zoeken", fields: ["woorden"] },
  { address: "/en/search", fields: ["woorden"] },
  { address: "/oefenen/oefening", fields: ["zin", "vraag"] },
  { address: "/en/practice/exercise", fields: ["zin", "vraag"] },
] as const;
const each = forms.map((it) => [it.address, it.fields] as const);

const post = (address: string, body: string | Uint8Array<ArrayBuffer>, type = formType): Promise<Response> =>
  fetch(site.url + address, { method: "POST", headers: { "content-type": type }, body });

/** The page as it came, with what must hold of every answer to what was typed. */
async function page(answer: Response): Promise<{ html: string; main: string; own: string[] }> {
  const html = await answer.text();
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.headers.get("set-cookie")).toBeNull();
  const root = parseHtml(html);
  const main = findAll(root, (it) => it.tag === "main")[0]!;
  const own = [
    ...findAll(main, (it) => attribute(it, "name") === "woorden").map((it) => attribute(it, "value") ?? ""),
    ...findAll(main, (it) => (attribute(it, "class") ?? "").includes("exercise-own")).map((it) => textOf(it)),
  ];
  expect(findAll(main, (it) => it.tag === "script" || it.tag === "img" || it.tag === "iframe")).toEqual([]);
  return { html, main: textOf(main), own };
}

describe.each(each)("%s", (address, fields) => {
  const first = fields[0];

  test.each([
    ["markup", `"><script>alert(1)</script><img src=x onerror=1> ${secret}`],
    ["markup that ends a page", `</textarea></main></html><iframe srcdoc=x> ${secret}`],
    ["entities", `&lt;b&gt; &#60; &amp;amp; ${secret}`],
    ["a template", `\${7*7} {{7*7}} <%= 7 %> ${secret}`],
    ["names of what every object has", "__proto__ constructor toString hasOwnProperty"],
    ["only signs", "(((([[[[\\\\\\\\$^*+?.|"],
    ["only words that say nothing", "de het een of the a an"],
  ])("%s comes back as text", async (_, typed) => {
    const answer = await post(address, new URLSearchParams({ [first]: typed }).toString());
    expect(answer.status).toBe(200);
    const { html, own } = await page(answer);
    expect(own).toContain(typed.slice(0, 80).length < typed.length && first === "woorden" ? typed.slice(0, 80) : typed);
    expect(html).not.toMatch(/<script>alert|<img src=x|<iframe srcdoc/);
  });

  test.each([
    ["bytes that are no letters", Buffer.from(`${first}=%ff%fe%c0%af`)],
    ["raw bytes that are no letters", Buffer.from([...Buffer.from(`${first}=`), 0xff, 0xfe, 0xc0, 0x80])],
    ["nothing at all", Buffer.from("")],
    ["a field without a value", Buffer.from(first)],
    ["half an escape", Buffer.from(`${first}=%`)],
    ["a nought byte", Buffer.from(`${first}=a%00b`)],
    ["half a letter of two", Buffer.from(`${first}=%ED%A0%BD`)],
    ["other fields", Buffer.from(`plaats=${secret}&__proto__=x&${first}[]=y&constructor[x]=z`)],
  ])("%s: a page that can be used", async (_, body) => {
    const answer = await post(address, body);
    expect(answer.status).toBe(200);
    expect((await page(answer)).html).not.toContain(secret);
  });

  test.each([
    ["application/json", JSON.stringify({ [first]: secret })],
    ["text/plain", `${first}=${secret}`],
    [
      "multipart/form-data; boundary=x",
      `--x\r\ncontent-disposition: form-data; name="${first}"\r\n\r\n${secret}\r\n--x--`,
    ],
    ["image/png", secret],
  ])("a body of the type %s is not read: the page as it comes", async (type, body) => {
    const answer = await post(address, body, type);
    expect(answer.status).toBe(200);
    const { html, main } = await page(answer);
    expect(html).not.toContain(secret);
    const asked = await (await fetch(site.url + address)).text();
    expect(main).toBe(textOf(findAll(parseHtml(asked), (it) => it.tag === "main")[0]!));
  });

  test("a field that comes more than once counts once, the first", async () => {
    const { own, html } = await page(await post(address, `${first}=eerst&${first}=${secret}&${first}=`));
    expect(own).toContain("eerst");
    expect(html).not.toContain(secret);
  });

  test("more than anybody types: refused in words, in the language of the page, nothing of it said again", async () => {
    for (const length of [4_001, 200_000]) {
      const answer = await post(address, `${first}=${secret}${"a".repeat(length)}`);
      expect(answer.status).toBe(413);
      const { html, main } = await page(answer);
      expect(main).toMatch(address.includes("/en/") ? /too much text/i : /te veel tekst/i);
      expect(html).not.toContain(secret);
    }
  });

  test("what breaks off is waited for no longer than its sender stays; the next is answered", async () => {
    await new Promise<void>((done) => {
      const socket = connect(Number(new URL(site.url).port), "127.0.0.1", () => {
        const head = [
          `POST ${address} HTTP/1.1`,
          "host: localhost",
          `content-type: ${formType}`,
          "content-length: 500",
        ];
        socket.write(`${head.join("\r\n")}\r\n\r\n${first}=${secret}`);
        setTimeout(() => socket.destroy(), 30);
      });
      socket.on("close", () => done());
      socket.on("error", () => done());
    });
    expect((await post(address, `${first}=meldingen`)).status).toBe(200);
    expect(site.alive()).toBe(true);
  });

  test("whatever is typed, it comes back as it was or shorter, and never as markup", async () => {
    const longest = first === "woorden" ? 80 : 300;
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1, maxLength: 120 }), async (typed) => {
        const answer = await post(address, new URLSearchParams({ [first]: typed }).toString());
        expect(answer.status).toBe(200);
        const own = (await page(answer)).own[0] ?? "";
        expect(own.length).toBeLessThanOrEqual(longest * 2);
        const plain = /^[\p{L}\p{N}<>&"' ]*$/u.test(typed) && typed === typed.trim();
        expect(plain ? own : "").toBe(plain ? typed.slice(0, longest) : "");
      }),
      { numRuns: 10 },
    );
  });
});

test("a region that is none is refused with a way on", async () => {
  for (const address of ["/oefenen/oefening", "/en/practice/exercise"]) {
    const answer = await post(address, `regio=../${secret}&zin=x&vraag=y`);
    expect(answer.status).toBe(400);
    const links = findAll(parseHtml((await page(answer)).html), (it) => it.tag === "a").map((it) =>
      attribute(it, "href"),
    );
    expect(links.some((it) => it?.includes(address.startsWith("/en/") ? "/en/practice/" : "/oefenen/"))).toBe(true);
  }
});

test("after all of that nothing of it was written down", () => {
  expect(site.output()).not.toMatch(new RegExp(secret, "i"));
  expect(site.output().trim().split("\n").length, site.output().slice(0, 2000)).toBe(1);
  expect(site.alive()).toBe(true);
});
