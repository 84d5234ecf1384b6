import { cellText, workbookText } from "./plain-text.ts";

/** The texts of a workbook, each kept once: a name that stands on a hundred thousand rows costs a number on each. */
export class SharedStrings {
  readonly #numbers = new Map<string, number>();
  #uses = 0;

  /** @returns the number of a text, made fit for a cell */
  add(text: string): number {
    this.#uses++;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** `xl/sharedStrings.xml`, a piece at a time. */
  *xml(): Generator<string> {
    yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${this.#uses}" uniqueCount="${this.#numbers.size}">`;
    for (const text of this.#numbers.keys()) yield stringItem(cellText(text));
    yield "</sst>";
  }
}

const stringItem = (text: string): string => `<si><t xml:space="preserve">${workbookText(text)}</t></si>`;
