import { describe, expect, test } from "vitest";
import { builtEdition } from "../../../packages/pipeline/test/built-edition.ts";
import { attribute, find, findAll, textOf, type Element } from "../../../tests/html.ts";
import { renderedSite } from "./rendered-site.ts";

const page = renderedSite();
const { catalogue } = builtEdition();
const text = async (address: string): Promise<string> => textOf((await page(address)).root);
const guards = async (address: string): Promise<readonly string[]> =>
  findAll((await page(address)).root, (it) => it.attributes.has("data-guard")).map((it) =>
    attribute(it, "data-guard")!,
  );
const rowsOf = (table: Element): readonly string[] =>
  findAll(table, (it) => it.tag === "th" && attribute(it, "scope") === "row").map((it) => textOf(it).trim());
const charts = (root: Element): readonly Element[] => findAll(root, (it) => it.tag === "figure");
const reports = "/indicator/reports-received?regio=drenthe";
const compared = "/vergelijken?gebieden=drenthe,gelderland-zuid,gelderland-midden&cijfers=reports-received";

describe("twelve ways in which figures have been misread are stopped where they lie", () => {
  test("1 reports read as violence: the figure and its table say what more and less can mean", async () => {
    for (const address of [reports, "/nederland", compared])
      expect(await text(address), address).toMatch(/[Mm]eer (meldingen|adviezen|is)[^.]*niet (automatisch|vanzelf)/);
  });

  test("2 a list read as a ranking: areas stand by name, and nothing offers another order", async () => {
    for (const address of [reports, compared]) {
      const { root } = await page(address);
      const tables = findAll(
        root,
        (it) => it.tag === "table" && /areas|heat|compare/.test(attribute(it, "class") ?? ""),
      );
      expect(tables.length, address).toBeGreaterThan(0);
      expect(findAll(root, (it) => it.attributes.has("aria-sort"))).toEqual([]);
      expect(textOf(root)).not.toMatch(/sorteer|rangorde|top ?\d+|hoogste eerst/i);
    }
    const { root } = await page("/indicator/reports-received?regio=drenthe&periode=2020");
    const provinces = findAll(root, (it) => it.tag === "table" && /areas/.test(attribute(it, "class") ?? ""))
      .map(rowsOf)
      .find((names) => names.includes("Flevoland"))!
      .slice(1);
    expect(provinces).toEqual(provinces.toSorted(new Intl.Collator("nl").compare));
  });

  test("3 two sources that count one word: both figures name the other, and no chart holds both", async () => {
    expect(await guards(reports)).toContain("two-counts");
    expect(await guards("/indicator/police-reports-to-vt")).toContain("two-counts");
    const sources = (await page("/indicator/police-reports-to-vt")).root;
    for (const chart of charts(sources)) expect(textOf(chart)).not.toContain("Veilig Thuis (CBS)");
  });

  test("4 cases, reports, advice and transfers mixed up: each chart says in its title what it counts", async () => {
    for (const id of ["reports-received", "advice-started", "cases-with-report", "ots-started"]) {
      const indicator = catalogue.indicators.find((it) => it.id === id)!;
      const drawn = charts((await page(`/indicator/${id}`)).root);
      for (const chart of drawn) {
        const words = textOf(chart).toLowerCase();
        expect(words, id).toMatch(new RegExp(`${indicator.shortTitle.nl}|${indicator.unit.nl}`, "i"));
      }
    }
  });

  test("5 another way of working: the note of the region stands with its figure", async () => {
    const note = catalogue.notes.find((it) => it.areas.includes("VT06"))!;
    expect(await text("/indicator/advice-seeker-role?regio=gelderland-zuid")).toContain(note.text.nl.slice(0, 60));
    expect(
      await text(
        "/vergelijken?gebieden=drenthe,gelderland-zuid&cijfers=advice-seeker-role:role-or-organisation=role-nurse&als=aantal",
      ),
    ).toContain(note.text.nl.slice(0, 60));
    expect(await text("/indicator/advice-seeker-role?regio=drenthe")).not.toContain(note.text.nl.slice(0, 60));
  });

  test("6 a dot or a small number read as nothing: the dot is explained, the number gets no percentage", async () => {
    const dots = await text(
      "/indicator/safety-assessment-outcome?regio=noord-en-oost-gelderland&uitsplitsing=assessment-outcome=not-yet-assessed",
    );
    expect(dots).toMatch(/onbekend, te onzeker of te klein om te tonen/);
    expect(
      await guards(
        "/indicator/reporter-role?regio=drenthe&uitsplitsing=role-or-organisation=organisation-veilig-thuis-other-region",
      ),
    ).toContain("small-number");
  });

  test("7 a provisional figure built on: the mark, its meaning and what to do stand with it", async () => {
    const words = await text(reports);
    expect(words).toContain("* voorlopig");
    expect(words).toMatch(/voorlopig: de bron kan het nog aanpassen|Voorlopige cijfers veranderen soms nog/);
    expect(await guards("/regio/drenthe")).toContain("provisional");
  });

  test("8 half a year beside a year: the period is in words, and the two are told apart", async () => {
    const half = "/indicator/unsafe-reports-share?regio=zaanstreek-waterland";
    expect(await text(half)).toContain("de eerste helft van 2021");
    expect(await guards(half)).toContain("half-year");
  });

  test("9 one line through two cohorts: each is named, and the two are kept apart", async () => {
    const outcomes = await text("/regio/drenthe");
    expect(outcomes).toMatch(/Trek daar geen lijn tussen/);
    const { root } = await page("/indicator/outcome-violence-stopped");
    for (const line of findAll(root, (it) => it.tag === "svg" && /Lijndiagram/.test(textOf(it))))
      expect(textOf(line)).not.toMatch(/[Tt]weede cohort[\s\S]*[Dd]erde cohort/);
  });

  test("10 a national rate applied to a region: the estimate says that it is not for that", async () => {
    expect(await guards("/indicator/dv-victims")).toContain("national-rate");
    expect(await guards("/regio/drenthe")).toContain("national-rate");
    expect(await text("/regio/drenthe")).toContain("Reken die niet om naar een regio of gemeente");
  });

  test("11 shares of groups that overlap added up: the chart says that they do", async () => {
    const many = catalogue.indicators.find(
      (it) => it.id === "violence-type-reports" && it.breakdowns.some((one) => one.response === "multiple"),
    )!;
    const notes = findAll((await page(`/indicator/${many.id}`)).root, (it) => attribute(it, "role") === "note");
    expect(notes.map((it) => textOf(it)).join(" ")).toMatch(/kunnen meer antwoorden/);
  });

  test("and on the page of a question all of them, before the figures that they are about", async () => {
    const address = "/vragen/different-from-comparable-regions?regio=drenthe";
    const { root } = await page(address);
    expect(await guards(address)).toEqual(expect.arrayContaining(["volume", "two-counts", "half-year", "provisional"]));
    expect(await guards("/vragen/how-big-and-how-much-seen?regio=drenthe")).toContain("national-rate");
    const all = textOf(root);
    expect(all.indexOf("Lees dit eerst")).toBeLessThan(all.indexOf("De cijfers voor Drenthe"));
    expect(all).toContain("Er is geen norm voor goed of slecht");
    expect(all).toContain("Neem bij elke vergelijking de context mee");
    expect(findAll(root, (it) => it.attributes.has("aria-sort"))).toEqual([]);
    for (const address of [
      "/vragen",
      "/vragen/less-severe-violence?regio=drenthe",
      "/voorbeelden/zaanstreek-waterland",
    ])
      expect(await text(address), address).not.toMatch(
        /sorteer|rangorde|ranglijst|top ?\d+|\b(omdat|doordat|dankzij|als gevolg van)\b/i,
      );
    for (const chart of charts(root)) expect(textOf(chart)).not.toMatch(/Veilig Thuis[\s\S]*BVH/);
  });

  test("12 a cause read into what coincides: no text beside a figure gives one, and events say that they don't", async () => {
    const { root } = await page(reports);
    const sentences = find(root, (it) => attribute(it, "id") === "zinnen") ?? root;
    expect(textOf(sentences)).not.toMatch(/\b(omdat|dankzij|als gevolg van|komt door)\b/);
    expect(textOf(root)).toContain("Een gebeurtenis naast een lijn is geen verklaring");
    for (const address of [reports, compared]) {
      expect(await text(address)).toContain("Neem bij elke vergelijking de context mee");
      expect(await text(address)).toContain("Wie moet dit zien?");
    }
  });
});
