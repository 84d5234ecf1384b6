import MiniSearch from "minisearch";
import type { Area, Level } from "@impactmonitor/model/area";
import type { Language, Text } from "@impactmonitor/model/text";
import type { Book } from "@impactmonitor/views/book";
import { areaLabel, levelName } from "@impactmonitor/views/area-words";
import { formatDate, formatList } from "@impactmonitor/views/format";
import { goneFrom, regionsToday, successors } from "@impactmonitor/views/succession";

export interface AreaEntry {
  /** Names the entry; an area whose territory was split has an entry for each place it went to. */
  readonly key: string;
  readonly names: string;
  readonly label: string;
  readonly href: string;
  /** The area that `href` leads to. */
  readonly area: Area;
  readonly level: Level;
  /** Higher for what a visitor more often means. */
  readonly weight: number;
}

/** What a name most often means to who types it: the region, and hardly ever a COROP area. */
const weights: Readonly<Record<Level, number>> = {
  "vt-region": 1.2,
  municipality: 1,
  province: 0.9,
  nation: 0.8,
  landsdeel: 0.5,
  corop: 0.3,
};

/**
 * Everything a visitor can type to find an area, what is most often meant first: present and former names.
 * A municipality without figures of its own leads to the region that its territory lies in today. A former one says that
 * it is former and what became of it; when it was split over regions, it leads to each.
 */
export function areaEntries(book: Book, language: Language, href: (area: Area) => string): AreaEntry[] {
  const codes = [...new Set(book.catalogue.areas.map((it) => it.code as string))];
  const entries = codes.flatMap((code): AreaEntry[] => {
    const area = book.area(code);
    if (!area) return [];
    const own = book.indicatorsOf(code).length > 0;
    if (!own && area.level === "corop") return [];
    const former = area.validTo === undefined ? "" : ` (${untilWords[language]} ${dayWords(goneFrom(area), language)}`;
    const entry = { names: [area.name, ...area.aliases].join(" | "), level: area.level };
    const weight = weights[area.level] - (former ? 0.05 : 0);
    const regions = area.level === "municipality" && !own ? regionsToday(book, area) : [];
    if (regions.length === 0) {
      const label = areaLabel(area, language) + (former && `${former})`);
      return [{ ...entry, weight, key: code, label, area, href: href(area) }];
    }
    return regions.map((region) => {
      const parts = successors(book, area).filter((it) => regionsToday(book, it).includes(region));
      const now = formatList(
        parts.map((it) => it.name),
        language,
      );
      const became = `, ${(regions.length > 1 ? partlyWords : nowWords)[language]} ${now})`;
      const label = `${area.name}${former && former + became} → ${levelName("vt-region")[language]} ${region.name}`;
      return { ...entry, weight, key: `${code}/${region.code}`, label, area: region, href: href(region) };
    });
  });
  return entries.toSorted((a, b) => b.weight - a.weight);
}

const untilWords: Text = { nl: "bestond tot", en: "existed until" };
const nowWords: Text = { nl: "nu", en: "now" };
const partlyWords: Text = { nl: "nu voor een deel", en: "now in part" };

/** Most areas end with a year: then the year says enough. */
const dayWords = (day: string, language: Language): string =>
  day.endsWith("-01-01") ? day.slice(0, 4) : formatDate(day, language);

const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * Finds areas by name with tolerance for typing errors; an exact name wins, and alone when it is the only one.
 * The name of a COROP area is never taken alone when something else begins with it: hardly anybody means one.
 */
export function areaFinder(entries: readonly AreaEntry[]): (words: string) => { exact?: AreaEntry; near: AreaEntry[] } {
  const index = new MiniSearch<AreaEntry>({
    idField: "key",
    fields: ["names"],
    processTerm: (term) => fold(term) || null,
    searchOptions: { prefix: true, fuzzy: 0.25, combineWith: "AND" },
  });
  index.addAll(entries);
  const byKey = new Map(entries.map((it) => [it.key, it]));
  return (words) => {
    const asked = fold(words.trim());
    if (asked === "") return { near: [] };
    const same = (it: AreaEntry, names: string[]): boolean => names.some((name) => fold(name) === asked);
    const byName = entries.filter((it) => same(it, [it.names.split(" | ")[0]!]));
    const exact = byName.length > 0 ? byName : entries.filter((it) => same(it, it.names.split(" | ")));
    const targets = new Set(exact.map((it) => it.href));
    const found = index
      .search(words, { boostDocument: (key) => byKey.get(String(key))?.weight ?? 1 })
      .flatMap((it) => byKey.get(String(it.id)) ?? []);
    const near = [...new Set([...exact, ...found])]
      .toSorted((a, b) => Number(a.level === "corop") - Number(b.level === "corop"))
      .slice(0, 12);
    const begun = near.some((it) => it.level !== "corop" && fold(it.names).startsWith(asked));
    const best = exact[0];
    return best && targets.size === 1 && (best.level !== "corop" || !begun) ? { exact: best, near } : { near };
  };
}
