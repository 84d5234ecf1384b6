/** More than this does not fit in a cell of a workbook (ECMA-376 leaves it open; Excel refuses the file). */
export const mostInCell = 32_767;

/** A half of a pair of code units becomes the sign for "no character"; control characters but tab and line ends go. */
// oxlint-disable-next-line no-control-regex -- these are what XML 1.0 does not allow
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;
export const readable = (text: string): string => text.toWellFormed().replace(forbidden, "");

/** What a spreadsheet runs when it stands at the beginning, also behind spaces or written full width. */
const formula = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;

/**
 * Text that no spreadsheet takes for a formula: it gets an apostrophe in front. What has one there already gets another, so
 * that nothing is lost: who wants the text itself takes one apostrophe off before = + - @, a tab or a line end.
 */
export const harmless = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** The text that `harmless` was given. */
export const unharmed = (text: string): string =>
  text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text;

/** Text for a cell of a workbook: readable, harmless, and cut where it is too long, never within a character. */
export function cellText(text: string): string {
  const safe = harmless(readable(text));
  if (safe.length <= mostInCell) return safe;
  const cut = safe.slice(0, mostInCell - 1);
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`;
}

const named: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text inside an element or an attribute. A line end is written as a number: a reader of XML would make a space of it. */
export const xmlText = (text: string): string =>
  text.replace(/[&<>"]/g, (it) => named[it] ?? it).replace(/[\t\n\r]/g, (it) => `&#${it.charCodeAt(0)};`);

/** Text of a string in a workbook: there _x0041_ would be read as the letter A. */
export const workbookText = (text: string): string => xmlText(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_"));

/**
 * Names of sheets by the rules of Excel: 31 characters at most, without []:*?/\, no apostrophe at the ends, not "History",
 * each once whatever its capitals.
 */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set(["history"]);
  return names.map((name) => {
    const plain = readable(name)
      .replace(/[[\]:*?/\\\t\r\n]/g, " ")
      .replace(/^['\s]+|['\s]+$/g, "");
    for (let i = 1; ; i++) {
      const end = i === 1 ? "" : ` ${i}`;
      const start = shortened(plain === "" ? "Sheet" : plain, 31 - end.length).replace(/['\s]+$/, "");
      const whole = `${start}${end}`;
      if (taken.has(whole.toLowerCase())) continue;
      taken.add(whole.toLowerCase());
      return whole;
    }
  });
}

/** No longer than this, in code units, and never half a character. */
function shortened(text: string, most: number): string {
  const cut = text.slice(0, most);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}
