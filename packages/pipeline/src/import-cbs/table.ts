/**
 * A CBS table as both versions of the protocol and the downloaded files describe it. Texts are trimmed and have
 * straight apostrophes (CBS writes “Regio's” and “Regio’s”); codes have no padding.
 */
export interface CbsTable {
  /** Identifier such as 84852NED. */
  readonly id: string;
  readonly title: string;
  /** Changes whenever the table changes; undefined when a file does not say. */
  readonly version: string | undefined;
  /** Date on which the figures were last changed, ISO; empty when a file does not say. */
  readonly modified: string;
  /** How many cells there are in all, when the table says so. */
  readonly cells: number | undefined;
  /** Whether all measures and codes are here; a selection that somebody saved has only some. */
  readonly whole: boolean;
  readonly dimensions: readonly CbsDimension[];
  readonly measures: readonly CbsMeasure[];
}

export interface CbsDimension {
  readonly identifier: string;
  readonly title: string;
  /** TimeDimension, GeoDimension, Dimension …; empty when unknown. */
  readonly kind: string;
  readonly codes: readonly CbsCode[];
}

export interface CbsCode {
  /** In a file without codes, the title. */
  readonly identifier: string;
  readonly title: string;
  /** Definitief, Voorlopig …; only periods have it; empty when there is none. */
  readonly status: string;
}

export interface CbsMeasure {
  readonly identifier: string;
  readonly title: string;
  /** Titles of the groups it stands in, outermost first. */
  readonly group: readonly string[];
  readonly unit: string;
}

/** One cell as published: not yet understood. */
export interface RawCell {
  readonly measure: string;
  /** One code per dimension, in the order of the table's dimensions. */
  readonly codes: readonly string[];
  readonly value: number | undefined;
  /** What stands there instead of, or as, a number: “.”, “x”, “ 1234”; empty for nothing. */
  readonly text: string;
  /** v4's ValueAttribute: None, Impossible …; empty where the form has none. */
  readonly attribute: string;
  /** What an empty cell means in the form that it came in. */
  readonly blank: "unspecified" | "not-applicable";
  /** Where to find the cell, for messages. */
  readonly place: string;
}

/** Some of a table's cells, in the order in which they were published. */
export interface CellPage {
  readonly cells: Iterable<RawCell>;
  /** Records on the page. */
  readonly records: number;
  /** Records in all, when the page says so. */
  readonly total: number | undefined;
  readonly fromCache: boolean;
}

/** Trims, joins spaces and straightens apostrophes; nothing else, so that “exact title” stays exact. */
export function plainTitle(text: string): string {
  return text.normalize("NFC").replace(/[’‘ʼ]/g, "'").replace(/\s+/g, " ").trim();
}
