/** Fetches a list of names or words, once. That of practice figures says what it is beside its entries. */
export async function readList<T>(address = ""): Promise<readonly T[]> {
  const answer = await fetch(address);
  const list = (await answer.json()) as T[] | { readonly entries: readonly T[] };
  return Array.isArray(list) ? list : list.entries;
}
