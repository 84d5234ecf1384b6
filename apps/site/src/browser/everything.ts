import { alsoWords, countWords, kindWords, moreWords } from "../search-result-words.ts";
import { unpackedEntries, type PackedEntry } from "../search-list.ts";
import { searcher, type FoundGroup, type Marked, type SearchResult } from "../search-match.ts";
import { readList } from "./lists.ts";

const language = document.documentElement.lang === "en" ? "en" : "nl";

/** Shows what is found while typing, as the server would. What is typed stays in the browser. */
function searchEverything(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-everything]");
  const input = form?.querySelector<HTMLInputElement>("input[name='woorden']");
  const place = document.querySelector<HTMLElement>("[data-found]");
  const status = document.querySelector<HTMLElement>("[data-found-count]");
  if (!form || !input || !place || !status) return;
  let finder: Promise<(typed: string) => SearchResult> | undefined;
  const load = (): Promise<(typed: string) => SearchResult> =>
    (finder ??= readList<PackedEntry>(form.dataset.everything).then((it) => searcher(unpackedEntries(it), language)));
  const show = async (): Promise<void> => {
    const find = await load();
    const empty = input.value.trim() === "";
    const result = find(input.value);
    place.replaceChildren(...result.groups.map(section));
    status.textContent = empty ? "" : countWords(result, language);
  };
  /** Without the list, the server answers. */
  const quietly = (): void => void show().catch(() => (finder = undefined));
  input.addEventListener("focus", () => void load().catch(() => (finder = undefined)));
  input.addEventListener("input", quietly);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void show().catch(() => form.submit());
  });
}

function section(group: FoundGroup): HTMLElement {
  const heading = element("h2", kindWords[group.kind][language]);
  heading.id = `gevonden-${group.kind}`;
  const list = element(
    "ul",
    ...group.found.map((it) => {
      const link = element("a", ...pieces(it.title));
      link.setAttribute("href", it.href);
      const lines = it.line.length > 0 ? [named("found-line", ...pieces(it.line))] : [];
      const names = it.also.flatMap((name, i) => [...(i > 0 ? [", "] : []), ...pieces(name)]);
      if (names.length > 0) lines.push(named("found-line fine", `${alsoWords[language]} `, ...names));
      return element("li", link, ...lines);
    }),
  );
  const more = group.more > 0 ? [element("p", moreWords(group.more, language))] : [];
  for (const it of more) it.className = "fine";
  const whole = element("section", heading, list, ...more);
  whole.setAttribute("aria-labelledby", heading.id);
  return whole;
}

const pieces = (of: Marked): (Node | string)[] => of.map((it) => (it.marked ? element("mark", it.text) : it.text));

function element(tag: string, ...children: readonly (Node | string)[]): HTMLElement {
  const it = document.createElement(tag);
  it.append(...children);
  return it;
}

function named(name: string, ...children: readonly (Node | string)[]): HTMLElement {
  const it = element("span", ...children);
  it.className = name;
  return it;
}

searchEverything();
