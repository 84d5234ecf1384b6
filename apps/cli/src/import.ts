/** Placeholder until the importers are connected below. */
export function importCommand(_kind: "cbs" | "boundaries", _words: string[]): number {
  return 2;
}
