import { runInNewContext } from "node:vm";

/** An example: code that ends in an expression, and what it gives as far as it is told. */
export interface Example {
  readonly code: string;
  readonly expected: string;
}

/** Splits code into the parts that end in `// → expected`. */
export function examplesIn(code: string): readonly Example[] {
  return [...code.matchAll(/([\s\S]*?)\s*\/\/ → (.*)(?:\n|$)/g)].map(([, before = "", expected = ""]) => ({
    code: before.trim(),
    expected: expected.trim(),
  }));
}

/** The `@example` blocks of a file's doc comments. */
export function docExamples(source: string): readonly Example[] {
  return [...source.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap(([comment]) =>
    comment
      .replaceAll(/^\s*(?:\/\*\*|\*\/|\* ?)/gm, "")
      .split(/^@/m)
      .filter((block) => block.startsWith("example\n"))
      .flatMap((block) => examplesIn(block.slice("example\n".length))),
  );
}

/** Gives what the last expression of the code gives, with these names at hand. */
export const run = (code: string, names: object): unknown => runInNewContext(code, { ...names });

/**
 * What differs between a result and what an example says of it, or nothing. Numbers must agree to the last decimal that is written, whole
 * ones exactly; of an object only the fields that are written are looked at; arrays must be as long.
 */
export function difference(actual: unknown, expected: unknown, at = "result"): string | undefined {
  if (typeof expected === "number" && typeof actual === "number") {
    const decimals = /\.(\d+)$/.exec(String(expected))?.[1]?.length ?? 0;
    const room = decimals === 0 ? Math.abs(expected) * 1e-9 : 0.500001 * 10 ** -decimals;
    return Object.is(actual, expected) || Math.abs(actual - expected) <= room ? undefined : `${at} is ${actual}`;
  }
  if (typeof expected === "object" && expected !== null && typeof actual === "object" && actual !== null) {
    if (Array.isArray(expected) && Object.keys(actual).length !== expected.length)
      return `${at} has ${Object.keys(actual).length} elements`;
    const fields = new Map(Object.entries(actual));
    return Object.entries(expected)
      .map(([key, value]) => difference(fields.get(key), value, `${at}.${key}`))
      .find((it) => it !== undefined);
  }
  return Object.is(actual, expected) ? undefined : `${at} is ${JSON.stringify(actual)}`;
}
