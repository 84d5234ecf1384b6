import type { Catalogue } from "@impactmonitor/model/catalogue";
import { contractedSources, readContract } from "./aggregates/read-contract.ts";
import type { Protocol } from "./deliveries/protocol.ts";
import { readRules } from "./deliveries/reports/read-rules.ts";
import type { Problem } from "./problem.ts";

/** Checks what goes with protocols and sources: the rules of each protocol, and the contracts of sources that deliver figures. */
export function checkDeliveryFiles(
  root: string,
  catalogue: Catalogue,
  protocols: ReadonlyMap<string, Protocol>,
): Problem[] {
  const problems: Problem[] = [];
  for (const protocol of protocols.values()) {
    const rules = readRules(root, protocol);
    if (!rules.ok) problems.push(...rules.problems);
  }
  for (const source of contractedSources(root)) {
    const contract = readContract(root, source, catalogue);
    if (!contract.ok) problems.push(...contract.problems);
  }
  return problems;
}
