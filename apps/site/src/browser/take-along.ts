/** Shows the print button: printing needs script, so without script there is no button that does nothing. */
export function offerPrint(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
}

/** Shows "copy figure with source" and says when it is done. */
export function offerCopy(): void {
  if (!navigator.clipboard) return;
  // Only buttons: a table also says what its copy button is to be called.
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    button.hidden = false;
    const words = button.textContent;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy ?? "");
      button.textContent = button.dataset.done ?? words;
      setTimeout(() => (button.textContent = words), 2500);
    });
  }
}

/** Adds a button to each table that has a source line: the whole table, tab separated, with its source under it. */
export function offerTables(): void {
  if (!navigator.clipboard) return;
  for (const table of document.querySelectorAll<HTMLTableElement>("table[data-source]")) {
    const { source = "", copy = "", done = "" } = table.dataset;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(`${tableText(table)}\n${source}\n`);
      button.textContent = done;
      setTimeout(() => (button.textContent = copy), 2500);
    });
    (table.closest(".scroll") ?? table).after(button);
  }
}

/** What a reader sees of a table, as lines with tabs: ready for a spreadsheet. */
export function tableText(table: HTMLTableElement): string {
  const lines = [...table.rows].map((row) =>
    [...row.cells].map((cell) => cell.innerText.replace(/\s+/g, " ").trim()).join("\t"),
  );
  return [table.caption?.textContent?.trim() ?? "", ...lines].filter(Boolean).join("\n");
}
