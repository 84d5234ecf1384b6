import { describe, expect, test } from "vitest";
import { builtBook, builtEdition } from "../../../packages/pipeline/test/built-edition.ts";
import { questionView, shownIn } from "@impactmonitor/views/question-view";
import { attribute, find, findAll, parseHtml, textOf, type Element } from "../../../tests/html.ts";
import { createSite } from "../src/app.ts";
import { openLibrary } from "../src/library.ts";
import { rowRef } from "../src/parts/figure.tsx";
import { assets } from "./assets.ts";
import { renderedSite } from "./rendered-site.ts";

const page = renderedSite();
const book = builtBook();
const { questions, examples, planSteps } = book.catalogue;
const regions = book.areasAt("vt-region", book.date);
const ids = questions.map((it) => it.id);
const main = (root: Element): Element => find(root, (it) => it.tag === "main")!;
const rowsOf = (root: Element): readonly string[] =>
  findAll(root, (it) => it.attributes.has("data-row")).map((it) => attribute(it, "data-row")!);
const links = (root: Element): readonly string[] =>
  findAll(root, (it) => it.tag === "a").map((it) => attribute(it, "href") ?? "");

describe("the page of a question", () => {
  // Each region with one question, each question with at least two regions; the view is tested with all of both.
  test.each(regions.map((it, i) => [it.slug, ids[i % ids.length]!] as const))(
    "for %s, %s: holds the figures of the view, in both languages",
    async (slug, id) => {
      const question = questions.find((it) => it.id === id)!;
      const area = book.areaBySlug("vt-region", slug)!;
      const expected = questionView(book, question, area, "nl").steps.flatMap(shownIn);
      for (const address of [`/vragen/${id}?regio=${slug}`, `/en/questions/${id}?regio=${slug}`]) {
        const { status, root } = await page(address);
        expect(status).toBe(200);
        const shown = new Set(rowsOf(main(root)));
        const filled = expected.filter((it) => !("absent" in it.cell)).map((it) => it.rows.map(rowRef).join(" "));
        expect(filled.filter((it) => !shown.has(it))).toEqual([]);
        expect(findAll(root, (it) => it.tag === "h1").map((it) => textOf(it))).toEqual([
          address.startsWith("/en") ? question.question.en : question.question.nl,
        ]);
      }
    },
  );

  test.each([
    ["how-big-and-how-much-seen", "drenthe", "Voor Drenthe geven de cijfers op deze vraag geen antwoord."],
    ["does-our-vision-deliver", "utrecht", "Op deze vraag geven de cijfers geen antwoord."],
    ["do-care-and-justice-connect", "drenthe", "Voor Drenthe staat bij deze vraag geen enkel cijfer in deze editie."],
  ])(
    "%s for %s: says first that figures don’t answer it, and what would be needed, before any figure",
    async (id, slug, words) => {
      const { root } = await page(`/vragen/${id}?regio=${slug}`);
      const said = textOf(main(root));
      const question = questions.find((it) => it.id === id)!;
      const after = said.slice(said.indexOf(question.question.nl) + question.question.nl.length).trimStart();
      expect(after.startsWith(words)).toBe(true);
      const needed = after.indexOf(question.guide!.needed[0]!.nl);
      expect(needed).toBeGreaterThan(0);
      expect(needed).toBeLessThan(after.indexOf("De cijfers voor"));
    },
  );

  test("counts for an area without figures what there is for the country, and promises nothing that it can’t show", async () => {
    for (const [address, count, own] of [
      [
        "/vragen/do-care-and-justice-connect?regio=drenthe",
        "cijfers voor heel Nederland, hieronder.",
        questions[7]!.guide!.tells.nl,
      ],
      [
        "/en/questions/do-care-and-justice-connect?regio=drenthe",
        "figures for the whole country, below.",
        questions[7]!.guide!.tells.en,
      ],
    ] as const) {
      const { root } = await page(address);
      const view = questionView(book, questions[7]!, book.areaBySlug("vt-region", "drenthe")!, "nl");
      expect(view.answer).toBe("none-here");
      expect(textOf(main(root))).toContain(`${view.counts.national} ${count}`);
      expect(textOf(main(root))).not.toContain(own);
    }
  });

  test("leads from its head straight to the figures, to whom to ask what and to a plan, for every kind of answer", async () => {
    for (const address of [
      "/vragen/earlier-in-view",
      "/vragen/how-big-and-how-much-seen?regio=drenthe",
      "/en/questions/does-our-vision-deliver?regio=gemeente/almere",
    ]) {
      const { root } = await page(address);
      const ways = links(main(root)).filter((it) => it.startsWith("#"));
      expect(ways.slice(0, 3)).toEqual(["#cijfers", "#vraag-nu", "#verder"]);
      for (const it of ways) expect(find(root, (one) => attribute(one, "id") === it.slice(1))).toBeDefined();
      const en = address.startsWith("/en");
      expect(links(main(root))).toContain(en ? "/en/conversation" : "/gesprek");
      expect(links(main(root))).toContain(en ? "/en/enriching" : "/verrijken");
    }
  });

  test("is wholly English, the list of areas too, and shows what is missing unfolded where figures answer nothing", async () => {
    const { root } = await page("/en/questions/does-our-vision-deliver?regio=kennemerland");
    const choice = find(
      root,
      (it) => it.tag === "a" && attribute(it, "href") === "/en/questions/does-our-vision-deliver",
    )!;
    expect(textOf(choice).trim()).toBe("Netherlands");
    const missing = findAll(root, (it) => it.tag === "details" && attribute(it, "class") === "missing");
    expect(missing.length).toBeGreaterThan(3);
    for (const it of missing) expect(it.attributes.has("open")).toBe(true);
    const last = findAll(missing.at(-1)!, (it) => it.tag === "dt");
    expect(last).toHaveLength(1);
    expect(links(last[0]!).map((it) => it.split("/").at(-1)!.split("?")[0])).toEqual([
      "organisations-involved-children",
      "organisations-involved-families",
    ]);
  });

  test("leads on: to a comparison of these figures, a plan on paper, whom to ask what, and how a region did it", async () => {
    const { root } = await page("/vragen/earlier-in-view?regio=drenthe");
    const to = links(main(root));
    const compare = to.find((it) => it.startsWith("/vergelijken?"))!;
    expect(compare).toMatch(/gebieden=drenthe,[a-z-]+,[a-z-]+,[a-z-]+/);
    expect(compare).toContain("cijfers=advice-started,reports-received");
    expect((await page(compare)).status).toBe(200);
    expect(to).toContain("/vragen/earlier-in-view/plan?regio=drenthe");
    expect(to).toContain("/voorbeelden/drenthe");
    for (const it of questions[1]!.guide!.next) expect(textOf(root)).toContain(it.ask.nl);
    expect(textOf(root)).toContain("Bewaren op deze website kan nog niet.");
  });

  test("says for an unknown question which there are, and for an unknown area what to write", async () => {
    const lost = await page("/vragen/less-severe-violense");
    expect(lost.status).toBe(404);
    expect(links(lost.root)).toContain("/vragen/less-severe-violence");
    expect((await page("/vragen/earlier-in-view?regio=drente")).status).toBe(400);
  });
});

test("the list of questions says of each what there is for the area, and keeps the area in its links", async () => {
  const { root } = await page("/vragen?regio=drenthe");
  const to = links(main(root));
  for (const id of ids) expect(to).toContain(`/vragen/${id}?regio=drenthe`);
  expect(textOf(root)).toContain("4 van de 9 cijfers zijn er voor Drenthe, 2 alleen voor heel Nederland.");
  expect(textOf(root)).toContain("Van de 9 cijfers is er geen voor Drenthe.");
});

describe("the plan sheet", () => {
  test("holds the question, each figure of the area, and room for the ten steps", async () => {
    const { root } = await page("/vragen/earlier-in-view/plan?regio=drenthe");
    const view = questionView(book, questions[1]!, book.areaBySlug("vt-region", "drenthe")!, "nl");
    const rows = rowsOf(root);
    for (const { row } of view.steps.flatMap((it) => it.figures))
      expect(rows).toContain(row.shown.rows.map(rowRef).join(" "));
    expect(findAll(root, (it) => attribute(it, "class") === "write")).toHaveLength(10);
    for (const it of planSteps) expect(textOf(root)).toContain(`${it.number}. ${it.title.nl}`);
    expect(textOf(root)).toContain("Deze website bewaart niets van wat u opschrijft.");
    expect(findAll(root, (it) => it.tag === "input" || it.tag === "textarea")).toEqual([]);
  });
});

describe("the page of an example", () => {
  test.each(examples.flatMap((it) => [`/voorbeelden/${it.id}`, `/en/examples/${it.id}`]))(
    "%s: links each figure to exactly that figure",
    async (address) => {
      const { root } = await page(address);
      const parts = findAll(root, (it) => it.attributes.has("data-example"));
      expect(parts.length).toBeGreaterThan(5);
      for (const it of parts) {
        const [row] = rowsOf(it);
        const link = links(it).find((href) => href.includes("/indicator/"))!;
        expect(link).toContain("periode=202");
        const { status, root: there } = await page(link);
        expect(status).toBe(200);
        expect(rowsOf(find(there, (one) => one.tag === "h1")!)).toContain(row);
      }
    },
  );

  test("does not end at step 6: leads on to the question of today, a plan and the talk", async () => {
    const to = links(main((await page("/en/examples/drenthe")).root));
    for (const it of ["earlier-in-view?regio=drenthe", "earlier-in-view/plan?regio=drenthe"])
      expect(to).toContain(`/en/questions/${it}`);
    for (const it of ["/en/conversation", "/en/step-plan"]) expect(to).toContain(it);
    expect(links(main((await page("/voorbeelden")).root))).toContain("/stappenplan");
  });

  test("names who stated what can’t be redone, and why it can’t", async () => {
    const { root } = await page("/voorbeelden/zaanstreek-waterland");
    const stated = findAll(root, (it) => attribute(it, "class") === "stated");
    expect(stated).toHaveLength(3);
    for (const it of stated) {
      expect(textOf(it)).toContain("Volgens Regioplan:");
      expect(textOf(it)).toContain("Hier niet na te rekenen.");
      expect(rowsOf(it)).toEqual([]);
    }
  });
});

const settings = { assets, contact: "contact@example.org", boundaries: new Map() };

const edition = builtEdition();
const open = (kind: "published" | "practice") =>
  openLibrary([{ ...edition, manifest: { ...edition.manifest, kind } }], settings);
const site = createSite({
  library: open("published"),
  practice: () => open("practice"),
  files: new Map(),
  keepBytes: 0,
  draw: () => Promise.reject(new Error("no pictures are drawn here")),
  report: (error) => {
    throw error;
  },
});

describe("choosing an area for a question by its name", () => {
  const post = (address: string, body: string): Promise<Response> =>
    Promise.resolve(
      site.request(address, { method: "POST", body, headers: { "content-type": "application/x-www-form-urlencoded" } }),
    );
  test.each([
    ["/vind", "vraag=earlier-in-view&plaats=Kennemerland", "/vragen/earlier-in-view?regio=kennemerland"],
    ["/vind", "vraag=earlier-in-view&plaats=Emmen", "/vragen/earlier-in-view?regio=drenthe"],
    ["/vind", "vraag=earlier-in-view&plaats=Almere", "/vragen/earlier-in-view?regio=gemeente/almere"],
    ["/vind", "vraag=alle&plaats=Kennemerland", "/vragen?regio=kennemerland"],
    ["/en/find", "vraag=alle&plaats=Kennemerland", "/en/questions?regio=kennemerland"],
    ["/vind", "vraag=no-such-question&plaats=Kennemerland", "/regio/kennemerland"],
  ])("%s with %s leads to %s", async (address, body, expected) => {
    const answer = await post(address, body);
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(expected);
  });
  test("a name that fits several areas offers each of them for the same question", async () => {
    const answer = await post("/vind", "vraag=earlier-in-view&plaats=Bergen");
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toContain("/vragen/earlier-in-view?regio=");
    expect(html).toContain('name="vraag" value="earlier-in-view"');
  });
});

describe("among practice figures", () => {
  const practice = async (address: string): Promise<Element> => parseHtml(await (await site.request(address)).text());
  test("a question stays there, marks each picture, and shows no example of real regions", async () => {
    const root = await practice("/oefenen/vragen/earlier-in-view?regio=drenthe");
    const to = links(main(root)).filter((it) => it.startsWith("/"));
    expect(to.length).toBeGreaterThan(20);
    expect(to.filter((it) => !it.startsWith("/oefenen/"))).toEqual([]);
    expect(to.filter((it) => it.includes("voorbeelden"))).toEqual([]);
    const drawings = findAll(main(root), (it) => it.tag === "svg");
    expect(drawings.length).toBeGreaterThan(3);
    expect(drawings.filter((it) => !/OEFEN/i.test(textOf(it)))).toEqual([]);
  });
  test("the plan sheet says on paper that its figures are invented", async () => {
    const root = await practice("/oefenen/vragen/earlier-in-view/plan?regio=drenthe");
    expect(find(root, (it) => attribute(it, "class") === "practice-sheet")).toBeDefined();
    expect(textOf(main(root))).toContain("Oefeneditie");
  });
  test("the examples say why they are not there", async () => {
    expect(textOf(await practice("/oefenen/voorbeelden"))).toContain("De voorbeelden gaan over echte regio’s");
    expect((await site.request("/oefenen/voorbeelden/drenthe")).status).toBe(404);
    expect((await site.request("/en/practice/questions/earlier-in-view?regio=drenthe")).status).toBe(200);
  });
});
