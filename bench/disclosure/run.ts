import { audit } from "@impactmonitor/disclosure/audit/audit";
import { makeDimension } from "@impactmonitor/disclosure/dimension";
import { protect } from "@impactmonitor/disclosure/protect";
import { rounded, rulesOf, type ProfileName } from "@impactmonitor/disclosure/rules";
import { codesOf, makeTable, type Table } from "@impactmonitor/disclosure/table";
import { madeCounts, type MadeCounts } from "./counts.ts";

/**
 * Protects and audits tables of three sizes under `plain` and `strict`, and compares the processor time with that of adding the same
 * counts up into all their margins. `node bench/disclosure/run.ts [small|slice|large …] [plain|strict …]`
 */
const cases: Readonly<Record<string, () => MadeCounts>> = {
  small: () => madeCounts(26, 12, 4_000_000),
  slice: () => madeCounts(342, 1, 300_000),
  large: () => madeCounts(342, 12, 4_000_000),
};
const asked = process.argv.slice(2);
const all: readonly ProfileName[] = ["plain", "strict"];
const profiles = all.some((it) => asked.includes(it)) ? all.filter((it) => asked.includes(it)) : all;
const tables = Object.keys(cases).some((it) => asked.includes(it)) ? asked : Object.keys(cases);

function tableOf({ rows, hierarchies }: MadeCounts): Table {
  const names = ["area", "period", "kind"];
  return makeTable(
    hierarchies.map((it, d) => makeDimension(names[d]!, new Set(rows.map((row) => row.codes[d]!)), [it])),
    rows,
  );
}

async function cpu<T>(work: () => T | Promise<T>): Promise<[T, number]> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1e6];
}

console.log(
  "| table | profile | cells | hidden by the rule | hidden besides | adding up, CPU s | protecting, CPU s | × | audit, CPU s | × | found by the audit | memory MB |",
);
console.log("| --- | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |");
for (const [name, make] of Object.entries(cases)) {
  if (!tables.includes(name)) continue;
  const counts = make();
  const [table, adding] = await cpu(() => tableOf(counts));
  for (const profile of profiles) {
    const rules = rulesOf(profile);
    const [{ primary, secondary }, protecting] = await cpu(() => protect(table, rules));
    const hidden = new Set([...primary, ...secondary]);
    const rows = Array.from(table.counts, (count, cell) => ({
      codes: codesOf(table, cell).map((code, d) => table.dimensions[d]!.codes[code]!),
      value: hidden.has(cell) ? undefined : rounded(count, rules.roundingBase),
    }));
    const { threshold, roundingBase, choices } = rules;
    const known = { threshold, zerosShown: true, roundingBase, choices };
    const [report, auditing] = await cpu(() =>
      audit(
        rows,
        counts.hierarchies.map((it) => [it]),
        known,
      ),
    );
    const times = (seconds: number): string => (seconds / adding).toFixed(1);
    const cells = [
      name,
      profile,
      rows.length,
      primary.length,
      secondary.length,
      adding.toFixed(2),
      protecting.toFixed(2),
      times(protecting),
      auditing.toFixed(2),
      times(auditing),
      report.exposures.length,
      Math.round(process.resourceUsage().maxRSS / 1024),
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
}
