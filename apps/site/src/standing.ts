import type { Manifest, Withdrawal } from "@impactmonitor/model/edition";
import type { Text } from "@impactmonitor/model/text";

/** What readers must know of an edition beside its figures. */
export interface Standing {
  readonly withdrawn?: Withdrawal;
  /** The earlier edition that this one corrects, and what was wrong. */
  readonly corrects?: string;
  readonly notice?: Text;
  /** Later editions that correct this one and hold themselves, oldest first. */
  readonly correctedBy: readonly { readonly id: string; readonly notice?: Text }[];
}

/** From the manifests of all editions, oldest first, to what is to be known of each. */
export function standings(
  manifests: readonly Manifest[],
  withdrawn: ReadonlyMap<string, Withdrawal>,
): (id: string) => Standing {
  const byId = new Map(
    manifests.map(({ id, corrects, notice }): [string, Standing] => {
      const correctedBy = manifests
        .filter((it) => it.corrects === id && !withdrawn.has(it.id))
        .map((it) => ({ id: it.id, notice: it.notice }));
      return [id, { withdrawn: withdrawn.get(id), corrects, notice, correctedBy }];
    }),
  );
  return (id) => byId.get(id) ?? { correctedBy: [] };
}
