import { readList } from "./lists.ts";

/** What is most often meant comes first in the list. */
export type Entry = readonly [names: string, label: string, href: string];

const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * Names that begin with the words come first, then names that hold them; at most eight. Of equals the order of the list
 * decides: a region before a municipality, a province after it. A COROP area comes last, whatever its name.
 */
export function matches(entries: readonly Entry[], words: string): Entry[] {
  const asked = fold(words.trim());
  if (asked.length < 2) return [];
  const rank = ([names, , href]: Entry): number => {
    const place = rankOf(fold(names).split(" | "), asked);
    return href.includes("/corop/") && place < none ? none - 1 : place;
  };
  return entries
    .map((it) => ({ it, rank: rank(it) }))
    .filter(({ rank: place }) => place < none)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, 8)
    .map(({ it }) => it);
}

const none = 9;

/** @param names folded; the first is the name of today */
function rankOf(names: readonly string[], asked: string): number {
  if (names.includes(asked)) return 0;
  if (names[0]?.startsWith(asked)) return 1;
  if (names.some((it) => it.startsWith(asked))) return 2;
  return names.some((it) => it.includes(asked)) ? 3 : none;
}

/** Turns the area form into a type-ahead (WAI-ARIA combobox). The list of names is fetched once, when first needed. */
export function enhanceFinder(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-finder]")) {
    const input = form.querySelector<HTMLInputElement>("input[name='plaats']");
    if (!input) continue;
    const list = document.createElement("ul");
    list.className = "options";
    list.id = "plaats-lijst";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", form.querySelector("label")?.textContent ?? "");
    list.hidden = true;
    form.append(list);
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-controls": list.id,
      "aria-expanded": "false",
    }))
      input.setAttribute(name, value);

    let entries: Promise<readonly Entry[]> | undefined;
    let shown: Entry[] = [];
    let at = -1;
    const load = (): Promise<readonly Entry[]> => (entries ??= readList<Entry>(form.dataset.finder));
    const close = (): void => {
      list.hidden = true;
      at = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const mark = (): void => {
      [...list.children].forEach((it, i) => it.setAttribute("aria-selected", String(i === at)));
      if (at >= 0) input.setAttribute("aria-activedescendant", `plaats-${at}`);
    };
    const draw = async (): Promise<void> => {
      shown = matches(await load(), input.value);
      list.replaceChildren(
        ...shown.map(([, label, href], i) => {
          const item = document.createElement("li");
          item.id = `plaats-${i}`;
          item.setAttribute("role", "option");
          item.setAttribute("aria-selected", "false");
          item.textContent = label;
          item.addEventListener("pointerdown", (event) => {
            event.preventDefault();
            location.assign(href);
          });
          return item;
        }),
      );
      at = -1;
      list.hidden = shown.length === 0;
      input.setAttribute("aria-expanded", String(shown.length > 0));
    };
    input.addEventListener("focus", () => void load());
    input.addEventListener("input", () => void draw());
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (event.key === "Escape") return close();
      if (event.key === "Enter" && at >= 0) {
        event.preventDefault();
        location.assign(shown[at]![2]);
        return;
      }
      const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      if (step === 0 || shown.length === 0) return;
      event.preventDefault();
      // From no choice at all, up leads to the last.
      at = at < 0 && step < 0 ? shown.length - 1 : (at + step + shown.length) % shown.length;
      mark();
    });
  }
}
