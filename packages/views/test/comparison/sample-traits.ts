import { areaCode } from "@impactmonitor/model/id";
import type { ContextValue, ContextVariable } from "@impactmonitor/model/context";
import { traitSchema, type Trait } from "@impactmonitor/model/trait";

const text = { nl: "woorden", en: "words" };

export const sampleTrait = (id: string, made: Trait["made"], more: Readonly<Record<string, unknown>> = {}): Trait =>
  traitSchema.parse({
    id,
    title: { nl: `Kenmerk ${id}`, en: `Trait ${id}` },
    unit: { nl: "%", en: "%" },
    decimals: 1,
    more: { nl: "hoger", en: "higher" },
    less: { nl: "lager", en: "lower" },
    made,
    weight: 1,
    why: text,
    ...more,
  });

export const sampleVariable = (id: string): ContextVariable => ({
  id,
  title: { nl: `Variabele ${id}`, en: `Variable ${id}` },
  unit: text,
  about: text,
  group: "population",
  decimals: 0,
  table: { id: "00000NED", title: text, url: "https://example.org/table" },
});

export const contextValue = (
  area: string,
  variable: string,
  value: number,
  more: Partial<ContextValue> = {},
): ContextValue => ({
  area: areaCode(area),
  classification: "2024",
  year: 2024,
  variable,
  value,
  status: "official",
  source: "cbs",
  ...more,
});
