import type { Catalogue } from "@impactmonitor/model/catalogue";
import { measures, type Measure } from "@impactmonitor/model/indicator";
import { breakdownKey } from "@impactmonitor/model/observation";
import type { Outcome, Problem } from "../problem.ts";
import { checkNumbers, type Fault } from "./check-numbers.ts";
import { checkPlace, codesOf, type Codes } from "./check-place.ts";
import type { Contract } from "./contract.ts";
import type { AggregateDelivery, Fact } from "./fact.ts";
import { readTable, type TableRow } from "./read-table.ts";

/** A year, month or day that exists. */
const editionPattern = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
/** A file that is wrong throughout is described by its first faults. */
const mostFaults = 500;

/**
 * Reads a delivery of figures that a source counted or estimated itself, and checks every row against the contract and the catalogue.
 * @returns all facts, or every fault with file, line, field and mend; a file with a fault is refused as a whole
 */
export function readAggregates(file: string, contract: Contract, catalogue: Catalogue): Outcome<AggregateDelivery> {
  const table = readTable(file);
  if (!table.ok) return table;
  const { rows, delimiter } = table.value;
  const problems: Problem[] = [];
  const codes = codesOf(catalogue);
  const facts: Fact[] = [];
  const seen = new Map<string, number>();
  const edition = rows[0]?.fields.edition ?? "";
  for (const row of rows) {
    const faults: Fault[] = sharedFaults(row, contract, edition);
    const fact = factOf(row, contract, catalogue, codes, delimiter, faults);
    if (fact) {
      const key = [fact.indicator, fact.measure, fact.area, fact.period, breakdownKey(fact.breakdown)].join("|");
      const twin = seen.get(key);
      if (twin !== undefined) faults.push(["measure", `Line ${twin} gives this fact too.`, "Keep one of the two."]);
      else seen.set(key, row.line);
      facts.push(fact);
    }
    problems.push(...faults.map(([field, what, mend]) => ({ file, line: row.line, what: `${field}: ${what}`, mend })));
  }
  if (rows.length === 0) problems.push({ file, line: 1, what: "There are no facts in this file.", mend: "Add rows." });
  if (problems.length > mostFaults) {
    const more = problems.splice(mostFaults).length;
    problems.push({ file, line: 1, what: `There are ${more} more faults.`, mend: "Mend these first." });
  }
  if (problems.length > 0) return { ok: false, problems };
  const source = catalogue.sources.find((it) => it.id === contract.source);
  const url = source?.links[0]?.url;
  if (!source || url === undefined) throw new Error(`the contract of ${contract.source} was not checked`);
  return {
    ok: true,
    value: { source: source.id, edition, title: `${source.title.nl}, levering van ${edition}`, url, facts },
  };
}

/** A file is one edition of one source: that is what a re-delivery replaces. */
function sharedFaults({ fields }: TableRow, contract: Contract, edition: string): Fault[] {
  const faults: Fault[] = [];
  if (fields.source !== contract.source)
    faults.push(["source", `“${fields.source}” is not ${contract.source}.`, "Deliver one source per file."]);
  if (!editionPattern.test(fields.edition) || Number.isNaN(Date.parse(fields.edition)))
    faults.push([
      "edition",
      `“${fields.edition}” is no edition.`,
      "Write when the figures were made public: 2024, 2024-10 or 2024-10-31.",
    ]);
  else if (fields.edition !== edition)
    faults.push(["edition", `The first row is of edition ${edition}.`, "Deliver one edition per file."]);
  return faults;
}

function factOf(
  row: TableRow,
  contract: Contract,
  catalogue: Catalogue,
  codes: Codes,
  delimiter: string,
  faults: Fault[],
): Fact | undefined {
  const [id = "", name = ""] = row.fields.measure.split("/");
  const indicator = catalogue.indicators.find((it) => it.id === id);
  const measure = measures.find((it): it is Measure => it === name);
  if (!indicator || indicator.source !== contract.source) {
    const own = catalogue.indicators.filter((it) => it.source === contract.source).map((it) => it.id);
    const what = indicator ? `${id} belongs to ${indicator.source ?? "no source"}.` : `There is no indicator “${id}”.`;
    faults.push([
      "measure",
      what,
      `Write an indicator and a measure, such as ${own[0]}/count. Choose from: ${own.join(", ")}.`,
    ]);
    return undefined;
  }
  if (!measure || !indicator.measures.includes(measure)) {
    const list = indicator.measures.map((it) => `${id}/${it}`).join(", ");
    faults.push(["measure", `${id} has no measure “${name}”.`, `Choose from: ${list}.`]);
    return undefined;
  }
  const numbers = checkNumbers(row, { indicator: id, measure }, contract, delimiter, faults);
  const place = checkPlace(row, indicator, contract, codes, faults);
  if (!place) return undefined;
  return { line: row.line, indicator: id, measure, ...place, ...numbers, note: row.fields.note };
}
