import type { Area, Level } from "@impactmonitor/model/area";
import type { Catalogue } from "@impactmonitor/model/catalogue";
import type { Codelist } from "@impactmonitor/model/codelist";
import type { ContextSource, ContextValue } from "@impactmonitor/model/context";
import { areaCode, type AreaCode } from "@impactmonitor/model/id";
import type { Indicator } from "@impactmonitor/model/indicator";
import { observationKey, type Observation } from "@impactmonitor/model/observation";
import type { Source } from "@impactmonitor/model/source";
import type { Theme } from "@impactmonitor/model/theme";

/** What a view may ask of an edition. The site fills it; a test can fill it by hand. */
export interface EditionContent {
  readonly id: string;
  readonly date: string;
  readonly kind: "published" | "practice";
  readonly catalogue: Catalogue;
  readonly observations: (indicator: string) => readonly Observation[];
  readonly contextValues: readonly ContextValue[];
  /** The public tables that these were read from. */
  readonly contextSources: readonly ContextSource[];
}

/** An edition with its indexes: everything is found by id, code or slug without searching. */
export interface Book extends EditionContent {
  /** Published figures, and those of another area with the same territory (`publishedFor`). */
  readonly observations: (indicator: string) => readonly Observation[];
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly themes: ReadonlyMap<string, Theme>;
  readonly codelists: ReadonlyMap<string, Codelist>;
  /** Indicators that have a figure for an area, in catalogue order. */
  readonly indicatorsOf: (area: string) => readonly Indicator[];
  readonly observationsOf: (indicator: string, area: string) => readonly Observation[];
  /** The area as it is on a day; without a day, its latest form. */
  readonly area: (code: string, day?: string) => Area | undefined;
  readonly areaBySlug: (level: Level, slug: string) => Area | undefined;
  /** Areas of a level that exist on a day, by name. */
  readonly areasAt: (level: Level, day: string) => readonly Area[];
  readonly contextOf: (area: string) => readonly ContextValue[];
  readonly contextSource: (id: string) => ContextSource | undefined;
  readonly municipalitiesOf: (area: AreaCode, year: number) => readonly Area[];
}

const collator = new Intl.Collator("nl");
export const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  collator.compare(sortName(a.name), sortName(b.name));
/** 's-Gravenhage is found under the g. */
const sortName = (name: string): string => name.replace(/^'[st][- ]/, "");

/** Builds the indexes of an edition once; everything after is a look-up. */
export function openBook(edition: EditionContent): Book {
  const { catalogue } = edition;
  const themeOrder = new Map(catalogue.themes.map((it, i) => [it.id, i]));
  const first = (it: Indicator): string => it.register.instrument02[0] ?? "I2-99";
  const inOrder = [...catalogue.indicators].sort(
    (a, b) =>
      (themeOrder.get(a.theme) ?? 99) - (themeOrder.get(b.theme) ?? 99) ||
      (first(a) < first(b) ? -1 : first(a) > first(b) ? 1 : a.id < b.id ? -1 : 1),
  );
  const forms = Map.groupBy(catalogue.areas, (it) => it.code as string);
  for (const list of forms.values()) list.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const slugs = new Map(catalogue.areas.map((it) => [`${it.level}/${it.slug}`, it.code as string]));
  const area: Book["area"] = (code, day) => {
    const list = forms.get(code);
    return day === undefined ? list?.at(-1) : list?.find((it) => existsOn(it, day));
  };
  const all = new Map(
    inOrder.map((it) => [it.id, withEqualTerritories(edition.observations(it.id), catalogue.equalTerritories)]),
  );
  const perArea = new Map<string, Map<string, Observation[]>>();
  for (const indicator of inOrder)
    for (const it of all.get(indicator.id) ?? []) {
      const of = perArea.get(it.area) ?? new Map<string, Observation[]>();
      perArea.set(it.area, of);
      const list = of.get(indicator.id);
      if (list) list.push(it);
      else of.set(indicator.id, [it]);
    }
  const indicators = new Map(inOrder.map((it) => [it.id, it]));
  const context = Map.groupBy(edition.contextValues, (it) => it.area as string);
  const tables = new Map(edition.contextSources.map((it) => [it.id, it]));
  const members = Map.groupBy(catalogue.memberships, (it) => it.year);
  return {
    ...edition,
    observations: (id) => all.get(id) ?? [],
    catalogue: { ...catalogue, indicators: inOrder },
    indicators,
    sources: new Map(catalogue.sources.map((it) => [it.id, it])),
    themes: new Map(catalogue.themes.map((it) => [it.id, it])),
    codelists: new Map(catalogue.codelists.map((it) => [it.id, it])),
    indicatorsOf: (code) => [...(perArea.get(code)?.keys() ?? [])].map((id) => indicators.get(id)!),
    observationsOf: (id, code) => perArea.get(code)?.get(id) ?? [],
    area,
    areaBySlug: (level, slug) => {
      const code = slugs.get(`${level}/${slug}`);
      return code === undefined ? undefined : area(code);
    },
    areasAt: (level, day) => catalogue.areas.filter((it) => it.level === level && existsOn(it, day)).sort(byName),
    contextOf: (code) => context.get(code) ?? [],
    contextSource: (id) => tables.get(id),
    municipalitiesOf: (code, year) =>
      (members.get(year) ?? [])
        .filter((it) => it.region === code || it.province === code)
        .flatMap((it) => area(it.municipality, `${year}-12-31`) ?? area(it.municipality) ?? [])
        .sort(byName),
  };
}

/** Adds, for areas with the same territory, what was published for the other only; it says for which. */
function withEqualTerritories(
  observations: readonly Observation[],
  pairs: Catalogue["equalTerritories"],
): readonly Observation[] {
  const areas = new Set(observations.map((it) => it.area as string));
  const borrowed: Observation[] = [];
  const have = new Set(observations.map(observationKey));
  for (const pair of pairs)
    for (const [to, from] of [pair, [pair[1], pair[0]] as const]) {
      // Nobody looks for a COROP area when the region of the same shape has the figure.
      if (!areas.has(from) || to.startsWith("CR")) continue;
      for (const it of observations) {
        if (it.area !== from) continue;
        const copy = { ...it, area: areaCode(to), publishedFor: it.area };
        const key = observationKey(copy);
        if (!have.has(key)) borrowed.push(copy);
        have.add(key);
      }
    }
  return borrowed.length === 0 ? observations : [...observations, ...borrowed];
}

export const existsOn = (area: Area, day: string): boolean =>
  area.validFrom <= day && (area.validTo === undefined || area.validTo >= day);
