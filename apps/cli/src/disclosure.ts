import { parseArgs } from "node:util";
import { TableProblem } from "@impactmonitor/disclosure/dimension";
import { auditEditionFolder } from "./audit-edition.ts";
import { auditFile, protectFile } from "@impactmonitor/pipeline/disclosure-files";

/** Protects any table of counts, and says how many cells it hid. */
export function protectCommand(words: string[]): number | Promise<number> {
  // `--audit-file` may stand alone (a column in the output) or name a file of its own.
  const at = words.indexOf("--audit-file");
  const next = words[at + 1];
  const states = at < 0 ? undefined : next === undefined || next.startsWith("--") ? true : next;
  const rest = at < 0 ? words : words.toSpliced(at, states === true ? 1 : 2);
  const { values } = parseArgs({
    args: rest,
    options: { counts: { type: "string" }, spec: { type: "string" }, out: { type: "string" } },
  });
  const { counts, spec, out } = values;
  if (!counts || !spec || !out) {
    console.error(
      "Name the counts, the specification and the output:\n  impactmonitor protect --counts counts.csv --spec spec.json --out protected.csv",
    );
    return 2;
  }
  return saying(() => {
    const done = protectFile(counts, spec, out, states);
    console.log(`${done.cells} cells: ${done.primary} hidden by the rule, ${done.secondary} hidden to protect those.`);
    return 0;
  });
}

/** Prints every cell that can be narrowed too far; exits 1 if there is any. */
export async function auditCommand(words: string[]): Promise<number> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: words,
    options: { published: text, spec: text, edition: text, earlier: { ...text, multiple: true } },
  });
  const { published, spec, edition, earlier = [] } = values;
  if (edition) return auditEditionFolder(edition, earlier);
  if (!published || !spec) {
    console.error(
      "Name a published file and its specification, or the folder of an edition:\n" +
        "  impactmonitor audit --published protected.csv --spec spec.json\n" +
        "  impactmonitor audit --edition data/editions/2026-11 --earlier data/editions/2026-05",
    );
    return 2;
  }
  return saying(async () => {
    const { report, rows } = await auditFile(published, spec);
    for (const { row, low, high } of report.exposures)
      console.log(`${rows[row]!.codes.join(" × ")}: ${low === high ? `is ${low}` : `is ${low} to ${high}`}`);
    console.log(`${report.cells} cells, ${report.hidden} hidden, ${report.exposures.length} can be narrowed too far.`);
    const { undecided } = report;
    for (const { row } of undecided)
      console.log(`${rows[row]!.codes.join(" × ")}: it could not be made out whether this can be worked out.`);
    return report.exposures.length + undecided.length > 0 ? 1 : 0;
  });
}

/** What a person can mend is said in one line; anything else is a bug and shows itself. */
async function saying(run: () => number | Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof TableProblem)) throw error;
    console.error(error.message);
    return 2;
  }
}
