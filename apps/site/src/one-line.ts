/** An error as one line for the log: what it says and the first place that it names; no stack. */
export function inOneLine(error: unknown): string {
  if (!(error instanceof Error)) return String(error).split("\n", 1)[0]!;
  const what = `${error.name}: ${error.message}`.split("\n", 1)[0]!;
  const place = /\n\s+at (.+)/.exec(error.stack ?? "")?.[1];
  return "code" in error || place === undefined ? what : `${what} (${place})`;
}
