import { contextVariableSchema, type ContextValue, type ContextVariable } from "@impactmonitor/model/context";
import { areaCode } from "@impactmonitor/model/id";

const text = { nl: "woorden", en: "words" };
const variable = (id: string, more: Readonly<Record<string, unknown>> = {}): ContextVariable =>
  contextVariableSchema.parse({
    id,
    title: { nl: `Titel van ${id}`, en: `Title of ${id}` },
    unit: { nl: "per km²", en: "per km²" },
    about: text,
    group: "population",
    decimals: 0,
    table: { id: "1NED", title: text, url: "https://www.cbs.nl/1" },
    ...more,
  });

/** A total, a part of it, a density and a class. */
export const sampleVariables: readonly ContextVariable[] = [
  variable("inhabitants", { unit: { nl: "inwoners", en: "inhabitants" } }),
  variable("children", {
    unit: { nl: "kinderen", en: "children" },
    comparable: {
      of: "inhabitants",
      per: 100,
      decimals: 1,
      title: { nl: "Kinderen", en: "Children" },
      unit: { nl: "procent van de inwoners", en: "per cent of the inhabitants" },
    },
  }),
  variable("density", { comparable: "as-is", group: "space" }),
  variable("urban-class", { group: "space" }),
];

export const fact = (
  id: string,
  area: string,
  year: number,
  value: number,
  more: Partial<ContextValue> = {},
): ContextValue => ({
  area: areaCode(area),
  classification: String(year),
  year,
  variable: id,
  value,
  status: "official",
  source: "cbs-1",
  ...more,
});
