import type { Catalogue, Page } from "@impactmonitor/model/catalogue";
import { blockPlace, exampleKinds, inlinePlace, listNames, numberNames } from "@impactmonitor/model/page-place";
import { languages, type Language } from "@impactmonitor/model/text";
import type { Problem } from "./problem.ts";
import { pagesFolder } from "./read-pages.ts";

/** A line of a page with where it stands. */
interface Line {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}
type Report = (at: Line, what: string, mend: string) => void;

/** Lines of front matter before the text of a page. */
const head = 4;
const linesOf = (page: Page, language: Language): Line[] =>
  page.body[language].split("\n").map((text, i) => ({
    file: `${pagesFolder}/${page.id}.${language}.md`,
    line: i + head + 1,
    text,
  }));

/** Checks what an editor's texts refer to: live places, subjects and terms; and that both languages hold the same. */
export function checkPages(catalogue: Catalogue): Problem[] {
  const problems: Problem[] = [];
  const report: Report = ({ file, line }, what, mend) => void problems.push({ file, line, what, mend });
  for (const page of catalogue.pages) {
    const before = problems.length;
    for (const language of languages)
      for (const line of linesOf(page, language)) {
        checkPlaces(line, catalogue, report);
        checkLinks(line, language, catalogue, report);
      }
    // A mistake in one text makes both differ: it is told once.
    if (problems.length === before) checkSame(page, report);
  }
  return problems;
}

function checkPlaces(at: Line, catalogue: Catalogue, report: Report): void {
  const block = blockPlace(at.text);
  if (block?.kind === "figure" && !catalogue.indicators.some((it) => it.id === block.of))
    report(at, `There is no indicator ${block.of}.`, "Mend the id.");
  if (block) return;
  for (const [whole, inner = ""] of at.text.matchAll(/\{([^{}]*)\}/g)) {
    if (inlinePlace(inner)) continue;
    if (blockPlace(whole)) report(at, `${whole} stands within a line.`, "Put it alone on a line.");
    else report(at, `${whole} is no live place.`, `Write ${known(inner)}`);
  }
}

/** What could have been meant by a place that isn't one. */
function known(inner: string): string {
  switch (inner.split(" ")[0]) {
    case "example":
      return `{example …} with one of: ${exampleKinds.join(", ")}.`;
    case "list":
      return `{list …} with one of: ${listNames.join(", ")}.`;
    case "number":
      return `{number …} with one of: ${numberNames.join(", ")}.`;
    default:
      return "{contact}, {edition}, {number …}, {figure …}, {example …}, {list …}, {contents} or {print}.";
  }
}

/** Links to a subject, theme, source or term name one that exists, in the language of the page. */
function checkLinks(at: Line, language: Language, catalogue: Catalogue, report: Report): void {
  for (const [, address = ""] of at.text.matchAll(/\]\((\/[^)\s]*)\)/g)) {
    const english = address === "/en" || address.startsWith("/en/");
    if (english !== (language === "en"))
      report(
        at,
        `${address} is a page in the other language.`,
        `Link to the ${language === "en" ? "English" : "Dutch"} page.`,
      );
    const [, word, id] = /^\/(?:en\/)?([a-z-]+)\/([a-z0-9-]+)/.exec(address) ?? [];
    const [, term] = /^\/(?:begrippen|en\/glossary)#(.+)$/.exec(address) ?? [];
    const missing = (kind: string, list: readonly { readonly id: string }[], of: string): void => {
      if (!list.some((it) => it.id === of)) report(at, `There is no ${kind} ${of}.`, `Mend ${address}.`);
    };
    if (term) missing("term", catalogue.glossary, term);
    if (id && word === "indicator") missing("indicator", catalogue.indicators, id);
    if (id && (word === "thema" || word === "theme")) missing("theme", catalogue.themes, id);
    if (id && (word === "bron" || word === "source")) missing("source", catalogue.sources, id);
    if (id && (word === "vragen" || word === "questions")) missing("question", catalogue.questions, id);
  }
}

/** Headings and live places of both languages go alike, so that nobody reads half. */
function checkSame(page: Page, report: Report): void {
  const shape = (language: Language) =>
    linesOf(page, language).flatMap((it) => {
      const heading = /^#+(?= )/.exec(it.text)?.[0];
      const places = [...it.text.matchAll(/\{[^{}]*\}/g)].map(([place]) => place);
      return [...(heading ? [heading] : []), ...places].map((what) => ({ ...it, what }));
    });
  const [nl, en] = [shape("nl"), shape("en")];
  const at = nl.findIndex((it, i) => it.what !== en[i]?.what);
  const [here, there] = at < 0 ? [nl[en.length], en[nl.length]] : [nl[at], en[at]];
  if (nl.length === en.length && at < 0) return;
  const where = there ?? en.at(-1) ?? { file: `${pagesFolder}/${page.id}.en.md`, line: 1, text: "" };
  report(
    where,
    `Where the Dutch text has “${here?.text ?? "nothing more"}”, the English has “${there?.text ?? "nothing more"}”.`,
    "Give both texts the same headings and live places, in the same order.",
  );
}
