import type { Area, Level } from "@impactmonitor/model/area";
import type { EditionKind } from "@impactmonitor/model/edition";
import { languages, type Language } from "@impactmonitor/model/text";

/** The first part of each address. These are promises: others link to them. */
const words = {
  indicators: { nl: "indicatoren", en: "indicators" },
  indicator: { nl: "indicator", en: "indicator" },
  theme: { nl: "thema", en: "theme" },
  nation: { nl: "nederland", en: "netherlands" },
  sources: { nl: "bronnen", en: "sources" },
  source: { nl: "bron", en: "source" },
  regions: { nl: "regios", en: "regions" },
  glossary: { nl: "begrippen", en: "glossary" },
  about: { nl: "over", en: "about" },
  news: { nl: "nieuw", en: "whats-new" },
  accessibility: { nl: "toegankelijkheid", en: "accessibility" },
  privacy: { nl: "privacy", en: "privacy" },
  editions: { nl: "edities", en: "editions" },
  reading: { nl: "lezen", en: "reading" },
  guide: { nl: "wegwijzer", en: "guide" },
  knowledge: { nl: "kennisgedreven-werken", en: "knowledge-driven-work" },
  steps: { nl: "stappenplan", en: "step-plan" },
  talk: { nl: "gesprek", en: "conversation" },
  enrich: { nl: "verrijken", en: "enriching" },
  answers: { nl: "vraag-en-antwoord", en: "questions-and-answers" },
  model: { nl: "model", en: "model" },
  approaches: { nl: "wat-werkt", en: "what-works" },
  monitors: { nl: "andere-monitors", en: "other-monitors" },
  contact: { nl: "contact", en: "contact" },
  limits: { nl: "kan-en-kan-niet", en: "can-and-cannot" },
  safety: { nl: "veilig-kijken", en: "safe-browsing" },
  find: { nl: "vind", en: "find" },
  comparable: { nl: "vergelijkbaar", en: "comparable" },
  compare: { nl: "vergelijken", en: "compare" },
  embed: { nl: "insluiten", en: "embed" },
  report: { nl: "rapport", en: "report" },
  questions: { nl: "vragen", en: "questions" },
  examples: { nl: "voorbeelden", en: "examples" },
  search: { nl: "zoeken", en: "search" },
  exercise: { nl: "oefening", en: "exercise" },
} as const;
export type Word = keyof typeof words;

const levelWords: Readonly<Record<Exclude<Level, "nation">, { nl: string; en: string }>> = {
  "vt-region": { nl: "regio", en: "region" },
  municipality: { nl: "gemeente", en: "municipality" },
  province: { nl: "provincie", en: "province" },
  landsdeel: { nl: "landsdeel", en: "part-of-the-country" },
  corop: { nl: "corop", en: "corop" },
};
export const areaLevels = Object.keys(levelWords) as Exclude<Level, "nation">[];

/** Where practice figures live: everything under it, and nothing else. */
const practiceRoots = { nl: "/oefenen/", en: "/en/practice/" } as const;
export const practiceHome = (language: Language): string => practiceRoots[language];

/** The language of an address, whatever stands behind its first part. */
export const languageOf = (address: string): Language => (address.startsWith("/en/") ? "en" : "nl");

/** Whether an address lies in the practice environment. */
export const isPractice = (address: string): boolean =>
  languages.some((it) => address.startsWith(practiceRoots[it]) || `${address}/` === practiceRoots[it]);

/** The same page among practice figures, for a practice edition; for a published one the address as it is. */
export function inside(kind: EditionKind, address: string): string {
  if (kind === "published" || isPractice(address)) return address;
  return address.startsWith(root("en"))
    ? practiceRoots.en + address.slice(root("en").length)
    : practiceRoots.nl + address.slice(1);
}

const root = (language: Language): string => (language === "nl" ? "/" : "/en/");

export const homePath = root;

export const path = (language: Language, word: Word, rest?: string): string =>
  `${root(language)}${words[word][language]}${rest === undefined ? "" : `/${rest}`}`;

export const levelPath = (language: Language, level: Exclude<Level, "nation">, slug: string): string =>
  `${root(language)}${levelWords[level][language]}/${slug}`;

export const areaPath = (language: Language, area: Area): string =>
  area.level === "nation" ? path(language, "nation") : levelPath(language, area.level, area.slug);

/** The sheet for a talk in the team, under the address of an area. */
export const talkFile = { nl: "teamgesprek.pdf", en: "team-talk.pdf" } as const;

/** The page with choices for the book of an area, under its address. */
export const bookWord = { nl: "boek", en: "book" } as const;

/** Ids of the sections of an indicator's page that others link to: promises too. */
export const trendId = (language: Language): string => (language === "nl" ? "verloop" : "over-time");
export const settingId = (language: Language): string =>
  language === "nl" ? "in-zijn-omgeving" : "beside-its-setting";
export const levelId = (language: Language, level: Level): string =>
  `per-${level === "nation" ? words.nation[language] : levelWords[level][language]}`;

/** What `?regio=` holds: a slug for a region, and level/slug for the others, since names repeat between levels. */
export const areaParameter = (area: Area): string =>
  area.level === "vt-region"
    ? area.slug
    : area.level === "nation"
      ? "nederland"
      : `${levelWords[area.level].nl}/${area.slug}`;

/** Level and slug of a `?regio=` value. */
export function readAreaParameter(value: string): { level: Level; slug: string } | undefined {
  if (value === "nederland") return { level: "nation", slug: value };
  const [first = "", second, ...rest] = value.split("/");
  if (rest.length > 0) return undefined;
  if (second === undefined) return { level: "vt-region", slug: first };
  const level = areaLevels.find((it) => levelWords[it].nl === first);
  return level && { level, slug: second };
}

/** Adds parameters to an address, leaving empty ones out, in a fixed order so that one view has one address. */
export function withQuery(address: string, query: Readonly<Record<string, string | undefined>>): string {
  const pairs = Object.entries(query).filter((it): it is [string, string] => it[1] !== undefined && it[1] !== "");
  if (pairs.length === 0) return address;
  const encode = (text: string): string =>
    encodeURIComponent(text)
      .replace(/%2F/g, "/")
      .replace(/%3D/g, "=")
      .replace(/%3B/g, ";")
      .replace(/%2C/g, ",")
      .replace(/%3A/g, ":");
  return `${address}?${pairs.map(([key, value]) => `${key}=${encode(value)}`).join("&")}`;
}

/** The address of a picture of a page: the page's own, with what it ends on before the parameters. */
export function fileOf(address: string, kind: string, extra: Readonly<Record<string, string | undefined>>): string {
  const [at = "", query] = address.split("?");
  const added = withQuery("", extra).slice(1);
  const all = [query, added].filter(Boolean).join("&");
  return `${at}.${kind}${all === "" ? "" : `?${all}`}`;
}
