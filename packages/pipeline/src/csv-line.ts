/** One line of a comma-separated file (RFC 4180). For machines: a value that a spreadsheet takes for a formula is left as it is. */
export const csvLine = (fields: readonly string[]): string => `${fields.map(csvField).join(",")}\n`;

const csvField = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
