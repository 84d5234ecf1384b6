import type { Page } from "./crawl.ts";
import { attribute, closest, find, findAll, textOf, type Element } from "./html.ts";
import { areaRows, contextRows, contextTitles } from "./published.ts";
import { isRounded, readWritten } from "./written.ts";

/**
 * Checks the facts about areas (inhabitants, households …) against `figures/context.csv`. Such an element names its area,
 * year and variable, "VT02 2024 population-total", or what was divided by what, "VT02 2024 population-0-14/population-total*100".
 */
export class ContextChecks {
  readonly #areas = areaRows();
  readonly #titles = contextTitles();
  /** "VT02 2024 population-total" → the values in the file; two where the territory changed that day. */
  readonly #values = new Map<string, number[]>();
  checked = 0;
  divided = 0;

  constructor() {
    for (const it of contextRows()) {
      if (it.status === "estimate") continue;
      const key = `${it.area} ${it.year} ${it.variable}`;
      this.#values.set(key, [...(this.#values.get(key) ?? []), Number(it.value)]);
    }
  }

  /** @returns one sentence per value that its row does not bear out */
  check(page: Page): string[] {
    return findAll(page.root, (it) => it.attributes.has("data-context")).flatMap((element) => {
      const code = attribute(element, "data-context") ?? "";
      const at = `${page.address}: ${code}: “${textOf(element)}”`;
      return [...this.#compare(page, element, code), ...this.#surroundings(page, element, code)].map(
        (it) => `${at}: ${it}`,
      );
    });
  }

  #compare(page: Page, element: Element, code: string): string[] {
    const [area = "", year = "", what = ""] = code.split(" ");
    const [id = "", whole, per] = what.split(/[/*]/);
    const of = (variable: string): number[] => this.#values.get(`${area} ${year} ${variable}`) ?? [];
    const expected =
      whole === undefined ? of(id) : of(id).flatMap((part) => of(whole).map((it) => (part / it) * Number(per)));
    this.checked++;
    if (whole !== undefined) this.divided++;
    const value = Number(attribute(element, "value"));
    const written = readWritten(textOf(element), page.language);
    const near = expected.find((it) => Math.abs(it - value) < 1e-9 * Math.max(1, Math.abs(it)));
    if (near === undefined) return [`the file has ${expected.join(" or ") || "no such row"}`];
    return written && isRounded(written, near) ? [] : [`it should say ${near}`];
  }

  /** Near it stand the area, the year, what it is, and a link to its table. */
  #surroundings(page: Page, element: Element, code: string): string[] {
    const [area = "", year = "", what = ""] = code.split(" ");
    const part = closest(element, (it) => it.tag === "section");
    const row = closest(element, (it) => it.tag === "tr") ?? closest(element, (it) => it.tag === "div");
    const table = closest(element, (it) => it.tag === "table");
    const head = table ? find(table, (it) => it.tag === "thead") : undefined;
    const said = [row, head, table ? find(table, (it) => it.tag === "caption") : undefined]
      .map((it) => (it ? textOf(it) : ""))
      .join(" ");
    const names = area === "NL01" ? ["Nederland", "Netherlands"] : [this.#areas.get(area)?.name ?? area];
    const title = this.#titles.find((it) => it.id === what.split("/")[0])?.title[page.language] ?? "";
    const links = part
      ? findAll(part, (it) => it.tag === "a" && (attribute(it, "href") ?? "").startsWith("https:"))
      : [];
    return [
      ...(names.some((it) => said.includes(it)) ? [] : [`nothing near says ${names.join(" or ")}`]),
      ...(said.includes(year) ? [] : [`nothing near says ${year}`]),
      ...(said.includes(title) ? [] : [`nothing near says “${title}”`]),
      ...(links.length > 0 ? [] : ["no link to its table"]),
    ];
  }
}
