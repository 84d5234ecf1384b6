import { fail, type Result } from "./failure.ts";

/** An error while a file was read, in words. */
export function unreadable(where: string, error: unknown): Result<never> {
  const detail = error instanceof Error ? error.message : String(error);
  const what = { nl: `Het bestand is niet te lezen (${detail}).`, en: `The file can't be read (${detail}).` };
  return fail("file", where, what, { nl: "Download het opnieuw.", en: "Download it again." });
}
