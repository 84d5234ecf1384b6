import { existsSync } from "node:fs";
import type { Outcome, Problem } from "../../problem.ts";
import { readYaml } from "../../read-yaml.ts";
import type { Protocol } from "../protocol.ts";
import { compileCondition, type RuleSetting } from "./rule-sql.ts";
import { protocolRulesSchema, type ProtocolRules } from "./rule.ts";

/**
 * The rules of a protocol, each checked against the fields and codes of that protocol. A protocol without a file has no rules.
 * @param root the folder that holds catalogue/
 */
export function readRules(root: string, protocol: Protocol): Outcome<ProtocolRules> {
  const file = `catalogue/protocols/rules/${protocol.id}.yaml`;
  if (!existsSync(`${root}/${file}`)) return { ok: true, value: { protocol: protocol.id, rules: [], notChecked: [] } };
  const read = readYaml(root, file, protocolRulesSchema);
  if (!read.ok) return read;
  const { value, lineOf } = read.value;
  const problems: Problem[] = [];
  const wrong = (path: readonly PropertyKey[], what: string, mend: string): void => {
    problems.push({ file, line: lineOf(path), what, mend });
  };
  if (value.protocol !== protocol.id)
    wrong(["protocol"], `These are rules of ${value.protocol}.`, `Write ${protocol.id}, or rename the file.`);
  const seen = new Set<string>();
  for (const [i, rule] of value.rules.entries()) {
    if (seen.has(rule.id)) wrong(["rules", i, "id"], `There are two rules ${rule.id}.`, "Give one another id.");
    seen.add(rule.id);
    if (!("when" in rule)) continue;
    for (const part of ["when", "among"] as const) {
      const condition = rule[part];
      const compiled = condition && compileCondition(condition, rule.of, anySetting(protocol));
      if (compiled && !compiled.ok)
        for (const fault of compiled.faults)
          wrong(["rules", i, part], `${rule.id}: ${fault}`, "Mend the name or the code.");
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
}

/** Names are checked without any records. */
const anySetting = (protocol: Protocol): RuleSetting => ({
  protocol,
  source: (type) => type,
  period: { start: "2000-01-01", end: "2000-06-30" },
  municipalities: [],
});
