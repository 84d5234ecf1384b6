import type { NearDot, NearStrip } from "@impactmonitor/charts/near-strip";
import type { TraitColumn } from "@impactmonitor/views/comparison/area-traits";
import type { ComparableAreas } from "@impactmonitor/views/comparison/comparable-areas";
import { traitValue } from "@impactmonitor/views/comparison/near-words";
import { formatNumber } from "@impactmonitor/views/format";
import type { Desk } from "../desk.ts";
import { words } from "./comparable-words.ts";

/** One trait of all areas, for the page and for a picture of it. */
export interface TraitStrip {
  readonly strip: NearStrip;
  readonly tick: (value: number) => string;
  /** The same in words. */
  readonly alternative: string;
}

/** @returns undefined when the area itself has no value */
export function traitStrip(desk: Desk, view: ComparableAreas, column: TraitColumn): TraitStrip | undefined {
  const { say, language } = desk;
  const { trait, values } = column;
  const dot = (area: ComparableAreas["area"]): NearDot[] => {
    const value = values.get(area.code);
    return value === undefined ? [] : [{ label: area.name, value, text: traitValue(trait, value, language) }];
  };
  const [own] = dot(view.area);
  if (!own) return undefined;
  const near = view.near.flatMap((it) => dot(it.area));
  const named = new Set<string>([view.area.code, ...view.near.map((it) => it.area.code)]);
  const others = [...values].filter(([code]) => !named.has(code)).map(([, value]) => value);
  const tick = (value: number): string =>
    `${formatNumber(value, trait.decimals, language)}${say(trait.unit) === "%" ? "%" : ""}`;
  const all = [...values.values()];
  const spoken = (it: NearDot): string => `${it.label}: ${it.text}`;
  const alternative = say(words.alternative)
    .replace("{own}", spoken(own))
    .replace("{near}", near.map(spoken).join("; "))
    .replace("{low}", tick(Math.min(...all)))
    .replace("{high}", tick(Math.max(...all)));
  return { strip: { log: trait.made.how === "log", own, near, others }, tick, alternative };
}
