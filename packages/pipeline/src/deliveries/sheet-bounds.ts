/** Cells of a sheet, those counted that are empty: a million rows of twenty columns. */
export const mostCells = 20_000_000;

/** How far a sheet goes: the reader fills everything up to its furthest row and column. */
export interface SheetBounds {
  readonly take: (piece: Buffer) => void;
  /** Cells up to the furthest; infinite when an address is none. */
  readonly cells: () => number;
}

const addresses = /<(?:\w+:)?(?:c|row)\s(?:[^<>]*?\s)?r\s*=\s*["']([^"']*)["']/g;
/** Nothing before a tag matters for its address, and no tag of a sheet is longer. */
const tail = 400;

/** Looks at the XML of a sheet, piece by piece, for the furthest row and column that it names. */
export function sheetBounds(): SheetBounds {
  let [rows, columns, rest] = [0, 0, ""];
  return {
    take(piece) {
      const text = rest + piece.toString("latin1");
      for (const [, address = ""] of text.matchAll(addresses)) {
        const [, letters, digits] = /^([A-Z]{0,3})(\d{1,7})$/.exec(address) ?? [];
        rows = Math.max(rows, digits === undefined ? Infinity : Number(digits));
        columns = Math.max(columns, columnNumber(letters ?? ""));
      }
      rest = text.slice(-tail);
    },
    cells: () => (rows === Infinity ? Infinity : rows * columns),
  };
}

/** 1 for A, 27 for AA. */
const columnNumber = (letters: string): number => [...letters].reduce((sum, it) => sum * 26 + it.charCodeAt(0) - 64, 0);
