import { periodLabel, periodPhrase } from "@impactmonitor/views/period-words";
import type { Page } from "./crawl.ts";
import { attribute, closest, elements, find, findAll, textOf, type Element } from "./html.ts";
import {
  areaRows,
  categoryTitles,
  contextRows,
  equalAreas,
  factOf,
  publishedRows,
  standingRows,
  type PublishedRow,
} from "./published.ts";
import { isRounded, readWritten } from "./written.ts";

export type Report = (claim: Claim, what: string) => void;
export type Claim =
  | "value equals its row"
  | "derivation can be redone"
  | "text says the value"
  | "mark is shown"
  | "older reading stands beside the newer"
  | "period is near"
  | "area is near"
  | "category is near"
  | "source is near"
  | "chart says what the table says";

/** The same question about an element is answered once: tables have many figures. */
function remember<T>(make: (it: Element) => T): (it: Element) => T {
  const made = new WeakMap<Element, T>();
  return (it) => {
    const before = made.get(it);
    if (before !== undefined) return before;
    const answer = make(it);
    made.set(it, answer);
    return answer;
  };
}

const isMark = (it: Element): boolean => it.tag === "sup" || attribute(it, "class") === "sr";
/** A figure as a chart reads it out: its value and its marks, "12% (schatting, afgerond)". */
const spokenValue = (figure: Element): string => {
  const marks = findAll(figure, (it) => it.tag === "sup").map((it) => attribute(it, "title"));
  return marks.length > 0 ? `${textOf(figure, isMark)} (${marks.join(", ")})` : textOf(figure, isMark);
};
const words = remember((it) => textOf(it));
const headings = remember((part) =>
  findAll(part, (it) => ["h2", "caption", "figcaption"].includes(it.tag))
    .map((it) => textOf(it))
    .join(" "),
);
const heads = remember((table) => findAll(table, (it) => it.tag === "th" && attribute(it, "scope") === "col"));
const title = remember((main) => {
  const heading = find(main, (it) => it.tag === "h1");
  return heading ? textOf(heading) : "";
});
const tableRows = remember((section) =>
  findAll(section, (it) => it.tag === "tr").map((row) => ({
    head: textOf(find(row, (it) => it.tag === "th") ?? row),
    values: findAll(row, (it) => it.attributes.has("data-row")).map((it) => spokenValue(it)),
  })),
);

/** Everything that the figures of a page are compared with, read from the files. */
export class FigureChecks {
  readonly rows = publishedRows();
  readonly standing = standingRows(this.rows.values());
  readonly areas = areaRows();
  /** Rows seen on some page, by language. */
  readonly seen = { nl: new Set<string>(), en: new Set<string>() };
  /** Published populations, as "VT02 2024-01-01 504129"; interpolated ones are not among them. */
  readonly #populations = new Set(
    contextRows()
      .filter((it) => it.variable === "population-total" && it.status !== "estimate")
      .map((it) => `${it.area} ${it.year}-01-01 ${Number(it.value)}`),
  );
  readonly #equal = equalAreas();
  readonly #categories = categoryTitles();
  figures = 0;
  derived = 0;
  points = 0;

  /** Checks every figure of a page. A figure is an element with `data-row`, which names its row or rows. */
  check(page: Page, report: Report): void {
    const shown = findAll(page.root, (it) => it.attributes.has("data-row"));
    const names = shown.map((it) => (attribute(it, "data-row") ?? "").split(" "));
    const facts = new Set(names.flatMap((it) => it.flatMap((name) => this.#standingOf(name))));
    for (const element of shown) this.#checkFigure(page, element, facts, report);
    for (const element of elements(page.root))
      if (element.attributes.has("data-l")) this.#checkPoint(page, element, report);
  }

  /** Names of the rows that stand, for telling whether an older reading is alone. */
  #standingOf(name: string): string[] {
    const row = this.rows.get(name);
    return row && this.standing.get(factOf(row)) === row ? [factOf(row)] : [];
  }

  #checkFigure(page: Page, element: Element, facts: ReadonlySet<string>, report: Report): void {
    const names = (attribute(element, "data-row") ?? "").split(" ");
    const rows = names.map((it) => this.rows.get(it));
    const text = textOf(element, isMark);
    const at = `${page.address}: “${text}” of ${names.join(" and ")}`;
    const row = rows[0];
    if (!row || rows.includes(undefined)) return report("value equals its row", `${at}: there is no such row`);
    this.figures++;
    for (const name of names) this.seen[page.language].add(name);

    const derived = attribute(element, "data-derived");
    const value = attribute(element, "value");
    if (derived !== undefined) this.#checkDerived(page, element, derived, rows as PublishedRow[], at, report);
    else if (row.absent !== "") {
      if (value !== undefined) report("value equals its row", `${at}: the row has no value (${row.absent})`);
      if (text === "" || readWritten(text, page.language))
        report("text says the value", `${at}: reads as a number, but the row has none`);
    } else if (row.value === "") {
      if (value !== `${Number(row.lower)}/${Number(row.upper)}`)
        report("value equals its row", `${at}: value=“${value}”, the row has ${row.lower} to ${row.upper}`);
      const [lower, upper] = text.split(/–| tot | to /).map((it) => readWritten(it, page.language));
      if (!lower || !upper || !isRounded(lower, Number(row.lower)) || !isRounded(upper, Number(row.upper)))
        report("text says the value", `${at}: the row has ${row.lower} to ${row.upper}`);
    } else {
      if (value === undefined || Number(value) !== Number(row.value))
        report("value equals its row", `${at}: value=“${value}”, the row has ${row.value}`);
      const written = readWritten(text, page.language);
      const published = (String(Number(row.value)).split(".")[1] ?? "").length;
      if (!written || !isRounded(written, Number(row.value)))
        report("text says the value", `${at}: the row has ${row.value}`);
      else if (written.percent !== (row.measure === "percent"))
        report("text says the value", `${at}: the measure is ${row.measure}`);
      else if (written.decimals < published)
        report("text says the value", `${at}: the source says ${row.value}, so decimals are lost`);
    }
    if (row.absent === "") this.#checkMarks(element, rows as PublishedRow[], at, report);
    if (derived === undefined && this.standing.get(factOf(row)) !== row && !facts.has(factOf(row)))
      report("older reading stands beside the newer", `${at}: another row of the same fact stands`);
    this.#checkSurroundings(page, element, row, at, report);
  }

  #checkDerived(page: Page, element: Element, code: string, rows: PublishedRow[], at: string, report: Report): void {
    this.derived++;
    const [kind = "", first = "", second = "", day = ""] = code.split(" ");
    const fail = (what: string): void => report("derivation can be redone", `${at} (${code}): ${what}`);
    const [row, whole] = rows;
    if (!row) return;
    if (Number(first) !== Number(row.value)) fail(`the row has ${row.value}`);
    if (row.measure !== "count") fail(`a ${row.measure} is no count`);
    let expected = Number.NaN;
    if (kind === "rate") {
      const areas = [...this.#equal(row.area)];
      if (!areas.some((code) => this.#populations.has(`${code} ${day} ${Number(second)}`)))
        fail(`no published population of ${row.area} on ${day} is ${second}`);
      expected = (Number(first) / Number(second)) * 10_000;
    } else if (kind === "share") {
      if (!whole) return fail("names no second row");
      if (
        !this.#equal(row.area).has(whole.area) ||
        whole.period !== row.period ||
        whole.measure !== "count" ||
        whole.breakdown !== ""
      )
        fail(`its whole is ${factOf(whole)}`);
      if (Number(second) !== Number(whole.value)) fail(`the second row has ${whole.value}`);
      expected = (Number(first) / Number(second)) * 100;
    } else fail("is no derivation that we know");
    const value = Number(attribute(element, "value"));
    if (!(Math.abs(value - expected) < 1e-9 * Math.max(1, expected))) fail(`value=${value}, it should be ${expected}`);
    const text = textOf(element, isMark);
    const written = readWritten(text, page.language);
    if (!written || !isRounded(written, expected) || written.percent !== (kind === "share"))
      report("text says the value", `${at}: it should say ${expected}`);
  }

  /** Each mark of the row, or rows, stands beside the figure as a sign and in words; no other does. */
  #checkMarks(element: Element, rows: readonly PublishedRow[], at: string, report: Report): void {
    const shown = findAll(element, (it) => it.tag === "sup").map((it) => `${attribute(it, "title")} ${textOf(it)}`);
    const has = new Set(rows.flatMap((it) => it.marks.split(" ")).filter(Boolean));
    for (const [mark, said] of [
      ["provisional", /^(voorlopig|provisional) \*(?!\*)/],
      ["revised-provisional", /^(nader voorlopig|revised, still provisional) \*\*/],
      ["estimate", /^(schatting|estimate) ≈/],
      ["rounded", /^(afgerond|rounded) ◊/],
      ["break", /^(breuk in de reeks|break in the series) ≠/],
    ] as const) {
      if (has.has(mark) && !shown.some((it) => said.test(it))) report("mark is shown", `${at}: nothing says “${mark}”`);
      if (!has.has(mark) && shown.some((it) => said.test(it)))
        report("mark is shown", `${at}: says “${mark}”, the row does not`);
    }
  }

  /** The head of the column that a figure in a table stands in. */
  #headOf(element: Element): Element | undefined {
    const row = closest(element, (it) => it.tag === "tr");
    const table = row && closest(row, (it) => it.tag === "table");
    const cell = closest(element, (it) => it.tag === "td" || it.tag === "th");
    return table && cell && heads(table)[row.children.filter((it) => typeof it !== "string").indexOf(cell)];
  }

  /** Words around a figure. In a table: its row, heads and headings. Elsewhere: the nearest part of the page. */
  #near(element: Element): { text: string; column: string } {
    const part = closest(element, (it) => ["section", "header", "article", "main"].includes(it.tag));
    const row = closest(element, (it) => it.tag === "tr");
    const main = closest(element, (it) => it.tag === "main");
    if (!part || !main) return { text: "", column: "" };
    if (!row) return { text: `${words(part)} ${title(main)}`, column: "" };
    const head = this.#headOf(element);
    const column = head ? words(head) : "";
    return { text: `${words(row)} ${column} ${headings(part)} ${title(main)}`, column };
  }

  #checkSurroundings(page: Page, element: Element, row: PublishedRow, at: string, report: Report): void {
    const { text, column } = this.#near(element);
    const said = text.toLowerCase();
    const holds = (words: string): boolean => said.includes(words.toLowerCase());
    if (![periodLabel(row.period, page.language), periodPhrase(row.period, page.language)].some(holds))
      report("period is near", `${at}: nothing near says ${periodLabel(row.period, page.language)}`);

    const names = [...this.#equal(row.area)].flatMap((code) => this.areas.get(code)?.name ?? []);
    const nation = ["Nederland", "Netherlands"];
    if (![...names, ...(row.area === "NL01" ? nation : [])].some(holds))
      report("area is near", `${at}: nothing near says ${names.join(" or ")}`);
    if (nation.includes(column) && row.area !== "NL01") report("area is near", `${at}: stands under ${column}`);

    const categories = row.breakdown === "" ? [] : row.breakdown.split(";");
    for (const category of categories) {
      const title = this.#categories.get(category)?.[page.language];
      if (title === undefined || !holds(title)) report("category is near", `${at}: nothing near says “${title}”`);
    }

    const scope = /\/indicator\//.test(page.address)
      ? page.root
      : closest(element, (it) => ["tr", "li", "dd", "section", "article", "main"].includes(it.tag));
    const source = new RegExp(`/(bron|source)/${row.file}(\\?|$)`);
    const linked = (it: Element | undefined): boolean =>
      it !== undefined && find(it, (a) => a.tag === "a" && source.test(attribute(a, "href") ?? "")) !== undefined;
    // Of areas side by side the head of the column names the source; or, in a section about one figure, the words above its table.
    const compared = /\/(vergelijken|compare)\?/.test(page.address);
    const others = [this.#headOf(element), closest(element, (it) => attribute(it, "class") === "compare-figure")];
    if (!linked(scope) && !(compared && others.some(linked)))
      report("source is near", `${at}: no link to source ${row.file}`);
  }

  /** A point with two values says "Drenthe: 23,9%; 24,1% (…)": the row of the area has both. */
  #checkPair(page: Page, section: Element, label: string, report: Report): void {
    const [, name = "", figure = "", fact = ""] = /^(.*?): (.*?); (\S+) \(/.exec(label) ?? [];
    const rows = findAll(section, (it) => it.tag === "tr");
    const said = rows.some(
      (row) =>
        textOf(find(row, (it) => it.tag === "th") ?? row) === name &&
        findAll(row, (it) => it.attributes.has("data-row")).some((it) => spokenValue(it) === figure) &&
        findAll(row, (it) => it.attributes.has("data-context")).some((it) => textOf(it) === fact),
    );
    if (!said) report("chart says what the table says", `${page.address}: a point says “${label}”, no row does`);
  }

  /** A drawn point says "Drenthe: 23,9%": a row of the tables beside it must say the same. */
  #checkPoint(page: Page, element: Element, report: Report): void {
    const figure = closest(element, (it) => it.attributes.has("data-chart"));
    // A trait of an area is no figure: its values come from context, and stand in the tables of the page.
    if (!figure || ["choose", "near"].includes(attribute(figure, "data-chart") ?? "")) return;
    const section = closest(figure, (it) => it.tag === "section");
    const label = attribute(element, "data-l") ?? "";
    if (/\btime-mark\b/.test(attribute(element, "class") ?? ""))
      return this.#checkTimeMark(page, section, label, report);
    const [, own = label, compare] = /^(.*?)(?:; (?:Nederland|Netherlands): (.*))?$/.exec(label) ?? [];
    const cut = own.lastIndexOf(": ");
    const [name, main] = [own.slice(0, cut), own.slice(cut + 2)];
    if (/^(geen cijfer|no figure)/.test(main) || !section) return;
    this.points++;
    if (attribute(figure, "data-chart") === "scatter") return this.#checkPair(page, section, label, report);
    const said = tableRows(section).some(
      (it) =>
        it.head !== "" &&
        name.startsWith(it.head) &&
        it.values.includes(main) &&
        (compare === undefined || it.values.includes(compare)),
    );
    if (!said) report("chart says what the table says", `${page.address}: a point says “${label}”, no row does`);
  }

  /** A letter or number on the time axis has its explanation in words under the chart, after the same sign. */
  #checkTimeMark(page: Page, section: Element | undefined, label: string, report: Report): void {
    const [, sign = "", what = ""] = /^(\w+): (.*)$/.exec(label) ?? [];
    const notes = section ? findAll(section, (it) => it.tag === "li") : [];
    const explained = notes.some((it) => words(it).startsWith(sign) && words(it).includes(what));
    if (sign === "" || !explained)
      report("chart says what the table says", `${page.address}: nothing under the chart explains “${label}”`);
  }
}
