import { readList } from "./lists.ts";
import { near } from "./near.ts";

const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * Filters the overview while typing. The words each row can be found by come from the server once;
 * what is typed stays in the browser.
 */
export function searchLive(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-search]");
  const input = form?.querySelector<HTMLInputElement>("input[type='search']");
  if (!form || !input) return;
  const rows = [...document.querySelectorAll<HTMLTableRowElement>("tr[data-id]")];
  const status = document.querySelector<HTMLElement>("[data-count]");
  let words: Promise<Map<string, string[]>> | undefined;
  const load = (): Promise<Map<string, string[]>> =>
    (words ??= readList<[string, string]>(form.dataset.search).then(
      (list) => new Map(list.map(([id, text]) => [id, [...new Set(fold(text).split(/[^\p{L}\p{N}]+/u))]])),
    ));
  const filter = async (): Promise<void> => {
    const asked = fold(input.value)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
    const index = await load();
    let count = 0;
    for (const row of rows) {
      const own = index.get(row.dataset.id ?? "") ?? [];
      row.hidden = !asked.every((word) => own.some((it) => near(word, it)));
      if (!row.hidden) count++;
    }
    for (const group of document.querySelectorAll<HTMLElement>(".overview-group"))
      group.hidden = asked.length > 0 && !group.querySelector("tr[data-id]:not([hidden])");
    if (status) status.textContent = `${count} ${(count === 1 ? status.dataset.one : status.dataset.many) ?? ""}`;
  };
  input.addEventListener("input", () => void filter());
}
