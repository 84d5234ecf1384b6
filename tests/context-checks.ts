import type { Page } from "./crawl.ts";
import { attribute, findAll, textOf, type Element } from "./html.ts";
import { areaRows, contextRows, contextTitles } from "./published.ts";
import { isRounded, readWritten } from "./written.ts";

const levelOf: Readonly<Record<string, string>> = {
  regio: "vt-region",
  region: "vt-region",
  gemeente: "municipality",
  municipality: "municipality",
  provincie: "province",
  province: "province",
  landsdeel: "landsdeel",
  "part-of-the-country": "landsdeel",
};

/** Checks the facts about an area (inhabitants, households …) on its page against `figures/context.csv`. */
export class ContextChecks {
  readonly #areas = [...areaRows().values()];
  readonly #titles = contextTitles();
  /** "VT02 2024 population-total" → the values in the file; two where the territory changed that day. */
  readonly #values = new Map<string, number[]>();
  checked = 0;

  constructor() {
    for (const it of contextRows()) {
      if (it.status === "estimate") continue;
      const key = `${it.area} ${it.year} ${it.variable}`;
      this.#values.set(key, [...(this.#values.get(key) ?? []), Number(it.value)]);
    }
  }

  /** @returns one sentence per value that its row does not bear out */
  check(page: Page): string[] {
    const match = /^(?:\/en)?\/([\w-]+)\/([^/?]+)$/.exec(page.address);
    const level = levelOf[match?.[1] ?? ""];
    const code = level && this.#areas.find((it) => it.level === level && it.slug === match?.[2])?.code;
    if (!code) return [];
    return findAll(page.root, (it) => it.tag === "dt").flatMap((term) => {
      const variable = this.#titles.find((it) => it.title[page.language] === textOf(term))?.id;
      const siblings = (term.parent?.children ?? []).filter((it): it is Element => typeof it !== "string");
      const answer = siblings[siblings.indexOf(term) + 1];
      return variable && answer ? this.#compare(page, code, variable, answer) : [];
    });
  }

  #compare(page: Page, code: string, variable: string, answer: Element): string[] {
    const links = findAll(answer, (it) => it.tag === "a" && (attribute(it, "href") ?? "").startsWith("https:"));
    const text = textOf(answer, (it) => links.includes(it));
    const year = [...text.matchAll(/(?<![\d.,])(?:19|20)\d\d(?![\d.,]*\d)/g)].at(-1)?.[0] ?? "";
    const numbers = [...text.matchAll(/(?:^|: )([−-]?\d[\d.,]*\d|\d)/g)].map((it) =>
      readWritten(it[1]!, page.language),
    );
    const problems = [code, "NL01"].flatMap((area, i) => {
      const written = numbers[i];
      if (!written && i === 1) return [];
      const values = this.#values.get(`${area} ${year} ${variable}`) ?? [];
      this.checked++;
      return written && values.some((it) => isRounded(written, it)) ? [] : [`${area} has ${values.join(" or ")}`];
    });
    if (links.length === 0) problems.push("no link to its table");
    return problems.map((it) => `${page.address}: ${variable}: “${text}”: ${it}`);
  }
}
