import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Problem } from "../../src/problem.ts";
import { planTables } from "../../src/derive/plan-tables.ts";
import { readDefinitions } from "../../src/derive/read-definitions.ts";
import { catalogueCopy, lineOf, replaced, type CatalogueCopy } from "../catalogue-copy.ts";
import { catalogue, definitions, protocol, protocols } from "./counting-rules.ts";

let copy: CatalogueCopy;
beforeAll(() => {
  copy = catalogueCopy(["reports-received"]);
});
afterEach(() => copy.mend());
afterAll(() => copy.clean());

const problems = (): Problem[] => {
  const read = readDefinitions(copy.root, catalogue, protocols);
  return read.ok ? [] : read.problems;
};
const types = "catalogue/definitions/violence-type-reports.yaml";
const share = "catalogue/definitions/unsafe-reports-share.yaml";
const police = "catalogue/definitions/cases-reported-to-police.yaml";
const counting = "catalogue/counting/vt-2.0.yaml";

interface Mistake {
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
  readonly at: string;
  readonly what: RegExp;
}
const mistakes: Readonly<Record<string, Mistake>> = {
  "an unknown indicator": {
    file: types,
    from: "indicator: violence-type-reports",
    to: "indicator: violence",
    at: "indicator: violence",
    what: /There is no indicator violence\./,
  },
  "an unknown kind of record": {
    file: types,
    from: "record: melding",
    to: "record: rapport",
    at: "record: rapport",
    what: /rapport is not counted/,
  },
  "a breakdown that the catalogue doesn't have": {
    file: types,
    from: "by: [violence-type,",
    to: "by: [violence-duration, violence-type,",
    at: "by: [",
    what: /does not divide violence-type-reports by violence-duration/,
  },
  "a breakdown that was forgotten": {
    file: types,
    from: "by: [violence-type, additional-information]",
    to: "by: [violence-type]",
    at: "by: [",
    what: /the breakdown additional-information, and it is not derived/,
  },
  "a measure that was forgotten": {
    file: types,
    from: "measures: [count, percent, per-100000]",
    to: "measures: [count, percent]",
    at: "measures: [",
    what: /the measure per-100000, and it is not derived/,
  },
  "a measure that the catalogue doesn't have": {
    file: types,
    from: "measures: [count, percent, per-100000]",
    to: "measures: [count, percent, per-100000, mean]",
    at: "measures: [",
    what: /The catalogue has no mean/,
  },
  "a percentage without a denominator": {
    file: types,
    from: /^of: .*$/m,
    to: "",
    at: "measures: [",
    what: /no denominator/,
  },
  "a reason for something that isn't promised": {
    file: types,
    from: "notes:",
    to: "notDerived: [{ level: corop, reason: { nl: a, en: b } }]\nnotes:",
    at: "notDerived",
    what: /does not promise the level corop/,
  },
  "an unknown category": {
    file: share,
    from: "safety: [acute-or-structural]",
    to: "safety: [unsafe]",
    at: "safety: [unsafe]",
    what: /melding has no safety=unsafe/,
  },
  "a choice that isn't there": {
    file: share,
    from: "value: in-denominator",
    to: "value: both",
    at: "value: both",
    what: /both is none of the choices/,
  },
  "a parameter that isn't there": {
    file: share,
    from: "{ parameter: not-yet-assessed-reports }",
    to: "{ parameter: assessed }",
    at: "parameter: assessed",
    what: /There is no parameter assessed/,
  },
  "an unknown field": {
    file: police,
    from: "melding_politie",
    to: "aangifte",
    at: "aangifte",
    what: /overdracht has no flag or single code aangifte/,
  },
  "an unknown code": {
    file: police,
    from: "melding_politie: [true]",
    to: 'organisatie: ["77"]',
    at: '["77"]',
    what: /77 is no answer to overdracht.organisatie/,
  },
  "a related record of something that isn't a case": {
    file: police,
    from: ", once: case",
    to: "",
    at: "where: ",
    what: /Only cases have related records/,
  },
  "a date that isn't there": {
    file: counting,
    from: "when: datum_einde",
    to: "when: einde",
    at: "when: einde",
    what: /dienst has no field einde/,
  },
  "a source of categories that isn't there": {
    file: counting,
    from: "violence-duration: { fields: [duur] }",
    to: "violence-duration: { fields: [looptijd] }",
    at: "looptijd",
    what: /advies has no field looptijd/,
  },
  "a category that isn't in the code list": {
    file: counting,
    from: "acute: [acuut], structural",
    to: "urgent: [acuut], structural",
    at: "safety:",
    what: /urgent is no category of safety/,
  },
};

describe("the check of the definitions", () => {
  test("finds nothing to mend in the committed ones", () => {
    expect(problems()).toEqual([]);
  });

  test.each(Object.entries(mistakes))("names %s, with file, line and mend", (_, { file, from, to, at, what }) => {
    copy.spoil(file, replaced(from, to));
    const found = problems().filter((it) => what.test(it.what));
    expect(found.length, JSON.stringify(problems())).toBeGreaterThan(0);
    expect(found[0]).toMatchObject({ file, line: lineOf(copy.read(file), at) });
    expect(found[0]?.mend).not.toBe("");
  });

  test("misses the definition of an indicator with this source", () => {
    copy.spoil(share, () => undefined);
    expect(problems()).toMatchObject([
      {
        file: "catalogue/indicators/unsafe-reports-share.yaml",
        what: "How unsafe-reports-share follows from records is not defined.",
      },
    ]);
  });
});

describe("the plan of what to count", () => {
  const plan = planTables({ ...definitions, protocol, catalogue });

  test("has every measure, in total or by category, of each indicator of the source", () => {
    const indicators = catalogue.indicators.filter((it) => it.source === "veilig-thuis");
    expect(indicators.length).toBe(26);
    for (const it of indicators) {
      const its = plan.formulas.filter((formula) => formula.indicator === it.id);
      expect(new Set(its.map((formula) => formula.measure)), it.id).toEqual(new Set(it.measures));
      const divided = new Set(its.map((formula) => formula.breakdown.split("=")[0]).filter((name) => name !== ""));
      expect(divided, it.id).toEqual(new Set(it.breakdowns.map((breakdown) => breakdown.dimension)));
      for (const formula of its)
        expect([formula.levels, formula.periodKinds], it.id).toEqual([it.levels, it.periodKinds]);
    }
  });

  test("refers only to cells that are counted, and counts each total once", () => {
    const cells = new Set(plan.tables.flatMap((it) => [...it.tests.keys()].map((category) => `${it.id} ${category}`)));
    for (const { numerator, denominator } of plan.formulas)
      for (const it of [numerator, ...(denominator ? [denominator] : [])])
        expect(cells).toContain(`${it.table} ${it.category}`);
    for (const table of plan.tables)
      for (const it of table.within) expect(cells).toContain(`${it.table} ${it.category}`);
    expect(new Set(plan.tables.map((it) => it.id)).size).toBe(plan.tables.length);
  });

  test("follows a parameter: reports not yet assessed can leave the denominator", () => {
    const changed = definitions.definitions.map((it) =>
      it.indicator === "unsafe-reports-share"
        ? {
            ...it,
            parameters: {
              "not-yet-assessed-reports": { ...it.parameters["not-yet-assessed-reports"]!, value: "left-out" },
            },
          }
        : it,
    );
    const other = planTables({ ...definitions, definitions: changed, protocol, catalogue });
    expect(other.formulas.find((it) => it.indicator === "unsafe-reports-share")?.denominator).toEqual({
      table: "melding[assessment-outcome=next-steps-at-veilig-thuis+transfer+no-next-steps+regional-approach]",
      category: "",
    });
  });

  test("says which sums hold", () => {
    const reports = plan.tables.find((it) => it.id === "melding")!;
    const sums = (dimension: string) => reports.divisions.find((it) => it.dimension === dimension)?.sums;
    expect(sums("safety")).toEqual([]);
    expect(sums("violence-type")).toEqual([]);
    expect(sums("previous-involvement")).toContainEqual({
      whole: "repeat-report",
      parts: ["repeat-several-known", "repeat-one-known"],
    });
    expect(sums("role-or-organisation")).toContainEqual({
      whole: "role-justice",
      parts: ["role-police-officer", "role-public-prosecutor", "role-justice-other"],
    });
    // A doctor who is no nurse is in no category below “medical”: those don't add up.
    expect(sums("role-or-organisation")?.some((it) => it.whole === "role-medical")).toBe(false);
  });
});
