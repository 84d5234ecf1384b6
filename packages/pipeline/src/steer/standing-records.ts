import { readProtocols } from "../deliveries/read-protocol.ts";
import { readRegister, standingIn } from "../deliveries/register.ts";
import { readDefinitions } from "../derive/read-definitions.ts";
import { figuresFromRecords, type FiguresFromRecords, type RecordsToCount } from "../figures-from-records.ts";
import type { Outcome, Problem } from "../problem.ts";
import { policyFor, readPolicies } from "../protect/read-policies.ts";
import type { DraftRequest } from "./draft-edition.ts";

export interface StandingRecords extends Pick<RecordsToCount, "title" | "date" | "spill" | "memoryMb" | "progress"> {
  /** The folder that holds catalogue/. */
  readonly root: string;
  /** Folder of the deliveries. */
  readonly deliveries: string;
  /** The edition to be: it may have a policy of its own. */
  readonly id: string;
}

/**
 * The records that stand in a folder of deliveries, as what a draft is made of.
 * @returns undefined where no delivery stands; or why the register can't be trusted
 */
export function standingRecords(job: StandingRecords): Outcome<DraftRequest["records"]> {
  const register = readRegister(job.deliveries);
  if (!register.ok)
    return refuse({ file: "register.jsonl", line: register.line, what: register.what, mend: register.mend });
  const deliveries = standingIn(job.deliveries, register.entries);
  if (deliveries.length === 0) return { ok: true, value: undefined };
  return {
    ok: true,
    value: async ({ catalogue, context }, earlier): Promise<Outcome<FiguresFromRecords>> => {
      const protocols = readProtocols(job.root, catalogue.codelists);
      if (!protocols.ok) return protocols;
      const definitions = readDefinitions(job.root, catalogue, protocols.value);
      if (!definitions.ok) return definitions;
      const policies = readPolicies(job.root, catalogue);
      if (!policies.ok) return policies;
      const policy = policyFor(policies.value, job.id);
      if (!policy)
        return refuse({ file: "catalogue/policies", line: 1, what: "There is no policy.", mend: "Write one." });
      return figuresFromRecords({
        ...job,
        deliveries,
        protocols: protocols.value,
        definitions: definitions.value,
        catalogue,
        context: context.values,
        policy,
        earlier,
      });
    },
  };
}

const refuse = (problem: Problem): { readonly ok: false; readonly problems: Problem[] } => ({
  ok: false,
  problems: [problem],
});
