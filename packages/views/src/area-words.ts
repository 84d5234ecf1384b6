import type { Area, Level } from "@impactmonitor/model/area";
import type { Language, Text } from "@impactmonitor/model/text";
import type { Noun } from "./counted.ts";

const levelWords: Readonly<Record<Level, Noun>> = {
  nation: { one: { nl: "land", en: "country" }, many: { nl: "Nederland", en: "the Netherlands" } },
  landsdeel: {
    one: { nl: "landsdeel", en: "part of the country" },
    many: { nl: "landsdelen", en: "parts of the country" },
  },
  province: { one: { nl: "provincie", en: "province" }, many: { nl: "provincies", en: "provinces" } },
  "vt-region": { one: { nl: "regio", en: "region" }, many: { nl: "regio’s", en: "regions" } },
  corop: { one: { nl: "COROP-gebied", en: "COROP area" }, many: { nl: "COROP-gebieden", en: "COROP areas" } },
  municipality: { one: { nl: "gemeente", en: "municipality" }, many: { nl: "gemeenten", en: "municipalities" } },
};

/** For counting: "1 regio", "4 regio’s". */
export const levelNoun = (level: Level): Noun => levelWords[level];
export const levelName = (level: Level): Text => levelWords[level].one;
export const levelNames = (level: Level): Text => levelWords[level].many;

/** In a sentence: "in Nederland", "in de regio Drenthe", "in de gemeente Leeuwarden". */
export function areaPhrase(area: Area, language: Language): string {
  const { name, level } = area;
  if (language === "nl")
    switch (level) {
      case "nation":
        return "in Nederland";
      case "landsdeel":
        return `in ${name}`;
      case "corop":
        return `in het COROP-gebied ${name}`;
      default:
        return `in de ${levelWords[level].one.nl} ${name}`;
    }
  switch (level) {
    case "nation":
      return "in the Netherlands";
    case "landsdeel":
      return `in the ${name} part of the country`;
    case "corop":
      return `in the COROP area ${name}`;
    default:
      return `in the ${levelWords[level].one.en} of ${name}`;
  }
}

/** As a heading or label: "Nederland", "Drenthe", "provincie Drenthe", "gemeente Groningen". */
export function areaLabel(area: Area, language: Language): string {
  switch (area.level) {
    case "nation":
      return language === "nl" ? "Nederland" : "Netherlands";
    case "vt-region":
    case "landsdeel":
      return area.name;
    case "municipality":
      return language === "nl" ? `gemeente ${area.name}` : `${area.name} (municipality)`;
    case "province":
      return language === "nl" ? `provincie ${area.name}` : `${area.name} (province)`;
    case "corop":
      return language === "nl" ? `COROP-gebied ${area.name}` : `${area.name} (COROP area)`;
  }
}

/** As a label within a sentence: "voor Nederland", "for the Netherlands". */
export const areaInText = (area: Area, language: Language): string =>
  area.level === "nation" && language === "en" ? "the Netherlands" : areaLabel(area, language);
