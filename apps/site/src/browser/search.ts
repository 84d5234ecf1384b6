import { readList } from "./lists.ts";

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

/** Begins with it, or one or two slips of the keyboard away from its beginning. */
export function near(asked: string, word: string): boolean {
  if (word.startsWith(asked)) return true;
  const slips = asked.length > 7 ? 2 : asked.length > 4 ? 1 : 0;
  if (slips === 0) return false;
  for (let extra = -slips; extra <= slips; extra++)
    if (distance(asked, word.slice(0, asked.length + extra)) <= slips) return true;
  return false;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
