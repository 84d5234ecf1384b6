import type { Catalogue } from "@impactmonitor/model/catalogue";
import type { Protocol } from "../deliveries/protocol.ts";
import type { Problem } from "../problem.ts";
import type { YamlFile } from "../read-yaml.ts";
import type { Condition, Counting, Definition } from "./definition.ts";
import { namedDimension } from "./plan-tables.ts";

interface Rules {
  readonly counting: Counting;
  readonly protocol: Protocol;
  readonly catalogue: Catalogue;
}
type Path = readonly PropertyKey[];
type Report = (path: Path, what: string, mend: string) => void;

const derivedMeasures = ["count", "percent", "per-10000", "per-100000", "per-million"];
const derivedLevels = ["nation", "landsdeel", "province", "vt-region", "municipality"];
const derivedPeriods = ["half-year", "year"];

function reporter(file: YamlFile<unknown>, problems: Problem[]): Report {
  return (path, what, mend) => void problems.push({ file: file.file, line: file.lineOf(path), what, mend });
}

/** What counting rules name must be in the protocol and the code lists. */
export function checkCounting(file: YamlFile<Counting>, rules: Rules): Problem[] {
  const problems: Problem[] = [];
  const report = reporter(file, problems);
  const { records, latest, previousInvolvement } = file.value;
  const field = (record: string, name: string, path: Path, type?: string): void =>
    mustHave(rules, report, record, name, path, type);
  for (const [type, rule] of Object.entries(records)) {
    const at = ["records", type];
    field(type, rule.when, [...at, "when"], "date");
    if ("field" in rule.municipality && !("of" in rule.municipality))
      field(type, rule.municipality.field, [...at, "municipality"], "municipality");
    if ("of" in rule.municipality) {
      field(type, rule.municipality.by, [...at, "municipality"], "reference");
      field(rule.municipality.of, rule.municipality.field, [...at, "municipality"], "municipality");
    }
    if (rule.case) field(type, rule.case, [...at, "case"], "reference");
    for (const [dimension, source] of Object.entries(rule.dimensions)) {
      const here = [...at, "dimensions", dimension];
      const codelist = rules.catalogue.codelists.find((it) => it.id === dimension);
      if (!codelist) report(here, `There is no code list ${dimension}.`, "Mend the id, or add the code list.");
      if ("fields" in source) for (const it of source.fields) field(type, it, here, "code");
      if ("fields" in source && source.without) field(type, source.without, here, "flag");
      if ("recode" in source && !Object.hasOwn(rules.protocol.recodes, source.recode))
        report(here, `The protocol has no recode ${source.recode}.`, "Mend the name.");
      if ("latest" in source && !Object.hasOwn(latest, source.latest))
        report(here, `There is no rule for the latest ${source.latest}.`, "Add it under latest.");
      if ("flags" in source)
        for (const it of Object.values(source.flags).flat()) field(source.latest, it, here, "flag");
      if ("none" in source) field(source.latest, source.field, here, "code");
      for (const category of namedDimension(dimension, type, rules).tests.keys())
        if (codelist && !codelist.codes.some((it) => it.id === category))
          report(here, `${category} is no category of ${dimension}.`, "Mend the category.");
    }
  }
  for (const [type, rule] of Object.entries(latest)) {
    field(type, rule.by, ["latest", type, "by"], "reference");
    field(type, rule.date, ["latest", type, "date"], "date");
  }
  for (const part of ["reports", "closings", "assessments", "monitoring"] as const) {
    field(previousInvolvement[part].record, previousInvolvement[part].key, ["previousInvolvement", part]);
    field(previousInvolvement[part].record, previousInvolvement[part].date, ["previousInvolvement", part], "date");
  }
  field(previousInvolvement.persons.record, previousInvolvement.persons.key, ["previousInvolvement", "persons"]);
  return problems;
}

function mustHave({ protocol }: Rules, report: Report, record: string, name: string, path: Path, type?: string): void {
  const it = protocol.records[record]?.fields[name];
  if (!it) report(path, `${record} has no field ${name}.`, "Mend the name of the record or the field.");
  else if (type !== undefined && it.type !== type)
    report(path, `${record}.${name} is no ${type}.`, `Name a field that is a ${type}.`);
}

/** What a definition names must exist, and it must give all that the catalogue promises, or say why not. */
export function checkDefinition(file: YamlFile<Definition>, rules: Rules): Problem[] {
  const problems: Problem[] = [];
  const report = reporter(file, problems);
  const { indicator: id, count, by, of, parameters, where } = file.value;
  if (!file.file.endsWith(`/${id}.yaml`))
    report(["indicator"], `The indicator is ${id}.`, `Name the file ${id}.yaml, or mend the id.`);
  const indicator = rules.catalogue.indicators.find((it) => it.id === id);
  if (!indicator) report(["indicator"], `There is no indicator ${id}.`, "Mend the id, or add the indicator.");
  if (file.value.protocol !== rules.counting.protocol)
    report(
      ["protocol"],
      `There are no counting rules for ${file.value.protocol}.`,
      `Write ${rules.counting.protocol}.`,
    );
  const record = rules.counting.records[count.record];
  if (!record)
    report(["count", "record"], `${count.record} is not counted.`, "Add it to the counting rules, or mend the name.");
  if (!record || !indicator) return problems;
  if (count.once && !record.case)
    report(["count", "once"], `${count.record} has no case.`, "Count the records themselves.");
  checkCondition(where, ["where"], count, rules, report);
  if (of) checkCondition(of.where, ["of", "where"], count, rules, report);
  for (const [name, { value, choices }] of Object.entries(parameters)) {
    if (!Object.hasOwn(choices, value))
      report(["parameters", name, "value"], `${value} is none of the choices.`, "Take one of them.");
    if (of?.parameter !== name)
      report(["parameters", name], `Nothing uses ${name}.`, "Name it under of, or remove it.");
    for (const [choice, it] of Object.entries(choices))
      checkCondition(it, ["parameters", name, "choices", choice], count, rules, report);
  }
  if (of?.parameter && !Object.hasOwn(parameters, of.parameter))
    report(["of", "parameter"], `There is no parameter ${of.parameter}.`, "Add it under parameters.");
  for (const [i, dimension] of by.entries()) {
    const breakdown = indicator.breakdowns.find((it) => it.dimension === dimension);
    if (!breakdown)
      report(
        ["by", i],
        `The catalogue does not divide ${id} by ${dimension}.`,
        "Remove it, or add the breakdown there.",
      );
    if (!Object.hasOwn(record.dimensions, dimension))
      report(["by", i], `${count.record} has no ${dimension}.`, "Say in the counting rules where it comes from.");
    else if (
      breakdown?.response === "exclusive" &&
      !namedDimension(dimension, count.record, rules).sums.some((it) => it.whole === "")
    )
      report(
        ["by", i],
        `The categories of ${dimension} do not add up to the total.`,
        "Call the breakdown multiple in the catalogue.",
      );
  }
  checkPromises(file.value, indicator, rules, report);
  return problems;
}

function checkCondition(
  { fields = {}, categories = {}, has }: Condition,
  path: Path,
  { record, once }: Definition["count"],
  rules: Rules,
  report: Report,
): void {
  const answers = (type: string, given: Readonly<Record<string, readonly (string | boolean)[]>>, at: Path): void => {
    for (const [name, these] of Object.entries(given)) {
      const field = rules.protocol.records[type]?.fields[name];
      const codes =
        field?.type === "code" && !field.multiple ? Object.keys(rules.protocol.lists[field.list]?.codes ?? {}) : [];
      const possible: readonly (string | boolean)[] = field?.type === "flag" ? [true, false] : codes;
      if (possible.length === 0)
        report([...at, name], `${type} has no flag or single code ${name}.`, "Mend the name of the field.");
      else
        for (const it of these)
          if (!possible.includes(it))
            report([...at, name], `${it} is no answer to ${type}.${name}.`, `Choose from: ${possible.join(", ")}.`);
    }
  };
  answers(record, fields, [...path, "fields"]);
  for (const [dimension, these] of Object.entries(categories))
    for (const it of these)
      if (!namedDimension(dimension, record, rules).tests.has(it))
        report(
          [...path, "categories", dimension],
          `${record} has no ${dimension}=${it}.`,
          "Mend the dimension or the category.",
        );
  if (!has) return;
  if (!once) report([...path, "has"], "Only cases have related records.", "Count once per case, or leave it out.");
  if (!rules.counting.records[has.record]?.case)
    report([...path, "has", "record"], `${has.record} has no case.`, "Name a record that belongs to a case.");
  answers(has.record, has.fields, [...path, "has", "fields"]);
}

/** Each measure, breakdown, category, level and kind of period of the catalogue is derived, or listed with a reason; never both. */
function checkPromises(
  definition: Definition,
  indicator: Catalogue["indicators"][number],
  rules: Rules,
  report: Report,
): void {
  const { measures, by, of, notDerived, count } = definition;
  type Kind = "measure" | "breakdown" | "category" | "level" | "periodKind";
  const promise = (kind: Kind, promised: readonly string[], derived: readonly string[], path: Path): void => {
    const left = new Set(notDerived.flatMap((it) => it[kind] ?? []));
    for (const it of promised)
      if (!derived.includes(it) && !left.has(it))
        report(
          path,
          `The catalogue has the ${kind} ${it}, and it is not derived.`,
          "Derive it, or list it under notDerived with the reason.",
        );
    for (const [i, it] of notDerived.entries())
      if (it[kind] !== undefined && !promised.includes(it[kind]))
        report(
          ["notDerived", i, kind],
          `The catalogue does not promise the ${kind} ${it[kind]}.`,
          "Remove it from the list.",
        );
  };
  promise(
    "measure",
    indicator.measures,
    measures.filter((it) => derivedMeasures.includes(it)),
    ["measures"],
  );
  promise(
    "breakdown",
    indicator.breakdowns.map((it) => it.dimension),
    by,
    ["by"],
  );
  const inList = by.flatMap(
    (it) => rules.catalogue.codelists.find((its) => its.id === it)?.codes.map((code) => `${it}=${code.id}`) ?? [],
  );
  const given = by.flatMap((it) =>
    [...namedDimension(it, count.record, rules).tests.keys()].map((code) => `${it}=${code}`),
  );
  promise("category", inList, given, ["by"]);
  promise("level", indicator.levels, derivedLevels, ["indicator"]);
  promise("periodKind", indicator.periodKinds, derivedPeriods, ["indicator"]);
  for (const [i, it] of measures.entries())
    if (!indicator.measures.includes(it))
      report(["measures", i], `The catalogue has no ${it} of this.`, "Remove it, or add it to the catalogue.");
  if (measures.includes("percent") && !of)
    report(["measures"], "A percentage has no denominator.", "Say under of what it is a part of.");
  if (!definition.total && by.length === 0)
    report(["total"], "No figure is left.", "Write total: true, or divide by something.");
}
