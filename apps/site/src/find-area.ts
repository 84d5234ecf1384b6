import MiniSearch from "minisearch";
import type { Area } from "@impactmonitor/model/area";
import type { Language } from "@impactmonitor/model/text";
import type { Book } from "@impactmonitor/views/book";
import { areaLabel } from "@impactmonitor/views/area-words";

export interface AreaEntry {
  readonly code: string;
  readonly names: string;
  readonly label: string;
  readonly href: string;
  /** 1 for a region, lower for what a visitor rarely means. */
  readonly weight: number;
}

const weights = { "vt-region": 1.2, municipality: 1, province: 0.9, nation: 0.9, landsdeel: 0.5, corop: 0.4 } as const;

/**
 * Everything a visitor can type to find an area: present and former names. A municipality without figures of its own
 * leads to its region; a former one to where it went.
 */
export function areaEntries(book: Book, language: Language, href: (area: Area) => string): AreaEntry[] {
  const codes = [...new Set(book.catalogue.areas.map((it) => it.code as string))];
  const lastRegion = new Map<string, string>();
  for (const it of book.catalogue.memberships) lastRegion.set(it.municipality, it.region);
  return codes.flatMap((code): AreaEntry[] => {
    const area = book.area(code);
    if (!area) return [];
    const own = book.indicatorsOf(code).length > 0;
    const region = area.level === "municipality" ? book.area(lastRegion.get(code) ?? "") : undefined;
    if (!own && area.level === "corop") return [];
    const target = own || !region ? area : region;
    const names = [area.name, ...area.aliases].join(" | ");
    const label =
      target === area
        ? areaLabel(area, language)
        : `${area.name} → ${language === "nl" ? "regio" : "region"} ${target.name}`;
    return [{ code, names, label, href: href(target), weight: weights[area.level] }];
  });
}

const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Finds areas by name with tolerance for typing errors; an exact name wins, and alone when it is the only one. */
export function areaFinder(entries: readonly AreaEntry[]): (words: string) => { exact?: AreaEntry; near: AreaEntry[] } {
  const index = new MiniSearch<AreaEntry>({
    idField: "code",
    fields: ["names"],
    processTerm: (term) => fold(term) || null,
    searchOptions: { prefix: true, fuzzy: 0.25, combineWith: "AND" },
  });
  index.addAll(entries);
  const byCode = new Map(entries.map((it) => [it.code, it]));
  return (words) => {
    const asked = fold(words.trim());
    if (asked === "") return { near: [] };
    const same = (it: AreaEntry, names: string[]): boolean => names.some((name) => fold(name) === asked);
    const byName = entries.filter((it) => same(it, [it.names.split(" | ")[0]!]));
    const exact = byName.length > 0 ? byName : entries.filter((it) => same(it, it.names.split(" | ")));
    const targets = new Set(exact.map((it) => it.href));
    const best = exact.toSorted((a, b) => b.weight - a.weight)[0];
    const near = index
      .search(words, { boostDocument: (code) => byCode.get(String(code))?.weight ?? 1 })
      .flatMap((it) => byCode.get(String(it.id)) ?? [])
      .slice(0, 12);
    return targets.size === 1 && best
      ? { exact: best, near }
      : { near: exact.length > 0 ? [...exact, ...near.filter((it) => !exact.includes(it))].slice(0, 12) : near };
  };
}
