import type { Catalogue } from "@impactmonitor/model/catalogue";
import { contractedSources, readContract } from "./aggregates/read-contract.ts";
import { readProtocols } from "./deliveries/read-protocol.ts";
import { readRules } from "./deliveries/reports/read-rules.ts";
import type { Problem } from "./problem.ts";

/** Checks what says how deliveries look: protocols, the rules of each, and the contracts of sources that deliver figures. */
export function checkDeliveryFiles(root: string, catalogue: Catalogue): Problem[] {
  const problems: Problem[] = [];
  const protocols = readProtocols(root, catalogue.codelists);
  if (!protocols.ok) problems.push(...protocols.problems);
  for (const protocol of protocols.ok ? protocols.value.values() : []) {
    const rules = readRules(root, protocol);
    if (!rules.ok) problems.push(...rules.problems);
  }
  for (const source of contractedSources(root)) {
    const contract = readContract(root, source, catalogue);
    if (!contract.ok) problems.push(...contract.problems);
  }
  return problems;
}
