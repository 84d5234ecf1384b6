import type { Area } from "@impactmonitor/model/area";
import { traitWeights, type TraitWeight } from "@impactmonitor/model/trait";
import type { Book } from "@impactmonitor/views/book";
import { fewest, most, usualCount, type ComparableChoice } from "@impactmonitor/views/comparison/comparable-areas";
import { areaParameter } from "./paths.ts";
import { BadQuery, queryArea } from "./query.ts";

/** The parameters of the page with comparable areas: what the address of a choice holds. */
export interface ComparableQuery {
  readonly regio: string | undefined;
  readonly gewicht: string | undefined;
  readonly zonder: string | undefined;
  readonly aantal: string | undefined;
}

const listOf = (value: string | undefined): string[] => (value ?? "").split(",").filter(Boolean);

/** The visitor's choice for an area; what can't be read is said, not left out. */
export function readComparable(
  book: Book,
  area: Area,
  query: Readonly<Record<string, string>>,
): ComparableChoice | BadQuery {
  const weights: Record<string, TraitWeight> = {};
  for (const item of listOf(query.gewicht)) {
    const [id = "", asked = "", ...rest] = item.split(":");
    const weight = traitWeights.find((it) => String(it) === asked);
    const trait = book.catalogue.traits.find((it) => it.id === id);
    if (!trait || weight === undefined || rest.length > 0) return badWeight;
    weights[trait.id] = weight;
  }
  const without = new Set<string>();
  for (const item of listOf(query.zonder)) {
    const found = queryArea(book, item);
    if (found instanceof BadQuery) return found;
    if (found?.level !== area.level) return badArea;
    if (found.code !== area.code) without.add(found.code);
  }
  const count = query.aantal === undefined ? undefined : Number(query.aantal);
  if (count !== undefined && !(Number.isInteger(count) && count >= fewest && count <= most)) return badCount;
  return { weights, without: [...without], ...(count === undefined ? {} : { count }) };
}

/** The parameters of a choice, without what is as usual and in a fixed order: one choice has one address. */
export function comparableQuery(book: Book, area: Area | undefined, choice: ComparableChoice): ComparableQuery {
  const weights = book.catalogue.traits.flatMap((trait) => {
    const weight = choice.weights?.[trait.id];
    return weight === undefined || weight === trait.weight ? [] : [`${trait.id}:${weight}`];
  });
  const without = (choice.without ?? []).flatMap((code) => book.area(code) ?? []).map(areaParameter);
  return {
    regio: area && areaParameter(area),
    gewicht: weights.join(",") || undefined,
    zonder: [...new Set(without)].sort().join(",") || undefined,
    aantal: choice.count === undefined || choice.count === usualCount ? undefined : String(choice.count),
  };
}

const badWeight = new BadQuery({
  nl: "Een kenmerk of gewicht in dit adres is niet te lezen. Schrijf bijvoorbeeld ?gewicht=income:0,children:2.",
  en: "A trait or weight in this address can’t be read. Write for instance ?gewicht=income:0,children:2.",
});
const badArea = new BadQuery({
  nl: "Een gebied dat u weglaat moet van dezelfde soort zijn als het gebied dat u vergelijkt.",
  en: "An area that you leave out must be of the same kind as the area you compare.",
});
const badCount = new BadQuery({
  nl: `Het aantal gebieden is een heel getal van ${fewest} tot en met ${most}.`,
  en: `The number of areas is a whole number from ${fewest} to ${most}.`,
});
