import type { Test } from "./plan-tables.ts";
import { allOf } from "./dimension.ts";

/** Which tests a prepared row has the outcome of, each as one bit: 64 in a column, `m0`, `m1`, … */
export class Bits {
  readonly tests: Test[] = [];
  readonly #positions = new Map<string, number>();
  /** Position of a test, the same for the same test. */
  of(test: Test): number {
    const key = test.join(" AND ");
    const at = this.#positions.get(key) ?? this.tests.push(test) - 1;
    this.#positions.set(key, at);
    return at;
  }
  get columns(): string[] {
    return Array.from({ length: Math.ceil(this.tests.length / 64) }, (_, i) => `m${i}`);
  }
}

/** 1 if the test on this position came out true, else 0. */
export const bit = (position: number, of = ""): string =>
  `((${of}m${Math.floor(position / 64)} & ${1n << BigInt(position % 64)}::UBIGINT) <> 0)::INTEGER`;

/** The columns that a condition names. Names stand between double quotation marks and texts between single ones, in which no code has any. */
export const columnsIn = (condition: string): string[] => [
  ...new Set(condition.replaceAll(/'[^']*'/g, "").match(/"[^"]+"/g)),
];

/**
 * Columns `m0`, `m1`, … with a bit for each test: 1 if all its conditions that are asked for hold, so also if there are none. The outcomes
 * for one part of the conditions and for the rest, with & between, are those of the whole tests.
 * @param asked which of the conditions count
 */
export function masksSql({ tests, columns }: Bits, asked: (condition: string) => boolean): string[] {
  return columns.map((column, i) => {
    const bitsOf = new Map<string, bigint>();
    for (const [at, test] of tests.slice(i * 64, i * 64 + 64).entries()) {
      const part = allOf(test.filter(asked));
      bitsOf.set(part, (bitsOf.get(part) ?? 0n) | (1n << BigInt(at)));
    }
    const set = [...bitsOf].map(([part, mask]) =>
      part === "true" ? `${mask}::UBIGINT` : `CASE WHEN ${part} THEN ${mask}::UBIGINT ELSE 0::UBIGINT END`,
    );
    return `${together(set)} AS ${column}`;
  });
}

/** All of them with | between, as a tree: planning a chain of 64 takes twice as long. */
const together = (parts: readonly string[]): string => {
  const half = Math.ceil(parts.length / 2);
  return parts.length < 2
    ? `(${parts.join("")})`
    : `(${together(parts.slice(0, half))} | ${together(parts.slice(half))})`;
};
